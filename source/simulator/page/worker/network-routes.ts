import type { HostNetwork, NetworkAnswer, NetworkRequest, SocketPeer } from '../../model';
import type { GameDescription } from '../../protocol';
import type { BrowserParts } from './browser-parts';

/**
 * Puts the preview's servers behind the simulated network: the remote folder under `settings.assets.server`, and with
 * `--allow-network` everything else by the server's relay. Without it other origins are not reached.
 */
export function routeNetwork(network: HostNetwork, { server, allowNetwork }: GameDescription, parts: BrowserParts, onMissing: (address: string) => void): void {
    if (allowNetwork) {
        network.route(/^https?:/, (request) => relay(request, parts));
        network.socket(/^wss:/, (peer) => openSocket(peer, parts));
    }
    if (server === '') return;
    network.route(server, async ({ url }) => {
        const answer = await parts.fetch(`/remote/${url.slice(server.length).replace(/[?#].*$/, '')}`);
        if (answer.status === 404) onMissing(url);
        return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
    });
}

async function relay({ method, url, headers, body }: NetworkRequest, parts: BrowserParts): Promise<NetworkAnswer | undefined> {
    const answer = await parts.fetch('/relay', {
        // A GET may carry no body here; everything else keeps its own method.
        method: method === 'GET' ? 'GET' : method,
        headers: { 'x-relay-address': url, 'x-relay-headers': JSON.stringify(headers) },
        ...(body && method !== 'GET' ? { body: body.slice().buffer } : {}),
    });
    const status = Number(answer.headers.get('x-relay-status') ?? 0);
    if (status === 0) return undefined;
    return {
        status,
        headers: JSON.parse(answer.headers.get('x-relay-headers') ?? '{}') as Record<string, string>,
        body: new Uint8Array(await answer.arrayBuffer()),
    };
}

function openSocket(peer: SocketPeer, { WebSocket }: BrowserParts): void {
    const socket = new WebSocket(peer.url, [...peer.protocols]);
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
}
