import { makeFolder, type FileHost } from '../../my/files';
import { extensionOf } from '../loading/addresses';
import type { AssetCache, CacheEntry, CacheSettings } from './contract';
import type { AlipayCacheMembers, CacheTable } from './game-members';

/** The engine's `AssetManager.Cache` as far as it is used here. */
export interface Table<Value> extends CacheTable<Value> {
    add(key: string, value: Value): unknown;
    remove(key: string): unknown;
}

export interface CacheManagerSetup {
    readonly my: FileHost;
    readonly cache: AssetCache;
    /** The cache's folder. */
    readonly folder: string;
    /** The table that `cache` was given as `listed`. */
    readonly cachedFiles: Table<CacheEntry>;
    /** Downloads that are not in the cache: url to temporary path. */
    readonly tempFiles: Table<string>;
    /** Brings a file to a temporary path; for `cacheFile` of a file that is not local. */
    download(url: string): Promise<string>;
}

/**
 * `assetManager.cacheManager` as games know it: what the engine declares (`AssetManager.CacheManager`), with the
 * meanings of its mini-game cache managers, and what those have undeclared and we add.
 */
export interface PublicCacheManager extends CacheSettings, AlipayCacheMembers {
    readonly cacheDir: string;
    /** Whether files are cached that do not say so themselves. Default true. */
    cacheEnabled: boolean;
    readonly cachedFiles: CacheTable<CacheEntry>;
    /** The path of a cached file, '' when it is not cached. */
    getCache(url: string): string;
    /** The path of a download of this session, '' when there is none. */
    getTemp(url: string): string;
    removeCache(url: string): void;
    clearCache(): void;
    /** Evicts the third of the cache that was not used for longest. */
    clearLRU(): void;
}

export function createCacheManager({ my, cache, folder, cachedFiles, tempFiles, download }: CacheManagerSetup): PublicCacheManager {
    // The settings object itself becomes the manager, so that what a game sets is what the cache reads.
    const manager: PublicCacheManager = Object.assign(cache.settings, {
        version: '2.0',
        cacheDir: folder,
        cacheEnabled: true,
        cachedFiles,
        tempFiles,
        getCache: (url: string) => (cache.peek(url) || { path: '' }).path,
        getTemp: (url: string) => tempFiles.get(url) || '',
        cacheFile(url: string, path: string, enabled: boolean | undefined, bundle: string, isCopy?: boolean) {
            if (enabled === undefined ? !manager.cacheEnabled : !enabled) return;
            const store = (source: string): void => cache.store(url, source, { bundle, extension: extensionOf(url) });
            if (isCopy) store(path);
            else download(path).then(store, () => undefined);
        },
        removeCache: cache.forget,
        clearCache: () => { void cache.clear(); },
        clearLRU: () => { cache.evict(cache.statistics().bytes / 3); },
        makeBundleFolder: (name: string) => { makeFolder(my, `${folder}/${name}`).catch(() => undefined); },
        unzipAndCacheBundle(url: string, zipPath: string, bundle: string, done?: (error: Error | null, path?: string) => void) {
            cache.unzip(url, zipPath, bundle).then(({ path }) => done && done(null, path), (error: Error) => done && done(error));
        },
        pin: (url: string, pinned = true) => { cache.pins[pinned ? 'add' : 'delete'](url); },
        resolveDownload: null,
        stats: cache.statistics,
        on: cache.on,
        off: cache.off,
    });
    return manager;
}
