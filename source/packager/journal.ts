import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../package';
import { forgetMoved, moveAcross, type FileOperations } from './file-operations';
import { archiveName, workFolder, type Roots } from './roots';
import type { RootName } from './plan';

/** A place a commit touches: one of the roots, or the work folder. `path` may be '' for a root itself. */
export interface CommitPlace {
    readonly root: RootName | 'work';
    readonly path: string;
}

/** What was at a place when the commit was planned: nothing, or a file of this size and time. */
export type Expectation = { readonly bytes: number; readonly mtimeMs: number } | null;

/** One action of a commit. Doing it twice is the same as doing it once. */
export type CommitAction =
    /** Puts a file or folder in its place. What is there is kept as `aside`, or replaced where `aside` is absent. */
    | { readonly kind: 'place'; readonly from: CommitPlace; readonly to: CommitPlace; readonly aside?: CommitPlace; readonly expect?: Expectation }
    /** Takes a file or folder away: it is kept as `aside` until the commit is done. */
    | { readonly kind: 'discard'; readonly at: CommitPlace; readonly aside: CommitPlace; readonly expect?: Expectation };

/** A file of the host's build that a commit leaves as it is, or only moves. */
export interface Witness {
    readonly from: CommitPlace;
    readonly to: CommitPlace;
    readonly expect: Expectation;
}

/**
 * The journal says which package is the whole one on disk. `staging`: the old one, the new one is being made in the
 * work folder. `committing`: the new one, all its files exist, and `actions` put them in their places.
 */
export type Journal =
    | { readonly version: 1; readonly state: 'staging' }
    | { readonly version: 1; readonly state: 'committing'; readonly actions: readonly CommitAction[]; readonly witnesses?: readonly Witness[] };

const journalName = 'journal.json';

export function workDirectory(roots: Roots): string {
    return join(roots.maps, workFolder);
}

/** Writes the journal whole or not at all; a commit waits until the disk has it. */
export function writeJournal(roots: Roots, operations: FileOperations, journal: Journal): void {
    const path = join(workDirectory(roots), journalName);
    const data = Buffer.from(JSON.stringify(journal));
    if (journal.state === 'staging') operations.writeFile(`${path}.new`, data);
    else operations.writeDurable(`${path}.new`, data);
    operations.rename(`${path}.new`, path);
}

/** The journal of an earlier run; undefined where there is none, or nothing that a run could have written. */
function readJournal(roots: Roots): Journal | undefined {
    const path = join(workDirectory(roots), journalName);
    if (!existsSync(path)) return undefined;
    try {
        const journal: unknown = JSON.parse(readFileSync(path, 'utf8'));
        return isJournal(journal) ? journal : undefined;
    } catch {
        return undefined;
    }
}

export function hasUnfinishedCommit(roots: Roots): boolean {
    return readJournal(roots)?.state === 'committing';
}

/** Does the actions of a commit in order. Safe to call again after a kill or failure at any of them. */
export function commit(roots: Roots, operations: FileOperations, actions: readonly CommitAction[]): void {
    for (const action of actions) {
        const at = (place: CommitPlace): string => absolute(roots, place);
        for (const place of action.kind === 'discard' ? [action.at] : [action.from, action.to]) forgetMoved(operations, at(place));
        const putAside = (from: string, aside: CommitPlace): void => {
            // The work folder may hold an unfinished copy of it where it came from another file system.
            operations.removeTree(at(aside));
            moveAcross(operations, from, at(aside));
        };
        if (action.kind === 'discard') {
            if (existsSync(at(action.at))) putAside(at(action.at), action.aside);
        } else if (existsSync(at(action.from))) {
            if (action.aside !== undefined && existsSync(at(action.to))) putAside(at(action.to), action.aside);
            moveAcross(operations, at(action.from), at(action.to));
        }
    }
}

/** Removes the work folder, and folders that the commit emptied. */
export function finish(roots: Roots, operations: FileOperations, actions: readonly CommitAction[]): void {
    removeEmptyFolders(roots, operations, actions.map((action) => (action.kind === 'discard' ? action.at : action.from)));
    operations.removeTree(workDirectory(roots));
    operations.removeEmptyFolder(roots.maps);
    operations.removeEmptyFolder(roots.remote);
}

/** Removes the folders above places that hold nothing. */
function removeEmptyFolders(roots: Roots, operations: FileOperations, places: readonly CommitPlace[]): void {
    const folders = new Set(places.flatMap(({ root, path }) => (root === 'work' || path === '' ? [] : foldersAbove(path).map((folder) => absolute(roots, { root, path: folder })))));
    for (const folder of [...folders].sort((a, b) => b.length - a.length)) operations.removeEmptyFolder(folder);
}

/**
 * Ends what an earlier run began: a commit is finished, anything before it is undone. A commit whose places hold
 * other files than it was planned on, or whose witnesses have changed, is dropped: the host has built anew since, and
 * what it built is the truth.
 */
export function recover(roots: Roots, operations: FileOperations): 'nothing' | 'undone' | 'finished' {
    const work = workDirectory(roots);
    if (!existsSync(work)) return 'nothing';
    const journal = readJournal(roots);
    if (journal?.state !== 'committing' || !isOfThisBuild(roots, journal.witnesses) || !journal.actions.every((action) => isAsPlanned(roots, action))) {
        const arrivals = journal?.state === 'committing' ? journal.actions.flatMap((action) => (action.kind === 'place' ? [action.to] : [])) : [];
        removeEmptyFolders(roots, operations, arrivals.filter(({ root }) => root !== 'output'));
        operations.removeTree(work);
        operations.removeEmptyFolder(roots.maps);
        return 'undone';
    }
    commit(roots, operations, journal.actions);
    finish(roots, operations, journal.actions);
    return 'finished';
}

function isOfThisBuild(roots: Roots, witnesses: readonly Witness[] = []): boolean {
    return witnesses.every(({ from, to, expect }) => sameExpectation(expectationOf(absolute(roots, existsSync(absolute(roots, from)) ? from : to)), expect));
}

function isAsPlanned(roots: Roots, action: CommitAction): boolean {
    if (action.expect === undefined) return true;
    const [pending, target] = action.kind === 'discard' ? [action.at, action.at] : [action.from, action.to];
    if (!existsSync(absolute(roots, pending))) return true;
    return sameExpectation(expectationOf(absolute(roots, target)), action.expect) || (pending !== target && sameContent(absolute(roots, pending), absolute(roots, target)));
}

/** A move to another file system may have been cut off between the arrival of its copy and the loss of the original. */
function sameContent(pending: string, target: string): boolean {
    return existsSync(target) && lstatSync(target).isFile() && lstatSync(pending).isFile() && readFileSync(pending).equals(readFileSync(target));
}

function sameExpectation(now: Expectation, planned: Expectation): boolean {
    return now === null || planned === null ? now === planned : now.bytes === planned.bytes && now.mtimeMs === planned.mtimeMs;
}

/** What is at a path now, as a commit remembers it. */
export function expectationOf(path: string): Expectation {
    try {
        const { size, mtimeMs } = lstatSync(path);
        return { bytes: size, mtimeMs };
    } catch {
        return null;
    }
}

function absolute(roots: Roots, { root, path }: CommitPlace): string {
    return join(root === 'work' ? workDirectory(roots) : roots[root], path);
}

function foldersAbove(path: string): string[] {
    const folders: string[] = [];
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.push(folder);
    return folders;
}

/** A journal lies in a folder that anybody can write: what it names must stay within the roots. */
function isJournal(value: unknown): value is Journal {
    if (typeof value !== 'object' || value === null) return false;
    const { version, state, actions, witnesses = [] } = value as { version?: unknown; state?: unknown; actions?: unknown; witnesses?: unknown };
    if (version !== 1) return false;
    return state === 'staging' || (state === 'committing' && Array.isArray(actions) && actions.every(isAction) && Array.isArray(witnesses) && witnesses.every(isWitness));
}

function isAction(value: unknown): value is CommitAction {
    if (typeof value !== 'object' || value === null) return false;
    const { kind, from, to, at, aside } = value as Record<string, unknown>;
    return kind === 'place' ? isPlace(from) && isPlace(to) && (aside === undefined || isPlace(aside))
        : kind === 'discard' && isPlace(at) && isPlace(aside);
}

function isWitness(value: unknown): value is Witness {
    if (typeof value !== 'object' || value === null) return false;
    const { from, to, expect } = value as Record<string, unknown>;
    return isPlace(from) && isPlace(to) && typeof expect === 'object';
}

function isPlace(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const { root, path } = value as Record<string, unknown>;
    const isRoot = root === 'output' || root === 'remote' || root === 'maps' || root === 'work';
    return isRoot && typeof path === 'string' && ((path === '' && root === 'output') || isInside(path) || path === archiveName);
}
