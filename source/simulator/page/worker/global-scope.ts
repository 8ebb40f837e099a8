/**
 * Names of the language itself that stay. What came after ES2021 is taken away with the browser's own names, so that
 * a game that leans on it fails here and not on an old phone (platform facts 2.5). `globalThis` goes too: no source
 * says that games have it (platform facts 3.1).
 */
const languageNames: ReadonlySet<string> = new Set([
    'Object', 'Function', 'Array', 'Number', 'parseFloat', 'parseInt', 'Infinity', 'NaN', 'undefined', 'Boolean', 'String', 'Symbol', 'Date',
    'Promise', 'RegExp', 'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'JSON', 'Math', 'Intl',
    'ArrayBuffer', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array', 'Uint8ClampedArray', 'Float32Array',
    'Float64Array', 'BigUint64Array', 'BigInt64Array', 'DataView', 'Map', 'BigInt', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect',
    'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'eval', 'isFinite', 'isNaN', 'console',
]);

/** ES2021: on the engines of the last years, not on those of the oldest client. */
const recentNames: ReadonlySet<string> = new Set(['AggregateError', 'FinalizationRegistry', 'WeakRef']);

/** Undeletable in a Worker and on no phone; two numbers that do no harm. */
const fixedNames: ReadonlySet<string> = new Set(['TEMPORARY', 'PERSISTENT']);

/** Names that code can use freely in a scope: its own, and those of its prototypes. */
export function listGlobalNames(scope: object): ReadonlySet<string> {
    const names = new Set<string>();
    for (let holder: object | null = scope; holder !== null && holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object | null) {
        for (const name of Object.getOwnPropertyNames(holder)) names.add(name);
    }
    return names;
}

/**
 * Turns the Worker's global object into the one a mini game has: everything a browser adds goes, along the whole
 * prototype chain, then the host's globals come. Free names in the game's code see exactly this.
 * Whatever the simulator itself needs later (fetch, MessagePort ...) must have been taken before.
 * @param recentEngine whether the client's JavaScript engine knows ES2021 (platform facts 2.5 gives no version).
 */
export function furnishGlobalScope(scope: object, hostGlobals: Readonly<Record<string, unknown>>, recentEngine: boolean): void {
    const isKept = (name: string): boolean => languageNames.has(name) || fixedNames.has(name) || (recentEngine && recentNames.has(name));
    for (let holder: object | null = scope; holder !== null && holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object | null) {
        for (const name of Reflect.ownKeys(holder)) {
            if (typeof name === 'string' && !isKept(name)) Reflect.deleteProperty(holder, name);
        }
    }
    for (const name of Object.keys(hostGlobals)) {
        const descriptor = Object.getOwnPropertyDescriptor(hostGlobals, name);
        // The model's `window` is its own table of globals; here the true global object takes its place.
        if (descriptor) Object.defineProperty(scope, name, descriptor.value === hostGlobals ? { ...descriptor, value: scope } : descriptor);
    }
}
