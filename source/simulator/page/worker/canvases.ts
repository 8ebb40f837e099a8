import type { MyCanvas } from '../../../platform/my';

export interface CanvasSetup {
    /** The page's canvas, handed over. */
    readonly screen: OffscreenCanvas;
    readonly webgl2: boolean;
    readonly OffscreenCanvas: typeof OffscreenCanvas;
}

/**
 * Native canvases as the game gets them: the first is the page's, the rest are off screen. They give the kinds of
 * context a phone gives, and no others (platform facts 2.7).
 */
export function createCanvasFactory({ screen, webgl2, OffscreenCanvas: Canvas }: CanvasSetup): (width: number, height: number, isScreen: boolean) => MyCanvas {
    const kinds: ReadonlySet<string> = new Set(webgl2 ? ['2d', 'webgl', 'webgl2'] : ['2d', 'webgl']);
    const { getContext } = Canvas.prototype as { getContext(this: OffscreenCanvas, kind: string, attributes?: object): unknown };
    return (width, height, isScreen) => {
        const canvas = isScreen ? screen : new Canvas(width, height);
        if (isScreen) {
            canvas.width = width;
            canvas.height = height;
        }
        Object.defineProperty(canvas, 'getContext', {
            value: (kind: string, attributes?: object) => (kinds.has(kind) ? getContext.call(canvas, kind, attributes) : null),
            configurable: true, enumerable: false, writable: true,
        });
        return canvas as unknown as MyCanvas;
    };
}

/** Takes the Worker's own additions off its canvases: a phone's has no blobs, bitmaps or events. */
export function stripCanvasPrototype(Canvas: typeof OffscreenCanvas): void {
    for (const name of ['convertToBlob', 'transferToImageBitmap', 'oncontextlost', 'oncontextrestored']) Reflect.deleteProperty(Canvas.prototype, name);
}
