import { attempt, type GlobalScope } from '../../my/host';
import { DOMException } from '../bom/dom-exception';
import { URL } from '../bom/url';
import { defineFields } from '../define-property';
import type { AbortSignal } from './abort';
import { BodyHolder, toContent, type Body } from './body';
import { Headers, type HeadersInit } from './headers';
import { Response, fixed, isBodyless } from './response';
import { isForbiddenMethod, isToken, toMethod } from './token';
import type { XMLHttpRequest } from './xml-http-request';

export interface RequestInit {
    readonly method?: string;
    readonly headers?: HeadersInit;
    readonly body?: Body;
    readonly signal?: AbortSignal | null;
    readonly [other: string]: unknown;
}

/** What a request says of itself and the host does not ask. */
const usual = { mode: 'cors', credentials: 'same-origin', cache: 'default', redirect: 'follow',
    referrer: 'about:client', referrerPolicy: '', integrity: '', keepalive: false, destination: '', duplex: 'half' };

/** @throws a `TypeError` for what is no method, and for those that no script may send. */
function checkMethod(method: string): string {
    if (!isToken(method) || isForbiddenMethod(method)) throw new TypeError(`Request: no method "${method}"`);
    return toMethod(method);
}

/** An address as the standard writes it; a path in the package stays as it is. @throws a `TypeError` for one with a password. */
function toAddress(url: string): string {
    if (!/^\s*[a-z][a-z\d+.-]*:/i.test(url)) return url;
    const { href, username, password } = new URL(url);
    if (username || password) throw new TypeError(`Request: ${url} has a name or a password in it`);
    return href;
}

/**
 * `fetch` over `XMLHttpRequest`, and its `Request`. Rejects with a `TypeError` when the network fails, with the
 * signal's reason when aborted.
 */
export function createFetch(scope: GlobalScope, HttpRequest: new () => XMLHttpRequest): Readonly<Record<'Request' | 'fetch', unknown>> {
    class Request extends BodyHolder {
        declare readonly url: string;
        declare readonly method: string;
        declare readonly signal: AbortSignal;

        constructor(input: Request | string | object, init: RequestInit = {}) {
            super();
            const from = input instanceof Request ? input : undefined;
            const { method = 'GET', signal, headers } = Object.assign(from ? { method: from.method, signal: from.signal, headers: from.headers } : {}, init);
            const values: Record<string, unknown> = { url: from ? from.url : toAddress(String(input)), method: checkMethod(String(method)) };
            values['headers'] = new Headers(headers);
            values['signal'] = signal || new (scope['AbortController'] as new () => { signal: AbortSignal })().signal;
            for (const name of Object.keys(usual)) {
                const given = init[name] === undefined ? from && (from as unknown as RequestInit)[name] : init[name];
                values[name] = given === undefined ? usual[name as keyof typeof usual] : given;
            }
            defineFields(this, values);
            const own = init.body == null ? undefined : toContent(init.body);
            if ((own || from && from.body) && /^(GET|HEAD)$/.test(this.method)) throw new TypeError(`Request: ${this.method} has no body`);
            this.hold(own || from && from.takeContent());
        }

        /** @throws a `TypeError` when the body was read before. */
        clone(): Request {
            const content = this.copyContent();
            const copy = new Request(this.url, Object.assign({}, this, { body: undefined }) as RequestInit);
            copy.hold(content);
            return copy;
        }
    }
    Object.defineProperty(Request.prototype, Symbol.toStringTag, { value: 'Request', configurable: true });

    function fetch(input: Request | string | object, init?: RequestInit): Promise<Response> {
        return new Promise((resolve, reject) => {
            const wanted = new Request(input, init);
            const { url, method, headers, signal } = wanted;
            const content = wanted.takeContent();
            const request = new HttpRequest();
            const abort = (): void => {
                const { reason } = signal;
                reject(reason === undefined ? new DOMException('fetch: aborted', 'AbortError') : reason);
                request.abort();
            };
            if (signal.aborted) return abort();
            signal.addEventListener('abort', abort);
            request.open(method, url);
            request.responseType = 'arraybuffer';
            headers.forEach((value, name) => request.setRequestHeader(name, value));
            request.addEventListener('load', () => {
                const { status, statusText, response, responseURL } = request;
                const received = new Headers();
                // A header that a browser would not have let through is no reason to lose the answer.
                for (const line of request.getAllResponseHeaders().split('\r\n').filter(Boolean)) {
                    const [name, value] = line.split(/: ([^]*)/) as unknown as [string, string];
                    attempt(() => received.append(name, value));
                }
                const body = isBodyless(status) ? null : response as Body;
                const answer = attempt(() => new Response(body, { status, statusText, headers: received }));
                if (answer) resolve(fixed(answer, { type: 'basic', url: responseURL.replace(/#[^]*/, '') }));
                else reject(new TypeError(`fetch ${url}: status ${status}`));
            });
            // The signal may outlive many requests.
            request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
            request.addEventListener('error', () => reject(new TypeError(`fetch ${url}: the network failed`)));
            request.send(content && content.data);
        });
    }
    return { Request, fetch };
}
