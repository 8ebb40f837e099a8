import { findMy, findScope } from '../my/host';
import type * as FailureFile from '../first-screen/failure/main';
import type { Engine } from './engine';
import { installEngineAdapter, type EngineAdapterOptions } from './install';
import type * as RemoteAssetsFile from './remote/main';
import type * as EngineServicesFile from './services/main';

/** CommonJS of the package, relative to the folder in which the adapter stands. */
declare function require(path: string): unknown;

function readOptions(): EngineAdapterOptions {
    try {
        return require('./adapter-options.js') as EngineAdapterOptions;
    } catch {
        return {};
    }
}

interface SystemJs { resolve(name: string): string; get(id: string): unknown }

const scope = findScope();
/** `game.js` has imported `cc` by now. The engine publishes itself; SystemJS's registry has its module too. */
const published = scope['cc'] as Engine | undefined;
const system = scope['System'] as SystemJs;

installEngineAdapter({
    scope,
    my: findMy(),
    cc: published && published.assetManager ? published : system.get(system.resolve('cc')) as Engine,
    options: readOptions(),
    loadRemoteAssets: () => (require('./remote-assets.js') as typeof RemoteAssetsFile).createRemoteAssets,
    loadEngineServices: () => (require('./engine-services.js') as typeof EngineServicesFile).createEngineServices,
    loadTellFailure: () => (require('./start-failure.js') as typeof FailureFile).tellFailure,
    requireScript(path) {
        // A name of its own keeps the bundler from resolving it; in the package it is `require('./' + path)` again,
        // as in the engine's own output: scripts stay addressable by computed paths (platform facts 2.6).
        const file = './' + path;
        return require(file);
    },
});
