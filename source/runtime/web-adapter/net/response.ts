import { URL } from '../bom/url';
import { defineFields } from '../define-property';
import { BodyHolder, toContent, type Body } from './body';
import { Headers, fixHeaders, type HeadersInit } from './headers';

export interface ResponseInit {
    readonly status?: number;
    readonly statusText?: string;
    readonly headers?: HeadersInit;
}

/** What an answer is, beside what a game may say when it makes one. */
interface Facts {
    readonly type: 'default' | 'basic' | 'error';
    readonly url: string;
    readonly status: number;
}

/** Statuses whose answers have no body. */
export const isBodyless = (status: number): boolean => [101, 103, 204, 205, 304].indexOf(status) >= 0;

/** `Response` for a host without one. `redirected` is always false: the host follows redirections and does not tell. */
export class Response extends BodyHolder {
    declare readonly status: number;
    declare readonly statusText: string;
    declare readonly url: string;
    declare readonly type: Facts['type'];
    declare readonly redirected: boolean;

    /** @throws a `RangeError` for a status outside 200 to 599, a `TypeError` for a body where the status allows none. */
    constructor(body?: Body, { status = 200, statusText = '', headers }: ResponseInit = {}) {
        super();
        if (!(status >= 200 && status < 600)) throw new RangeError(`Response: status ${status} is not from 200 to 599`);
         
        if (/[^\t -~\x80-\xff]/.test(String(statusText))) throw new TypeError('Response: its status text cannot travel');
        if (body != null && isBodyless(status)) throw new TypeError(`Response: status ${status} has no body`);
        defineFields(this, { status: Math.floor(status), statusText: String(statusText), headers: new Headers(headers) });
        defineFields(this, { type: 'default', url: '', redirected: false });
        this.hold(toContent(body));
    }

    static error(): Response {
        return fixed(new Response(), { type: 'error', status: 0 });
    }

    /** @throws a `RangeError` for a status that does not redirect. */
    static redirect(url: string | object, status = 302): Response {
        const { href } = new URL(url);
        if ([301, 302, 303, 307, 308].indexOf(status) < 0) throw new RangeError(`Response.redirect: status ${status} does not redirect`);
        return fixed(new Response(null, { status, headers: { location: href } }), {});
    }

    /** @throws a `TypeError` for what JSON cannot hold. */
    static json(data: unknown, init: ResponseInit = {}): Response {
        const text = JSON.stringify(data) as string | undefined;
        if (text === undefined) throw new TypeError('Response.json: JSON cannot hold it');
        const headers = new Headers(init.headers);
        if (!headers.has('content-type')) headers.set('content-type', 'application/json');
        return new Response(text, Object.assign({}, init, { headers }));
    }

    get ok(): boolean {
        return this.status >= 200 && this.status < 300;
    }

    /** @throws a `TypeError` when the body was read before. */
    clone(): Response {
        const content = this.copyContent();
        const { status, statusText, headers, type, url } = this;
        const copy = defineFields(new Response(), { status, statusText, headers: new Headers(headers), type, url });
        copy.hold(content);
        return copy;
    }
}
Object.defineProperty(Response.prototype, Symbol.toStringTag, { value: 'Response', configurable: true });

/** Makes an answer one of the network's, whose headers stay as they came. */
export function fixed(response: Response, facts: Partial<Facts>): Response {
    fixHeaders(response.headers);
    return defineFields(response, facts);
}
