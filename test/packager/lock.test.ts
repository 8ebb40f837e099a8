import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildError, describeProblem } from '../../source/problems';
import { packageBuild } from '../../source/packager';
import { readTree, sampleOf, smallBuild, writeFiles } from './sample-build';

const lockOf = (build: string): string => join(`${build}-maps`, '.packaging.lock');
const lockBy = (holder: object | string): { 'build-maps/.packaging.lock': string } => ({ 'build-maps/.packaging.lock': typeof holder === 'string' ? holder : JSON.stringify(holder) });

/** A process that lives as long as the work on it. */
async function withProcess(work: (child: ChildProcess) => Promise<void>): Promise<void> {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
        await work(child);
    } finally {
        child.kill('SIGKILL');
    }
}

describe('two runs on one package', () => {
    it('do not write it at once: the second one says who does', async () => {
        const sample = sampleOf(smallBuild);
        const outputDirectory = join(sample.folder, 'out');
        const [first, second] = await Promise.allSettled([
            packageBuild(sample.request({ outputDirectory, onProgress: () => expect(existsSync(lockOf(outputDirectory))).toBe(true) })),
            packageBuild(sample.request({ outputDirectory })),
        ]);
        expect(first.status).toBe('fulfilled');
        expect(second).toMatchObject({ status: 'rejected', reason: { code: 34, problems: [{ code: 'AMG318', where: outputDirectory, values: { pid: process.pid, host: hostname() } }] } });
        expect(existsSync(lockOf(outputDirectory))).toBe(false);
        await packageBuild(sample.request({ outputDirectory }));
    });

    it('stay apart across processes, and the way out is named', async () => {
        const sample = sampleOf(smallBuild);
        await withProcess(async ({ pid = 0 }) => {
            writeFiles(sample.folder, lockBy({ pid, host: hostname() }));
            const before = readTree(sample.folder);
            const error: unknown = await packageBuild(sample.request()).catch((reason: unknown) => reason);
            expect(error).toBeInstanceOf(BuildError);
            const [problem] = (error as BuildError).problems;
            expect(problem?.code).toBe('AMG318');
            if (problem === undefined) return;
            expect(describeProblem(problem, 'en')).toMatchObject({
                what: expect.stringContaining(`process ${pid} on ${hostname()}`) as string,
                mend: expect.stringContaining(lockOf(sample.build)) as string,
            });
            expect(readTree(sample.folder)).toEqual(before);
        });
    });

    it('do not disturb runs on other packages', async () => {
        const one = sampleOf(smallBuild);
        const [first, second] = await Promise.all(['a', 'b'].map((name) => packageBuild(one.request({ outputDirectory: join(one.folder, name) }))));
        expect(first?.bytes).toBe(second?.bytes);
    });
});

describe('the lock', () => {
    const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid;

    it.each([
        ['of a process that died', () => lockBy({ pid: dead(), host: hostname() })],
        ['of an earlier process with this one\'s id', () => lockBy({ pid: process.pid, host: hostname() })],
    ])('%s does not count', async (_name, make) => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, make());
        await packageBuild(sample.request());
        expect(readdirSync(`${sample.build}-maps`)).not.toContain('.packaging.lock');
    });

    it.each([
        ['of another computer', lockBy({ pid: 1, host: 'another-computer' })],
        ['that is torn', lockBy('{"pid"')],
        ['of no process', lockBy({ pid: -1, host: hostname() })],
    ])('%s counts until it is half an hour old', async (_name, files) => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, files);
        const lock = lockOf(sample.build);
        const held = readFileSync(lock, 'utf8');
        await expect(packageBuild(sample.request())).rejects.toMatchObject({ problems: [{ code: 'AMG318' }] });
        expect(readFileSync(lock, 'utf8')).toBe(held);
        const before = Date.now() / 1000 - 31 * 60;
        utimesSync(lock, before, before);
        await packageBuild(sample.request());
        expect(existsSync(lock)).toBe(false);
    });

    it('that cannot be read is said, with what the system says', async () => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, { 'build-maps/.packaging.lock/file': '' });
        await expect(packageBuild(sample.request())).rejects.toMatchObject({ code: 34, problems: [{ code: 'AMG311', values: { reason: expect.stringContaining('EISDIR') as unknown } }] });
    });

    it('leaves no folder behind where nothing was packaged', async () => {
        const sample = sampleOf({ 'index.html': '' });
        const before = readTree(sample.folder);
        await expect(packageBuild(sample.request({ outputDirectory: join(sample.folder, 'a/b/out') }))).rejects.toBeInstanceOf(BuildError);
        expect(readTree(sample.folder)).toEqual(before);
        expect(existsSync(join(sample.folder, 'a'))).toBe(false);
    });
});
