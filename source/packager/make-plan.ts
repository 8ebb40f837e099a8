import { readFileSync } from 'node:fs';
import { comparePaths, findCaseTwins, isExcluded, measureParts } from '../package';
import { BuildError, createProblem, exitCodes, hasErrors, type BuildProblem } from '../problems';
import { validateAgainstBuild } from '../options';
import { arrangeBuild } from './arrange';
import { isArchiveOf } from './artefacts/archive';
import { describeLimits, judgeSizes } from './artefacts/budget';
import { createRemoteLists, digestRemote } from './artefacts/remote-lists';
import { planElsewhere, planInPlace } from './diff';
import { fileFailure } from './file-failure';
import { hasUnfinishedCommit } from './journal';
import { judgeOutputFolder, realPath } from './output-folder';
import { bytesOf, type PackagePlan, type PlannedFile } from './plan';
import type { PackagedFile, PackageRequest } from './request';
import { makeRootFiles } from './root-files';
import { absolutePath, archiveName, rootsOf } from './roots';
import { scanBuild, type BuildOutput } from './scan';
import { findTakenNames } from './taken-names';
import { openTemplates } from './templates';

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
    problems.push(...(inPlace ? [source] : [source, target]).filter(hasUnfinishedCommit).map(({ output }) => createProblem('AMG316', output, {})));
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
    const isMade = ({ to }: PlannedFile): boolean => to.root === 'output' && made.contents.has(to.path);
    const hostFiles = arrangement.files.filter((file) => !isMade(file));
    const dropped = [...arrangement.dropped, ...arrangement.files.filter(isMade).flatMap(({ source: from }) => (from.kind === 'host' ? [from.at] : []))];
    const remote = createRemoteLists(build, hostFiles, source, request.onProgress);
    const files: PlannedFile[] = [
        ...hostFiles,
        ...[...made.contents].map(([path, data]): PlannedFile => ({ to: { root: 'output', path }, source: { kind: 'content', data } })),
        ...remote.files,
    ];
    if (request.options.archiveRemote && remote.summaries.length > 0) {
        files.push({ to: { root: 'remote', path: archiveName }, source: { kind: 'archive', digest: digestRemote(remote.files, hostFiles, build.package.bundles, source) } });
    }
    files.sort((a, b) => comparePaths(a.to.path, b.to.path));
    const steps = inPlace
        ? planInPlace({
            current: build.current, files, dropped,
            holds: (at, data) => build.current[at.root].get(at.path)?.bytes === data.byteLength && readFileSync(absolutePath(source, at)).equals(data),
            isArchiveCurrent: (digest) => isArchiveOf(absolutePath(source, { root: 'remote', path: archiveName }), digest),
        })
        : planElsewhere(files);
    problems.push(...judgeTwins(files), ...findTakenNames(files, inPlace ? steps : [], target));
    stopOnErrors(problems);

    const uploaded = uploadedFiles(files, made.uploadExclude);
    const parts = measureParts(uploaded, made.subpackages);
    const limits = judgeSizes(parts, request.options);
    problems.push(...describeLimits(limits, { files: uploaded, parts, bundles: build.package.bundles, mainPackage: request.options.mainPackage }));
    return {
        request, files, steps, witnesses: bootFilesOf(build, hostFiles), parts, limits, problems,
        uploadExclude: made.uploadExclude,
        remote: remote.summaries,
    };
}

/** A host renders its boot files anew at each build. */
function bootFilesOf({ package: { boot: { application, importMap, systemBundle } } }: BuildOutput, files: readonly PlannedFile[]): PlannedFile[] {
    const boot = new Set([application, importMap, systemBundle]);
    return files.filter(({ source }) => source.kind === 'host' && source.at.root === 'output' && boot.has(source.at.path));
}

/** The files of the package that Alipay gets. */
export function uploadedFiles(files: readonly PlannedFile[], uploadExclude: readonly string[]): PackagedFile[] {
    return files.filter(({ to }) => to.root === 'output' && !isExcluded(to.path, uploadExclude)).map(({ to, source }) => ({ path: to.path, bytes: bytesOf(source) }));
}

function judgeTwins(files: readonly PlannedFile[]): BuildProblem[] {
    return (['output', 'remote', 'maps'] as const).flatMap((root) => findCaseTwins(files.filter(({ to }) => to.root === root).map(({ to }) => to.path))
        .map((twins) => createProblem('AMG207', twins[0] ?? '', { names: twins.join(', ') })));
}

function stopOnErrors(problems: readonly BuildProblem[]): void {
    if (hasErrors(problems)) throw new BuildError(problems, exitCodes.failed);
}
