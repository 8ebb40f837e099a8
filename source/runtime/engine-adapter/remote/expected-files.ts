import { HostError } from '../../my/errors';
import { digestFile, readBytes, statFile, type FileHost } from '../../my/files';

/** What a file has to be: a row of its bundle's `files.<ver>.json`, which the packager puts beside the config. */
export interface ExpectedFile {
    /** From the bundle's base. */
    readonly path: string;
    readonly bytes: number;
    /** 32 lower-case hexadecimal digits. */
    readonly md5: string;
}

/** Types whose files never begin with sixteen printable characters. */
const binary = /\.(png|jpe?g|bmp|gif|webp|image|pvr|pkm|astc|mp3|ogg|wav|m4a|tt[fc]|zip|mp4)$/;

/** Types whose files are text: a torn one looks like an error page in plain text, and is taken for torn. */
const text = /\.(txt|xml|vsh|fsh|atlas|tmx|tsx|fnt|plist|svg)$/;

/**
 * Import, native and zip names carry the first five digits of their md5; a font keeps its own name and has them in its
 * folder's. `config.` and `index.` carry the bundle's version instead.
 */
const hashInName = /\/(?:(?:import|native)\/\w\w\/[\w@-]+|res)\.([0-9a-f]{5})(?:\.\w+|\/[^/]+)$/;

/** Whether a file that is not right is of another kind, by its first sixteen characters. */
function isOther(url: string, start: string, isKnown: boolean): boolean {
    // A torn JSON file still begins as one.
    if (isKnown && /\.json$/.test(url)) return !/^\s*[[{"]/.test(start);
    return binary.test(url) || isKnown && !text.test(url) ? /^[\s -~]*$/.test(start) : /^\s*<(!doctype )?html/i.test(start);
}

/**
 * Proves that a download is the file it should be, since the body of a 404 may come as a success (platform facts 3.5):
 * by md5 where the list or the name has one, else by its length, else by how it begins. The host does the hashing.
 * Rejects with a `HostError`: with code 404 for another file, without a code for a damaged one.
 */
export async function verifyDownload(my: FileHost, path: string, address: string, expected?: ExpectedFile): Promise<void> {
    const url = address.replace(/\?.*/, '');
    const md5 = expected ? expected.md5 : (hashInName.exec(url) || [])[1];
    // A host that cannot hash says nothing about the file.
    const digest = md5 && await digestFile(my, path).catch(() => undefined);
    if (digest ? digest.indexOf(md5) === 0 : expected && (await statFile(my, path)).bytes === expected.bytes) return;
    const start = String.fromCharCode(...new Uint8Array(await readBytes(my, path, 16)).subarray(0, 16));
    const isKnown = !!(digest || expected);
    if (start && isOther(url, start, isKnown)) {
        throw new HostError('unknown', 'downloadFile', address, 'the server sent another file; upload the remote folder again', 404);
    }
    if (isKnown || !start && binary.test(url)) throw new HostError('unknown', 'downloadFile', address, 'arrived damaged');
}
