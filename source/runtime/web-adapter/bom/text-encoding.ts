/** Text without lone surrogates: each becomes U+FFFD, as in every encoding to UTF-8. */
export const toWellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** `TextEncoder` for a host without one: UTF-8. */
export class TextEncoder {
    declare readonly encoding: string;

    encode(text = ''): Uint8Array {
        // Each byte as a percent sign's two digits, then as one character.
        return Uint8Array.from(unescape(encodeURIComponent(toWellFormed(String(text)))) as unknown as ArrayLike<string>, (byte) => byte.charCodeAt(0));
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

/** `TextDecoder` for a host without one: UTF-8 alone, with the Encoding standard's replacement of broken sequences. */
export class TextDecoder {
    readonly encoding = 'utf-8';
    readonly fatal: boolean;
    readonly ignoreBOM: boolean;
    /** Bytes of a sequence whose end is still to come. */
    private rest: number[] = [];
    /** The next character is the first of its text: a byte order mark there is dropped. */
    private atStart = true;

    /** @throws a `RangeError` for any other encoding than UTF-8. */
    constructor(label = 'utf-8', { fatal, ignoreBOM }: TextDecoderOptions = {}) {
        if (!/^\s*utf-?8\s*$/i.test(label)) throw new RangeError(`TextDecoder: no ${label}, only utf-8`);
        this.fatal = !!fatal;
        this.ignoreBOM = !!ignoreBOM;
    }

    /** @throws a `TypeError` for broken UTF-8 when made with `fatal`. */
    decode(input: ArrayBuffer | ArrayBufferView = new ArrayBuffer(0), { stream }: { readonly stream?: boolean } = {}): string {
        const { rest, fatal } = this;
        let bytes = toBytes(input);
        if (rest.length) bytes = Uint8Array.from(rest.concat(Array.from(bytes)));
        const { length } = bytes;
        let text = '';
        this.rest = [];
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
                if (fatal) {
                    this.atStart = true;
                    throw new TypeError('TextDecoder: the bytes are not UTF-8');
                }
                code = 0xfffd;
            }
            if (this.ignoreBOM || !this.atStart || code !== 0xfeff) text += String.fromCodePoint(code);
            this.atStart = false;
        }
        if (!stream) this.atStart = true;
        return text;
    }
}
