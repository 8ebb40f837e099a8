import type { Timers } from '../my/files';
import { attempt, type GlobalScope, type Host } from '../my/host';
import { installAudio } from './audio';
import { createAssetCache } from './cache';
import { createCacheManager, type Table } from './cache/cache-manager';
import type { CacheEntry } from './cache/contract';
import { installConsoleTime } from './console-time';
import { mendDeviceFacts } from './device-facts';
import { installEditBox } from './edit-box';
import type { Engine } from './engine';
import { createFsUtils } from './fs-utils';
import { shareLabelCanvas } from './label-canvas';
import { createAssetFiles, type AssetFiles, type AssetFilesSetup } from './loading/asset-files';
import { createBundleLoader } from './loading/bundles';
import { createFileLists } from './loading/file-lists';
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
    /** Runs a CommonJS module of the package by its path from the package's root. */
    readonly requireScript: (path: string) => unknown;
}

/** The table type the engine uses for its public tables, or one like it. */
function createTable<Value>({ AssetManager: { Cache } = {} }: Engine): Table<Value> {
    if (Cache) return new Cache<Value>();
    const values = new Map<string, Value>();
    return { add: (key, value) => values.set(key, value), remove: (key) => values.delete(key), get: (key) => values.get(key) };
}

/** Makes the live engine load its bundles and assets through Alipay's `my`. */
export function installEngineAdapter({ scope, my: host, cc, options, requireScript }: EngineAdapterSetup): void {
    const my = host as AssetFilesSetup['my'];
    const timers = scope as unknown as Timers;
    const { assetManager } = cc;
    const folder = `${my.env ? my.env.USER_DATA_PATH : ''}/gamecaches`;
    const cachedFiles = createTable<CacheEntry>(cc);
    const tempFiles = createTable<string>(cc);

    scope['fsUtils'] = createFsUtils(my);
    const cache = createAssetCache({ my, timers, now: Date.now, folder, quotaBytes: options.cacheQuota, listed: cachedFiles });
    void cache.start();
    attempt(() => my.onHide && my.onHide(() => { void cache.flush(); }));

    const lists = createFileLists(my, cache, () => files);
    const download = (url: string): Promise<string> => files.open(url, { cacheEnabled: false }, (path) => Promise.resolve(path));
    const session = createCacheManager({ my, cache, folder, cachedFiles, tempFiles, download });
    const files: AssetFiles = createAssetFiles({
        my, timers, cache, session, downloader: assetManager.downloader,
        timeout: options.networkTimeout && options.networkTimeout.download,
        expectedOf: lists.find,
        bundleOf(url) {
            let name = '';
            assetManager.bundles.forEach((bundle) => { if (url.indexOf(bundle.base) === 0) name = bundle.name; });
            return name;
        },
    });
    assetManager.cacheManager = session;

    const loadBundle = createBundleLoader({ my, cc, cache, files, lists, requireScript });
    installAudio(cc, my, files, timers);
    adjustLimits(assetManager, files, registerHandlers({ my, cc, timers, files, requireScript, loadBundle }));
    // Alipay packs no files with these extensions (runtime contract 3).
    assetManager.transformPipeline.append((task) => {
        task.output = task.input;
        for (const item of task.input) {
            if (item.ext === '.cconb') item.url = item.url.replace('.cconb', '.bin');
            else if (item.ext === '.ccon') item.url = item.url.replace('.ccon', '.json');
        }
    });

    installConsoleTime(scope);
    mendDeviceFacts(cc, scope, my);
    const without = [installEditBox(cc, my) || 'edit boxes', shareLabelCanvas(cc) || 'the shared label canvas'].filter((name) => name !== true);
    if (without.length > 0) console.warn(`engine-adapter: this build of the engine hides what is needed for ${without.join(' and ')}; the rest works`);
}
