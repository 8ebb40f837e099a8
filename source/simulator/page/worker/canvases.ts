import type { MyCanvas } from '../../../platform/my';

/** Canvases of the browser: the screen's is the page's, handed over; the rest are off screen. The model makes them a phone's. */
export function createCanvasFactory(screen: OffscreenCanvas, Canvas: typeof OffscreenCanvas): (width: number, height: number, isScreen: boolean) => MyCanvas {
    return (width, height, isScreen) => {
        if (!isScreen) return new Canvas(width, height) as unknown as MyCanvas;
        screen.width = width;
        screen.height = height;
        return screen as unknown as MyCanvas;
    };
}

/**
 * Makes a Worker's canvases as a screen's: no blobs, bitmaps or events, and sizes that take any value, as engines that
 * write `canvas.width = undefined` expect.
 */
export function plainCanvasPrototype({ prototype }: typeof OffscreenCanvas): void {
    for (const name of ['convertToBlob', 'transferToImageBitmap', 'oncontextlost', 'oncontextrestored']) Reflect.deleteProperty(prototype, name);
    for (const name of ['width', 'height']) {
        const { get, set, ...rest } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
        if (!get || !set) continue;
        Object.defineProperty(prototype, name, { ...rest, get, set(value: unknown) { set.call(this, Number(value) >>> 0); } });
    }
}
