// Failed starts in a browser: the demo with its first bundle on the resource server, in both layouts.
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewSettings } from '../../../source/simulator';
import { leaveBrowser } from '../browser';
import { playGame, type PlayedGame } from '../preview-page';
import { gameFrame, packDemo, watchStart } from './packed-demo';

const layouts = ['standard', 'lean'] as const;
const offline: NonNullable<PreviewSettings['network']> = { online: false, latencyMs: 20, bytesPerSecond: 1e7, kind: 'WIFI' };

let scratch: string;
const packages = new Map<string, string>();

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'failed-start-'));
    for (const mainPackage of layouts) {
        const directory = await packDemo(path.join(scratch, mainPackage), { options: { mainPackage }, remoteMain: true });
        await watchStart(directory);
        packages.set(mainPackage, directory);
    }
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

/** How many colors the screen has: the game's night has hundreds. */
async function countColors(game: PlayedGame): Promise<number> {
    const { data } = PNG.sync.read(Buffer.from(await game.picture(), 'base64'));
    const colors = new Set<number>();
    for (let at = 0; at < data.length; at += 4) colors.add(data.readUIntBE(at, 3));
    return colors.size;
}

async function expectGame(game: PlayedGame): Promise<void> {
    await game.waitForLine(new RegExp(gameFrame));
    await game.waitUntil('the night', async () => await countColors(game) > 200);
    expect((await game.lines()).filter((line) => line === 'boot')).toEqual(['boot']);
}

describe.each(layouts)('the demo without network (%s)', (layout) => {
    it('says so, and starts by itself when the network is there', () => play(packages.get(layout)!, { network: offline }, async (game) => {
        await game.waitForLine(/^fail failed with a button/);
        await game.waitUntil('the sentence', async () => await countColors(game) > 3);
        const keep = process.env['KEEP_PICTURES'];
        if (keep !== undefined) await fs.writeFile(path.join(keep, `offline-${layout}.png`), Buffer.from(await game.picture(), 'base64'));
        await game.send({ type: 'network', network: { ...offline, online: true } });
        await expectGame(game);
    }), 90_000);

    it('whose file is gone from the server says so', async () => {
        const directory = path.join(scratch, layout, 'alipay-mini-game-remote', 'remote', 'main');
        const file = path.join(directory, 'config.json');
        await fs.rename(file, `${file}.away`);
        try {
            await play(packages.get(layout)!, { network: { ...offline, online: true }, language: 'en' }, async (game) => {
                await game.waitForLine(/^fail Some files of the game could not be loaded/);
                await game.waitUntil('the sentence', async () => await countColors(game) > 3);
                await fs.rename(`${file}.away`, file);
                await game.tap(188, 362);
                await expectGame(game);
            });
        } finally {
            await fs.rename(`${file}.away`, file).catch(() => undefined);
        }
    }, 90_000);
});
