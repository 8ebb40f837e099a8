import { closeSync, constants, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything that the packager does to a disk. One operation is one step that may fail or be the last before a kill. */
export interface FileOperations {
    /** Makes a folder and those above it. */
    makeFolder(path: string): void;
    writeFile(path: string, data: Uint8Array): void;
    /** Writes and waits until the disk has it. */
    writeDurable(path: string, data: Uint8Array): void;
    copyFile(from: string, to: string): void;
    /** Renames a file or folder within one file system; a file that is there is replaced. */
    rename(from: string, to: string): void;
    removeFile(path: string): void;
    /** Removes a file or folder with all in it; nothing where there is none. */
    removeTree(path: string): void;
    /** Removes a folder that holds nothing; leaves any other. */
    removeEmptyFolder(path: string): void;
}

/** Errors of a program that holds a file for a moment: a virus scanner, an indexer, the Alipay tools on Windows. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES']);
const waitsMs = process.platform === 'win32' ? [10, 50, 100, 250, 500, 1000] : [];

export const nodeFileOperations: FileOperations = {
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    writeFile: (path, data) => writeFileSync(path, data),
    writeDurable: (path, data) => {
        const descriptor = openSync(path, 'w');
        try {
            for (let written = 0; written < data.byteLength;) written += writeSync(descriptor, data, written);
            fsyncSync(descriptor);
        } finally {
            closeSync(descriptor);
        }
    },
    // Where the file system can, a copy shares the blocks of the original until one of them changes.
    copyFile: (from, to) => copyFileSync(from, to, constants.COPYFILE_FICLONE),
    rename: (from, to) => retry(() => renameSync(from, to)),
    removeFile: (path) => retry(() => unlinkSync(path)),
    removeTree: (path) => rmSync(path, { recursive: true, force: true, maxRetries: waitsMs.length, retryDelay: 100 }),
    removeEmptyFolder: (path) => {
        if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
    },
};

function retry(operation: () => void): void {
    for (const waitMs of waitsMs) {
        try {
            return operation();
        } catch (error) {
            if (!passing.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
            waitFor(waitMs);
        }
    }
    operation();
}

/** Spins: Creator runs hooks on the thread of a page, where `Atomics.wait` is refused. Only ever after a failure. */
function waitFor(waitMs: number): void {
    for (const end = Date.now() + waitMs; Date.now() < end;);
}

/**
 * Moves a file or folder, over what a file of that name holds: by rename, or by copy and delete where the target is
 * on another file system. The copy is whole before it gets its name, and the original leaves its name before it is
 * deleted, so that at no moment a part of either is taken for the whole.
 */
export function moveAcross(operations: FileOperations, from: string, to: string): void {
    if (!existsSync(dirname(to))) operations.makeFolder(dirname(to));
    try {
        operations.rename(from, to);
        return;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    }
    const arriving = `${to}.arriving`;
    const leaving = `${from}.leaving`;
    operations.removeTree(arriving);
    copyTree(operations, from, arriving);
    operations.rename(arriving, to);
    operations.rename(from, leaving);
    operations.removeTree(leaving);
}

/** Removes what a move to another file system left when it was cut off after its copy was whole. */
export function forgetMoved(operations: FileOperations, from: string): void {
    const leaving = `${from}.leaving`;
    if (existsSync(leaving)) operations.removeTree(leaving);
}

function copyTree(operations: FileOperations, from: string, to: string): void {
    let children: string[];
    try {
        children = readdirSync(from);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
        operations.makeFolder(dirname(to));
        operations.copyFile(from, to);
        return;
    }
    operations.makeFolder(to);
    for (const child of children) copyTree(operations, `${from}/${child}`, `${to}/${child}`);
}
