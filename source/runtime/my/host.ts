import type { My } from '../../platform/my';

/** `my` as a game meets it on some client: any member may be missing. */
export type Host = Partial<My>;

/** The global object, which holds whatever this host and the game have put there. */
export type GlobalScope = Record<string, unknown>;

declare const my: Host | undefined;
declare const window: GlobalScope | undefined;
declare const self: GlobalScope | undefined;
declare const globalThis: GlobalScope | undefined;

/** The host's `my`. An empty one where there is none, so that every capability is just absent. */
export function findMy(): Host {
    return typeof my === 'object' && my || {};
}

/** The global object: `window` exists on devices and in the IDE, `globalThis` is not sure (platform facts 3.1). */
export function findScope(): GlobalScope {
    if (typeof window === 'object' && window) return window;
    if (typeof globalThis === 'object' && globalThis) return globalThis;
    return typeof self === 'object' && self || {};
}

/**
 * Calls the host and gives `undefined` when the function is absent or throws: no single host function may take the
 * adapter down.
 */
export function attempt<Result>(call: () => Result): Result | undefined {
    try {
        return call();
    } catch (error) {
        console.warn('my:', error);
        return undefined;
    }
}
