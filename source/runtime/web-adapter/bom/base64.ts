import { domError } from '../errors';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Character code of each value, and value of each character code: 255 for a character that is none of base64's. */
const codes = new Uint8Array(64);
const values = new Uint8Array(65536).fill(255);
for (let value = 0; value < 64; value++) values[codes[value] = alphabet.charCodeAt(value)] = value;

/** A string of one character per byte. In pieces: an engine limits how many arguments a call may have. */
function bytesToString(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode.apply(null, bytes.subarray(at, at + 4096) as unknown as number[]);
    return text;
}

/** Base64, padded, in the ordinary alphabet. */
export function encodeBase64(bytes: Uint8Array): string {
    const { length } = bytes;
    const out = new Uint8Array(Math.ceil(length / 3) * 4);
    let to = 0;
    for (let at = 0; at < length; at += 3) {
        // Beyond the end there is undefined, which counts as 0 here.
        const word = bytes[at] as number << 16 | bytes[at + 1] as number << 8 | bytes[at + 2] as number;
        out[to++] = codes[word >> 18] as number;
        out[to++] = codes[word >> 12 & 63] as number;
        out[to++] = codes[word >> 6 & 63] as number;
        out[to++] = codes[word & 63] as number;
    }
    out.fill(61, out.length - (3 - length % 3) % 3);
    return bytesToString(out);
}

/** The bytes of base64 text, padded or not; undefined when the text is no base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
    let { length } = text;
    if (length % 4 === 0) while (length && text.length - length < 2 && text[length - 1] === '=') length--;
    const bytes = new Uint8Array(length * 3 >> 2);
    let to = 0;
    let word = 0;
    let held = 0;
    for (let at = 0; at < length; at++) {
        const value = values[text.charCodeAt(at)] as number;
        if (value > 63) return undefined;
        word = word << 6 | value;
        held += 6;
        if (held >= 8) bytes[to++] = word >> (held -= 8);
    }
    return length % 4 === 1 ? undefined : bytes;
}

/** HTML's `btoa`. @throws an `InvalidCharacterError` for a character above U+00FF. */
export function btoa(binary: string): string {
    const text = String(binary);
    if (/[^\0-\xff]/.test(text)) throw domError('InvalidCharacterError', 'btoa: a character is above U+00FF');
    return encodeBase64(Uint8Array.from(text as unknown as ArrayLike<string>, (character) => character.charCodeAt(0)));
}

/** HTML's `atob`, with its forgiving rules: blanks are skipped, padding may be missing. @throws an `InvalidCharacterError`. */
export function atob(base64: string): string {
    const bytes = decodeBase64(String(base64).replace(/[\t\n\f\r ]/g, ''));
    if (!bytes) throw domError('InvalidCharacterError', 'atob: the text is not base64');
    return bytesToString(bytes);
}
