import { downloadFile } from '../../my/download';
import type { HostError } from '../../my/errors';
import type { Timers } from '../../my/files';
import type { Host } from '../../my/host';
import type { AssetCache } from '../cache';
import type { PublicCacheManager } from '../cache/cache-manager';
import type { Engine, LoadOptions } from '../engine';
import { verifyDownload, type ExpectedFile } from './expected-files';

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
    /** What files have to be, by address; bundles fill it. */
    readonly expected: Map<string, ExpectedFile>;
}

export interface AssetFilesSetup {
    readonly my: Host & Required<Pick<Host, 'getFileSystemManager'>>;
    readonly timers: Timers;
    readonly cc: Engine;
    readonly cache: AssetCache;
    /** Its `tempFiles` are this session's downloads: temporary files, which the host may delete at any time. */
    readonly session: Pick<PublicCacheManager, 'cacheEnabled' | 'tempFiles'>;
    /** Milliseconds one download may take. */
    readonly timeout?: number | undefined;
}

export function isRemote(url: string): boolean {
    return /^https?:/.test(url);
}

/** `.png` of `https://host/a.b/c.png?d`; '' when there is none. */
export function extensionOf(url: string): string {
    return (/\.\w+(?=$|\?)/.exec(url) || [''])[0];
}

/** Hosts disagree whether a path of the package starts with a slash (platform facts 3.4). */
function openLocal<Value>(path: string, use: UseFile<Value>): Promise<Value> {
    return use(path).catch((error) => {
        if (/^\/|:/.test(path)) throw error;
        return use('/' + path).catch(() => { throw error; });
    });
}

/** Whether trying again may help: not after an answer that the server or the host will only repeat. */
function mayPass({ kind, code = 0 }: HostError): boolean {
    // 408 and 429 are passing states; 20 is Alipay's refusal of an address that is not https (platform facts 3.5).
    return kind !== 'bad-parameter' && code !== 20 && (code < 400 || code === 408 || code === 429 || code > 499);
}

export function createAssetFiles({ my, timers, cc: { assetManager }, cache, session, timeout }: AssetFilesSetup): AssetFiles {
    const { tempFiles } = session;
    /** Local path -> address, to find the file again. */
    const origins = new Map<string, string>();
    const expected = new Map<string, ExpectedFile>();

    const drop = (url: string): void => {
        tempFiles.remove(url);
        cache.forget(url);
    };

    /** With growing waits of ±50 % between the tries, so that many players do not come back at the same moment. */
    async function fetch(url: string, options: LoadOptions): Promise<string> {
        const { downloader } = assetManager;
        const { maxRetryCount = downloader.maxRetryCount, retries = maxRetryCount } = options;
        for (let failures = 0; ; failures++) {
            try {
                const path = await downloadFile(my, url, Object.assign({ timeout }, options), timers);
                await verifyDownload(my, path, url, expected.get(url));
                tempFiles.add(url, path);
                return path;
            } catch (error) {
                if (failures >= retries || !mayPass(error as HostError)) throw error;
                await new Promise<void>((resolve) => timers.setTimeout(resolve, downloader.retryInterval / 4 * (1 << failures) * (0.5 + Math.random())));
            }
        }
    }

    function keep(url: string, path: string, { cacheEnabled }: LoadOptions): void {
        let name = '';
        assetManager.bundles.forEach((bundle) => { if (url.indexOf(bundle.base) === 0) name = bundle.name; });
        if (cacheEnabled === undefined ? name && session.cacheEnabled : cacheEnabled) {
            cache.store(url, path, { bundle: name, extension: extensionOf(url) });
        }
    }

    async function open<Value>(url: string, options: LoadOptions, use: UseFile<Value>): Promise<Value> {
        if (!isRemote(url)) return openLocal(url, use);
        await cache.start();
        let { reload } = options;
        for (let again = true; ; again = false) {
            const hit = reload ? undefined : cache.find(url);
            const local = hit ? hit.path : !reload && tempFiles.get(url);
            const path = local || await fetch(url, options);
            const release = cache.hold(url);
            origins.set(path, url);
            try {
                const value = await use(path, hit && hit.bytes);
                if (!local) keep(url, path, options);
                return value;
            } catch (error) {
                drop(url);
                if (!again || !local && (error as HostError).kind !== 'not-found') throw error;
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
        expected,
    };
}
