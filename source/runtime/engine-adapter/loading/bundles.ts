import { readText } from '../../my/files';
import { loadSubpackage } from '../../my/subpackages';
import type { BundleConfig, Engine, LoadOptions } from '../engine';
import type { RemoteAssetsSetup } from '../remote/remote-assets';
import { isRemote } from './addresses';
import type { AssetFiles, LazyRemoteAssets } from './asset-files';
import type { GameFiles } from './game-files';
import { retry } from './retry';

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

/** The names of the bundles that are subpackages (`settings.json`); asked late, because the engine reads it late. */
function subpackagesOf({ settings }: Engine): readonly string[] {
    return settings && settings.querySettings('assets', 'subpackages') as string[] | undefined || [];
}

/**
 * Where a bundle is (runtime contract 3):
 * - a subpackage: `my.loadSubpackage` runs the script, the files are in `subpackages/<name>/`;
 * - a remote bundle: the files on the server, the script in the package at `src/bundle-scripts/<name>/`;
 * - else all in `assets/<name>/`, or where the address says.
 * The base of its files is the folder they really lie in: games hand `nativeUrl` to the host themselves.
 */
export function createBundleLoader(setup: RemoteAssetsSetup, { open }: AssetFiles, remote: LazyRemoteAssets, run: RunScript, { locate }: GameFiles): BundleLoader {
    const { my, cc } = setup;
    const { downloader } = cc.assetManager;
    return async (nameOrUrl, options) => {
        const name = nameOrUrl.slice(nameOrUrl.lastIndexOf('/') + 1);
        const version = options.version || downloader.bundleVers[name];
        const suffix = version ? version + '.' : '';
        const isName = !/^(\w+:\/\/|\.+\/)/.test(nameOrUrl);
        let base = nameOrUrl + '/';
        if (isName && subpackagesOf(cc).indexOf(name) >= 0) {
            await retry(() => loadSubpackage(my, name, options), options, setup);
            base = `subpackages/${name}/`;
        } else {
            if (isName) base = downloader.remoteBundles.indexOf(name) < 0 ? `assets/${name}/` : `${downloader.remoteServerAddress}remote/${name}/`;
            runScript(run, `${isRemote(base) ? `src/bundle-scripts/${name}/` : base}index.${suffix}js`);
        }
        const config = isRemote(base) ? await remote().openConfig(base, suffix, options)
            : await open(`${base}config.${suffix}json`, options, (path) => readText(my, path)).then(JSON.parse) as BundleConfig;
        const { isZip, zipVersion } = config;
        config.base = isZip ? await remote().unpack(`${base}res.${zipVersion ? zipVersion + '.' : ''}zip`, name, options, zipVersion) : locate(base);
        return config;
    };
}
