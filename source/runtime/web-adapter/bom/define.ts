import type { GlobalScope } from '../../my/host';

/** Puts names on the global object: never over what the host has, never failing on a frozen or guarded name. */
export interface Definer {
    /** Defines `name` if the scope has nothing there. Returns what the scope has afterwards. */
    value<Value>(name: string, value: Value): Value;
    /** Defines a name whose value is read anew each time, such as `innerWidth`. */
    live(name: string, get: () => unknown): void;
}

/** The developer tool guards its names: each is tried by itself, and a refusal is no failure (platform facts 3.1). */
export function createDefiner(scope: GlobalScope): Definer {
    const put = (name: string, descriptor: PropertyDescriptor): void => {
        try {
            if (scope[name] === undefined || scope[name] === null) Object.defineProperty(scope, name, Object.assign({ configurable: true, enumerable: true }, descriptor));
        } catch {
            try {
                scope[name] = descriptor.get ? descriptor.get() : descriptor.value as unknown;
            } catch { /* the host keeps this name for itself */ }
        }
    };
    return {
        value(name, value) {
            put(name, { value, writable: true });
            return scope[name] as typeof value;
        },
        live(name, get) {
            // A game may set these too, and then means it.
            put(name, { get, set: (value: unknown) => { Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: true }); } });
        },
    };
}
