// Unpacks the archives as a user does: the zip entry by entry, as the editor, the npm package with tar.
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureDir, ensureDirSync } from 'fs-extra';
import { openPromise } from 'yauzl';

/**
 * Makes only the folders that have an entry of their own, as the plainest unpacker does. yauzl refuses names that
 * leave the folder, and checks lengths and checksums.
 */
export async function unpackZip(archive: string, folder: string): Promise<void> {
    await ensureDir(folder);
    const zip = await openPromise(archive, { strictFileNames: true });
    for await (const entry of zip.eachEntry()) {
        const to = path.join(folder, entry.fileName);
        if (entry.fileName.endsWith('/')) await ensureDir(to);
        else await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to));
    }
}

/** npm puts everything into a folder `package`, which the command in README strips. */
export function unpackTarball(archive: string, folder: string): void {
    ensureDirSync(folder);
    execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', folder]);
}
