import { toExactBuffer } from '../../my/files';
import { Blob, bytesOfBlob, toPartBytes } from '../bom/blob';
import { TextDecoder, TextEncoder, toWellFormed } from '../bom/text-encoding';
import { URLSearchParams } from '../bom/url-search-params';
import { defineFields } from '../define-property';
import { BodyStream } from './body-stream';
import { FormData, decodeForm, encodeForm } from './form-data';
import type { Headers } from './headers';

/** What a request or an answer may carry. */
export type Body = string | ArrayBuffer | ArrayBufferView | object | null | undefined;

/** A body as the host takes it, and the type that says what it is; empty for bytes, which say nothing. */
export interface Content {
    readonly data: string | ArrayBuffer;
    readonly type: string;
}

/** Reads any kind of body. @returns undefined for none. */
export function toContent(body: Body): Content | undefined {
    if (body == null) return undefined;
    if (body instanceof FormData) {
        const { bytes, type } = encodeForm(body);
        return { data: toExactBuffer(bytes), type };
    }
    if (body instanceof Blob) return { data: toExactBuffer(bytesOfBlob(body)), type: body.type };
    if (body instanceof BodyStream) return { data: toExactBuffer(body.take()), type: '' };
    const bytes = toPartBytes(body);
    if (bytes) return { data: toExactBuffer(bytes), type: '' };
    const type = body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'text/plain';
    return { data: toWellFormed(String(body)), type: `${type};charset=UTF-8` };
}

/** What `Request` and `Response` have in common: a body that is there in one piece, and is read once. */
export abstract class BodyHolder {
    declare readonly headers: Headers;
    private content: Content | undefined;
    private stream: BodyStream | null | undefined;

    /** Takes the body, and tells its type in the headers where they say none. */
    protected hold(content: Content | undefined): void {
        // Not seen by a game, which may go through the fields.
        defineFields(this, { content }, false);
        Object.defineProperty(this, 'stream', { value: content ? undefined : null, configurable: true, writable: true });
        if (content && content.type && !this.headers.has('content-type')) this.headers.append('content-type', content.type);
    }

    /** A second reader of the same body. @throws a `TypeError` when it was read before. */
    protected copyContent(): Content | undefined {
        if (this.bodyUsed || this.stream && this.stream.locked) throw new TypeError('The body was read before, or is being read');
        const { content } = this;
        // What one of the two does to the bytes, the other must not see.
        return content && typeof content.data !== 'string' ? { data: content.data.slice(0), type: content.type } : content;
    }

    /** The body itself, which from now on counts as read. @throws a `TypeError` when it was read before. */
    takeContent(): Content | undefined {
        const content = this.copyContent();
        const { body } = this;
        if (body) body.take();
        return content;
    }

    get body(): BodyStream | null {
        if (this.stream === undefined) this.stream = new BodyStream(() => this.toBytes());
        return this.stream;
    }

    get bodyUsed(): boolean {
        return !!this.stream && this.stream.isDisturbed();
    }

    private toBytes(): Uint8Array {
        const { data } = this.content || { data: '' };
        return typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
    }

    /** Each way to read rejects with a `TypeError` when the body was read before. */
    bytes(): Promise<Uint8Array> {
        return new Promise((resolve) => {
            this.takeContent();
            resolve(this.toBytes());
        });
    }

    arrayBuffer(): Promise<ArrayBuffer> {
        return this.bytes().then(({ buffer }) => buffer as ArrayBuffer);
    }

    text(): Promise<string> {
        return this.bytes().then((bytes) => new TextDecoder().decode(bytes));
    }

    json(): Promise<unknown> {
        return this.text().then((text) => JSON.parse(text) as unknown);
    }

    blob(): Promise<Blob> {
        return this.bytes().then((bytes) => new Blob([bytes], { type: this.headers.get('content-type') || '' }));
    }

    formData(): Promise<FormData> {
        return this.bytes().then((bytes) => decodeForm(bytes, this.headers.get('content-type') || '', (text) => new URLSearchParams(text)));
    }
}
