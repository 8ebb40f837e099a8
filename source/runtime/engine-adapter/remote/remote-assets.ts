import { isRemote, toAddress } from '../../my/addresses';
import { downloadFile } from '../../my/download';
import type { HostError } from '../../my/errors';
import { copyFile, unzipFile, utf8Length, type Timers } from '../../my/files';
import { callHost, type Host } from '../../my/host';
import { createAssetCache } from '../cache';
import { createCacheManager, type PublicCacheManager } from '../cache/cache-manager';
import type { CacheEntry } from '../cache/contract';
import type { BundleConfig, Engine, LoadOptions } from '../engine';
import type { FindReplacement } from '../fs-utils';
import { extensionOf, type UseFile } from '../loading/addresses';
import { retry } from '../loading/retry';
import type { EngineServices } from '../services/services';
import { createBundleFiles } from './bundle-files';
import { verifyDownload, type ExpectedFile } from './expected-files';
import type { Preloads } from './preloads';

export interface RemoteAssetsSetup {
    readonly my: Host & Required<Pick<Host, 'getFileSystemManager'>>;
    readonly timers: Timers;
    readonly cc: Engine;
    /** Milliseconds one download may take. */
    readonly timeout?: number | undefined;
    /** Most bytes of the cache; 0 or absent: learned from the host. */
    readonly cacheQuota?: number | undefined;
    /** What is loaded when it is first needed. */
    readonly services: () => EngineServices;
    /** The members of `fsUtils` that the game has replaced. */
    readonly findReplacement: FindReplacement;
}

/** Files of the server as local files: downloaded, verified, cached. */
export interface RemoteAssets {
    /**
     * Runs `use` on a local file with the address's content: of the cache, of this session's downloads, or downloaded
     * now, verified and cached. What is gone or what `use` rejects is fetched again, once: without a list and an md5 a
     * torn download is known by nothing else. Rejects with what `use` threw, or with a `HostError` that names the address.
     */
    open<Value>(url: string, options: LoadOptions, use: UseFile<Value>): Promise<Value>;
    /** The address of a path that `open` gave; the path itself when it gave none. */
    originOf(path: string): string;
    /** Whether the file can be had without the network, as far as is known. */
    has(url: string): boolean;
    /** A bundle's config, from its base, with `suffix` (`<ver>.`, or '' without md5 names) in its name. */
    openConfig(base: string, suffix: string, options: LoadOptions): Promise<BundleConfig>;
    /** Unpacks a bundle's zip into the cache, which holds it from then on. Gives the base of its files. */
    unpack(url: string, name: string, options: LoadOptions, version: string | undefined): Promise<string>;
    /** The bytes that a text takes as a file. */
    readonly utf8Length: typeof utf8Length;
    /** `assetManager.cacheManager`. */
    readonly cacheManager: PublicCacheManager;
}

/** Where the cache's files are. */
export function cacheFolder({ env }: RemoteAssetsSetup['my']): string {
    return env!.USER_DATA_PATH + '/gamecaches';
}

/** @param preloads what was begun before; a file among them is not downloaded a second time. */
export function createRemoteAssets(setup: RemoteAssetsSetup, preloads: Preloads = new Map()): RemoteAssets {
    const { my, timers, cc: { assetManager, AssetManager: { Cache } }, timeout, cacheQuota, services, findReplacement } = setup;
    const folder = cacheFolder(my);
    const cachedFiles = new Cache<CacheEntry>();
    /** This session's downloads by address: temporary files, which the host may delete at any time. */
    const tempFiles = new Cache<string>();
    /** Calls what the game has put in the place of a member of `fsUtils`, or ours. */
    const callOr = (name: 'copyFile' | 'unzip', ours: typeof copyFile, from: string, to: string): Promise<unknown> => {
        const replacement = findReplacement(name);
        return replacement ? replacement(from, to) : ours(my, from, to);
    };
    const cache = createAssetCache({
        my, timers, now: Date.now, folder, quotaBytes: cacheQuota, listed: cachedFiles,
        copy: (from, to) => callOr('copyFile', copyFile, from, to),
        unzip: (zip, target) => callOr('unzip', unzipFile, zip, target),
        unpackedBytes: (bytes, read) => services().unpackedBytes(bytes, read),
    });
    const cacheManager = createCacheManager({
        my, cache, folder, cachedFiles, tempFiles,
        download: (url) => open(url, { cacheEnabled: false }, (path) => Promise.resolve(path)),
    });
    /** Local path -> address, to find the file again. */
    const origins = new Map<string, string>();
    const expected = new Map<string, ExpectedFile>();
    void cache.start();
    callHost(my, 'onHide', () => { void cache.flush(); });

    const drop = (url: string): void => {
        tempFiles.remove(url);
        cache.forget(url);
    };

    const verify = (url: string, path: string): Promise<string> => verifyDownload(my, path, url, expected.get(url)).then(() => {
        tempFiles.add(url, path);
        return path;
    });

    const download = (url: string, options: LoadOptions, failures: number): Promise<string> => {
        const { resolveDownload } = cacheManager;
        return resolveDownload || findReplacement('downloadFile') ? services().download(url, options, resolveDownload, failures)
            : downloadFile(my, url, Object.assign({ timeout }, options), timers);
    };

    const fetch = (url: string, options: LoadOptions): Promise<string> => (
        isRemote(my, url) ? retry((failures) => download(url, options, failures).then((path) => verify(url, path)), options, setup)
            : Promise.resolve(url)
    );

    /** What was begun before the engine; whatever is wrong with it, the file is fetched as if it had not been. */
    function takePreload(url: string): Promise<string | undefined> | undefined {
        const early = preloads.get(url);
        preloads.delete(url);
        return early && early.then((path) => verify(url, path)).catch(() => undefined);
    }

    function keep(url: string, path: string, { cacheEnabled }: LoadOptions): void {
        let name = '';
        assetManager.bundles.forEach((bundle) => { if (url.indexOf(bundle.base) === 0) name = bundle.name; });
        // Files of no bundle are cached where the game says so.
        if (cacheEnabled === undefined ? name && cacheManager.cacheEnabled : cacheEnabled) {
            const { bytes } = expected.get(url) || {} as Partial<ExpectedFile>;
            cache.store(url, path, { bundle: name, extension: extensionOf(url), bytes });
        }
    }

    async function open<Value>(given: string, options: LoadOptions, use: UseFile<Value>): Promise<Value> {
        const url = toAddress(given);
        await cache.start();
        let { reload } = options;
        for (let again = true; ; again = false) {
            const hit = reload ? undefined : cache.find(url);
            const local = hit ? hit.path : !reload && tempFiles.get(url);
            const early = local ? undefined : await takePreload(url);
            const path = local || early || await fetch(url, options);
            const release = cache.hold(url);
            origins.set(path, url);
            try {
                const value = await use(path, hit && hit.bytes);
                if (!local) keep(url, path, options);
                return value;
            } catch (error) {
                tempFiles.remove(url);
                // What came now says nothing about what is cached: offline, that may be all there is.
                if (hit) cache.forget(url);
                // Nor does another download make room for what it holds.
                if (!again || !local && (error as HostError).kind === 'quota') throw error;
                reload = true;
            } finally {
                release();
            }
        }
    }

    return Object.assign(createBundleFiles({ my, timers, cache, cachedFiles, open, drop, expected }), {
        open,
        originOf: (path: string) => origins.get(path) || path,
        has: (given: string) => !!(tempFiles.get(toAddress(given)) || cache.peek(toAddress(given))),
        unpack: (given: string, name: string, options: LoadOptions, version: string | undefined) => (
            services().unpackBundle({ my, cache, expected, open }, toAddress(given), name, options, version)
        ),
        utf8Length,
        cacheManager,
    });
}
