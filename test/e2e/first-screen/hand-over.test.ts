import { spawnSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../../source/platform';
import { judgePictures } from '../../environment/kept-pictures';
import { leaveBrowser, openPage } from '../browser';
import { productDirectory } from '../game-package';
import { comparePictures, readPair } from '../picture-difference';
import { playGame } from '../preview-page';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'first-screen-hand-over-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

/**
 * Stands before the demo's game.js, `read` as it is defined before it. Time stands still, so that the demo draws the same picture in every frame; and of each
 * frame in which something ran it is noted what its end left in the middle of the screen: the clear colour, black, is what a
 * player would see as a flash.
 */
const watch = `
    const still = Date.now();
    Date.now = () => still;
    const middles = [];
    let latest;
    const request = requestAnimationFrame;
    requestAnimationFrame = (draw) => request((time) => {
        draw(time);
        if (time !== latest) middles.push(undefined);
        latest = time;
        middles[middles.length - 1] = read();
        if (middles.length === 20) console.log('middles ' + JSON.stringify(middles));
    });
`;

/** The first screen has made the context by then. */
const readMiddle = `
    const read = () => {
        const { canvas } = window;
        const gl = canvas.getContext('webgl');
        const pixel = new Uint8Array(4);
        gl.readPixels(canvas.width >> 1, canvas.height >> 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
        return pixel.slice(0, 3).join();
    };
`;
/** Without it the demo makes the context, which nobody may do before. */
const readNothing = 'const read = () => undefined;';

/** Packages the demo; `enabled` says whether its first screen draws. */
async function packDemo(name: string, enabled: boolean): Promise<string> {
    const directory = path.join(scratch, name);
    const made = spawnSync(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), 'demo', '--out', directory], { encoding: 'utf8' });
    expect(made.status).toBe(0);
    const [game, options] = [path.join(directory, 'game.js'), path.join(directory, 'adapter-options.js')];
    await fs.writeFile(game, `${enabled ? readMiddle : readNothing}\n${watch}\n${await fs.readFile(game, 'utf8')}`);
    // Bundles that come later change the picture whenever they come.
    const settings = path.join(directory, 'src', 'settings.json');
    const { assets, ...rest } = JSON.parse(await fs.readFile(settings, 'utf8')) as { assets: object };
    await fs.writeFile(settings, JSON.stringify({ ...rest, assets: { ...assets, subpackages: [], remoteBundles: [] } }));
    await fs.appendFile(options, `\nmodule.exports.firstScreen.enabled = ${enabled};\n`);
    return directory;
}

async function play(directory: string, profile: ProfileName): Promise<{ readonly picture: string; readonly middles: readonly string[] }> {
    const played = await playGame(directory, { device: 'iPhone SE', profile });
    const middles = JSON.parse((await played.waitForLine(/^middles /)).slice('middles '.length)) as (string | null)[];
    await played.page.waitForTimeout(500);
    const picture = await played.picture();
    const { failures } = await played.summary();
    await played.close();
    expect(failures).toEqual([]);
    return { picture, middles: middles.filter((middle) => middle !== null) };
}

describe('the demo', () => {
    it.each(['android', 'studio'] as const)('draws the same pixels after a first screen as without, and nothing flashes between (%s)', async (profile) => {
        const shown = await play(await packDemo(`shown-${profile}`, true), profile);
        const off = await play(await packDemo(`off-${profile}`, false), profile);
        const page = await openPage();
        const difference = await comparePictures(page, shown.picture, off.picture);
        await page.close();
        judgePictures(`hand-over-${profile}`, readPair(shown.picture, off.picture), () => {
            expect(difference).toMatchObject({ share: 0, mean: 0 });
            expect(difference.colours).toBeGreaterThan(100);
        });

        const kinds = shown.middles.filter((middle, index) => middle !== shown.middles[index - 1]);
        // The first screen's ground, then the demo's sky; with nothing between.
        expect(kinds[0]).toBe('18,21,28');
        expect(shown.middles).not.toContain('0,0,0');
        expect(kinds.length).toBeLessThanOrEqual(3);
    }, 120_000);
});
