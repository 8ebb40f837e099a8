import type { MyImage } from '../../../platform/my';
import type { Host } from '../../my/host';
import { withSlash } from '../../my/package-path';
import { defineProperty } from '../define-property';
import type { Event } from '../events/event';
import { addListener, fire, hasListener, removeListener } from '../events/event-target';
import { HTMLElement } from './element';
import { adoptNative, recognise } from './native-element';
import type { Node } from './node';

const adopted = new WeakSet<object>();

/** A native image that is an element too. */
export type Image = MyImage & Node;

/**
 * Makes a native image an element: `onload`/`onerror` get an event, and `addEventListener` works beside them.
 */
function adoptImage(native: MyImage, prototype: HTMLElement): Image {
    adopted.add(native);
    relay(native, 'load');
    relay(native, 'error');
    const image = adoptNative(native, prototype, 'img');
    if (!('naturalWidth' in image)) {
        defineProperty(image, 'naturalWidth', { get: () => native.width });
        defineProperty(image, 'naturalHeight', { get: () => native.height });
    }
    return image;
}

/** The host calls what its two properties hold, and knows no listeners (platform facts 3.2). */
function relay(image: MyImage, type: 'load' | 'error'): void {
    const name = type === 'load' ? 'onload' : 'onerror';
    let handler: unknown = null;
    let running = false;
    const whenTold = (): void => {
        // A handler that calls the one it found before itself finds this function.
        if (running) return;
        const other = type === 'error' && withSlash(String(image.src));
        if (other) {
            image.src = other;
            return;
        }
        running = true;
        fire(image, type);
        running = false;
    };
    const callHandler = (event: Event): unknown => (handler as (event: Event) => unknown).call(image, event);
    // Into the host's own slot, in case the property is an accessor of the host's.
    image[name] = whenTold;
    const isSlot = Object.prototype.hasOwnProperty.call(image, name);
    defineProperty(image, name, {
        enumerable: true,
        // A host that reads the property when it is done must find the relay, where that has something to do.
        get: () => isSlot && (hasListener(image, type) || type === 'error' && withSlash(String(image.src))) ? whenTold : handler,
        set: (given: unknown) => {
            handler = given;
            // As in HTML, among the listeners.
            (typeof given === 'function' ? addListener : removeListener)(image, type, callHandler);
        },
    });
}

/** The class of images, `new Image()`, over `my.createImage`. */
export function createImageClass(my: Host): new () => Image {
    class HTMLImageElement extends HTMLElement {
        constructor() {
            super();
            return adoptImage(my.createImage!(), HTMLImageElement.prototype) as unknown as HTMLImageElement;
        }
    }
    recognise(HTMLImageElement, (value) => adopted.has(value));
    return HTMLImageElement as unknown as new () => Image;
}
