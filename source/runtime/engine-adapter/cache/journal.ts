/**
 * The text of the index: one line a fact, each with a checksum, so that a torn or garbled line is noticed and skipped.
 * A file of the index is a snapshot (a header that says how many lines belong to it, then those lines) and the journal
 * appended to it since. Every line BEGINS with the line feed: after a torn append the next line is whole again.
 */

/** One cached file as the index tells it. */
export interface Row {
    /** Never used twice in the life of an index: a stale row can name a missing file, but not another file's bytes. */
    readonly id: number;
    /** What follows the id in the file's name: `.png`, or the text that makes an unpacked zip's path. */
    readonly suffix: string;
    readonly bytes: number;
    /** Milliseconds since 1970 of the last use. */
    lastTime: number;
    readonly bundle: string;
    /** The address it was fetched from. */
    readonly key: string;
}

/** What a whole index says. `rows` stand in the order of their last use, the longest unused first. */
export interface IndexContent {
    readonly sequence: number;
    readonly nextId: number;
    /** How many lines it took to say so. */
    readonly lines: number;
    readonly rows: ReadonlyMap<number, Row>;
}

/** Another number makes the whole cache foreign: it is wiped at the next start. */
const format = 1;

const enum Fact { Snapshot, Stored, Dropped, Used }

type Line =
    | [Fact.Snapshot, format: number, sequence: number, nextId: number, lines: number]
    | [Fact.Stored, id: number, suffix: string, bytes: number, lastTime: number, bundle: string, key: string]
    | [Fact.Dropped, ...ids: number[]]
    | [Fact.Used, time: number, ...ids: number[]];

/** FNV-1a over UTF-16 units: quick in script, and a torn line has to be noticed, not an attacker. */
function checksum(text: string): string {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
}

function encode(line: Line): string {
    const json = JSON.stringify(line);
    return `\n${checksum(json)}${json}`;
}

function decode(text: string | undefined): Line | undefined {
    const start = text ? text.indexOf('[') : -1;
    const json = text && text.slice(start);
    return start > 0 && json && checksum(json) === text.slice(0, start) ? JSON.parse(json) as Line : undefined;
}

export function storedLine({ id, suffix, bytes, lastTime, bundle, key }: Row): string {
    return encode([Fact.Stored, id, suffix, bytes, lastTime, bundle, key]);
}

export function droppedLine(ids: readonly number[]): string {
    return encode([Fact.Dropped, ...ids]);
}

/** @param ids in the order of use */
export function usedLine(time: number, ids: Iterable<number>): string {
    return encode([Fact.Used, time, ...ids]);
}

/** A new index file. @param rows in the order of their last use */
export function snapshotText(sequence: number, nextId: number, rows: readonly Row[]): string {
    return encode([Fact.Snapshot, format, sequence, nextId, rows.length]) + rows.map(storedLine).join('');
}

/** Reads an index file; undefined when it is none of ours or its snapshot is not whole. */
export function parseIndex(text: string): IndexContent | undefined {
    const lines = text.split('\n');
    const header = decode(lines[1]);
    if (!header || header[0] !== Fact.Snapshot || header[1] !== format) return undefined;
    const rows = new Map<number, Row>();
    let nextId = header[3];
    for (let i = 2; i < lines.length; i++) {
        const line = decode(lines[i]);
        if (!line) {
            if (i < 2 + header[4]) return undefined;
        } else if (line[0] === Fact.Stored) {
            const [, id, suffix, bytes, lastTime, bundle, key] = line;
            rows.set(id, { id, suffix, bytes, lastTime, bundle, key });
            nextId = Math.max(nextId, id + 1);
        } else {
            applyToRows(line, rows);
        }
    }
    return lines.length < 2 + header[4] ? undefined : { sequence: header[2], nextId, lines: lines.length, rows };
}

function applyToRows(line: Line, rows: Map<number, Row>): void {
    const used = line[0] === Fact.Used;
    for (const id of line.slice(used ? 2 : 1) as number[]) {
        const row = rows.get(id);
        rows.delete(id);
        if (row && used) {
            row.lastTime = line[1];
            rows.set(id, row);
        }
    }
}
