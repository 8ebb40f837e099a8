/**
 * The file `remote-assets.js` of a package: `game.js` requires it for what it preloads, the engine-adapter when a game
 * first asks for a remote file or its cache.
 */
import type { Timers } from '../../my/files';
import { findMy, findScope } from '../../my/host';
import { startPreloads, type Preloads } from './preloads';
import { cacheFolder, createRemoteAssets as create, type RemoteAssets, type RemoteAssetsSetup } from './remote-assets';

let preloads: Preloads | undefined;

/**
 * Begins to download files of the server that the engine will ask for; call it before the engine is evaluated, while
 * the network is idle. What fails is downloaded again when it is asked for.
 * @param timeout milliseconds each may take
 */
export function preload(addresses: readonly string[], timeout?: number): void {
    const my = findMy() as RemoteAssetsSetup['my'];
    preloads = startPreloads(my, findScope() as unknown as Timers, cacheFolder(my), addresses, timeout);
}

export function createRemoteAssets(setup: RemoteAssetsSetup): RemoteAssets {
    return create(setup, preloads);
}
