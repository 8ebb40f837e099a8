// The engine asks for its files as in any build; in the lean layout they lie in a subpackage of their own.
import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { createGameFiles } from '../../../source/runtime/engine-adapter/loading/game-files';
import { buildBundle, png, serveBundle, server, startGame, type Game, type GameSetup } from './game';

const root = 'subpackages/cocos-game/';
const gameFiles = { root, folders: ['assets', 'cocos-js', 'src'] };
const picture = '44aaaaaa-0000-4000-8000-000000000001';
const text = '44aaaaaa-0000-4000-8000-000000000002';
const assets = [{ uuid: picture, native: { name: '.png', data: png } }, { uuid: text, data: { n: 2 } }];

const below = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): Record<string, string | Uint8Array> =>
    Object.fromEntries(Object.entries(files).map(([path, data]) => [folder + path, data]));

function startLean({ host = {}, ...setup }: GameSetup = {}): Game {
    return startGame({ options: { gameFiles }, ...setup, host: { ...host, packageFiles: {
        [`${root}src/settings.abc13.json`]: '{"CocosEngine":"3.8.8"}',
        [`${root}src/effect.bin`]: Uint8Array.of(1, 2),
        [`${root}cocos-js/assets/bullet.release.asm-1a2b3c4d.mem.bin`]: Uint8Array.of(3),
        'levels.json': '{"level":1}',
        'subpackages/extra/table.json': '{"extra":1}',
        ...host.packageFiles,
    } } });
}

const bytesOf = ({ clock, fsUtils }: Game, path: string): Promise<ArrayBuffer> => clock.until(new Promise((resolve, reject) => {
    fsUtils.readArrayBuffer(path, (error, data) => (error === null ? resolve(data as ArrayBuffer) : reject(error)));
}));

describe.each(sweptProfiles)('the lean layout on %s', (_name, profile) => {
    it('settings, effects and the asm.js memory are read from the subpackage, at their paths of the build', async () => {
        const game = startLean({ host: { profile } });
        expect(game.fsUtils.readJsonSync('src/settings.abc13.json')).toEqual({ CocosEngine: '3.8.8' });
        expect(await game.clock.until(new Promise((resolve) => game.fsUtils.readJson('src/settings.abc13.json', (_error, data) => resolve(data))))).toEqual({ CocosEngine: '3.8.8' });
        expect((await bytesOf(game, 'src/effect.bin')).byteLength).toBe(2);
        expect((await bytesOf(game, 'cocos-js/assets/bullet.release.asm-1a2b3c4d.mem.bin')).byteLength).toBe(1);
    });

    it('a bundle of assets/ is found there, its script beside the adapter, and its base is where the files are', async () => {
        const bundle = buildBundle('near', assets, { listed: false });
        const game = startLean({ host: { profile, packageFiles: below(`${root}assets/near/`, bundle.files) }, settings: { bundleVers: { near: bundle.version } } });
        expect((await game.loadBundle('near')).base).toBe(`${root}assets/near/`);
        expect(game.ran).toEqual([`assets/near/index.${bundle.version}.js`]);
        expect(await game.load([picture, text])).toMatchObject([{ native: { width: 4 } }, { data: { n: 2 } }]);
    });

    it('a remote bundle\'s script is beside the adapter as well', async () => {
        const bundle = buildBundle('far', [assets[1]!]);
        const game = startLean({ host: { profile }, settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } });
        serveBundle(game.host, bundle);
        expect((await game.loadBundle('far')).base).toBe(`${server}remote/far/`);
        expect(game.ran).toEqual([`src/bundle-scripts/far/index.${bundle.version}.js`]);
        expect(await game.load(text)).toMatchObject({ data: { n: 2 } });
    });

    it('the game\'s own subpackages and files of the main package stay where they are', async () => {
        const bundle = buildBundle('sub', [assets[1]!], { listed: false });
        const gameJson = JSON.stringify({ subpackages: [{ name: 'cocos-game', root }, { name: 'sub', root: 'subpackages/sub/' }] });
        const game = startLean({ host: { profile, packageFiles: { ...below('subpackages/sub/', bundle.files), 'game.json': gameJson } }, settings: { subpackages: ['sub'], bundleVers: { sub: bundle.version } } });
        expect((await game.loadBundle('sub')).base).toBe('subpackages/sub/');
        expect(await game.load(text)).toMatchObject({ data: { n: 2 } });
        expect(await game.loadRemote('levels.json')).toEqual({ level: 1 });
        expect(await game.loadRemote('subpackages/extra/table.json')).toEqual({ extra: 1 });
    });
});

describe('paths', () => {
    const lean = createGameFiles(gameFiles);
    const standard = createGameFiles();

    it.each([
        ['assets/main/config.json', `${root}assets/main/config.json`],
        ['./src/settings.json', `${root}src/settings.json`],
        ['/cocos-js/a.wasm', `${root}cocos-js/a.wasm`],
        [`${root}assets/main/config.json`, `${root}assets/main/config.json`],
        ['assets.json', 'assets.json'],
        ['my/assets/a.png', 'my/assets/a.png'],
        ['/usr/assets/a.png', '/usr/assets/a.png'],
        ['https://a.example.com/assets/a.png', 'https://a.example.com/assets/a.png'],
    ])('%s is read at %s', (path, expected) => {
        expect(lean.locate(path)).toBe(expected);
        expect(standard.locate(path)).toBe(path);
    });

    it.each([
        ['assets/main/index.js', 'assets/main/index.js'],
        [`${root}assets/main/native/plugin.js`, 'assets/main/native/plugin.js'],
        ['src/chunks/bundle.js', 'src/chunks/bundle.js'],
        ['subpackages/sub/native/plugin.js', '../../subpackages/sub/native/plugin.js'],
        ['own.js', '../../own.js'],
    ])('the script %s is required as %s', (path, expected) => {
        expect(lean.locateScript(path)).toBe(expected);
        if (!path.startsWith(root)) expect(standard.locateScript(path)).toBe(path);
    });
});
