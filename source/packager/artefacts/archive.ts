import { closeSync, createWriteStream, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { PlannedFile } from '../plan';
import type { Progress } from '../request';
import { absolutePath, type Roots } from '../roots';

/** Types that are compressed already: deflating them again takes two thirds of the time for 0.05 % of the size (anchors 4.2). */
const compressed = /\.(png|jpe?g|webp|gif|mp3|m4a|ogg|aac|mp4|zip|gz|br|woff2?|pkm|pvr|astc|ktx2?)$/i;
/** The same date in every archive: the first day that zip knows, so that the same input gives the same bytes. */
const date = new Date(Date.UTC(1980, 0, 1));
/** How much of the archive may wait for the disk. */
const bufferedBytes = 4 * 1024 * 1024;
/** Length of a zip's end record without its comment. */
const endRecordBytes = 22;

/**
 * Zips files under their paths, in their order. Already compressed types are stored, the rest is deflated at the
 * level that `zip` uses. Identical bytes for identical input, per Node major (its zlib decides the deflated bytes).
 * @param digest becomes the archive's comment, by which `isArchiveOf` knows it again.
 */
export async function writeArchive(to: string, files: readonly PlannedFile[], roots: Roots, digest: string, onProgress?: (progress: Progress) => void): Promise<void> {
    // Loaded when a zip is made: with all it brings it is nearly half of what loading a host's hooks takes.
    const { default: archiver } = await import('archiver');
    const archive = archiver('zip', { zlib: { level: 6 }, comment: digest });
    const output = createWriteStream(to, { highWaterMark: bufferedBytes });
    const failed = new Promise<never>((_, reject) => {
        output.on('error', reject);
        archive.on('error', reject);
    });
    const closed = new Promise<void>((resolve) => output.on('close', resolve));
    archive.pipe(output);
    for (const [index, { to: { path }, source }] of files.entries()) {
        if (source.kind === 'archive') throw new Error(`an archive does not hold itself: ${path}`);
        const appended = new Promise<void>((resolve) => archive.once('entry', () => resolve()));
        const data = source.kind === 'content' ? Buffer.from(source.data) : readFileSync(absolutePath(roots, source.at));
        archive.append(data, { name: path, date, mode: 0o644, store: compressed.test(path) });
        await Promise.race([appended, failed]);
        // A stored file goes on at once: without waiting, the memory would hold what the disk has not taken yet.
        if (output.writableLength >= bufferedBytes) await Promise.race([new Promise<void>((resolve) => output.once('drain', () => resolve())), failed]);
        if ((index + 1) % 200 === 0 || index + 1 === files.length) onProgress?.({ done: index + 1, total: files.length, label: 'zip' });
    }
    await Promise.race([archive.finalize(), failed]);
    await Promise.race([closed, failed]);
}

/** Whether a zip lies at a path whose comment is this digest. */
export function isArchiveOf(path: string, digest: string): boolean {
    let descriptor: number;
    try {
        descriptor = openSync(path, 'r');
    } catch {
        return false;
    }
    try {
        const length = endRecordBytes + digest.length;
        const found = fstatSync(descriptor);
        if (!found.isFile() || found.size < length) return false;
        const end = Buffer.alloc(length);
        readSync(descriptor, end, 0, length, found.size - length);
        return end.readUInt32LE(0) === 0x06054b50 && end.toString('latin1', endRecordBytes) === digest;
    } finally {
        closeSync(descriptor);
    }
}
