import { createReadStream, createWriteStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { hashFile, type RemoteObject } from '../manifest';
import { inParallel } from '../in-parallel';
import { TransferError } from '../retry';
import type { ObjectStore } from './object-target';
import type { OnBytes } from './target';

const runPipeline = promisify(pipeline);

/** Failures of a file system that pass: a scanner holds the file, a network drive is away for a moment. */
const passingCodes: readonly string[] = ['EBUSY', 'EPERM', 'EMFILE', 'ENFILE', 'EIO', 'EAGAIN', 'ETIMEDOUT', 'ESTALE'];

/**
 * A folder as target. A file is written beside its place, flushed to the disk and moved there, so that its name
 * never stands for half of it, not even after a power cut.
 * @param source the folder that holds `remote/`.
 * @param folder absolute.
 */
export function createDirectoryStore(source: string, folder: string): ObjectStore {
    const placeOf = ({ path: objectPath }: RemoteObject): string => path.join(folder, ...objectPath.split('/'));
    return {
        name: folder,
        async findPresent(files, attempt) {
            const presence = new Map<string, 'same' | 'other'>();
            await inParallel(files, 4, async (file) => {
                const entry = await fs.stat(placeOf(file)).catch(() => undefined);
                if (!entry) return;
                const isSame = entry.isFile() && entry.size === file.bytes && (await attempt(() => translateFailures(() => hashFile(placeOf(file))))).sha256 === file.sha256;
                presence.set(file.path, isSame ? 'same' : 'other');
            });
            return presence;
        },
        put: (file, onBytes) => translateFailures(() => copyFile(path.join(source, file.path), placeOf(file), onBytes)),
        async findDamage(file) {
            const { bytes, sha256 } = await translateFailures(() => hashFile(placeOf(file)));
            if (bytes !== file.bytes) return `${bytes} bytes arrived, not ${file.bytes}`;
            return sha256 === file.sha256 ? undefined : 'other bytes arrived';
        },
    };
}

/** The name beside a file is the same in each run, so that a run after a kill uses it again and nothing piles up. */
async function copyFile(from: string, to: string, onBytes: OnBytes): Promise<void> {
    await fs.mkdir(path.dirname(to), { recursive: true });
    const part = path.join(path.dirname(to), `.${path.basename(to)}.part`);
    const reader = createReadStream(from, { highWaterMark: 256 * 1024 });
    reader.on('data', (chunk) => onBytes(chunk.length));
    await runPipeline(reader, createWriteStream(part));
    const handle = await fs.open(part, 'r+');
    try {
        await handle.sync();
    } finally {
        await handle.close();
    }
    await fs.rename(part, to);
}

async function translateFailures<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
        return await action();
    } catch (error) {
        const { code = '', message } = error as NodeJS.ErrnoException;
        throw new TransferError(message, passingCodes.includes(code) ? 'again' : 'refused');
    }
}
