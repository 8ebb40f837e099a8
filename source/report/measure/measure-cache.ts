import { readFileSync } from 'node:fs';
import type { FileEntry } from '../../package';
import type { FileMeasure } from './file-measure';

/** Measures of earlier runs. Each run keeps only what it saw, so that the file does not grow for ever. */
export interface MeasureCache {
    /** The measure of a file that has not been touched since it was measured. */
    find(path: string, entry: FileEntry): FileMeasure | undefined;
    keep(path: string, entry: FileEntry, measure: FileMeasure): void;
    /** The cache as the text of its file. */
    format(): string;
}

interface CacheFile {
    readonly version: 1;
    readonly key: string;
    /** path: [bytes, mtimeMs, ctimeMs, measure] */
    readonly files: Readonly<Record<string, readonly [number, number, number, FileMeasure]>>;
}

/** Coarser than the clocks of file systems: a file changed right after it was measured is never taken for unchanged. */
const clockGrainMs = 50;

/**
 * Reads the cache's file; a missing, older or broken one is an empty cache.
 * @param key changes when measures mean something else; a cache of another key is empty.
 */
export function readMeasureCache(file: string, key: string, now: number = Date.now()): MeasureCache {
    const known = readFiles(file, key);
    const kept: Record<string, readonly [number, number, number, FileMeasure]> = Object.create(null) as Record<string, never>;
    return {
        find(path, { bytes, mtimeMs, ctimeMs }) {
            const row = known.get(path);
            if (row === undefined || row[0] !== bytes || row[1] !== mtimeMs || row[2] !== ctimeMs) return undefined;
            kept[path] = row;
            return row[3];
        },
        keep(path, { bytes, mtimeMs, ctimeMs }, measure) {
            if (ctimeMs + clockGrainMs < now) kept[path] = [bytes, mtimeMs, ctimeMs, measure];
        },
        format: () => JSON.stringify({ version: 1, key, files: kept } satisfies CacheFile),
    };
}

function readFiles(file: string, key: string): ReadonlyMap<string, readonly [number, number, number, FileMeasure]> {
    try {
        const cache = JSON.parse(readFileSync(file, 'utf8')) as Partial<CacheFile>;
        if (cache.version === 1 && cache.key === key && typeof cache.files === 'object') return new Map(Object.entries(cache.files).filter(([, row]) => typeof row[3].gzipBytes === 'number'));
    } catch {
        // As good as none.
    }
    return new Map();
}
