/**
 * Gives a native object of the host (a canvas, an image) the members of one of our prototypes, without touching the
 * host's own prototype. A member the object has already stays, except those named in `replaced`.
 */
export function lendMembers(native: object, prototype: object, replaced: readonly string[]): void {
    for (let from: object | null = prototype; from && from !== Object.prototype; from = Object.getPrototypeOf(from) as object | null) {
        for (const name of Object.getOwnPropertyNames(from)) {
            const has = Object.prototype.hasOwnProperty.call(native, name);
            if (name === 'constructor' || has || (name in native && replaced.indexOf(name) < 0)) continue;
            defineOn(native, name, Object.getOwnPropertyDescriptor(from, name) as PropertyDescriptor);
        }
    }
}

/** Defines a property where the object allows it. The host may have frozen what it gave. */
export function defineOn(target: object, name: string, descriptor: PropertyDescriptor): boolean {
    try {
        Object.defineProperty(target, name, Object.assign({}, descriptor, { configurable: true }));
        return true;
    } catch {
        return false;
    }
}

/**
 * Makes `value instanceof type` true for native objects, whose own constructors nobody can reach
 * (platform facts 3.2, 4.1 #10).
 */
export function recognise(type: object, isInstance: (value: Record<string, unknown>) => boolean): void {
    Object.defineProperty(type, Symbol.hasInstance, {
        configurable: true,
        value: (value: unknown) => typeof value === 'object' && value !== null && isInstance(value as Record<string, unknown>),
    });
}
