import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { createProblem, type BuildProblem } from '../problems';
import type { FileEntry, FileTable } from './package';
import { findCaseTwins, findIllegalName } from './paths';

export interface FileList {
    readonly files: FileTable;
    /** Folders that hold nothing, relative. */
    readonly emptyFolders: readonly string[];
    readonly problems: readonly BuildProblem[];
}

/**
 * Lists a folder without following symbolic links: a link, a name Windows cannot hold and names that differ only
 * by case are problems, since the package is unpacked on systems where they mean something else.
 * A folder that does not exist is empty.
 */
export function listFiles(directory: string): FileList {
    const entries: FileEntry[] = [];
    const emptyFolders: string[] = [];
    const problems: BuildProblem[] = [];
    const names: string[] = [];
    const visit = (folder: string): void => {
        const children = readFolder(join(directory, folder));
        if (children.length === 0 && folder !== '') emptyFolders.push(folder);
        for (const child of children) {
            const path = folder === '' ? child.name : `${folder}/${child.name}`;
            names.push(path);
            if (child.isSymbolicLink()) problems.push(createProblem('AMG205', path, {}));
            else if (child.isDirectory()) visit(path);
            else if (child.isFile()) {
                const { size, mtimeMs, ctimeMs } = lstatSync(join(directory, path));
                entries.push({ path, bytes: size, mtimeMs, ctimeMs });
            }
            if (findIllegalName(child.name) !== undefined) problems.push(createProblem('AMG206', path, { name: child.name }));
        }
    };
    visit('');
    for (const twins of findCaseTwins(names)) problems.push(createProblem('AMG207', twins[0] ?? '', { names: twins.join(', ') }));
    entries.sort((a, b) => comparePaths(a.path, b.path));
    return { files: new Map(entries.map((entry) => [entry.path, entry])), emptyFolders, problems };
}

/** The order of all lists we write: by code unit, the same on every system and in every language. */
export function comparePaths(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function readFolder(folder: string): Dirent[] {
    try {
        return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
    }
}
