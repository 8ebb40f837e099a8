// One build in both layouts draws the same picture: scripts, settings, bundles of every kind and what the engine reads by fsUtils are found.
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveOptions } from '../../source/options';
import { packageBuild } from '../../source/packager';
import { profileNames, type ProfileName } from '../../source/platform';
import { judgeReport } from '../../source/simulator';
import { judgePictures } from '../environment/kept-pictures';
import { leaveBrowser, openPage } from './browser';
import { productDirectory, testPicture } from './game-package';
import { packDemo, watchStart } from './lean/packed-demo';
import { comparePictures, readPair } from './picture-difference';
import { playGame } from './preview-page';

type Layout = 'standard' | 'lean';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'lean-layout-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

/** Wraps a bundle's script as a host does. `exported` is an expression that may use `cc`. */
const bundleScript = (name: string, exported: string): string =>
    `System.register('virtual:///prerequisite-imports/${name}', ['cc'], function (_export) { var cc; return { setters: [function (module) { cc = module; }], execute: function () { _export(${exported}); } }; });`;

/** Draws a stripe for each thing that has arrived, and says when all have. */
const stillScene = `{ scene: {
    stripes: [],
    arrive: function (stripe) { this.stripes.push(stripe); if (this.stripes.length === 7) console.log('all arrived'); },
    stripeOf: function (place, path) {
        var scene = this;
        fsUtils.readArrayBuffer(path, function (error, data) {
            if (error) throw error;
            scene.arrive({ place: place, colour: Array.from(new Uint8Array(data), function (byte) { return byte / 255; }).concat(1) });
        });
    },
    pictureOf: function (place, bundle, path) {
        var scene = this;
        return cc.game.loadPicture(bundle, path).then(function (picture) { scene.arrive({ place: place, picture: picture }); });
    },
    asked: false,
    draw: function (painter) {
        var height = painter.height, fields = 7;
        var scene = this;
        if (!this.asked) {
            this.asked = true;
            this.stripeOf(0, 'src/effect.bin');
            this.stripeOf(1, 'cocos-js/assets/still.release.asm-1a2b3c4d.mem.bin');
            this.pictureOf(2, window.cc.assetManager.bundles.get('main'), 'native/picture.png');
            this.arrive({ place: 3, colour: window.colourOfSecondPackage });
            window.loadNativeCode().then(function (module) { scene.arrive({ place: 6, colour: module.default }); });
        }
        painter.patch([0, 0, 1, 0, 1, height, 0, height], [0.1, 0.1, 0.3, 1], [0.3, 0.1, 0.1, 1]);
        this.stripes.forEach(function (stripe) {
            var low = height * stripe.place / fields, high = height * (stripe.place + 0.8) / fields;
            if (stripe.picture) painter.image(stripe.picture, 0.5, (low + high) / 2, 0.2, (high - low) / 2, [1, 1, 1, 1]);
            else painter.patch([0.1, low, 0.9, low, 0.9, high, 0.1, high], stripe.colour, stripe.colour);
        });
    },
    touch: function () {},
    join: function (bundle) {
        if (bundle.name === 'lanterns') this.arrive({ place: 4, colour: bundle.exports.colour });
        else return this.pictureOf(5, bundle, 'native/6d/6d6f6f6e-0001-4000-8000-000000000001.png');
    },
} }`;

/** The engine's file, with a part in asm.js that it imports when it needs it, as engines with physics or Spine do (host contract 3). */
const withNativeCode = (engine: string): string => engine
    .replace('function (_export) {', 'function (_export, _context) {')
    .replace('execute: function () {', "execute: function () { window.loadNativeCode = function () { return _context.import('./still.release.asm-1a2b3c4d.js'); };");

/** The demo's build with a scene that stands still, and script packages under both addresses hosts give them. */
async function writeStillBuild(folder: string): Promise<void> {
    await fs.cp(path.join(productDirectory, 'dist', 'demo', 'build'), folder, { recursive: true });
    const settings = JSON.parse(await fs.readFile(path.join(folder, 'src', 'settings.json'), 'utf8')) as { scripting: object };
    const engine = await fs.readFile(path.join(folder, 'cocos-js', 'cc.js'), 'utf8');
    const register = (statement: string): string => `System.register([], function () { return { execute: function () { ${statement} } }; });`;
    const files: Readonly<Record<string, string | Uint8Array>> = {
        'src/settings.json': JSON.stringify({ ...settings, scripting: { scriptPackages: ['../src/chunks/bundle.js', 'project:///src/chunks/second.js'] } }),
        'src/chunks/second.js': register('window.colourOfSecondPackage = [0.9, 0.6, 0.1, 1];'),
        'cocos-js/cc.js': withNativeCode(engine),
        'cocos-js/still.release.asm-1a2b3c4d.js': "System.register([], function (_export) { return { execute: function () { _export('default', [0.2, 0.9, 0.9, 1]); } }; });",
        'src/effect.bin': Uint8Array.of(40, 200, 90),
        'cocos-js/assets/still.release.asm-1a2b3c4d.mem.bin': Uint8Array.of(60, 90, 220),
        'assets/main/index.js': bundleScript('main', stillScene),
        'assets/main/native/picture.png': testPicture,
        'subpackages/lanterns/index.js': bundleScript('lanterns', '{ colour: [0.9, 0.2, 0.7, 1] }'),
        'remote/moon/index.js': bundleScript('moon', '{}'),
    };
    for (const [name, content] of Object.entries(files)) {
        await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await fs.writeFile(path.join(folder, name), content);
    }
}

async function pack(build: string, mainPackage: Layout, templates: readonly string[] = []): Promise<string> {
    const { options } = resolveOptions('cocos-cli', { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/still', mainPackage } } });
    const outputDirectory = path.join(scratch, `${path.basename(build)}-${mainPackage}`);
    await packageBuild({ host: 'cocos-cli', buildDirectory: build, outputDirectory, options, debug: false, productDirectory, templateDirectories: templates });
    return outputDirectory;
}

/** The picture once everything has arrived, in base64. */
async function pictureOf(directory: string, profile: ProfileName): Promise<string> {
    const played = await playGame(directory, { device: 'iPhone SE', profile });
    try {
        await played.waitForLine(/^all arrived$/);
        await played.page.waitForTimeout(500);
        const report = await played.report();
        expect(judgeReport(report)).toEqual([]);
        expect(report.console.filter(({ level }) => level === 'error')).toEqual([]);
        return await played.picture();
    } finally {
        await played.close();
    }
}

describe('the lean layout', () => {
    const layouts = new Map<Layout, string>();
    let judge: Page;
    beforeAll(async () => {
        judge = await openPage();
        const build = path.join(scratch, 'still');
        await writeStillBuild(build);
        for (const layout of ['standard', 'lean'] as const) layouts.set(layout, await pack(build, layout));
    });

    it.each(profileNames)('draws what the standard one draws on %s', async (profile) => {
        const [standard, lean] = [await pictureOf(layouts.get('standard')!, profile), await pictureOf(layouts.get('lean')!, profile)];
        const difference = await comparePictures(judge, standard, lean);
        judgePictures(`lean-layout-${profile}`, readPair(lean, standard), () => {
            expect(difference.colours).toBeGreaterThan(100);
            expect(difference.share).toBe(0);
        });
    }, 120_000);

    it('starts a game with an entry of its own that knows nothing of layouts', async () => {
        const build = path.join(scratch, 'own-entry');
        await writeStillBuild(build);
        const entry = `
            require('./web-adapter.js');
            require('./sdk.js');
            window.self = window;
            require('<%= systemJsBundleFile %>');
            const load = (address) => require('./' + address.replace(/^[a-z-]+:/i, '').replace(/^(\\.?\\/)+/, ''));
            System.warmup({ importMap: require('<%= importMapFile %>').default, importMapUrl: '<%= importMapFile %>', defaultHandler: load, handlers: { 'project:': load } });
            System.import('<%= applicationJs %>').then(({ Application }) => System.import('cc').then((cc) => {
                require('./engine-adapter.js');
                const application = new Application();
                return Promise.resolve(application.init(cc)).then(() => application.start());
            }));`;
        const templates = path.join(scratch, 'templates');
        await fs.mkdir(templates, { recursive: true });
        await fs.writeFile(path.join(templates, 'game.ejs'), entry);
        await fs.writeFile(path.join(build, 'sdk.js'), "console.log('the sdk is here');");
        const directory = await pack(build, 'lean', [templates]);
        const played = await playGame(directory, { device: 'iPhone SE' });
        try {
            await played.waitForLine(/^all arrived$/);
            expect(await played.lines()).toContain('the sdk is here');
            expect(judgeReport(await played.report())).toEqual([]);
        } finally {
            await played.close();
        }
    }, 60_000);

    it.each([
        ['begins later than the client says that it is there', "setTimeout(() => console.log('begun'), 300);"],
        ['fails at once', "throw new Error('no such luck');"],
    ])('runs an entry of one\'s own once where it %s', async (what, rest) => {
        const folder = path.join(scratch, what);
        const directory = await packDemo(folder, { options: { mainPackage: 'lean' }, templates: { 'game.ejs': `console.log('entry');\n${rest}` } });
        await watchStart(directory);
        const played = await playGame(directory, { device: 'iPhone SE' });
        try {
            const fails = rest.startsWith('throw');
            await played.waitForLine(fails ? /^fail/ : /^begun$/);
            await played.page.waitForTimeout(1500);
            const lines = await played.lines();
            expect(lines.filter((line) => line === 'entry')).toHaveLength(1);
            // The player reads a sentence, the console has the error.
            expect(lines.filter((line) => line.startsWith('fail'))).toEqual(fails ? ['fail 游戏启动失败\n请退出后重新打开 without a button'] : []);
            expect(lines.some((line) => line.includes('no such luck'))).toBe(fails);
        } finally {
            await played.close();
        }
    }, 60_000);
});
