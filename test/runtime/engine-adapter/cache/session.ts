import { createAssetCache, type AssetCache, type AssetCacheSetup, type CacheEntry } from '../../../../source/runtime/engine-adapter/cache';
import { unpackedBytes } from '../../../../source/runtime/engine-adapter/cache/zip-size';
import { readBytes, within, type Timers } from '../../../../source/runtime/my/files';
import { createAlipayHost, createVirtualClock, userDataPath, type AlipayHost, type HostDisk, type HostSetup, type VirtualClock } from '../../../../source/simulator/model';

export const folder = `${userDataPath}/gamecaches`;

/** The same folder as the game names it: some hosts write user data as an address. */
function folderAsTold({ my }: AlipayHost): string {
    return `${my.env!.USER_DATA_PATH}/gamecaches`;
}

/** Where on the disk a path of the cache lies. */
export function onDisk(host: AlipayHost, path: string): string {
    return path.replace(folderAsTold(host), folder);
}

/** What the resource server serves: by url, a text of one-byte characters. */
export type Server = Map<string, string>;

export interface Session {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    readonly cache: AssetCache;
    readonly server: Server;
    /** The public table, as the engine's `Cache` would hold it. */
    readonly listed: Map<string, CacheEntry>;
    /** Loads as the engine-adapter does: from the cache, and when that fails, from the network into the cache. */
    load(url: string): Promise<string>;
    /** A download of the url: a temp file. */
    download(url: string): string;
    /** Resolves when the clock has gone on so far; somebody else must advance it. */
    wait(ms: number): Promise<void>;
    /** Lets time pass until nothing is copied or written any more. */
    rest(): Promise<void>;
    /** The same player's next session, on the same phone; ends this one. */
    restart(changes?: Partial<AssetCacheSetup>, host?: HostSetup): Session;
}

/** A game's session with a cache on the host model. Started by the caller: `await clock.until(cache.start())`. */
export function openSession(setup: { host?: HostSetup; server?: Server; cache?: Partial<AssetCacheSetup>; clock?: VirtualClock } = {}): Session {
    const clock = setup.clock ?? createVirtualClock();
    const host = createAlipayHost({ latencyMs: { files: 2 }, ...setup.host, clock });
    return sessionOn(host, clock, setup.server ?? new Map(), setup.cache ?? {});
}

export function sessionOn(host: AlipayHost, clock: VirtualClock, server: Server, changes: Partial<AssetCacheSetup>): Session {
    const timers = host.globals as unknown as Timers;
    const listed = new Map<string, CacheEntry>();
    const cache = createAssetCache({
        my: host.my, timers, folder: folderAsTold(host), now: () => clock.wallTime(), unpackedBytes,
        listed: { add: (url, entry) => listed.set(url, entry), remove: (url) => listed.delete(url) },
        ...changes,
    });
    const download = (url: string): string => {
        const path = host.disk.createTempPath('.other');
        host.disk.write(path, server.get(url) ?? '');
        return path;
    };
    return {
        host, clock, cache, server, listed, download,
        async load(url) {
            const hit = cache.find(url);
            if (hit) {
                const release = cache.hold(url);
                const bytes = await within(readBytes(host.my, hit.path), 5000, timers, 'readFile').catch(() => undefined);
                release();
                if (bytes && bytes.byteLength === hit.bytes) return Buffer.from(bytes).toString('latin1');
                cache.forget(url);
            }
            cache.store(url, download(url), { bundle: 'main', extension: '.bin' });
            return server.get(url) as string;
        },
        wait: (ms) => new Promise((resolve) => { timers.setTimeout(resolve, ms); }),
        async rest() {
            await clock.advance(100);
            while (host.alive && cache.statistics().queued > 0) await clock.advance(1000);
            if (host.alive) await clock.until(cache.flush()).catch((error: unknown) => { if (host.alive) throw error; });
            await clock.advance(100);
        },
        restart(next = {}, hostChanges = {}) {
            return sessionOn(host.restart(hostChanges), clock, server, { ...changes, ...next });
        },
    };
}

/** Paths below the cache's folder, relative to it, sorted. */
export function filesIn(disk: HostDisk): string[] {
    return disk.list(folder).map((path) => path.slice(folder.length + 1)).sort();
}

/** A text of `length` bytes that no other url or version has. */
export function contentOf(url: string, version: number, length: number): string {
    return `${url}#${version}|`.padEnd(length, '.').slice(0, Math.max(length, 0));
}
