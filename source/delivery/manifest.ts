import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { comparePaths, contentTypeOf, listFiles, remoteFolder } from '../package';
import { BuildError, exitCodes, hasErrors } from '../problems';
import { inParallel } from './in-parallel';

/** One file of the remote folder, as it has to be on the server. */
export interface RemoteObject {
    /** Relative to `remoteUrl`, with `/`: `remote/moon/config.abc13.json`. */
    readonly path: string;
    readonly bytes: number;
    /** 64 lower-case hexadecimal digits. */
    readonly sha256: string;
    /** 32 lower-case hexadecimal digits: what stores tell as the ETag of an object sent whole. */
    readonly md5: string;
    readonly contentType: string;
    /** Value of the header `Cache-Control`. */
    readonly cacheControl: string;
}

/** What has to be on the resource server, in the order of the paths. The same folder always gives the same manifest. */
export interface DeliveryManifest {
    readonly version: 1;
    readonly files: readonly RemoteObject[];
}

/** Files are read one after another on each of this many threads' worth of work. */
const filesAtOnce = 4;

/**
 * Reads every file of `<directory>/remote`, in streams.
 * @param onProgress bytes read so far, of all.
 * @throws BuildError for links and names that no server can hold (AMG2xx).
 */
export async function createManifest(directory: string, onProgress?: (done: number, total: number) => void): Promise<DeliveryManifest> {
    const { files, problems } = listFiles(path.join(directory, remoteFolder));
    if (hasErrors(problems)) throw new BuildError(problems, exitCodes.failed);
    const total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const objects: RemoteObject[] = [];
    await inParallel(files.values(), filesAtOnce, async ({ path: name }) => {
        const content = await hashFile(path.join(directory, remoteFolder, name), (bytes) => {
            done += bytes;
            onProgress?.(done, total);
        });
        const objectPath = `${remoteFolder}/${name}`;
        const hasHashes = !files.has(`${name.split('/')[0] ?? ''}/config.json`);
        objects.push({ path: objectPath, ...content, contentType: contentTypeOf(name), cacheControl: hasHashes && hasVersionedName(name) ? lasting : askedForAgain });
    });
    objects.sort((one, other) => comparePaths(one.path, other.path));
    return { version: 1, files: objects };
}

/** What identifies the content of a file. */
export interface Content {
    readonly bytes: number;
    readonly sha256: string;
    readonly md5: string;
}

/** Reads a file once for its length and both of its hashes. */
export async function hashFile(file: string, onBytes?: (bytes: number) => void): Promise<Content> {
    const sha256 = createHash('sha256');
    const md5 = createHash('md5');
    let bytes = 0;
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
        sha256.update(chunk);
        md5.update(chunk);
        bytes += chunk.length;
        onBytes?.(chunk.length);
    }
    return { bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}

/** The manifest as it is written beside the remote folder. */
export function formatManifest(manifest: DeliveryManifest): string {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Whether a name carries an md5 of its content (host contract 4): `config.abc13.json`. */
export function hasVersionedName(name: string): boolean {
    return /\.[0-9a-f]{5,32}\.[^./]+$/.test(name);
}

/** A versioned name never changes its content and may be kept for ever. */
const lasting = 'public, max-age=31536000, immutable';
/** Any other name, and a date in one of a bundle without md5 names, which only looks like an md5. */
const askedForAgain = 'no-cache';
