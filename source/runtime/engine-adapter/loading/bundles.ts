import { readText, statFile } from '../../my/files';
import { loadSubpackage } from '../../my/subpackages';
import type { BundleConfig, LoadOptions } from '../engine';
import { isRemote, type AssetFiles, type AssetFilesSetup, type UseFile } from './asset-files';
import type { ExpectedFile } from './expected-files';

/** Runs a CommonJS module of the package by its path from the package's root. */
export type RunScript = (path: string) => unknown;

/** Downloads a bundle's config, with the base of its files in it, and runs its script. */
export type BundleLoader = (nameOrUrl: string, options: LoadOptions) => Promise<BundleConfig>;

/**
 * Runs a script of the package; it registers itself with SystemJS. Hosts write its address as `src/a.js`,
 * `../src/a.js` or `project:///src/a.js`: all mean the package's root (runtime contract 1). Throws for an address
 * outside the package: Alipay cannot run that (platform facts 2.6).
 */
export function runScript(run: RunScript, url: string): void {
    if (isRemote(url)) throw new Error(url + ': Alipay runs only scripts that are in the package');
    run(url.replace(/^project:\/*|^(\.{0,2}\/)+/, ''));
}

/**
 * Where a bundle is (runtime contract 3):
 * - a subpackage: `my.loadSubpackage` runs the script, the files are in `subpackages/<name>/`;
 * - a remote bundle: the files on the server, the script in the package at `src/bundle-scripts/<name>/`;
 * - else all in `assets/<name>/`, or where the address says.
 */
export function createBundleLoader({ my, cc, cache }: AssetFilesSetup, { open, drop, expected }: AssetFiles, run: RunScript): BundleLoader {
    const { downloader } = cc.assetManager;
    const readJson: UseFile<unknown> = (path) => readText(my, path).then(JSON.parse);
    /** What lies at an address without a version may change: it is asked for every time. */
    const openJson = (url: string, options: LoadOptions, version: unknown): Promise<unknown> => (
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

    /** Unpacks a zip into the cache, which holds it from then on. Gives the base of its files. */
    async function unpack(url: string, name: string, options: LoadOptions, version: unknown): Promise<string> {
        let folder = options.reload || !version ? undefined : cache.find(url);
        // Once a bundle: a folder that the host purged is a miss.
        if (folder && await statFile(my, folder.path + 'res').catch(() => undefined)) cache.hold(url);
        else {
            if (folder) drop(url);
            folder = await open(url, Object.assign({}, options, { cacheEnabled: false }, version ? {} : { reload: true }), (path) => cache.unzip(url, path, name));
        }
        return folder.path + 'res/';
    }

    return async (nameOrUrl, options) => {
        const name = nameOrUrl.slice(nameOrUrl.lastIndexOf('/') + 1);
        const version = options.version || downloader.bundleVers[name];
        const suffix = version ? version + '.' : '';
        const isName = !/^(\w+:\/\/|\.+\/)/.test(nameOrUrl);
        const subpackages = cc.settings && cc.settings.querySettings('assets', 'subpackages') as readonly string[] | undefined;
        let base = nameOrUrl + '/';
        if (isName && subpackages && subpackages.indexOf(name) >= 0) {
            await loadSubpackage(my, name, options);
            base = `subpackages/${name}/`;
        } else {
            if (isName) base = downloader.remoteBundles.indexOf(name) < 0 ? `assets/${name}/` : `${downloader.remoteServerAddress}remote/${name}/`;
            runScript(run, `${isRemote(base) ? `src/bundle-scripts/${name}/` : base}index.${suffix}js`);
        }
        await cache.start();
        const url = `${base}config.${suffix}json`;
        const [config] = await Promise.all([
            openJson(url, options, suffix).catch((error) => {
                // Offline, the last one that came is better than none.
                if (!cache.peek(url)) throw error;
                return open(url, {}, readJson);
            }) as Promise<BundleConfig>,
            // A bundle without a list is verified by its files' names.
            isRemote(base) && readList(base, suffix).catch(() => undefined),
        ]);
        config.base = base;
        if (config.isZip) {
            const { zipVersion } = config;
            const zip = `${base}res.${zipVersion ? zipVersion + '.' : ''}zip`;
            config.base = await unpack(zip, name, options, zipVersion || expected.get(zip));
        }
        return config;
    };
}
