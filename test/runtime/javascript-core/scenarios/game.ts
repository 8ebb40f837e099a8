import { createEngine, type Bundle, type Engine } from '../../engine-adapter/cc-stand-in';
import type { PublicCacheManager } from '../../../../source/runtime/engine-adapter/cache/cache-manager';
import type { HostSetup } from '../../../../source/simulator/model';
import type { ProfileName } from '../../../../source/platform';
import { startPhone, type Phone } from '../phone';
import { decodeFiles, input } from './files';

export const server = 'https://cdn.example.com/game/';

/** A game on the built adapters and the engine's stand-in. */
export interface Game extends Phone {
    readonly cc: Engine;
    readonly manager: PublicCacheManager;
    loadBundle(name: string): Promise<Bundle>;
    load(uuids: readonly string[]): Promise<unknown>;
    /** Kills the session if it lives, and starts the next one on the same phone. */
    next(): Game;
}

export type BundleName = keyof typeof input.bundles;

/** Starts a game whose server has the bundles of these names. */
export function startGame(profile: ProfileName, bundles: readonly BundleName[] = [], host: Pick<HostSetup, 'quotaBytes'> = {}): Game {
    const scripts = Object.fromEntries(bundles.map((name) => [`src/bundle-scripts/${name}/index.${input.bundles[name].version}.js`, new Uint8Array()]));
    const phone = startPhone({ profile, packageFiles: { ...decodeFiles(input.adapters), 'adapter-options.js': new Uint8Array(), ...scripts }, ...host });
    for (const name of bundles) phone.host.network.serve(`${server}remote/${name}/`, decodeFiles(input.bundles[name].files));
    return gameOn(phone, bundles);
}

function gameOn(phone: Phone, bundles: readonly BundleName[]): Game {
    const { modules, window, clock, host } = phone;
    modules.run('web-adapter.js');
    const cc = createEngine({
        frames: {
            now: () => clock.now(),
            requestAnimationFrame: (run) => { window.requestAnimationFrame(run); },
            setTimeout: (run, ms) => window.setTimeout(run, ms) as unknown,
            clearTimeout: (handle) => { window.clearTimeout(handle); },
        },
        settings: { assets: { server, remoteBundles: bundles, bundleVers: Object.fromEntries(bundles.map((name) => [name, input.bundles[name].version])) } },
        createAudio: () => host.my.createInnerAudioContext(),
    });
    window.cc = cc;
    modules.run('engine-adapter.js');
    const { assetManager } = cc;
    assetManager.init();
    const wait = <Value>(start: (done: (error: Error | null, value?: Value) => void) => void): Promise<Value> => clock.until(new Promise<Value>((resolve, reject) => {
        start((error, value) => (error ? reject(error) : resolve(value as Value)));
    }));
    return {
        ...phone, cc,
        get manager() { return assetManager.cacheManager as PublicCacheManager; },
        loadBundle: (name) => wait<Bundle>((done) => assetManager.loadBundle(name, {}, done)),
        load: (uuids) => wait((done) => assetManager.loadAny(uuids, {}, done)),
        next: () => gameOn(phone.restart(), bundles),
    };
}
