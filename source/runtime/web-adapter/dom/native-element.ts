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
    for (let from: object = prototype; from !== Object.prototype; from = Object.getPrototypeOf(from) as object) {
        for (const name of Object.getOwnPropertyNames(from)) {
            if (!(name in native) || /Event/.test(name)) defineProperty(native, name, Object.getOwnPropertyDescriptor(from, name) as PropertyDescriptor);
        }
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
