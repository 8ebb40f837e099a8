import { findHashed, gameSubpackage, isRemoteList, leanPath, remoteFolder, remoteScriptPath, standardPath, type Bundle, type FileEntry } from '../package';
import type { AlipayOptions } from '../options';
import type { Place, PlannedFile } from './plan';
import type { BuildOutput } from './scan';
import { isSourceMap } from './source-maps';

/** What of a build goes where. Every file of the build is in `files` or in `dropped`. */
export interface Arrangement {
    readonly files: readonly PlannedFile[];
    /** Files of the build that no package holds. */
    readonly dropped: readonly Place[];
}

export interface ArrangeInput {
    readonly build: BuildOutput;
    readonly options: Pick<AlipayOptions, 'mainPackage' | 'remoteOutput'>;
    /** Paths, as in the standard layout, that the packager makes itself, or that have no place in a package. */
    readonly isReplaced: (path: string) => boolean;
}

/** Where a file of the standard layout lies in the package that is made. */
export function placeFile({ mainPackage }: Pick<AlipayOptions, 'mainPackage'>, path: string): string {
    return mainPackage === 'lean' ? leanPath(path) : path;
}

/** The layout of the package: the one place that decides which file of a build goes where. */
export function arrangeBuild({ build, options, isReplaced }: ArrangeInput): Arrangement {
    const files: PlannedFile[] = [];
    const dropped: Place[] = [];
    const scripts = remoteScripts(build.package.bundles);
    const remoteRoot = options.remoteOutput === 'inside' ? 'output' : 'remote';
    const game = findLeanGame(build, options);
    const place = (at: Place, entry: FileEntry): void => {
        const path = placeFile(options, scripts.moved.get(at.path) ?? game.standardPath(at.path));
        if (scripts.surplus.has(at.path)) dropped.push(at);
        else if (isSourceMap(path)) files.push({ to: { root: 'maps', path }, source: { kind: 'host', at, entry } });
        else if (!path.startsWith(`${remoteFolder}/`)) files.push({ to: { root: 'output', path }, source: { kind: 'host', at, entry } });
        else if (isRemoteList(path.split('/').slice(2).join('/'))) dropped.push(at);
        else files.push({ to: { root: remoteRoot, path }, source: { kind: 'host', at, entry } });
    };
    for (const entry of build.current.output.values()) {
        const at: Place = { root: 'output', path: entry.path };
        if (game.isOutlived(entry.path) || isReplaced(game.standardPath(entry.path))) dropped.push(at);
        else place(at, entry);
    }
    // What an earlier run took out belongs to this build unless the host has built anew since.
    if (build.remoteRoot === 'remote') {
        const remote = build.package.bundles.filter(({ kind }) => kind === 'remote').map(({ root }) => `${root}/`);
        for (const entry of build.current.remote.values()) {
            const belongs = build.packaged ? entry.path.startsWith(`${remoteFolder}/`) : remote.some((root) => entry.path.startsWith(root));
            if (belongs) place({ root: 'remote', path: entry.path }, entry);
        }
    }
    if (build.packaged && !files.some(({ to }) => to.root === 'maps')) {
        for (const entry of build.current.maps.values()) {
            const path = placeFile(options, game.standardPath(entry.path));
            files.push({ to: { root: 'maps', path }, source: { kind: 'host', at: { root: 'maps', path: entry.path }, entry } });
        }
    }
    return { files, dropped };
}

/**
 * What an earlier lean run has put into the game's subpackage. Outlived is what it made there itself, all of it when
 * the host has built anew beside it, and what lies at its place of the standard layout again. Where it was no such
 * run, the folder is another's, and the lean layout has none but its own files in it.
 */
function findLeanGame({ package: { gameRoot, files } }: BuildOutput, { mainPackage }: ArrangeInput['options']): { standardPath(path: string): string; isOutlived(path: string): boolean } {
    const { root } = gameSubpackage;
    if (findHashed(files, `${root}application.js`).length === 0) return { standardPath: (path) => path, isOutlived: (path) => mainPackage === 'lean' && path.startsWith(root) };
    return { standardPath, isOutlived: (path) => path.startsWith(root) && (gameRoot === '' || standardPath(path) === path || files.has(standardPath(path))) };
}

/** Scripts of remote bundles that the host left with their data, with the place the runtime loads them from (runtime contract 3). */
function remoteScripts(bundles: readonly Bundle[]): { moved: ReadonlyMap<string, string>; surplus: ReadonlySet<string> } {
    const moved = new Map<string, string>();
    const surplus = new Set<string>();
    for (const { kind, name, root, version, script } of bundles) {
        if (kind !== 'remote') continue;
        const to = remoteScriptPath(name, version);
        const plainMap = remoteScriptPath(name, '');
        for (const left of new Set([`${root}/index.js`, `${root}/index.${version}.js`])) {
            if (left === script) moved.set(left, to);
            else surplus.add(left);
            moved.set(`${left}.map`, `${left.endsWith('/index.js') ? plainMap : to}.map`);
        }
    }
    return { moved, surplus };
}
