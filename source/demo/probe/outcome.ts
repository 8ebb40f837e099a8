import { isFailure } from '../../runtime/my/errors';
import { anonymise } from './anonymise';

/** Whatever a host answers with; each field is looked at before it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/** How one asynchronous call of the host ended. */
export type Outcome =
    | { readonly kind: 'success'; readonly answer: Fields; readonly returned: unknown }
    | { readonly kind: 'failure'; readonly answer: Fields; readonly returned: unknown }
    /** The function is missing, threw, or called nothing back in time. */
    | { readonly kind: 'none'; readonly reason: string; readonly returned: unknown };

/** Timers of the scope that the probe runs in: the host's, or a model's virtual clock. */
export interface ProbeClock {
    setTimeout(run: () => void, milliseconds: number): unknown;
    clearTimeout(handle: unknown): void;
}

const usualPatience = 8_000;

/** Calls `owner[name](options)` and waits for `success` or `fail`; never rejects. */
export function callAsync(clock: ProbeClock, owner: unknown, name: string, options: object, patience = usualPatience): Promise<Outcome> {
    return new Promise((resolve) => {
        let returned: unknown;
        const timer = clock.setTimeout(() => resolve({ kind: 'none', reason: `${name} did not answer`, returned }), patience);
        const settle = (kind: 'success' | 'failure') => (given: unknown): void => {
            clock.clearTimeout(timer);
            const answer = (typeof given === 'object' && given !== null ? given : {}) as Fields;
            // After the call has returned, so that what it returned is known.
            void Promise.resolve().then(() => resolve({ kind: isFailure(answer) ? 'failure' : kind, answer, returned }));
        };
        try {
            const method = (owner as Fields)[name];
            if (typeof method !== 'function') throw new Error('it is missing');
            returned = method.call(owner, Object.assign({ success: settle('success'), fail: settle('failure') }, options));
        } catch (error) {
            clock.clearTimeout(timer);
            resolve({ kind: 'none', reason: `${name}: ${messageOf(error)}`, returned });
        }
    });
}

/** One of two values by how a call ended; undefined where it did not end. */
export function byOutcome<Value>(outcome: Outcome, success: Value, failure: Value): Value | undefined {
    return outcome.kind === 'none' ? undefined : outcome.kind === 'success' ? success : failure;
}

/** Why a call says nothing: what the host said, short enough for a result. */
export function reasonOf(outcome: Outcome): string {
    if (outcome.kind === 'none') return outcome.reason;
    if (outcome.kind === 'success') return `an answer of another form: ${Object.keys(outcome.answer).join(',')}`;
    const { error, errorMessage, errMsg } = outcome.answer;
    return anonymise(`error ${String(error)}: ${String(errorMessage || errMsg || '')}`);
}

export function messageOf(error: unknown): string {
    return anonymise(String((error && (error as Fields)['message']) || error));
}

/** Resolves with the first value given, or undefined when the time is up. */
export function waitFor<Value>(clock: ProbeClock, milliseconds: number, listen: (tell: (value: Value) => void) => void): Promise<Value | undefined> {
    return new Promise((resolve) => {
        const timer = clock.setTimeout(() => resolve(undefined), milliseconds);
        listen((value) => {
            clock.clearTimeout(timer);
            resolve(value);
        });
    });
}

export function pause(clock: ProbeClock, milliseconds: number): Promise<void> {
    return new Promise((resolve) => { clock.setTimeout(() => resolve(), milliseconds); });
}
