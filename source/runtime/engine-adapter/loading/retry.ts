import type { HostError } from '../../my/errors';
import type { Timers } from '../../my/files';

export interface RetryRule {
    /** How often to try again after the first failure. */
    readonly times: number;
    /** Milliseconds: the middle of the third wait; the first is a quarter of it, each later one twice the one before. */
    readonly interval: number;
}

/** Whether trying again may help: not for an answer the server or the host will only repeat. */
function isFinal({ kind, code = 0 }: HostError): boolean {
    // 408 and 429 are passing states; 20 is Alipay's refusal of an address that is not https (platform facts 3.5).
    return kind === 'bad-parameter' || kind === 'unsupported' || code === 20 || code >= 400 && code < 500 && code !== 408 && code !== 429;
}

/** Tries until it works, with growing waits of ±50 %, so that many players do not come back at the same moment. */
export async function retry<Value>(attempt: () => Promise<Value>, { times, interval }: RetryRule, timers: Timers): Promise<Value> {
    for (let failures = 0; ; failures++) {
        try {
            return await attempt();
        } catch (error) {
            if (failures >= times || isFinal(error as HostError)) throw error;
            await new Promise<void>((resolve) => timers.setTimeout(resolve, interval / 4 * (1 << failures) * (0.5 + Math.random())));
        }
    }
}
