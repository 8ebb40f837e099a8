const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    json: 'application/json; charset=utf-8',
    map: 'application/json; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    xml: 'text/xml; charset=utf-8',
    svg: 'image/svg+xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    bmp: 'image/bmp',
    ico: 'image/x-icon',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    wav: 'audio/wav',
    mp4: 'video/mp4',
    ttf: 'font/ttf',
    woff: 'font/woff',
    woff2: 'font/woff2',
    wasm: 'application/wasm',
    zip: 'application/zip',
};

/** The media type a file is served with, by the extension of its name; what the engine alone reads is plain bytes. */
export function contentTypeOf(name: string): string {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return types[extension] ?? 'application/octet-stream';
}
