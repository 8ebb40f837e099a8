import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { BuildError, createProblem, exitCodes } from '../problems';
import { fileFailure } from './file-failure';
import { nodeFileOperations } from './file-operations';
import { rootsOf } from './roots';

/** Lies beside the work folder, so that whoever undoes a run's work does not unlock it. */
const lockName = '.packaging.lock';
/** No run takes this long: what is older was left by a killed one, whoever has its process id now. */
const staleMs = 30 * 60 * 1000;

interface Holder {
    readonly pid: number;
    readonly host: string;
}

/** The locks this process holds: another one of its id died before it. */
const held = new Set<string>();

/**
 * Does work that writes a package while nobody else writes it: two runs on one folder would undo each other's halves.
 * The lock of a run that was killed does not count.
 * @throws {BuildError} 34 while another run, of this process or another one, writes the package.
 */
export async function withPackageLock<Result>(outputDirectory: string, work: () => Promise<Result>): Promise<Result> {
    const { maps, output } = rootsOf(outputDirectory);
    const lock = join(maps, lockName);
    let topmost: string | undefined;
    try {
        topmost = mkdirSync(maps, { recursive: true });
        takeLock(lock, output);
    } catch (error) {
        throw fileFailure('AMG311', error, outputDirectory);
    }
    held.add(lock);
    try {
        return await work();
    } finally {
        held.delete(lock);
        nodeFileOperations.removeTree(lock);
        removeEmptyFolders(maps, topmost ?? maps);
    }
}

/** A run that failed leaves no folder that it made only to be locked. */
function removeEmptyFolders(folder: string, topmost: string): void {
    for (let at = folder; ; at = dirname(at)) {
        nodeFileOperations.removeEmptyFolder(at);
        if (at === topmost || dirname(at) === at) return;
    }
}

function takeLock(lock: string, output: string): void {
    const holder = findHolder(lock);
    if (holder !== undefined) throw new BuildError([createProblem('AMG318', output, { ...holder, lock })], exitCodes.failed);
    nodeFileOperations.removeTree(lock);
    try {
        writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder), { flag: 'wx' });
    } catch (error) {
        // Somebody was faster between the two lines above.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        throw new BuildError([createProblem('AMG318', output, { pid: '?', host: hostname(), lock })], exitCodes.failed);
    }
}

/** Who holds the lock now; undefined where nobody does, or only a process that has died. */
function findHolder(lock: string): Record<keyof Holder, string | number> | undefined {
    let text: string;
    try {
        if (Date.now() - statSync(lock).mtimeMs > staleMs) return undefined;
        text = readFileSync(lock, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
    }
    const holder = parseHolder(text);
    // Killed, or seen, between the making of the file and its first byte: only time tells.
    if (holder === undefined) return { pid: '?', host: hostname() };
    if (holder.host !== hostname()) return { ...holder };
    return (holder.pid === process.pid ? held.has(lock) : isAlive(holder.pid)) ? { ...holder } : undefined;
}

function parseHolder(text: string): Holder | undefined {
    try {
        const { pid, host } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
        return Number.isSafeInteger(pid) && Number(pid) > 0 && typeof host === 'string' ? { pid: Number(pid), host } : undefined;
    } catch {
        return undefined;
    }
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        // A process of another user lives, too.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
