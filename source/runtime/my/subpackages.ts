import { reportProgress, type DownloadOptions } from './download';
import { toHostError } from './errors';
import type { Host } from './host';

/**
 * Loads a subpackage by its name in game.json; its `game.js` has run when the promise resolves. Rejects with a
 * `HostError`. The document promises neither a task nor the shape of a failure: both are probed (platform facts 3.6).
 */
export function loadSubpackage(my: Host, name: string, { onFileProgress }: DownloadOptions): Promise<unknown> {
    return new Promise((success, reject) => {
        reportProgress(my.loadSubpackage!({ name, success, fail: (failure) => reject(toHostError(failure, 'loadSubpackage', name)) }), onFileProgress);
    });
}
