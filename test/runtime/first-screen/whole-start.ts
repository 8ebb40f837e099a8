// A whole start on the host model: our rendered game.js, the built adapters, and the stand-in for the engine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { failureTitle, renderEntry } from '../../../source/packager/artefacts/entry';
import type { FirstScreenOptions } from '../../../source/runtime/first-screen/options';
import { createAlipayHost, createVirtualClock, type AlipayHost, type HostSetup, type RecordingCanvas, type VirtualClock } from '../../../source/simulator/model';
import { createEngine, type Engine } from '../engine-adapter/cc-stand-in';
import { buildBundle, serveBundle, server, type Asset, type BundleFiles } from '../engine-adapter/game';
import { readPicture, type Picture } from './started';

const product = path.resolve(__dirname, '../../..');
export const startScene = 'db://assets/start.scene';
const game = 'subpackages/cocos-game/';

export interface StartSetup {
    readonly layout?: 'standard' | 'lean';
    /** False: the package has none. */
    readonly firstScreen?: FirstScreenOptions | false;
    readonly host?: HostSetup;
    /** The bundle with the start scene: on the server unless `local`. */
    readonly bundle?: BundleFiles;
    readonly local?: boolean;
    readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** What the bundle's script does. */
    readonly script?: () => void;
    /** The entry, of the user's own; ours if absent. */
    readonly entry?: string;
    /** Milliseconds of one download. */
    readonly timeout?: number;
    /** Before the entry runs. */
    readonly prepare?: (start: { readonly host: AlipayHost; readonly cc: Engine }) => void;
    /** Files of the package that are not there. */
    readonly without?: readonly string[];
}

export interface WholeStart extends Picture {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    readonly cc: Engine;
    readonly window: Record<string, unknown>;
    readonly bundle: BundleFiles;
    /** What the engine and game.js printed. */
    readonly printed: string[];
    /** Errors that nothing caught. */
    readonly uncaught: unknown[];
    /** What dialogs said. */
    readonly dialogs: string[];
    /** Where the button is. */
    tapTryAgain(): void;
    /** Where a text stands. */
    tapText(text: string): void;
    /** Requests the server got for addresses that end so. */
    requests(end: string): number;
    /** Lets so much time pass, whatever is thrown meanwhile. */
    pass(ms: number): Promise<void>;
}

/** A start scene with a picture, data and a sound, as its bundle has them. */
export const sceneAssets: readonly Asset[] = [
    { uuid: 'aa-scene', data: { depends: ['bb-data', 'cc-picture'] } },
    { uuid: 'bb-data', data: { depends: ['dd-deep'] } },
    { uuid: 'cc-picture', native: { name: 'cc.png', data: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 4, 8, 6, 0, 0, 0, 0xa9, 0xf1, 0x9e, 0x7e]) } },
    { uuid: 'dd-deep', data: {} },
];

/** @param options of the bundle: without a list and md5 names nothing tells a broken file but its use. */
export function buildSceneBundle(options: { readonly hashed?: boolean; readonly listed?: boolean } = {}): BundleFiles {
    const built = buildBundle('main', sceneAssets, options);
    built.config.scenes = { [startScene]: 'aa-scene' };
    const name = Object.keys(built.files).find((file) => file.startsWith('config.'))!;
    built.files[name] = JSON.stringify(built.config);
    // The list says what the config was before.
    for (const list of Object.keys(built.files).filter((file) => file.startsWith('files.'))) {
        const { files, ...rest } = JSON.parse(String(built.files[list])) as { files: { path: string }[] };
        built.files[list] = JSON.stringify({ ...rest, files: files.filter((row) => row.path !== name) });
    }
    return built;
}

type Run = (require: (path: string) => unknown, module: { exports: unknown }, ...given: unknown[]) => void;

/** Starts a game. Nothing has happened yet when it returns but what game.js does at once. */
export function startWhole(setup: StartSetup = {}): WholeStart {
    const { layout = 'standard', firstScreen = {}, local = false, settings = {}, bundle = buildSceneBundle(), without = [] } = setup;
    const isLean = layout === 'lean';
    const clock = createVirtualClock();
    const root = isLean ? game : '';
    const dialogs: string[] = [];
    const uncaught: unknown[] = [];
    const printed: string[] = [];
    const packageFiles: Record<string, string | Uint8Array> = isLean ? { 'game.json': JSON.stringify({ subpackages: [{ name: 'cocos-game', root: game }] }), [`${game}game.js`]: ' '.repeat(50_000) } : {};
    if (local) for (const [name, data] of Object.entries(bundle.files)) packageFiles[`${root}assets/main/${name}`] = data;
    const host: AlipayHost = createAlipayHost({
        clock, latencyMs: 2,
        ...setup.host,
        packageFiles: { ...packageFiles, ...setup.host?.packageFiles },
        runModule: (file) => { require(`./${file}`); },
    });
    if (!local) serveBundle(host, bundle);
    const window = host.globals as Record<string, unknown>;
    const { my } = host;
    const { alert } = my;
    if (alert) my.alert = (options) => { dialogs.push(String(options.content)); alert(options); };
    const log = (...given: unknown[]): void => { printed.push(given.map((one) => (one instanceof Error ? one.message : String(one))).join(' ')); };
    const console = { log, warn: log, error: log, info: log, debug: log, time: () => undefined, timeEnd: () => undefined };
    window['console'] = console;

    const timers = window as unknown as { setTimeout(run: () => void, ms: number): unknown; clearTimeout(handle: unknown): void; requestAnimationFrame(run: () => void): unknown };
    const cc = createEngine({
        log,
        frames: { now: () => clock.now(), requestAnimationFrame: (run) => timers.requestAnimationFrame(run), setTimeout: (run, ms) => timers.setTimeout(run, ms), clearTimeout: (handle) => timers.clearTimeout(handle) },
        settings: {
            launch: { launchScene: startScene },
            ...settings,
            assets: { server: local ? '' : server, remoteBundles: local ? [] : ['main'], bundleVers: { main: bundle.version }, preloadBundles: [{ bundle: 'main' }], ...settings['assets'] },
        },
        createAudio: () => my.createInnerAudioContext(),
        downloadDomImage(url, _options, done) {
            const image = my.createImage();
            image.onload = () => done(null, { src: image.src });
            image.onerror = () => done(new Error(`Load image (${url}) failed`));
            image.src = url;
        },
    });

    const options = {
        networkTimeout: { download: setup.timeout ?? 60_000 },
        ...(isLean ? { gameFiles: { root: game, folders: ['assets', 'cocos-js', 'src'] } } : {}),
        ...(firstScreen ? { firstScreen: { layout, ...firstScreen } } : {}),
    };
    const render = (name: 'game' | 'game.lean' | 'game.subpackage', text = readFileSync(path.join(product, 'templates', `${name}.ejs`), 'utf8')): string => {
        const result = renderEntry(text, name, {
            mainPackage: layout, failureTitle, firstScreen: Boolean(firstScreen), preload: false, polyfillsBundleFile: false, systemJsBundleFile: './src/system.bundle.js',
            importMapFile: './src/import-map.js', applicationJs: './application.js', gameSubpackage: 'cocos-game', gameRoot: game, timeout: 60_000, startFile: 'start-game.js',
        } as never);
        if (!('text' in result)) throw new Error(`${name} does not render`);
        return result.text;
    };
    const scripts: Record<string, () => string> = {
        'game.js': () => (isLean ? render('game.lean') : render('game', setup.entry)),
        [`${game}game.js`]: () => render('game.subpackage'),
        [`${game}start-game.js`]: () => render('game', setup.entry),
    };
    for (const name of ['web-adapter', 'text-services', 'web-services', 'engine-services', 'dom-parser', 'first-screen', 'lean-start', 'start-failure', 'engine-adapter', 'remote-assets']) {
        scripts[`${name}.js`] = () => readFileSync(path.join(product, 'dist', 'adapter', `${name}.js`), 'utf8');
    }
    const system = { warmup: () => undefined, import: (name: string) => Promise.resolve(name === 'cc' ? cc : { Application: class {
        init(engine: Engine): void { this.engine = engine; }
        start(): Promise<void> { return this.engine!.game.init().then(() => this.engine!.game.run()); }
        private engine: Engine | undefined;
    } }) };
    const modules = new Map<string, { exports: unknown }>();
    function require(asked: string): unknown {
        // Beside the adapters in the subpackage lie links to what stands at the root.
        const name = asked.replace(/^(\.\/)+/, '').replace(/^subpackages\/cocos-game\/(?!(start-)?game\.js)/, '').replace(/^(\.\.\/)+/, '');
        const file = asked.endsWith('start-game.js') ? `${game}start-game.js` : name;
        if (without.includes(file)) throw new Error(`Cannot find module '${asked}'`);
        if (file === 'adapter-options.js') return options;
        if (file === 'src/system.bundle.js') return void (window['System'] = system);
        if (file === 'src/import-map.js') return { default: {} };
        if (/^(assets|src\/bundle-scripts)\/main\/index/.test(file)) return setup.script?.();
        if (/^src\/bundle-scripts\//.test(file)) return undefined;
        const known = modules.get(file);
        if (known) return known.exports;
        const code = scripts[file];
        if (!code) throw new Error(`Cannot find module '${asked}'`);
        const module = { exports: {} };
        modules.set(file, module);
        try {
            (new Function('require', 'module', 'exports', 'window', 'my', 'console', 'setTimeout', 'clearTimeout', 'requestAnimationFrame', 'System', 'Date', code()) as Run)(
                require, module, module.exports, window, my, console, window['setTimeout'], window['clearTimeout'], window['requestAnimationFrame'], system, window['Date'],
            );
        } catch (error) {
            modules.delete(file);
            throw error;
        }
        return module.exports;
    }
    window['cc'] = cc;
    setup.prepare?.({ host, cc });
    require('./game.js');

    const picture = readPicture(() => window['canvas'] as RecordingCanvas);
    const tapText = (text: string): void => {
        const [, x, y] = picture.written().find(([words]) => words === text) ?? [];
        if (x === undefined) throw new Error(`nothing says ${text}: ${picture.texts().join(', ')}`);
        host.user.tap(x, y!);
    };
    return {
        ...picture, host, clock, cc, window, bundle, printed, uncaught, dialogs, tapText,
        tapTryAgain: () => tapText('重试'),
        requests: (end) => host.network.requests.filter(({ url }) => url.endsWith(end)).length,
        async pass(ms) {
            const until = clock.now() + ms;
            for (let tries = 0; clock.now() < until && tries < 50; tries++) await clock.advance(until - clock.now()).catch((error: unknown) => uncaught.push(error));
        },
    };
}
