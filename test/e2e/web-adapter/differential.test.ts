import { build } from 'esbuild';
import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveBrowser, openPage } from '../browser';
import { answers } from './answers';
import type { EventStep, RequestCase, scripts } from './scripts';

/* The same scripts on Chromium's own objects and on ours over the host model: the logs must be equal. */

let server: Server;
let page: Page;
let baseUrl = '';

beforeAll(async () => {
    const { outputFiles: [bundle] } = await build({ entryPoints: [path.join(__dirname, 'page.ts')], bundle: true, format: 'iife', target: 'es2020', write: false, logLevel: 'error' });
    server = createServer((request, response) => {
        const name = (request.url ?? '/').slice(1);
        if (name === 'page') {
            response.setHeader('content-type', 'text/html').end('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="script"></script>');
        } else if (name === 'script') response.setHeader('content-type', 'text/javascript').end(bundle!.text);
        else {
            const answer = { delayMs: 0, ...answers[name as keyof typeof answers] };
            setTimeout(() => response.writeHead(answer.status, answer.headers).end(answer.body), answer.delayMs);
        }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    page = await openPage();
    await page.goto(`${baseUrl}page`);
});

afterAll(async () => {
    await leaveBrowser();
    server?.closeAllConnections();
    server?.close();
});

async function compare(name: keyof typeof scripts, input: readonly unknown[]): Promise<void> {
    const { browser: theirs, ours } = await page.evaluate(
        ([script, given, base]) => (window as unknown as { runOnBoth(...values: unknown[]): Promise<{ browser: unknown[]; ours: unknown[] }> }).runOnBoth(script, given, base),
        [name, input, baseUrl] as const,
    );
    expect(theirs.length).toBeGreaterThan(0);
    const differing = theirs.findIndex((line, index) => JSON.stringify(line) !== JSON.stringify(ours[index]));
    if (differing >= 0) expect({ input: input[differing], log: ours[differing] }).toEqual({ input: input[differing], log: theirs[differing] });
    expect(ours).toEqual(theirs);
}

const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] => fc.sample(arbitrary, { numRuns: count, seed: 20_261 });

describe('our objects and Chromium\'s', () => {
    it('dispatch events alike, in 400 generated programs', async () => {
        const step: fc.Arbitrary<EventStep> = fc.record({
            act: fc.constantFrom('add', 'add', 'add', 'remove', 'handler', 'dispatch', 'dispatch'),
            node: fc.nat(4), type: fc.constantFrom('a', 'b', 'load'), listener: fc.nat(8),
            capture: fc.boolean(), once: fc.boolean(), passive: fc.boolean(), bubbles: fc.boolean(), cancelable: fc.boolean(),
        } as const);
        await compare('events', [...sample(fc.array(step, { minLength: 5, maxLength: 40 }), 400)]);
    });

    it('have the same events, targets and signals', () => compare('eventBasics', []));

    it('keep the same tree of nodes', () => compare('tree', []));

    it('go through the same states of a request', async () => {
        const cases: RequestCase[] = [];
        for (const path of ['text', 'json', 'bad-json', 'missing', 'empty', 'nothing']) {
            for (const responseType of ['', 'text', 'json', 'arraybuffer']) cases.push({ path, method: 'GET', responseType });
        }
        cases.push({ path: 'text', method: 'post', responseType: '', body: 'x' });
        cases.push({ path: 'slow', method: 'GET', responseType: 'text', timeout: 100 }, { path: 'http://127.0.0.1:9/', method: 'GET', responseType: 'json' });
        // Not at state 3 or load: Chromium then fires a progress event after loadend, and a loadend of 0 bytes, unlike the standard.
        for (const abortAt of ['loadstart 0 1 true', 'readystatechange 2 200', 'progress 9 3 true']) {
            cases.push({ path: 'text', method: 'GET', responseType: '', abortAt });
        }
        await compare('requests', cases);
    });

    it('refuse the same methods and headers', () => compare('requestRules', []));

    it('fetch alike', () => compare('fetches', ['text', 'json', 'missing', 'nothing']));

    it('read the same addresses', async () => {
        const bases = ['http://user:pa@example.com:8080/a/b/c?q#h', 'https://example.com', 'wss://example.com/x/', 'http://[::1]:3000/p'];
        const relative = ['', 'x', './x', '../x', '../../../x', '/x/y', '//other.example/z', '?n=1', '#frag', 'x/../y/./z/', 'x?y#z', '.', '..', './', '%2e%2e/x', 'a b"<>`{}|^c', '\\x\\y', 'é/ü?ö#ä', 'http:x', 'https:x', 'a%zz', '\tx\n', ' x ', '?a\'b"c<>d`{}|^', '#a\'b"c<>d`{}|^[]', '/[]|\\'];
        const absolute = [
            'http://EXAMPLE.com', 'http://example.com:80/', 'https://example.com:443/a', 'ws://a.b:80/?', 'wss://a.b:8443/#', 'http:example.com/x', 'http:///example.com/x', 'https:\\\\example.com\\a',
            'http://u@h/', 'http://u:@h/', 'http://:p@h/', 'http://u:p:q@h/', 'http://u s@h/', 'http://a@b@c/', 'http://h:0/', 'http://h:00080/', 'http://h:65536/', 'http://h:1x/', 'http://', 'http:', 'http://h%41/', 'http://[::1]/', 'http://a/?x=%41&y=+',
            'example.com', '/x', '', 'http://a..b/', 'http://a/b//c/..//d', 'HTTP://h/%7Efoo', 'http://h/\ud83d\ude00?\ud83d\ude00#\ud83d\ude00', 'http://h/\ud83d', 'data:text/plain,hello',
        ];
        const cases: (readonly [string, string?])[] = [...absolute.map((url) => [url] as const), ...bases.flatMap((base) => relative.map((url) => [url, base] as const))];
        const part = fc.string({ unit: fc.constantFrom('a', 'B', '.', '..', '%2E', '/', '?', '#', '=', '&', '+', ' ', 'é', '%', '@', ':', '\'', '|', '~') , maxLength: 8 });
        for (const [one, two, three] of sample(fc.tuple(part, part, part), 400)) cases.push([`http://example.com/${one}?${two}#${three}`], [one + two, 'https://example.com/p/q?r']);
        await compare('addresses', cases.filter(([url]) => !/^[.%B]*:/i.test(url)));
    });

    it('write the same queries', async () => {
        const text = fc.string({ unit: fc.constantFrom('a', 'b', '=', '&', '+', ' ', 'é', '%41', '?', '~', '!', '*', '\'', '\ud83d\ude00', '-', '_', '.'), maxLength: 6 });
        await compare('queries', sample(fc.tuple(text, text, text), 200));
    });

    it('code the same base64', async () => {
        const binary = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 20 });
        const near = fc.string({ unit: fc.constantFrom('A', 'b', '/', '+', '=', ' ', '\n', '-', '_', 'é', '0'), maxLength: 9 });
        await compare('base64', ['', '=', '==', 'a', 'ab', 'ab=', 'ab==', 'abc=', 'abcd=', 'ab=c', '\u0100', ...sample(binary, 300), ...sample(near, 600)]);
    });

    it('code the same UTF-8, whole and in pieces', async () => {
        const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xef, 0xbb, 0xbf, 0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0x80, 0x9f, 0xa0, 0x90, 0x8f, 0x41));
        const bytes = fc.oneof(fc.array(byte, { maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }).map((text) => Array.from(Buffer.from(text))));
        const text = fc.string({ unit: fc.oneof(fc.nat(0xffff).map((code) => String.fromCharCode(code)), fc.constantFrom('\ud83d\ude00', 'a', '\ufeff')), maxLength: 8 });
        const cases = sample(fc.record({ text, bytes, cut: fc.nat(12) }), 600);
        await compare('utf8', [...cases, { text: '', bytes: [0xef, 0xbb, 0xbf, 0x41], cut: 1 }, { text: '', bytes: [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], cut: 2 }]);
    });

    it('keep the same headers', async () => {
        const name = fc.constantFrom('a', 'A', 'b', 'x-y', 'a b', '', 'é', 'set-cookie', 'constructor', '__proto__', 'a:b');
        const value = fc.constantFrom('1', ' 2 ', '', 'é', 'x\ny', '\u0100', 'a, b', '\0', '3\r\n');
        const call = fc.oneof(
            fc.tuple(fc.constantFrom('append', 'set'), name, value),
            fc.tuple(fc.constantFrom('get', 'has', 'delete'), name),
        );
        await compare('headers', sample(fc.array(call, { minLength: 1, maxLength: 8 }), 200));
    });

    it('read bodies alike, whatever they are made of', () => compare('bodies', []));

    it('have the same requests and answers', () => compare('messages', []));

    it('have the same blobs, files, forms and errors', () => compare('blobs', []));

    it('have the same signals, and encode into the same room', async () => {
        const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '\ud83d\ude00', '\ud800', '\udc00'), maxLength: 6 });
        await compare('signals', sample(fc.tuple(text, fc.nat(12)), 200));
    });

    it('clone the same data', () => compare('clones', []));

    it('take the same addresses and protocols for a socket', async () => {
        const addresses = ['ws://127.0.0.1:9', 'wss://127.0.0.1:9/a?b', 'http://127.0.0.1:9/x', 'https://127.0.0.1:9/', 'WS://127.0.0.1:9/É', 'ftp://127.0.0.1/', 'ws://127.0.0.1:9/#f', 'ws://127.0.0.1:9/#', 'http://:9', '', 'ws:', 'blob:x', 'ws://u:p@127.0.0.1:9/'];
        const protocols = [undefined, [], 'mqtt', ['a', 'b'], 'a b', '', ['a', 'a'], ['a', 'A'], ['a', ''], { headers: {} }, 1, ['é'], 'a,b', [['a']]];
        await compare('socketAddresses', [...addresses.map((url) => [url] as const), ...protocols.map((given) => ['ws://127.0.0.1:9/', given] as const)].filter(([url]) => url !== ''));
    });
});
