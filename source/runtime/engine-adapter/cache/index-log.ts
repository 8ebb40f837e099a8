import type { HostError } from '../../my/errors';
import { appendFile, readText, removeFile, utf8Length, verifyLength, writeFile, type FileHost } from '../../my/files';
import { droppedLine, parseIndex, snapshotText, storedLine, usedLine, type IndexContent, type Row } from './journal';

/** Rejects when the host is silent for too long; `patience` in milliseconds. */
export type Guard = <T>(answer: Promise<T>, patience?: number) => Promise<T>;

/** A host that does not answer must not keep a game from starting: milliseconds given to each attempt to read. */
const readPatience = 2000;
/**
 * The index is compacted when so many of its bytes, and more than half, say nothing any more: it stays within twice its
 * snapshot and this, which the cache keeps free for it, and all writing costs no more than twice the lines.
 */
const staleBytesAllowed = 4096;

/**
 * The index on disk, in two files that take turns. A snapshot goes to the one not in use, and counts only when it is
 * whole, so no step needs an atomic rename and a kill leaves at least one whole index. Between snapshots lines are
 * appended to the file in use. Facts are noted here at once and written when `write` is called.
 */
export function createIndexLog(my: FileHost, folder: string, guard: Guard) {
    let sequence = 0;
    let bytes = 0;
    /** Of the other file, while it could not be deleted. */
    let oldBytes = 0;
    /** Of a write under way. */
    let writingBytes = 0;

    // What the disk does not say yet.
    let stored = new Map<number, string>();
    let dropped: number[] = [];
    const used = new Set<number>();
    let usesAreDue = false;
    /** The index must be written anew: it is missing, unusable, or mostly out of date. */
    let mustRewrite = true;
    /** Bytes of the index on disk that say nothing any more. */
    let staleBytes = 0;
    /** Of what `pending` gave: lines that say nothing any more once they have been read. */
    let passing = '';

    const storedLines = (): string => [...stored.values()].join('');
    const fileOf = (turn: number): string => `index-${turn % 2}`;
    const pathOf = (turn: number): string => `${folder}/${fileOf(turn)}`;

    function readSlot(turn: number): Promise<{ content: IndexContent; bytes: number } | undefined> {
        const read = (): Promise<string> => guard(readText(my, pathOf(turn)), readPatience);
        return read().catch((error: HostError) => {
            if (error.kind === 'not-found') throw error;
            return read();
        }).then((text) => {
            const content = parseIndex(text);
            return content && { content, bytes: utf8Length(text) };
        }).catch(() => undefined);
    }

    function append(lines: string): Promise<void> {
        const path = pathOf(sequence);
        return guard(appendFile(my, path, lines))
            // A lost `stored` is a download more; a lost `dropped` is an out-of-date file served after the next start.
            .then(() => (passing ? guard(verifyLength(my, path, bytes + writingBytes)) : undefined))
            .then(() => { bytes += writingBytes; });
    }

    /** Writes everything anew into the file not in use, turns to it when its length is right, and deletes the other. */
    async function rewrite(text: string): Promise<void> {
        const old = pathOf(sequence);
        const path = pathOf(sequence + 1);
        await guard(writeFile(my, path, text));
        await guard(verifyLength(my, path, writingBytes));
        sequence++;
        oldBytes = bytes;
        bytes = writingBytes;
        writingBytes = 0;
        await guard(removeFile(my, old)).then(() => { oldBytes = 0; }, () => undefined);
    }

    return {
        /** What the index takes on disk, a write under way included. */
        bytes: (): number => bytes + oldBytes + writingBytes,

        /** What it may soon take beyond that: the lines that wait, out-of-date ones, and at a rewrite all of it once more. */
        reserve: (): number => bytes + writingBytes + 2 * storedLines().length + staleBytesAllowed,

        /** The name of the file in use, '' before there is one. */
        file: (): string => (bytes ? fileOf(sequence) : ''),

        /** The newest whole index, undefined when there is none. Never rejects. */
        async read(): Promise<IndexContent | undefined> {
            const [even, odd] = await Promise.all([readSlot(0), readSlot(1)]);
            const newest = even && odd && odd.content.sequence > even.content.sequence ? odd : even || odd;
            if (!newest) return undefined;
            const { content } = newest;
            sequence = content.sequence;
            bytes = newest.bytes;
            staleBytes = bytes * (1 - content.rows.size / content.lines);
            mustRewrite = false;
            return content;
        },

        noteStored(row: Row): void {
            stored.set(row.id, storedLine(row));
        },

        noteDropped(row: Row): void {
            used.delete(row.id);
            if (stored.delete(row.id)) return;
            dropped.push(row.id);
            staleBytes += storedLine(row).length;
        },

        /** Uses are written only when they are due. */
        noteUsed({ id }: Row): void {
            used.delete(id);
            used.add(id);
        },

        noteUsesAreDue(): void {
            usesAreDue = used.size > 0;
        },

        /** The file in use has vanished. */
        noteLost(): void {
            mustRewrite = true;
        },

        /** Whether there is something that should be written now. */
        isBehind: (): boolean => stored.size > 0 || dropped.length > 0 || usesAreDue && used.size > 0,

        /** What would be written now; '' when nothing. @param rows all files in the order of their last use */
        pending(time: number, nextId: number, rows: readonly Row[]): string {
            const last = usesAreDue && used.size ? usedLine(time, used) : '';
            const first = dropped.length ? droppedLine(dropped) : '';
            passing = first + last;
            // A torn append must not tell of new files and be silent about old ones: a list of files speaks for others.
            const lines = first + storedLines() + last;
            if (staleBytes + lines.length > staleBytesAllowed && staleBytes > bytes / 2) mustRewrite = true;
            return mustRewrite ? snapshotText(sequence + 1, nextId, rows) : lines;
        },

        /** Writes what `pending` gave, nothing having been noted in between. After a failure the next one is a rewrite. */
        async write(text: string): Promise<void> {
            const rewriting = mustRewrite;
            writingBytes = utf8Length(text);
            staleBytes = rewriting ? 0 : staleBytes + passing.length;
            if (rewriting || usesAreDue) used.clear();
            stored = new Map();
            dropped = [];
            usesAreDue = mustRewrite = false;
            try {
                await (rewriting ? rewrite(text) : append(text));
            } catch (error) {
                // A failed append may have left half a line, and a snapshot says all that the lines say.
                mustRewrite = true;
                throw error;
            } finally {
                writingBytes = 0;
            }
        },
    };
}
