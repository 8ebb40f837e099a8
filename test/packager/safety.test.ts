import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildError } from '../../source/problems';
import { applyPlan, packageBuild, planPackage, recoverPackage, type PackageRequest } from '../../source/packager';
import { nodeFileOperations, type FileOperations } from '../../source/packager/file-operations';
import { hasUnfinishedCommit } from '../../source/packager/journal';
import { rootsOf } from '../../source/packager/roots';
import { cases, judgeCutOff, snapshot, treesOf } from './cut-off';
import { checkoutFolder, hashedBuild, optionsWith, readTree, sampleOf, smallBuild, temporaryFolder, writeFiles } from './sample-build';

function failingAt(n: number, code: string): { operations: FileOperations; count: () => number } {
    let count = 0;
    const operations = Object.fromEntries(Object.entries(nodeFileOperations).map(([name, operation]) => [name, (...args: unknown[]) => {
        count += 1;
        if (count === n) throw Object.assign(new Error(`${code}: at operation ${n}`), { code, syscall: name, path: args[0] });
        return (operation as (...all: unknown[]) => unknown)(...args);
    }])) as unknown as FileOperations;
    return { operations, count: () => count };
}

describe.each(cases)('$name', ({ prepare }) => {
    it('is the old or the new package when any one file operation fails, and whole after the next run', async () => {
        const { sample, request } = await prepare();
        const restore = snapshot(sample.folder);
        const old = treesOf(request.outputDirectory);
        await packageBuild(request);
        const fresh = treesOf(request.outputDirectory);
        const states = new Set<string>();
        for (let n = 1, total = Infinity; n <= total; n += 1) {
            restore();
            const { operations, count } = failingAt(n, 'ENOSPC');
            const plan = await planPackage(request);
            const outcome = await applyPlan(plan, operations).catch((error: unknown) => error);
            if (count() < n) { total = count(); break; }
            expect(outcome).toBeInstanceOf(BuildError);
            expect((outcome as BuildError).problems.map(({ code }) => code)).toEqual(['AMG311']);
            states.add(judgeCutOff(request.outputDirectory, old, fresh));
            await packageBuild(request);
            expect(treesOf(request.outputDirectory)).toEqual(fresh);
            expect(existsSync(join(rootsOf(request.outputDirectory).maps, '.packaging'))).toBe(false);
        }
        expect([...states].sort()).toEqual(['new', 'old']);
    }, 120_000);
});

describe('a cut-off run that the host built over', () => {
    it('is dropped: what the host built last is the truth', async () => {
        const sample = sampleOf(smallBuild);
        const request = sample.request();
        const plan = await planPackage(request);
        let operations = failingAt(Infinity, '').operations;
        let renames = 0;
        operations = { ...operations, rename: (from, to) => {
            if ((renames += 1) === 4) throw Object.assign(new Error('cut'), { code: 'EIO' });
            nodeFileOperations.rename(from, to);
        } };
        await expect(applyPlan(plan, operations)).rejects.toThrow(BuildError);
        expect(hasUnfinishedCommit(rootsOf(sample.build))).toBe(true);
        await expect(planPackage(request)).rejects.toMatchObject({ problems: [{ code: 'AMG316', where: sample.build }] });
        await expect(packageBuild(sample.request({ outputDirectory: join(sample.folder, 'out') }))).rejects.toMatchObject({ problems: [{ code: 'AMG316', where: sample.build }] });

        rmSync(sample.build, { recursive: true });
        writeFiles(sample.build, { ...smallBuild, 'assets/main/index.js': '/* main, rebuilt */', 'src/settings.json': String(smallBuild['src/settings.json']).replace('"3.8.5"', '"3.8.6"') });
        await packageBuild(request);
        const other = sampleOf({ ...smallBuild, 'assets/main/index.js': '/* main, rebuilt */', 'src/settings.json': String(smallBuild['src/settings.json']).replace('"3.8.5"', '"3.8.6"') });
        await packageBuild(other.request());
        expect(treesOf(sample.build)).toEqual(treesOf(other.build));
    });

    it.each([
        ['of the same files, in the standard layout', smallBuild, {}, smallBuild, {}],
        ['of other names, from the lean layout', smallBuild, { mainPackage: 'lean' }, hashedBuild, {}],
        ['with remote bundles that no longer stay inside', hashedBuild, { remoteOutput: 'inside' }, smallBuild, {}],
    ])('is dropped wherever it was cut off, for a build %s', async (_name, before, wasAsked, after, isAsked) => {
        const clean = sampleOf(after, isAsked);
        await packageBuild(clean.request());
        const wanted = treesOf(clean.build);
        let isCut = true;
        for (let cutAt = 2; isCut; cutAt += 2) {
            const sample = sampleOf(before, wasAsked);
            let renames = 0;
            isCut = false;
            const rename: typeof nodeFileOperations.rename = (from, to) => {
                if ((renames += 1) === cutAt) {
                    isCut = true;
                    throw Object.assign(new Error('cut'), { code: 'EIO' });
                }
                nodeFileOperations.rename(from, to);
            };
            await applyPlan(await planPackage(sample.request()), { ...nodeFileOperations, rename }).catch(() => undefined);
            rmSync(sample.build, { recursive: true });
            writeFiles(sample.build, after);
            await packageBuild(sample.request({ options: optionsWith(isAsked) }));
            expect(treesOf(sample.build), `cut at rename ${cutAt}`).toEqual(wanted);
        }
    }, 60_000);

    it('is not believed when its journal leads out of the package', async () => {
        const sample = sampleOf(smallBuild);
        const victim = join(sample.folder, 'victim.txt');
        writeFileSync(victim, 'mine');
        const actions = [{ kind: 'discard', at: { root: 'output', path: '../victim.txt' }, aside: { root: 'work', path: 'old/0' } }];
        writeFiles(sample.folder, { 'build-maps/.packaging/journal.json': JSON.stringify({ version: 1, state: 'committing', actions }) });
        expect(recoverPackage(sample.build)).toBe('undone');
        expect(existsSync(victim)).toBe(true);
    });
});

describe('running again', () => {
    it.each([['plain', smallBuild], ['md5', hashedBuild]])('changes nothing: %s names', async (_name, files) => {
        const sample = sampleOf(files, { archiveRemote: true });
        await packageBuild(sample.request());
        const once = readTree(sample.folder);
        expect((await packageBuild(sample.request())).changes).toBe(0);
        expect(readTree(sample.folder)).toEqual(once);
    });

    it('gives another folder the same bytes as in place', async () => {
        const sample = sampleOf(hashedBuild, { archiveRemote: true });
        const output = join(sample.folder, 'out');
        await packageBuild(sample.request({ outputDirectory: output, host: 'creator' }));
        await packageBuild(sample.request({ host: 'creator' }));
        expect(treesOf(output)).toEqual(treesOf(sample.build));
        await packageBuild(sample.request({ outputDirectory: output, host: 'creator' }));
        expect(treesOf(output)).toEqual(treesOf(sample.build));
    });

    it.each(['cocos-cli', 'creator'] as const)('with remote bundles that no longer stay inside excludes nothing that is not there: %s', async (host) => {
        const sample = sampleOf(smallBuild, { remoteOutput: 'inside' });
        await packageBuild(sample.request({ host }));
        await packageBuild(sample.request({ host, options: optionsWith() }));
        const fresh = sampleOf(smallBuild);
        await packageBuild(fresh.request({ host }));
        expect(treesOf(sample.build)).toEqual(treesOf(fresh.build));
    });

    it('reads a remote file again when it changed after it was hashed', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        writeFiles(sample.folder, { 'build-remote/remote/far/import/12/1234.json': '["FAR"]' });
        expect((await packageBuild(sample.request())).changes).toBe(1);
        const fresh = sampleOf({ ...smallBuild, 'remote/far/import/12/1234.json': '["FAR"]' });
        await packageBuild(fresh.request());
        expect(treesOf(sample.build)).toEqual(treesOf(fresh.build));
    });

    it('leaves nothing of an earlier build behind when the host has built anew', async () => {
        const sample = sampleOf({ ...smallBuild, 'remote/old/config.json': '{}', 'remote/old/index.js': '', 'src/settings.json': String(smallBuild['src/settings.json']).replace('"remoteBundles":["far"]', '"remoteBundles":["far","old"]') });
        await packageBuild(sample.request());
        expect(existsSync(join(sample.folder, 'build-remote/remote/old'))).toBe(true);
        rmSync(sample.build, { recursive: true });
        writeFiles(sample.build, hashedBuild);
        await packageBuild(sample.request());
        const fresh = sampleOf(hashedBuild);
        await packageBuild(fresh.request());
        expect(treesOf(sample.build)).toEqual(treesOf(fresh.build));
    });

    it.each(['build', 'out'])('leaves files of the user in the remote and maps folders alone: %s', async (output) => {
        const sample = sampleOf(smallBuild);
        const outputDirectory = join(sample.folder, output);
        writeFiles(sample.folder, { [`${output}-remote/notes.txt`]: 'mine', [`${output}-maps/cocos-js/notes.txt`]: 'mine', [`${output}-maps/cocos-js/old.js.map`]: '{}' });
        await packageBuild(sample.request({ outputDirectory }));
        await packageBuild(sample.request({ outputDirectory }));
        expect(Object.keys(readTree(sample.folder)).filter((path) => /notes|old/.test(path))).toEqual([`${output}-maps/cocos-js/notes.txt`, `${output}-remote/notes.txt`]);
    });
});

describe('a full disk', () => {
    it('gets back at once what the unfinished copy took', async () => {
        const sample = sampleOf(smallBuild);
        const before = readTree(sample.folder);
        let copies = 0;
        const full: FileOperations = { ...nodeFileOperations, copyFile: (from, to) => {
            if ((copies += 1) === 10) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'copyfile' });
            nodeFileOperations.copyFile(from, to);
        } };
        const plan = await planPackage(sample.request({ outputDirectory: join(sample.folder, 'out') }));
        await expect(applyPlan(plan, full)).rejects.toMatchObject({ problems: [{ code: 'AMG311', values: { operation: 'copyfile' } }] });
        expect(readTree(sample.folder)).toEqual(before);
    });
});

describe('where it writes', () => {
    it('is the output, remote and maps folders, and while it runs too', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        for (const output of [sample.build, join(sample.folder, 'out')]) {
            const written = new Set<string>();
            const operations = Object.fromEntries(Object.entries(nodeFileOperations).map(([name, operation]) => [name, (...args: string[]) => {
                written.add(args[name === 'rename' || name === 'copyFile' ? 1 : 0] ?? '');
                return (operation as (...all: unknown[]) => unknown)(...args);
            }])) as unknown as FileOperations;
            await applyPlan(await planPackage(sample.request({ outputDirectory: output })), operations);
            const roots = Object.values(rootsOf(output));
            for (const path of written) expect(roots.some((root) => path === root || path.startsWith(`${root}/`)), path).toBe(true);
            expect(written.size).toBeGreaterThan(10);
        }
    });

    it('is untouched by planning', async () => {
        const sample = sampleOf(smallBuild);
        const before = readTree(sample.folder);
        await planPackage(sample.request());
        expect(readTree(sample.folder)).toEqual(before);
    });

    it.skipIf(statSync(checkoutFolder).dev === statSync(tmpdir()).dev)('may be on another file system: remote/ is then copied and deleted', async () => {
        const sample = sampleOf(hashedBuild, { archiveRemote: true }, checkoutFolder);
        const far = temporaryFolder();
        expect(statSync(far).dev).not.toBe(statSync(sample.folder).dev);
        symlinkSync(far, `${sample.build}-remote`);
        await packageBuild(sample.request());
        const near = sampleOf(hashedBuild, { archiveRemote: true });
        await packageBuild(near.request());
        expect(readTree(far)).toEqual(readTree(`${near.build}-remote`));
        expect(readTree(sample.build)).toEqual(readTree(near.build));
        expect((await packageBuild(sample.request())).changes).toBe(0);
    });

    it('keeps the original when the copy to another file system fails at any operation', async () => {
        const sample = sampleOf(hashedBuild);
        const restore = snapshot(sample.folder);
        await packageBuild(sample.request());
        const fresh = treesOf(sample.build);
        const crossing = (operations: FileOperations): FileOperations => ({
            ...operations,
            rename: (from, to) => {
                const isRemote = (path: string): boolean => path.startsWith(`${sample.build}-remote`);
                if (isRemote(from) !== isRemote(to)) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
                operations.rename(from, to);
            },
        });
        for (let n = 1; ; n += 1) {
            restore();
            const { operations, count } = failingAt(n, 'EIO');
            const outcome = await applyPlan(await planPackage(sample.request()), crossing(operations)).catch((error: unknown) => error);
            recoverPackage(sample.build, crossing(nodeFileOperations));
            await applyPlan(await planPackage(sample.request()), crossing(nodeFileOperations));
            expect(treesOf(sample.build)).toEqual(fresh);
            if (count() < n) break;
            expect(outcome).toBeInstanceOf(BuildError);
        }
    }, 120_000);
});

describe('an output folder that cannot be', () => {
    const codesOf = async (request: PackageRequest): Promise<string[]> => {
        const error: unknown = await planPackage(request).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(BuildError);
        expect((error as BuildError).code).toBe(34);
        return (error as BuildError).problems.map(({ code }) => code);
    };

    it('lies in the build, around it, or where the build\'s own folders are', async () => {
        const sample = sampleOf(smallBuild);
        for (const output of ['build/out', '.', 'build-remote', 'build-maps/x']) {
            expect(await codesOf(sample.request({ outputDirectory: join(sample.folder, output) })), output).toEqual(['AMG310']);
        }
    });

    it('holds something else', async () => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, { 'home/letters.txt': '' });
        expect(await codesOf(sample.request({ outputDirectory: join(sample.folder, 'home') }))).toEqual(['AMG313']);
        mkdirSync(join(sample.folder, 'empty'));
        await packageBuild(sample.request({ outputDirectory: join(sample.folder, 'empty') }));
    });

    it('is a link', async () => {
        const sample = sampleOf(smallBuild);
        mkdirSync(join(sample.folder, 'real'));
        symlinkSync(join(sample.folder, 'real'), join(sample.folder, 'link'));
        expect(await codesOf(sample.request({ outputDirectory: join(sample.folder, 'link') }))).toEqual(['AMG205']);
    });
});

