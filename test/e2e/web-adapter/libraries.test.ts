import { build } from 'esbuild';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveBrowser } from '../browser';
import { gameOnAdapter, writePackage } from '../game-package';
import { playGame, type PlayedGame } from '../preview-page';

/* Libraries from npm, used as their documentation shows, on the built adapter in the preview's Worker. */

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'web-adapter-libraries-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

async function play(game: string, webgl2: boolean): Promise<PlayedGame> {
    const { outputFiles: [script] } = await build({ entryPoints: [path.join(__dirname, 'games', `${game}.ts`)], bundle: true, format: 'iife', target: 'es2018', write: false, logLevel: 'error' });
    const directory = await writePackage(path.join(scratch, game), { ...gameOnAdapter(script!.text), 'data.json': '{"name":"in the package"}' });
    return playGame(directory, { device: 'iPhone SE', webgl2 });
}

describe('libraries from npm', () => {
    it('PixiJS: Application, Assets and events', async () => {
        const game = await play('pixi-application', false);
        expect(await game.waitForLine(/^ready|failed/)).toBe('ready 375x667 texture 96 data in the package');
        await game.tap(150, 150);
        expect(await game.waitForLine(/^tap/)).toBe('tap at 150,150');
        expect((await game.lines()).filter((line) => line.startsWith('tap'))).toHaveLength(1);
        expect((await game.summary()).failures).toEqual([]);
        await game.close();
    }, 90_000);

    it('three.js: renderer, FileLoader over fetch, TextureLoader over Image', async () => {
        const game = await play('three-loaders', true);
        expect(await game.waitForLine(/^ready|failed/)).toBe('ready texture 96 data in the package');
        expect(await game.waitForLine(/^missing/)).toContain('404');
        expect((await game.summary()).failures.filter(({ kind }) => kind !== 'missing-file')).toEqual([]);
        await game.close();
    }, 90_000);
});
