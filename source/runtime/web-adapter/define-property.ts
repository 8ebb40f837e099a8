/** Defines a property where the object allows it: the host may have frozen what it gave. */
export function defineProperty(target: object, name: string, descriptor: PropertyDescriptor): void {
    try {
        Object.defineProperty(target, name, Object.assign({ configurable: true, enumerable: true }, descriptor));
    } catch { /* the host keeps this name for itself */ }
}

/** Gives an object its fields, which no game can write over: as with a browser's own. */
export function defineFields<Target extends object>(target: Target, values: Readonly<Record<string, unknown>>, enumerable = true): Target {
    for (const name of Object.keys(values)) defineProperty(target, name, { value: values[name], enumerable });
    return target;
}
