/** One object of a listing. */
export interface ListedObject {
    readonly key: string;
    readonly bytes: number;
    /** Without quotes, in lower case: an md5 for objects sent whole and not encrypted. */
    readonly etag: string;
}

export interface ObjectPage {
    readonly objects: readonly ListedObject[];
    /** Where the next page begins; undefined for the last one. */
    readonly nextMarker: string | undefined;
}

/**
 * Reads an answer of the S3 call ListObjects. Its XML is flat and holds no attributes or comments that matter; names
 * are asked for percent-encoded, which leaves nothing for XML to escape where the store obeys.
 */
export function parseObjectPage(xml: string): ObjectPage {
    const encoded = textOf(xml, 'EncodingType') === 'url';
    const nameOf = (text: string): string => (encoded ? decodeURIComponent(text.replace(/\+/g, ' ')) : text);
    const objects = [...xml.matchAll(/<Contents>([^]*?)<\/Contents>/g)].map(([, content = '']) => ({
        key: nameOf(textOf(content, 'Key')),
        bytes: Number(textOf(content, 'Size')),
        etag: textOf(content, 'ETag').replace(/"/g, '').toLowerCase(),
    }));
    if (textOf(xml, 'IsTruncated') !== 'true') return { objects, nextMarker: undefined };
    // Without a delimiter S3 names no next marker: it is the last key then.
    const named = nameOf(textOf(xml.replace(/<Contents>[^]*<\/Contents>/, ''), 'NextMarker'));
    return { objects, nextMarker: named === '' ? objects[objects.length - 1]?.key : named };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

function textOf(xml: string, tag: string): string {
    const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
    return text.replace(/&(?:(\w+)|#(\d+)|#x([0-9a-f]+));/gi, (whole, name?: string, decimal?: string, hex?: string) =>
        name !== undefined ? entities[name] ?? whole : String.fromCodePoint(decimal !== undefined ? Number(decimal) : parseInt(hex ?? '0', 16)));
}
