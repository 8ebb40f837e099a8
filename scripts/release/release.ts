// npm run release: from a clean checkout to archives that were proved to work. Nothing is published.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { moveSync, readJsonSync, removeSync } from 'fs-extra';
import { findChromium } from '../../test/environment/chromium';
import { projectFolders } from './contents';
import { auditDependencies } from './gate/audit';
import { findFaultsAtRest, findFaultsAtWork, unpackRelease } from './gate/gate';
import { findInstalledFaults } from './gate/npm-install';
import { checksumsName, findDifferences, makeRelease, zipName, type MakeSetup } from './make';
import { findRefusals, type ProjectState } from './readiness';
import { ReleaseRefused } from './refused';

export interface ReleaseSetup {
    readonly root: string;
    /** Makes archives of a project that is not ready, to look at: they go to `release/<version>-draft`. */
    readonly draft: boolean;
    readonly build: MakeSetup['build'];
    /** Generated files that lag behind their tables. */
    readonly lagging: readonly string[];
    readonly print: (line: string) => void;
}

/** @returns whether there are archives now; why not was printed. */
export async function makeCheckedRelease(setup: ReleaseSetup): Promise<boolean> {
    const scratch = mkdtempSync(path.join(tmpdir(), 'release-'));
    try {
        await takeSteps(setup, scratch);
        return true;
    } catch (error) {
        if (!(error instanceof ReleaseRefused)) throw error;
        setup.print(`\n${error.message}`);
        return false;
    } finally {
        removeSync(scratch);
    }
}

async function takeSteps({ root, draft, build, lagging, print }: ReleaseSetup, scratch: string): Promise<void> {
    const notes: string[] = [];
    const steps = 7;
    let step = 0;
    const begin = (what: string): void => print(`${(step += 1)}/${steps} ${what}`);
    const refuse = (title: string, faults: readonly string[]): void => {
        if (faults.length > 0) throw new ReleaseRefused(title, faults);
    };

    begin('Is the project ready?');
    const state = readProjectState(root, lagging);
    const refusals = findRefusals(state);
    if (draft) notes.push(...refusals.map((refusal) => `Not ready: ${refusal}`));
    else refuse('This project is not ready to be released (`npm run release -- --draft` makes archives to look at):', refusals);

    begin('Building and packing');
    const made = await makeRelease({ root, scratch: path.join(scratch, 'first'), build });
    begin('Building and packing again: are the bytes the same?');
    refuse('The release is not reproducible:', findDifferences(made, await makeRelease({ root, scratch: path.join(scratch, 'second'), build })));

    begin('Unpacking: is all there, and nothing else?');
    const unpacked = await unpackRelease(made, path.join(scratch, 'user'));
    refuse('The archives are not what they should be:', findFaultsAtRest(root, made, unpacked));
    process.env['CHROMIUM_PATH'] = findChromium();
    begin('Building with the unpacked files, as Creator and the Cocos CLI, on Node 14.16.0 and 22');
    refuse('The unpacked files do not work:', await findFaultsAtWork(root, unpacked));
    begin('Installing the npm package, playing the demo in a browser');
    refuse('The npm package does not work:', findInstalledFaults(made, path.join(scratch, 'npm-user')));

    begin('npm audit of what ships');
    const audit = auditDependencies(root);
    refuse('Packages with known weaknesses would ship:', audit.faults);
    if (audit.unanswered !== undefined) notes.push(`npm audit: the registry gave no answer (${audit.unanswered}). Whether packages have known weaknesses was not looked at.`);

    const folder = path.join(root, 'release', draft ? `${state.version}-draft` : state.version);
    moveSync(made.folder, folder, { overwrite: true });
    print(`\n${path.relative(root, folder)}/`);
    for (const name of [zipName, made.tarballName, checksumsName]) print(`  ${name.padEnd(36)} ${statSync(path.join(folder, name)).size.toLocaleString('en').padStart(11)} bytes`);
    for (const note of notes) print(`\n${note}`);
}

function readProjectState(root: string, lagging: readonly string[]): ProjectState {
    return {
        version: (readJsonSync(path.join(root, 'package.json')) as { version: string }).version,
        lockedVersion: (readJsonSync(path.join(root, 'package-lock.json')) as { version: string }).version,
        changelog: readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'),
        changes: listChanges(root),
        lagging,
    };
}

/** What is not committed, and ignored files that would be packed all the same; undefined where there is no checkout. */
function listChanges(root: string): string[] | undefined {
    const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--untracked-files=all', '--ignored=matching'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) return undefined;
    const isPacked = (file: string): boolean => projectFolders.some((folder) => file.startsWith(`${folder}/`));
    return stdout.split('\n').filter((line) => line !== '' && (!line.startsWith('!! ') || isPacked(line.slice(3).replace(/^"/, ''))));
}
