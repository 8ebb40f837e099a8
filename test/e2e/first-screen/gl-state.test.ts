import { build } from 'esbuild';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveBrowser } from '../browser';
import { playGame } from '../preview-page';
import { pictures, writeScreenPackage } from './package';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'first-screen-state-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

describe('the context that the first screen hands over', () => {
    it.each([
        { kind: 'webgl', webgl: 1, profile: 'android' },
        { kind: 'webgl2', webgl: 2, profile: 'android' },
        { kind: 'webgl', webgl: 1, profile: 'studio' },
    ] as const)('has the state of one that nobody drew on, at every moment: $kind, $profile', async ({ kind, webgl, profile }) => {
        const { outputFiles } = await build({ entryPoints: [path.join(__dirname, 'gl-state.ts')], bundle: true, format: 'iife', target: 'es2018', write: false, logLevel: 'error' });
        const directory = await writeScreenPackage(path.join(scratch, `${kind}-${profile}`), {
            firstScreen: { layout: 'standard', webgl, ...pictures, texts: { zh: { loading: '加载中' } } },
            before: kind === 'webgl2' ? 'window.WebGL2RenderingContext = class {};' : '',
            then: `window.contextKind = '${kind}';\nrequire('./bundle.js');`,
            files: { 'bundle.js': outputFiles[0]!.text },
        });
        const played = await playGame(directory, { device: 'iPhone SE', profile, webgl2: webgl === 2 });
        await played.waitForLine(/^done/);
        const lines = await played.lines();
        const { failures } = await played.summary();
        await played.close();
        expect(failures).toEqual([]);
        expect(lines.slice(-2)).toEqual(['lost: false', 'done']);
        const moments = lines.filter((line) => line.includes(' values): '));
        // While it draws, its corners stay at an attribute that is off and that engines do not come to.
        const corners = 'BUFFER 7 "an object of somebody else" for null';
        const expected = [['first picture', corners], ['some frames', corners], ['engine made', corners], ['drawn on', corners], ['failed', corners], ['released', 'same'], ['frames later', 'same']];
        expect(moments.map((line) => line.replace(/ \(\d+ values\)/, ''))).toEqual(expected.map(([moment, difference]) => `${moment}: ${difference}`));
        expect(Number(/\((\d+) values/.exec(moments[0]!)![1])).toBeGreaterThan(300);
    });
});
