import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { comparePaths, findCaseTwins, isExcluded, isHashedTwin, measureParts, remoteFolder } from '../package';
import { BuildError, createProblem, exitCodes, hasErrors, type BuildProblem } from '../problems';
import { selectRuntimeOptions, validateAgainstBuild } from '../options';
import { arrangeBuild } from './arrange';
import { isArchiveOf } from './artefacts/archive';
import { engineAdapters, readBundledAdapters, readEngineAdapters } from './artefacts/adapters';
import { describeLimits, judgeSizes } from './artefacts/budget';
import { entryVariables, linkHashedNames, renderEntry, subpackageEntry } from './artefacts/entry';
import { createGameJson } from './artefacts/game-json';
import { createMiniProject, createProjectConfig } from './artefacts/project-files';
import { createRemoteLists, digestRemote } from './artefacts/remote-lists';
import { editSettings, formatSettings } from './artefacts/settings';
import { planElsewhere, planInPlace } from './diff';
import { fileFailure } from './file-failure';
import { fixedNames } from './host-settings';
import { hasUnfinishedCommit } from './journal';
import { formatJson, type JsonObject } from './merge';
import { bytesOf, type PackagePlan, type PlannedFile } from './plan';
import type { PackagedFile, PackageRequest } from './request';
import { absolutePath, archiveName, rootsOf, type Roots } from './roots';
import { packagedMarker, scanBuild, type BuildOutput } from './scan';
import { openTemplates, type Templates } from './templates';

/** The file in which the CLI's stages find the build's options; never uploaded (host contract 6). */
const compileConfig = 'cocos.compile.config.json';

/**
 * Plans a package. Reads only, and prints as text (`formatPlan`).
 * @throws {BuildError} 34, with every problem of the build, the templates, the folders and the product.
 */
export async function planPackage(request: PackageRequest): Promise<PackagePlan> {
    try {
        return makePlan(request);
    } catch (error) {
        throw fileFailure('AMG317', error, request.buildDirectory);
    }
}

function makePlan(given: PackageRequest): PackagePlan {
    const source = rootsOf(given.buildDirectory);
    const target = rootsOf(given.outputDirectory);
    const inPlace = realPath(source.output) === realPath(target.output);
    const request = { ...given, buildDirectory: source.output, outputDirectory: inPlace ? source.output : target.output };
    const problems = inPlace ? [] : judgeOutputFolder(request);
    if (hasUnfinishedCommit(target)) problems.push(createProblem('AMG316', request.outputDirectory, {}));
    stopOnErrors(problems);

    const build = scanBuild(source);
    const { host, debug } = request;
    const remoteBundles = build.package.bundles.filter(({ kind }) => kind === 'remote').map(({ name }) => name);
    problems.push(...build.problems, ...validateAgainstBuild(request.options, { host, debug, remoteBundles }));
    stopOnErrors(problems);

    const templates = openTemplates(request.templateDirectories);
    const made = makeRootFiles({ request, inPlace, build, templates, source });
    problems.push(...made.problems, ...templates.problems);
    const arrangement = arrangeBuild({ build, options: request.options, isReplaced: made.isReplaced });
    const hostFiles = arrangement.files.filter(({ to }) => !(to.root === 'output' && made.contents.has(to.path)));
    const remote = createRemoteLists(build, hostFiles, source, request.onProgress);
    const files: PlannedFile[] = [
        ...hostFiles,
        ...[...made.contents].map(([path, data]): PlannedFile => ({ to: { root: 'output', path }, source: { kind: 'content', data } })),
        ...remote.files,
    ];
    if (request.options.archiveRemote && remote.summaries.length > 0) {
        files.push({ to: { root: 'remote', path: archiveName }, source: { kind: 'archive', digest: digestRemote(remote.files, []) } });
    }
    files.sort((a, b) => comparePaths(a.to.path, b.to.path));
    problems.push(...judgeTwins(files));
    stopOnErrors(problems);

    const uploaded = uploadedFiles(files, made.uploadExclude);
    const parts = measureParts(uploaded, made.subpackages);
    const limits = judgeSizes(parts, request.options);
    problems.push(...describeLimits(limits, uploaded, parts, build.package.bundles));
    const archivePath = absolutePath(target, { root: 'remote', path: archiveName });
    return {
        request, files, parts, limits, problems,
        uploadExclude: made.uploadExclude,
        remote: remote.summaries,
        steps: inPlace
            ? planInPlace({ build, roots: source, files, dropped: arrangement.dropped, isArchiveCurrent: (digest) => isArchiveOf(archivePath, digest) })
            : planElsewhere(files),
    };
}

/** The files of the package that Alipay gets. */
export function uploadedFiles(files: readonly PlannedFile[], uploadExclude: readonly string[]): PackagedFile[] {
    return files.filter(({ to }) => to.root === 'output' && !isExcluded(to.path, uploadExclude)).map(({ to, source }) => ({ path: to.path, bytes: bytesOf(source) }));
}

interface RootFiles {
    /** Files with their bytes, relative to the package. */
    readonly contents: ReadonlyMap<string, Uint8Array>;
    /** Whether a file of the build is replaced by one of them, or is of no use in a package. */
    readonly isReplaced: (path: string) => boolean;
    readonly uploadExclude: readonly string[];
    readonly subpackages: readonly { readonly name: string; readonly root: string }[];
    readonly problems: readonly BuildProblem[];
}

interface RootFilesInput {
    readonly request: PackageRequest;
    readonly inPlace: boolean;
    readonly build: BuildOutput;
    readonly templates: Templates;
    readonly source: Roots;
}

/** Makes every file that is not the host's: each from its own artefact, or from the user's template of that name. */
function makeRootFiles({ request, inPlace, build, templates, source }: RootFilesInput): RootFiles {
    const { options } = request;
    const { files, bundles, boot, settings } = build.package;
    const problems: BuildProblem[] = [];
    const contents = new Map<string, Uint8Array>();
    const add = (path: string, data: Uint8Array | string): void => {
        contents.set(path, templates.find(path)?.data ?? (typeof data === 'string' ? Buffer.from(data) : data));
    };
    const existing = (name: string): JsonObject => readExisting(build, source, name);

    const gameJson = createGameJson({
        options, bundles,
        existing: existing('game.json'),
        keepExistingSubpackages: request.host === 'creator',
        hasFolder: (root) => [...files.keys()].some((path) => path.startsWith(`${root}/`)),
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
    const miniProject = createMiniProject(existing('mini.project.json'), templates.readJson('mini.project.json') ?? {}, exclude);
    if (miniProject) contents.set('mini.project.json', Buffer.from(miniProject.text));

    add(packagedMarker, `module.exports = ${JSON.stringify(selectRuntimeOptions(options), null, 4)};\n`);
    const adapters = chooseAdapters(request, build, source, templates);
    problems.push(...adapters.problems);
    for (const { name, data } of adapters.files) add(name, data);

    const entry = makeEntry(request, build, templates);
    if ('problem' in entry) problems.push(entry.problem);
    else contents.set('game.js', Buffer.from(entry.text));
    for (const { root } of gameJson.subpackages) {
        const folder = root.slice(0, -1);
        if (!files.has(`${folder}/game.js`) && files.has(`${folder}/index.js`)) add(`${folder}/game.js`, subpackageEntry);
    }

    const edited = editSettings(settings, { remoteUrl: options.remoteUrl, deviceOrientation: gameJson.orientation });
    const settingsText = readFileSync(join(source.output, boot.settings), 'utf8');
    if (JSON.stringify(edited) !== JSON.stringify(settings)) contents.set(boot.settings, Buffer.from(formatSettings(edited, settingsText)));

    const isReplaced = (path: string): boolean =>
        (!inPlace && path === compileConfig)
        || (path === 'game.ejs' && templates.has('game.ejs'))
        || (!path.includes('/') && fixedNames.some((name) => isHashedTwin(path, name)));
    return { contents, isReplaced, problems, uploadExclude: miniProject?.uploadExclude ?? [], subpackages: gameJson.subpackages };
}

function chooseAdapters(request: PackageRequest, build: BuildOutput, source: Roots, templates: Templates): ReturnType<typeof readBundledAdapters> {
    if (request.options.adapter === 'bundled') {
        const read = readBundledAdapters(request.productDirectory, request.debug);
        // A file that the user's template brings need not be installed.
        return { ...read, problems: read.problems.filter(({ values }) => !templates.has(String(values['file']).replace('.debug.js', '.js'))) };
    }
    if (request.host === 'cocos-cli') return readEngineAdapters(request.engineAdapterDirectory, request.debug);
    // Creator's built-in platform has left the engine's adapters in the build, with md5 names or without.
    const problems: BuildProblem[] = [];
    const files = engineAdapters.flatMap((name) => {
        const found = [...build.package.files.keys()].find((path) => isHashedTwin(path, name)) ?? (build.package.files.has(name) ? name : undefined);
        if (found === undefined) {
            problems.push(createProblem('AMG312', build.package.directory, { file: name }));
            return [];
        }
        return [{ name, data: readFileSync(join(source.output, found)) }];
    });
    return { files, problems };
}

function makeEntry(request: PackageRequest, build: BuildOutput, templates: Templates): { text: string } | { problem: BuildProblem } {
    const { boot, files } = build.package;
    const own = templates.find('game.ejs', 'game.js');
    if (own?.name === 'game.js') return { text: linkHashedNames(own.data.toString('utf8'), 'game.js', files) };
    const path = own?.path ?? join(request.productDirectory, 'templates', 'game.ejs');
    if (own === undefined && !existsSync(path)) return { problem: createProblem('AMG301', path, { file: 'templates/game.ejs' }) };
    const rendered = renderEntry((own?.data ?? readFileSync(path)).toString('utf8'), path, entryVariables(boot));
    return own === undefined || 'problem' in rendered ? rendered : { text: linkHashedNames(rendered.text, 'game.js', files) };
}

/** A JSON file of the build's root; a host that hashed it has left it under another name (host contract 4). */
function readExisting(build: BuildOutput, source: Roots, name: string): JsonObject {
    const { files } = build.package;
    const path = files.has(name) ? name : [...files.keys()].find((file) => isHashedTwin(file, name));
    if (path === undefined) return {};
    try {
        return JSON.parse(readFileSync(join(source.output, path), 'utf8')) as JsonObject;
    } catch {
        return {};
    }
}

function judgeTwins(files: readonly PlannedFile[]): BuildProblem[] {
    return (['output', 'remote', 'maps'] as const).flatMap((root) => findCaseTwins(files.filter(({ to }) => to.root === root).map(({ to }) => to.path))
        .map((twins) => createProblem('AMG207', twins[0] ?? '', { names: twins.join(', ') })));
}

/** An output folder is apart from the build, and new, empty or a package that may be replaced. */
function judgeOutputFolder({ buildDirectory, outputDirectory }: PackageRequest): BuildProblem[] {
    const build = Object.values(rootsOf(buildDirectory)).map(realPath);
    const output = Object.values(rootsOf(outputDirectory)).map(realPath);
    if (build.some((one) => output.some((other) => contains(one, other) || contains(other, one)))) {
        return [createProblem('AMG310', outputDirectory, { build: buildDirectory })];
    }
    if (!existsSync(outputDirectory)) return [];
    if (lstatSync(outputDirectory).isSymbolicLink()) return [createProblem('AMG205', outputDirectory, {})];
    const names = readdirSync(outputDirectory);
    return names.length === 0 || names.includes('game.json') ? [] : [createProblem('AMG313', outputDirectory, {})];
}

function contains(folder: string, path: string): boolean {
    const way = relative(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path);
}

/** Follows links of the folder itself, also of the folders above one that does not exist yet. */
function realPath(path: string): string {
    if (existsSync(path)) return realpathSync(path);
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}

function stopOnErrors(problems: readonly BuildProblem[]): void {
    if (hasErrors(problems)) throw new BuildError(problems, exitCodes.failed);
}
