import { lstatSync, type Stats } from 'node:fs';
import { folderOf } from '../package';
import { createProblem, type BuildProblem } from '../problems';
import { formatPlace, type Place, type PlannedFile, type Step } from './plan';
import { absolutePath, type Roots } from './roots';

/**
 * Names that cannot be had: a folder lies where a file belongs, or a file where a folder does, or the plan itself needs
 * both. A commit would stop half-way there, and again at each attempt to finish it.
 * @param steps of a run in place; none for another folder, which is exchanged whole.
 */
export function findTakenNames(files: readonly PlannedFile[], steps: readonly Step[], roots: Roots): BuildProblem[] {
    const names = new Set([...findNeededTwice(files), ...findTaken(steps, roots)].map((place) => (place.root === 'output' ? place.path : absolutePath(roots, place))));
    return [...names].map((name) => createProblem('AMG327', name, {}));
}

function findNeededTwice(files: readonly PlannedFile[]): Place[] {
    const folders = new Set<string>();
    for (const { to } of files) {
        for (let folder = folderOf(formatPlace(to)); folder !== to.root && !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
    }
    return files.map(({ to }) => to).filter((place) => folders.has(formatPlace(place)));
}

function findTaken(steps: readonly Step[], roots: Roots): Place[] {
    const leaving = new Set(steps.flatMap((step) => (step.kind === 'remove' ? [formatPlace(step.at)] : step.kind === 'move' ? [formatPlace(step.from)] : [])));
    const folders = new Map<string, Place>();
    const taken: Place[] = [];
    for (const step of steps) {
        if (step.kind === 'remove') continue;
        for (const folder of foldersAbove(step.to)) folders.set(formatPlace(folder), folder);
        // A folder that moves puts aside what lies there.
        if (!(step.kind === 'move' && step.what === 'folder') && statOf(step.to, roots)?.isDirectory() === true) taken.push(step.to);
    }
    return [...taken, ...[...folders].filter(([name, folder]) => !leaving.has(name) && statOf(folder, roots)?.isFile() === true).map(([, folder]) => folder)];
}

function foldersAbove({ root, path }: Place): Place[] {
    const folders: Place[] = [];
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push({ root, path: folder });
    return folders;
}

function statOf(place: Place, roots: Roots): Stats | undefined {
    try {
        return lstatSync(absolutePath(roots, place));
    } catch {
        return undefined;
    }
}
