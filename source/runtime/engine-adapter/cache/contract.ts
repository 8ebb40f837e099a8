import type { FileHost, Timers } from '../../my/files';
import type { CacheEvents, CacheStatistics } from './game-members';
import type { unpackedBytes } from './zip-size';

export type { CacheEvents, CacheStatistics };

/** A file the cache holds and vouches for: its length was checked when it was copied. */
export interface CachedFile {
    /** Where it lies. For an unpacked zip: the text to put before an entry's name, as in `path + 'res/import/…'`. */
    readonly path: string;
    /** Length in bytes. Whoever reads the file into memory compares, and calls `forget` when it differs. */
    readonly bytes: number;
    /** The bundle the file was stored for, '' when none. */
    readonly bundle: string;
}

/** What a caller knows about a file to be stored. */
export interface FileDescription {
    readonly bundle: string;
    /** With its dot, as in `.png`: the cached file's name ends so, because hosts choose decoders by it. */
    readonly extension: string;
    /** Length in bytes where known; else the host is asked. */
    readonly bytes?: number | undefined;
}

/** Settings a game may change at any time (`assetManager.cacheManager`). */
export interface CacheSettings {
    /** Whether files are evicted when the quota is met. Default true. */
    autoClear: boolean;
    /** Milliseconds each of the parallel copiers rests between two copies. Default 0. */
    cacheInterval: number;
    /** Milliseconds between two deletions of an eviction. Default 0. */
    deleteInterval: number;
}

export interface AssetCacheSetup {
    readonly my: FileHost;
    readonly timers: Timers;
    /** Milliseconds since 1970, for `lastTime`. */
    now(): number;
    /** The cache's own folder, without a slash at its end. Everything in it belongs to the cache. */
    readonly folder: string;
    /** Most bytes to use; when absent or 0 it is learned from the host's first quota error. */
    readonly quotaBytes?: number | undefined;
    /** The part of the quota freed beyond what is needed. Default 0.15. */
    readonly margin?: number | undefined;
    /** Copies a file, and unpacks a zip, as the host does unless given. */
    readonly copy?: ((from: string, to: string) => Promise<unknown>) | undefined;
    readonly unzip?: ((zip: string, folder: string) => Promise<unknown>) | undefined;
    /** `zip-size.ts`, which few games need. */
    readonly unpackedBytes: typeof unpackedBytes;
    /** Told of every file that enters and leaves, for the public table of cached files. */
    readonly listed?: { add(url: string, entry: CacheEntry): unknown; remove(url: string): unknown } | undefined;
}

/** One row of the public table `cachedFiles`: `url` is the local path, as in the engine's other cache managers. */
export interface CacheEntry {
    readonly bundle: string;
    readonly url: string;
    readonly lastTime: number;
}

/**
 * The crash-safe store of downloaded files. Every method but `start`, `unzip`, `clear` and `flush` returns at once;
 * none makes a synchronous file call; none fails a load.
 */
export interface AssetCache {
    readonly settings: CacheSettings;
    /** Urls whose files are never evicted, whether cached already or later. The game's own choice, for this session. */
    readonly pins: Set<string>;
    /** Reads the index. Idempotent: the first call's promise is returned again. Never rejects. `find` misses until then. */
    start(): Promise<void>;
    /** The cached file, from memory, or undefined. Counts as a use: the file becomes the last to be evicted. */
    find(url: string): CachedFile | undefined;
    /** Like `find`, but neither a use nor a hit or miss. */
    peek(url: string): CachedFile | undefined;
    /** Copies a file into the cache in the background. A newer `store` of the same url wins over an older one. */
    store(url: string, path: string, about: FileDescription): void;
    /** A hit proved wrong (missing, wrong length, does not decode): the url becomes a miss, its file is deleted. */
    forget(url: string): void;
    /** Removes files that no version in use has any more; held ones leave the disk when they are released. */
    outdate(urls: readonly string[]): void;
    /** While held, the file of this url is neither evicted nor deleted from disk. Returns the release; releasing twice is harmless. */
    hold(url: string): () => void;
    /**
     * Unpacks a zip into the cache, as one entry, and holds it (a loaded bundle's files are never evicted).
     * Rejects only when the host cannot unpack the file at all, with a `HostError`.
     */
    unzip(url: string, zipPath: string, bundle: string): Promise<CachedFile>;
    /** Evicts the least recently used files, at least `bytes` in all where that many may go. Returns the bytes freed. */
    evict(bytes: number): number;
    /** Removes everything, held files from the disk as soon as they are released. */
    clear(): Promise<void>;
    /** Writes access times and whatever else is not on disk yet. Called on hide. Never rejects. */
    flush(): Promise<void>;
    on<Type extends keyof CacheEvents>(type: Type, listener: (event: CacheEvents[Type]) => void): void;
    off<Type extends keyof CacheEvents>(type: Type, listener: (event: CacheEvents[Type]) => void): void;
    statistics(): CacheStatistics;
}
