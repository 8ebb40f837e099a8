import type { AssetManager, DownloadHandler } from '../engine';
import type { AssetFiles } from './asset-files';

/**
 * Adjusts how the engine's downloader holds requests back.
 * - Files that need no network start at once: the downloader's limit of so many a frame is meant for the network, and
 *   it reads `limited` at the start of each request. Preloading keeps its limits, so that it does not disturb a game.
 * - Our handlers retry by themselves, with growing waits and not after a 404, so the engine must not retry them too.
 *   A type the game registers a handler of its own for is left to the engine again.
 * @param ours the handlers that are registered, by type
 */
export function adjustLimits({ downloader }: AssetManager, files: AssetFiles, ours: Record<string, DownloadHandler>): void {
    const { download, register } = downloader;
    downloader.maxRequestsPerFrame = 64;
    downloader.register = (type, handler) => {
        for (const name of typeof type === 'string' ? [type] : Object.keys(type)) delete ours[name];
        register.call(downloader, type, handler);
    };
    downloader.download = (id, url, type, options, done) => {
        const { limited, maxRetryCount } = downloader;
        if (ours[type]) {
            const { maxRetryCount: retries = maxRetryCount } = options;
            if (type !== 'bundle' && !(options.priority! < 0 || options.reload) && files.isLocal(url)) downloader.limited = false;
            options = Object.assign({}, options, { maxRetryCount: 0, retries });
        }
        try {
            download.call(downloader, id, url, type, options, done);
        } finally {
            downloader.limited = limited;
        }
    };
}
