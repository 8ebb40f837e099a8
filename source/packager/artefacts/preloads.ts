import type { AlipayOptions } from '../../options';
import { remoteFolder, remoteListName, versionedName, type EngineSettings } from '../../package';

/** What the phone fetches while the engine is evaluated. */
export interface Preload {
    readonly addresses: readonly string[];
    /** Milliseconds each may take. */
    readonly timeout: number;
}

/**
 * The files of remote bundles that the engine asks for as soon as it runs: config and file list of those that
 * `settings.assets.preloadBundles` names. False where there are none, where the address is not known (the game may
 * set one itself), and with the engine's adapters.
 */
export function findPreload({ assets = {} }: EngineSettings, { adapter, remoteUrl, networkTimeout }: Pick<AlipayOptions, 'adapter' | 'remoteUrl' | 'networkTimeout'>): Preload | false {
    if (adapter !== 'bundled' || remoteUrl === '') return false;
    const { preloadBundles = [], remoteBundles = [], bundleVers = {} } = assets;
    const addresses = preloadBundles.filter(({ bundle }) => remoteBundles.includes(bundle)).flatMap(({ bundle, version = bundleVers[bundle] ?? '' }) => {
        const base = `${remoteUrl}${remoteFolder}/${bundle}/`;
        return [base + versionedName('config', version, 'json'), base + remoteListName(version)];
    });
    return addresses.length > 0 && { addresses, timeout: networkTimeout.download };
}
