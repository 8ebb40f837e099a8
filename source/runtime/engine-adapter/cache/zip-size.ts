const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;

/**
 * How many bytes a zip's files take when unpacked, from its central directory (PKWARE APPNOTE 4.3.12 and 4.3.16).
 * Undefined when this is no whole zip: a truncated download has no end record.
 */
export function unpackedBytes(zip: ArrayBuffer): number | undefined {
    const view = new DataView(zip);
    for (let end = view.byteLength - 22; end >= 0; end--) {
        if (view.getUint32(end, true) !== endSignature) continue;
        let bytes = 0;
        let at = view.getUint32(end + 16, true);
        for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
            if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return undefined;
            bytes += view.getUint32(at + 24, true);
            at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        }
        return bytes;
    }
    return undefined;
}
