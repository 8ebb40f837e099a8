const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const codes = new Uint8Array(64);
/** The six bits of a character's code; 255 for a character that is none of base64's. URL-safe characters count too. */
const bits = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) {
    const code = alphabet.charCodeAt(value);
    codes[value] = code;
    bits[code] = value;
}
const urlSafe = bits.slice();
urlSafe['-'.charCodeAt(0)] = 62;
urlSafe['_'.charCodeAt(0)] = 63;

/** Character codes are made into strings in pieces of this size: an engine's limit for arguments is far above it. */
const piece = 0x2000;

/** A string of one character per byte, each of code 0 to 255 (or to 127 where the bytes are ASCII). */
export function bytesToString(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode.apply(null, bytes.subarray(at, at + piece) as unknown as number[]);
    return text;
}

/** Base64, padded, in the ordinary alphabet. */
export function encodeBase64(bytes: Uint8Array): string {
    const { length } = bytes;
    const out = new Uint8Array(Math.ceil(length / 3) * 4);
    let to = 0;
    let at = 0;
    for (; at + 2 < length; at += 3) {
        const word = (bytes[at] as number) << 16 | (bytes[at + 1] as number) << 8 | (bytes[at + 2] as number);
        out[to] = codes[word >> 18] as number;
        out[to + 1] = codes[word >> 12 & 63] as number;
        out[to + 2] = codes[word >> 6 & 63] as number;
        out[to + 3] = codes[word & 63] as number;
        to += 4;
    }
    if (at < length) {
        const second = bytes[at + 1];
        const word = (bytes[at] as number) << 16 | (second || 0) << 8;
        out[to] = codes[word >> 18] as number;
        out[to + 1] = codes[word >> 12 & 63] as number;
        out[to + 2] = second === undefined ? 61 : codes[word >> 6 & 63] as number;
        out[to + 3] = 61;
    }
    return bytesToString(out);
}

/**
 * The bytes of base64 text, in the ordinary or the URL-safe alphabet, with or without padding: hosts send all of
 * these (platform facts 3.5). Undefined when the text is no base64.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
    return decode(text, urlSafe);
}

function decode(text: string, table: Uint8Array): Uint8Array | undefined {
    let { length } = text;
    if (length % 4 === 0) for (let padding = 0; padding < 2 && text[length - 1] === '='; padding += 1) length -= 1;
    if (length % 4 === 1) return undefined;
    const bytes = new Uint8Array(length * 3 >> 2);
    let to = 0;
    let word = 0;
    for (let at = 0; at < length; at += 1) {
        const code = text.charCodeAt(at);
        const value = code < 128 ? table[code] as number : 255;
        if (value > 63) return undefined;
        word = word << 6 | value;
        if (at % 4 === 3) {
            bytes[to] = word >> 16;
            bytes[to + 1] = word >> 8;
            bytes[to + 2] = word;
            to += 3;
            word = 0;
        }
    }
    if (length % 4 === 2) bytes[to] = word >> 4;
    if (length % 4 === 3) {
        bytes[to] = word >> 10;
        bytes[to + 1] = word >> 2;
    }
    return bytes;
}

const invalidCharacter = (message: string): Error => Object.assign(new Error(message), { name: 'InvalidCharacterError', code: 5 });

/** HTML's `btoa`. @throws an `InvalidCharacterError` for a character above U+00FF. */
export function btoa(binary: string): string {
    const text = String(binary);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code > 255) throw invalidCharacter('btoa: a character is above U+00FF');
        bytes[at] = code;
    }
    return encodeBase64(bytes);
}

/** HTML's `atob`, with its forgiving rules: blanks are skipped, padding may be missing. @throws an `InvalidCharacterError`. */
export function atob(base64: string): string {
    const bytes = decode(String(base64).replace(/[\t\n\f\r ]/g, ''), bits);
    if (!bytes) throw invalidCharacter('atob: the text is not base64');
    return bytesToString(bytes);
}
