import S3rver from '@20minutes/s3rver';
import { getSigningKey, getStringToSign } from '@20minutes/s3rver/lib/signature/v4';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * @20minutes/s3rver: the kept fork of s3rver. Of the S3-compatible servers in the npm registry it is the one that
 * checks signatures of version 4 (s3rver itself lets any pass) and the age of their dates, knows both styles of
 * addresses, and runs in the test's own process without a download.
 */

export const bucket = 'game-cdn';
/** The only keys s3rver accepts. */
export const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' } as const;

/** What the proxy may do with a request instead of passing it on. */
export type Fault =
    /** Cuts the connection before the server sees the request. */
    | { readonly type: 'drop' }
    /** Lets the server do its work, then cuts the connection before the answer is out. */
    | { readonly type: 'drop-answer' }
    | { readonly type: 'answer'; readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
    /** Flips a byte of the body on its way; the signature still holds. */
    | { readonly type: 'corrupt' }
    | { readonly type: 'hold'; readonly milliseconds: number };

export interface SeenRequest {
    readonly method: string;
    /** Path and query. */
    readonly url: string;
    readonly headers: http.IncomingHttpHeaders;
}

/** Whether a request's signature is right for its path as it was sent, by the server's own arithmetic. */
export function isSignedRight({ method, url, headers }: SeenRequest): boolean {
    const [, date = '', region = '', signedHeaders = '', signature] = /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(headers.authorization ?? '') ?? [];
    const [uri = '', query = ''] = url.split('?');
    const canonical = { method, uri, querystring: query.split('&').sort().join('&'), headers, timestamp: headers['x-amz-date'] };
    const text = getStringToSign(canonical, { credential: { date, region, service: 's3', termination: 'aws4_request' }, signedHeaders: signedHeaders.split(';') });
    return createHmac('sha256', getSigningKey(keys.AWS_SECRET_ACCESS_KEY, date, region, 's3')).update(text).digest('hex') === signature;
}

export interface S3Server {
    /** Lets any signature pass: the server signs the bucket's name into paths that do not hold it, in virtual-host style. */
    acceptAnySignature(): void;
    /** The address of the proxy before the server. */
    readonly endpoint: string;
    readonly requests: SeenRequest[];
    /** What happens to each request; undefined passes it on. */
    fault: ((request: SeenRequest, index: number) => Fault | undefined) | undefined;
    /** Bytes of an object, undefined where there is none. */
    read(key: string): Promise<Buffer | undefined>;
    /** Most requests that were open at the same time since the start. */
    readonly mostAtOnce: () => number;
    close(): Promise<void>;
}

/** Starts s3rver with an empty bucket on loopback, and a proxy before it that makes faults. */
export async function startS3Server(): Promise<S3Server> {
    const directory = mkdtempSync(path.join(tmpdir(), 's3-'));
    // The bucket in the host name: `game-cdn.localhost:PORT`.
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }], serviceEndpoint: 'localhost', vhostBuckets: true });
    // Its log is put into words and colours even where it is silent.
    server.middleware.shift();
    const { port } = await server.run();
    const requests: SeenRequest[] = [];
    let open = 0;
    let most = 0;

    const proxy = http.createServer((incoming, outgoing) => {
        const seen = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers };
        const fault = running.fault?.(seen, requests.length);
        requests.push(seen);
        open += 1;
        most = Math.max(most, open);
        outgoing.on('close', () => (open -= 1));
        const pass = (): void => {
            const onward = http.request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
                if (fault?.type === 'drop-answer') {
                    answer.resume().on('end', () => incoming.socket.destroy());
                    return;
                }
                outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
                answer.pipe(outgoing);
            });
            onward.on('error', () => incoming.socket.destroy());
            incoming.on('error', () => onward.destroy());
            let first = fault?.type === 'corrupt';
            incoming.on('data', (chunk: Buffer) => {
                if (first) chunk[0] = (chunk[0] ?? 0) ^ 1;
                first = false;
                onward.write(chunk);
            });
            incoming.on('end', () => onward.end());
        };
        if (fault?.type === 'drop') incoming.socket.destroy();
        else if (fault?.type === 'answer') incoming.resume().on('end', () => outgoing.writeHead(fault.status, fault.headers).end(fault.body ?? ''));
        else if (fault?.type === 'hold') setTimeout(pass, fault.milliseconds);
        else pass();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const running: S3Server = {
        endpoint: `http://localhost:${(proxy.address() as AddressInfo).port}`,
        requests,
        fault: undefined,
        acceptAnySignature: () => (server.allowMismatchedSignatures = true),
        mostAtOnce: () => most,
        read: (key) => new Promise((resolve, reject) => {
            http.get({ host: '127.0.0.1', port, path: `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}` }, (answer) => {
                const chunks: Buffer[] = [];
                answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(answer.statusCode === 200 ? Buffer.concat(chunks) : undefined));
            }).on('error', reject);
        }),
        async close() {
            proxy.closeAllConnections();
            await new Promise((resolve) => proxy.close(resolve));
            await server.close();
            rmSync(directory, { recursive: true, force: true });
        },
    };
    return running;
}
