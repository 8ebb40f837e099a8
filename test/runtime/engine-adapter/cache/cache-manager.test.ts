import { describe, expect, it } from 'vitest';
import { createCacheManager, type CacheEntry, type PublicCacheManager } from '../../../../source/runtime/engine-adapter/cache';
import type { HostSetup } from '../../../../source/simulator/model';
import { loadAll, url, zipPath, zipUrl } from './scenarios';
import { filesIn, folder, openSession, type Session } from './session';

async function managed(host: HostSetup = {}): Promise<{ session: Session; manager: PublicCacheManager; temps: Map<string, string> }> {
    const session = openSession({ host });
    await session.clock.until(session.cache.start());
    const temps = new Map<string, string>();
    const table = <Value>(values: Map<string, Value>) => ({
        get count() { return values.size; },
        add: (key: string, value: Value) => values.set(key, value),
        remove: (key: string) => values.delete(key),
        get: (key: string) => values.get(key),
        has: (key: string) => values.has(key),
        forEach: (visit: (value: Value, key: string) => void) => { values.forEach(visit); },
    });
    const manager = createCacheManager({
        my: session.host.my, cache: session.cache, folder, cachedFiles: table<CacheEntry>(session.listed), tempFiles: table(temps),
        download: async (address) => {
            if (!session.server.has(address)) throw new Error(`no ${address}`);
            return session.download(address);
        },
    });
    return { session, manager, temps };
}

describe('assetManager.cacheManager', () => {
    it('has the members games know', async () => {
        const { manager } = await managed();
        expect(manager).toMatchObject({ cacheDir: folder, cacheEnabled: true, autoClear: true, cacheInterval: 0, deleteInterval: 0, version: '2.0' });
    });

    it('what a game sets is what the cache does', async () => {
        const { session, manager } = await managed();
        manager.cacheInterval = 70;
        manager.deleteInterval = 80;
        manager.autoClear = false;
        expect(session.cache.settings).toMatchObject({ cacheInterval: 70, deleteInterval: 80, autoClear: false });
    });

    it('getCache and getTemp give paths, or the empty text', async () => {
        const { session, manager, temps } = await managed();
        await session.clock.until(loadAll(session, [1], 10));
        await session.rest();
        temps.set(url(2), '/tmp/alipay/2.other');
        expect(manager.getCache(url(1))).toBe(session.cache.peek(url(1))?.path);
        expect(manager.getCache(url(2))).toBe('');
        expect(manager.getTemp(url(2))).toBe('/tmp/alipay/2.other');
        expect(manager.getTemp(url(1))).toBe('');
        expect(manager.cachedFiles.get(url(1))).toMatchObject({ bundle: 'main', url: manager.getCache(url(1)), lastTime: expect.any(Number) as number });
    });

    it('cacheFile copies a local file, downloads another, and heeds cacheEnabled', async () => {
        const { session, manager } = await managed();
        for (const name of ['local', 'remote', 'forbidden', 'silent']) session.server.set(`${url(name)}?v=1`, name);
        manager.cacheFile(`${url('local')}?v=1`, session.download(`${url('local')}?v=1`), true, 'main', true);
        manager.cacheFile(`${url('remote')}?v=1`, `${url('remote')}?v=1`, undefined, 'main');
        manager.cacheFile(`${url('forbidden')}?v=1`, session.download(`${url('forbidden')}?v=1`), false, 'main', true);
        manager.cacheFile(url('missing'), url('missing'), true, 'main');
        manager.cacheEnabled = false;
        manager.cacheFile(`${url('silent')}?v=1`, session.download(`${url('silent')}?v=1`), undefined, 'main', true);
        await session.rest();
        expect([...session.listed.keys()].sort()).toEqual([`${url('local')}?v=1`, `${url('remote')}?v=1`]);
        expect(manager.getCache(`${url('local')}?v=1`)).toMatch(/\.bin$/);
    });

    it('removeCache, clearLRU and clearCache remove one, the oldest third and all', async () => {
        const { session, manager } = await managed();
        await session.clock.until(loadAll(session, [...Array(30).keys()], 1000));
        await session.rest();
        await session.clock.advance(60_000);
        manager.removeCache(url(29));
        expect(manager.getCache(url(29))).toBe('');
        manager.pin(url(0));
        manager.clearLRU();
        await session.rest();
        expect(manager.stats().files).toBeGreaterThan(16);
        expect(manager.stats().files).toBeLessThan(20);
        expect(manager.getCache(url(0))).not.toBe('');
        manager.pin(url(0), false);
        session.cache.evict(1);
        expect(manager.getCache(url(0))).toBe('');
        manager.clearCache();
        await session.rest();
        expect(session.listed.size).toBe(0);
        expect(filesIn(session.host.disk).filter((name) => name.startsWith('c-'))).toEqual([]);
    });

    it('tells of evictions', async () => {
        const { session, manager } = await managed();
        await session.clock.until(loadAll(session, [1], 100));
        await session.rest();
        await session.clock.advance(60_000);
        const seen: unknown[] = [];
        const listener = (event: unknown): void => { seen.push(event); };
        manager.on('evicted', listener);
        manager.clearLRU();
        manager.off('evicted', listener);
        expect(seen).toEqual([{ urls: [url(1)], bytes: 100 }]);
    });

    it('makeBundleFolder makes a folder, unzipAndCacheBundle unpacks, and failures come to the callback', async () => {
        const { session, manager } = await managed();
        manager.makeBundleFolder('levels');
        await session.rest();
        expect(session.host.disk.find(`${folder}/levels`)?.kind).toBe('directory');
        const path = await session.clock.until(new Promise<string>((resolve, reject) => {
            manager.unzipAndCacheBundle(zipUrl, zipPath(session), 'levels', (error, unpacked) => (error ? reject(error) : resolve(unpacked as string)));
        }));
        expect(session.host.disk.read(`${path}res/config.json`)).toBeDefined();
        expect(manager.getCache(zipUrl)).toBe(path);
        const failure = await session.clock.until(new Promise((resolve) => { manager.unzipAndCacheBundle(url('x.zip'), '/tmp/alipay/no.other', '', resolve); }));
        expect(failure).toMatchObject({ kind: 'not-found' });
        manager.unzipAndCacheBundle(url('y.zip'), '/tmp/alipay/no.other', '');
        manager.unzipAndCacheBundle(url('z.zip'), zipPath(session), '');
        await session.rest();
        expect(manager.getCache(url('z.zip'))).not.toBe('');
    });
});
