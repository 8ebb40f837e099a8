import type { HostError } from '../../my/errors';
import { downloadFile } from '../../my/download';
import type { Timers } from '../../my/files';
import type { Host } from '../../my/host';
import type { AssetCache } from '../cache';
import type { PublicCacheManager } from '../cache/cache-manager';
import type { Downloader, LoadOptions } from '../engine';
import { retry } from './retry';
import { verifyDownload, type ExpectedFile } from './verify';

export interface AssetFilesSetup {
    readonly my: Host & Required<Pick<Host, 'getFileSystemManager'>>;
    readonly timers: Timers;
    readonly cache: AssetCache;
    /** Its `tempFiles` are this session's downloads: temporary files, which the host may delete at any time. */
    readonly session: Pick<PublicCacheManager, 'cacheEnabled' | 'tempFiles'>;
    readonly downloader: Downloader;
    /** Milliseconds one download may take. */
    readonly timeout?: number | undefined;
    /** The name of the loaded bundle an address belongs to; '' when none. */
    bundleOf(url: string): string;
    expectedOf(url: string): ExpectedFile | undefined;
}

/** Reads or decodes a local file. `bytes` is the length it must have, where that is known. */
export type UseFile<Value> = (path: string, bytes?: number) => Promise<Value>;

/** Gives every asset as a local file, whatever its address. */
export interface AssetFiles {
    /**
     * Runs `use` on a local file with the address's content: of the package, the cache, this session's downloads, or
     * downloaded now, verified and cached. A copy that is gone or that `use` rejects is fetched again, once.
     * Rejects with what `use` threw, or with a `HostError` that names the address.
     */
    open<Value>(url: string, options: LoadOptions, use: UseFile<Value>): Promise<Value>;
    /** The same for a path that `open` gave earlier: by now the file may have moved into the cache, or be gone. */
    reopen<Value>(path: string, options: LoadOptions, use: UseFile<Value>): Promise<Value>;
    /** Whether the file can be had without the network, as far as is known. */
    isLocal(url: string): boolean;
    /** The next `open` fetches it anew. */
    drop(url: string): void;
}

export function isRemote(url: string): boolean {
    return /^https?:/.test(url);
}

/** `.png` of `https://host/a.b/c.png?d`; '' when there is none. */
export function extensionOf(url: string): string {
    return (/\.[^./?#]+(?=[?#]|$)/.exec(url) || [''])[0];
}

/** Hosts disagree whether a path of the package starts with a slash (platform facts 3.4). */
async function openLocal<Value>(path: string, use: UseFile<Value>): Promise<Value> {
    try {
        return await use(path);
    } catch (error) {
        if (/^\/|:/.test(path)) throw error;
        return use('/' + path).catch(() => { throw error; });
    }
}

export function createAssetFiles(setup: AssetFilesSetup): AssetFiles {
    const { my, timers, cache, session, downloader, expectedOf, bundleOf } = setup;
    const { tempFiles } = session;
    /** Local path -> address, to find the file again. */
    const origins = new Map<string, string>();

    function find(url: string): { readonly path: string; readonly bytes?: number } | undefined {
        const path = tempFiles.get(url);
        return cache.find(url) || (path ? { path } : undefined);
    }

    function drop(url: string): void {
        tempFiles.remove(url);
        cache.forget(url);
    }

    async function fetch(url: string, { header, onFileProgress, maxRetryCount, retries = maxRetryCount }: LoadOptions): Promise<string> {
        const rule = { times: (retries === undefined ? downloader.maxRetryCount : retries) as number, interval: downloader.retryInterval };
        const path = await retry(async () => {
            const path = await downloadFile(my, url, { header, onProgress: onFileProgress, timeout: setup.timeout }, timers);
            await verifyDownload(my, path, url, expectedOf(url));
            return path;
        }, rule, timers);
        tempFiles.add(url, path);
        return path;
    }

    function keep(url: string, path: string, { cacheEnabled }: LoadOptions): void {
        const bundle = bundleOf(url);
        if (cacheEnabled === undefined ? bundle && session.cacheEnabled : cacheEnabled) {
            cache.store(url, path, { bundle, extension: extensionOf(url), bytes: (expectedOf(url) || { bytes: undefined }).bytes });
        }
    }

    async function open<Value>(url: string, options: LoadOptions, use: UseFile<Value>): Promise<Value> {
        if (!isRemote(url)) return openLocal(url, use);
        await cache.start();
        let { reload } = options;
        for (let again = true; ; again = false) {
            const hit = reload ? undefined : find(url);
            const path = hit ? hit.path : await fetch(url, options);
            const release = cache.hold(url);
            origins.set(path, url);
            try {
                const value = await use(path, hit && hit.bytes);
                if (!hit) keep(url, path, options);
                return value;
            } catch (error) {
                drop(url);
                if (!again || !hit && (error as HostError).kind !== 'not-found') throw error;
                reload = true;
            } finally {
                release();
            }
        }
    }

    return {
        open,
        reopen: (path, options, use) => open(origins.get(path) || path, Object.assign({}, options, { reload: false }), use),
        isLocal: (url) => !isRemote(url) || !!(tempFiles.get(url) || cache.peek(url)),
        drop,
    };
}
