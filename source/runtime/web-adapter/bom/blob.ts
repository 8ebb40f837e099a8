import { defineFields } from '../define-property';
import { TextDecoder, TextEncoder, toBytes } from './text-encoding';

export type BlobPart = Blob | ArrayBuffer | ArrayBufferView | string;

export interface BlobOptions {
    readonly type?: string;
    readonly endings?: 'transparent' | 'native';
}

export interface FileOptions extends BlobOptions {
    readonly lastModified?: number;
}

const contents = new WeakMap<object, Uint8Array>();

/** The bytes of one of our blobs; not a copy. */
export function bytesOfBlob(blob: Blob): Uint8Array {
    return contents.get(blob) as Uint8Array;
}

/** One array with the bytes of all, in their order. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
    const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        joined.set(part, at);
        at += part.length;
    }
    return joined;
}

/** The bytes of a buffer, a view, one of our blobs; undefined for anything else. Works across realms. */
export function toPartBytes(part: unknown): Uint8Array | undefined {
    if (part instanceof Blob) return bytesOfBlob(part);
    return part && typeof part === 'object' && 'byteLength' in part ? toBytes(part as ArrayBuffer) : undefined;
}

/** A type as the File API keeps it: in lower case, or empty where it has a character that none may have. */
const toType = (type: unknown = ''): string => /[^ -~]/.test(String(type)) ? '' : String(type).toLowerCase();

/** `Blob` for a host without one. Its bytes are in memory; it has no stream and no address of its own. */
export class Blob {
    declare readonly size: number;
    declare readonly type: string;

    /** @throws a `TypeError` for parts that are no list. */
    constructor(parts: Iterable<BlobPart> = [], { type, endings }: BlobOptions = {}) {
        if (!parts || typeof parts !== 'object' || !(Symbol.iterator in parts)) throw new TypeError('Blob: its parts are no list');
        const toText = (part: unknown): string => endings === 'native' ? String(part).replace(/\r\n?/g, '\n') : String(part);
        const bytes = joinBytes(Array.from(parts, (part) => toPartBytes(part) || new TextEncoder().encode(toText(part))));
        contents.set(this, bytes);
        defineFields(this, { size: bytes.length, type: toType(type) }, false);
    }

    slice(start = 0, end = this.size, type?: string): Blob {
        return new Blob([bytesOfBlob(this).slice(start, end)], { type: type as string });
    }

    arrayBuffer(): Promise<ArrayBuffer> {
        return this.bytes().then(({ buffer }) => buffer as ArrayBuffer);
    }

    bytes(): Promise<Uint8Array> {
        return Promise.resolve(bytesOfBlob(this).slice());
    }

    text(): Promise<string> {
        return Promise.resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOfBlob(this)));
    }
}
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { value: 'Blob', configurable: true });

/** `File`: a blob with a name. */
export class File extends Blob {
    declare readonly name: string;
    declare readonly lastModified: number;

    constructor(parts: Iterable<BlobPart>, name: string, options: FileOptions = {}) {
        if (arguments.length < 2) throw new TypeError('File: it needs a name');
        super(parts, options);
        const { lastModified = Date.now() } = options;
        defineFields(this, { name: String(name), lastModified }, false);
    }
}
Object.defineProperty(File.prototype, Symbol.toStringTag, { value: 'File', configurable: true });
