import { toAddress } from '../../my/addresses';
import { readText, type FileHost, type Timers } from '../../my/files';
import type { AssetCache, CacheEntry, Table } from '../cache';
import type { BundleConfig, LoadOptions } from '../engine';
import type { UseFile } from '../loading/addresses';
import type { ExpectedFile } from './expected-files';
import type { RemoteAssets } from './remote-assets';

export interface BundleFilesSetup extends Pick<RemoteAssets, 'open'> {
    readonly my: FileHost;
    readonly timers: Timers;
    readonly cache: AssetCache;
    /** What the cache holds, by address. */
    readonly cachedFiles: Table<CacheEntry>;
    /** What files have to be, by address: filled here. */
    readonly expected: Map<string, ExpectedFile>;
    /** The next `open` of the address fetches it anew. */
    drop(url: string): void;
}

/** What belongs to a bundle by its path from the bundle's base: a folder of another bundle, or of the game's, may lie there, too. */
const bundleFile = /^(import|native)\/|^(config|files)\.(\w+\.)?json$|^res\.(\w+\.)?zip$/;

/** Milliseconds between the load of a bundle and the look for what it no longer has: a game may load a second version. */
const outdatedAfter = 10_000;

/** The files a remote bundle brings beside its assets: config and file list. */
export function createBundleFiles({ my, timers, cache, cachedFiles, expected, open, drop }: BundleFilesSetup): Pick<RemoteAssets, 'openConfig'> {
    const readJson: UseFile<unknown> = (path) => readText(my, path).then(JSON.parse);
    /** What lies at an address without a version may change: it is asked for every time. */
    const openJson = (url: string, options: LoadOptions, version: string): Promise<unknown> => (
        open(url, Object.assign({ cacheEnabled: true }, options, version ? {} : { reload: true }), readJson)
    );

    /** Configs and lists of this session's versions. */
    const opened = new Set<string>();
    /** Bases of bundles of which a version has no list: what it has is not known. */
    const unlisted = new Set<string>();

    /**
     * Takes from the cache what no version of this session has, pinned files apart. A version that was loaded in it keeps
     * its files until the next one; so does all when the game ends before.
     */
    function removeOutdated(base: string): void {
        const outdated: string[] = [];
        cachedFiles.forEach((_file, url) => {
            const isOld = url.indexOf(base) === 0 && bundleFile.test(url.slice(base.length)) && !expected.has(url) && !opened.has(url);
            if (isOld && !cache.pins.has(url)) outdated.push(url);
        });
        if (outdated.length && !unlisted.has(base)) cache.outdate(outdated);
    }

    /**
     * Learns what the bundle's files have to be. Without md5 names, files that have changed are dropped from the cache, and
     * so are those of which nothing is known: their list may have been evicted before them.
     */
    async function readList(base: string, suffix: string): Promise<void> {
        const url = `${base}files.${suffix}json`;
        const former = suffix ? undefined : cache.find(url);
        const rows = (list: unknown): readonly ExpectedFile[] => (list as { files: ExpectedFile[] }).files;
        const before = new Map<string, ExpectedFile>();
        if (former) await readJson(former.path).then((list) => rows(list).forEach((row) => before.set(base + row.path, row))).catch(() => undefined);
        // One that was there will be there again: a new config and old files do not go together.
        for (const row of rows(await openJson(url, former ? {} : { maxRetryCount: 0 }, suffix))) {
            const file = base + row.path;
            const known = expected.get(file) || before.get(file);
            expected.set(file, row);
            // The config is fetched anew every time, and kept for when the server is away.
            if (!suffix && row.path !== 'config.json' && !(known && known.md5 === row.md5)) drop(file);
        }
    }

    return {
        async openConfig(given, suffix, options) {
            const base = toAddress(given);
            await cache.start();
            const url = `${base}config.${suffix}json`;
            const [config] = await Promise.all([
                openJson(url, options, suffix).catch((error) => {
                    // Offline, the last one that came is better than none.
                    if (!cache.peek(url)) throw error;
                    return open(url, {}, readJson);
                }),
                // A bundle without a list is verified by its files' names.
                readList(base, suffix).catch(() => { unlisted.add(base); }),
            ]);
            opened.add(url).add(`${base}files.${suffix}json`);
            timers.setTimeout(() => removeOutdated(base), outdatedAfter);
            return Object.assign(config as BundleConfig, { base });
        },
    };
}
