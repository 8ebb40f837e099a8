/** Whether another attempt may succeed (`again`); if not, what is wrong: the keys, the bucket, or else. */
export type TransferVerdict = 'again' | 'keys' | 'bucket' | 'refused';

/** One attempt at a transfer that failed. Its message never holds a secret. */
export class TransferError extends Error {
    override readonly name = 'TransferError';

    constructor(
        message: string,
        readonly verdict: TransferVerdict,
        /** What the other side asked to wait, in milliseconds. */
        readonly waitMs = 0,
    ) {
        super(message);
    }
}

/** How often and how long failures are waited out. */
export interface RetryPolicy {
    readonly attempts: number;
    readonly firstWaitMs: number;
    readonly longestWaitMs: number;
}

export const usualRetryPolicy: RetryPolicy = { attempts: 6, firstWaitMs: 500, longestWaitMs: 20_000 };

/**
 * Tries until it succeeds, fails for good, or the attempts are used up. Waits double; each is shortened by up to a
 * half by chance, so that parallel transfers that were throttled together do not come back together.
 */
export async function withRetries<Result>(policy: RetryPolicy, action: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
        try {
            return await action();
        } catch (error) {
            const mayRetry = error instanceof TransferError && error.verdict === 'again' && attempt < policy.attempts;
            if (!mayRetry) throw error;
            const wait = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt - 1));
            await pause(Math.min(policy.longestWaitMs, Math.max(error.waitMs, wait * (0.5 + Math.random() / 2))));
        }
    }
}

function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
