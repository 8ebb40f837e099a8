import { defineProperty } from '../define-property';
import { nameElement, type Element } from './element';
import type { Node } from './node';

/**
 * Makes a native object of the host (a canvas, an image) an element, without touching the host's own prototype.
 * What the object has already stays, but for the three event methods, which must be ours. A member that the host
 * froze is left out.
 */
export function adoptNative<Native extends object>(native: Native, prototype: Element, tagName: string): Native & Node {
    nameElement(native, tagName);
    const members: PropertyDescriptorMap = {};
    for (let from: object = prototype; from !== Object.prototype; from = Object.getPrototypeOf(from) as object) {
        for (const name of Object.getOwnPropertyNames(from)) {
            if (!(name in members) && (!(name in native) || /Event/.test(name))) members[name] = Object.getOwnPropertyDescriptor(from, name) as PropertyDescriptor;
        }
    }
    try {
        // At once, which is faster than one by one: every game waits for its first canvas.
        Object.defineProperties(native, members);
    } catch {
        for (const name of Object.keys(members)) defineProperty(native, name, members[name] as PropertyDescriptor);
    }
    return native as Native & Node;
}

/**
 * Makes `value instanceof type` true for native objects, whose own constructors nobody can reach
 * (platform facts 3.2, 4.1 #10).
 */
export function recognise(type: object, isInstance: (value: object) => boolean): void {
    Object.defineProperty(type, Symbol.hasInstance, { value: (value: unknown) => !!value && typeof value === 'object' && isInstance(value) });
}
