import type { My } from '../../platform/my';

/** `my` as a game meets it on some client, where each member may be missing. */
export type Host = Partial<My>;

/** The global object, which holds whatever this host and the game have put there. */
export type GlobalScope = Record<string, unknown>;

declare const my: Host | undefined;
declare const window: GlobalScope | undefined;
declare const globalThis: GlobalScope | undefined;

/** The host's `my`. An empty one where there is none, so that every capability is just absent. */
export function findMy(): Host {
    return typeof my === 'object' && my || {};
}

/** The global object: `window` exists on devices and in the IDE, `globalThis` is not sure (platform facts 3.1). */
export function findScope(): GlobalScope {
    return typeof window === 'object' && window || typeof globalThis === 'object' && globalThis || {};
}

type FunctionOf<Target, Name extends keyof Target> = Extract<NonNullable<Target[Name]>, (...values: never[]) => unknown>;

/**
 * Calls a function of the host, or of an object that it gave. Gives `undefined` when the host lacks it or it throws: no
 * single host function may take the adapter down.
 */
export function callHost<Target extends object, Name extends keyof Target>(target: Target, name: Name, ...values: Parameters<FunctionOf<Target, Name>>): ReturnType<FunctionOf<Target, Name>> | undefined {
    return attempt(() => {
        const method = target[name] as ((...given: unknown[]) => unknown) | undefined;
        return method && method.apply(target, values) as ReturnType<FunctionOf<Target, Name>>;
    });
}

/** The result of a call, or `undefined` when it throws. What it threw goes to the console. */
export function attempt<Result>(call: () => Result): Result | undefined {
    try {
        return call();
    } catch (error) {
        console.warn(error);
    }
}
