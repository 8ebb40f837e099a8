import { downloadFile } from '../../my/download';
import { within, type Timers } from '../../my/files';
import { createIndexLog } from '../cache/index-log';
import type { RemoteAssetsSetup } from './remote-assets';

/**
 * Downloads that were begun before there was an engine to ask for them, by address. Each is taken out once. They reject
 * where nothing came, or nothing was needed.
 */
export type Preloads = Map<string, Promise<string>>;

/** A name without a version may stand for something new each time: it is asked for although it is cached. */
const withoutVersion = /\/(config|files)\.json$/;

/**
 * Begins to download what the cache does not have. Nothing is verified or cached yet, and no failure is told.
 * @param folder of the asset cache
 * @param timeout milliseconds each may take
 */
export function startPreloads(my: RemoteAssetsSetup['my'], timers: Timers, folder: string, addresses: readonly string[], timeout?: number): Preloads {
    const preloads: Preloads = new Map();
    const reading = createIndexLog(my, folder, (answer, patience) => within(answer, patience as number, timers, '')).read();
    for (const url of addresses) {
        const download = reading.then((index) => (
            index && !withoutVersion.test(url) && Array.from(index.rows.values()).some(({ key }) => key === url) ? Promise.reject(url) : downloadFile(my, url, { timeout }, timers)
        ));
        download.catch(() => undefined);
        preloads.set(url, download);
    }
    return preloads;
}
