import { decodeBase64 } from '../../../../source/runtime/web-adapter/bom/base64';
import { givenInput } from '../environment';
import type { Input } from '../input';

export const input = JSON.parse(givenInput) as Input;

const decoded = new Map<object, Record<string, Uint8Array>>();

/** Files as bytes; the same object for the same files. */
export function decodeFiles(files: Readonly<Record<string, string>>): Readonly<Record<string, Uint8Array>> {
    const known = decoded.get(files);
    if (known) return known;
    const bytes = Object.fromEntries(Object.entries(files).map(([name, data]) => [name, decodeBase64(data)!]));
    decoded.set(files, bytes);
    return bytes;
}
