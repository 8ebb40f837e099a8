import { limits } from '../../../platform';
import type { MyImage } from '../../../platform/my';
import type { Bridge } from '../bridge';
import { decodeBase64 } from '../files/encoding';
import type { FileOperations } from '../files/operations';
import { isRemoteUrl } from '../files/paths';
import type { HostNetwork } from '../network/network';
import type { DecodedImage, ImageDecoder } from '../setup';
import { readImageSize } from '../../../package/image-size';

const drawables = new WeakMap<object, unknown>();

/** What the environment's own contexts can draw for a host image; undefined until it has loaded. */
export function drawableOf(image: unknown): unknown {
    return typeof image === 'object' && image !== null ? drawables.get(image) : undefined;
}

/** `my.createImage()`: two callback properties and no events (platform facts 3.2). */
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
            const answer = { success: () => image.onload?.(), fail: (failure: unknown) => image.onerror?.(failure) };
            bridge.callSlow(answer, { api: 'Image.src', group: 'canvas', target: src.slice(0, 200) }, (settle) => {
                const finish = (bytes: Uint8Array): void => {
                    decode(bytes).then((result) => {
                        if (own !== load || bridge.life.isOver) return;
                        decoded = result;
                        if (result.drawable !== undefined) drawables.set(image, result.drawable);
                        settle({ ok: true, result: undefined, bytes: bytes.byteLength });
                    }, (error) => settle(imageFailure(`cannot decode ${src}: ${String(error)}`)));
                };
                fetchBytes(bridge, operations, network, src, finish, (message) => settle(imageFailure(message)));
            });
        },
        get width() { return decoded?.width ?? 0; },
        get height() { return decoded?.height ?? 0; },
        onload: null,
        onerror: null,
    };
    return image;
}

function imageFailure(errorMessage: string): { ok: false; failure: { error: number; errorMessage: string } } {
    return { ok: false, failure: { error: 3, errorMessage } };
}

/** Bytes of a package file, a file of the game, a data URL or an https URL. */
export function fetchBytes(
    bridge: Bridge, operations: FileOperations, network: HostNetwork, src: string,
    finish: (bytes: Uint8Array) => void, fail: (message: string) => void,
): void {
    if (/^data:/i.test(src)) {
        const [head = '', body = ''] = src.slice(5).split(',', 2);
        bridge.life.schedule(() => finish(/;base64$/i.test(head) ? decodeBase64(body) : new TextEncoder().encode(decodeURIComponent(body))), 0);
        return;
    }
    if (isRemoteUrl(src)) {
        const forget = bridge.life.onEnd(() => cancel());
        const cancel = network.transfer(bridge.life.clock, { method: 'GET', url: src, headers: {}, body: undefined }, limits.requestTimeoutMs, (transfer) => {
            forget();
            if (transfer.kind === 'answered' && transfer.status < 400) finish(transfer.body);
            else fail(transfer.kind === 'answered' ? `${src} answered ${transfer.status}` : `${src}: ${transfer.kind}`);
        });
        return;
    }
    bridge.life.schedule(() => {
        const local = operations.source(src);
        if (local.ok) finish(local.result.bytes);
        else fail(local.failure.errorMessage);
    }, 0);
}

const decodeSizeOnly: ImageDecoder = (bytes) => {
    const size = readImageSize(bytes);
    return size ? Promise.resolve(size) : Promise.reject(new Error('no picture'));
};
