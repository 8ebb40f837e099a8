import { toExactBuffer, utf8Length } from '../../my/files';
import type { GlobalScope, Host } from '../../my/host';
import { openSocket, type Socket } from '../../my/socket';
import { decodeBase64, encodeBase64 } from '../bom/base64';
import { toBytes } from '../bom/text-encoding';
import { domError } from '../errors';
import type { EventKit } from '../services/event-kit';

/** `WebSocket` over `my.connectSocket`. Bytes travel as base64: that is the host's way (platform facts 3.5). */
export function createWebSocket(scope: GlobalScope, my: Host, { CloseEvent, Event, EventTarget, MessageEvent, defineHandlers, dispatch }: EventKit): object {
    const HostBlob = scope['Blob'] as (new (parts: readonly unknown[]) => unknown) | undefined;
    const sockets = new WeakMap<object, Socket>();

    class WebSocket extends EventTarget {
        readyState = 0;
        /** Bytes the host has not yet taken. */
        bufferedAmount = 0;
        readonly extensions = '';
        readonly protocol = '';
        /** `blob` needs a host with blobs. */
        binaryType = HostBlob ? 'blob' : 'arraybuffer';
        readonly url: string;

        /** @throws a `SyntaxError` for an address that is none of a socket. */
        constructor(url: string | object, protocols: string | readonly string[] = []) {
            super();
            this.url = String(url);
            if (!/^wss?:\/\//i.test(this.url)) throw domError('SyntaxError', `WebSocket: ${this.url} does not begin with ws:// or wss://`);
            sockets.set(this, openSocket(my, this.url, ([] as string[]).concat(protocols), {
                opened: () => {
                    if (this.readyState) return;
                    this.readyState = 1;
                    dispatch(this, new Event('open'));
                },
                received: (data, isBuffer) => {
                    if (this.readyState === 1) dispatch(this, new MessageEvent('message', { data: isBuffer ? toBinary(data, this.binaryType) : data }));
                },
                failed: () => end(this, 1006, ''),
                closed: (code = 1005, reason = '') => end(this, code, reason),
            }));
        }

        /** @throws an `InvalidStateError` before the socket is open. */
        send(data: string | ArrayBuffer | ArrayBufferView): void {
            if (!this.readyState) throw domError('InvalidStateError', 'WebSocket.send: not open yet');
            const bytes = typeof data === 'object' ? toBytes(data) : undefined;
            let size = bytes ? bytes.length : utf8Length(String(data));
            this.bufferedAmount += size;
            if (this.readyState === 1) (sockets.get(this) as Socket).send({ data: bytes ? encodeBase64(bytes) : String(data), isBuffer: !!bytes }, () => {
                this.bufferedAmount -= size;
                // A host may tell twice.
                size = 0;
            });
        }

        /** @throws an `InvalidAccessError` for a code that is neither 1000 nor 3000 to 4999, a `SyntaxError` for a reason over 123 bytes. */
        close(code?: number, reason = ''): void {
            if (code !== undefined && code !== 1000 && !(code >= 3000 && code < 5000)) throw domError('InvalidAccessError', `WebSocket.close: ${code} is neither 1000 nor 3000 to 4999`);
            if (utf8Length(reason) > 123) throw domError('SyntaxError', 'WebSocket.close: the reason is over 123 bytes');
            if (this.readyState > 1) return;
            const opening = !this.readyState;
            this.readyState = 2;
            (sockets.get(this) as Socket).close(code, reason);
            if (opening) void Promise.resolve().then(() => end(this, 1006, ''));
        }
    }

    function end(socket: WebSocket, code: number, reason: string): void {
        if (socket.readyState === 3) return;
        socket.readyState = 3;
        const wasClean = code !== 1006;
        if (!wasClean) dispatch(socket, new Event('error'));
        dispatch(socket, new CloseEvent('close', { code, reason, wasClean }));
    }

    function toBinary(data: string | ArrayBuffer, type: string): unknown {
        // Hosts send the URL-safe alphabet too; Android's own encoder breaks lines.
        const bytes = typeof data === 'string' ? decodeBase64(data.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/')) || new Uint8Array(0) : toBytes(data);
        return type === 'blob' && HostBlob ? new HostBlob([bytes]) : toExactBuffer(bytes);
    }

    ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].forEach((name, value) => Object.assign(WebSocket, { [name]: value }) && Object.assign(WebSocket.prototype, { [name]: value }));
    defineHandlers(WebSocket.prototype, 'open message error close');
    return WebSocket;
}
