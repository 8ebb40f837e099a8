import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePictures } from '../environment/kept-pictures';
import { sweptProfiles } from '../environment/swept-profiles';
import { leaveBrowser, openPage } from './browser';
import { bundleGame, gameOnAdapter, testPicture, writePackage } from './game-package';
import { comparePictures, readPair } from './picture-difference';
import { playGame } from './preview-page';

let plainPage: Page | undefined;
let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-games-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

/** The iPhone SE of the devices: small, and its pixel ratio is a whole number. */
const screen = { width: 375, height: 667, pixelRatio: 2 };

/** The game's picture in a page as every web game has one: the judge of the picture in the preview. */
async function drawInPlainPage(script: string): Promise<string> {
    const files: Readonly<Record<string, { contentType: string; body: string | Buffer }>> = {
        '/': { contentType: 'text/html', body: '<!doctype html><body style="margin:0"><canvas id="screen" style="display:block;width:100vw;height:100vh"></canvas><script src="/count.js"></script><script src="/bundle.js"></script>' },
        '/count.js': { contentType: 'text/javascript', body: 'window.canvas = document.getElementById("screen"); window.drawn = 0; const request = requestAnimationFrame; window.requestAnimationFrame = (draw) => request((time) => { draw(time); window.drawn++; });' },
        '/bundle.js': { contentType: 'text/javascript', body: script },
        '/picture.png': { contentType: 'image/png', body: testPicture },
    };
    plainPage ??= await openPage({ viewport: screen, deviceScaleFactor: screen.pixelRatio });
    const page = plainPage;
    await page.route('**/*', (route) => route.fulfill(files[new URL(route.request().url()).pathname] ?? { status: 404 }));
    await page.goto('http://plain.test/');
    // Both pages draw the same picture in every frame: any later one will do.
    await page.waitForFunction(() => Number((window as { drawn?: number }).drawn) > 2);
    const picture = await page.screenshot({ type: 'png' });
    // The game ends with its page.
    await page.unroute('**/*');
    await page.goto('about:blank');
    return picture.toString('base64');
}

describe('games on our web-adapter in the Worker draw what they draw in a plain page', () => {
    it.each([
        { game: 'webgl1', webgl2: false },
        { game: 'pixi', webgl2: false },
        { game: 'three', webgl2: true },
    ] as const)('$game, WebGL 2 $webgl2', async ({ game, webgl2 }) => {
        const script = await bundleGame(game);
        const directory = await writePackage(path.join(scratch, game), gameOnAdapter(script));
        const played = await playGame(directory, { device: 'iPhone SE', light: false, webgl2 });
        await played.waitForFrame();
        await played.page.waitForTimeout(500);
        const inPreview = await played.picture();
        // What is left to draw is drawn for nobody.
        await played.send({ type: 'visible', visible: false });
        const { failures } = await played.summary();
        const page = played.page;
        const inPage = await drawInPlainPage(script);
        const difference = await comparePictures(page, inPreview, inPage);
        await played.close();
        expect(failures).toEqual([]);
        judgePictures(`game-${game}`, readPair(inPreview, inPage), () => {
            expect(difference).toMatchObject({ width: 750, height: 1334 });
            expect(difference.colours).toBeGreaterThan(50);
            expect(difference.share).toBeLessThan(0.002);
            expect(difference.mean).toBeLessThan(1);
        });
    }, 90_000);
});

describe('every client', () => {
    it.each(sweptProfiles)('%s: the game draws, and one tap arrives exactly once (platform facts 3.8)', async (name, profile) => {
        const directory = await writePackage(path.join(scratch, `tap-${name}`), gameOnAdapter(await bundleGame('webgl1')));
        const played = await playGame(directory, { device: 'iPhone SE', profile: profile.name, probed: profile, webgl2: false });
        await played.waitForFrame();
        await played.tap(120, 300);
        await played.waitForLine(/^touchend/);
        const lines = await played.lines();
        const { failures } = await played.summary();
        await played.close();
        expect(lines.filter((line) => line.startsWith('touch'))).toEqual(['touchstart 0@120,300 of 1', 'touchend 0@120,300 of 0']);
        expect(failures).toEqual([]);
    }, 60_000);
});
