import { limits } from '../../platform';
import type { Bridge } from './bridge';
import { decodeBase64, encodeUtf8 } from './files/encoding';
import type { FileOperations } from './files/operations';
import type { HostNetwork } from './network/network';

/**
 * Bytes of a package file, a file of the game, a data URL or an https URL.
 * @param reader who needs them; a sound unless it says otherwise.
 */
export function fetchMedia(
    bridge: Bridge, operations: FileOperations, network: HostNetwork, src: string,
    finish: (bytes: Uint8Array) => void, fail: (message: string) => void, reader = 'InnerAudioContext.src',
): void {
    if (/^data:/i.test(src)) {
        const [head = '', body = ''] = src.slice(5).split(',', 2);
        bridge.life.schedule(() => finish(/;base64$/i.test(head) ? decodeBase64(body) : encodeUtf8(decodeURIComponent(body))), 0);
        return;
    }
    if (operations.isRemote(src)) {
        const forget = bridge.life.onEnd(() => cancel());
        const cancel = network.transfer(bridge.life.clock, { method: 'GET', url: src, headers: {}, body: undefined }, limits.requestTimeoutMs, (transfer) => {
            forget();
            if (transfer.kind === 'answered' && transfer.status < 400) finish(transfer.body);
            else fail(transfer.kind === 'answered' ? `${src} answered ${transfer.status}` : `${src}: ${transfer.kind}`);
        });
        return;
    }
    bridge.life.schedule(() => {
        const local = operations.source(src, reader);
        if (local.ok) finish(local.result.bytes);
        else fail(local.failure.errorMessage);
    }, 0);
}
