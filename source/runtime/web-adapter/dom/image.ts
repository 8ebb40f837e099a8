import type { MyImage } from '../../../platform/my';
import type { Host } from '../../my/host';
import { Event } from '../events/event';
import { dispatch, hasListener } from '../events/event-target';
import { HTMLElement, nameElement } from './element';
import { defineOn, lendMembers, recognise } from './native-element';
import type { Node } from './node';

export class HTMLImageElement extends HTMLElement {}

const adopted = new WeakSet<object>();
recognise(HTMLImageElement, (value) => adopted.has(value));

/** A native image that is an element too. */
export type Image = MyImage & Node;

/**
 * Makes a native image an element: `onload`/`onerror` get an event, and `addEventListener` works beside them.
 * The host calls whatever its two properties hold and knows no listeners (platform facts 3.2).
 */
export function adoptImage(native: MyImage): Image {
    adopted.add(native);
    nameElement(native, 'img');
    relay(native, 'load');
    relay(native, 'error');
    lendMembers(native, HTMLImageElement.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
    defineOn(native, 'parentNode', { value: null, writable: true });
    for (const side of ['width', 'height'] as const) {
        const name = side === 'width' ? 'naturalWidth' : 'naturalHeight';
        if (!(name in native)) defineOn(native, name, { get: () => native[side] });
    }
    return native as Image;
}

function relay(image: MyImage, type: 'load' | 'error'): void {
    const name = `on${type}` as const;
    let handler: unknown = null;
    let running = false;
    const whenTold = (): void => {
        // A handler that calls the one it found before itself finds this function.
        if (running) return;
        running = true;
        try {
            const event = new Event(type);
            if (typeof handler === 'function') {
                // The handler runs first: it stands here, not among the listeners.
                event.target = image;
                (handler as (this: unknown, event: Event) => void).call(image, event);
            }
            dispatch(image, event);
        } finally {
            running = false;
        }
    };
    // Into the host's own slot, in case the property is an accessor of the host's.
    image[name] = whenTold;
    const readByHost = Object.prototype.hasOwnProperty.call(image, name);
    defineOn(image, name, {
        enumerable: true,
        // A host that reads the property when it is done must find the relay.
        get: () => readByHost && (handler || hasListener(image, type)) ? whenTold : handler,
        set: (given: unknown) => {
            handler = given;
        },
    });
}

/** The class `Image(width?, height?)` over `my.createImage`. */
export function createImageClass(my: Host): new (width?: number, height?: number) => Image {
    const ImageElement = function (): Image {
        const native = my.createImage && my.createImage();
        if (!native) throw new Error('new Image(): this host has no my.createImage');
        return adoptImage(native);
    };
    ImageElement.prototype = HTMLImageElement.prototype;
    recognise(ImageElement, (value) => adopted.has(value));
    return ImageElement as unknown as new () => Image;
}
