import { toExactBuffer, utf8Length } from '../../my/files';
import type { GlobalScope, Host } from '../../my/host';
import { openSocket, type Socket } from '../../my/socket';
import { decodeBase64, encodeBase64 } from '../bom/base64';
import { toBytes, toWellFormed } from '../bom/text-encoding';
import type { Blob} from '../bom/blob';
import { toPartBytes } from '../bom/blob';
import { DOMException } from '../bom/dom-exception';
import { URL } from '../bom/url';
import type { EventKit } from '../services/event-kit';
import { isToken } from './token';

/** `WebSocket` over `my.connectSocket`. Bytes travel as base64: that is the host's way (platform facts 3.5). */
export function createWebSocket(scope: GlobalScope, my: Host, kit: EventKit): object {
    const { CloseEvent, Event, EventTarget, MessageEvent, defineHandlers, dispatch } = kit;
    const sockets = new WeakMap<object, Socket>();
    const binaryTypes = new WeakMap<object, string>();

    class WebSocket extends EventTarget {
        readyState = 0;
        /** Bytes the host has not yet taken. */
        bufferedAmount = 0;
        readonly extensions = '';
        /** What the server chose, where the host tells; else the only one that the game offered. */
        readonly protocol: string = '';
        readonly url: string;

        /** @throws a `SyntaxError` for an address that is none of a socket, and for protocols that are no list of different names. */
        constructor(url: string | object, protocols?: string | Iterable<string>) {
            super();
            this.url = toSocketAddress(String(url));
            const offered = toProtocols(protocols);
            sockets.set(this, openSocket(my, this.url, offered, {
                opened: (chosen = offered.length === 1 ? offered[0] as string : '') => {
                    if (this.readyState) return;
                    Object.assign(this, { readyState: 1, protocol: chosen });
                    dispatch(this, new Event('open'));
                },
                received: (data, isBuffer) => {
                    if (this.readyState !== 1) return;
                    dispatch(this, new MessageEvent('message', { data: isBuffer ? toBinary(data, this.binaryType) : data }));
                },
                failed: () => end(this, 1006, ''),
                closed: (code = 1005, reason = '') => end(this, code, reason),
            }));
        }

        /** `blob` or `arraybuffer`; any other is ignored. Unlike in a browser bytes come as a buffer until a game asks for blobs. */
        get binaryType(): string {
            return binaryTypes.get(this) || 'arraybuffer';
        }

        set binaryType(type: string) {
            if (type === 'blob' || type === 'arraybuffer') binaryTypes.set(this, type);
        }

        /** @throws an `InvalidStateError` before the socket is open. */
        send(data: string | ArrayBuffer | ArrayBufferView | Blob): void {
            if (!this.readyState) throw new DOMException('WebSocket.send: not open yet', 'InvalidStateError');
            const bytes = toPartBytes(data);
            const text = bytes ? '' : toWellFormed(String(data));
            let size = bytes ? bytes.length : utf8Length(text);
            this.bufferedAmount += size;
            if (this.readyState !== 1) return;
            (sockets.get(this) as Socket).send({ data: bytes ? encodeBase64(bytes) : text, isBuffer: !!bytes }, () => {
                this.bufferedAmount -= size;
                // A host may tell twice.
                size = 0;
            });
        }

        /**
         * @throws an `InvalidAccessError` for a code that is neither 1000 nor 3000 to 4999, a `SyntaxError` for a
         * reason over 123 bytes.
         */
        close(code?: number, reason?: string): void {
            // As Web IDL reads a number that it clamps: half goes to the even one.
            const clamped = Math.min(65535, Math.max(0, Number(code) || 0));
            const even = Math.round(clamped) - (clamped % 2 === 0.5 ? 1 : 0);
            const isAllowed = code === undefined || even === 1000 || even >= 3000 && even < 5000;
            if (!isAllowed) throw new DOMException(`WebSocket.close: ${code} is neither 1000 nor 3000 to 4999`, 'InvalidAccessError');
            const text = toWellFormed(String(reason === undefined ? '' : reason));
            if (utf8Length(text) > 123) throw new DOMException('WebSocket.close: the reason is over 123 bytes', 'SyntaxError');
            if (this.readyState > 1) return;
            const opening = !this.readyState;
            this.readyState = 2;
            (sockets.get(this) as Socket).close(code === undefined ? code : even, text);
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
        const toStandard = (text: string): string => text.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/');
        const bytes = typeof data === 'string' ? decodeBase64(toStandard(data)) || new Uint8Array(0) : toBytes(data);
        return type === 'blob' ? new (scope['Blob'] as typeof Blob)([bytes]) : toExactBuffer(bytes);
    }

    for (const owner of [WebSocket, WebSocket.prototype]) Object.assign(owner, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
    defineHandlers(WebSocket.prototype, 'open message error close');
    return WebSocket;
}

const fail = (why: string): never => {
    throw new DOMException(`WebSocket: ${why}`, 'SyntaxError');
};

/** An address as the standard writes it. Web addresses become those of sockets; a fragment has no place in one. */
function toSocketAddress(given: string): string {
    let url: URL | undefined;
    try {
        url = new URL(given);
    } catch { /* said below */ }
    const protocol = url && url.protocol.replace('http', 'ws');
    if (!url || !/^wss?:$/.test(protocol as string)) return fail(`${given} does not begin with ws:// or wss://`);
    if (/#/.test(url.href)) fail(`${given} has a fragment`);
    return url.href.replace(/^[^:]*:/, protocol as string);
}

/** One protocol or many: anything that is no list is one name, as text. */
function toProtocols(given: unknown = []): string[] {
    const isList = !!given && typeof given === 'object' && Symbol.iterator in given;
    const list = isList ? Array.from(given as Iterable<unknown>, String) : [String(given)];
    list.forEach((protocol, index) => {
        if (!isToken(protocol) || list.indexOf(protocol) < index) fail(`"${protocol}" is no protocol, or comes twice`);
    });
    return list;
}
