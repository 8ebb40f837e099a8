import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReport, type PreviewSettings } from '../../../source/simulator';
import { leaveBrowser } from '../browser';
import { playGame, type PlayedGame } from '../preview-page';
import { gameFrame, packDemo, watchStart, type DemoSetup } from './packed-demo';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'start-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

let packages = 0;
async function play(setup: DemoSetup, settings: Partial<PreviewSettings>, act: (game: PlayedGame) => Promise<void>, prepare: (directory: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const directory = await packDemo(path.join(scratch, String(packages += 1)), setup);
    await prepare(directory);
    const game = await playGame(directory, { device: 'iPhone SE', ...settings });
    try {
        await act(game);
        await game.waitForFrame();
        // A slow machine may be between two frames.
        await game.waitUntil('a picture', async () => !(await game.report()).blankPicture);
        expect(judgeReport(await game.report())).toEqual([]);
    } finally {
        await game.close();
    }
}

/** An entry as Creator's template makes it, which knows nothing of what came later. */
const plainEntry = `
require('./web-adapter.js');
<% if (polyfillsBundleFile) { %>require('<%= polyfillsBundleFile %>');<% } %>
window.self = window;
require('<%= systemJsBundleFile %>');
const load = (address) => require('.' + address.replace(/^[a-z-]+:\\/*|^\\/?/, '/'));
System.warmup({ importMap: require('<%= importMapFile %>').default, importMapUrl: '<%= importMapFile %>', defaultHandler: load, handlers: { 'project:': load } });
System.import('<%= applicationJs %>').then(({ Application }) => {
    const application = new Application();
    return System.import('cc').then((cc) => {
        require('./engine-adapter.js');
        return application.init(cc);
    }).then(() => application.start());
}).catch((error) => console.error(error));
`;

describe('the start in the standard layout', () => {
    it.concurrent('tells its phases in order, and lets go of the canvas at the first frame of the game', () => play({ options: {} }, {}, async (game) => {
        await game.waitForLine(new RegExp(gameFrame));
        const lines = await game.lines();
        const { firstPictureMs, firstFrameMs } = await game.summary();
        expect(firstFrameMs).toBeGreaterThan(firstPictureMs!);
        const phases = lines.filter((line) => line.startsWith('report')).map((line) => line.split(' ')[1]);
        expect([...new Set(phases)]).toEqual(['engine', 'scene']);
        const engine = lines.filter((line) => line.startsWith('report engine')).map((line) => Number(line.split(' ')[2]));
        expect(engine).toEqual([...engine].sort((a, b) => a - b));
        expect(lines.filter((line) => line === 'boot')).toEqual(['boot']);
        expect(lines.filter((line) => /error|warn|TypeError/i.test(line))).toEqual([]);
    }, watchStart));

    it.concurrent('works with an entry of the user that knows no first screen', () => play({ options: {}, templates: { 'game.ejs': plainEntry } }, {}, (game) => game.waitForFrame()));

    it.concurrent('works with an entry of the user that does nothing but require it: it ends by itself', () => play(
        { options: {}, templates: { 'game.ejs': plainEntry.replace("require('./web-adapter.js');", "require('./web-adapter.js');\nrequire('./first-screen.js');") } }, {},
        async (game) => { await game.waitForLine(new RegExp(gameFrame)); },
        watchStart,
    ));

    it.concurrent('works without a first screen', () => play({ options: { firstScreen: false } }, {}, (game) => game.waitForFrame()));

    it.concurrent('works with a first screen of the user\'s own', () => play(
        { options: {}, templates: { 'first-screen.js': "window.firstScreen = { report() {}, shown: () => Promise.resolve(), fail() {}, release() { console.log('mine is done'); } };" } }, {},
        async (game) => { await game.waitForLine(/mine is done/); },
    ));
});

/** A splash as the engine has one: from the frame after `game_inited` on, for a second and a half, before any camera draws. */
const splash = `new Promise((done) => {
    const gl = window.canvas.getContext('webgl');
    const { drawArrays } = gl;
    const end = Date.now() + 1500;
    let frames = 0;
    let paintings = 0;
    const draw = () => {
        frames += 1;
        // In its first frame the first screen may still have had its turn.
        if (frames === 2) gl.drawArrays = (...given) => { paintings += 1; return drawArrays.apply(gl, given); };
        gl.clearColor(1, 0, 0, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        if (frames === 10) console.log('the splash shows');
        if (frames < 12 || Date.now() < end) { requestAnimationFrame(draw); return; }
        gl.drawArrays = drawArrays;
        console.log('painted over the splash: ' + paintings);
        done();
    };
    requestAnimationFrame(draw);
})`;

describe('the engine\'s splash', () => {
    it.concurrent.each(['standard', 'lean'] as const)('has the screen for itself (%s)', (mainPackage) => play({ options: { mainPackage } }, {}, async (game) => {
        await game.waitForLine(/the splash shows/);
        expect(await game.waitForLine(/painted over/)).toBe('painted over the splash: 0');
        const lines = await game.lines();
        expect(lines.indexOf(gameFrame)).toBeGreaterThan(-1);
        expect(lines.indexOf(gameFrame)).toBeLessThan(lines.indexOf('the splash shows'));
    }, async (directory) => {
        const root = path.join(directory, mainPackage === 'lean' ? 'subpackages/cocos-game' : '');
        const [settings, application] = [path.join(root, 'src', 'settings.json'), path.join(root, 'application.js')];
        await fs.writeFile(settings, JSON.stringify({ ...JSON.parse(await fs.readFile(settings, 'utf8')) as object, splashScreen: { totalTime: 1500, logo: { type: 'default' }, background: { type: 'default' } } }));
        const code = await fs.readFile(application, 'utf8');
        const started = code.replace('this.engine.game.run()', `${splash}.then(()=>this.engine.game.run())`);
        expect(started).not.toBe(code);
        await fs.writeFile(application, started);
        await watchStart(directory);
    }));
});

/** A first screen as a user may write it: an object that knows itself, without a picture. */
const ownScreen = `
window.firstScreen = {
    seen: [],
    report(phase, fraction) { this.seen.push(phase); if (fraction === 1) console.log('mine: ' + phase + ' is over'); },
    shown() { return Promise.resolve(this.seen); },
    fail(message, tryAgain) { console.log('mine: ' + message); if (tryAgain) setTimeout(tryAgain, 200); },
    release() { console.log('mine: released after ' + Array.from(new Set(this.seen)).sort().join()); },
};
`;

describe('a first screen of the user\'s own in the lean layout', () => {
    it.concurrent('is told of the download, the engine and the scene, and released once', () => play({ options: { mainPackage: 'lean' }, templates: { 'first-screen.js': ownScreen } }, {}, async (game) => {
        await game.waitForLine(/mine: released/);
        expect((await game.lines()).filter((line) => line.startsWith('mine'))).toEqual(['mine: download is over', 'mine: released after download,engine,scene']);
    }));

    it.concurrent('is told that the subpackage does not come, and may try again', () => play({ options: { mainPackage: 'lean' }, templates: { 'first-screen.js': ownScreen } }, { faults: [{ api: 'loadSubpackage', at: 1, times: 4, kind: 'fail' }] }, async (game) => {
        await game.waitForLine(/mine: released/);
        expect((await game.lines()).filter((line) => line.startsWith('mine')).slice(0, 2)).toEqual(['mine: failed', 'mine: download is over']);
    }), 60_000);
});

describe('the preview', () => {
    it.concurrent('knows a first screen from the game: a game that never comes fails, whatever was drawn before', async () => {
        const directory = await packDemo(path.join(scratch, 'never'), { options: {}, templates: { 'game.ejs': "require('./web-adapter.js');\nrequire('./first-screen.js');" } });
        const game = await playGame(directory, { device: 'iPhone SE' });
        try {
            await game.waitForPicture();
            await game.page.waitForTimeout(500);
            const report = await game.report();
            expect(report).toMatchObject({ firstPictureMs: expect.any(Number) as number, firstFrameMs: null, blankPicture: false, failures: [] });
            expect(judgeReport(report).map(({ code }) => code)).toEqual(['AMG663']);
        } finally {
            await game.close();
        }
    });
});

describe('configs of remote bundles that are preloaded', () => {
    const logDownloads = async (directory: string): Promise<void> => {
        const entry = path.join(directory, 'game.js');
        const log = "const { downloadFile } = my; my.downloadFile = (options) => { console.log('download', options.url.split('/').pop()); return downloadFile.call(my, options); };\n";
        await fs.writeFile(entry, log + await fs.readFile(entry, 'utf8'));
        await watchStart(directory);
    };

    it.concurrent.each(['standard', 'lean'] as const)('are asked for before the engine is there, once (%s)', (mainPackage) => play({ options: { mainPackage }, preloadBundles: ['moon'] }, {}, async (game) => {
        await game.waitForLine(new RegExp(gameFrame));
        await game.waitForLine(/download .*png/);
        const lines = await game.lines();
        expect(lines.filter((line) => /download (config|files)/.test(line)).sort()).toEqual(['download config.json', 'download files.json']);
        const engine = lines.findIndex((line) => line.startsWith('report engine 0.5'));
        expect(lines.findIndex((line) => line.startsWith('download config'))).toBeLessThan(engine);
    }, logDownloads));
});
