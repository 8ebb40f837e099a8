import type { MyCanvas } from '../../../platform/my';
import type { Host } from '../../my/host';
import { HTMLElement, createRectangle, nameElement } from './element';
import { defineOn, lendMembers, recognise } from './native-element';
import type { Node } from './node';

export class HTMLCanvasElement extends HTMLElement {}
recognise(HTMLCanvasElement, (value) => typeof value['getContext'] === 'function');

/** A native canvas that is an element too. */
export type Canvas = MyCanvas & Node;

/** What only our own dispatch may do, also where the host's canvas has a method of that name. */
const ownEvents = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

/** Makes a native canvas an element. `shownSize` gives the size on the screen, in CSS pixels, of the screen's canvas. */
export function adoptCanvas(native: MyCanvas, shownSize?: () => { readonly width: number; readonly height: number }): Canvas {
    nameElement(native, 'canvas');
    lendMembers(native, HTMLCanvasElement.prototype, ownEvents);
    defineOn(native, 'parentNode', { value: null, writable: true });
    const size = (): { readonly width: number; readonly height: number } => shownSize ? shownSize() : native;
    for (const kind of ['client', 'offset']) {
        defineOn(native, `${kind}Width`, { get: () => size().width });
        defineOn(native, `${kind}Height`, { get: () => size().height });
    }
    defineOn(native, 'getBoundingClientRect', { value: () => createRectangle(size().width, size().height), writable: true });
    return native as Canvas;
}

/** Makes an off-screen canvas, or the screen's at the first call: that is the host's rule (platform facts 3.1). */
export function createCanvas(my: Host): Canvas {
    const native = my.createCanvas && my.createCanvas();
    if (!native) throw new Error('document.createElement("canvas"): this host has no my.createCanvas');
    return adoptCanvas(native);
}
