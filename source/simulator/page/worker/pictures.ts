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
    const read = createPixelReader(Canvas);
    const pixelsOf = (bitmap: ImageBitmap): ImageData => {
        let known = pixels.get(bitmap);
        if (!known) pixels.set(bitmap, known = read(bitmap));
        return known;
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

/** Reads a bitmap's pixels by WebGL: a 2d canvas would multiply alpha in, and lose the colours where alpha is low. */
function createPixelReader(Canvas: typeof OffscreenCanvas): (bitmap: ImageBitmap) => ImageData {
    let gl: WebGLRenderingContext | undefined;
    return (bitmap) => {
        const { width, height } = bitmap;
        gl ??= new Canvas(1, 1).getContext('webgl')!;
        const texture = gl.createTexture();
        const framebuffer = gl.createFramebuffer();
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
        gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
        gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
        const bytes = new Uint8ClampedArray(width * height * 4);
        gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(bytes.buffer));
        gl.deleteFramebuffer(framebuffer);
        gl.deleteTexture(texture);
        return new PixelImage(bytes, width, height);
    };
}

/** Taken before the game's global object loses it. */
const PixelImage = ImageData;

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
