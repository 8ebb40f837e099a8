import type { ImageDecoder } from '../../model';
import type { BrowserParts } from './browser-parts';

/** Decodes by the browser, colours as they are and alpha not multiplied in: as an image element gives them to WebGL. */
export function createImageDecoder({ Blob: Bytes, createImageBitmap: decode }: Pick<BrowserParts, 'Blob' | 'createImageBitmap'>): ImageDecoder {
    return async (bytes) => {
        const drawable = await decode(new Bytes([bytes.slice().buffer]), { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
        return { width: drawable.width, height: drawable.height, drawable };
    };
}

type ContextMethod = (this: WebGLRenderingContext, ...values: unknown[]) => unknown;

const unpackFlipY = 0x9240;
const unpackPremultiplyAlpha = 0x9241;

/**
 * WebGL turns images over and multiplies their alpha in when a game asks for it, but not for bitmaps. A Worker has no
 * image elements, so its bitmaps go in as pixels then.
 * @param scope where the contexts' constructors still are.
 */
export function uploadPicturesAsImages(scope: object, { OffscreenCanvas: Canvas, ImageBitmap: Bitmap }: Pick<BrowserParts, 'OffscreenCanvas' | 'ImageBitmap'>): void {
    const pixels = new WeakMap<ImageBitmap, ImageData>();
    const pixelsOf = (bitmap: ImageBitmap): ImageData => {
        const known = pixels.get(bitmap);
        if (known) return known;
        const context = new Canvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
        context.drawImage(bitmap, 0, 0);
        const read = context.getImageData(0, 0, bitmap.width, bitmap.height);
        pixels.set(bitmap, read);
        return read;
    };
    for (const owner of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
        const prototype = (scope as Readonly<Record<string, { readonly prototype: Record<string, ContextMethod> } | undefined>>)[owner]?.prototype;
        for (const name of ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D']) {
            const original = prototype?.[name];
            if (!prototype || !original) continue;
            prototype[name] = function (...values) {
                const last = values.length - 1;
                const source = values[last];
                if (source instanceof Bitmap && (this.getParameter(unpackFlipY) || this.getParameter(unpackPremultiplyAlpha))) values[last] = pixelsOf(source);
                return original.apply(this, values);
            };
        }
    }
}

/** Makes a font known to the browser's 2d contexts; it is there a moment later. @returns its family. */
export function createFontLoader({ FontFace: Face, fonts }: Pick<BrowserParts, 'FontFace' | 'fonts'>): (bytes: Uint8Array) => string | null {
    let count = 0;
    return (bytes) => {
        const face = new Face(`font_${++count}`, bytes.slice().buffer);
        fonts.add(face);
        face.load().catch(() => fonts.delete(face));
        return face.family;
    };
}
