import { request as requestSecurely } from 'node:https';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * A request of the game to another origin, passed on for it: a phone knows no cross-origin rule, a browser does.
 * Method and body are the call's own; the address comes in `x-relay-address`, the headers as JSON in `x-relay-headers`.
 * A custom header forces a preflight on other sites' pages, which this server never answers: they cannot use the relay.
 * The answer carries the other side's status and headers in `x-relay-status` and `x-relay-headers`.
 */
export async function relayRequest(request: IncomingMessage, response: ServerResponse, allowed: boolean): Promise<void> {
    const address = request.headers['x-relay-address'];
    if (!allowed || typeof address !== 'string') return refuse(response, 403, 'Other origins are refused: start the preview with --allow-network.');
    let target: URL;
    let headers: OutgoingHttpHeaders;
    try {
        target = new URL(address);
        headers = JSON.parse(String(request.headers['x-relay-headers'] ?? '{}')) as OutgoingHttpHeaders;
    } catch {
        return refuse(response, 400, 'The relayed address or its headers cannot be read.');
    }
    if (target.protocol !== 'https:') return refuse(response, 403, 'Only https is relayed, as on a phone.');
    await new Promise<void>((resolve) => {
        // What comes is passed on byte by byte: it must not be compressed.
        const outgoing = requestSecurely(target, { method: request.method ?? 'GET', headers: { ...headers, 'accept-encoding': 'identity' } }, (incoming) => {
            response.writeHead(200, {
                'Content-Type': 'application/octet-stream',
                'x-relay-status': String(incoming.statusCode ?? 0),
                'x-relay-headers': JSON.stringify(incoming.headers),
            });
            incoming.pipe(response).once('close', resolve);
        });
        outgoing.once('error', (error) => {
            if (response.headersSent) response.destroy();
            else refuse(response, 502, error.message);
            resolve();
        });
        response.once('close', () => outgoing.destroy());
        request.pipe(outgoing);
    });
}

function refuse(response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(text);
}
