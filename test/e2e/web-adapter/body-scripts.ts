import { bytesOf, outcome, settled, type Scope, type Script } from './script';

/* Requests, answers, their bodies, and data that is cloned. See scripts.ts. */

/** What Headers take, keep and give out. Each case is a list of calls. */
export type HeadersCall = readonly [method: string, ...values: unknown[]];

export const headers: Script = (scope, cases: readonly (readonly HeadersCall[])[]) => {
    const { Headers } = scope;
    const inits = [undefined, null, 1, 'ab', {}, { A: '1', a2: '2' }, [], [['a', '1'], ['A', '2']], [['a']], [['a', 'b',
        'c']], new Map([['x', 'y']]), new Headers({ q: '1' }), { 'a b': '1' }, { a: '\u0100' }, { a: 'x\ny' },
        { a: ' \t x y \r\n' }, { a: null }, ['ab', 'cd']];
    const log: unknown[] = inits.map((init) => outcome(() => [...new Headers(init)]));
    for (const calls of cases) {
        const own = new Headers();
        for (const [method, ...values] of calls) log.push(outcome(() => own[method](...values)));
        log.push([...own], [...own.keys()], [...own.values()], [...own.entries()]);
    }
    log.push(new Headers().get('constructor'), new Headers().has('toString'), outcome(() => new Headers().get('')), String(new Headers()));
    const visited: unknown[] = [];
    const live = new Headers({ a: '1', c: '3' });
    live.forEach(function (this: unknown, value: string, name: string, all: unknown) {
        visited.push(value, name, all === live, this);
        if (name === 'a') live.append('b', '2');
    }, 'self');
    const cookies = new Headers([['set-cookie', 'a=1'], ['x', 'y'], ['Set-Cookie', 'b=2']]);
    log.push(visited, [...cookies], cookies.getSetCookie(), cookies.get('set-cookie'));
    return log;
};

/** Ways to read a body, twice, of requests and answers, with every kind of body. */
export const bodies: Script = async (scope, _input, baseUrl) => {
    const { Blob, FormData, Request, Response, URLSearchParams } = scope;
    const log: unknown[] = [];
    const form = new FormData();
    form.append('plain', 'value');
    const makers: Readonly<Record<string, () => unknown>> = {
        none: () => undefined, null: () => null, empty: () => '', text: () => 'grüß \ud83d\ude00 \ud800',
            json: () => '{"a":[1]}', number: () => 12, object: () => ({}),
        buffer: () => new Uint8Array([1, 2, 255]).buffer, view: () => new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
            marked: () => new Uint8Array([0xef, 0xbb, 0xbf, 0x41]),
        blob: () => new Blob(['b'], { type: 'Text/X' }), plainBlob: () => new Blob(['b']),
            params: () => new URLSearchParams({ a: 'b c', d: 'é' }),
    };
    const readers = ['text', 'json', 'arrayBuffer', 'blob', 'bytes', 'formData'];
    const show = async (value: Scope): Promise<unknown> => {
        if (value && typeof value.byteLength === 'number') return bytesOf(value);
        if (value && typeof value.size === 'number') return [value.size, value.type, bytesOf(await value.arrayBuffer())];
        return value && typeof value.getAll === 'function' ? [...value] : value;
    };
    for (const name of Object.keys(makers)) {
        for (const reader of readers) {
            for (const holder of [new Response(makers[name]!()), new Request(baseUrl, { method: 'POST', body: makers[name]!() })]) {
                const copy = holder.clone();
                log.push([name, reader, holder.headers.get('content-type'), holder.bodyUsed, holder.body === null,
                    await show(await settled(() => holder[reader]()))]);
                log.push([holder.bodyUsed, await settled(() => holder[reader]().then(() => 'again')),
                    outcome(() => holder.clone() && 'cloned'), copy.bodyUsed, await settled(() => copy.text())]);
            }
        }
    }
    const typed = (type: string, body: unknown): Scope => new Response(body, { headers: { 'content-type': type } });
    const multipart = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/css\r\n\r\nb\r\nc\r\n--x--\r\n';
    for (const [type, body] of [['application/x-www-form-urlencoded', 'a=1&b=%C3%A9+x'],
        ['multipart/form-data; boundary=x', multipart], ['multipart/form-data; boundary="x"', multipart],
        ['multipart/form-data', multipart], ['multipart/form-data; boundary=y', multipart], ['text/plain', 'a=1'],
        ['multipart/form-data; boundary=x', 'none']] as const) {
        const read = await settled(() => typed(type, body).formData());
        log.push([type, typeof read === 'string' ? read : await Promise.all([...read as Iterable<[string,
            Scope]>].map(async ([name, value]) => [name, typeof value === 'string' ? value : [value.name, value.type,
            await value.text()]]))]);
    }
    const sent = new Response(form);
    log.push([/^multipart\/form-data; boundary=.{10,}$/.test(sent.headers.get('content-type')), [...await sent.formData()]]);
    return log;
};

/** What Response and Request are made of, and refuse. */
export const messages: Script = async (scope, _input, baseUrl) => {
    const { AbortController, Headers, Request, Response } = scope;
    const log: unknown[] = [];
    const showResponse = async (response: Scope): Promise<unknown> => ['type', 'url', 'status', 'statusText', 'ok',
        'redirected', 'bodyUsed'].map((name) => response[name]).concat([[...response.headers], response.body === null,
        await settled(() => response.text())]);
    for (const [body, init] of [['a', {}], ['a', { status: 404, statusText: 'No' }], [null, { status: 204 }], ['',
        { status: 204 }], ['a', { status: 304 }], ['a', { status: 199 }], ['a', { status: 600 }], ['a',
        { status: 101 }], ['a', { statusText: 'x\ny' }], ['a', { status: 599, headers: { a: 'b' } }], [undefined, undefined]] as const) {
        log.push(await settled(() => showResponse(new Response(body, init))));
    }
    log.push(await showResponse(Response.error()), await showResponse(Response.redirect('https://a.example/x?y#z',
        301)), outcome(() => Response.redirect('https://a.example/', 200)), outcome(() => Response.redirect('http://:', 302)));
    log.push(outcome(() => Response.error().headers.set('a', 'b')), await showResponse(Response.json({ a: 1 },
        { status: 201, headers: { x: 'y' } })), await showResponse(Response.json(null,
        { headers: { 'content-type': 'a/b' } })), outcome(() => Response.json(undefined)), outcome(() => Response.json(() => 1)));
    const showRequest = (request: Scope): unknown => ['url', 'method', 'mode', 'credentials', 'cache', 'redirect',
        'referrer', 'referrerPolicy', 'integrity', 'keepalive', 'bodyUsed',
        'duplex'].map((name) => request[name]).concat([[...request.headers], request.signal.aborted]);
    for (const init of [{}, { method: 'post' }, { method: 'patch' }, { method: 'Connect' }, { method: 'a b' },
        { method: 'GET', body: 'x' }, { method: 'HEAD', body: null }, { method: 'PUT', body: 'x',
        headers: { 'Content-Type': 'a/b' } }, { credentials: 'include', cache: 'no-store', redirect: 'manual',
        keepalive: true, mode: 'same-origin' }]) {
        log.push(outcome(() => showRequest(new Request(`${baseUrl}x`, init))));
    }
    for (const url of ['https://A.example', 'https://a.example/é b#f', 'https://u:p@a.example/',
        'https://:/']) log.push(outcome(() => new Request(url).url));
    const first = new Request(`${baseUrl}x`, { method: 'POST', body: 'body', headers: new Headers({ a: 'b' }), cache: 'reload' });
    const second = new Request(first);
    log.push(first.bodyUsed, showRequest(second), await second.text(), outcome(() => new Request(first)),
        outcome(() => showRequest(new Request(first, { method: 'PUT', body: 'other' }))));
    const controller = new AbortController();
    const third = new Request(`${baseUrl}x`, { signal: controller.signal, method: 'POST', body: 'b' });
    const fourth = third.clone();
    controller.abort();
    log.push(third.signal.aborted, fourth.signal.aborted, await fourth.text(), third.bodyUsed);
    const streamed = new Response('abc');
    const reader = streamed.body.getReader();
    log.push(streamed.body.locked, streamed.bodyUsed, await settled(() => streamed.text()),
        outcome(() => streamed.body.getReader()), outcome(() => streamed.clone()));
    for (let at = 0; at < 3; at++) log.push(await reader.read().then(({ done, value }: Scope) => [done, value && bytesOf(value)]));
    log.push(streamed.bodyUsed, await settled(() => reader.closed));
    reader.releaseLock();
    log.push(streamed.body.locked, await settled(() => streamed.text()), await settled(() => reader.read()));
    const cancelled = new Response('abc');
    log.push(await settled(() => cancelled.body.cancel()), cancelled.bodyUsed, await settled(() => cancelled.text()),
        String(new Response()), String(first));
    return log;
};

/** Blobs, files, forms, and what reads them. */
export const blobs: Script = async (scope) => {
    const { Blob, DOMException, File, FileReader, FormData } = scope;
    const log: unknown[] = [];
    const show = async (blob: Scope): Promise<unknown> => [blob.size, blob.type, bytesOf(await blob.arrayBuffer()),
        await blob.text(), String(blob)];
    const source = new Blob(['a\r\nb\n', new Uint8Array([1, 2, 3]).subarray(1), new Uint16Array([258]).buffer,
        new Blob(['é']), 5, null], { type: 'TEXT/Plain' });
    for (const make of [() => source, () => new Blob(), () => new Blob([]), () => new Blob(new Uint8Array([65])),
        () => new Blob('text'), () => new Blob({}), () => new Blob(null), () => new Blob(['x'], { type: 'a\u0001' }),
        () => new Blob(['a\r\nb\rc\n'], { endings: 'native' }), () => new Blob(['\ud800'])]) {
        log.push(await settled(() => show(make())));
    }
    for (const range of [[], [1], [-3], [2, 5], [5, 2], [0, 1000], [1, 3, 'X/Y'], [1, 3,
        'a\u0001']]) log.push(await show(source.slice(...range)));
    const file = new File(['x'], 'ä/b.txt', { type: 'a/b', lastModified: 5 });
    log.push(file.name, file.lastModified, file instanceof Blob, await show(file), typeof new File([],
        'y').lastModified, outcome(() => new File([])));
    const form = new FormData();
    for (const values of [['a', '1'], ['b', 2], ['a', 'x\ud800'], ['f', file], ['f', new Blob(['q'], { type: 't/u' })],
        ['f', file, 'other.txt']]) form.append(...values);
    const showForm = (): unknown => [...form].map(([name, value]: [string, Scope]) => [name,
        typeof value === 'string' ? value : [value.name, value.type, value.size, value instanceof File]]);
    log.push(showForm(), form.get('a'), form.getAll('a'), form.get('none'), form.has('f'), [...form.keys()], [...form.values()].length);
    form.set('a', 'new');
    form.delete('b');
    form.set('z', 'last');
    log.push(showForm(), [...form.entries()].length);
    const read = (method: string, blob: unknown, act?: (reader: Scope) => void): Promise<unknown> => new Promise((resolve) => {
        const reader = new FileReader();
        const events: unknown[] = [reader.readyState];
        for (const type of ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend']) reader.addEventListener(type,
            (event: Scope) => events.push([type, reader.readyState, event.loaded, event.target === reader]));
        reader.onloadend = () => setTimeout(() => resolve([events,
            reader.result instanceof ArrayBuffer || typeof reader.result === 'object' && reader.result ? bytesOf(reader.result) : reader.result, reader.error && reader.error.name]), 5);
        events.push(outcome(() => reader[method](blob)), outcome(() => reader[method](blob)), reader.readyState, reader.result);
        if (act) act(reader);
    });
    for (const method of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL',
        'readAsBinaryString']) log.push(await read(method, source), await read(method, new Blob()));
    log.push(await read('readAsText', source, (reader) => reader.abort()),
        outcome(() => new FileReader().readAsText('text')), FileReader.DONE);
    for (const values of [[], ['m'], ['m', 'AbortError'], ['m', 'SyntaxError'], ['m', 'Own'], ['m', 'DataCloneError'],
        [undefined, 'TimeoutError']]) {
        const error = new DOMException(...values);
        log.push([error.message, error.name, error.code, error instanceof Error, String(error),
            Object.prototype.toString.call(error), Object.keys(error)]);
    }
    return log;
};

/** What can be cloned and what cannot. */
export const clones: Script = (scope) => {
    const { structuredClone } = scope;
    const show = (value: unknown, depth = 0): unknown => {
        if (depth > 3) return 'deep';
        if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}n` : value;
        const tag = Object.prototype.toString.call(value);
        if (value instanceof Map) return [tag, [...value].map((pair) => show(pair, depth + 1))];
        if (value instanceof Set) return [tag, [...value].map((one) => show(one, depth + 1))];
        if (value instanceof Error) return [tag, value.name, value.message];
        if (value instanceof Date || value instanceof RegExp || value instanceof Number || value instanceof String || value instanceof Boolean) return [tag, String(value)];
        if (value instanceof ArrayBuffer) return [tag, bytesOf(value)];
        if (value instanceof DataView) return [tag, value.byteOffset, value.byteLength];
        return [tag, Object.keys(value).map((key) => [key, show((value as Record<string, unknown>)[key], depth + 1)])];
    };
    class Own {
        field = 1;
        get computed(): number { return 2; }
    }
    const circle: Record<string, unknown> = { a: 1 };
    circle['self'] = circle;
    const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
    const shared = { first: new Uint8Array(buffer, 1, 2), second: new Uint8Array(buffer), view: new DataView(buffer, 2) };
    const values: readonly unknown[] = [
        1, 'a', null, undefined, true, 5n, { a: [1, { b: undefined }] }, [1, , 3], new Date(5), /a/gi,
            new Map([[{ k: 1 }, [1]]]), new Set([1, 'x']), new TypeError('m'), new Own(), circle, shared, Object(1),
            Object('s'), Object(false),  
        () => 1, Symbol('s'), { f: () => 1 }, new WeakMap(), Promise.resolve(), Object.create({ inherited: 1 }),
            JSON.parse('{"__proto__":{"x":1}}'),
    ];
    return [
        ...values.map((value) => outcome(() => show(structuredClone(value)))),
        outcome(() => {
            const copy = structuredClone(circle);
            return [copy.self === copy, copy === circle];
        }),
        outcome(() => {
            const copy = structuredClone(shared);
            return [copy.first.buffer === copy.second.buffer, copy.first.buffer === buffer, copy.first.byteOffset];
        }),
    ];
};

/** What a request refuses before it is sent, and what it sends. */
export const requestRules: Script = async (scope, _input, baseUrl) => {
    const log: unknown[] = [];
    for (const method of ['get', 'a b', '', 'TRACE', 'connect', 'patch', 'é', 'PUT']) {
        log.push(outcome(() => new scope.XMLHttpRequest().open(method, baseUrl)));
    }
    const request = new scope.XMLHttpRequest();
    request.open('POST', `${baseUrl}text`);
    for (const [name, value] of [['a b', '1'], ['', '1'], ['x-a', 'x\ny'], ['x-a', '\u0100'], ['x-a', ' 1\t'], ['X-A', '2'], ['constructor', '3']]) {
        log.push(outcome(() => request.setRequestHeader(name, value)));
    }
    return log;
};
