import type { HostError } from '../../my/errors';
import { appendFile, readText, removeFile, statFile, utf8Length, writeFile, type FileHost } from '../../my/files';
import { parseIndex, snapshotText, type IndexContent, type Row } from './journal';

/** Rejects when the host is silent for too long; `patience` in milliseconds. */
export type Guard = <T>(answer: Promise<T>, api: string, patience?: number) => Promise<T>;

/** A host that does not answer must not keep a game from starting: milliseconds given to each attempt to read. */
const readPatience = 2000;

/**
 * The index on disk, in two files that take turns. A snapshot goes to the one not in use, and counts only when it is
 * whole, so no step needs an atomic rename and a kill leaves at least one whole index. Between snapshots lines are
 * appended to the file in use.
 */
export function createIndexLog(my: FileHost, folder: string, guard: Guard) {
    let sequence = 0;
    let bytes = 0;
    /** Of the other file, while it could not be deleted. */
    let oldBytes = 0;

    const fileOf = (turn: number): string => `index-${turn % 2}`;
    const pathOf = (turn: number): string => `${folder}/${fileOf(turn)}`;

    async function readSlot(turn: number): Promise<{ content: IndexContent; bytes: number } | undefined> {
        const read = (): Promise<string> => guard(readText(my, pathOf(turn)), 'readFile', readPatience);
        try {
            const text = await read().catch((error: HostError) => {
                if (error.kind === 'not-found') throw error;
                return read();
            });
            const content = parseIndex(text);
            return content && { content, bytes: utf8Length(text) };
        } catch {
            return undefined;
        }
    }

    return {
        /** What the index takes on disk. */
        bytes: (): number => bytes + oldBytes,

        /** The names the index has in the folder: the file in use, '' before there is one. */
        file: (): string => (bytes ? fileOf(sequence) : ''),

        /** The newest whole index, undefined when there is none. Never rejects. */
        async read(): Promise<IndexContent | undefined> {
            const slots = await Promise.all([readSlot(0), readSlot(1)]);
            const [newest] = slots.sort((a, b) => (b ? b.content.sequence : -1) - (a ? a.content.sequence : -1));
            if (!newest) return undefined;
            sequence = newest.content.sequence;
            bytes = newest.bytes;
            return newest.content;
        },

        /** Adds lines to the file in use. */
        async append(lines: string): Promise<void> {
            await guard(appendFile(my, pathOf(sequence), lines), 'appendFile');
            bytes += utf8Length(lines);
        },

        /**
         * Writes everything anew into the file not in use, turns to it when its length is right, and deletes the other.
         * @param text from `snapshot`
         */
        async rewrite(text: string): Promise<void> {
            const length = utf8Length(text);
            const old = pathOf(sequence);
            await guard(writeFile(my, pathOf(sequence + 1), text), 'writeFile');
            if ((await guard(statFile(my, pathOf(sequence + 1)), 'stat')).bytes !== length) throw new Error('the index was not written whole');
            sequence++;
            oldBytes = bytes;
            bytes = length;
            await guard(removeFile(my, old), 'unlink').then(() => { oldBytes = 0; }, () => undefined);
        },

        /** The text a rewrite would write now. */
        snapshot: (nextId: number, rows: readonly Row[]): string => snapshotText(sequence + 1, nextId, rows),
    };
}
