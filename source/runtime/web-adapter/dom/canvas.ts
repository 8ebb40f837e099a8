import type { MyCanvas } from '../../../platform/my';
import { HTMLElement, defineSize, type Size } from './element';
import { adoptNative, recognise } from './native-element';
import type { Node } from './node';

export class HTMLCanvasElement extends HTMLElement {}
recognise(HTMLCanvasElement, (value) => 'getContext' in value);

/** A native canvas that is an element too. */
export type Canvas = MyCanvas & Node;

/** Makes a native canvas an element. `shownSize` is its size on the screen, if it is shown. */
export function adoptCanvas(native: MyCanvas, shownSize: () => Size = () => native): Canvas {
    const canvas = adoptNative(native, HTMLCanvasElement.prototype, 'canvas');
    defineSize(canvas, shownSize);
    return canvas;
}
