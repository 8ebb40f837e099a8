import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualAddresses, writeProbePackage } from '../../source/bin/probe-package';
import { checkPackage } from '../../source/check';
import { readPackage } from '../../source/package';
import { limits, profileNames, profileOfProbe, profiles, type ProbeResult, type SwitchName } from '../../source/platform';
import { parseProbeResult } from '../../source/simulator';
import { questions } from '../../source/demo/probe/questions';
import { askHost, createProbedHost } from '../demo/probe/ask-host';
import { findChromium } from '../environment/chromium';
import { runBin } from '../hosts/installed-product';
import { leaveBrowser } from './browser';
import { productDirectory } from './game-package';
import { playGame, type PlayedGame } from './preview-page';

const megabyte = 1024 * 1024;
let scratch: string;
let probe: string;
beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'probe-'));
    probe = path.join(scratch, 'probe');
    await writeProbePackage(productDirectory, probe, usualAddresses);
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

/** Taps once, then holds two fingers down and lifts them one after the other. */
async function touchScreen(game: PlayedGame): Promise<void> {
    const finger = (identifier: number) => ({ identifier, x: 200 + identifier * 50, y: 150 });
    const touch = (phase: 'start' | 'end', ...identifiers: number[]) => game.send({ type: 'touch', phase, fingers: identifiers.map(finger) });
    await touch('start', 0);
    await touch('end', 0);
    await game.page.waitForTimeout(400);
    await touch('start', 0);
    await touch('start', 1);
    await touch('end', 0);
    await touch('end', 1);
}

/** Plays the probe to its end, with somebody who does what it asks, again if need be. */
async function play(settings: Parameters<typeof playGame>[1]): Promise<{ readonly result: ProbeResult; readonly game: PlayedGame }> {
    const game = await playGame(probe, settings);
    await game.waitForLine(/^probe: touches/);
    for (let attempt = 0; attempt < 20; attempt += 1) {
        if (attempt < 3) await touchScreen(game);
        await game.page.waitForTimeout(700);
        const line = (await game.lines()).find((text) => text.startsWith('{"format"'));
        if (line !== undefined) return { result: parseProbeResult(line, 'console'), game };
    }
    throw new Error(`the probe does not end: ${(await game.lines()).join('\n')}`);
}

const copies = async (game: PlayedGame): Promise<number> => (await game.summary()).calls.byApi['setClipboard'] ?? 0;

describe('the probe in the preview', () => {
    it.each(profileNames)('%s: yields the profile it ran on, for every question that it asked', async (name) => {
        const { result, game } = await play({ profile: name });
        const profile = profiles[name];
        const asked = Object.keys(result.switches) as SwitchName[];
        expect(asked.length).toBeGreaterThanOrEqual(name === 'studio' ? 18 : 20);
        expect(Object.fromEntries(asked.map((key) => [key, result.switches[key]]))).toEqual(Object.fromEntries(asked.map((key) => [key, profile.switches[key]])));
        expect([...result.lacks].sort()).toEqual(profile.lacks.filter((api) => !api.startsWith('global:')).sort());
        expect(result.limits).toEqual({ userFileBytes: limits.userFileBytes, userDataBytes: limits.userDataBytes });

        expect(result.unanswered.httpErrors).toMatch(/error 12/);
        expect(result.facts).toMatchObject({ codeIsAsWritten: true, jsonIsAsWritten: true, packageBinaryBytes: 8, subpackageRanBeforeSuccess: true });
        expect((await game.summary()).failures).toEqual([]);
        expect(await copies(game)).toBeGreaterThan(0);
        await game.close();
    }, 90_000);

    it('yields the profile of a result file where it is played on one, and copies again at a tap', async () => {
        const first = await askHost(createProbedHost({ profile: 'ios', switches: { touchesAtEnd: 'lifted', webgl2: true }, quotaBytes: 21 * megabyte }), questions);
        const probed = profileOfProbe(first, 'phone (probe)');
        const { result, game } = await play({ profile: probed.name, probed });
        const asked = Object.keys(result.switches) as SwitchName[];
        expect(asked).toEqual(expect.arrayContaining(['webgl2', 'touchesAtEnd', 'packagePaths', 'foreignBuffers']));
        for (const name of asked) expect([name, result.switches[name]]).toEqual([name, first.switches[name]]);
        expect({ ...result, switches: {}, facts: {}, unanswered: {}, globals: [] }).toEqual({ ...first, switches: {}, facts: {}, unanswered: {}, globals: [] });
        const before = await copies(game);
        await game.tap(300, 200);
        await game.waitUntil('another copy', async () => await copies(game) > before);
        await game.close();
    }, 90_000);
});

describe('preview --profile FILE', () => {
    it('plays on the client that a result file tells of', async () => {
        const file = path.join(scratch, 'my-phone.json');
        await fs.writeFile(file, JSON.stringify(await askHost(createProbedHost({ profile: 'ios', switches: { webgl2: true } }))));
        findChromium();
        const { status, stdout, stderr } = runBin(['preview', probe, '--profile', file, '--headless', '--seconds', '3', '--json']);
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(JSON.parse(stdout)).toMatchObject({ profile: 'my-phone (probe)', device: 'iPhone 15', webgl2: true, problems: [] });
    }, 60_000);
});

describe('the package of the probe', () => {
    it('is one that check has nothing against', () => {
        expect(checkPackage(readPackage(probe))).toEqual([]);
    });
});
