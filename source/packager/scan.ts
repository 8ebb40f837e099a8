import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import {
    folderOf, isInside, joinInside, listFiles, readPackage, remoteFolder, remoteScriptPath, versionedName, findHashed,
    type FileEntry, type FileTable, type Package,
} from '../package';
import { createProblem, hasErrors, type BuildProblem } from '../problems';
import { isSourceMap } from './source-maps';
import { archiveName, workFolder, type Roots } from './roots';
import type { RootName } from './plan';

/** What a host left, found by content and pattern: whether md5 ran, or this packager, makes no difference. */
export interface BuildOutput {
    readonly package: Package;
    /** Every file that lies in a root now. */
    readonly current: Readonly<Record<RootName, FileTable>>;
    /** The root whose `remote/` holds the remote bundles now. */
    readonly remoteRoot: 'output' | 'remote';
    /** Whether this packager has already been here since the host built. */
    readonly packaged: boolean;
    readonly problems: readonly BuildProblem[];
}

/** Only this packager writes this file, and a host that builds anew removes it, unless it keeps the folder. */
export const packagedMarker = 'adapter-options.js';

/** Reads a build and everything beside it that belongs to it. With errors among the problems it cannot be packaged. */
export function scanBuild(roots: Roots): BuildOutput {
    const packaged = existsSync(join(roots.output, packagedMarker));
    // Our game.js names what it was made for; a host that keeps the folder (the CLI's `useCache`) has built beside it since.
    const found = readPackage(roots.output, { isEntryCurrent: !packaged });
    const remote = listRemote(found, roots);
    const maps = listMaps(roots);
    const problems = [...found.problems];
    if (!existsSync(roots.output)) problems.push(createProblem('AMG210', roots.output, {}));
    else if (!hasErrors(problems)) problems.push(...judgeLayout(found), ...judgeBundles(found), ...judgeCandidates(found));
    return {
        package: found,
        current: { output: found.files, remote: byPath(remote), maps: byPath(maps) },
        remoteRoot: found.remoteDirectory === undefined || found.remoteDirectory === found.directory ? 'output' : 'remote',
        packaged,
        problems,
    };
}

function byPath(entries: readonly FileEntry[]): FileTable {
    return new Map(entries.map((entry) => [entry.path, entry]));
}

/** What of the folder beside the package is ours: `remote/` and its archive. Other files there are the user's. */
function listRemote({ remoteDirectory, remoteFiles }: Package, roots: Roots): FileEntry[] {
    const archive = statEntry(roots.remote, archiveName);
    const files = remoteDirectory === roots.remote ? remoteFiles : listFiles(roots.remote).files;
    const bundles = [...files.values()].filter(({ path }) => path.startsWith(`${remoteFolder}/`));
    return archive === undefined ? bundles : [...bundles, archive];
}

/** What of the maps folder is ours: the source maps. */
export function listMaps(roots: Roots): FileEntry[] {
    return [...listFiles(roots.maps).files.values()].filter(({ path }) => isSourceMap(path) && !path.startsWith(`${workFolder}/`));
}

function statEntry(directory: string, path: string): FileEntry | undefined {
    if (!existsSync(join(directory, path))) return undefined;
    const { size, mtimeMs, ctimeMs } = lstatSync(join(directory, path));
    return { path, bytes: size, mtimeMs, ctimeMs };
}

/** A mini game build boots from these files (runtime contract 1); without one of them it is something else. */
function judgeLayout({ files, boot, imports, settings, directory, gameRoot }: Package): BuildProblem[] {
    const missing: string[] = [];
    if (boot.application === '') missing.push('application.js');
    if (boot.settings === '') missing.push('src/settings.json');
    if (boot.systemBundle === '') missing.push('src/system.bundle.js');
    if (boot.importMap === '') missing.push('src/import-map.js');
    else if (Object.keys(imports).length === 0) missing.push(`imports (${boot.importMap})`);
    const named = [
        ...Object.values(imports).filter((target) => target.startsWith('.')).map((target) => ({ target, path: joinInside(folderOf(boot.importMap), target) })),
        ...(settings.scripting?.scriptPackages ?? []).map((target) => ({ target, path: scriptPackagePath(gameRoot, target) })),
    ];
    for (const { target, path } of named) {
        if (path === undefined) return [createProblem('AMG208', boot.settings, { path: target })];
        if (!files.has(path)) missing.push(path);
    }
    if (missing.length === 0) return [];
    return [createProblem('AMG201', directory, { missing: missing.join(', ') })];
}

/** `settings.scripting.scriptPackages` are `project:` addresses, or relative to the engine's folder (runtime contract 1). */
function scriptPackagePath(gameRoot: string, address: string): string | undefined {
    return /^project:/.test(address) ? joinInside(gameRoot, address.replace(/^project:/, '')) : joinInside(gameRoot, 'cocos-js', address);
}

function judgeBundles({ bundles, files, settings, gameRoot }: Package): BuildProblem[] {
    const needed = new Set(['internal', 'main', ...(settings.assets?.preloadBundles ?? []).map(({ bundle }) => bundle)]);
    return bundles.flatMap(({ name, kind, root, version, config, script }) => {
        const outside = [name, ...(version === '' ? [] : [version])].find((part) => !isInside(part));
        if (outside !== undefined) return [createProblem('AMG208', 'src/settings.json', { path: outside })];
        const missing = (level?: 'warning'): BuildProblem => createProblem('AMG203', root, { bundle: name, file: `${root}/${versionedName('config', version, 'json')}` }, level);
        // Settings may name bundles that this platform does not build; only a game that asks for them would miss them.
        const isLeftOut = kind === 'local' && !needed.has(name) && ![...files.keys()].some((path) => path.startsWith(`${root}/`));
        if (isLeftOut) return [missing('warning')];
        const expected = kind === 'remote' ? gameRoot + remoteScriptPath(name, version) : `${root}/${versionedName('index', version, 'js')}`;
        return [
            ...(config === '' ? [missing()] : []),
            ...(script === '' ? [createProblem('AMG204', root, { bundle: name, file: expected })] : []),
        ];
    });
}

function judgeCandidates({ files, boot, gameRoot }: Package): BuildProblem[] {
    const plain = { 'application.js': boot.application, 'src/settings.json': boot.settings, 'src/system.bundle.js': boot.systemBundle, 'src/import-map.js': boot.importMap };
    return Object.entries(plain).flatMap(([file, chosen]) => {
        const candidates = findHashed(files, gameRoot + file);
        return candidates.length < 2 ? [] : [createProblem('AMG209', chosen, { file, chosen, candidates: candidates.join(', ') })];
    });
}
