import { drawableOf, type ImageDecoder } from '../../model';
import type { BrowserParts } from './browser-parts';

/** A decoded picture: the bitmap, and its pixels once they are needed. */
interface Picture {
    readonly bitmap: ImageBitmap;
    pixels: ImageData | undefined;
}

/** Decodes by the browser, colours as they are and alpha not multiplied in: as an image element gives them to WebGL. */
export function createImageDecoder({ Blob: Bytes, createImageBitmap: decode }: Pick<BrowserParts, 'Blob' | 'createImageBitmap'>): ImageDecoder {
    return async (bytes) => {
        const bitmap = await decode(new Bytes([bytes.slice().buffer]), { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
        return { width: bitmap.width, height: bitmap.height, drawable: { bitmap, pixels: undefined } satisfies Picture };
    };
}

type ContextMethod = (this: object, ...values: unknown[]) => unknown;
type ContextPrototypes = Readonly<Record<string, { readonly prototype: Record<string, ContextMethod> } | undefined>>;

const unpackFlipY = 0x9240;
const unpackPremultiplyAlpha = 0x9241;

/**
 * Lets the browser's contexts draw the host's images, which are plain objects of the model.
 * @param scope where the contexts' constructors still are.
 */
export function acceptHostImages(scope: object, Canvas: typeof OffscreenCanvas): void {
    const prototypes = scope as ContextPrototypes;
    const replace = (owner: string, names: readonly string[], change: (context: object, values: unknown[]) => unknown[]): void => {
        const prototype = prototypes[owner]?.prototype;
        if (!prototype) return;
        for (const name of names) {
            const original = prototype[name];
            if (original) prototype[name] = function (...values) { return original.apply(this, change(this, values)); };
        }
    };
    replace('OffscreenCanvasRenderingContext2D', ['drawImage', 'createPattern'], (_context, [image, ...rest]) => [pictureOf(image)?.bitmap ?? image, ...rest]);
    for (const owner of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
        replace(owner, ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D'], (context, values) => {
            const picture = pictureOf(values[values.length - 1]);
            return picture ? [...values.slice(0, -1), sourceFor(context as WebGLRenderingContext, picture, Canvas)] : values;
        });
    }
}

function pictureOf(image: unknown): Picture | undefined {
    return drawableOf(image) as Picture | undefined;
}

/** WebGL ignores flipping and multiplying for bitmaps but not for pixels, and games ask for both. */
function sourceFor(context: WebGLRenderingContext, picture: Picture, Canvas: typeof OffscreenCanvas): ImageBitmap | ImageData {
    if (!context.getParameter(unpackFlipY) && !context.getParameter(unpackPremultiplyAlpha)) return picture.bitmap;
    picture.pixels ??= readPixels(picture.bitmap, Canvas);
    return picture.pixels;
}

function readPixels(bitmap: ImageBitmap, Canvas: typeof OffscreenCanvas): ImageData {
    const context = new Canvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
