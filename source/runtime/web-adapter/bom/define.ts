import type { GlobalScope } from '../../my/host';
import { defineProperty } from '../define-property';

/** Puts names on the global object: never over what the host has, never failing on a frozen or guarded name. */
export interface Definer {
    /** Defines `name` if the scope has nothing there. Returns what the scope has afterwards, or the value itself. */
    value<Value>(name: string, value: Value): Value;
    /** Defines many names by {@link value}. */
    all(values: Readonly<Record<string, unknown>>): void;
    /** Defines a name whose value is read anew each time, such as `innerWidth`. Setting it fixes it. */
    live(name: string, get: () => unknown): void;
}

/** The developer tool guards its names: each is tried by itself, and a refusal is no failure (platform facts 3.1). */
export function createDefiner(scope: GlobalScope): Definer {
    const read = (name: string): unknown => {
        try {
            return scope[name];
        } catch {
            return undefined;
        }
    };
    const put = (name: string, descriptor: PropertyDescriptor): void => {
        if (read(name) == null) defineProperty(scope, name, descriptor);
    };
    const value = <Value>(name: string, given: Value): Value => {
        put(name, { value: given, writable: true });
        const found = read(name);
        return found == null ? given : found as Value;
    };
    return {
        value,
        all: (values) => {
            for (const name of Object.keys(values)) value(name, values[name]);
        },
        live: (name, get) => put(name, { get, set: (given: unknown) => defineProperty(scope, name, { value: given, writable: true }) }),
    };
}
