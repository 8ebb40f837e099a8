/** Text without lone surrogates: each becomes U+FFFD, as in every encoding to UTF-8. */
export const toWellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** `TextEncoder` for a host without one: UTF-8. */
export class TextEncoder {
    declare readonly encoding: string;

    encode(text = ''): Uint8Array {
        // Each byte as a percent sign's two digits, then as one character.
        return Uint8Array.from(unescape(encodeURIComponent(toWellFormed(String(text)))) as unknown as ArrayLike<string>, (byte) => byte.charCodeAt(0));
    }

    /** Writes as many whole characters as there is room for. `read` counts UTF-16 units, `written` bytes. */
    encodeInto(text: string, room: Uint8Array): { readonly read: number; readonly written: number } {
        let read = 0;
        let written = 0;
        for (const character of toWellFormed(String(text))) {
            let code = character.codePointAt(0) as number;
            const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            if (written + size > room.length) break;
            for (let at = size; --at; code >>= 6) room[written + at] = 0x80 | code & 63;
            room[written] = [code, 0xc0 | code, 0xe0 | code, 0xf0 | code][size - 1] as number;
            written += size;
            read += character.length;
        }
        return { read, written };
    }
}
Object.assign(TextEncoder.prototype, { encoding: 'utf-8' });

export interface TextDecoderOptions {
    readonly fatal?: boolean;
    readonly ignoreBOM?: boolean;
}

/** The bytes of a buffer or of a view on one; works across realms. */
export function toBytes(data: ArrayBuffer | ArrayBufferView): Uint8Array {
    return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

/**
 * `TextDecoder` for a host without one: UTF-8 and little-endian UTF-16, with the Encoding standard's replacement of
 * broken sequences. Emscripten makes a decoder of each as soon as there is this class.
 */
export class TextDecoder {
    readonly encoding: 'utf-8' | 'utf-16le';
    readonly fatal: boolean;
    readonly ignoreBOM: boolean;
    /** Bytes of a sequence whose end is still to come. */
    private rest: number[] = [];
    /** The next character is the first of its text: a byte order mark there is dropped. */
    private atStart = true;

    /** @throws a `RangeError` for any other encoding. */
    constructor(label = 'utf-8', { fatal, ignoreBOM }: TextDecoderOptions = {}) {
        const [, unitBits] = /^\s*utf-?(8|16|16le)\s*$/i.exec(label) || [];
        if (!unitBits) throw new RangeError(`TextDecoder: no ${label}, only utf-8 and utf-16le`);
        this.encoding = unitBits === '8' ? 'utf-8' : 'utf-16le';
        this.fatal = !!fatal;
        this.ignoreBOM = !!ignoreBOM;
    }

    /** @throws a `TypeError` for broken text when made with `fatal`. */
    decode(input: ArrayBuffer | ArrayBufferView = new ArrayBuffer(0), { stream }: { readonly stream?: boolean } = {}): string {
        const { rest } = this;
        let bytes = toBytes(input);
        if (rest.length) bytes = Uint8Array.from(rest.concat(Array.from(bytes)));
        this.rest = [];
        const text = this.encoding === 'utf-8' ? this.decodeUtf8(bytes, stream) : this.decodeUtf16(bytes, stream);
        if (!stream) this.atStart = true;
        return text;
    }

    private decodeUtf16(bytes: Uint8Array, stream?: boolean): string {
        const { length } = bytes;
        let units = '';
        let at = 0;
        for (; at + 1 < length; at += 2) units += String.fromCharCode(bytes[at + 1] as number << 8 | bytes[at] as number);
        // The first half of a pair, or of a unit, waits for the second; at the end they are one broken character.
        if (stream || at < length) {
            const whole = units.replace(/[\ud800-\udbff]$/, '');
            if (stream) this.rest = Array.from(bytes.subarray(whole.length * 2));
            units = stream ? whole : whole + '\ud800';
        }
        const text = toWellFormed(units);
        if (this.fatal && text !== units) this.fail();
        const isMarked = !this.ignoreBOM && this.atStart && text[0] === '\ufeff';
        if (text) this.atStart = false;
        return isMarked ? text.slice(1) : text;
    }

    private fail(): never {
        this.atStart = true;
        throw new TypeError(`TextDecoder: the bytes are not ${this.encoding}`);
    }

    private decodeUtf8(bytes: Uint8Array, stream?: boolean): string {
        const { length } = bytes;
        let text = '';
        for (let at = 0; at < length;) {
            const start = at;
            const byte = bytes[at++] as number;
            let code = byte;
            // How many more bytes follow the first; -1 where it cannot be a first.
            let needed = byte < 0x80 ? 0 : byte < 0xc2 || byte > 0xf4 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
            if (needed > 0) {
                code &= 63 >> needed;
                // Overlong forms, surrogates and what is above U+10FFFF show in the second byte.
                let lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
                let upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
                for (let next; needed && (next = bytes[at] as number) >= lower && next <= upper; needed--, at++) {
                    code = code << 6 | next & 63;
                    lower = 0x80;
                    upper = 0xbf;
                }
                if (needed && at === length && stream) {
                    this.rest = Array.from(bytes.subarray(start));
                    break;
                }
            }
            if (needed) {
                if (this.fatal) this.fail();
                code = 0xfffd;
            }
            if (this.ignoreBOM || !this.atStart || code !== 0xfeff) text += String.fromCodePoint(code);
            this.atStart = false;
        }
        return text;
    }
}
