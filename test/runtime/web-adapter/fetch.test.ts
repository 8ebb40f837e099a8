import { describe, expect, it } from 'vitest';
import { HostNetwork } from '../../../source/simulator/model';
import { installAdapter } from './installed';

function setUp(): ReturnType<typeof installAdapter> {
    const network = new HostNetwork({ latencyMs: 5 });
    network.route('https://a.example/', ({ method, headers, body }) => ({
        headers: { 'content-type': 'application/json', 'x-colon': 'a: b' }, body: JSON.stringify({ method, headers, body: body && Buffer.from(body).toString() }),
    }));
    network.route('https://a.example/none', { status: 404, body: 'none' });
    return installAdapter({ network, packageFiles: { 'a.txt': 'in the package' } });
}

describe('fetch', () => {
    it('resolves with a response that has status, headers and body', async () => {
        const { window, clock } = setUp();
        const response = await clock.until(window['fetch']('https://a.example/x', { method: 'post', headers: [['A', '1']], body: 'text' })) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- as a game sees it
        expect(response).toMatchObject({ ok: true, status: 200, url: 'https://a.example/x' });
        expect(response['headers'].get('X-Colon')).toBe('a: b');
        await expect(response['clone']().json()).resolves.toEqual({ method: 'POST', headers: { a: '1', 'content-type': 'text/plain;charset=UTF-8' }, body: 'text' });
        await expect(response['text']()).resolves.toContain('POST');
        await expect(response['text']()).rejects.toThrow('read before');
    });

    it('leaves nothing at the signal when it is over', async () => {
        const { window, clock } = setUp();
        const { signal } = new window['AbortController']();
        const listeners = new Set<unknown>();
        const watched = Object.assign(Object.create(signal) as object, {
            addEventListener: (_type: string, listener: unknown) => listeners.add(listener),
            removeEventListener: (_type: string, listener: unknown) => listeners.delete(listener),
        });
        const response = window['fetch']('https://a.example/x', { signal: watched });
        expect(listeners.size).toBe(1);
        await clock.until(response);
        await clock.advance(1);
        expect(listeners.size).toBe(0);
    });

    it('has headers to go through, and an empty body for none', async () => {
        const { window } = setUp();
        const headers = new window['Headers']({ B: '2', a: '1' });
        expect([...headers]).toEqual([['a', '1'], ['b', '2']]);
        expect([...headers.entries()]).toEqual([...headers]);
        expect([...headers.keys()]).toEqual(['a', 'b']);
        await expect(new window['Response'](null).text()).resolves.toBe('');
    });

    it('takes a Request, and reads files of the package', async () => {
        const { window, clock } = setUp();
        const request = new window['Request']('https://a.example/y', { headers: new window['Headers']({ B: '2' }) });
        const response = await clock.until(window['fetch'](request)) as { json(): Promise<unknown> };
        await expect(response.json()).resolves.toMatchObject({ method: 'GET', headers: { b: '2' } });
        const file = await clock.until(window['fetch']('a.txt')) as { text(): Promise<string> };
        await expect(file.text()).resolves.toBe('in the package');
    });

    it('is not ok for a 404, and rejects when the network fails or the host waited long enough', async () => {
        const { host, window, clock } = setUp();
        expect(await clock.until(window['fetch']('https://a.example/none'))).toMatchObject({ ok: false, status: 404 });
        await expect(clock.until(window['fetch']('https://nowhere.example/'))).rejects.toThrow(TypeError);
        host.faults.add({ kind: 'fail', error: 13, at: 1, api: 'request' });
        await expect(clock.until(window['fetch']('https://a.example/'))).rejects.toThrow(TypeError);
    });

    it('is aborted by its signal, before and while it runs', async () => {
        const { window, clock } = setUp();
        const controller = new window['AbortController']();
        const running = window['fetch']('https://a.example/', { signal: controller.signal });
        controller.abort();
        await expect(running).rejects.toMatchObject({ name: 'AbortError' });
        await expect(window['fetch']('https://a.example/', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
        await clock.advance(100);
    });

    it.each(['fetch', 'XMLHttpRequest'])('sends forms, blobs and queries with their types by %s', async (way) => {
        const { window, clock } = setUp();
        const { Blob, FormData, URLSearchParams, XMLHttpRequest } = window;
        const send = async (body: unknown): Promise<{ headers: Record<string, string>; body: string }> => {
            if (way === 'fetch') return (await clock.until(window['fetch']('https://a.example/', { method: 'PUT', body })) as Response).json() as never;
            const request = new XMLHttpRequest();
            request.open('PUT', 'https://a.example/');
            request.responseType = 'json';
            await clock.until(new Promise((resolve) => {
                request.onload = resolve;
                request.send(body);
            }));
            return request.response;
        };
        const form = new FormData();
        form.append('name', 'ü');
        form.append('file', new Blob(['abc'], { type: 'text/css' }), 'a.css');
        const sent = await send(form);
        const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(sent.headers['content-type']!)!;
        expect(sent.body.split(`--${boundary}`)).toEqual([
            '', '\r\nContent-Disposition: form-data; name="name"\r\n\r\nü\r\n',
            '\r\nContent-Disposition: form-data; name="file"; filename="a.css"\r\nContent-Type: text/css\r\n\r\nabc\r\n', '--\r\n',
        ]);
        expect(await send(new Blob(['b'], { type: 'A/B' }))).toMatchObject({ body: 'b', headers: { 'content-type': 'a/b' } });
        expect(await send(new URLSearchParams({ a: 'b c' }))).toMatchObject({ body: 'a=b+c', headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } });
    });

    it('gives an answer whose headers stay as they came, and an address that is written as the standard writes it', async () => {
        const { window, clock } = setUp();
        const response = await clock.until(window['fetch']('HTTPS://a.example/a/../é#part')) as Response;
        expect([response.url, response.type, response.redirected, response.statusText]).toEqual(['https://a.example/%C3%A9', 'basic', false, 'OK']);
        expect(() => response.headers.set('a', 'b')).toThrow(TypeError);
        expect(response.headers.get('constructor')).toBeNull();
    });

    it('refuses a method that goes to proxies, and a body where none may be', async () => {
        const { window } = setUp();
        await expect(window['fetch']('https://a.example/', { method: 'connect' })).rejects.toThrow(TypeError);
        await expect(window['fetch']('https://a.example/', { body: 'x' })).rejects.toThrow(TypeError);
    });
});
