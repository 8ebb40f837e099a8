import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageBuild, planPackage } from '../../source/packager';
import { cases, judgeCutOff, snapshot, treesOf } from './cut-off';
import { findNode } from '../environment/node-release';
import { temporaryFolder } from './sample-build';

/** JSON knows a buffer as a list of numbers, which hundreds of children would be slow to read. */
const encodeBuffers = (_key: string, value: { type?: unknown; data?: readonly number[] } | null): unknown => (
    value?.type === 'Buffer' ? { type: 'Buffer', data: Buffer.from(value.data ?? []).toString('base64') } : value
);

describe('a process that is killed', () => {
    let child = '';
    beforeAll(async () => {
        child = join(mkdtempSync(join(__dirname, '..', '..', 'node_modules', '.killed-')), 'run.cjs');
        await bundle({ entryPoints: [join(__dirname, 'killed-run.ts')], outfile: child, bundle: true, platform: 'node', format: 'cjs', target: 'node14.16', minify: true, logLevel: 'error' });
        return () => rmSync(join(child, '..'), { recursive: true });
    });

    it.each(cases.slice(0, 3))('$name: leaves the old or the new package at every step', async ({ prepare }) => {
        const { sample, request } = await prepare();
        const planFile = join(temporaryFolder(), 'plan.json');
        writeFileSync(planFile, JSON.stringify(await planPackage(request), encodeBuffers));
        const restore = snapshot(sample.folder);
        const old = treesOf(request.outputDirectory);
        await packageBuild(request);
        const fresh = treesOf(request.outputDirectory);
        // The Node that Creator builds with, which also starts in half the time of a newer one. A zip has the bytes of its Node.
        const node = request.options.archiveRemote ? process.execPath : findNode('14.16.0');
        const states = new Set<string>();
        for (let n = 1; ; n += 1) {
            restore();
            const { signal, stderr, status } = spawnSync(node, [child, planFile, String(n), n % 2 === 0 ? 'torn' : ''], { encoding: 'utf8' });
            if (signal === null) {
                expect([status, stderr]).toEqual([0, '']);
                break;
            }
            expect(signal).toBe('SIGKILL');
            states.add(judgeCutOff(request.outputDirectory, old, fresh));
            await packageBuild(request);
            expect(treesOf(request.outputDirectory)).toEqual(fresh);
        }
        expect([...states].sort()).toEqual(['new', 'old']);
    }, 180_000);
});
