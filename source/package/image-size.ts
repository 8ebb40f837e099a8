/** Width and height from a picture's header: PNG, GIF, JPEG, WebP, BMP; undefined when it is none of them. */
export function readImageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
    if (bytes.byteLength < 16) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = (offset: number, length: number): string => String.fromCharCode(...bytes.subarray(offset, offset + length));
    if (bytes[0] === 0x89 && text(1, 3) === 'PNG' && bytes.byteLength >= 24) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (text(0, 4) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (text(0, 2) === 'BM' && bytes.byteLength >= 26) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP' && bytes.byteLength >= 30) return readWebpSize(view, text(12, 4));
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpegSize(view);
    return undefined;
}

function readWebpSize(view: DataView, chunk: string): { width: number; height: number } | undefined {
    switch (chunk) {
        case 'VP8 ': return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
        case 'VP8L': {
            const bits = view.getUint32(21, true);
            return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
        }
        case 'VP8X': return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
        default: return undefined;
    }
}

/** Walks the segments to the start of a frame (SOF0 to SOF15, but for the three markers that are none). */
function readJpegSize(view: DataView): { width: number; height: number } | undefined {
    let offset = 2;
    while (offset + 9 < view.byteLength && view.getUint8(offset) === 0xff) {
        const marker = view.getUint8(offset + 1);
        if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
            return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
        }
        offset += 2 + view.getUint16(offset + 2);
    }
    return undefined;
}
