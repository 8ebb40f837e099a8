import type { AlipayOptions } from '../../options';
import { remoteFolder, remoteListName, versionedName, type EngineSettings } from '../../package';

/**
 * The files of remote bundles that the engine asks for as soon as it runs: config and file list of those that
 * `settings.assets.preloadBundles` names, by address. The phone fetches them while the engine is evaluated. None
 * without an address: the game may set one itself.
 */
export function listPreloads({ assets = {} }: EngineSettings, { adapter, remoteUrl }: Pick<AlipayOptions, 'adapter' | 'remoteUrl'>): string[] {
    if (adapter !== 'bundled' || remoteUrl === '') return [];
    const { preloadBundles = [], remoteBundles = [], bundleVers = {} } = assets;
    return preloadBundles.filter(({ bundle }) => remoteBundles.includes(bundle)).flatMap(({ bundle, version = bundleVers[bundle] ?? '' }) => {
        const base = `${remoteUrl}${remoteFolder}/${bundle}/`;
        return [base + versionedName('config', version, 'json'), base + remoteListName(version)];
    });
}
