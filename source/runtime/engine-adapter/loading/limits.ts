import type { AssetManager } from '../engine';
import type { AssetFiles } from './asset-files';

/**
 * Adjusts how the engine's downloader holds requests back.
 * - Files that need no network start at once: the downloader's limit of so many a frame is meant for the network, and
 *   it reads `limited` at the start of each request. Preloading keeps its limits, so that it does not disturb a game.
 * - Our handlers retry by themselves, with growing waits and not after a 404, so the engine must not retry them too.
 *   A type the game registers a handler of its own for is left to the engine again.
 */
export function adjustLimits({ downloader }: AssetManager, files: AssetFiles, types: readonly string[]): void {
    const { download, register } = downloader;
    const ours = new Set(types);
    downloader.maxRequestsPerFrame = 64;
    downloader.register = (type, handler) => {
        (typeof type === 'string' ? [type] : Object.keys(type)).forEach((name) => ours.delete(name));
        register.call(downloader, type, handler);
    };
    downloader.download = (id, url, type, options, done) => {
        const { limited, maxRetryCount } = downloader;
        const own = ours.has(type);
        if (own && type !== 'bundle' && !(options.priority! < 0) && !options.reload && files.isLocal(url)) downloader.limited = false;
        try {
            const { maxRetryCount: retries = maxRetryCount } = options;
            download.call(downloader, id, url, type, own ? Object.assign({}, options, { maxRetryCount: 0, retries }) : options, done);
        } finally {
            downloader.limited = limited;
        }
    };
}
