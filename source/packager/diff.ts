import { remoteFolder } from '../package';
import { gatherFolderMoves } from './folder-moves';
import { formatPlace, samePlace, type Place, type PlannedFile, type RootName, type Step } from './plan';
import type { BuildOutput } from './scan';

export interface DiffInput {
    readonly current: BuildOutput['current'];
    readonly files: readonly PlannedFile[];
    /** Files of the build that no package holds. */
    readonly dropped: readonly Place[];
    /** Whether a file lies there that has exactly these bytes. */
    readonly holds: (at: Place, data: Uint8Array) => boolean;
    /** Whether the archive that lies there is of this digest. */
    readonly isArchiveCurrent: (digest: string) => boolean;
}

/**
 * The steps that turn what lies in the roots now into what shall lie there: none where nothing changes.
 * The order is part of the contract: files leave a folder before the folder moves, and what is written into a moved
 * folder comes after it.
 */
export function planInPlace({ current, files, dropped, holds, isArchiveCurrent }: DiffInput): Step[] {
    const moves: (Step & { kind: 'move' })[] = [];
    const folders = new Map<string, Step & { kind: 'move' }>();
    const writes: Step[] = [];
    const wanted = new Set(files.map(({ to }) => formatPlace(to)));
    const sources = new Set<string>();
    const replaced = new Set<string>();

    for (const { to, source } of files) {
        if (source.kind !== 'host') continue;
        sources.add(formatPlace(source.at));
        if (samePlace(source.at, to)) continue;
        const folder = remoteFolderOf(source.at.path);
        if (folder !== undefined && source.at.path === to.path) {
            folders.set(folder, { kind: 'move', what: 'folder', from: { root: source.at.root, path: folder }, to: { root: to.root, path: folder } });
            replaced.add(formatPlace({ root: to.root, path: folder }));
        } else moves.push({ kind: 'move', what: 'file', from: source.at, to });
    }
    const isReplaced = ({ root, path }: Place): boolean => {
        const folder = remoteFolderOf(path);
        return folder !== undefined && replaced.has(formatPlace({ root, path: folder }));
    };
    for (const { to, source } of files) {
        if (source.kind === 'content' && (isReplaced(to) || !holds(to, source.data))) writes.push({ kind: 'write', to, data: source.data });
        if (source.kind === 'archive' && !isArchiveCurrent(source.digest)) {
            writes.push({ kind: 'archive', to, digest: source.digest, files: remoteFilesOf(files) });
        }
    }
    const stale = (['remote', 'maps'] as const).flatMap((root): Place[] => [...current[root].keys()].map((path) => ({ root, path })));
    const removes = [...dropped.filter(({ root }) => root === 'output'), ...stale]
        .filter((at) => !wanted.has(formatPlace(at)) && !sources.has(formatPlace(at)) && !isReplaced(at));
    const gathered = gatherFolderMoves(moves, current, files);
    return [...gathered.files, ...collapse(removes, current, wanted, sources), ...gathered.folders, ...folders.values(), ...writes];
}

/** The steps for another folder: everything is copied or written anew, the build stays as it is. */
export function planElsewhere(files: readonly PlannedFile[]): Step[] {
    return files.map(({ to, source }): Step => {
        switch (source.kind) {
            case 'host': return { kind: 'copy', from: source.at, to, bytes: source.entry.bytes };
            case 'content': return { kind: 'write', to, data: source.data };
            case 'archive': return { kind: 'archive', to, digest: source.digest, files: remoteFilesOf(files) };
        }
    });
}

/** What an archive holds: everything that goes to the resource server. */
function remoteFilesOf(files: readonly PlannedFile[]): PlannedFile[] {
    return files.filter(({ to, source }) => to.path.startsWith(`${remoteFolder}/`) && to.root !== 'maps' && source.kind !== 'archive');
}

/** `remote/<bundle>`: remote bundles move as folders, whatever is in them. */
function remoteFolderOf(path: string): string | undefined {
    const [folder, name, ...rest] = path.split('/');
    return folder === remoteFolder && name !== undefined && rest.length > 0 ? `${folder}/${name}` : undefined;
}

/** Removes whole bundle folders of earlier builds at once. */
function collapse(at: readonly Place[], current: BuildOutput['current'], wanted: ReadonlySet<string>, sources: ReadonlySet<string>): Step[] {
    const folders = new Map<string, Place[]>();
    const steps: Step[] = [];
    for (const place of at) {
        const folder = place.root === 'remote' ? remoteFolderOf(place.path) : undefined;
        if (folder === undefined) steps.push({ kind: 'remove', what: 'file', at: place });
        else folders.set(folder, [...folders.get(folder) ?? [], place]);
    }
    for (const [folder, places] of folders) {
        const root: RootName = 'remote';
        const needed = [...current[root].keys()].filter((path) => path.startsWith(`${folder}/`))
            .some((path) => wanted.has(`${root}/${path}`) || sources.has(`${root}/${path}`));
        if (needed) steps.push(...places.map((place): Step => ({ kind: 'remove', what: 'file', at: place })));
        else steps.push({ kind: 'remove', what: 'folder', at: { root, path: folder } });
    }
    return steps;
}
