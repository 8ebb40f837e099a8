import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parseRemoteList, type FileEntry, type RemoteFile } from '../package';

/**
 * How much older than its list a file must be for the list to vouch for it: coarser than the clocks of file systems,
 * so that a file changed right after it was hashed is never taken for unchanged.
 */
const clockGrainMs = 50;
const chunkBytes = 1024 * 1024;

/** A list that an earlier run wrote, with the time it was written. */
export interface KnownHashes {
    find(path: string, entry: FileEntry): string | undefined;
}

/** Knows nothing: every file is read. */
export const noKnownHashes: KnownHashes = { find: () => undefined };

/**
 * Trusts a list for every file of the same size that has not been touched since the list was written. `ctime` is what
 * guards it: unlike `mtime` no program can set it back, and every write, rename and copy sets it forward.
 */
export function readKnownHashes(listFile: string, list: FileEntry): KnownHashes {
    const known = new Map<string, RemoteFile>((parseRemoteList(readFileSync(listFile, 'utf8'))?.files ?? []).map((file) => [file.path, file]));
    return {
        find: (path, entry) => {
            const file = known.get(path);
            return file !== undefined && file.bytes === entry.bytes && entry.ctimeMs + clockGrainMs < list.mtimeMs ? file.md5 : undefined;
        },
    };
}

/** The md5 of a file, in lower-case hexadecimal digits, read in chunks into one buffer for all files. */
export function createFileHasher(): (directory: string, path: string) => string {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    return (directory, path) => {
        const hash = createHash('md5');
        const descriptor = openSync(join(directory, path), 'r');
        try {
            for (let read = readSync(descriptor, buffer, 0, chunkBytes, null); read > 0; read = readSync(descriptor, buffer, 0, chunkBytes, null)) {
                hash.update(read === chunkBytes ? buffer : buffer.subarray(0, read));
            }
        } finally {
            closeSync(descriptor);
        }
        return hash.digest('hex');
    };
}

/** The md5 of bytes at hand. */
export function hashBytes(data: Uint8Array | string): string {
    return createHash('md5').update(data).digest('hex');
}
