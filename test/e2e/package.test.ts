import { spawnSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { HostProfile } from '../../source/platform';
import { judgeReport } from '../../source/simulator';
import { sweptProfiles } from '../environment/swept-profiles';
import { leaveBrowser } from './browser';
import { productDirectory } from './game-package';
import { playGame } from './preview-page';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-package-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

/** A finished package draws, takes a tap, starts again on the same files, and nothing goes wrong. */
async function playPackage(directory: string, profile: HostProfile): Promise<void> {
    const played = await playGame(directory, { device: 'iPhone SE', profile: profile.name, probed: profile });
    try {
        await played.waitForFrame();
        await played.tap(180, 300);
        await played.page.waitForTimeout(1_500);
        const first = await played.report();
        expect(judgeReport(first)).toEqual([]);
        expect(first.blankPicture).toBe(false);
        await played.restart();
        await played.waitForFrame();
        await played.page.waitForTimeout(500);
        const second = await played.report();
        expect(judgeReport(second)).toEqual([]);
        expect(second.userFiles.count).toBeGreaterThanOrEqual(first.userFiles.count > 0 ? 1 : 0);
    } finally {
        await played.close();
    }
}

describe('the packaged demo', () => {
    let directory: string;
    beforeAll(() => {
        directory = path.join(scratch, 'demo');
        const made = spawnSync(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), 'demo', '--out', directory], { encoding: 'utf8' });
        expect(made.stderr + made.stdout).toContain(directory);
    });

    it.concurrent.each(sweptProfiles)('plays on %s', (_name, profile) => playPackage(directory, profile), 90_000);
});

describe('a package built by a real engine', () => {
    it('plays on every client (ALIPAY_PACKAGE=DIR)', async (test: TestContext) => {
        const directory = process.env['ALIPAY_PACKAGE'];
        if (!directory) {
            console.log('NOT RUN: the end-to-end test on a package of a real engine. Set ALIPAY_PACKAGE=DIR to run it.');
            return test.skip('ALIPAY_PACKAGE is not set');
        }
        for (const [, profile] of sweptProfiles) await playPackage(path.resolve(directory), profile);
    }, 300_000);
});
