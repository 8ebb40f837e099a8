import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewReport } from '../../source/simulator';
import { findChromium } from '../environment/chromium';
import { drawingGame, productDirectory, testPicture, writePackage } from './game-package';

let scratch: string;

beforeAll(async () => { scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-headless-')); });
afterAll(() => fs.rm(scratch, { recursive: true, force: true }));

interface Ended {
    readonly code: number;
    readonly output: string;
    readonly errors: string;
}

function preview(...words: string[]): Promise<Ended> {
    return new Promise((resolve) => {
        const env = { ...process.env, CHROMIUM_PATH: findChromium(), LANG: 'en_US.UTF-8' };
        execFile(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), 'preview', ...words], { env, encoding: 'utf8' }, (error, output, errors) => {
            resolve({ code: error ? Number(error.code) : 0, output, errors });
        });
    });
}

/** Plays one game.js without a window. */
async function play(name: string, game: string, files: Readonly<Record<string, string | Buffer>> = {}, ...words: string[]): Promise<Ended & { readonly report: PreviewReport & { problems: readonly { code: string; where: string }[] } }> {
    const directory = await writePackage(path.join(scratch, name), { 'game.js': game, ...files });
    const ended = await preview(directory, '--headless', '--seconds', '1.5', '--device', 'iPhone SE', '--json', ...words);
    return { ...ended, report: JSON.parse(ended.output || 'null') as never };
}

describe('preview --headless', () => {
    it('ends with 0 for a game that draws, with its picture, its report and the tap', async () => {
        const screenshot = path.join(scratch, 'shots', 'out.png');
        const written = path.join(scratch, 'out.json');
        const { code, report, errors } = await play('good', drawingGame(), {}, '--tap', '100,200', '--screenshot', screenshot, '--report', written);
        expect(errors).toBe('');
        expect(code).toBe(0);
        expect(report).toMatchObject({ title: 'good', profile: 'android', device: 'iPhone SE', failures: [], problems: [], blankPicture: false });
        expect(report.firstFrameMs).toBeGreaterThan(0);
        expect(report.frames.count).toBeGreaterThan(0);
        expect(report.console.map(({ text }) => text)).toEqual(['touched at 100 200']);
        expect(report.calls.byApi).toEqual({ createCanvas: 1, onTouchStart: 1 });
        const { problems: _problems, ...plain } = report;
        expect(JSON.parse(await fs.readFile(written, 'utf8'))).toEqual(plain);
        const picture = await fs.readFile(screenshot);
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([375, 667]);
    });

    it('ends with 34 for a game that draws nothing, and says why', async () => {
        const { code, report } = await play('nothing', "my.createCanvas().getContext('webgl').clear(0x4000);\nthrow new TypeError('broken');");
        expect(report.problems.map((problem) => [problem.code, problem.where])).toEqual([['AMG660', 'game.js:2:7'], ['AMG663', 'nothing']]);
        expect(code).toBe(34);
    });

    it('does not call it a failure when a game looks first, or frees a picture', async () => {
        const { code, report } = await play('careful', drawingGame(`
            if (typeof my.getSharedCanvas === 'function') my.getSharedCanvas();
            if (typeof fetch === 'function') fetch('x');
            my.getFileSystemManager().access({ path: 'assets/none.json', fail() {} });
            my.getFileSystemManager().statSync({ path: 'assets/none.json' });
            const image = my.createImage();
            image.onload = image.onerror = () => { throw new Error('told of'); };
            image.src = 'picture.png';
            image.src = '';
            my.getFileSystemManager().readFile({ filePath: my.env.USER_DATA_PATH + '/cache.json', fail() {} });`), { 'picture.png': testPicture });
        expect(report.problems).toEqual([]);
        expect(report.probes).toEqual(['my.getSharedCanvas']);
        expect(code).toBe(0);
    });

    it('takes requests under settings.assets.server to the remote folder, and names what is not there', async () => {
        const settings = JSON.stringify({ assets: { server: 'https://cdn.example/game', remoteBundles: ['far'] } });
        const ask = (file: string): string => `my.request({ url: 'https://cdn.example/game/remote/far/${file}', dataType: 'text', success: ({ data, status }) => console.log(status, data) });`;
        await fs.mkdir(path.join(scratch, 'remote-game-remote', 'remote', 'far'), { recursive: true });
        await fs.writeFile(path.join(scratch, 'remote-game-remote', 'remote', 'far', 'config.json'), '{"name":"far"}');
        const { code, report } = await play('remote-game', drawingGame(`${ask('config.json')}\n${ask('gone.json')}`), { 'src/settings.json': settings, 'application.js': "'src/settings.json'" });
        expect(report.console.map(({ text }) => text)).toContain('200 {"name":"far"}');
        expect(report.problems.map(({ code: found, where }) => [found, where])).toEqual([['AMG661', 'https://cdn.example/game/remote/far/gone.json']]);
        expect(code).toBe(34);
    });

    it('only warns of calls that the preview does not act out, and of nothing on the console: ends with 0', async () => {
        const { code, report } = await play('unknown', drawingGame(`
            for (const name of ['tradePay', 'getSetting', 'authorize', 'reportAnalytics']) my[name]({ fail: ({ errorMessage }) => console.error(errorMessage) });
            const ad = my.createInterstitialAd({ adUnitId: 'x' });
            ad.onLoad(() => {});
            ad.show().then(() => {});`));
        expect(report.unknownCalls).toEqual(['my.authorize', 'my.createInterstitialAd', 'my.getSetting', 'my.reportAnalytics', 'my.tradePay']);
        expect(new Set(report.problems.map((problem) => problem.code))).toEqual(new Set(['AMG667']));
        expect(report.consoleErrors.map(({ text }) => text)[0]).toBe('my.tradePay is unknown to the preview, which cannot say what a phone answers');
        expect(report.failures).toEqual([]);
        expect(code).toBe(0);
    });

    it('fails for a file of the package that the game did without, and for its console where asked to', async () => {
        const game = drawingGame("try { require('./remote-assets.js'); } catch (error) { console.error('could not go on'); }");
        const { code, report } = await play('caught', game, {}, '--fail-on', 'console');
        expect(report.problems.map((problem) => [problem.code, problem.where])).toEqual([['AMG661', 'remote-assets.js'], ['AMG665', 'game.js']]);
        expect(code).toBe(34);
    });

    it('ends with 32 for values that cannot be meant', async () => {
        const { code, errors } = await preview(scratch, '--headless', '--seconds', 'long', '--tap', '12', '--port', '70000', '--quota', '0');
        expect(code).toBe(32);
        expect([...errors.matchAll(/AMG\d+ (--\w+)/g)].map(([, flag]) => flag).sort()).toEqual(['--port', '--quota', '--seconds', '--tap']);
    });

    it('ends with 34 where there is no package', async () => {
        const { code, errors } = await preview(os.tmpdir(), '--headless');
        expect(code).toBe(34);
        expect(errors).toContain('AMG651');
    });

    it('keeps a picture of the package out of nothing: images are drawn', async () => {
        const { report, code } = await play('image', `
            const canvas = my.createCanvas();
            const image = my.createImage();
            image.onload = () => { canvas.getContext('2d').drawImage(image, 0, 0); console.log(image.width, image.height); };
            image.src = 'picture.png';`, { 'picture.png': testPicture });
        expect(report.console.map(({ text }) => text)).toEqual(['96 96']);
        expect(report.blankPicture).toBe(false);
        expect(code).toBe(0);
    });
});
