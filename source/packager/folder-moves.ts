import { folderOf } from '../package';
import type { Place, PlannedFile, Step } from './plan';
import type { BuildOutput } from './scan';

type Move = Step & { readonly kind: 'move' };

/** A folder, and where all of it goes. */
interface FolderMove {
    readonly from: string;
    readonly to: string;
}

/**
 * Replaces moves within the package by moves of whole folders, the largest that can be: all that lies in one goes to
 * the same new folder, which holds nothing yet and gets nothing else from the build. One rename then does for thousands.
 */
export function gatherFolderMoves(moves: readonly Move[], current: BuildOutput['current'], files: readonly PlannedFile[]): { readonly files: readonly Move[]; readonly folders: readonly Move[] } {
    const lying = countBelow(current.output.keys());
    const arriving = countBelow(files.filter(({ to, source }) => to.root === 'output' && source.kind === 'host').map(({ to }) => to.path));
    const going = new Map<string, number>();
    for (const move of moves) for (const { from, to } of foldersOf(move)) going.set(`${from}\n${to}`, (going.get(`${from}\n${to}`) ?? 0) + 1);
    const isWhole = ({ from, to }: FolderMove): boolean => {
        const count = going.get(`${from}\n${to}`);
        return count === lying.get(from) && count === arriving.get(to) && !lying.has(to) && !arriving.has(from) && !`${from}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${from}/`);
    };
    const left: Move[] = [];
    const folders = new Map<string, Move>();
    for (const move of moves) {
        const largest = foldersOf(move).filter(isWhole).pop();
        if (largest === undefined) left.push(move);
        else folders.set(largest.from, { kind: 'move', what: 'folder', from: inPackage(largest.from), to: inPackage(largest.to) });
    }
    return { files: left, folders: [...folders.values()] };
}

function inPackage(path: string): Place {
    return { root: 'output', path };
}

/** The folders that would take a file along to its new place, the nearest first. */
function foldersOf({ from, to }: Move): FolderMove[] {
    const found: FolderMove[] = [];
    if (from.root !== 'output' || to.root !== 'output') return found;
    for (let [old, next] = [from.path, to.path]; nameOf(old) === nameOf(next);) {
        [old, next] = [folderOf(old), folderOf(next)];
        if (old === '' || next === '') break;
        found.push({ from: old, to: next });
    }
    return found;
}

function nameOf(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1);
}

/** How many files each folder holds, with those of the folders in it. */
function countBelow(paths: Iterable<string>): Map<string, number> {
    const counts = new Map<string, number>();
    for (const path of paths) for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    return counts;
}
