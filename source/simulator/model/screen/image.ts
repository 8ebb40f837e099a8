import type { MyImage } from '../../../platform/my';
import type { Bridge } from '../bridge';
import type { FileOperations } from '../files/operations';
import { fetchMedia } from '../media-source';
import type { HostNetwork } from '../network/network';
import type { DecodedImage, ImageDecoder } from '../setup';
import { DomEvent, isDomNode } from './dom';
import { readImageSize } from '../../../package/image-size';

const drawables = new WeakMap<object, unknown>();

/** What the environment's own contexts can draw for a host image; undefined until it has loaded. */
export function drawableOf(image: unknown): unknown {
    return typeof image === 'object' && image !== null ? drawables.get(image) : undefined;
}

/**
 * `my.createImage()`: two callback properties and no events (platform facts 3.2). An empty address is what engines give
 * an image that they free: the picture goes, nothing is asked for and nothing is told.
 */
export function createImage(bridge: Bridge, operations: FileOperations, network: HostNetwork, decode: ImageDecoder = decodeSizeOnly): MyImage {
    let src = '';
    let load = 0;
    let decoded: DecodedImage | undefined;
    const image: MyImage = {
        get src() { return src; },
        set src(value: string) {
            src = String(value);
            decoded = undefined;
            drawables.delete(image);
            const own = ++load;
            if (src === '') return;
            // An answer that is under way when the address changes is nobody's.
            const tellOwn = (type: 'load' | 'error', failure?: unknown): void => { if (own === load) tell(image, type, failure); };
            const answer = { success: () => tellOwn('load'), fail: (failure: unknown) => tellOwn('error', failure) };
            bridge.callSlow(answer, { api: 'Image.src', group: 'canvas', target: src.slice(0, 200) }, (settle) => {
                const finish = (bytes: Uint8Array): void => {
                    decode(bytes).then((result) => {
                        if (own !== load || bridge.life.isOver) return;
                        decoded = result;
                        if (result.drawable !== undefined) drawables.set(image, result.drawable);
                        settle({ ok: true, result: undefined, bytes: bytes.byteLength });
                    }, (error) => settle(imageFailure(`cannot decode ${src}: ${String(error)}`)));
                };
                fetchMedia(bridge, operations, network, src, finish, (message) => settle(imageFailure(message)), 'Image.src');
            });
        },
        get width() { return decoded?.width ?? 0; },
        get height() { return decoded?.height ?? 0; },
        onload: null,
        onerror: null,
    };
    return image;
}

/** A phone's image has two callback properties; Studio's is an element of a page, whose listeners are told as well. */
function tell(image: MyImage, type: 'load' | 'error', failure?: unknown): void {
    if (isDomNode(image)) image.dispatchEvent(new DomEvent(type));
    else if (type === 'load') image.onload?.();
    else image.onerror?.(failure);
}

function imageFailure(errorMessage: string): { ok: false; failure: { error: number; errorMessage: string } } {
    return { ok: false, failure: { error: 3, errorMessage } };
}

const decodeSizeOnly: ImageDecoder = (bytes) => {
    const size = readImageSize(bytes);
    return size ? Promise.resolve(size) : Promise.reject(new Error('no picture'));
};
