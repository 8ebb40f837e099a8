import { describe, expect, it } from 'vitest';
import { HostNetwork } from '../../../source/simulator/model';
import { installAdapter, type Installed } from './installed';

const eventTypes = ['readystatechange', 'loadstart', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend'];

function open({ window }: Installed, url: string, method = 'GET'): { request: any; log: string[]; done: Promise<void> } { // eslint-disable-line @typescript-eslint/no-explicit-any -- as a game sees it
    const request = new window['XMLHttpRequest']();
    const log: string[] = [];
    for (const type of eventTypes) {
        request[`on${type}`] = (event: Record<string, unknown>) => {
            expect(event['target']).toBe(request);
            log.push(type === 'readystatechange' ? `state ${request.readyState}` : `${type} ${String(event['loaded'])}`);
        };
    }
    const done = new Promise<void>((resolve) => request.addEventListener('loadend', () => resolve()));
    request.open(method, url);
    return { request, log, done };
}

function createNetwork(): HostNetwork {
    const network = new HostNetwork({ latencyMs: 20 });
    network.route('https://a.example/text', { body: 'héllo', headers: { 'Content-Type': 'text/plain', 'X-B': '2' } });
    network.route('https://a.example/json', { body: '{"a":[1]}', headers: { 'content-type': 'application/json' } });
    network.route('https://a.example/bytes', { body: new Uint8Array([0, 255, 128]) });
    network.route('https://a.example/empty', { status: 204 });
    network.route('https://a.example/missing', { status: 404, body: 'no such thing' });
    network.route('https://a.example/broken', { body: 'abc', dropAfterBytes: 1 });
    network.route('https://a.example/slow', { body: 'late', delayMs: 5000 });
    network.route('https://a.example/echo', ({ method, headers, body }) => ({ body: JSON.stringify({ method, headers, body: body && Array.from(body) }) }));
    return network;
}

const success = ['state 1', 'loadstart 0', 'state 2', 'state 3'];

describe('XMLHttpRequest (platform facts 3.5)', () => {
    it('that is aborted after the host has answered, before its events, tells only that', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { clock, host } = installed;
        host.faults.add({ kind: 'throw', api: 'request', at: 1 });
        const rejected: unknown[] = [];
        const note = (reason: unknown): number => rejected.push(reason);
        process.on('unhandledRejection', note);
        const { request, log } = open(installed, 'https://a.example/text');
        request.send();
        request.abort();
        await clock.advance(100);
        await new Promise((resolve) => setTimeout(resolve, 0));
        process.off('unhandledRejection', note);
        expect(rejected).toEqual([]);
        expect(log).toEqual(['state 1', 'loadstart 0', 'state 4', 'abort 0', 'loadend 0']);
        expect(request.readyState).toBe(0);
    });

    it('goes through every state, with an event for each handler', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log, done } = open(installed, 'https://a.example/text');
        request.send();
        await installed.clock.until(done);
        expect(log).toEqual([...success, 'progress 5', 'state 4', 'load 5', 'loadend 5']);
        expect(request).toMatchObject({ status: 200, statusText: 'OK', responseText: 'héllo', response: 'héllo', responseURL: 'https://a.example/text' });
        expect(request.getResponseHeader('CONTENT-type')).toBe('text/plain');
        expect(request.getResponseHeader('x-none')).toBeNull();
        expect(request.getAllResponseHeaders()).toBe('content-type: text/plain\r\nx-b: 2\r\n');
    });

    it.each([['', '{"a":[1]}'], ['text', '{"a":[1]}'], ['json', { a: [1] }]])('gives a JSON body as responseType "%s" asks: the default-json trap is closed', async (type, expected) => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, done } = open(installed, 'https://a.example/json');
        request.responseType = type;
        request.send();
        await installed.clock.until(done);
        expect(request.response).toEqual(expected);
    });

    it('gives null for JSON that cannot be read', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, done } = open(installed, 'https://a.example/text');
        request.responseType = 'json';
        request.send();
        await installed.clock.until(done);
        expect(request).toMatchObject({ status: 200, response: null });
    });

    it.each(['android', 'ios'] as const)('gives bytes as an ArrayBuffer, on %s', async (profile) => {
        const installed = installAdapter({ network: createNetwork(), profile });
        const { request, done } = open(installed, 'https://a.example/bytes');
        request.responseType = 'arraybuffer';
        request.send();
        await installed.clock.until(done);
        expect(Array.from(new Uint8Array(request.response))).toEqual([0, 255, 128]);
    });

    it('gives a Blob where the host has blobs', async () => {
        const installed = installAdapter({ network: createNetwork() });
        installed.window['Blob'] = Blob;
        const { request, done } = open(installed, 'https://a.example/text');
        request.responseType = 'blob';
        request.send();
        await installed.clock.until(done);
        expect(request.response).toBeInstanceOf(Blob);
        expect(request.response.type).toBe('text/plain');
        await expect(request.response.text()).resolves.toBe('héllo');
    });

    it.each([{ httpErrors: 'success' }, { httpErrors: 'fail' }] as const)('has the status and body of an HTTP error, on either road: %j', async (switches) => {
        for (const statusAliases of [true, false]) {
            const installed = installAdapter({ network: createNetwork(), switches: { ...switches, statusAliases } });
            const { request, log, done } = open(installed, 'https://a.example/missing');
            request.send();
            await installed.clock.until(done);
            expect(request).toMatchObject({ status: 404, responseText: 'no such thing' });
            expect(log).toContain('load 13');
        }
    });

    it('skips the loading state when there is no body', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log, done } = open(installed, 'https://a.example/empty');
        request.send();
        await installed.clock.until(done);
        expect(log).toEqual(['state 1', 'loadstart 0', 'state 2', 'state 4', 'load 0', 'loadend 0']);
        expect(request).toMatchObject({ status: 204, response: '' });
    });

    it.each(['https://a.example/broken', 'https://nowhere.example/', 'http://a.example/text'])('fires error for %s', async (url) => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log, done } = open(installed, url);
        request.send();
        await installed.clock.until(done);
        expect(log).toEqual(['state 1', 'loadstart 0', 'state 4', 'error 0', 'loadend 0']);
        expect(request).toMatchObject({ status: 0, responseText: '' });
    });

    it('times out', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log, done } = open(installed, 'https://a.example/slow');
        request.timeout = 100;
        request.send();
        await installed.clock.until(done);
        expect(installed.clock.now()).toBeLessThan(150);
        expect(log.slice(2)).toEqual(['state 4', 'timeout 0', 'loadend 0']);
        await installed.clock.advance(10_000);
        expect(log).toHaveLength(5);
    });

    it('fires error when the host\'s own time is over, which the game did not set', async () => {
        const installed = installAdapter({ network: createNetwork() });
        installed.host.faults.add({ kind: 'fail', error: 13, at: 1, api: 'request' });
        const { request, log, done } = open(installed, 'https://a.example/text');
        request.send();
        await installed.clock.until(done);
        expect(log.slice(2)).toEqual(['state 4', 'error 0', 'loadend 0']);
    });

    it('aborts, and answers nothing after', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log } = open(installed, 'https://a.example/text');
        request.send();
        request.abort();
        expect(log).toEqual(['state 1', 'loadstart 0', 'state 4', 'abort 0', 'loadend 0']);
        expect(request.readyState).toBe(0);
        await installed.clock.advance(1000);
        expect(log).toHaveLength(5);
    });

    it('can be aborted and opened anew from a handler', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const { request, log } = open(installed, 'https://a.example/text');
        let again = true;
        request.addEventListener('readystatechange', () => {
            if (request.readyState !== 3 || !again) return;
            again = false;
            request.abort();
            request.open('GET', 'https://a.example/json');
            request.send();
        });
        request.send();
        await installed.clock.advance(1000);
        expect(request.responseText).toBe('{"a":[1]}');
        expect(log.filter((line) => line.startsWith('load '))).toEqual(['load 9']);
    });

    it('sends methods, headers and every kind of body', async () => {
        const installed = installAdapter({ network: createNetwork() });
        const echo = async (body: unknown, method = 'post', headers: Record<string, string> = {}): Promise<any> => { // eslint-disable-line @typescript-eslint/no-explicit-any -- an echo
            const { request, done } = open(installed, 'https://a.example/echo', method);
            for (const name of Object.keys(headers)) request.setRequestHeader(name, headers[name]);
            request.responseType = 'json';
            request.send(body);
            await installed.clock.until(done);
            return request.response;
        };
        expect(await echo('ä')).toEqual({ method: 'POST', headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: [0xc3, 0xa4] });
        expect(await echo('{}', 'PUT', { 'content-type': 'application/json', 'X-A': '1', 'x-a': '2' })).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/json', 'x-a': '1, 2' } });
        expect(await echo(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toMatchObject({ body: [2, 3] });
        expect(await echo(new Uint8Array([7]).buffer)).toMatchObject({ body: [7] });
        expect(await echo(new installed.window['URLSearchParams']('a=1 2'))).toMatchObject({ headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }, body: Array.from(Buffer.from('a=1+2')) });
        expect((await echo('ignored', 'GET')).body).toBeUndefined();
        expect((await echo(new Uint8Array(1), 'HEAD'))?.body).toBeUndefined();
    });

    it.each(['relative', 'absolute', 'either'] as const)('reads files of the package, with 404 for a missing one: paths %s', async (packagePaths) => {
        const installed = installAdapter({ switches: { packagePaths }, packageFiles: { 'data/a.json': '{"b":1}' } });
        const { URL: Address, location } = installed.window;
        for (const [url, status, text] of [[String(new Address('data/a.json', location.href)), 200, '{"b":1}'], ['game:///data/a.json', 200, '{"b":1}'], ['data/a.json', 200, '{"b":1}'], ['./data/a.json?v=1', 200, '{"b":1}'], ['data/none.json', 404, '']] as const) {
            const { request, done } = open(installed, url);
            request.send();
            await installed.clock.until(done);
            expect(request, url).toMatchObject({ status, responseText: text });
        }
        const { request, done } = open(installed, 'data/a.json');
        request.responseType = 'arraybuffer';
        request.send();
        await installed.clock.until(done);
        expect(new Uint8Array(request.response)).toHaveLength(7);
    });

    it('refuses what cannot be done', () => {
        const { window } = installAdapter();
        const request = new window['XMLHttpRequest']();
        expect(() => request.send()).toThrow('not open');
        expect(() => request.setRequestHeader('a', 'b')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
        expect(() => request.open('GET', 'https://a.example/', false)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }));
        expect([window['XMLHttpRequest'].DONE, request.LOADING]).toEqual([4, 3]);
    });
});
