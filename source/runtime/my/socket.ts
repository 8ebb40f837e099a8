import type { My, SocketClose, SocketData, SocketMessage, SocketTask } from '../../platform/my';
import { attempt, callHost, type Host } from './host';

export interface SocketListeners {
    /** @param protocol the one that the server chose, where the host tells. */
    opened(protocol?: string): void;
    /** A message: text, or bytes as base64 or a buffer when `isBuffer`. */
    received(data: string | ArrayBuffer, isBuffer: boolean): void;
    failed(): void;
    closed(code: number | undefined, reason: string | undefined): void;
}

/** An open or opening connection. Its calls never throw; what the host does with them shows in the listeners. */
export interface Socket {
    /** `sent` is called when the host is done with the message, well or not. */
    send(message: SocketData, sent: () => void): void;
    close(code?: number, reason?: string): void;
}

type Member = 'Open' | 'Message' | 'Error' | 'Close';

/**
 * Opens a socket of its own (`multiple`), or the one global socket on a host that gives no task. A message may be
 * wrapped once more than documented (platform facts 3.5).
 */
export function openSocket(my: Host, url: string, protocols: readonly string[], { opened, received, failed, closed }: SocketListeners): Socket {
    let task: SocketTask | undefined;
    // Not during the call: nobody listens yet.
    const fail = (): void => void Promise.resolve().then(failed);
    try {
        task = (my as My).connectSocket({ url, protocols, multiple: true, fail });
    } catch {
        fail();
    }
    const listen = (member: Member, listener: (event: never) => void): void => {
        if (task) task[`on${member}`](listener as (event: unknown) => void);
        else callHost(my, `onSocket${member}`, listener as (event: unknown) => void);
    };
    listen('Open', (event: { readonly header?: Readonly<Record<string, unknown>> } = {}) => {
        const header = event.header || {};
        const name = Object.keys(header).filter((one) => /^sec-websocket-protocol$/i.test(one))[0];
        opened(name && String(header[name]));
    });
    listen('Message', (event: SocketMessage) => {
        const { data, isBuffer } = isWrapped(event.data) ? event.data : event as SocketData;
        received(data, !!isBuffer || typeof data !== 'string');
    });
    listen('Error', failed);
    listen('Close', (event: SocketClose = {}) => closed(event.code, event.reason));
    return {
        send(message, sent) {
            const options = Object.assign({ complete: sent }, message);
            if (task) attempt(() => (task as SocketTask).send(options));
            else callHost(my, 'sendSocketMessage', options);
        },
        close(code, reason) {
            if (task) attempt(() => (task as SocketTask).close(code ? { code, reason } : {}));
            else callHost(my, 'closeSocket', {});
        },
    };
}

function isWrapped(data: SocketMessage['data']): data is SocketData {
    return !!data && typeof data === 'object' && 'data' in data;
}
