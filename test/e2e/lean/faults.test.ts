import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewSettings } from '../../../source/simulator';
import { leaveBrowser } from '../browser';
import { playGame, type PlayedGame } from '../preview-page';
import { gameFrame, packDemo, watchStart } from './packed-demo';

const background = '18,21,28';
const bar = '76,141,255';
/** The subpackage comes over this line, with two megabytes. */
const slowLine: NonNullable<PreviewSettings['network']> = { online: true, latencyMs: 50, bytesPerSecond: 700_000, kind: '4G' };
/** The lean entry as a user may write it: with less patience, so that the test needs less. */
const hastyEntry = `
require('./web-adapter.js');
require('./first-screen.js');
const gameRoot = '<%- gameRoot %>';
require('./lean-start.js').startLean({ name: '<%- gameSubpackage %>', boot: () => require('./' + gameRoot + 'game.js'), waits: [200, 400, 800], timeout: 1500 });
`;

let scratch: string;
/** The demo with two megabytes more, without patience or with our own; and the demo as it is, without patience. */
let large: string;
let patient: string;
let small: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'lean-faults-'));
    const templates = { 'game.lean.ejs': hastyEntry };
    large = await packDemo(path.join(scratch, 'large'), { options: { mainPackage: 'lean' }, ballastBytes: 2_000_000, templates });
    small = await packDemo(path.join(scratch, 'small'), { options: { mainPackage: 'lean' }, templates });
    patient = await packDemo(path.join(scratch, 'patient'), { options: { mainPackage: 'lean' }, ballastBytes: 2_000_000 });
    for (const directory of [large, patient, small]) await watchStart(directory);
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

async function play(directory: string, settings: Partial<PreviewSettings>, act: (game: PlayedGame) => Promise<void>): Promise<void> {
    const game = await playGame(directory, { device: 'iPhone SE', ...settings });
    try {
        await act(game);
    } finally {
        await game.close();
    }
}

/** The colors of the screen with their pixels, `r,g,b`, and the middle of the pixels of one of them, in logical pixels. */
async function look(game: PlayedGame): Promise<{ readonly colors: ReadonlyMap<string, number>; middleOf(color: string): readonly [x: number, y: number] }> {
    const { width, data } = PNG.sync.read(Buffer.from(await game.picture(), 'base64'));
    const places = new Map<number, { count: number; x: number; y: number }>();
    for (let at = 0; at < data.length; at += 4) {
        const color = data.readUIntBE(at, 3);
        const place = places.get(color) ?? { count: 0, x: 0, y: 0 };
        places.set(color, place);
        place.count += 1;
        place.x += (at / 4) % width;
        place.y += Math.floor(at / 4 / width);
    }
    return {
        colors: new Map([...places].map(([color, { count }]) => [nameOf(color), count])),
        middleOf(name) {
            const { count, x, y } = [...places].find(([color]) => nameOf(color) === name)![1];
            return [x / count, y / count];
        },
    };
}

function nameOf(color: number): string {
    return `${color >> 16},${(color >> 8) & 255},${color & 255}`;
}

/** What the first screen says: nothing is black, and there is more than a background. */
async function expectFirstScreen(game: PlayedGame): Promise<void> {
    const { colors } = await look(game);
    expect(colors.get('0,0,0') ?? 0).toBe(0);
    expect(colors.get(background)).toBeGreaterThan(25_000);
    expect(colors.size).toBeGreaterThan(2);
}

/** The game came, started once, and the bar was never told to go back. */
async function expectGame(game: PlayedGame): Promise<void> {
    await game.waitForLine(new RegExp(gameFrame));
    // The night of the game has other colors, and many.
    await game.waitUntil('the night', async () => (await look(game)).colors.size > 200);
    expect((await game.lines()).filter((line) => line === 'boot')).toEqual(['boot']);
    const { failures } = await game.summary();
    expect(failures).toEqual([]);
}

/** How often the first screen was told that the subpackage does not come. */
const failures = async (game: PlayedGame): Promise<number> => (await game.lines()).filter((line) => line.startsWith('fail failed')).length;
const reported = async (game: PlayedGame, phase: string): Promise<number[]> => (await game.lines()).flatMap((line) => (line.startsWith(`report ${phase} `) ? [Number(line.split(' ')[2])] : []));
const isGrowing = (values: readonly number[]): boolean => values.every((value, index) => value >= (values[index - 1] ?? 0));

describe('the subpackage of the game', () => {
    it.concurrent('shows how far its bytes are, and the game follows', () => play(patient, { network: slowLine, switches: { subpackageTask: true } }, async (game) => {
        await game.waitForLine(/report download 0\.[2-5]/);
        await expectFirstScreen(game);
        expect((await look(game)).colors.get(bar)).toBeGreaterThan(12);
        await expectGame(game);
        const download = await reported(game, 'download');
        expect(download.length).toBeGreaterThan(10);
        expect(isGrowing(download)).toBe(true);
        expect(download.at(-1)).toBe(1);
    }));

    it.concurrent('without a word of progress lets the bar creep, short of its end', () => play(patient, { network: slowLine }, async (game) => {
        await game.waitForLine(/report download 0\.[1-5]/);
        await expectFirstScreen(game);
        await expectGame(game);
        const download = await reported(game, 'download');
        expect(isGrowing(download)).toBe(true);
        expect(Math.max(...download.slice(0, -1))).toBeLessThanOrEqual(0.9);
        expect(download.at(-1)).toBe(1);
    }), 40_000);

    it.concurrent('that fails once comes at the second try, and nobody is told', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, kind: 'fail' }] }, async (game) => {
        await game.waitForPicture();
        await expectGame(game);
        expect((await game.lines()).filter((line) => line.startsWith('fail'))).toEqual([]);
    }));

    it.concurrent('that fails again and again says so, and comes when the player tries again by a touch', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, times: 4, kind: 'fail' }] }, async (game) => {
        await game.waitForLine(/fail failed with a button/);
        await game.page.waitForTimeout(500);
        await expectFirstScreen(game);
        const { colors, middleOf } = await look(game);
        expect(colors.get(bar)).toBeGreaterThan(1_250);
        // Beside the button nothing happens.
        await game.tap(20, 20);
        await game.page.waitForTimeout(400);
        expect((await game.lines()).filter((line) => line === 'boot')).toEqual([]);
        await game.tap(...middleOf(bar));
        await expectGame(game);
    }), 40_000);

    it.concurrent('that always fails never leaves a black screen, however often it is tried', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, times: 1_000, kind: 'fail' }] }, async (game) => {
        for (let times = 1; times <= 2; times++) {
            await game.waitUntil(`failure ${times}`, async () => await failures(game) === times);
            await game.page.waitForTimeout(400);
            await expectFirstScreen(game);
            await game.tap(...(await look(game)).middleOf(bar));
        }
        expect((await game.lines()).filter((line) => line === 'boot')).toEqual([]);
    }), 40_000);

    it.concurrent('that never answers is tried again', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, kind: 'never', effect: 'none' }] }, async (game) => {
        await game.waitForPicture();
        await expectFirstScreen(game);
        await expectGame(game);
    }), 40_000);

    it.concurrent('that never answers although it has come, and runs, starts once', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, times: 2, kind: 'never' }] }, async (game) => {
        await expectGame(game);
        await game.page.waitForTimeout(3_000);
        await expectGame(game);
    }), 40_000);

    it.concurrent('that comes when it has long been tried again starts once', () => play(small, { network: { ...slowLine, latencyMs: 5_000 } }, async (game) => {
        await game.waitForLine(/no answer/);
        await game.send({ type: 'network', network: slowLine });
        await expectGame(game);
        await game.page.waitForTimeout(4_500);
        await expectGame(game);
    }), 40_000);

    it.concurrent('is not given up while the game is hidden', () => play(large, { network: slowLine }, async (game) => {
        await game.waitForPicture();
        await game.send({ type: 'visible', visible: false });
        await game.page.waitForTimeout(2_500);
        await game.send({ type: 'visible', visible: true });
        await expectGame(game);
        expect((await game.lines()).filter((line) => /fail|no answer/.test(line))).toEqual([]);
    }), 40_000);

    it.concurrent('comes although memory runs low', () => play(patient, { network: slowLine }, async (game) => {
        await game.waitForPicture();
        await game.send({ type: 'memory-warning', level: 15 });
        await expectFirstScreen(game);
        await expectGame(game);
    }), 40_000);

    it.concurrent('that fails again and again is asked about in a dialog once the context is lost, as often as it fails', () => play(small, { faults: [{ api: 'loadSubpackage', at: 1, times: 1_000, kind: 'fail' }] }, async (game) => {
        await game.waitForLine(/fail failed with a button/);
        await game.page.waitForTimeout(300);
        await game.send({ type: 'memory-warning', level: 15 });
        await game.send({ type: 'lose-context' });
        for (let times = 2; times <= 3; times++) {
            await game.page.waitForSelector('#dialog:not([hidden])');
            expect(await failures(game)).toBe(times - 1);
            await game.page.click('#dialog-confirm');
            await game.waitUntil(`failure ${times}`, async () => await failures(game) === times);
        }
    }), 40_000);

    it.concurrent('without a network says so, and comes when there is one again', () => play(small, { network: { ...slowLine, online: false, kind: 'NOTREACHABLE' } }, async (game) => {
        await game.waitForLine(/fail failed with a button/);
        await game.page.waitForTimeout(400);
        await expectFirstScreen(game);
        await game.send({ type: 'network', network: slowLine });
        await game.tap(...(await look(game)).middleOf(bar));
        await expectGame(game);
    }), 40_000);
});
