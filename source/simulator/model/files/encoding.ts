import type { FileEncoding } from '../../../platform/my';

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16Decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const utf8Encoder = new TextEncoder();

const encodings: ReadonlySet<string> = new Set(['ascii', 'base64', 'binary', 'hex', 'latin1', 'ucs2', 'ucs-2', 'utf16le', 'utf-16le', 'utf8', 'utf-8']);

/** The legal encodings of platform facts 3.4; absent and `''` mean bytes. */
export function isEncoding(encoding: unknown): encoding is FileEncoding | undefined {
    return encoding === undefined || encoding === null || encoding === '' || (typeof encoding === 'string' && encodings.has(encoding));
}

/** Bytes as text of an encoding. */
export function decodeBytes(bytes: Uint8Array, encoding: FileEncoding): string {
    switch (encoding) {
        case 'base64':
            return encodeBase64(bytes);
        case 'hex':
            return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
        case 'ascii':
            return toBinaryString(bytes.map((byte) => byte & 0x7f));
        case 'binary':
        case 'latin1':
            return toBinaryString(bytes);
        case 'ucs2':
        case 'ucs-2':
        case 'utf16le':
        case 'utf-16le':
            return utf16Decoder.decode(bytes);
        default:
            return utf8Decoder.decode(bytes);
    }
}

/** Text of an encoding as bytes. */
export function encodeText(text: string, encoding: FileEncoding | undefined): Uint8Array {
    switch (encoding) {
        case 'base64':
            return decodeBase64(text);
        case 'hex':
            return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => parseInt(pair, 16));
        case 'ascii':
        case 'binary':
        case 'latin1':
            return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
        case 'ucs2':
        case 'ucs-2':
        case 'utf16le':
        case 'utf-16le': {
            const bytes = new Uint8Array(text.length * 2);
            for (let index = 0; index < text.length; index++) {
                const unit = text.charCodeAt(index);
                bytes[2 * index] = unit & 0xff;
                bytes[2 * index + 1] = unit >> 8;
            }
            return bytes;
        }
        default:
            return utf8Encoder.encode(text);
    }
}

export function decodeUtf8(bytes: Uint8Array): string {
    return utf8Decoder.decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
    return utf8Encoder.encode(text);
}

interface Base64Functions { atob(text: string): string; btoa(binary: string): string }
const { atob, btoa } = globalThis as unknown as Base64Functions;

export function encodeBase64(bytes: Uint8Array): string {
    return btoa(toBinaryString(bytes));
}

/** Takes the URL-safe alphabet and missing padding too. */
export function decodeBase64(text: string): Uint8Array {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/[\s=]+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
}

function toBinaryString(bytes: Uint8Array): string {
    const blocks: string[] = [];
    const blockSize = 0x8000;
    for (let start = 0; start < bytes.length; start += blockSize) {
        blocks.push(String.fromCharCode(...bytes.subarray(start, start + blockSize)));
    }
    return blocks.join('');
}
