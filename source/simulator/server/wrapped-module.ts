import { modulePrefix } from '../protocol';

const mapComment = /\n?\/\/[#@] ?sourceMappingURL=\S*\s*$/;

/**
 * Wraps a CommonJS module so that `importScripts` can load it: a page that refuses eval and new Function to the
 * game (platform facts 2.5) leaves no other road.
 * @param mapAddress where its source map is served, if it has one; a comment left in the source is replaced.
 */
export function wrapModule(source: string, mapAddress: string | undefined): string {
    const body = mapAddress === undefined ? source : source.replace(mapComment, '');
    const comment = mapAddress === undefined ? '' : `\n//# sourceMappingURL=${mapAddress}`;
    return `${modulePrefix}${body}\n});${comment}`;
}

interface PlainMap {
    readonly mappings: string;
}

interface IndexMap {
    readonly sections: readonly { readonly offset: { readonly line: number; readonly column: number } }[];
}

/**
 * Moves a source map by the wrapper's prefix: only columns of the first line change.
 * @returns the map as JSON text; a text that is no source map comes back as it was.
 */
export function shiftSourceMap(text: string, columns: number = modulePrefix.length): string {
    let map: unknown;
    try {
        map = JSON.parse(text);
    } catch {
        return text;
    }
    if (isPlainMap(map)) return JSON.stringify({ ...map, mappings: shiftFirstLine(map.mappings, columns) });
    if (isIndexMap(map)) {
        const sections = map.sections.map((section) => section.offset.line === 0
            ? { ...section, offset: { line: 0, column: section.offset.column + columns } }
            : section);
        return JSON.stringify({ ...map, sections });
    }
    return text;
}

function isPlainMap(map: unknown): map is PlainMap {
    return typeof map === 'object' && map !== null && typeof (map as Partial<PlainMap>).mappings === 'string';
}

function isIndexMap(map: unknown): map is IndexMap {
    return typeof map === 'object' && map !== null && Array.isArray((map as Partial<IndexMap>).sections);
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first field of a line's first segment is its column; all later ones are relative to it. */
function shiftFirstLine(mappings: string, columns: number): string {
    const firstField = /^[A-Za-z0-9+/]/.test(mappings) ? readNumber(mappings) : undefined;
    if (!firstField) return mappings;
    return writeNumber(firstField.value + columns) + mappings.slice(firstField.length);
}

/** Base64 VLQ of the source map format: five bits a digit, lowest first, the very lowest bit is the sign. */
function readNumber(text: string): { value: number; length: number } {
    let value = 0;
    let length = 0;
    for (let shift = 0; ; shift += 5) {
        const digit = digits.indexOf(text.charAt(length));
        length += 1;
        value += (digit & 31) << shift;
        if ((digit & 32) === 0 || length >= text.length) break;
    }
    return { value: value & 1 ? -(value >> 1) : value >> 1, length };
}

function writeNumber(value: number): string {
    let rest = value < 0 ? (-value << 1) | 1 : value << 1;
    let text = '';
    do {
        const digit = rest & 31;
        rest >>>= 5;
        text += digits.charAt(rest > 0 ? digit | 32 : digit);
    } while (rest > 0);
    return text;
}
