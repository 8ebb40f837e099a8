import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gameFolders, gameSubpackage, isGameFile, joinInside, listRequiredPaths, standardPath, startFile, type FileTable, type Package } from '../package';
import { createProblem, type BuildProblem } from '../problems';
import { startAdapters } from './artefacts/adapters';
import { entryVariables, failureTitle, linkHashedNames, renderEntry, timeoutFor, type EntryVariables, type LeanEntryVariables, type SubpackageEntryVariables } from './artefacts/entry';
import type { Preload } from './artefacts/preloads';
import type { PackageRequest } from './request';
import { packagedMarker } from './scan';
import { isSourceMap } from './source-maps';
import type { Templates } from './templates';

/** The user's templates that become a game.js under another name. The host has copied them into the build. */
export const entryTemplates = ['game.ejs', 'game.lean.ejs', 'game.lean.js'] as const;

export interface EntriesInput {
    readonly request: PackageRequest;
    readonly build: Package;
    readonly templates: Templates;
    readonly preload: Preload | false;
    /** What else is made for the package, by path. */
    readonly contents: ReadonlyMap<string, Uint8Array>;
}

export interface Entries {
    /** By path in the package. */
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly problems: readonly BuildProblem[];
}

/**
 * Makes the entry of each part that we start: game.js, and in the lean layout the one of the game's subpackage too,
 * with what it needs beside it. There a game.ejs of the user stands behind a game.js of ours, which runs it once.
 */
export function makeEntries({ request, build, templates, preload, contents }: EntriesInput): Entries {
    const files = new Map<string, Uint8Array>();
    const problems: BuildProblem[] = [];
    const put = (path: string, entry: Entry): void => {
        if ('problem' in entry) problems.push(entry.problem);
        else files.set(path, Buffer.from(entry.text));
    };
    const { productDirectory, options } = request;
    const start = makeEntry('game', entryVariables(build.boot, options, preload), productDirectory, templates, filesOfStandardLayout(build));
    if (options.mainPackage === 'standard') {
        put('game.js', start);
        return { files, problems };
    }
    const { name, root } = gameSubpackage;
    put('game.js', makeEntry('game.lean', { failureTitle, gameSubpackage: name, gameRoot: root, timeout: timeoutFor(bytesOfFolders(build)) }, productDirectory, templates, build.files));
    put(`${root}game.js`, makeEntry('game.subpackage', { failureTitle, startFile }, productDirectory));
    put(root + startFile, start);
    if ('text' in start) for (const [path, data] of shareWithGame(start.text, contents, build)) files.set(path, data);
    return { files, problems };
}

type Entry = { readonly text: string } | { readonly problem: BuildProblem };

interface EntryVariablesOf {
    readonly 'game': EntryVariables;
    readonly 'game.lean': LeanEntryVariables;
    readonly 'game.subpackage': SubpackageEntryVariables;
}

/**
 * From the user's template, as EJS or finished, or from ours.
 * @param files of the build: only the user's templates may name them without their md5.
 */
function makeEntry<Name extends keyof EntryVariablesOf>(name: Name, variables: EntryVariablesOf[Name], productDirectory: string, templates?: Templates, files: FileTable = new Map()): Entry {
    const own = templates?.find(`${name}.ejs`, `${name}.js`);
    if (own?.name === `${name}.js`) return { text: linkHashedNames(own.data.toString('utf8'), 'game.js', files) };
    const path = own?.path ?? join(productDirectory, 'templates', `${name}.ejs`);
    if (own === undefined && !existsSync(path)) return { problem: createProblem('AMG301', path, { file: `templates/${name}.ejs` }) };
    const rendered = renderEntry((own?.data ?? readFileSync(path)).toString('utf8'), path, variables);
    return own === undefined || 'problem' in rendered ? rendered : { text: linkHashedNames(rendered.text, 'game.js', files) };
}

/**
 * Bytes of what the lean layout moves, as far as packing changes nothing in it: the number is the same however often a
 * build is packed. Source maps leave the package, settings are edited, and scripts of remote bundles come from elsewhere.
 */
function bytesOfFolders({ files, gameRoot, boot }: Package): number {
    const isChanged = (path: string): boolean => isSourceMap(path) || path === boot.settings || path.startsWith(`${gameRoot}src/bundle-scripts/`);
    return [...files.values()]
        .filter(({ path }) => gameFolders.some((folder) => path.startsWith(`${gameRoot}${folder}/`)) && !isChanged(path))
        .reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * What the game's subpackage must have of the main package: its own `adapter-options.js`, since an adapter stands
 * there, a link to what that adapter requires when the start fails, and what the game's entry, a user's perhaps, requires as if it stood in the main package. Scripts are linked,
 * since they must be evaluated once; JSON is copied.
 */
function shareWithGame(entry: string, contents: ReadonlyMap<string, Uint8Array>, { directory, files }: Package): ReadonlyMap<string, Uint8Array> {
    const { root } = gameSubpackage;
    const shared = new Map<string, Uint8Array>();
    const optionsFile = contents.get(packagedMarker);
    if (optionsFile !== undefined) shared.set(root + packagedMarker, optionsFile);
    for (const required of [...startAdapters.map((name) => `./${name}`), ...listRequiredPaths(entry)]) {
        const named = joinInside(required);
        if (named === undefined) continue;
        const path = [named, `${named}.js`, `${named}.json`, `${named}/index.js`].find((candidate) => contents.has(candidate) || files.has(candidate));
        if (path === undefined || isGameFile(path) || path.startsWith(root) || shared.has(root + path)) continue;
        const way = '../'.repeat(`${root}${path}`.split('/').length - 1);
        shared.set(root + path, path.endsWith('.json') ? contents.get(path) ?? readFileSync(join(directory, path)) : Buffer.from(`module.exports = require('${way}${path}');\n`));
    }
    return shared;
}

/** The files of a build at their paths in the standard layout, by which a user's entry knows them. */
function filesOfStandardLayout({ files, gameRoot }: Package): FileTable {
    return gameRoot === '' ? files : new Map([...files.values()].map((entry) => [standardPath(entry.path), entry]));
}
