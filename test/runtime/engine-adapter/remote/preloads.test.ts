import { describe, expect, it } from 'vitest';
import { buildBundle, serveBundle, server, startGame, type Game, type GameSetup } from '../game';

const bundle = buildBundle('far', [{ uuid: 'aa11', data: { value: 1 } }]);
const plainBundle = buildBundle('far', [{ uuid: 'aa11', data: { value: 1 } }], { hashed: false });
const addressesOf = ({ version }: { version: string }): string[] => {
    const suffix = version && `${version}.`;
    return [`${server}remote/far/config.${suffix}json`, `${server}remote/far/files.${suffix}json`];
};
const withFar = (files: typeof bundle, more: GameSetup = {}): GameSetup => ({ settings: { remoteBundles: ['far'], bundleVers: { far: files.version } }, preload: addressesOf(files), ...more });
/** How often the config and the list were asked for. */
const asked = (game: Game): number[] => [game.requests(`config.${bundle.version}.json`), game.requests(`files.${bundle.version}.json`)];

describe('configs that come while the engine is evaluated', () => {
    it('are there when the engine asks, each downloaded once, verified and cached as always', async () => {
        const game = startGame(withFar(bundle));
        serveBundle(game.host, bundle);
        game.host.network.change({ latencyMs: 400 });
        // The engine is evaluated, which takes longer than the network.
        await game.clock.advance(1_000);
        expect(asked(game)).toEqual([1, 1]);
        const before = game.clock.now();
        expect((await game.loadBundle('far')).base).toBe(`${server}remote/far/`);
        expect(game.clock.now() - before).toBeLessThan(100);
        await game.settle();
        expect(asked(game)).toEqual([1, 1]);
        expect(game.manager.getCache(`${server}remote/far/config.${bundle.version}.json`)).not.toBe('');
        expect(await game.load('aa11')).toMatchObject({ data: { value: 1 } });
    });

    it('are waited for where the engine asks sooner', async () => {
        const game = startGame(withFar(bundle));
        serveBundle(game.host, bundle);
        game.host.network.change({ latencyMs: 400 });
        await game.loadBundle('far');
        expect(asked(game)).toEqual([1, 1]);
    });

    it('are not fetched where the cache has them', async () => {
        const game = startGame(withFar(bundle));
        serveBundle(game.host, bundle);
        await game.loadBundle('far');
        await game.settle();
        const again = game.restart();
        await again.clock.advance(1_000);
        await again.loadBundle('far');
        expect(asked(again)).toEqual([1, 1]);
    });

    it('without versions in their names are fetched at every start, once', async () => {
        const game = startGame(withFar(plainBundle));
        serveBundle(game.host, plainBundle);
        await game.loadBundle('far');
        await game.settle();
        expect([game.requests('config.json'), game.requests('files.json')]).toEqual([1, 1]);
        const again = game.restart();
        await again.loadBundle('far');
        expect([again.requests('config.json'), again.requests('files.json')]).toEqual([2, 2]);
    });

    it('that fail cost nothing: the engine\'s own way is as if they had never been tried', async () => {
        const game = startGame(withFar(bundle));
        game.host.network.change({ online: false });
        await game.clock.advance(1_000);
        game.host.network.change({ online: true });
        serveBundle(game.host, bundle);
        const before = game.clock.now();
        await game.loadBundle('far');
        expect(game.clock.now() - before).toBeLessThan(100);
    });

    it.each([
        ['an error page', '<html><body>404 Not Found</body></html>'],
        ['a torn file', '{"name":"far","uu'],
    ])('are verified: %s is not taken', async (_name, body) => {
        const game = startGame(withFar(bundle));
        let first = true;
        serveBundle(game.host, bundle);
        game.host.network.route(`${server}remote/far/config.`, () => {
            if (!first) return undefined;
            first = false;
            return { body };
        });
        await game.clock.advance(1_000);
        expect((await game.loadBundle('far')).name).toBe('far');
        expect(asked(game)).toEqual([2, 1]);
    });

    it('that the server never answers delay the engine no longer than its own download would', async () => {
        const game = startGame(withFar(bundle, { options: { networkTimeout: { download: 5_000 } } }));
        serveBundle(game.host, bundle);
        game.host.faults.add({ at: 1, api: 'downloadFile', times: 2, kind: 'never', effect: 'none' });
        await game.loadBundle('far');
        expect(game.clock.now()).toBeLessThan(10_500);
    });

    it('that nobody asks for change nothing', async () => {
        const game = startGame(withFar(bundle, { settings: {} }));
        serveBundle(game.host, bundle);
        await game.settle();
        expect(asked(game)).toEqual([1, 1]);
        expect(game.manager.cachedFiles.count).toBe(0);
    });
});
