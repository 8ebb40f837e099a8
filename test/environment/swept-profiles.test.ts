import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { profileNames } from '../../source/platform';
import { askHost, createProbedHost } from '../demo/probe/ask-host';
import { projectRoot } from './registry';
import { sweptProfiles } from './swept-profiles';

const scratch = mkdtempSync(path.join(tmpdir(), 'swept-profiles-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface TestRun {
    readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly fullName: string }[] }[];
}

/** The outcome of each test with the probed client in its title, of a run of the tests that its result was given to. */
function runTests(result: string, files: readonly string[]): Record<string, string> {
    const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', ...files, '--reporter', 'json', '--testNamePattern', '\\(probe\\)', '--maxWorkers', '1', '--no-isolate'], { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64e6, env: { ...process.env, ALIPAY_PROFILE: result, VITEST: '', NODE_OPTIONS: '' } });
    if (!stdout.includes('{')) throw new Error(stderr);
    const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as TestRun;
    return Object.fromEntries(testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ fullName }) => fullName.includes('(probe)')).map(({ fullName, status }) => [fullName.trim(), status])));
}

describe('the clients that tests run through', () => {
    it.skipIf(process.env['ALIPAY_PROFILE'])('are the known ones', () => {
        expect(sweptProfiles.map(([name]) => name)).toEqual([...profileNames]);
    });

    it('are one more with a result of the probe: ALIPAY_PROFILE=FILE npm test', async () => {
        const file = path.join(scratch, 'my-phone.json');
        const result = await askHost(createProbedHost({ profile: 'ios', without: ['getWindowInfo', 'updateKeyboard'], switches: { packagePaths: 'absolute', syncErrors: 'throw', touchesAtEnd: 'lifted', subpackageTask: true } }));
        writeFileSync(file, JSON.stringify(result));
        const outcomes = runTests(file, ['test/runtime/my/system.test.ts', 'test/runtime/web-adapter/variants.test.ts', 'test/runtime/engine-adapter/bundles.test.ts', 'test/simulator/model/boot.test.ts']);
        expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(6);
        expect(Object.entries(outcomes).filter(([, status]) => status !== 'passed')).toEqual([]);
    }, 120_000);
});
