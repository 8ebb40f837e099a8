import { createReadStream } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { TransferError } from './retry';
import type { OnBytes } from './target/target';

/** A request; Creator's Node 14 has no `fetch`, and streams with known lengths are what http is good at. */
export interface HttpRequest {
    readonly method: 'GET' | 'HEAD' | 'PUT';
    readonly url: URL;
    readonly headers?: Readonly<Record<string, string>>;
    /** A file that is sent as the body. */
    readonly file?: { readonly path: string; readonly bytes: number; readonly onBytes: OnBytes };
    /** Gets the body piece by piece, whatever its size; without it at most `keptBytes` of it are kept. */
    readonly onBody?: (chunk: Buffer) => void;
}

export interface HttpResponse {
    readonly status: number;
    readonly headers: http.IncomingHttpHeaders;
    readonly body: string;
}

export interface HttpClient {
    /** @throws TransferError (`again`) where no whole answer came. */
    send(request: HttpRequest): Promise<HttpResponse>;
    close(): void;
}

/** A connection that says nothing for so long is given up. */
const silenceMs = 60_000;
/** What a write ends in where the other side has closed the connection. */
const cutCodes: readonly string[] = ['EPIPE', 'ECONNRESET', 'ECONNABORTED'];
/** Its answer, sent before, is lost then. */
const cutHint = ' (closed before the whole file was sent, as stores do that refuse the keys or the size)';
/** A page of a listing of 1,000 long names is below this. */
const keptBytes = 4 * 1024 * 1024;

/** Sends requests over at most `connections` kept connections. Redirects are not followed: a phone may not either. */
export function createHttpClient(connections: number): HttpClient {
    const settings = { keepAlive: true, maxSockets: connections };
    const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) } as const;
    return {
        send: (request) => sendRequest(request, agents[request.url.protocol as keyof typeof agents]),
        close: () => Object.values(agents).forEach((agent) => agent.destroy()),
    };
}

function sendRequest({ method, url, headers = {}, file, onBody }: HttpRequest, agent: http.Agent): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
        const fail = (error: NodeJS.ErrnoException): void => {
            const isCutWhileSending = file !== undefined && !request.writableFinished && cutCodes.includes(error.code ?? '');
            reject(new TransferError(`${url.host}: ${error.message}${isCutWhileSending ? cutHint : ''}`, 'again'));
        };
        const length = file === undefined ? {} : { 'Content-Length': String(file.bytes) };
        const request = (url.protocol === 'https:' ? https : http).request(url, { method, agent, headers: { ...headers, ...length } });
        request.setTimeout(silenceMs, () => request.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
        request.on('error', fail);
        request.on('response', (response) => {
            const kept: Buffer[] = [];
            let bytes = 0;
            response.on('data', (chunk: Buffer) => {
                bytes += chunk.length;
                if (onBody) onBody(chunk);
                else if (bytes <= keptBytes) kept.push(chunk);
            });
            response.on('aborted', () => fail(new Error('the connection was cut')));
            response.on('error', fail);
            response.on('end', () => {
                resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(kept).toString('utf8') });
                // An answer before the body was sent: what is left of it must not be read as the next request.
                if (!request.writableFinished) request.destroy();
            });
        });
        if (file === undefined) {
            request.end();
            return;
        }
        const reader = createReadStream(file.path, { highWaterMark: 256 * 1024, ...(file.bytes > 0 ? { end: file.bytes - 1 } : {}) });
        let read = 0;
        reader.on('data', (chunk) => {
            read += chunk.length;
            file.onBytes(chunk.length);
        });
        reader.on('error', (error) => {
            reject(new TransferError(error.message, 'refused'));
            request.destroy();
        });
        reader.on('end', () => {
            if (read === file.bytes) return;
            reject(new TransferError(`the file has become shorter than ${file.bytes} bytes`, 'refused'));
            request.destroy();
        });
        request.on('close', () => reader.destroy());
        reader.pipe(request);
    });
}
