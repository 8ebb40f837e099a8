import { HostError } from '../../my/errors';
import { digestFile, readBytes, statFile, type FileHost } from '../../my/files';

/** What a file has to be, from its bundle's `files.<ver>.json`. */
export interface ExpectedFile {
    readonly bytes: number;
    /** 32 lower-case hexadecimal digits. */
    readonly md5: string;
}

/** Types whose files never begin with sixteen printable characters. */
const binary = /\.(png|jpe?g|bmp|gif|ico|tiff|image|webp|pvr|pkm|astc|mp3|ogg|wav|m4a|ttf|ttc|eot|woff|zip|mp4|avi|mov|mpe?g|rm(vb)?)$/;

/**
 * Import, native and zip names carry the first five digits of their md5; a font keeps its own name and has them in its
 * folder's. `config.` and `index.` carry the bundle's version instead (engine-adapter issue, runtime contract 3).
 */
const hashInName = /\/(?:(?:import|native)\/\w\w\/[\w@-]+|res)\.([0-9a-f]{5})(?:\.\w+|\/[^/]+)$/;

/** What the server sent is another file: asking again would not change that. Reads as the 404 it most likely is. */
function rejectAsOther(url: string): never {
    throw new HostError('unknown', 'downloadFile', url, 'the server sent another file; upload the remote folder again', 404);
}

/**
 * Proves that a download is the file it should be, since the body of a 404 may come as a success (platform facts 3.5):
 * by md5 where the list or the name has one, else by its length, else by how it begins. The host does the hashing.
 * Rejects with a `HostError`: with code 404 for another file, without a code for a damaged one.
 */
export async function verifyDownload(my: FileHost, path: string, address: string, expected?: ExpectedFile): Promise<void> {
    const url = address.replace(/\?.*/, '');
    const md5 = expected ? expected.md5 : (hashInName.exec(url) || [])[1];
    const digest = md5 && await digestFile(my, path).catch(unlessMissing);
    let right = !!digest && digest.slice(0, md5.length) === md5;
    if (!digest && expected) right = (await statFile(my, path)).bytes === expected.bytes;
    if (right) return;
    const start = String.fromCharCode.apply(null, Array.from(new Uint8Array(await readBytes(my, path, 16)).slice(0, 16)));
    const isText = /^[\s -~]*$/.test(start);
    if (digest || expected) {
        if (isText) rejectAsOther(address);
        throw new HostError('unknown', 'downloadFile', address, 'arrived damaged');
    }
    if (binary.test(url) ? isText : /^\s*<(!doctype )?html/i.test(start)) rejectAsOther(address);
}

/** A host that cannot hash says nothing about the file; a file that is gone does. */
function unlessMissing(error: HostError): undefined {
    if (error.kind === 'not-found') throw error;
    return undefined;
}
