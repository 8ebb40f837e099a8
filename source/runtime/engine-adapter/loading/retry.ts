import type { HostError } from '../../my/errors';
import type { Timers } from '../../my/files';
import type { Engine, LoadOptions } from '../engine';

/** Whether trying again may help: not after an answer that the server or the host will only repeat. */
function mayPass({ kind, code = 0 }: Partial<HostError>): boolean {
    // What is no HostError is a fault of the program. 408 and 429 are passing states; 20 is Alipay's refusal of an
    // address that is not https (platform facts 3.5).
    return !!kind && kind !== 'bad-parameter' && code !== 20 && (code < 400 || code === 408 || code === 429 || code > 499);
}

/**
 * Does work of the network, again while it fails in passing and as often as the game allows. The waits grow, and are
 * ±50 %, so that many players do not come back at the same moment. Rejects with what the last try rejected with.
 * @param work is told how often it has failed
 * @param mayHelp whether a failure may pass; by default by its code and kind
 */
export async function retry<Value>(
    work: (failures: number) => Promise<Value>, options: LoadOptions, { cc, timers }: { readonly cc: Engine; readonly timers: Timers },
    mayHelp: (error: Partial<HostError>) => boolean = mayPass,
): Promise<Value> {
    const { downloader } = cc.assetManager;
    const { maxRetryCount = downloader.maxRetryCount, retries = maxRetryCount } = options;
    for (let failures = 0; ; failures++) {
        try {
            return await work(failures);
        } catch (error) {
            if (failures >= retries || !mayHelp(error as Partial<HostError>)) throw error;
            await new Promise<void>((resolve) => timers.setTimeout(resolve, downloader.retryInterval / 4 * (1 << failures) * (0.5 + Math.random())));
        }
    }
}
