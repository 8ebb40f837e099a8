import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectRuntimeOptions } from '../options';
import { gameFolders, gameSubpackage, isHashedTwin, leanPath, parseJsonObject, remoteFolder, standardPath, type Subpackage } from '../package';
import { createProblem, type BuildProblem } from '../problems';
import { placeFile } from './arrange';
import { bundledAdapters, engineAdapters, firstScreenAdapters, leanAdapters, readBundledAdapters, readEngineAdapters, startAdapters, type Adapters } from './artefacts/adapters';
import { emptyEntry, subpackageEntry } from './artefacts/entry';
import { describeFirstScreen, findEngineElsewhere, hasFirstScreen, readContextFacts } from './artefacts/first-screen';
import { pictureFolder, readFirstScreenPictures } from './artefacts/first-screen-pictures';
import { createGameJson } from './artefacts/game-json';
import { findPreload } from './artefacts/preloads';
import { createMiniProject, createProjectConfig } from './artefacts/project-files';
import { editSettings, formatSettings } from './artefacts/settings';
import { entryTemplates, makeEntries } from './entries';
import { compileConfig, fixedNames } from './host-settings';
import { formatJson, type JsonObject } from './merge';
import type { PackageRequest } from './request';
import type { Roots } from './roots';
import { packagedMarker, type BuildOutput } from './scan';
import type { Templates } from './templates';

const pictureFiles = new RegExp(`^${pictureFolder}/(logo|background)\\.(png|jpg)$`);

export interface RootFiles {
    /** Files with their bytes, at their places in the package. */
    readonly contents: ReadonlyMap<string, Uint8Array>;
    /** Whether a file of the build, by its path in the standard layout, is replaced by one of them, or is of no use in a package. */
    readonly isReplaced: (path: string) => boolean;
    readonly uploadExclude: readonly string[];
    readonly subpackages: readonly Subpackage[];
    readonly problems: readonly BuildProblem[];
}

export interface RootFilesInput {
    readonly request: PackageRequest;
    readonly inPlace: boolean;
    readonly build: BuildOutput;
    readonly templates: Templates;
    readonly source: Roots;
}

/** Makes every file that is not the host's: each from its own artefact, or from the user's template of that name. */
export function makeRootFiles({ request: given, inPlace, build, templates, source }: RootFilesInput): RootFiles {
    const { files, bundles, boot, settings } = build.package;
    const problems: BuildProblem[] = [];
    const engine = findEngineElsewhere(build.package);
    const request = engine === undefined ? given : { ...given, options: { ...given.options, firstScreen: false } };
    const { options } = request;
    if (engine !== undefined && given.options.adapter === 'bundled' && given.options.firstScreen) problems.push(createProblem('AMG325', boot.importMap, { address: engine }));
    const contents = new Map<string, Uint8Array>();
    const isLean = options.mainPackage === 'lean';
    if (isLean && options.adapter === 'engine') problems.push(createProblem('AMG320', 'mainPackage', {}));
    if (isLean) problems.push(...judgeLeanTemplates(templates));
    const put = (path: string, data: Uint8Array): void => void contents.set(placeFile(options, path), data);
    const add = (path: string, text: string): void => put(path, templates.find(path)?.data ?? Buffer.from(text));
    const existing = (name: string): JsonObject => readExisting(build, source, name, problems);

    const gameJson = createGameJson({
        options, bundles,
        existing: build.packaged ? withoutOwnKeys(existing('game.json')) : existing('game.json'),
        keepExistingSubpackages: request.host === 'creator',
        // What goes to the resource server is no part of the package.
        hasFolder: (root) => [...files.keys()].some((path) => path.startsWith(`${root}/`) && !path.startsWith(`${remoteFolder}/`)),
        template: templates.readJson('game.json'),
    });
    problems.push(...gameJson.problems);
    contents.set('game.json', Buffer.from(formatJson(gameJson.value)));
    contents.set('project.config.json', Buffer.from(createProjectConfig(existing('project.config.json'), templates.readJson('project.config.json') ?? {})));
    const exclude = [
        ...(options.remoteOutput === 'inside' && bundles.some(({ kind }) => kind === 'remote') ? [remoteFolder] : []),
        // The CLI writes it after our last hook, so it may not be there yet.
        ...(inPlace && (request.host === 'cocos-cli' || files.has(compileConfig)) ? [compileConfig] : []),
    ];
    const existingProject = existing('mini.project.json');
    const miniProject = createMiniProject(build.packaged ? withoutRemoteFolder(existingProject) : existingProject, templates.readJson('mini.project.json') ?? {}, exclude);
    if (miniProject) contents.set('mini.project.json', Buffer.from(miniProject.text));

    const edited = editSettings(settings, { ...options, deviceOrientation: gameJson.orientation });
    const settingsText = readFileSync(join(source.output, boot.settings), 'utf8');
    if (JSON.stringify(edited) !== JSON.stringify(settings)) put(standardPath(boot.settings), Buffer.from(formatSettings(edited, settingsText)));

    const withFirstScreen = hasFirstScreen(options);
    const { pictures, problems: pictureProblems } = readFirstScreenPictures(options, request.projectDirectory ?? request.buildDirectory);
    problems.push(...pictureProblems);
    if (withFirstScreen) for (const { path, data } of pictures) put(path, data);
    const runtimeOptions = {
        ...selectRuntimeOptions(options),
        ...(isLean ? { gameFiles: { root: gameSubpackage.root, folders: gameFolders } } : {}),
        ...(withFirstScreen ? { firstScreen: describeFirstScreen(options, readContextFacts(source.output, files, edited), pictures) } : {}),
    };
    add(packagedMarker, `module.exports = ${JSON.stringify(runtimeOptions, null, 4)};\n`);
    const adapterNames = [...(options.adapter === 'bundled' ? bundledAdapters : engineAdapters), ...(withFirstScreen ? firstScreenAdapters : []), ...(isLean ? leanAdapters : [])];
    const isOurs = (name: string): boolean => !templates.has(name);
    for (const adapters of [readAdapters(request, build, source, adapterNames.filter(isOurs)), readBundledAdapters(startAdapters.filter(isOurs), request.productDirectory, request.debug)]) {
        problems.push(...adapters.problems);
        for (const { name, data } of adapters.files) put(name, data);
    }
    for (const name of [...adapterNames, ...startAdapters]) if (templates.has(name)) add(name, '');

    const entries = makeEntries({ request, build: build.package, templates, preload: findPreload(edited, options), contents });
    problems.push(...entries.problems);
    for (const [path, data] of entries.files) contents.set(path, data);
    for (const { root } of gameJson.subpackages) {
        const folder = root.slice(0, -1);
        if (!(isLean && root === gameSubpackage.root) && !files.has(`${folder}/game.js`)) add(`${folder}/game.js`, files.has(`${folder}/index.js`) ? subpackageEntry : emptyEntry);
    }

    const isMade = (name: string): boolean => contents.has(placeFile(options, name));
    const isReplaced = (path: string): boolean =>
        (!inPlace && path === compileConfig)
        || entryTemplates.some((name) => templates.has(name) && (path === name || isHashedTwin(path, name)))
        || (build.packaged && isForgotten(path, isMade, templates))
        || (!path.includes('/') && fixedNames.some((name) => isMade(name) && isHashedTwin(path, name)));
    return { contents, isReplaced, problems, uploadExclude: miniProject?.uploadExclude ?? [], subpackages: gameJson.subpackages };
}

/** What the user's templates may not have in the lean layout, or not where they have it. */
function judgeLeanTemplates(templates: Templates): BuildProblem[] {
    const { root } = gameSubpackage;
    const optionsFile = templates.find(packagedMarker);
    const lost = templates.listBelow(root);
    return [
        ...(optionsFile === undefined || optionsFile.data.includes('gameFiles') ? [] : [createProblem('AMG324', optionsFile.path, {})]),
        ...(lost.length === 0 ? [] : [createProblem('AMG326', root, { root, names: lost.join(', ') })]),
    ];
}

/** What an earlier run wrote when the options asked for it: an adapter, a picture of the first screen, exclusions. */
function isForgotten(path: string, isMade: (name: string) => boolean, templates: Templates): boolean {
    const isOurs = [...bundledAdapters, ...startAdapters, ...firstScreenAdapters, ...leanAdapters, 'mini.project.json'].some((name) => name === path) || pictureFiles.test(path);
    return isOurs && !isMade(path) && !templates.has(path);
}

/** What an earlier run wrote because an option asked for it then. */
function withoutOwnKeys({ iOSHighPerformance: _written, ...rest }: JsonObject): JsonObject {
    return rest;
}

/** A mini.project.json without the remote folder that an earlier run kept out of the upload; nothing where it holds nothing else. */
function withoutRemoteFolder(project: JsonObject): JsonObject {
    const { uploadExclude, format, ...rest } = project;
    if (!Array.isArray(uploadExclude)) return project;
    const others: readonly unknown[] = uploadExclude.filter((entry) => entry !== remoteFolder);
    return others.length === 0 ? rest : { ...rest, format, uploadExclude: others };
}

/** The adapters that no template of the user replaces. */
function readAdapters(request: PackageRequest, build: BuildOutput, source: Roots, names: readonly string[]): Adapters {
    if (request.options.adapter === 'bundled') return readBundledAdapters(names, request.productDirectory, request.debug);
    if (request.host === 'cocos-cli') return readEngineAdapters(names, request.engineAdapterDirectory, request.debug);
    // Creator's built-in platform has left the engine's adapters in the build, with md5 names or without.
    const { files, directory } = build.package;
    const found = names.map((name) => ({ name, path: [...files.keys()].find((path) => isHashedTwin(path, name)) ?? name }));
    const isThere = ({ path }: { path: string }): boolean => files.has(path) && !isOwnAdapter(build, path);
    return {
        files: found.filter(isThere).map(({ name, path }) => ({ name, data: readFileSync(join(source.output, path)) })),
        problems: found.filter((adapter) => !isThere(adapter)).map(({ name }) => createProblem('AMG312', directory, { file: name })),
    };
}

/** Whether an earlier run put an adapter of ours under the engine's name: it wrote the one that only we have after it. */
function isOwnAdapter({ packaged, package: { files } }: BuildOutput, path: string): boolean {
    const [adapter, ownOnly] = [files.get(path), files.get('web-services.js') ?? files.get(leanPath('web-services.js'))];
    return packaged && adapter !== undefined && ownOnly !== undefined && adapter.mtimeMs <= ownOnly.mtimeMs;
}

/** A JSON file of the build's root; a host that hashed it has left it under another name (host contract 4). */
function readExisting(build: BuildOutput, source: Roots, name: string, problems: BuildProblem[]): JsonObject {
    const { files } = build.package;
    const path = files.has(name) ? name : [...files.keys()].find((file) => isHashedTwin(file, name));
    if (path === undefined) return {};
    const result = parseJsonObject(readFileSync(join(source.output, path), 'utf8'), path);
    if ('value' in result) return result.value;
    problems.push(result.problem);
    return {};
}
