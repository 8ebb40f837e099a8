import { Blob, File, bytesOfBlob, joinBytes } from '../bom/blob';
import { TextDecoder, TextEncoder, toWellFormed } from '../bom/text-encoding';

export type FormValue = string | File;
type Entry = readonly [name: string, value: FormValue];

const entriesOf = new WeakMap<object, Entry[]>();

function toEntry(name: string, value: unknown, fileName?: string): Entry {
    const key = toWellFormed(String(name));
    if (!(value instanceof Blob)) return [key, toWellFormed(String(value))];
    if (value instanceof File && fileName === undefined) return [key, value];
    const options = value instanceof File ? { type: value.type, lastModified: value.lastModified } : { type: value.type };
    return [key, new File([value], fileName === undefined ? 'blob' : String(fileName), options)];
}

/** `FormData` for a host without one. There are no forms here: it starts empty. */
export class FormData {
    constructor() {
        entriesOf.set(this, []);
    }

    append(name: string, value: unknown, fileName?: string): void {
        entriesIn(this).push(toEntry(name, value, fileName));
    }

    set(name: string, value: unknown, fileName?: string): void {
        const entries = entriesIn(this);
        const entry = toEntry(name, value, fileName);
        const at = entries.findIndex(([one]) => one === entry[0]);
        if (at < 0) return void entries.push(entry);
        entriesOf.set(this, entries.filter(([one], index) => one !== entry[0] || index === at));
        entriesIn(this)[at] = entry;
    }

    delete(name: string): void {
        entriesOf.set(this, entriesIn(this).filter(([one]) => one !== String(name)));
    }

    getAll(name: string): FormValue[] {
        return entriesIn(this).filter(([one]) => one === String(name)).map(([, value]) => value);
    }

    get(name: string): FormValue | null {
        const [value = null] = this.getAll(name);
        return value;
    }

    has(name: string): boolean {
        return this.get(name) !== null;
    }

    forEach(visit: (value: FormValue, name: string, form: FormData) => void, self?: unknown): void {
        for (const [name, value] of this) visit.call(self, value, name, this);
    }

    * entries(): IterableIterator<Entry> {
        for (let at = 0; at < entriesIn(this).length; at++) yield entriesIn(this)[at]!.slice() as unknown as Entry;
    }

    * keys(): IterableIterator<string> {
        for (const [name] of this) yield name;
    }

    * values(): IterableIterator<FormValue> {
        for (const [, value] of this) yield value;
    }

    [Symbol.iterator](): IterableIterator<Entry> {
        return this.entries();
    }
}
Object.defineProperty(FormData.prototype, Symbol.toStringTag, { value: 'FormData', configurable: true });

function entriesIn(form: FormData): Entry[] {
    return entriesOf.get(form) as Entry[];
}

const escapeName = (name: string): string => name.replace(/\r\n?|\n/g, '\r\n').replace(/[\r\n"]/g, encodeURIComponent);
let boundaries = 0;

/** A form as a `multipart/form-data` body. */
export function encodeForm(form: FormData): { readonly bytes: Uint8Array; readonly type: string } {
    const encoder = new TextEncoder();
    // No secret, only a text that no value is likely to hold.
    const boundary = `----FormBoundary${Date.now().toString(36)}x${(boundaries++).toString(36)}x${Math.random().toString(36).slice(2, 10)}`;
    const parts: Uint8Array[] = [];
    for (const [name, value] of form) {
        const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
        if (typeof value === 'string') parts.push(encoder.encode(`${head}\r\n\r\n${value.replace(/\r\n?|\n/g, '\r\n')}\r\n`));
        else {
            const type = value.type || 'application/octet-stream';
            parts.push(encoder.encode(`${head}; filename="${escapeName(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`),
                bytesOfBlob(value), encoder.encode('\r\n'));
        }
    }
    parts.push(encoder.encode(`--${boundary}--\r\n`));
    return { bytes: joinBytes(parts), type: `multipart/form-data; boundary=${boundary}` };
}

/**
 * Reads a body as the form that its type says.
 * @throws a `TypeError` for another type, and for a body that is none.
 */
export function decodeForm(bytes: Uint8Array, type: string, readQuery: (text: string) => Iterable<readonly [string, string]>): FormData {
    const form = new FormData();
    if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
        for (const [name, value] of readQuery(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))) form.append(name, value);
        return form;
    }
    const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) || [];
    const fail = (): never => {
        throw new TypeError('formData: the body is no form');
    };
    const boundary = quoted || plain || fail();
    // One character a byte, so that places in the text are places in the bytes.
    const chunks: string[] = [];
    for (let at = 0; at < bytes.length; at += 4096) chunks.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
    const text = chunks.join('');
    const toBytes = (part: string): Uint8Array => Uint8Array.from(part as unknown as ArrayLike<string>, (byte) => byte.charCodeAt(0));
    const utf8 = (part: string): string => new TextDecoder().decode(toBytes(part));
    const unescape = (name: string): string => utf8(name).replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%22/g, '"');
    const mark = `--${boundary}`;
    let at = text.startsWith(mark) ? 0 : fail();
    while (!text.startsWith(`${mark}--`, at)) {
        const headEnd = text.indexOf('\r\n\r\n', at);
        const end = text.indexOf(`\r\n${mark}`, headEnd + 2);
        if (headEnd < 0 || end < 0) fail();
        const head = text.slice(at + mark.length, headEnd);
        const [, name] = /^content-disposition:\s*form-data\b.*?;\s*name="([^"]*)"/im.exec(head) || fail();
        const [, fileName] = /^content-disposition:.*?;\s*filename="([^"]*)"/im.exec(head) || [];
        const [, partType = 'text/plain'] = /^content-type:\s*(.*?)\s*$/im.exec(head) || [];
        const content = bytes.slice(headEnd + 4, end);
        if (fileName === undefined) form.append(unescape(name as string), new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));
        else form.append(unescape(name as string), new File([content], unescape(fileName), { type: partType }));
        at = end + 2;
    }
    return form;
}
