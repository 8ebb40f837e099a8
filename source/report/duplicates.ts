import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileMeasure, FileToMeasure } from './measure/file-measure';
import type { DuplicateFiles } from './model';

/** Smaller files are not worth anyone's time. */
const leastBytes = 256;

/**
 * Files with the same content, most wasteful first. Only files of the same length and, where it is known, the same
 * checksum are read and hashed.
 */
export function findDuplicates(files: readonly FileToMeasure[], measures: ReadonlyMap<string, FileMeasure>): DuplicateFiles[] {
    const candidates = groupBy(files.filter(({ entry }) => entry.bytes >= leastBytes), ({ path, entry }) => `${entry.bytes}:${measures.get(path)?.checksum ?? ''}`);
    return candidates
        .flatMap((group) => groupBy(group, ({ path, absolutePath }) => digest(absolutePath) ?? path))
        .map((group): DuplicateFiles => {
            const bytes = group[0]?.entry.bytes ?? 0;
            return { bytes, paths: group.map(({ path }) => path).sort(), savedBytes: bytes * (group.length - 1) };
        })
        .sort((a, b) => b.savedBytes - a.savedBytes);
}

/** The groups with more than one member. */
function groupBy<Of>(items: readonly Of[], keyOf: (item: Of) => string): Of[][] {
    const groups = new Map<string, Of[]>();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
}

function digest(path: string): string | undefined {
    try {
        return createHash('sha256').update(readFileSync(path)).digest('hex');
    } catch {
        return undefined;
    }
}
