import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readImageSize } from '../../package';
import { isCompressedType } from './compressed-types';
import type { FileMeasure, FileToMeasure } from './file-measure';
import { compressLarge, compressSmall, smallFileBytes } from './gzip-size';
import type { MeasureCache } from './measure-cache';
import { findMarks } from './module-marks';

/** How many large files are in memory and in libuv's threads at a time. */
const largeAtOnce = 4;
/** After so many small files the event loop gets a turn, so that finished large ones make place for the next. */
const smallPerTurn = 64;
/** An image's size stands in its first bytes, in a JPEG behind its metadata. */
const imageHeadBytes = 32 * 1024;
/** Encoders end a file with what depends on all before: checksums, the last of the coded data. */
const endBytes = 512;

const buffer = Buffer.allocUnsafe(Math.max(imageHeadBytes, smallFileBytes));

/**
 * Measures every file that the cache does not know unchanged. Small files are compressed here, one after another;
 * large ones meanwhile in libuv's threads. A file that is gone by now counts its listed length.
 */
export async function measureFiles(files: readonly FileToMeasure[], marks: readonly string[], cache: MeasureCache): Promise<ReadonlyMap<string, FileMeasure>> {
    const measures = new Map<string, FileMeasure>();
    const small: FileToMeasure[] = [];
    const large: FileToMeasure[] = [];
    for (const file of files) {
        const known = cache.find(file.path, file.entry);
        if (known !== undefined) measures.set(file.path, known);
        else if (file.entry.bytes <= smallFileBytes || isCompressedType(file.path)) small.push(file);
        else large.push(file);
    }
    const keep = (file: FileToMeasure, measure: FileMeasure): void => {
        measures.set(file.path, measure);
        cache.keep(file.path, file.entry, measure);
    };

    const queue = [...large].reverse();
    const drainLarge = async (): Promise<void> => {
        for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
            const content = readContent(file.absolutePath);
            if (content === undefined) keep(file, { gzipBytes: file.entry.bytes });
            else keep(file, { ...(await compressLarge(content)), ...searchText(file, content, marks) });
        }
    };
    const draining = Promise.all(Array.from({ length: Math.min(largeAtOnce, large.length) }, drainLarge));
    for (const [index, file] of small.entries()) {
        keep(file, isCompressedType(file.path) ? measureCompressedType(file) : measureSmall(file, marks));
        if (large.length > 0 && index % smallPerTurn === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    await draining;
    return measures;
}

function measureSmall(file: FileToMeasure, marks: readonly string[]): FileMeasure {
    const content = readSmall(file);
    if (content === undefined) return { gzipBytes: file.entry.bytes };
    return { ...compressSmall(content), ...searchText(file, content, marks) };
}

/** Its length is known and one buffer serves them all: for thousands of files that saves a third of the reading. */
function readSmall({ absolutePath, entry: { bytes } }: FileToMeasure): Buffer | undefined {
    let descriptor: number;
    try {
        descriptor = openSync(absolutePath, 'r');
    } catch {
        return undefined;
    }
    try {
        return buffer.subarray(0, readSync(descriptor, buffer, 0, bytes, 0));
    } catch {
        return undefined;
    } finally {
        closeSync(descriptor);
    }
}

/** Compressed types are not compressed again, so only their ends are read: an image's size, and a sum. */
function measureCompressedType({ path, absolutePath, entry: { bytes } }: FileToMeasure): FileMeasure {
    let descriptor: number;
    try {
        descriptor = openSync(absolutePath, 'r');
    } catch {
        return { gzipBytes: bytes };
    }
    try {
        const size = /\.(png|jpe?g|webp|gif)$/i.test(path) ? readImageSize(buffer.subarray(0, readSync(descriptor, buffer, 0, imageHeadBytes, 0))) : undefined;
        const start = Math.max(0, bytes - endBytes);
        return { gzipBytes: bytes, checksum: sumOf(buffer.subarray(0, readSync(descriptor, buffer, 0, endBytes, start))), ...size };
    } catch {
        return { gzipBytes: bytes };
    } finally {
        closeSync(descriptor);
    }
}

/** FNV-1a, 32 bits. */
function sumOf(content: Uint8Array): number {
    let sum = 0x811c9dc5;
    for (const byte of content) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    return sum;
}

function searchText(file: FileToMeasure, content: Buffer, marks: readonly string[]): Pick<FileMeasure, 'marks'> {
    const found = file.isSearched ? findMarks(content, marks) : [];
    return found.length > 0 ? { marks: found } : {};
}

function readContent(path: string): Buffer | undefined {
    try {
        return readFileSync(path);
    } catch {
        return undefined;
    }
}
