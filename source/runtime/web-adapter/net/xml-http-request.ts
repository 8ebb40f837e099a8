import type { GlobalScope, Host } from '../../my/host';
import { sendRequest, type HttpReply, type RequestOutcome } from '../../my/request';
import type { Blob } from '../bom/blob';
import { DOMException } from '../bom/dom-exception';
import type { EventTarget } from '../events/event-target';
import { keyedState } from '../keyed-state';
import type { EventKit } from '../services/event-kit';
import { toContent, type Body } from './body';
import { isForbiddenMethod, isToken, toHeaderValue, toMethod } from './token';

interface Exchange {
    readonly method: string;
    readonly url: string;
    /** By the names given; a second value joins the first. */
    readonly headers: Record<string, string>;
    reply?: HttpReply | undefined;
    /** Ends what is under way, without a word. Undefined when nothing is. */
    cancel?: (() => void) | undefined;
}

const exchangeOf = keyedState<{ now: Exchange }>(() => ({ now: { method: '', url: '', headers: {} } }));

export interface XMLHttpRequest extends EventTarget {
    responseType: string;
    readonly response: unknown;
    readonly status: number;
    readonly statusText: string;
    readonly responseURL: string;
    open(method: string, url: string, asynchronous?: boolean): void;
    setRequestHeader(name: string, value: string): void;
    getAllResponseHeaders(): string;
    send(data?: Body): void;
    abort(): void;
}

const states = ['UNSENT', 'OPENED', 'HEADERS_RECEIVED', 'LOADING', 'DONE'];

/**
 * `XMLHttpRequest` over `my.request`, and over the file system for paths of the package. A synchronous request
 * throws: the host has no such call. Text is decoded by the host, as UTF-8.
 */
export function createXMLHttpRequest(scope: GlobalScope, my: Host, { Event, EventTarget, ProgressEvent, defineHandlers, dispatch }: EventKit): new () => XMLHttpRequest {
    class XMLHttpRequestUpload extends EventTarget {}
    defineHandlers(XMLHttpRequestUpload.prototype, 'loadstart progress load error abort timeout loadend');

    class Request extends XMLHttpRequestUpload {
        declare readyState: number;
        declare status: number;
        declare statusText: string;
        declare responseURL: string;
        declare timeout: number;
        declare responseType: string;
        response: unknown = '';
        readonly upload = new XMLHttpRequestUpload();

        get responseText(): unknown {
            return this.response;
        }

        open(method: string, url: string, asynchronous = true): void {
            if (!isToken(method)) throw new DOMException(`XMLHttpRequest.open: no method "${method}"`, 'SyntaxError');
            if (isForbiddenMethod(method)) throw new DOMException(`XMLHttpRequest.open: no script may send "${method}"`, 'SecurityError');
            if (!asynchronous) throw new DOMException(`XMLHttpRequest.open ${url}: the host has no synchronous requests`, 'InvalidAccessError');
            const exchange = exchangeOf(this);
            if (exchange.now.cancel) exchange.now.cancel();
            exchange.now = { method: toMethod(method), url: String(url), headers: {} };
            clear(this);
            change(this, 1);
        }

        setRequestHeader(name: string, value: string): void {
            const { headers } = this.opened();
            if (/[^\0-\xff]/.test(name + value)) throw new TypeError(`XMLHttpRequest: "${name}: ${value}" cannot travel`);
            const text = toHeaderValue(value);
            if (!isToken(name) || text === undefined) throw new DOMException(`XMLHttpRequest: "${name}: ${value}" is no header`, 'SyntaxError');
            const known = Object.keys(headers).filter((one) => one.toLowerCase() === name.toLowerCase())[0];
            headers[known || name] = known ? `${headers[known]}, ${text}` : text;
        }

        send(given?: Body): void {
            const exchange = this.opened();
            const { method, url, headers } = exchange;
            const { data: body = undefined, type = '' } = /^(GET|HEAD)$/.test(method) ? {} : toContent(given) || {};
            if (type && !Object.keys(headers).some((name) => /^content-type$/i.test(name))) headers['Content-Type'] = type;
            const { timeout, responseType } = this;
            const { setTimeout, clearTimeout } = scope as unknown as { setTimeout(run: () => void, milliseconds: number): unknown; clearTimeout(timer: unknown): void };
            const finish = (outcome: RequestOutcome): void => {
                (exchange.cancel as () => void)();
                if (typeof outcome === 'object') receive(this, exchange, outcome);
                // A limit of the host's own is a failure of the network: nobody who set none listens for a timeout.
                else fail(this, timeout ? outcome : 'error');
            };
            const stop = sendRequest(my, { url, method, headers, body, timeout, binary: /^[ab]/.test(responseType) }, finish);
            // The host's own timeout may come late or not at all.
            const timer = timeout && setTimeout(() => finish('timeout'), timeout);
            exchange.cancel = () => {
                exchange.cancel = undefined;
                clearTimeout(timer);
                stop();
            };
            tell(this, 'loadstart', 0);
        }

        abort(): void {
            const { cancel } = exchangeOf(this).now;
            if (cancel) {
                cancel();
                fail(this, 'abort');
            }
            if (this.readyState === 4) clear(this);
        }

        getResponseHeader(name: string): string | null {
            const { reply } = exchangeOf(this).now;
            const value = reply && reply.headers[name.toLowerCase()];
            return value === undefined ? null : value;
        }

        getAllResponseHeaders(): string {
            const { headers } = exchangeOf(this).now.reply || { headers: {} as Record<string, string> };
            return Object.keys(headers).sort().map((name) => `${name}: ${headers[name]}\r\n`).join('');
        }

        overrideMimeType(): void { /* the host decodes */ }

        private opened(): Exchange {
            const { now } = exchangeOf(this);
            if (this.readyState !== 1 || now.cancel) throw new DOMException('XMLHttpRequest: not open, or already sent', 'InvalidStateError');
            return now;
        }
    }
    states.forEach((name, value) => Object.assign(Request, { [name]: value }) && Object.assign(Request.prototype, { [name]: value }));
    Object.assign(Request.prototype, { readyState: 0, timeout: 0, responseType: '', withCredentials: false, status: 0, statusText: '', responseURL: '' });
    defineHandlers(Request.prototype, 'readystatechange');

    function clear(request: Request): void {
        Object.assign(request, { readyState: 0, status: 0, statusText: '', responseURL: '', response: /^(text)?$/.test(request.responseType) ? '' : null });
        exchangeOf(request).now.reply = undefined;
    }

    function change(request: Request, readyState: number): void {
        request.readyState = readyState;
        dispatch(request, new Event('readystatechange'));
    }

    function tell(request: Request, type: string, loaded: number): void {
        dispatch(request, new ProgressEvent(type, { loaded, total: loaded, lengthComputable: loaded > 0 }));
    }

    function receive(request: Request, exchange: Exchange, reply: HttpReply): void {
        const { status, body } = reply;
        const length = typeof body === 'string' ? body.length : body.byteLength;
        let alive = true;
        exchange.reply = reply;
        exchange.cancel = () => {
            exchange.cancel = undefined;
            alive = false;
        };
        Object.assign(request, { status, statusText: status === 200 ? 'OK' : '', responseURL: exchange.url });
        // Any listener may abort or open the request anew; then the rest is not told.
        const steps = [
            () => change(request, 2),
            () => length && change(request, 3),
            () => length && tell(request, 'progress', length),
            () => {
                exchange.cancel = undefined;
                request.response = toResponse(request.responseType, reply);
                change(request, 4);
            },
            () => tell(request, 'load', length),
            () => tell(request, 'loadend', length),
        ];
        for (const step of steps) if (alive && exchangeOf(request).now === exchange) step();
    }

    function fail(request: Request, type: 'error' | 'timeout' | 'abort'): void {
        clear(request);
        change(request, 4);
        tell(request, type, 0);
        tell(request, 'loadend', 0);
    }

    function toResponse(type: string, { body, headers }: HttpReply): unknown {
        // The scope's own class, which may be the host's: a game asks with instanceof.
        if (type === 'blob') return new (scope['Blob'] as typeof Blob)([body], { type: headers['content-type'] || '' });
        if (type !== 'json') return body;
        try {
            return JSON.parse(body as string) as unknown;
        } catch {
            return null;
        }
    }

    return Request;
}
