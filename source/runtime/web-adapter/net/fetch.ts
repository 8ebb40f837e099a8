import { TextDecoder, TextEncoder } from '../bom/text-encoding';
import type { AbortSignal } from './abort';
import type { GlobalScope } from '../../my/host';
import { toBuffer, type Body, type XMLHttpRequest } from './xml-http-request';

export type HeadersInit = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

/** Names are kept in lower case and given out sorted. */
export class Headers {
    private readonly values: Record<string, string> = {};

    constructor(init: HeadersInit = {}) {
        const pairs = Symbol.iterator in init ? init as Iterable<readonly [string, string]> : Object.keys(init).map((name) => [name, (init as Record<string, string>)[name] as string] as const);
        for (const [name, value] of pairs) this.append(name, value);
    }

    append(name: string, value: string): void {
        const known = this.get(name);
        this.set(name, known === null ? value : `${known}, ${value}`);
    }

    set(name: string, value: string): void {
        this.values[name.toLowerCase()] = String(value);
    }

    get(name: string): string | null {
        const value = this.values[name.toLowerCase()];
        return value === undefined ? null : value;
    }

    has(name: string): boolean {
        return this.get(name) !== null;
    }

    delete(name: string): void {
        delete this.values[name.toLowerCase()];
    }

    forEach(visit: (value: string, name: string) => void): void {
        for (const [name, value] of this) visit(value, name);
    }

    keys(): IterableIterator<string> {
        return Object.keys(this.values).sort()[Symbol.iterator]();
    }

    entries(): IterableIterator<readonly [string, string]> {
        return [...this.keys()].map((name) => [name, this.values[name] as string] as const)[Symbol.iterator]();
    }

    [Symbol.iterator](): IterableIterator<readonly [string, string]> {
        return this.entries();
    }
}

export interface RequestInit {
    readonly method?: string;
    readonly headers?: HeadersInit;
    readonly body?: Body;
    readonly signal?: AbortSignal | null;
}

export interface ResponseInit {
    readonly status?: number;
    readonly statusText?: string;
    readonly headers?: HeadersInit;
    readonly url?: string;
}

/** A response whose body is there in one piece; it has no stream. */
export class Response {
    readonly status: number;
    readonly statusText: string;
    readonly headers: Headers;
    readonly url: string;
    bodyUsed = false;

    constructor(private readonly content: Body = '', { status = 200, statusText = '', headers, url = '' }: ResponseInit = {}) {
        this.status = status;
        this.statusText = statusText;
        this.headers = new Headers(headers);
        this.url = url;
    }

    get ok(): boolean {
        return this.status >= 200 && this.status < 300;
    }

    /** Rejects with a `TypeError` when the body was read before. */
    arrayBuffer(): Promise<ArrayBuffer> {
        return new Promise((resolve) => {
            if (this.bodyUsed) throw new TypeError('Response: the body was read before');
            this.bodyUsed = true;
            resolve(toBuffer(this.content) || new TextEncoder().encode((this.content || '') as string).buffer as ArrayBuffer);
        });
    }

    text(): Promise<string> {
        return this.arrayBuffer().then((bytes) => new TextDecoder().decode(bytes));
    }

    json(): Promise<unknown> {
        return this.text().then(JSON.parse);
    }

    clone(): Response {
        return new Response(this.content, this);
    }
}

/** `fetch` over `XMLHttpRequest`, and its `Request`. Rejects with a `TypeError` when the network fails, with the signal's reason when aborted. */
export function createFetch(scope: GlobalScope, HttpRequest: new () => XMLHttpRequest): Readonly<Record<'Request' | 'fetch', unknown>> {
    class Request {
        readonly url: string;
        readonly method: string;
        readonly headers: Headers;
        readonly signal: AbortSignal;
        readonly body: Body;

        constructor(input: Request | string | object, init: RequestInit = {}) {
            const { url = String(input), method = 'GET', headers, signal, body } = Object.assign({}, input instanceof Request && input, init) as RequestInit & { url?: string };
            this.url = url;
            this.method = method.toUpperCase();
            this.headers = new Headers(headers);
            this.signal = signal || new (scope['AbortController'] as new () => { signal: AbortSignal })().signal;
            this.body = body;
        }
    }

    function fetch(input: Request | string | object, init?: RequestInit): Promise<Response> {
        return new Promise((resolve, reject) => {
            const { url, method, headers, signal, body } = new Request(input, init);
            const request = new HttpRequest();
            const abort = (): void => {
                reject(signal.reason);
                request.abort();
            };
            if (signal.aborted) return abort();
            signal.addEventListener('abort', abort);
            request.open(method, url);
            request.responseType = 'arraybuffer';
            headers.forEach((value, name) => request.setRequestHeader(name, value));
            request.addEventListener('load', () => {
                const { status } = request;
                const pairs = request.getAllResponseHeaders().split('\r\n').filter(Boolean).map((line) => line.split(/: ([^]*)/) as unknown as [string, string]);
                resolve(new Response(request.response as Body, { status, headers: pairs, url }));
            });
            // The signal may outlive many requests.
            request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
            request.addEventListener('error', () => reject(new TypeError(`fetch ${url}: the network failed`)));
            request.send(body);
        });
    }
    return { Request, fetch };
}
