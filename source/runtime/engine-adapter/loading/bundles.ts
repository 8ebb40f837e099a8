import { readText, statFile } from '../../my/files';
import { loadSubpackage } from '../../my/subpackages';
import type { AssetCache } from '../cache';
import type { BundleConfig, Engine, LoadOptions } from '../engine';
import { isRemote, type AssetFiles, type AssetFilesSetup } from './asset-files';
import type { FileLists } from './file-lists';
import { runScript } from './scripts';

export interface BundlesSetup {
    readonly my: AssetFilesSetup['my'];
    readonly cc: Engine;
    readonly cache: AssetCache;
    readonly files: AssetFiles;
    readonly lists: FileLists;
    readonly requireScript: (path: string) => unknown;
}

/**
 * Loads a bundle's config and runs its script (runtime contract 3):
 * - a subpackage: `my.loadSubpackage` runs the script, the files are in `subpackages/<name>/`;
 * - a remote bundle: the files on the server, the script in the package at `src/bundle-scripts/<name>/`;
 * - else all in `assets/<name>/`, or where the address says.
 */
export function createBundleLoader({ my, cc, cache, files, lists, requireScript }: BundlesSetup): (nameOrUrl: string, options: LoadOptions) => Promise<BundleConfig> {
    const { downloader } = cc.assetManager;
    const readJson = (path: string): Promise<BundleConfig> => readText(my, path).then((text) => JSON.parse(text) as BundleConfig);

    async function openConfig(url: string, options: LoadOptions, versioned: boolean): Promise<BundleConfig> {
        try {
            // An address without a version must be asked for every time: an update has to arrive.
            return await files.open(url, Object.assign({ cacheEnabled: true }, options, versioned ? {} : { reload: true }), readJson);
        } catch (error) {
            // Offline, the last one that came is better than none.
            if (versioned || !cache.find(url)) throw error;
            return files.open(url, {}, readJson);
        }
    }

    /** The base of an unpacked zip bundle; the cache holds it from here on. */
    async function unpack(url: string, name: string, options: LoadOptions): Promise<string> {
        await cache.start();
        const hit = options.reload ? undefined : cache.find(url);
        // Once a bundle: a folder that the host purged is a miss.
        const there = hit && await statFile(my, hit.path + 'res').catch(() => undefined);
        if (hit && there) {
            cache.hold(url);
            return hit.path;
        }
        if (hit) cache.forget(url);
        return (await files.open(url, Object.assign({}, options, { cacheEnabled: false }), (path) => cache.unzip(url, path, name))).path;
    }

    return async (nameOrUrl, options) => {
        const name = nameOrUrl.slice(nameOrUrl.lastIndexOf('/') + 1);
        const version = options.version || downloader.bundleVers[name];
        const suffix = version ? version + '.' : '';
        const isAddress = /^(\w+:\/\/|\.+\/)/.test(nameOrUrl);
        const subpackages = cc.settings && cc.settings.querySettings('assets', 'subpackages') as string[] | undefined;
        let base = nameOrUrl + '/';
        if (!isAddress && subpackages && subpackages.indexOf(name) >= 0) {
            await loadSubpackage(my, name, options.onFileProgress);
            base = `subpackages/${name}/`;
        } else {
            if (!isAddress) base = downloader.remoteBundles.indexOf(name) < 0 ? `assets/${name}/` : `${downloader.remoteServerAddress}remote/${name}/`;
            runScript(requireScript, `${isRemote(base) ? `src/bundle-scripts/${name}/` : base}index.${suffix}js`);
        }
        const [config] = await Promise.all([
            openConfig(`${base}config.${suffix}json`, options, !!suffix),
            isRemote(base) && lists.load(base, suffix),
        ]);
        config.base = base;
        if (config.isZip) {
            const zip = `${base}res.${config.zipVersion ? config.zipVersion + '.' : ''}zip`;
            const fixed = config.zipVersion || lists.find(zip);
            config.base = await unpack(zip, name, fixed ? options : Object.assign({}, options, { reload: true })) + 'res/';
        }
        return config;
    };
}
