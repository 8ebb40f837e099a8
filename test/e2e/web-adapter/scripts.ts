import { blobs, bodies, clones, headers, messages, requestRules } from './body-scripts';
import { outcome, type Log, type Scope, type Script } from './script';
import { signals, socketAddresses } from './socket-scripts';

/* Scripts that run twice in one page: on the browser's own objects and on ours. Each gives a log; the logs must be equal. */

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

export const scripts = {
    events, eventBasics, tree, requests, fetches, addresses, queries, base64, utf8, headers, bodies, messages, blobs, signals, clones, requestRules, socketAddresses,
};
