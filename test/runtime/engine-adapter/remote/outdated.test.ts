// Files that a new version of a bundle no longer has leave the cache.
import { describe, expect, it } from 'vitest';
import { buildBundle, serveBundle, server, startGame, type BundleFiles, type Game } from '../game';

const uuidOf = (index: number): string => `44aaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
/** 38 assets, with five that are different in each version: with config and list the cache has 40 files. */
const versionOf = (n: number, hashed = true): BundleFiles => buildBundle('far', Array.from({ length: 38 }, (_, index) => ({ uuid: uuidOf(index), data: { index, n: index < 5 ? n : 0 } })), { hashed });
const uuids = Array.from({ length: 38 }, (_, index) => uuidOf(index));

async function play(game: Game, version: string): Promise<void> {
    await game.loadBundle('far', { version });
    await game.load(uuids);
    await game.settle();
}

const start = (...versions: BundleFiles[]): Game => {
    const game = startGame({ settings: { remoteBundles: ['far'] } });
    serveBundle(game.host, { ...versions[0]!, files: Object.assign({}, ...versions.map(({ files }) => files)) as BundleFiles['files'] });
    return game;
};
/** Files of the cache, on the disk too: what is in its folder but its index. */
const counts = (game: Game): [number, number] => [game.manager.stats().files, game.host.disk.list(game.manager.cacheDir).filter((file) => !/index-\d$/.test(file)).length];
/** Longer than the game may take to load a second version. */
const later = (game: Game): Promise<void> => game.clock.advance(15_000);

describe('a new version of a remote bundle', () => {
    it('lets the files go that it no longer has: 40, and not 47', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        const game = start(one, two);
        await play(game, one.version);
        await later(game);
        expect(counts(game)).toEqual([40, 40]);
        const next = game.restart();
        await play(next, two.version);
        expect(counts(next)).toEqual([47, 47]);
        await later(next);
        expect(counts(next)).toEqual([40, 40]);
        expect(next.manager.getCache(`${server}remote/far/${one.pathOf(uuidOf(0))}`)).toBe('');
        const last = next.restart();
        last.host.network.change({ online: false });
        await play(last, two.version);
        await later(last);
        expect(counts(last)).toEqual([40, 40]);
        expect(last.manager.stats().evicted).toBe(0);
    });

    it('leaves those of an old one that was loaded in the same session, until the next', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        const game = start(one, two);
        await play(game, one.version);
        await game.clock.advance(5_000);
        game.cc.assetManager.removeBundle(game.cc.assetManager.getBundle('far')!);
        game.cc.assetManager.assets.clear();
        await play(game, two.version);
        await later(game);
        expect(counts(game)[0]).toBe(47);
        const next = game.restart();
        await play(next, two.version);
        await later(next);
        expect(counts(next)).toEqual([40, 40]);
    });

    it('a game that loads the old one first at each start keeps both: nothing is fetched twice', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        let game = start(one, two);
        for (let session = 0; session < 3; session++) {
            await play(game, one.version);
            game.cc.assetManager.removeBundle(game.cc.assetManager.getBundle('far')!);
            game.cc.assetManager.assets.clear();
            await play(game, two.version);
            await later(game);
            game = game.restart();
        }
        expect(game.requests(one.pathOf(uuidOf(0)))).toBe(1);
        expect(game.requests(two.pathOf(uuidOf(0)))).toBe(1);
    });

    it('leaves what is pinned, other bundles\' files and what the game keeps beside them', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        const game = start(one, two);
        game.host.network.serve(`${server}remote/far/other/`, { 'import/aa/a.json': '{}' });
        game.host.network.serve(`${server}remote/far/own/`, { 'table.json': '{}' });
        await play(game, one.version);
        const beside = [`${server}remote/far/other/import/aa/a.json`, `${server}remote/far/own/table.json`];
        for (const url of beside) await game.loadRemote(url, { cacheEnabled: true });
        await game.settle();
        const next = game.restart();
        const pinned = `${server}remote/far/${one.pathOf(uuidOf(1))}`;
        next.manager.pin(pinned);
        await play(next, two.version);
        await later(next);
        expect(counts(next)[0]).toBe(43);
        for (const url of [...beside, pinned]) expect(next.manager.getCache(url), url).not.toBe('');
    });

    it('takes nothing away while its list of files is not known', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        const game = start(one, two);
        await play(game, one.version);
        const next = game.restart();
        next.host.faults.add({ kind: 'fail', error: 12, at: 1, times: 99, api: ({ api, target }) => api === 'downloadFile' && /files\.\w+\.json/.test(target) });
        await play(next, two.version);
        await later(next);
        expect(counts(next)[0]).toBe(46);
    });

    it('without md5 names the files that are gone go, too', async () => {
        const before = versionOf(1, false);
        const game = startGame({ settings: { remoteBundles: ['far'] } });
        serveBundle(game.host, before);
        await play(game, '');
        const after = buildBundle('far', uuids.slice(0, 30).map((uuid, index) => ({ uuid, data: { index } })), { hashed: false });
        for (const file of Object.keys(before.files)) delete before.files[file];
        Object.assign(before.files, after.files);
        const next = game.restart();
        await next.loadBundle('far');
        await next.load(uuids.slice(0, 30));
        await next.settle();
        await later(next);
        expect(counts(next)).toEqual([32, 32]);
    });

    it('a kill at any file call on the way leaves a cache that is right, and the rest goes in the next session', async () => {
        const [one, two] = [versionOf(1), versionOf(2)];
        const first = start(one, two);
        await play(first, one.version);
        await later(first);
        for (let at = 1; at < 60; at += 4) {
            const game = first.restart({ host: { disk: first.host.disk.clone() } });
            await play(game, two.version);
            game.host.faults.add({ kind: 'kill', at, group: 'files', effect: at % 8 === 1 ? 'none' : 'whole' });
            await later(game);
            const next = game.restart();
            await play(next, two.version);
            await later(next);
            expect(counts(next), `killed at ${at}`).toEqual([40, 40]);
            expect(await next.load(uuids)).toHaveLength(38);
        }
    });
});
