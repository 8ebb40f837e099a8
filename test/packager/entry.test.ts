// The rendered game.js, run on the host model with the package's files as CommonJS modules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRequiredPaths, startFile } from '../../source/package';
import { failureTitle, renderEntry, timeoutFor, type LeanEntryVariables, type SubpackageEntryVariables } from '../../source/packager/artefacts/entry';
import { createTellFailure } from '../../source/runtime/first-screen/failure/tell-failure';
import { createAlipayHost, createVirtualClock, type AlipayHost, type RecordingCanvas, type VirtualClock } from '../../source/simulator/model';

type Module = (scope: Scope) => unknown;
type Scope = Record<string, unknown>;

interface Run {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    readonly canvas: RecordingCanvas;
    /** What the modules noted, in order. */
    readonly order: string[];
    readonly logged: unknown[];
}

interface WarmUp {
    readonly importMap: unknown;
    readonly importMapUrl: string;
    readonly defaultHandler: (address: string) => unknown;
    readonly handlers: Readonly<Record<string, (address: string) => unknown>>;
}

const template = readFileSync(join(__dirname, '..', '..', 'templates', 'game.ejs'), 'utf8');

/** Runs game.js of a package whose modules are given; those not given do nothing. */
async function start(modules: Readonly<Record<string, (run: Run) => Module>> = {}, { polyfills = false, without = [] as readonly string[], mainPackage = 'standard' as 'standard' | 'lean' } = {}): Promise<Run & { readonly warmUp?: WarmUp }> {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock, without });
    const run = { host, clock, canvas: host.my.createCanvas() as RecordingCanvas, order: [] as string[], logged: [] as unknown[] };
    const window = host.globals['window'] as Scope;
    window['canvas'] = run.canvas;
    let warmUp: WarmUp | undefined;
    const standard: Record<string, Module> = {
        './src/system.bundle.js': (scope) => {
            scope['System'] = {
                warmup: (given: WarmUp) => { warmUp = given; run.order.push('warmup'); },
                import: async (name: string) => {
                    if (name === 'cc') return { engine: true };
                    return { Application: class {
                        init(cc: unknown): void { run.order.push(`init ${JSON.stringify(cc)}`); }
                        start(): void { run.order.push('start'); }
                    } };
                },
            };
        },
        './src/import-map.js': () => ({ default: { imports: { cc: './../cocos-js/cc.js' } } }),
        './start-failure.js': (scope) => ({ tellFailure: createTellFailure({ scope, my: host.my }) }),
    };
    const result = renderEntry(template, 'game.ejs', {
        mainPackage, failureTitle, firstScreen: false, preload: false, polyfillsBundleFile: polyfills ? './src/polyfills.bundle.js' : false, systemJsBundleFile: './src/system.bundle.js',
        importMapFile: './src/import-map.js', applicationJs: './application.js',
    });
    if (!('text' in result)) throw new Error('the template does not render');
    const require = (path: string): unknown => {
        run.order.push(path);
        return (modules[path]?.(run) ?? standard[path] ?? (() => undefined))(window);
    };
    // SystemJS makes itself a global when it is required; here that is a member of the host's window.
    const System = { warmup: (given: unknown) => systemOf(window).warmup(given), import: (name: string) => systemOf(window).import(name) };
    const runEntry = new Function('window', 'my', 'require', 'System', 'console', 'setTimeout', result.text);
    runEntry(window, host.my, require, System, { error: (error: unknown) => run.logged.push(error) }, host.globals['setTimeout']);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return { ...run, ...(warmUp === undefined ? {} : { warmUp }) };
}

function systemOf(window: Scope): { warmup(given: unknown): void; import(name: string): Promise<unknown> } {
    return window['System'] as ReturnType<typeof systemOf>;
}

const leanVariables: LeanEntryVariables = { failureTitle, gameSubpackage: 'cocos-game', gameRoot: 'subpackages/cocos-game/', timeout: 80_000 };

function render(name: 'game.lean' | 'game.subpackage', variables: LeanEntryVariables | SubpackageEntryVariables): string {
    const result = renderEntry(readFileSync(join(__dirname, '..', '..', 'templates', `${name}.ejs`), 'utf8'), name, variables);
    if (!('text' in result)) throw new Error('the template does not render');
    return result.text;
}

/** Runs the main package's game.js of the lean layout. */
function runLean(given: (path: string) => unknown, host = createAlipayHost({ clock: createVirtualClock() })): void {
    const tellFailure = createTellFailure({ scope: host.globals['window'] as Scope, my: host.my });
    const require = (path: string): unknown => (path === './start-failure.js' ? { tellFailure } : given(path));
    new Function('require', 'my', 'window', 'console', render('game.lean', leanVariables))(require, host.my, host.globals['window'], { error: () => undefined });
}

const failing = (message: string) => (): Module => () => { throw new Error(message); };
const drawnText = ({ canvas }: Run): string => canvas.drawn.filter(({ name }) => name === 'fillText').map(({ args }) => String(args[0])).join('\n');

describe('game.js', () => {
    it('boots in the order of the runtime contract', async () => {
        const { order, logged } = await start({}, { polyfills: true });
        expect(order).toEqual([
            './web-adapter.js', './src/polyfills.bundle.js', './src/system.bundle.js', './src/import-map.js', 'warmup',
            './engine-adapter.js', 'init {"engine":true}', 'start',
        ]);
        expect(logged).toEqual([]);
    });

    it('gives SystemJS a handler for package paths and project: addresses, with any number of slashes', async () => {
        const { warmUp, order } = await start();
        expect(warmUp?.importMap).toEqual({ imports: { cc: './../cocos-js/cc.js' } });
        expect(warmUp?.importMapUrl).toBe('./src/import-map.js');
        order.length = 0;
        for (const address of ['/cocos-js/cc.js', './application.js', 'src/a.js', 'project:///src/chunks/bundle.js', 'project://src/chunks/bundle.js']) warmUp?.defaultHandler(address);
        for (const address of ['///src/b.js', '/src/b.js', 'project:///src/b.js']) warmUp?.handlers['project:']?.(address);
        expect(() => warmUp?.handlers['plugin:']?.('plugin:engine/cc')).toThrow('requirePlugin is not defined');
        expect(order).toEqual(['./cocos-js/cc.js', './application.js', './src/a.js', './src/chunks/bundle.js', './src/chunks/bundle.js', './src/b.js', './src/b.js', './src/b.js']);
    });

    it.each([
        ['the web-adapter', './web-adapter.js'], ['SystemJS', './src/system.bundle.js'], ['the import map', './src/import-map.js'], ['the engine-adapter', './engine-adapter.js'],
    ])('shows a failure of %s on the screen and in the console', async (_name, path) => {
        const run = await start({ [path]: failing('no such luck') });
        expect(run.logged).toEqual([expect.objectContaining({ message: 'no such luck' })]);
        expect(drawnText(run)).toBe('游戏启动失败\n请退出后重新打开\nError: no such luck');
        expect(run.order).not.toContain('start');
    });

    it('shows it in a dialog where the canvas belongs to WebGL already', async () => {
        const run = await start({ './engine-adapter.js': ({ canvas }) => () => { canvas.getContext('webgl'); throw new Error('late'); } });
        expect(run.host.calls.count('alert')).toBe(1);
        expect(drawnText(run)).toBe('');
    });

    it('still logs where the host has neither a context nor a dialog', async () => {
        const run = await start({ './web-adapter.js': ({ canvas }) => () => { canvas.getContext('webgl'); throw new Error('late'); } }, { without: ['alert', 'onError', 'onUnhandledRejection'] });
        expect(run.logged).toHaveLength(1);
    });

    it('shows the first failure only, and none of a game that runs', async () => {
        const failed = await start({ './web-adapter.js': failing('first') });
        failed.host.lifecycle.raiseError(new Error('second'));
        expect(failed.logged).toHaveLength(1);
        const running = await start();
        running.host.lifecycle.raiseError(new Error('of the game'));
        running.host.lifecycle.raiseUnhandledRejection(new Error('of the game'));
        expect(running.logged).toEqual([]);
        expect(running.canvas.drawn).toEqual([]);
    });

    it('of a lean package finds the web-adapter at work', async () => {
        const { order } = await start({}, { mainPackage: 'lean' });
        expect(order).toEqual(['./src/system.bundle.js', './src/import-map.js', 'warmup', './engine-adapter.js', 'init {"engine":true}', 'start']);
    });

    it('says it in a dialog where nothing tells failures', async () => {
        const run = await start({ './web-adapter.js': failing('no such luck'), './start-failure.js': failing('not there') });
        expect([run.host.calls.count('alert'), drawnText(run)]).toEqual([1, '']);
    });

    it.each(['standard', 'lean'] as const)('%s: lets the first screen tell a failure, since the canvas is its own', async (mainPackage) => {
        const told: unknown[][] = [];
        const firstScreen = { report: () => undefined, shown: () => Promise.resolve(), fail: (...given: unknown[]) => told.push(given) };
        const run = await start({ './src/import-map.js': ({ host }) => () => {
            (host.globals['window'] as Scope)['firstScreen'] = firstScreen;
            throw new Error('no such luck');
        } }, { mainPackage });
        expect(told).toEqual([['游戏启动失败\n请退出后重新打开', undefined, expect.stringMatching(/^Error: no such luck\n +at /)]]);
        expect(drawnText(run)).toBe('');
        expect(run.host.calls.count('alert')).toBe(0);
    });

    it('shows an error that nothing caught while the game starts', async () => {
        const run = await start({ './engine-adapter.js': ({ host }) => () => { host.lifecycle.raiseUnhandledRejection(new Error('lost promise')); } });
        expect(drawnText(run)).toContain('lost promise');
    });
});

describe('the main package\'s game.js in the lean layout', () => {
    it('draws the first screen, then loads the game by its name; where to find its entry is not for a packer to see', () => {
        const required: string[] = [];
        let started: { name: string; timeout: number; boot: () => void } | undefined;
        runLean((path) => {
            required.push(path);
            return { startLean: (options: typeof started) => { started = options; } };
        });
        expect(required).toEqual(['./web-adapter.js', './first-screen.js', './lean-start.js']);
        expect(started).toMatchObject({ name: 'cocos-game', timeout: 80_000 });
        started?.boot();
        expect(required.slice(3)).toEqual(['./subpackages/cocos-game/game.js']);
        expect(listRequiredPaths(render('game.lean', leanVariables))).toEqual(['./start-failure.js', ...required.slice(0, 3)]);
    });

    it.each([[[]], [['alert']]] as const)('says what keeps the first screen from being drawn, by a dialog where there is one (without %j)', (without) => {
        const host = createAlipayHost({ clock: createVirtualClock(), without });
        const canvas = host.my.createCanvas() as RecordingCanvas;
        canvas.getContext('webgl');
        (host.globals['window'] as Scope)['canvas'] = canvas;
        expect(() => runLean((path) => {
            if (path === './first-screen.js') throw new Error('no such luck');
            return {};
        }, host)).toThrow('no such luck');
        expect(host.calls.count('alert')).toBe(1 - without.length);
    });

    it('says the first error that nobody caught while the game was not there, on the first screen', () => {
        const host = createAlipayHost({ clock: createVirtualClock() });
        const told: unknown[][] = [];
        const window = host.globals['window'] as Scope;
        window['firstScreen'] = { fail: (...given: unknown[]) => told.push(given) };
        runLean(() => ({ startLean: () => undefined }), host);
        host.lifecycle.raiseError(Object.assign(new Error('lost'), { stack: 'load@game.js:2' }));
        host.lifecycle.raiseUnhandledRejection(new Error('later'));
        // A stack of iOS begins without the message.
        expect(told).toEqual([['游戏启动失败\n请退出后重新打开', undefined, 'lost\nload@game.js:2']]);
    });

    it('leaves the errors of a game that came to the game', () => {
        const host = createAlipayHost({ clock: createVirtualClock() });
        runLean(() => ({ startLean: () => undefined }), host);
        (host.globals['window'] as Scope)['gameHasStarted'] = true;
        host.lifecycle.raiseError(new Error('of the game'));
        expect(host.calls.count('alert')).toBe(0);
    });

    it('gives a subpackage of many bytes the time that a slow network takes', () => {
        expect([0, 3_000_000, 3_000_001, 15_000_000].map(timeoutFor)).toEqual([60_000, 60_000, 61_000, 300_000]);
    });
});

describe('game.js of the game\'s subpackage', () => {
    const play = (enter: (window: Scope) => void, runs: number): { readonly host: AlipayHost; readonly clock: VirtualClock; readonly required: string[]; readonly told: unknown[][] } => {
        const clock = createVirtualClock();
        const host = createAlipayHost({ clock });
        const window = host.globals['window'] as Scope;
        const told: unknown[][] = [];
        const required: string[] = [];
        window['firstScreen'] = { fail: (...given: unknown[]) => told.push(given) };
        const tellFailure = createTellFailure({ scope: window, my: host.my });
        const require = (path: string): unknown => {
            if (path === './start-failure.js') return { tellFailure };
            required.push(path);
            return enter(window);
        };
        const run = new Function('require', 'my', 'window', 'console', 'setTimeout', render('game.subpackage', { failureTitle, startFile }));
        for (let time = 0; time < runs; time += 1) run(require, host.my, window, { error: () => undefined }, host.globals['setTimeout']);
        return { host, clock, required, told };
    };

    it('runs the entry once however often the client runs it, also one that begins later', () => {
        const { required, host } = play((window) => { (window['setTimeout'] as typeof setTimeout)(() => { window['System'] = {}; }, 50); }, 3);
        expect(required).toEqual(['./start-game.js']);
        expect(host.globals['window']).toMatchObject({ gameHasStarted: true });
    });

    it('says what ended an entry at once, does not run it again, and lets the host count the crash', async () => {
        const { required, told, clock, host } = play(() => { throw Object.assign(new Error('mine'), { stack: 'start@start-game.js:1' }); }, 2);
        expect(required).toEqual(['./start-game.js']);
        expect(told).toEqual([['游戏启动失败\n请退出后重新打开', undefined, 'mine\nstart@start-game.js:1']]);
        expect(host.calls.count('alert')).toBe(0);
        await expect(clock.advance(1)).rejects.toThrow('mine');
    });
});
