const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
/** An end record with the longest comment there can be. Without one, the directory of some 600 files fits, too. */
const tailLength = 22 + 0xffff;

/** What the end of a zip tells: how many bytes its files take, or where its directory begins if that is before the end at hand. */
interface Finding {
    readonly unpacked?: number;
    readonly directory: number;
}

/** @param tail the last bytes of a file of `bytes` bytes. Undefined when they are no zip's: PKWARE APPNOTE 4.3.12, 4.3.16 */
function inspect(tail: ArrayBuffer, bytes: number): Finding | undefined {
    const view = new DataView(tail);
    for (let end = view.byteLength - 22; end >= 0; end--) {
        if (view.getUint32(end, true) !== endSignature) continue;
        const directory = view.getUint32(end + 16, true);
        let at = directory - bytes + view.byteLength;
        if (at < 0) return { directory };
        let unpacked = 0;
        for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
            if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return undefined;
            unpacked += view.getUint32(at + 24, true);
            at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        }
        return { unpacked, directory };
    }
    return undefined;
}

/**
 * How many bytes a zip's files take when unpacked, from its central directory. Undefined when this is no whole zip: a
 * truncated download has no end record.
 * Reads the end of the file, so that a zip of many megabytes does not come into memory; all of it only where the host
 * does not read parts, or other ones than asked for (`position` and `length` are typed but measured nowhere, platform
 * facts 3.4).
 * @param bytes the file's length; 0 where unknown
 * @param read gives the file's bytes: `length` of them from `position` on, or all. Rejections of the latter are passed on
 */
export async function unpackedBytes(bytes: number, read: (length?: number, position?: number) => Promise<ArrayBuffer>): Promise<number | undefined> {
    const readFrom = (position: number): Promise<Finding | undefined> => read(bytes - position, position).then((tail) => inspect(tail, bytes), () => undefined);
    let found = bytes > tailLength ? await readFrom(bytes - tailLength) : undefined;
    if (found && found.unpacked === undefined) found = await readFrom(found.directory);
    if (!found || found.unpacked === undefined) {
        const zip = await read();
        found = inspect(zip, zip.byteLength);
    }
    return found && found.unpacked;
}
