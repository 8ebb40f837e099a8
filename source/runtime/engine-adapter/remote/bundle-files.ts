import { readText, statFile, type FileHost } from '../../my/files';
import type { AssetCache } from '../cache';
import type { BundleConfig, LoadOptions } from '../engine';
import type { UseFile } from '../loading/addresses';
import type { ExpectedFile } from './expected-files';
import type { RemoteAssets } from './remote-assets';

export interface BundleFilesSetup extends Pick<RemoteAssets, 'open'> {
    readonly my: FileHost;
    readonly cache: AssetCache;
    /** What files have to be, by address: filled here. */
    readonly expected: Map<string, ExpectedFile>;
    /** The next `open` of the address fetches it anew. */
    drop(url: string): void;
}

/** The files a remote bundle brings beside its assets: config, file list, zip. */
export function createBundleFiles({ my, cache, expected, open, drop }: BundleFilesSetup): Pick<RemoteAssets, 'openConfig' | 'unpack'> {
    const readJson: UseFile<unknown> = (path) => readText(my, path).then(JSON.parse);
    /** What lies at an address without a version may change: it is asked for every time. */
    const openJson = (url: string, options: LoadOptions, version: string): Promise<unknown> => (
        open(url, Object.assign({ cacheEnabled: true }, options, version ? {} : { reload: true }), readJson)
    );

    /** Learns what the bundle's files have to be. Without md5 names, files that have changed are dropped from the cache. */
    async function readList(base: string, suffix: string): Promise<void> {
        const url = `${base}files.${suffix}json`;
        const former = suffix ? undefined : cache.find(url);
        const before = former && await readJson(former.path).catch(() => undefined);
        const rows = (list: unknown): readonly ExpectedFile[] => (list as { files: ExpectedFile[] }).files;
        for (const row of rows(await openJson(url, { maxRetryCount: 0 }, suffix))) expected.set(base + row.path, row);
        if (!before) return;
        for (const { path, md5 } of rows(before)) {
            const now = expected.get(base + path);
            if (!now || now.md5 !== md5) drop(base + path);
        }
    }

    return {
        async openConfig(base, suffix, options) {
            await cache.start();
            const url = `${base}config.${suffix}json`;
            const [config] = await Promise.all([
                openJson(url, options, suffix).catch((error) => {
                    // Offline, the last one that came is better than none.
                    if (!cache.peek(url)) throw error;
                    return open(url, {}, readJson);
                }),
                // A bundle without a list is verified by its files' names.
                readList(base, suffix).catch(() => undefined),
            ]);
            return config as BundleConfig;
        },
        async unpack(url, name, options, version) {
            const isFixed = version || expected.get(url);
            let folder = options.reload || !isFixed ? undefined : cache.find(url);
            // Once a bundle: a folder that the host purged is a miss.
            if (folder && await statFile(my, folder.path + 'res').catch(() => undefined)) cache.hold(url);
            else {
                if (folder) drop(url);
                folder = await open(url, Object.assign({}, options, { cacheEnabled: false }, isFixed ? {} : { reload: true }), (path) => cache.unzip(url, path, name));
            }
            return folder.path + 'res/';
        },
    };
}
