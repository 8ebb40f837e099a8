import { downloadFile, statusIn } from '../../my/download';
import { HostError } from '../../my/errors';
import { within } from '../../my/files';
import type { DownloadSource, ResolveDownload } from '../cache/game-members';
import type { LoadOptions } from '../engine';
import type { EngineServicesSetup } from './services';

/** Downloads a file in the way the game wants it, once. Gives the path of a temporary file. */
export type DownloadAsGameWants = (url: string, options: LoadOptions, resolve: ResolveDownload | null | undefined, failures: number) => Promise<string>;

/**
 * The game has two ways to have a say in a download: `cacheManager.resolveDownload` gives its address and headers, a
 * replaced `fsUtils.downloadFile` does it. What they reject with is a failure of the network: it may pass.
 */
export function createDownloads({ my, timers, timeout = 60000, findReplacement }: EngineServicesSetup): DownloadAsGameWants {
    async function download(url: string, options: LoadOptions, resolve: ResolveDownload | null | undefined, failures: number): Promise<string> {
        const given = resolve && await within(Promise.resolve(resolve(url, failures)), timeout, timers, 'resolveDownload ' + url);
        const source: Partial<DownloadSource> = typeof given === 'string' ? { url: given } : given || {};
        const { url: address = url } = source;
        const header = Object.assign({}, options.header, source.header);
        const replacement = findReplacement('downloadFile');
        if (!replacement) return downloadFile(my, address, Object.assign({ timeout }, options, { header }), timers);
        return replacement(address, null, header, options.onFileProgress) as Promise<string>;
    }

    return (url, options, resolve, failures) => download(url, options, resolve, failures).catch((error: Partial<HostError> | undefined) => {
        if (error && error.kind) throw error;
        const said = String(error && error.message || error);
        throw new HostError('unknown', 'downloadFile', url, said, statusIn(said));
    });
}
