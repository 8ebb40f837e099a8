// Starts that fail, whole: game.js, the built adapters and the engine's order of events on the host model.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSceneBundle, startScene, startWhole, type StartSetup, type WholeStart } from './whole-start';

// Waits between tries are drawn at random: here each is the middle one, so that it is known when the player is asked.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));
afterEach(() => void vi.restoreAllMocks());

const layouts = ['standard', 'lean'] as const;
const networkTexts = ['游戏加载失败', '请检查网络后重试', '查看详情', '重试'];
const filesTexts = ['部分游戏资源加载失败', '请稍后重试', '查看详情', '重试'];
const brokenTexts = ['游戏启动失败', '请退出后重新打开', '查看详情'];

/** Takes the network away when the engine is there, in either layout. */
const offline: Pick<StartSetup, 'prepare'> = { prepare: ({ host, cc }) => { cc.game.onPlugins = () => host.network.change({ online: false }); } };
const isPlaying = ({ cc }: WholeStart): boolean => cc.director.running === startScene;
/** A failure has no bar. */
const hasFailed = ({ layers }: WholeStart): boolean => layers().length === 1;
/** Nothing of an error may be read without asking for it. */
const expectNoStack = ({ texts, dialogs }: WholeStart): void => expect(`${texts().join(' ')} ${dialogs.join(' ')}`).not.toMatch(/HostError|Error:|\bat |https:/);

async function expectGame(start: WholeStart): Promise<void> {
    await start.pass(20_000);
    expect(isPlaying(start), start.printed.join('\n')).toBe(true);
    expect(start.uncaught).toEqual([]);
}

describe.each(layouts)('a start without network (%s)', (layout) => {
    it('says so with a button, and goes on by itself when the network is back after ten seconds', async () => {
        const start = startWhole({ layout, ...offline });
        await start.pass(10_000);
        expect(start.texts()).toEqual(networkTexts);
        expectNoStack(start);
        start.host.network.change({ online: true });
        await start.pass(100);
        expect(hasFailed(start)).toBe(false);
        await expectGame(start);
    });

    it('goes on when the player says so, on a client that tells nothing of its network; two presses do it once', async () => {
        const start = startWhole({ layout, ...offline, host: { without: ['onNetworkStatusChange'] } });
        await start.pass(10_000);
        expect(start.texts()).toEqual(networkTexts);
        start.host.network.change({ online: true });
        await start.pass(1000);
        expect(hasFailed(start)).toBe(true);
        const before = start.host.calls.count('downloadFile');
        start.tapTryAgain();
        start.tapTryAgain();
        await expectGame(start);
        // Config, list, and the scene's five files.
        expect(start.host.calls.count('downloadFile') - before).toBe(7);
    });

    it('asks again each time it fails again', async () => {
        const start = startWhole({ layout, ...offline });
        for (let time = 0; time < 3; time++) {
            await start.pass(10_000);
            expect(start.texts()).toEqual(networkTexts);
            start.tapTryAgain();
            await start.pass(100);
            expect(hasFailed(start)).toBe(false);
        }
        await start.pass(10_000);
        start.host.network.change({ online: true });
        await expectGame(start);
    });

    it('that gets no answer ends in the question after its time, and in the game', async () => {
        const start = startWhole({ layout, timeout: 5000, prepare: ({ host }) => host.faults.add({ api: 'downloadFile', at: 1, times: Infinity, kind: 'never', effect: 'none' }) });
        await start.pass(60_000);
        expect(start.texts()).toEqual(networkTexts);
        start.host.faults.clear();
        start.tapTryAgain();
        await expectGame(start);
    });

    it('loses the network between two bundles: one question for both', async () => {
        const start = startWhole({ layout, ...offline, settings: { assets: { remoteBundles: ['main', 'more'], bundleVers: {}, preloadBundles: [{ bundle: 'main' }, { bundle: 'more' }] } }, bundle: buildSceneBundle({ hashed: false }) });
        start.host.network.serve('https://cdn.example.com/game/remote/more/', { 'config.json': '{"name":"more"}' });
        await start.pass(10_000);
        expect(start.texts()).toEqual(networkTexts);
        start.host.network.change({ online: true });
        await expectGame(start);
        expect([...start.cc.assetManager.bundles.keys()].sort()).toEqual(['main', 'more']);
    });

    it('in the background is no question: it is tried again when the game is seen', async () => {
        const start = startWhole({ layout, prepare: ({ host, cc }) => { cc.game.onPlugins = () => { host.lifecycle.hide(); host.network.change({ online: false }); }; }, host: { without: ['onNetworkStatusChange'] } });
        await start.pass(60_000);
        expect([hasFailed(start), start.dialogs]).toEqual([false, []]);
        start.host.network.change({ online: true });
        start.host.lifecycle.show();
        await expectGame(start);
        expect(start.dialogs).toEqual([]);
    });

    it('shows the error to who asks for it', async () => {
        const start = startWhole({ layout, ...offline });
        await start.pass(10_000);
        start.tapText('查看详情');
        await start.pass(100);
        expect(start.texts()[0]).toBe('游戏加载失败');
        expect(start.texts().join('')).toMatch(/downloadFile.*cdn\.example\.com/);
        start.host.network.change({ online: true });
        await expectGame(start);
    });

    it('whose context is lost while it asks goes on in a dialog', async () => {
        const start = startWhole({ layout, ...offline });
        await start.pass(10_000);
        start.host.network.conditions.online = true;
        start.host.lifecycle.loseContext();
        await start.pass(100);
        expect(start.dialogs).toEqual(['游戏加载失败\n请检查网络后重试']);
        await expectGame(start);
    });
});

describe.each(layouts)('a start scene that cannot be loaded (%s)', (layout) => {
    const pathOf = (start: WholeStart, end: RegExp): string => Object.keys(start.bundle.files).find((name) => end.test(name))!;
    /** Puts something else in a file's place, for good or until it is mended. */
    const spoil = async (end: RegExp, data: string | Uint8Array | undefined, options: { hashed?: boolean; listed?: boolean } = {}): Promise<{ start: WholeStart; mend(): void }> => {
        const bundle = buildSceneBundle(options);
        const name = Object.keys(bundle.files).find((file) => end.test(file))!;
        const good = bundle.files[name]!;
        if (data === undefined) delete bundle.files[name];
        else bundle.files[name] = data;
        const start = startWhole({ layout, bundle });
        await start.pass(20_000);
        return { start, mend: () => { bundle.files[name] = good; } };
    };

    it.each([
        ['an asset of the scene is missing', /import\/aa/, undefined, {}],
        ['an asset deep below is missing', /import\/dd/, undefined, {}],
        ['a picture is missing', /native\/cc/, undefined, {}],
        ['the config is missing', /^config/, undefined, {}],
        ['an asset is no JSON', /import\/dd/, '{"broken', { hashed: false, listed: false }],
        ['the config is no JSON', /^config/, '{"broken', { hashed: false, listed: false }],
        ['a page came for an asset', /import\/bb/, '<html><body>Log in to use this network</body></html>', {}],
        ['a picture cannot be decoded', /native\/cc/, 'no picture at all', { hashed: false, listed: false }],
        ['a picture is torn', /native\/cc/, Uint8Array.from([0x89, 0x50, 0x4e]), {}],
    ])('because %s: says so, and starts once the server is mended', async (_name, end, data, options) => {
        const { start, mend } = await spoil(end, data, options);
        expect(start.texts(), start.printed.join('\n')).toEqual(filesTexts);
        expectNoStack(start);
        start.tapTryAgain();
        await start.pass(20_000);
        expect(start.texts()).toEqual(filesTexts);
        mend();
        start.tapTryAgain();
        await expectGame(start);
        expect(pathOf(start, end)).toBeTruthy();
    });

    it('because the network is lost on the way', async () => {
        const start = startWhole({ layout, prepare: ({ host }) => host.faults.add({ api: 'downloadFile', at: 4, times: 8, kind: 'fail', error: 12, errorMessage: 'network down' }) });
        await start.pass(20_000);
        expect(start.texts()).toEqual(networkTexts);
        start.host.faults.clear();
        start.tapTryAgain();
        await expectGame(start);
    });
});

describe.each(layouts)('a start that no network helps (%s)', (layout) => {
    it.each([
        ['the script of its first bundle throws', { script: () => { throw new TypeError('broken script'); } }, 'broken script'],
        ['the script of its first bundle is not in the package', { script: () => { throw new Error("Cannot find module './src/bundle-scripts/main/index.js'"); } }, 'Cannot find module'],
        ['a file of the start scene is not in the package', { local: true, bundle: withoutFile(/import\/dd/) }, 'import/dd'],
        ['the config is not in the package', { local: true, bundle: withoutFile(/^config/) }, 'config.'],
        ['no bundle has the start scene', { settings: { launch: { launchScene: 'db://assets/gone.scene' } } }, 'db://assets/gone.scene'],
        ['the start scene ends as it is launched', { prepare: ({ cc }) => { cc.director.onLaunch = () => { throw new TypeError('broken scene'); }; } }, 'broken scene'],
    ] as readonly [string, StartSetup, string][])('because %s: says so without a button, and the error to who asks', async (_name, setup, reason) => {
        const start = startWhole({ layout, ...setup });
        await start.pass(20_000);
        expect(start.texts(), start.printed.join('\n')).toEqual(brokenTexts);
        expectNoStack(start);
        start.tapText('查看详情');
        await start.pass(100);
        expect(start.texts().join('')).toContain(reason);
        // Nothing takes it away, as long as nothing is drawn.
        start.host.network.change({ online: false });
        start.host.network.change({ online: true });
        await start.pass(5000);
        expect(hasFailed(start)).toBe(true);
    });
});

describe('a package without a first screen', () => {
    it('asks in a dialog, whose end tries again', async () => {
        const start = startWhole({ firstScreen: false, ...offline });
        await start.pass(4_500);
        start.host.network.conditions.online = true;
        await expectGame(start);
        expect(start.dialogs).toEqual(['游戏加载失败\n请检查网络后重试']);
    });

    it('says in a dialog what nothing helps against, since the canvas is the engine\'s', async () => {
        const start = startWhole({ firstScreen: false, script: () => { throw new TypeError('broken script'); }, prepare: ({ host, cc }) => { cc.game.onPlugins = () => { (host.globals['canvas'] as { getContext(kind: string): unknown }).getContext('webgl'); }; } });
        await start.pass(10_000);
        expect(start.dialogs).toEqual(['游戏启动失败\n请退出后重新打开\nTypeError: broken script']);
        expectNotStacked(start.dialogs);
    });

    it('writes on the canvas where it is nobody\'s yet', async () => {
        const start = startWhole({ firstScreen: false, without: ['src/import-map.js', 'engine-adapter.js'] });
        await start.pass(1000);
        const { drawn } = start.window['canvas'] as { drawn: { name: string; args: unknown[] }[] };
        expect(drawn.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])).toEqual(['游戏启动失败', '请退出后重新打开', '查看详情']);
    });

    it('shows no dialog while the game is hidden', async () => {
        const start = startWhole({ firstScreen: false, prepare: ({ host, cc }) => { cc.game.onPlugins = () => { host.lifecycle.hide(); throw new Error('broken plugin'); }; } });
        await start.pass(10_000);
        expect(start.dialogs).toEqual([]);
        start.host.lifecycle.show();
        await start.pass(100);
        expect(start.dialogs.join() + JSON.stringify((start.window['canvas'] as { drawn: unknown }).drawn)).toContain('游戏启动失败');
    });
});

describe('an entry of the user\'s own', () => {
    /** Catches nothing. */
    const entry = `require('./web-adapter.js');
<% if (firstScreen) { %>require('./first-screen.js');<% } %>
require('<%= systemJsBundleFile %>');
System.import('cc').then((cc) => { require('./engine-adapter.js'); return cc.game.init().then(() => cc.game.run()); }).catch(() => undefined);`;

    it.each([{}, false] as const)('need not know of failures (first screen: %j)', async (firstScreen) => {
        const start = startWhole({ entry, firstScreen, ...offline });
        await start.pass(4_500);
        if (firstScreen) expect(start.texts()).toEqual(networkTexts);
        start.host.network.change({ online: true });
        await expectGame(start);
        const broken = startWhole({ entry, firstScreen, script: () => { throw new TypeError('broken script'); } });
        await broken.pass(10_000);
        expect(broken.dialogs.join() + broken.texts().join() + JSON.stringify((broken.window['canvas'] as { drawn: unknown }).drawn)).toContain('游戏启动失败');
    });
});

describe('a first screen of the user\'s own', () => {
    it('is told what failed in words it knows, with the error apart', async () => {
        const told: unknown[][] = [];
        const own = { report: () => undefined, shown: () => Promise.resolve(), release: () => undefined, fail: (...given: unknown[]) => { told.push(given); } };
        const start = startWhole({ ...offline, prepare: (given) => { offline.prepare!(given); given.host.globals['firstScreen'] = own; } });
        await start.pass(10_000);
        expect(told).toEqual([['failed', expect.any(Function), expect.stringContaining('downloadFile')]]);
        start.host.network.change({ online: true });
        await expectGame(start);
        const broken = startWhole({ script: () => { throw new TypeError('broken script'); }, prepare: ({ host }) => { host.globals['firstScreen'] = own; } });
        await broken.pass(10_000);
        expect(told.at(-1)).toEqual(['游戏启动失败\n请退出后重新打开', undefined, expect.stringContaining('broken script')]);
    });
});

describe('what the game loads itself', () => {
    it('a scene in place of the start scene, at once: the engine\'s own is dropped, and nothing is said of it', async () => {
        const bundle = buildSceneBundle();
        const start = startWhole({ bundle, prepare: ({ cc }) => {
            cc.game.once('game_inited', () => {
                cc.assetManager.bundles.get('main')!.init({ ...bundle.config, base: cc.assetManager.bundles.get('main')!.base, scenes: { ...bundle.config.scenes, 'db://assets/own.scene': 'bb-data' } });
                cc.director.loadScene('db://assets/own.scene');
            });
        } });
        await start.pass(20_000);
        expect([start.cc.director.running, hasFailed(start), start.dialogs]).toEqual(['db://assets/own.scene', false, []]);
    });

    it.each(['before the start scene', 'after it'])('%s gets its failures itself', async (when) => {
        const failures: string[] = [];
        const load = (cc: WholeStart['cc']): void => cc.assetManager.loadBundle('gone', {}, (error) => { failures.push(String(error)); });
        const start = startWhole({ settings: { assets: { remoteBundles: ['main', 'gone'] } }, prepare: ({ cc }) => { if (when.startsWith('before')) cc.game.onPlugins = () => load(cc); } });
        await expectGame(start);
        if (when === 'after it') load(start.cc);
        await start.pass(10_000);
        expect(failures).toEqual([expect.stringContaining('gone/config.json')]);
        expect([hasFailed(start), start.dialogs]).toEqual([false, []]);
    });

    it('after the start, the start scene once more too, gets its failures itself', async () => {
        const start = startWhole();
        await expectGame(start);
        start.host.network.change({ online: false });
        start.cc.assetManager.assets.clear();
        (start.cc.assetManager.cacheManager as { clearCache(): void }).clearCache();
        await start.pass(1000);
        const failures: unknown[] = [];
        start.cc.director.loadScene(startScene, (error) => { failures.push(error); });
        await start.pass(20_000);
        expect(failures).toHaveLength(1);
        expect(start.dialogs).toEqual([]);
    });
});

describe('a package without what tells failures', () => {
    it('says it in a dialog, and gives the engine its failures', async () => {
        const start = startWhole({ firstScreen: false, without: ['start-failure.js'], ...offline });
        await start.pass(10_000);
        expect(start.dialogs).toEqual([expect.stringContaining('downloadFile')]);
    });
});

function withoutFile(end: RegExp): ReturnType<typeof buildSceneBundle> {
    const bundle = buildSceneBundle();
    for (const name of Object.keys(bundle.files)) if (end.test(name)) delete bundle.files[name];
    return bundle;
}

function expectNotStacked(texts: readonly string[]): void {
    expect(texts.join()).not.toMatch(/\n\s+at /);
}
