// `cacheManager.resolveDownload`: the game's say in where a file is fetched from.
import { describe, expect, it } from 'vitest';
import { buildBundle, errorPage, serveBundle, server, startGame, type Game, type GameSetup } from '../game';

const uuid = '44aaaaaa-0000-4000-8000-000000000001';
const bundle = buildBundle('far', [{ uuid, data: { n: 1 } }]);
const spare = 'https://spare.example.com/';
const start = (setup: GameSetup = {}): Game => startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } }, ...setup });

describe('a download whose address the game resolves', () => {
    it('is signed, by a promise, with headers of the game\'s, and cached by its own address', async () => {
        const game = start();
        const key = (url: string): string => `${url}?key=secret`;
        game.host.network.route(server, ({ url, headers }) => {
            if (headers['x-player'] !== 'p1' || !url.endsWith('?key=secret')) return { status: 403, body: errorPage };
            return { body: bundle.files[url.slice(`${server}remote/far/`.length, -'?key=secret'.length)]! };
        });
        await expect(game.loadRemote(`${server}remote/far/config.${bundle.version}.json`, { maxRetryCount: 0 })).rejects.toThrow(/config/);
        game.manager.resolveDownload = async (url) => {
            await new Promise((resolve) => { (game.scope['setTimeout'] as (run: (value: unknown) => void, ms: number) => void)(resolve, 300); });
            return { url: key(url), header: { 'x-player': 'p1' } };
        };
        await game.loadBundle('far');
        expect(await game.load(uuid)).toMatchObject({ data: { n: 1 } });
        await game.settle();
        expect(game.manager.getCache(`${server}remote/far/${bundle.pathOf(uuid)}`)).not.toBe('');
        const next = game.restart();
        next.host.network.change({ online: false });
        await next.loadBundle('far');
        expect(await next.load(uuid)).toMatchObject({ data: { n: 1 } });
    });

    it('goes to another server after a failure', async () => {
        const game = start();
        game.host.network.serve(`${spare}remote/far/`, bundle.files);
        game.host.network.route(server, () => ({ status: 200, dropAfterBytes: 0 }));
        const asked: number[] = [];
        game.manager.resolveDownload = (url, failures) => {
            asked.push(failures);
            return failures ? url.replace(server, spare) : undefined;
        };
        await game.loadBundle('far');
        expect(await game.load(uuid)).toMatchObject({ data: { n: 1 } });
        expect(asked.filter((failures) => failures === 1).length).toBeGreaterThan(1);
    });

    it('adds headers to those of the load', async () => {
        const game = start();
        game.host.network.serve(server, { 'a.json': '{}' });
        game.manager.resolveDownload = () => ({ header: { 'x-b': '2' } });
        await game.loadRemote(`${server}a.json`, { header: { 'x-a': '1' } });
        expect(game.host.network.requests[0]!.headers).toMatchObject({ 'x-a': '1', 'x-b': '2' });
    });

    it('is verified as always', async () => {
        const game = start();
        serveBundle(game.host, bundle);
        await game.loadBundle('far');
        game.host.network.serve(spare, { 'a.json': '{"n":9}' });
        game.manager.resolveDownload = () => `${spare}a.json`;
        await expect(game.load(uuid)).rejects.toThrow(`${server}remote/far/${bundle.pathOf(uuid)}`);
    });

    it.each([
        ['throws', () => { throw new Error('no key yet'); }],
        ['rejects', () => Promise.reject(new Error('no key yet'))],
        ['never answers', () => new Promise<undefined>(() => undefined)],
    ])('is tried again when the game %s', async (_title, fail) => {
        const game = start({ options: { networkTimeout: { download: 2000 } } });
        game.host.network.serve(server, { 'a.json': '{"n":1}' });
        let calls = 0;
        game.manager.resolveDownload = () => (calls++ ? undefined : fail());
        expect(await game.loadRemote(`${server}a.json`)).toEqual({ n: 1 });
        expect(calls).toBe(2);
        game.manager.resolveDownload = fail;
        await expect(game.loadRemote(`${server}b.json`, { maxRetryCount: 1 })).rejects.toThrow(/b\.json/);
    });

    it('goes through a replaced fsUtils.downloadFile as well', async () => {
        const game = start();
        game.host.network.serve(spare, { 'a.json': '{"n":2}' });
        const seen: unknown[] = [];
        const { downloadFile } = game.fsUtils;
        game.fsUtils.downloadFile = (url, file, header, onProgress, done) => {
            seen.push(url, header);
            downloadFile(url, file, header, onProgress, done);
        };
        game.manager.resolveDownload = (url) => ({ url: url.replace(server, spare), header: { 'x-a': '1' } });
        expect(await game.loadRemote(`${server}a.json`)).toEqual({ n: 2 });
        expect(seen).toEqual([`${spare}a.json`, { 'x-a': '1' }]);
    });
});
