/* Scripts that run twice in one page: on the browser's own objects and on ours. Each gives a log; the logs must be equal. */

/** The global object a script runs on, as a script sees it. */
export type Scope = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the browser's window or ours
export type Log = unknown[];
export type Script = (scope: Scope, input: never, baseUrl: string) => Log | Promise<Log>;

/** What a call gives, or the name of what it throws. */
function outcome(call: () => unknown): unknown {
    try {
        return call();
    } catch (error) {
        return `throws ${(error as Error).name}`;
    }
}

/** One step of a generated program about event targets. `node` is an index into a chain of five, 0 the innermost. */
export interface EventStep {
    readonly act: 'add' | 'remove' | 'handler' | 'dispatch';
    readonly node: number;
    readonly type: 'a' | 'b' | 'load';
    readonly listener: number;
    readonly capture: boolean;
    readonly once: boolean;
    readonly passive: boolean;
    readonly bubbles: boolean;
    readonly cancelable: boolean;
}

/**
 * Runs a program on a chain of elements. Some listeners stop, prevent, add, remove or dispatch while an event is on
 * its way: listener n does what n says.
 */
const events: Script = (scope, programs: readonly (readonly EventStep[])[]) => {
    const { document, Event } = scope;
    return programs.map((program) => {
        const log: unknown[] = [];
        const chain: Scope[] = ['i', 'b', 'p', 'div', 'section'].map((tag) => document.createElement(tag));
        for (let at = 1; at < chain.length; at++) chain[at].appendChild(chain[at - 1]);
        const behaviour = (index: number) => (event: Scope): void => {
            log.push([index, event.type, chain.indexOf(event.currentTarget), chain.indexOf(event.target), event.eventPhase, event.composedPath().length]);
            const here = event.currentTarget;
            if (index === 1) event.stopPropagation();
            if (index === 2) event.stopImmediatePropagation();
            if (index === 3) event.preventDefault();
            if (index === 4) here.removeEventListener(event.type, listeners[5]);
            if (index === 5) here.addEventListener(event.type, listeners[6]);
            if (index === 6) log.push(outcome(() => here.dispatchEvent(event)));
            if (index === 7) event.cancelBubble = true;
            log.push(event.defaultPrevented);
        };
        const listeners: Scope[] = Array.from({ length: 9 }, (_, index) => index === 8 ? { handleEvent: behaviour(8) } : behaviour(index));
        for (const { act, node, type, listener, capture, once, passive, bubbles, cancelable } of program) {
            const target = chain[node];
            if (act === 'add') target.addEventListener(type, listeners[listener], listener % 2 ? { capture, once, passive } : capture);
            if (act === 'remove') target.removeEventListener(type, listeners[listener], capture);
            // The one handler that elements of both have.
            if (act === 'handler') target.onload = listener === 0 ? null : listener === 1 ? () => { log.push('handler, false'); return false; } : behaviour(listener);
            if (act === 'dispatch') {
                const event = new Event(type, { bubbles, cancelable });
                log.push(outcome(() => target.dispatchEvent(event)), event.defaultPrevented, event.eventPhase, event.currentTarget, event.composedPath().length);
            }
        }
        return log;
    });
};

const eventBasics: Script = (scope) => {
    const { Event, CustomEvent, EventTarget, AbortController } = scope;
    const log: unknown[] = [];
    const event = new Event('x', { bubbles: true });
    log.push(event.type, event.bubbles, event.cancelable, event.target, event.isTrusted, typeof event.timeStamp, new CustomEvent('y', { detail: 3 }).detail, new CustomEvent('y').detail);
    const target = new EventTarget();
    const controller = new AbortController();
    let count = 0;
    target.addEventListener('x', () => { count++; }, { signal: controller.signal });
    target.addEventListener('x', null);
    target.addEventListener('x', function (this: unknown) { log.push(this === target); });
    target.dispatchEvent(new Event('x'));
    controller.signal.onabort = (abort: Scope) => log.push(abort.type, controller.signal.aborted, controller.signal.reason.name);
    controller.abort();
    controller.abort();
    target.addEventListener('x', () => { count += 10; }, { signal: controller.signal });
    target.dispatchEvent(new Event('x'));
    log.push(count, target instanceof EventTarget, event instanceof Event, new CustomEvent('z') instanceof Event);
    class Own extends EventTarget {}
    log.push(outcome(() => new Own().dispatchEvent(new Event('own'))));
    return log;
};

/** What a page does to the nodes of a document. */
const tree: Script = (scope) => {
    const { document } = scope;
    const log: unknown[] = [];
    const [a, b, c] = ['div', 'span', 'img'].map((tag) => document.createElement(tag));
    log.push(a.isConnected, a.tagName, a.nodeName, a.nodeType, c.tagName, a.parentNode, a.ownerDocument === document);
    a.appendChild(b);
    a.insertBefore(c, b);
    log.push(a.childNodes.length, a.firstChild === c, b.parentNode === a, a.contains(b), b.contains(a), a.children.length);
    a.appendChild(c);
    log.push(a.firstChild === b, a.removeChild(b) === b, b.parentNode, a.childNodes.length);
    a.appendChild(document.createTextNode('text'));
    log.push(a.childNodes.length, a.children.length, a.childNodes[1].nodeType);
    c.remove();
    c.remove();
    a.setAttribute('data-x', 1);
    log.push(a.getAttribute('data-x'), a.getAttribute('none'));
    a.removeAttribute('data-x');
    a.id = 'me';
    document.body.appendChild(a);
    log.push(a.isConnected, document.isConnected);
    a.appendChild(b);
    log.push(a.getAttribute('data-x'), document.getElementById('me') === a, document.querySelector('#me') === a, document.getElementsByTagName('span').length, document.body.contains(b));
    a.remove();
    log.push(document.getElementById('me'), document.nodeType, document.documentElement.tagName, document.head.tagName, document.visibilityState);
    const created = document.createEvent('Event');
    created.initEvent('x', true, true);
    log.push(created.type, created.bubbles, created.cancelable);
    return log;
};

export interface RequestCase {
    readonly path: string;
    readonly method: string;
    readonly responseType: string;
    readonly body?: string;
    readonly timeout?: number;
    /** Aborts when this is logged. */
    readonly abortAt?: string;
}

/** The state machine of XMLHttpRequest: every event, with states and sizes. */
const requests: Script = (scope, cases: readonly RequestCase[], baseUrl) => Promise.all(cases.map(({ path, method, responseType, body, timeout, abortAt }) => new Promise<Log>((resolve) => {
    const log: unknown[] = [];
    const request = new scope.XMLHttpRequest();
    const note = (line: string): void => {
        // The host may bring a body in more pieces than one.
        if (log[log.length - 1] !== line) log.push(line);
        if (abortAt === line) request.abort();
    };
    for (const type of ['loadstart', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend']) {
        request.addEventListener(type, (event: Scope) => note(`${type} ${event.loaded} ${request.readyState} ${event.target === request}`));
    }
    request.onreadystatechange = (event: Scope) => note(`${event.type} ${request.readyState} ${request.status}`);
    request.onloadend = () => {
        const { response } = request;
        log.push(request.readyState, request.status, typeof response === 'object' && response && 'byteLength' in response ? Array.from(new Uint8Array(response)) : response);
        log.push(request.getResponseHeader('Content-Type'), request.getResponseHeader('x-none'), request.responseURL.replace(baseUrl, ''));
        scope.setTimeout(() => resolve([...log, request.readyState]), 20);
    };
    log.push(request.readyState, request.status, request.getAllResponseHeaders());
    log.push(outcome(() => request.send()), outcome(() => request.setRequestHeader('a', 'b')));
    request.open(method, /^http/.test(path) ? path : baseUrl + path);
    request.responseType = responseType;
    if (timeout) request.timeout = timeout;
    request.send(body);
    log.push(outcome(() => request.send()));
})));

const fetches: Script = async (scope, paths: readonly string[], baseUrl) => {
    const log: unknown[] = [];
    for (const path of paths) {
        const response = await scope.fetch(baseUrl + path, { method: 'POST', body: 'x', headers: { 'X-A': '1' } });
        log.push(response.ok, response.status, response.headers.get('content-type'), response.headers.has('nope'), await response.clone().text());
        log.push(await response.arrayBuffer().then((bytes: ArrayBuffer) => bytes.byteLength), response.bodyUsed, await response.text().catch((error: Error) => error.name));
    }
    log.push(await scope.fetch('http://127.0.0.1:9/').catch((error: Error) => error.name));
    const headers = new scope.Headers([['B', '1'], ['a', '2'], ['b', '3']]);
    headers.delete('none');
    log.push([...headers], headers.get('B'), new scope.Response('grüß').status, await new scope.Response('{"a":1}').json());
    return log;
};

const addresses: Script = (scope, cases: readonly (readonly [string, string?])[]) => cases.map(([url, base]) => outcome(() => {
    const parsed = base === undefined ? new scope.URL(url) : new scope.URL(url, base);
    return ['href', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'].map((name) => parsed[name]).concat(String(parsed.searchParams));
}));

const queries: Script = (scope, cases: readonly (readonly [string, string, string])[]) => cases.map(([query, name, value]) => {
    const params = new scope.URLSearchParams(query);
    const log: unknown[] = [String(params), [...params], params.get(name), params.getAll(name), params.has(name)];
    params.append(name, value);
    log.push(String(params));
    params.set(name, value);
    log.push(String(params));
    log.push([...params.keys()], [...params.values()], [...params.entries()], params.size, params.has(name, value), params.has(name, 'none'));
    params.append(name, 'other');
    params.delete(name, 'other');
    log.push(String(params));
    params.sort();
    log.push(String(params));
    params.delete(name);
    log.push(String(params), String(new scope.URLSearchParams([[name, value], [value, name]])), String(new scope.URLSearchParams({ [name]: value })));
    const url = new scope.URL('http://a/?x=1');
    url.searchParams.append(name, value);
    log.push(url.href);
    return log;
});

const base64: Script = (scope, texts: readonly string[]) => texts.map((text) => [outcome(() => scope.btoa(text)), outcome(() => scope.atob(text)), outcome(() => scope.atob(scope.btoa(text)))]);

const utf8: Script = (scope, cases: readonly { readonly text: string; readonly bytes: readonly number[]; readonly cut: number }[]) => cases.map(({ text, bytes, cut }) => {
    const all = new Uint8Array(bytes);
    const streamed = new scope.TextDecoder();
    return [
        Array.from(new scope.TextEncoder().encode(text)),
        new scope.TextDecoder().decode(all),
        outcome(() => new scope.TextDecoder('utf-8', { fatal: true }).decode(all)),
        new scope.TextDecoder('utf8', { ignoreBOM: true }).decode(all.buffer),
        [streamed.decode(all.subarray(0, cut), { stream: true }), streamed.decode(all.subarray(cut), { stream: true }), streamed.decode()].join(''),
    ];
});

/** What a promise gives, or the name of what it rejects with. */
async function settled(call: () => unknown): Promise<unknown> {
    try {
        return await call();
    } catch (error) {
        return `throws ${(error as Error).name}`;
    }
}

const bytesOf = (buffer: ArrayBuffer | Uint8Array): number[] => Array.from(new Uint8Array(buffer));

/** What Headers take, keep and give out. Each case is a list of calls. */
export type HeadersCall = readonly [method: string, ...values: unknown[]];

const headers: Script = (scope, cases: readonly (readonly HeadersCall[])[]) => {
    const { Headers } = scope;
    const inits = [undefined, null, 1, 'ab', {}, { A: '1', a2: '2' }, [], [['a', '1'], ['A', '2']], [['a']], [['a', 'b', 'c']], new Map([['x', 'y']]), new Headers({ q: '1' }), { 'a b': '1' }, { a: '\u0100' }, { a: 'x\ny' }, { a: ' \t x y \r\n' }, { a: null }, ['ab', 'cd']];
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
const bodies: Script = async (scope, _input, baseUrl) => {
    const { Blob, FormData, Request, Response, URLSearchParams } = scope;
    const log: unknown[] = [];
    const form = new FormData();
    form.append('plain', 'value');
    const makers: Readonly<Record<string, () => unknown>> = {
        none: () => undefined, null: () => null, empty: () => '', text: () => 'grüß \ud83d\ude00 \ud800', json: () => '{"a":[1]}', number: () => 12, object: () => ({}),
        buffer: () => new Uint8Array([1, 2, 255]).buffer, view: () => new Uint8Array([1, 2, 3, 4]).subarray(1, 3), marked: () => new Uint8Array([0xef, 0xbb, 0xbf, 0x41]),
        blob: () => new Blob(['b'], { type: 'Text/X' }), plainBlob: () => new Blob(['b']), params: () => new URLSearchParams({ a: 'b c', d: 'é' }),
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
                log.push([name, reader, holder.headers.get('content-type'), holder.bodyUsed, holder.body === null, await show(await settled(() => holder[reader]()))]);
                log.push([holder.bodyUsed, await settled(() => holder[reader]().then(() => 'again')), outcome(() => holder.clone() && 'cloned'), copy.bodyUsed, await settled(() => copy.text())]);
            }
        }
    }
    const typed = (type: string, body: unknown): Scope => new Response(body, { headers: { 'content-type': type } });
    const multipart = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/css\r\n\r\nb\r\nc\r\n--x--\r\n';
    for (const [type, body] of [['application/x-www-form-urlencoded', 'a=1&b=%C3%A9+x'], ['multipart/form-data; boundary=x', multipart], ['multipart/form-data; boundary="x"', multipart], ['multipart/form-data', multipart], ['multipart/form-data; boundary=y', multipart], ['text/plain', 'a=1'], ['multipart/form-data; boundary=x', 'none']] as const) {
        const read = await settled(() => typed(type, body).formData());
        log.push([type, typeof read === 'string' ? read : await Promise.all([...read as Iterable<[string, Scope]>].map(async ([name, value]) => [name, typeof value === 'string' ? value : [value.name, value.type, await value.text()]]))]);
    }
    const sent = new Response(form);
    log.push([/^multipart\/form-data; boundary=.{10,}$/.test(sent.headers.get('content-type')), [...await sent.formData()]]);
    return log;
};

/** What Response and Request are made of, and refuse. */
const messages: Script = async (scope, _input, baseUrl) => {
    const { AbortController, Headers, Request, Response } = scope;
    const log: unknown[] = [];
    const showResponse = async (response: Scope): Promise<unknown> => ['type', 'url', 'status', 'statusText', 'ok', 'redirected', 'bodyUsed'].map((name) => response[name]).concat([[...response.headers], response.body === null, await settled(() => response.text())]);
    for (const [body, init] of [['a', {}], ['a', { status: 404, statusText: 'No' }], [null, { status: 204 }], ['', { status: 204 }], ['a', { status: 304 }], ['a', { status: 199 }], ['a', { status: 600 }], ['a', { status: 101 }], ['a', { statusText: 'x\ny' }], ['a', { status: 599, headers: { a: 'b' } }], [undefined, undefined]] as const) {
        log.push(await settled(() => showResponse(new Response(body, init))));
    }
    log.push(await showResponse(Response.error()), await showResponse(Response.redirect('https://a.example/x?y#z', 301)), outcome(() => Response.redirect('https://a.example/', 200)), outcome(() => Response.redirect('http://:', 302)));
    log.push(outcome(() => Response.error().headers.set('a', 'b')), await showResponse(Response.json({ a: 1 }, { status: 201, headers: { x: 'y' } })), await showResponse(Response.json(null, { headers: { 'content-type': 'a/b' } })), outcome(() => Response.json(undefined)), outcome(() => Response.json(() => 1)));
    const showRequest = (request: Scope): unknown => ['url', 'method', 'mode', 'credentials', 'cache', 'redirect', 'referrer', 'referrerPolicy', 'integrity', 'keepalive', 'bodyUsed', 'duplex'].map((name) => request[name]).concat([[...request.headers], request.signal.aborted]);
    for (const init of [{}, { method: 'post' }, { method: 'patch' }, { method: 'Connect' }, { method: 'a b' }, { method: 'GET', body: 'x' }, { method: 'HEAD', body: null }, { method: 'PUT', body: 'x', headers: { 'Content-Type': 'a/b' } }, { credentials: 'include', cache: 'no-store', redirect: 'manual', keepalive: true, mode: 'same-origin' }]) {
        log.push(outcome(() => showRequest(new Request(`${baseUrl}x`, init))));
    }
    for (const url of ['https://A.example', 'https://a.example/é b#f', 'https://u:p@a.example/', 'https://:/']) log.push(outcome(() => new Request(url).url));
    const first = new Request(`${baseUrl}x`, { method: 'POST', body: 'body', headers: new Headers({ a: 'b' }), cache: 'reload' });
    const second = new Request(first);
    log.push(first.bodyUsed, showRequest(second), await second.text(), outcome(() => new Request(first)), outcome(() => showRequest(new Request(first, { method: 'PUT', body: 'other' }))));
    const controller = new AbortController();
    const third = new Request(`${baseUrl}x`, { signal: controller.signal, method: 'POST', body: 'b' });
    const fourth = third.clone();
    controller.abort();
    log.push(third.signal.aborted, fourth.signal.aborted, await fourth.text(), third.bodyUsed);
    const streamed = new Response('abc');
    const reader = streamed.body.getReader();
    log.push(streamed.body.locked, streamed.bodyUsed, await settled(() => streamed.text()), outcome(() => streamed.body.getReader()), outcome(() => streamed.clone()));
    for (let at = 0; at < 3; at++) log.push(await reader.read().then(({ done, value }: Scope) => [done, value && bytesOf(value)]));
    log.push(streamed.bodyUsed, await settled(() => reader.closed));
    reader.releaseLock();
    log.push(streamed.body.locked, await settled(() => streamed.text()), await settled(() => reader.read()));
    const cancelled = new Response('abc');
    log.push(await settled(() => cancelled.body.cancel()), cancelled.bodyUsed, await settled(() => cancelled.text()), String(new Response()), String(first));
    return log;
};

/** Blobs, files, forms, and what reads them. */
const blobs: Script = async (scope) => {
    const { Blob, DOMException, File, FileReader, FormData } = scope;
    const log: unknown[] = [];
    const show = async (blob: Scope): Promise<unknown> => [blob.size, blob.type, bytesOf(await blob.arrayBuffer()), await blob.text(), String(blob)];
    const source = new Blob(['a\r\nb\n', new Uint8Array([1, 2, 3]).subarray(1), new Uint16Array([258]).buffer, new Blob(['é']), 5, null], { type: 'TEXT/Plain' });
    for (const make of [() => source, () => new Blob(), () => new Blob([]), () => new Blob(new Uint8Array([65])), () => new Blob('text'), () => new Blob({}), () => new Blob(null), () => new Blob(['x'], { type: 'a\u0001' }), () => new Blob(['a\r\nb\rc\n'], { endings: 'native' }), () => new Blob(['\ud800'])]) {
        log.push(await settled(() => show(make())));
    }
    for (const range of [[], [1], [-3], [2, 5], [5, 2], [0, 1000], [1, 3, 'X/Y'], [1, 3, 'a\u0001']]) log.push(await show(source.slice(...range)));
    const file = new File(['x'], 'ä/b.txt', { type: 'a/b', lastModified: 5 });
    log.push(file.name, file.lastModified, file instanceof Blob, await show(file), typeof new File([], 'y').lastModified, outcome(() => new File([])));
    const form = new FormData();
    for (const values of [['a', '1'], ['b', 2], ['a', 'x\ud800'], ['f', file], ['f', new Blob(['q'], { type: 't/u' })], ['f', file, 'other.txt']]) form.append(...values);
    const showForm = (): unknown => [...form].map(([name, value]: [string, Scope]) => [name, typeof value === 'string' ? value : [value.name, value.type, value.size, value instanceof File]]);
    log.push(showForm(), form.get('a'), form.getAll('a'), form.get('none'), form.has('f'), [...form.keys()], [...form.values()].length);
    form.set('a', 'new');
    form.delete('b');
    form.set('z', 'last');
    log.push(showForm(), [...form.entries()].length);
    const read = (method: string, blob: unknown, act?: (reader: Scope) => void): Promise<unknown> => new Promise((resolve) => {
        const reader = new FileReader();
        const events: unknown[] = [reader.readyState];
        for (const type of ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend']) reader.addEventListener(type, (event: Scope) => events.push([type, reader.readyState, event.loaded, event.target === reader]));
        reader.onloadend = () => setTimeout(() => resolve([events, reader.result instanceof ArrayBuffer || typeof reader.result === 'object' && reader.result ? bytesOf(reader.result) : reader.result, reader.error && reader.error.name]), 5);
        events.push(outcome(() => reader[method](blob)), outcome(() => reader[method](blob)), reader.readyState, reader.result);
        if (act) act(reader);
    });
    for (const method of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL', 'readAsBinaryString']) log.push(await read(method, source), await read(method, new Blob()));
    log.push(await read('readAsText', source, (reader) => reader.abort()), outcome(() => new FileReader().readAsText('text')), FileReader.DONE);
    for (const values of [[], ['m'], ['m', 'AbortError'], ['m', 'SyntaxError'], ['m', 'Own'], ['m', 'DataCloneError'], [undefined, 'TimeoutError']]) {
        const error = new DOMException(...values);
        log.push([error.message, error.name, error.code, error instanceof Error, String(error), Object.prototype.toString.call(error), Object.keys(error)]);
    }
    return log;
};

/** Signals by time and of many, and what a text encoder writes into a room. */
const signals: Script = async (scope, texts: readonly (readonly [string, number])[]) => {
    const { AbortController, AbortSignal, DOMException, TextEncoder } = scope;
    const log: unknown[] = [];
    const late = AbortSignal.timeout(20);
    log.push(late.aborted, await new Promise((resolve) => late.addEventListener('abort', () => resolve([late.reason.name, late.reason instanceof DOMException, late.aborted]))), outcome(() => late.throwIfAborted()));
    log.push(AbortSignal.abort().reason.name, AbortSignal.abort(5).reason, outcome(() => AbortSignal.timeout(-1)), outcome(() => AbortSignal.abort('x').throwIfAborted()), outcome(() => new AbortController().signal.throwIfAborted()));
    const [one, two] = [new AbortController(), new AbortController()];
    const any = AbortSignal.any([one.signal, two.signal]);
    let told = 0;
    any.onabort = () => { told++; };
    log.push(any.aborted);
    two.abort('second');
    one.abort('first');
    log.push(any.aborted, any.reason, told, AbortSignal.any([]).aborted, AbortSignal.any([one.signal, two.signal]).reason);
    for (const [text, length] of texts) {
        const room = new Uint8Array(length);
        const { read, written } = new TextEncoder().encodeInto(text, room);
        log.push([read, written, Array.from(room)]);
    }
    return log;
};

/** What can be cloned and what cannot. */
const clones: Script = (scope) => {
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
        1, 'a', null, undefined, true, 5n, { a: [1, { b: undefined }] }, [1, , 3], new Date(5), /a/gi, new Map([[{ k: 1 }, [1]]]), new Set([1, 'x']), new TypeError('m'), new Own(), circle, shared, Object(1), Object('s'), Object(false), // eslint-disable-line no-sparse-arrays -- a hole is a case
        () => 1, Symbol('s'), { f: () => 1 }, new WeakMap(), Promise.resolve(), Object.create({ inherited: 1 }), JSON.parse('{"__proto__":{"x":1}}'),
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

/** Addresses and protocols that a socket takes; none of these is reached. */
const socketAddresses: Script = (scope, cases: readonly (readonly [unknown, unknown?])[]) => cases.map((values) => outcome(() => {
    const socket = new scope.WebSocket(...values);
    const log = [socket.url, socket.readyState, socket.bufferedAmount, socket.extensions, socket.protocol];
    socket.binaryType = 'blob';
    log.push(socket.binaryType);
    socket.binaryType = 'nonsense';
    log.push(socket.binaryType);
    socket.binaryType = 'arraybuffer';
    log.push(socket.binaryType, outcome(() => socket.send('x')));
    for (const close of [[1001], [999], [2999], [5000], [-1], ['x'], [1e9], [NaN], [1000, 'é'.repeat(62)], [3000, 'ok']]) log.push(outcome(() => socket.close(...close)), socket.readyState);
    log.push(outcome(() => socket.send('ab')), socket.bufferedAmount);
    return log;
}));

export const scripts = {
    events, eventBasics, tree, requests, fetches, addresses, queries, base64, utf8, headers, bodies, messages, blobs, signals, clones, socketAddresses,
};
