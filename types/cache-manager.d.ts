// Generated from source/runtime/engine-adapter/cache/game-members.ts by `npm run generate`. Do not edit.
declare module 'cc' {
    export namespace AssetManager {
        /** Figures of the cache since the start of the session, but `files`, `bytes` and `quotaBytes`, which are of this moment. */
        export interface CacheStatistics {
            readonly files: number;
            /** All the cache has on disk: files, copies under way, files still to be deleted, its index. */
            readonly bytes: number;
            /** The most it may use; Infinity until it is set or the phone's quota has been met. */
            readonly quotaBytes: number;
            readonly hits: number;
            readonly misses: number;
            readonly stored: number;
            /** Copies that failed or found no room. The loads they belonged to did not fail. */
            readonly dropped: number;
            readonly evicted: number;
            readonly evictedBytes: number;
            /** Files on disk that no index knew, deleted. */
            readonly swept: number;
            /** Copies waiting or under way. */
            readonly queued: number;
        }

        /** What the cache tells of, by the type of the event. */
        export interface CacheEvents {
            /** Files were removed to make room. */
            evicted: { readonly urls: readonly string[]; readonly bytes: number };
            /** A file was not cached because nothing more may be removed. Its load did not fail. */
            full: { readonly url: string; readonly bytes: number };
        }

        /** A table by address, as far as games may read it; it is the engine's `AssetManager.Cache`. */
        export interface CacheTable<Value> {
            readonly count: number;
            get(url: string): Value | null | undefined;
            has(url: string): boolean;
            forEach(visit: (value: Value, url: string) => void): void;
        }

        /** Where a file is fetched from. */
        export interface DownloadSource {
            /** Default: the address that was asked for. */
            readonly url?: string;
            /** Sent beside the header of the load's own options. */
            readonly header?: Readonly<Record<string, string>>;
        }

        /**
         * Says where a file is to be fetched from, at once or by a promise; nothing for the address itself.
         * @param url the address of the file
         * @param failures how often this download has failed: a fallback server may depend on it
         */
        export type ResolveDownload = (
            url: string, failures: number,
        ) => DownloadSource | string | null | undefined | void | Promise<DownloadSource | string | null | undefined | void>;

        /** Paths are local; urls are the addresses files were fetched from, with the server, the bundle and the md5. */
        export interface AlipayCacheMembers {
            /** `'2.0'`: the generation of cache managers whose members these are. */
            readonly version: string;
            /** This session's downloads that are not in the cache: url to temporary path. The phone may delete them at any time. */
            readonly tempFiles: CacheTable<string>;
            /**
             * Caches a file in the background; a failure is only counted (`stats().dropped`).
             * @param path a local file with `isCopy`, else the address to download from
             * @param cacheEnabled whether to cache it at all; undefined: as `cacheManager.cacheEnabled` says
             * @param bundle the bundle it belongs to, '' for none
             */
            cacheFile(url: string, path: string, cacheEnabled: boolean | undefined, bundle: string, isCopy?: boolean): void;
            /** Makes a folder in the cache's own, for old code. The cache needs none; what a game puts there is deleted at the next start. */
            makeBundleFolder(name: string): void;
            /** Unpacks a zip into the cache, which holds it for this session. `path` is the text to put before an entry's name. */
            unzipAndCacheBundle(url: string, zipPath: string, bundle: string, done?: (error: Error | null, path?: string) => void): void;
            /** Never evicts the file of this url in this session, cached already or later; `pinned` false lets it go again. */
            pin(url: string, pinned?: boolean): void;
            /**
             * The game's own, asked before each try of a download: signed addresses, headers, a fallback server. The cache knows
             * the file by its own address all the same, and verifies it as always.
             */
            resolveDownload?: ResolveDownload | null | undefined;
            stats(): CacheStatistics;
            on<Type extends keyof CacheEvents>(type: Type, listener: (event: CacheEvents[Type]) => void): void;
            off<Type extends keyof CacheEvents>(type: Type, listener: (event: CacheEvents[Type]) => void): void;
        }

        /** The extension's own: optional, since other platforms' cache managers lack them. Write `cacheManager?.pin?.(url)`. */
        export interface CacheManager extends Partial<AlipayCacheMembers> {}
    }
}
