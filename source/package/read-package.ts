import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProblem, type BuildProblem } from '../problems';
import { findBundles, remoteFolder } from './bundles';
import { findHashed } from './hashed-name';
import { parseImportMap } from './import-map';
import { gameSubpackage, startFile } from './lean-layout';
import { listFiles, type FileList } from './list-files';
import type { BootFiles, Bundle, BundleConfig, EngineSettings, FileTable, GameRoot, Package } from './package';
import { isExcluded, measureParts, type Subpackage } from './parts';
import { isInside, withoutSlash } from './paths';
import { shapeSettings } from './settings-shape';

/** The folder beside a package whose contents go to the resource server. */
export function remoteDirectoryOf(packageDirectory: string): string {
    return `${withoutSlash(packageDirectory)}-remote`;
}

/** The folder beside a package that holds its source maps. */
export function mapsDirectoryOf(packageDirectory: string): string {
    return `${withoutSlash(packageDirectory)}-maps`;
}

/**
 * Reads a package, finished or as a host left it, ours or another tool's. It never throws for what it finds: what
 * cannot be read is absent and a problem says so.
 * @param directory absolute path of the folder with game.json.
 * @param isEntryCurrent false where the game.js that lies there may be of an earlier build than the rest: of several
 * files that may be the same boot file, then the one written last counts.
 */
export function readPackage(directory: string, { isEntryCurrent = true }: { readonly isEntryCurrent?: boolean } = {}): Package {
    const problems: BuildProblem[] = [];
    const attempt = <Value>(read: () => Value): Value | undefined => {
        try {
            return read();
        } catch (error) {
            problems.push(describeFailure(error, directory));
            return undefined;
        }
    };
    const { files, problems: listed } = attempt(() => listFiles(directory)) ?? nothingListed;
    problems.push(...listed);
    const readText = (path: string, from = directory): string | undefined => attempt(() => readFileSync(join(from, path), 'utf8'));
    const readObject = (path: string, from?: string): Record<string, unknown> | undefined => {
        const text = readText(path, from);
        if (text === undefined) return undefined;
        const result = parseJsonObject(text, path);
        if ('problem' in result) problems.push(result.problem);
        return 'value' in result ? result.value : undefined;
    };

    const gameRoot = findGameRoot(files);
    const entry = gameRoot === '' ? 'game.js' : gameRoot + startFile;
    const boot = findBootFiles(files, gameRoot, isEntryCurrent && files.has(entry) ? readText(entry) ?? '' : '', (path) => readText(path) ?? '');
    const settings = boot.settings === '' ? undefined : readSettings(readObject(boot.settings), boot.settings, problems);
    const gameJson = (files.has('game.json') ? readObject('game.json') : undefined) ?? {};
    const uploadExclude = readUploadExclude(files.has('mini.project.json') ? readObject('mini.project.json') : undefined);
    const imports = boot.importMap === '' ? undefined : parseImportMap(readText(boot.importMap) ?? '');

    const beside = remoteDirectoryOf(directory);
    const inside = [...files.keys()].some((path) => path.startsWith(`${remoteFolder}/`));
    const remoteDirectory = inside ? directory : existsSync(join(beside, remoteFolder)) ? beside : undefined;
    const remoteFiles = remoteDirectory === undefined ? new Map() as FileTable : prefixed(attempt(() => listFiles(join(remoteDirectory, remoteFolder))) ?? nothingListed, problems);

    const bundles = (settings === undefined ? [] : findBundles(settings.assets ?? {}, files, remoteFiles, gameRoot)).map((bundle): Bundle => {
        if (bundle.config === '' || !isInside(bundle.root)) return bundle;
        const content = readObject(bundle.config, bundle.kind === 'remote' ? remoteDirectory : directory);
        return content === undefined ? bundle : { ...bundle, content: content as BundleConfig };
    });
    const subpackages = readSubpackages(gameJson);
    const parts = measureParts([...files.values()].filter(({ path }) => !isExcluded(path, uploadExclude)), subpackages);
    const maps = mapsDirectoryOf(directory);
    return {
        directory, files, gameJson, gameRoot, boot, bundles, parts, uploadExclude, remoteFiles, problems,
        settings: settings ?? {},
        imports: imports ?? {},
        bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
        ...(remoteDirectory === undefined ? {} : { remoteDirectory }),
        ...(existsSync(maps) ? { mapsDirectory: maps } : {}),
    };
}

const nothingListed: Pick<FileList, 'files' | 'problems'> = { files: new Map(), problems: [] };

/** A file or folder that is there and that this process may not read. Any other error is one of the program. */
function describeFailure(error: unknown, directory: string): BuildProblem {
    const { syscall, path = directory, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return createProblem('AMG317', path, { operation: syscall, reason: message });
}

/** Reads a JSON object, or says why it is none. */
export function parseJsonObject(text: string, path: string): { value: Record<string, unknown> } | { problem: BuildProblem } {
    try {
        const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Record<string, unknown> };
        return { problem: createProblem('AMG202', path, { reason: 'not an object' }) };
    } catch (error) {
        return { problem: createProblem('AMG202', path, { reason: (error as Error).message }) };
    }
}

function readSettings(value: Record<string, unknown> | undefined, path: string, problems: BuildProblem[]): EngineSettings | undefined {
    if (value === undefined) return undefined;
    const shaped = shapeSettings(value, path);
    problems.push(...shaped.problems);
    return shaped.settings;
}

/** The subpackages that a game.json names; entries that are none are left out. */
export function readSubpackages(gameJson: Readonly<Record<string, unknown>>): Subpackage[] {
    const { subpackages } = gameJson;
    if (!Array.isArray(subpackages)) return [];
    return subpackages.filter((entry): entry is Subpackage =>
        typeof entry === 'object' && entry !== null
        && typeof (entry as Subpackage).name === 'string' && typeof (entry as Subpackage).root === 'string');
}

/**
 * The root at which a game's application lies. What a host has built beside an earlier lean package is the newer game.
 */
function findGameRoot(files: FileTable): GameRoot {
    const isAt = (root: GameRoot): boolean => findHashed(files, `${root}application.js`).length > 0;
    return !isAt('') && isAt(gameSubpackage.root) ? gameSubpackage.root : '';
}

/** Of several candidates the one that the entry names, else the one written last: a host may leave older builds' files. */
function findBootFiles(files: FileTable, gameRoot: GameRoot, entry: string, readText: (path: string) => string): BootFiles {
    const choose = (path: string, namedBy: string): string => {
        const candidates = findHashed(files, gameRoot + path);
        const named = candidates.filter((candidate) => namedBy.includes(candidate.slice(gameRoot.length)));
        const modified = (name: string): number => files.get(name)?.mtimeMs ?? 0;
        return (named.length > 0 ? named : candidates).sort((a, b) => modified(b) - modified(a))[0] ?? '';
    };
    const application = choose('application.js', entry);
    return {
        application,
        systemBundle: choose('src/system.bundle.js', entry),
        importMap: choose('src/import-map.js', entry),
        polyfillsBundle: choose('src/polyfills.bundle.js', entry),
        settings: choose('src/settings.json', application === '' ? '' : readText(application)),
    };
}

/** Both forms that the packers honour (platform facts 1.4): `uploadExclude` in format 2, `exclude` in format 1. */
function readUploadExclude(project: Readonly<Record<string, unknown>> | undefined): string[] {
    if (project === undefined) return [];
    const list = project['format'] === 2 ? project['uploadExclude'] : project['exclude'];
    return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : [];
}

function prefixed(list: Pick<FileList, 'files' | 'problems'>, problems: BuildProblem[]): FileTable {
    problems.push(...list.problems.map((problem) => ({ ...problem, where: `${remoteFolder}/${problem.where}` })));
    return new Map([...list.files.values()].map((entry) => {
        const path = `${remoteFolder}/${entry.path}`;
        return [path, { ...entry, path }];
    }));
}
