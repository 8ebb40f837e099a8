import { statFile, type FileHost } from '../../my/files';
import type { AssetCache } from '../cache';
import type { LoadOptions } from '../engine';
import type { ExpectedFile } from './expected-files';
import type { RemoteAssets } from './remote-assets';

export interface ZipBundleSetup extends Pick<RemoteAssets, 'open'> {
    readonly my: FileHost;
    readonly cache: AssetCache;
    readonly expected: ReadonlyMap<string, ExpectedFile>;
}

/**
 * Unpacks a bundle's zip into the cache, which holds it from then on, or finds it there. Gives the base of its files.
 * @param version the zip's, where its name has one
 */
export async function unpackBundle(
    { my, cache, expected, open }: ZipBundleSetup, url: string, name: string, options: LoadOptions, version: string | undefined,
): Promise<string> {
    await cache.start();
    const isFixed = !options.reload && (version || expected.get(url));
    const found = cache.find(url);
    // Before it is looked at: meanwhile another bundle may need the room.
    const release = cache.hold(url);
    // Once a bundle: a folder of which the host purged a part is a miss. A host may not count files.
    const isWhole = found && await statFile(my, found.path.replace(/-$/, '-res').replace(/\/$/, ''), true)
        .then(({ bytes }) => !(bytes < found.bytes), () => false);
    const folder = isFixed && isWhole ? found : await open(
        url, Object.assign({}, options, { cacheEnabled: false }, found || !isFixed ? { reload: true } : {}), (path) => cache.unzip(url, path, name),
    ).catch((error) => {
        // As with the config: offline, the last one is better than none.
        if (!isWhole) throw error;
        return found;
    });
    if (folder !== found) release();
    return folder.path + 'res/';
}
