import { toHostError } from './errors';
import type { Host } from './host';

/**
 * Loads a subpackage by its name in game.json; its `game.js` has run when the promise resolves. Rejects with a
 * `HostError`. The document promises neither a task nor the shape of a failure: both are probed (platform facts 3.6).
 * @param onProgress bytes so far and in all; never called where the host gives no task
 */
export function loadSubpackage(my: Host, name: string, onProgress?: (loaded: number, total: number) => void): Promise<void> {
    return new Promise<void>((resolve, reject) => {
        const fail = (failure: unknown): void => reject(toHostError(failure, 'loadSubpackage', name));
        try {
            const task = my.loadSubpackage!({ name, success: () => resolve(), fail });
            if (onProgress && task && task.onProgressUpdate) {
                task.onProgressUpdate(({ totalBytesWritten, totalBytesExpectedToWrite }) => onProgress(totalBytesWritten, totalBytesExpectedToWrite));
            }
        } catch (error) {
            fail(error);
        }
    });
}
