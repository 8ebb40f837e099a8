import type { HostNetwork, SocketPeer } from '../../../source/simulator/model';
import type { BrowserParts } from '../../../source/simulator/page/worker/browser-parts';

/** Puts a real server behind an address of the model's network. */
export function forwardHttp(network: HostNetwork, address: string, real: string, { fetch }: BrowserParts): void {
    network.route(address, async ({ method, url, headers, body }) => {
        const answer = await fetch(url.replace(address, real), { method, headers,
            ...(body && method !== 'GET' ? { body: body.slice().buffer } : {}) });
        return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
    });
}

/** The same for sockets. What the game sends before the real one is open waits for it. */
export function forwardSockets(network: HostNetwork, address: string, real: string, { WebSocket }: BrowserParts): void {
    network.socket(address, (peer: SocketPeer) => {
        const socket = new WebSocket(peer.url.replace(address, real), [...peer.protocols]);
        socket.binaryType = 'arraybuffer';
        const unsent: (string | Uint8Array)[] = [];
        const send = (data: string | Uint8Array): void => socket.send(typeof data === 'string' ? data : data.slice());
        peer.onMessage = (data) => {
            if (socket.readyState === WebSocket.OPEN) send(data);
            else unsent.push(data);
        };
        peer.onClose = (code, reason) => socket.close(code === 1000 || code >= 3000 ? code : 1000, reason);
        socket.onopen = () => unsent.splice(0).forEach(send);
        socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => peer.send(typeof data === 'string' ? data : new Uint8Array(data));
        socket.onclose = ({ code, reason }) => peer.close(code, reason);
        socket.onerror = () => peer.drop();
    });
}
