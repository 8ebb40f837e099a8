import type { Timers } from '../my/files';
import type { TellFailure } from '../first-screen/failure/tell-failure';
import { attempt, type GlobalScope, type Host } from '../my/host';
import { installAudio } from './audio';
import { installConsoleTime } from './console-time';
import { mendDeviceFacts } from './device-facts';
import { installEditBox } from './edit-box';
import type { Engine } from './engine';
import { installFsUtils } from './fs-utils';
import { shareLabelCanvas } from './label-canvas';
import { createAssetFiles, type LazyRemoteAssets } from './loading/asset-files';
import type { RunScript } from './loading/bundles';
import { createGameFiles, type GameFilesOptions } from './loading/game-files';
import { registerHandlers } from './loading/handlers';
import { adjustLimits } from './loading/limits';
import type { RemoteAssets, RemoteAssetsSetup } from './remote/remote-assets';
import type { EngineServices, EngineServicesSetup } from './services/services';
import { guardStart } from './guard-start';
import { tellStartProgress } from './start-progress';
import type { StartingEngine } from './starting-engine';

/** What of the package's runtime options (`adapter-options.js`) this adapter reads. */
export interface EngineAdapterOptions {
    /** Most bytes of the asset cache; 0 or absent: learned from the host. */
    readonly cacheQuota?: number | undefined;
    /** Absent where the game lies at the package's root. */
    readonly gameFiles?: GameFilesOptions | undefined;
    /** Milliseconds. */
    readonly networkTimeout?: { readonly download?: number | undefined } | undefined;
}

export interface EngineAdapterSetup {
    readonly scope: GlobalScope;
    readonly my: Host;
    readonly cc: Engine;
    readonly options: EngineAdapterOptions;
    /** Requires a script by its path from this adapter's folder. */
    readonly requireScript: RunScript;
    /** Gives `createRemoteAssets`, which a package has in a file of its own: a game without remote files never needs it. */
    readonly loadRemoteAssets: () => (setup: RemoteAssetsSetup) => RemoteAssets;
    /** The same for `createEngineServices`. */
    readonly loadEngineServices: () => (setup: EngineServicesSetup) => EngineServices;
    /** Gives what tells the player of a failed start, which most starts never need. */
    readonly loadTellFailure: () => TellFailure;
}

/** Makes the live engine load its bundles and assets through Alipay's `my`. */
export function installEngineAdapter({
    scope, my: host, cc, options: { cacheQuota, gameFiles: gameFilesOptions, networkTimeout: { download: timeout } = {} },
    requireScript, loadRemoteAssets, loadEngineServices, loadTellFailure,
}: EngineAdapterSetup): void {
    const my = host as RemoteAssetsSetup['my'];
    const timers = scope as unknown as Timers;
    const { assetManager } = cc;
    const gameFiles = createGameFiles(gameFilesOptions);
    let made: EngineServices | undefined;
    const services = (): EngineServices => made = made || loadEngineServices()(
        { my, timers, scope, timeout, locate: gameFiles.locate, findReplacement },
    );
    const findReplacement = installFsUtils(scope, my, timers, gameFiles, services);
    const setup = { my, timers, cc, cacheQuota, timeout, services, findReplacement };
    const remote: LazyRemoteAssets = () => remote.made = remote.made || loadRemoteAssets()(setup);
    const files = createAssetFiles(my, remote, gameFiles, findReplacement);
    const run: RunScript = (path) => requireScript(gameFiles.locateScript(path));

    Object.defineProperty(assetManager, 'cacheManager', { configurable: true, get: () => remote().cacheManager });
    installAudio(cc, my, files, () => attempt(() => services().createSounds()));
    adjustLimits(assetManager, files, registerHandlers(Object.assign({ scope, files, remote, run, gameFiles }, setup)));
    // Alipay packs no files with these extensions (runtime contract 3).
    assetManager.transformPipeline.append((task) => {
        task.output = task.input;
        for (const item of task.input) {
            if (/^\.cconb?$/.test(item.ext)) item.url = item.url.replace('.cconb', '.bin').replace('.ccon', '.json');
        }
    });
    installConsoleTime(scope);
    tellStartProgress(cc as unknown as StartingEngine, scope);
    guardStart(cc as unknown as StartingEngine, scope, my, (...given) => !!attempt(() => loadTellFailure()(...given)));
    mendDeviceFacts(cc, scope, my);
    if (!installEditBox(cc, () => attempt(() => services().createTextInput()))) console.warn('edit boxes are hidden in this engine and take no text');
    if (!shareLabelCanvas(cc)) console.warn('label canvases are hidden in this engine and not shared');
}
