/** Defines a property where the object allows it: the host may have frozen what it gave. */
export function defineProperty(target: object, name: string, descriptor: PropertyDescriptor): void {
    try {
        Object.defineProperty(target, name, Object.assign({ configurable: true, enumerable: true }, descriptor));
    } catch { /* the host keeps this name for itself */ }
}
