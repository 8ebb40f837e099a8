import { isRemote, isUserData } from '../../my/addresses';
import type { GlobalScope, Host } from '../../my/host';
import { loadSubpackage } from '../../my/subpackages';
import type { BundleConfig, Engine, LoadOptions } from '../engine';
import type { RemoteAssetsSetup } from '../remote/remote-assets';
import type { UseFile } from './addresses';
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
export function runScript(my: Host, run: RunScript, url: string): void {
    if (isRemote(my, url) || isUserData(my, url)) throw new Error(url + ': Alipay runs only scripts that are in the package');
    run(url.replace(/^project:\/*|^(\.{0,2}\/)+/, ''));
}

/** The names of the bundles that are subpackages (`settings.json`); asked late, because the engine reads it late. */
function subpackagesOf({ settings }: Engine): readonly string[] {
    return settings && settings.querySettings('assets', 'subpackages') as string[] | undefined || [];
}

export interface BundleLoaderSetup extends RemoteAssetsSetup {
    readonly scope: GlobalScope;
    readonly files: AssetFiles;
    readonly remote: LazyRemoteAssets;
    readonly run: RunScript;
    readonly readJson: UseFile<unknown>;
    readonly gameFiles: GameFiles;
}

/**
 * Where a bundle is (runtime contract 3):
 * - a subpackage: `my.loadSubpackage` runs the script, the files are in `subpackages/<name>/`;
 * - a remote bundle, or one in user data: its files there, the script in the package at `src/bundle-scripts/<name>/`;
 * - else all in `assets/<name>/`, or where the address says.
 * The base of its files is the folder they really lie in: games hand `nativeUrl` to the host themselves.
 *
 * A version that the game names is that of the data. The script is the package's own, whose version the settings know; a
 * bundle they do not know may do without.
 */
export function createBundleLoader(setup: BundleLoaderSetup): BundleLoader {
    const { my, cc, scope, files: { open }, remote, run, readJson, gameFiles: { locate }, findReplacement, services } = setup;
    const { downloader } = cc.assetManager;
    return async (nameOrUrl, options) => {
        const name = nameOrUrl.slice(nameOrUrl.lastIndexOf('/') + 1);
        const { bundleVers } = downloader;
        const own = Object.prototype.hasOwnProperty.call(bundleVers, name) ? bundleVers[name] : '';
        const version = options.version || own;
        const suffix = version ? version + '.' : '';
        const isName = !/^(\w+:\/\/|\.*\/)/.test(nameOrUrl);
        const isOfServer = isName && downloader.remoteBundles.indexOf(name) >= 0;
        let base = nameOrUrl + '/';
        /** The script of a bundle from elsewhere that is not in the package. */
        let missing: string | undefined;
        if (isName && subpackagesOf(cc).indexOf(name) >= 0) {
            const load = findReplacement('loadSubpackage');
            // Whatever the host says of it: a subpackage is there or on its way, so each failure may pass.
            await retry(
                () => (load ? load(name, options.onFileProgress) : loadSubpackage(my, name, options)), options, setup, (error) => !(error instanceof TypeError),
            );
            base = `subpackages/${name}/`;
        } else {
            if (isName) base = isOfServer ? `${downloader.remoteServerAddress}remote/${name}/` : `assets/${name}/`;
            const isElsewhere = isOfServer || isRemote(my, base) || isUserData(my, base);
            const folder = isElsewhere ? `src/bundle-scripts/${name}/` : base;
            const runIndex = (part: string): void => runScript(my, run, `${folder}index.${part}js`);
            try {
                runIndex(own ? own + '.' : suffix);
            } catch (error) {
                missing = services().runOtherScript(error, name, folder, own || '', suffix, runIndex, isElsewhere && !isOfServer);
            }
            if (version !== own) services().tellVersions(cc, name, version, own);
        }
        const config = isRemote(my, base) ? await remote().openConfig(base, suffix, options)
            : await open(`${base}config.${suffix}json`, options, readJson) as BundleConfig;
        const { isZip, zipVersion } = config;
        config.base = isZip ? await remote().unpack(`${base}res.${zipVersion ? zipVersion + '.' : ''}zip`, name, options, zipVersion)
            : config.base || locate(base);
        if (missing) services().loadAsData(scope, config, missing);
        return config;
    };
}
