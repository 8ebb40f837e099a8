import type { AssetManager, Done, DownloadHandler } from '../engine';
import type { AssetFiles } from './asset-files';

/** Local files on their way at the same time: enough for the speed of the disk, and no more of them in memory. */
const width = 128;

/**
 * Adjusts how the engine's downloader holds requests back.
 * - Files that need no network do not wait for frames: the downloader's limit of so many a frame is meant for the
 *   network, and it reads `limited` at the start of each request. Preloading keeps its limits, so that it does not
 *   disturb a game.
 * - Our handlers retry by themselves, with growing waits and not after a 404, so the engine must not retry them too.
 *   A type the game registers a handler of its own for is left to the engine again.
 * @param ours the handlers that are registered, by type
 */
export function adjustLimits({ downloader }: AssetManager, { isLocal }: AssetFiles, ours: Record<string, DownloadHandler>): void {
    const { download, register } = downloader;
    const waiting: (() => void)[] = [];
    let underWay = 0;

    function startWaiting(): void {
        const { limited } = downloader;
        downloader.limited = false;
        for (; waiting.length && underWay < width; underWay++) waiting.shift()!();
        downloader.limited = limited;
    }

    downloader.maxRequestsPerFrame = 64;
    downloader.register = (type, handler) => {
        for (const name of typeof type === 'string' ? [type] : Object.keys(type)) delete ours[name];
        register.call(downloader, type, handler);
    };
    downloader.download = (id, url, type, options, done) => {
        if (!ours[type]) return download.call(downloader, id, url, type, options, done);
        const { maxRetryCount: retries = downloader.maxRetryCount } = options;
        const start = (finish: Done): void => download.call(downloader, id, url, type, Object.assign({}, options, { maxRetryCount: 0, retries }), finish);
        if (type === 'bundle' || options.priority! < 0 || options.reload || !isLocal(url)) return start(done);
        waiting.push(() => start((error, data) => {
            underWay--;
            startWaiting();
            done(error, data);
        }));
        startWaiting();
    };
}
