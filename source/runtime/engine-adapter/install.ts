import type { Timers } from '../my/files';
import { callHost, type GlobalScope, type Host } from '../my/host';
import { installAudio } from './audio';
import { createAssetCache } from './cache';
import { createCacheManager } from './cache/cache-manager';
import type { CacheEntry } from './cache/contract';
import { installConsoleTime } from './console-time';
import { mendDeviceFacts } from './device-facts';
import { installEditBox } from './edit-box';
import type { Engine, Table } from './engine';
import { createFsUtils } from './fs-utils';
import { shareLabelCanvas } from './label-canvas';
import { createAssetFiles, type AssetFiles, type AssetFilesSetup } from './loading/asset-files';
import { createBundleLoader, type RunScript } from './loading/bundles';
import { registerHandlers } from './loading/handlers';
import { adjustLimits } from './loading/limits';

/** What of the package's runtime options (`adapter-options.js`) this adapter reads. */
export interface EngineAdapterOptions {
    /** Most bytes of the asset cache; 0 or absent: learned from the host. */
    readonly cacheQuota?: number | undefined;
    /** Milliseconds. */
    readonly networkTimeout?: { readonly download?: number | undefined } | undefined;
}

export interface EngineAdapterSetup {
    readonly scope: GlobalScope;
    readonly my: Host;
    readonly cc: Engine;
    readonly options: EngineAdapterOptions;
    readonly requireScript: RunScript;
}

/** The table type the engine uses for its public tables. */
function createTable<Value>({ AssetManager }: Engine): Table<Value> {
    return new AssetManager.Cache<Value>();
}

/** Makes the live engine load its bundles and assets through Alipay's `my`. */
export function installEngineAdapter({ scope, my: host, cc, options, requireScript }: EngineAdapterSetup): void {
    const my = host as AssetFilesSetup['my'];
    const timers = scope as unknown as Timers;
    const { assetManager } = cc;
    const folder = my.env!.USER_DATA_PATH + '/gamecaches';
    const cachedFiles = createTable<CacheEntry>(cc);
    const cache = createAssetCache({ my, timers, now: Date.now, folder, quotaBytes: options.cacheQuota, listed: cachedFiles });
    void cache.start();
    callHost(my, 'onHide', () => { void cache.flush(); });
    const session = createCacheManager({
        my, cache, folder, cachedFiles,
        tempFiles: createTable<string>(cc),
        download: (url) => files.open(url, { cacheEnabled: false }, (path) => Promise.resolve(path)),
    });
    const setup = { my, timers, cc, cache, session, timeout: (options.networkTimeout || {}).download };
    const files: AssetFiles = createAssetFiles(setup);

    scope['fsUtils'] = createFsUtils(my, timers);
    assetManager.cacheManager = session;
    installAudio(cc, my, files, timers);
    adjustLimits(assetManager, files, registerHandlers(setup, files, requireScript, createBundleLoader(setup, files, requireScript)));
    // Alipay packs no files with these extensions (runtime contract 3).
    assetManager.transformPipeline.append((task) => {
        task.output = task.input;
        for (const item of task.input) {
            if (/^\.cconb?$/.test(item.ext)) item.url = item.url.replace('.cconb', '.bin').replace('.ccon', '.json');
        }
    });
    installConsoleTime(scope);
    mendDeviceFacts(cc, scope, my);
    if (!installEditBox(cc, my)) console.warn('engine-adapter: edit boxes are hidden in this build of the engine and take no text');
    if (!shareLabelCanvas(cc)) console.warn('engine-adapter: the label canvases are hidden in this build of the engine and not shared');
}
