import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { remoteFolder } from '../package';
import { writeArchive } from './artefacts/archive';
import { fileFailure } from './file-failure';
import { nodeFileOperations, type FileOperations } from './file-operations';
import { commit, expectationOf, finish, hasUnfinishedCommit, recover, workDirectory, writeJournal, type CommitAction, type CommitPlace, type Witness } from './journal';
import { uploadedFiles } from './make-plan';
import { bytesOf, type PackagePlan, type Place, type RootName } from './plan';
import type { PackageResult } from './request';
import { absolutePath, archiveName, rootsOf, type Roots } from './roots';
import { listMaps } from './scan';

/**
 * Carries a plan out; the only writer of the product. First everything new is made in the work folder, then the
 * journal declares it the package, then it is put in its place by renames. With no steps nothing is touched.
 * @throws {BuildError} 34, with the operation that failed; the next run finishes or undoes.
 */
export async function applyPlan(plan: PackagePlan, operations: FileOperations = nodeFileOperations): Promise<PackageResult> {
    const { request, steps } = plan;
    const source = rootsOf(request.buildDirectory);
    const target = rootsOf(request.outputDirectory);
    if (steps.length > 0) {
        try {
            recover(target, operations);
            const actions = source.output === target.output
                ? await stageInPlace(plan, target, operations)
                : await stageElsewhere(plan, source, target, operations);
            writeJournal(target, operations, { version: 1, state: 'committing', actions, witnesses: source.output === target.output ? findWitnesses(plan, target) : [] });
            commit(target, operations, actions);
            finish(target, operations, actions);
        } catch (error) {
            abandonStaging(target, operations);
            throw fileFailure('AMG311', error, request.outputDirectory);
        }
    }
    return describeResult(plan, target);
}

function findWitnesses({ witnesses }: PackagePlan, roots: Roots): Witness[] {
    return witnesses.flatMap(({ to, source }) => (source.kind === 'host' ? [{ from: source.at, to, expect: expectationOf(absolutePath(roots, source.at)) }] : []));
}

/** Frees at once what a failed staging takes up, which on a full disk is the point. A commit waits for the next run. */
function abandonStaging(roots: Roots, operations: FileOperations): void {
    if (hasUnfinishedCommit(roots)) return;
    try {
        recover(roots, operations);
    } catch {
        // The next run undoes it; the error that is on its way says why.
    }
}

/** Finishes or undoes what an earlier run left half done. */
export function recoverPackage(outputDirectory: string, operations: FileOperations = nodeFileOperations): ReturnType<typeof recover> {
    try {
        return recover(rootsOf(outputDirectory), operations);
    } catch (error) {
        throw fileFailure('AMG311', error, outputDirectory);
    }
}

/** Makes what is new in the work folder; the commit then moves it, and the host's files, to their places. */
async function stageInPlace({ steps, request }: PackagePlan, roots: Roots, operations: FileOperations): Promise<CommitAction[]> {
    const work = beginStaging(roots, operations);
    const actions: CommitAction[] = [];
    const arriving = steps.flatMap((step) => (step.kind === 'move' && step.what === 'folder' ? [step.to] : []));
    // What lies in a folder that the commit itself replaces is another file before and after.
    const expect = (place: Place): { expect?: ReturnType<typeof expectationOf> } =>
        (arriving.some(({ root, path }) => place.root === root && place.path.startsWith(`${path}/`)) ? {} : { expect: expectationOf(absolutePath(roots, place)) });
    for (const [index, step] of steps.entries()) {
        const staged: CommitPlace = { root: 'work', path: `next/${index}` };
        const aside: CommitPlace = { root: 'work', path: `old/${index}` };
        switch (step.kind) {
            case 'write':
                operations.writeFile(join(work, staged.path), step.data);
                actions.push({ kind: 'place', from: staged, to: step.to, ...expect(step.to) });
                break;
            case 'archive':
                await writeArchive(join(work, staged.path), step.files, roots, step.digest, request.onProgress);
                actions.push({ kind: 'place', from: staged, to: step.to, ...expect(step.to) });
                break;
            case 'move':
                actions.push(step.what === 'folder' ? { kind: 'place', from: step.from, to: step.to, aside } : { kind: 'place', from: step.from, to: step.to, ...expect(step.to) });
                break;
            case 'remove':
                actions.push({ kind: 'discard', at: step.at, aside, ...(step.what === 'file' ? expect(step.at) : {}) });
                break;
            case 'copy':
                throw new Error(`a plan in place copies nothing, yet ${step.from.path} should be copied`);
        }
    }
    return actions;
}

/** Makes the whole new package in the work folder; the commit then exchanges whole folders. */
async function stageElsewhere({ steps, request, files }: PackagePlan, source: Roots, target: Roots, operations: FileOperations): Promise<CommitAction[]> {
    const work = beginStaging(target, operations);
    const next = (place: Place): string => join(work, 'next', place.root, place.path);
    const folders = new Set<string>();
    let done = 0;
    for (const step of steps) {
        if (step.kind === 'move' || step.kind === 'remove') throw new Error(`a plan for another folder leaves the build alone, yet has a step "${step.kind}"`);
        const to = next(step.to);
        const folder = dirname(to);
        if (!folders.has(folder)) operations.makeFolder(folder);
        folders.add(folder);
        if (step.kind === 'copy') operations.copyFile(absolutePath(source, step.from), to);
        else if (step.kind === 'write') operations.writeFile(to, step.data);
        else await writeArchive(to, step.files, source, step.digest, request.onProgress);
        done += 1;
        if (done % 200 === 0 || done === steps.length) request.onProgress?.({ done, total: steps.length, label: 'copy' });
    }
    const has = (root: RootName, path: string): boolean => files.some(({ to }) => to.root === root && (to.path === path || to.path.startsWith(`${path}/`)));
    const actions: CommitAction[] = [];
    const exchange = (root: RootName, path: string): void => {
        const to: CommitPlace = { root, path };
        const aside: CommitPlace = { root: 'work', path: `old/${actions.length}` };
        if (path === '' || has(root, path)) actions.push({ kind: 'place', from: { root: 'work', path: path === '' ? `next/${root}` : `next/${root}/${path}` }, to, aside });
        else if (existsSync(join(target[root], path))) actions.push({ kind: 'discard', at: to, aside });
    };
    // Maps and remote files first: when the package itself appears, all that belongs to it is there.
    const maps = new Set([...files.filter(({ to }) => to.root === 'maps').map(({ to }) => to.path), ...listMaps(target).map(({ path }) => path)]);
    for (const path of [...maps].sort()) exchange('maps', path);
    exchange('remote', remoteFolder);
    exchange('remote', archiveName);
    exchange('output', '');
    return actions;
}

function beginStaging(roots: Roots, operations: FileOperations): string {
    const work = workDirectory(roots);
    operations.makeFolder(join(work, 'next'));
    writeJournal(roots, operations, { version: 1, state: 'staging' });
    return work;
}

function describeResult(plan: PackagePlan, roots: Roots): PackageResult {
    const { files, parts, limits, remote, problems, steps, uploadExclude } = plan;
    const archive = files.find(({ source }) => source.kind === 'archive');
    const maps = files.filter(({ to }) => to.root === 'maps').map(({ to, source }) => ({ path: to.path, bytes: bytesOf(source) }));
    const remoteRoot = files.find(({ to }) => to.root !== 'maps' && to.path.startsWith(`${remoteFolder}/`))?.to.root;
    return {
        outputDirectory: roots.output,
        ...(remoteRoot === undefined ? {} : { remoteDirectory: roots[remoteRoot] }),
        ...(maps.length === 0 ? {} : { mapsDirectory: roots.maps }),
        ...(archive === undefined ? {} : { archive: { path: absolutePath(roots, archive.to), bytes: statSync(absolutePath(roots, archive.to)).size } }),
        files: uploadedFiles(files, uploadExclude),
        parts,
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
        limits, remote, maps, problems,
        changes: steps.length,
    };
}

