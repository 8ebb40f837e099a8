// Data of one version with a script of another, and bundles that the package has no script of.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildBundle, serveBundle, server, startGame, type GameSetup } from './game';

const uuid = '44aaaaaa-0000-4000-8000-000000000001';
const bundleOf = (n: number, name = 'shop', more: object = {}) => {
    const bundle = buildBundle(name, [{ uuid, data: { n } }], { listed: false });
    const config = `config.${bundle.version}.json`;
    bundle.files[config] = JSON.stringify({ ...bundle.config, ...more });
    return bundle;
};
const missing = (file: string) => (): never => { throw new Error(`Cannot find module './${file}'`); };
/** A package with these scripts alone. */
const scriptsOf = (...files: string[]): NonNullable<GameSetup['scripts']> => Object.fromEntries(files.map((file) => [file, () => undefined]));

afterEach(() => { vi.restoreAllMocks(); });

describe('a version that the game names is that of the data', () => {
    const old = bundleOf(1);
    const update = bundleOf(2);
    const script = `src/bundle-scripts/shop/index.${old.version}.js`;
    const start = (settings: object = {}) => {
        const game = startGame({
            settings: { remoteBundles: ['shop'], bundleVers: { shop: old.version } }, scripts: scriptsOf(script),
            engine: { settings: { assets: { server, remoteBundles: ['shop'], bundleVers: { shop: old.version } }, ...settings } },
        });
        serveBundle(game.host, { ...update, files: { ...old.files, ...update.files } });
        return game;
    };

    it('the script is the package\'s own', async () => {
        const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
        const game = start();
        await game.loadBundle('shop', { version: update.version });
        expect(game.ran).toEqual([script]);
        expect(await game.load(uuid)).toMatchObject({ data: { n: 2 } });
        expect(log).not.toHaveBeenCalled();
    });

    it('a debug build says so', async () => {
        const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
        const game = start({ engine: { debug: true } });
        await game.loadBundle('shop', { version: update.version });
        expect(String(log.mock.calls)).toMatch(new RegExp(`shop.*${update.version}.*${old.version}`));
        log.mockClear();
        const next = start({ engine: { debug: true } });
        await next.loadBundle('shop');
        expect(log).not.toHaveBeenCalled();
    });

    it('a build without md5 names has the script without one', async () => {
        const game = startGame({ settings: { remoteBundles: ['shop'] }, scripts: scriptsOf('src/bundle-scripts/shop/index.js') });
        serveBundle(game.host, update);
        await game.loadBundle('shop', { version: update.version });
        expect(game.ran).toEqual(['src/bundle-scripts/shop/index.js']);
        expect(await game.load(uuid)).toMatchObject({ data: { n: 2 } });
    });
});

describe('a bundle without a script in the package', () => {
    const address = 'https://other.example/x';
    const data = bundleOf(5, 'x');
    const withScript = bundleOf(5, 'x', { hasPreloadScript: true });

    /** A game with a real SystemJS, as `game.js` starts it, in its scope. */
    function start(setup: GameSetup = {}) {
        const game = startGame({ scripts: {}, ...setup });
        const scope = createContext({ console, setTimeout, Promise, Error, document: undefined }) as Record<string, unknown> & { System: { import(name: string): Promise<unknown> } };
        scope['self'] = scope['window'] = scope['global'] = scope;
        const distribution = path.join(path.dirname(require.resolve('systemjs/package.json')), 'dist');
        for (const file of ['system.js', 'extras/named-register.js']) runInContext(readFileSync(path.join(distribution, file), 'utf8'), scope);
        game.scope['System'] = scope.System;
        return { game, System: scope.System };
    }

    it('is a bundle of data when it is from elsewhere: it loads, and the engine can import the module of its scripts', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const { game, System } = start();
        game.host.network.serve(`${address}/`, data.files);
        expect((await game.loadBundle(address, { version: data.version })).base).toBe(`${address}/`);
        expect(await game.load(uuid)).toMatchObject({ data: { n: 5 } });
        await expect(System.import('virtual:///prerequisite-imports/x')).resolves.toBeDefined();
        expect(warn).not.toHaveBeenCalled();
    });

    it('whose config names a script loads as well, and a warning says which file the package would need', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const { game, System } = start();
        game.host.network.serve(`${address}/`, withScript.files);
        await game.loadBundle(address, { version: withScript.version });
        await expect(System.import('virtual:///prerequisite-imports/x')).resolves.toBeDefined();
        expect(warn).toHaveBeenCalledTimes(1);
        expect(String(warn.mock.calls)).toContain(`src/bundle-scripts/x/index.${withScript.version}.js`);
    });

    it('of this build fails at once, with what to do', async () => {
        const { game } = start({ settings: { remoteBundles: ['far'], bundleVers: { far: 'abcde' } } });
        const before = game.clock.now();
        await expect(game.loadBundle('far')).rejects.toThrow(/far.*src\/bundle-scripts\/far\/index\.abcde\.js.*not in the package.*重新构建/);
        await expect(game.loadBundle('near')).rejects.toThrow(/near.*assets\/near\/index\.js.*not in the package/);
        expect(game.clock.now() - before).toBeLessThan(200);
    });

    it.each([
        ['Error: module "src/bundle-scripts/x/index.js" is not defined'], ['Cannot find module \'../../src/bundle-scripts/x/index.js\''], ['no such file: /src/bundle-scripts/x/index.js'],
    ])('is known in the words of other hosts, too: %s', async (words) => {
        const { game } = start({ scripts: { 'src/bundle-scripts/x/index.js': () => { throw new Error(words); } } });
        const plain = buildBundle('x', [{ uuid, data: { n: 6 } }], { hashed: false, listed: false });
        game.host.network.serve(`${address}/`, plain.files);
        await game.loadBundle(address);
        expect(await game.load(uuid)).toMatchObject({ data: { n: 6 } });
    });

    it.each([
        [() => { throw new TypeError('Cannot read properties of undefined'); }, 'Cannot read properties'],
        [missing('src/chunks/lost.js'), 'lost.js'],
    ])('is not one whose script throws: that error is told as it is', async (script, said) => {
        const { game } = start({ scripts: { [`src/bundle-scripts/x/index.${data.version}.js`]: script } });
        game.host.network.serve(`${address}/`, data.files);
        await expect(game.loadBundle(address, { version: data.version })).rejects.toThrow(said);
    });
});

describe('a bundle may be called anything', () => {
    it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'])('%s', async (name) => {
        for (const hashed of [false, true]) {
            const bundle = buildBundle(name, [{ uuid, data: { n: 1 } }], { hashed });
            const near = Object.fromEntries(Object.entries(bundle.files).map(([file, data]) => [`assets/${name}/${file}`, data]));
            const bundleVers = hashed ? JSON.parse(`{"${name}":"${bundle.version}"}`) as Record<string, string> : {};
            const script = hashed ? `index.${bundle.version}.js` : 'index.js';
            const game = startGame({ host: { packageFiles: near }, settings: { bundleVers } });
            await game.loadBundle(name);
            expect(game.ran).toEqual([`assets/${name}/${script}`]);
            expect(await game.load(uuid)).toMatchObject({ data: { n: 1 } });
            const remote = startGame({ settings: { bundleVers, remoteBundles: [name] } });
            serveBundle(remote.host, bundle);
            await remote.loadBundle(name);
            expect(remote.ran).toEqual([`src/bundle-scripts/${name}/${script}`]);
            expect(await remote.load(uuid)).toMatchObject({ data: { n: 1 } });
        }
    });
});
