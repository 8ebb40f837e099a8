import { spawnSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPreview, type Preview } from '../../../source/simulator/preview';

let folder: string;
let preview: Preview;

beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'network-relay-'));
    for (const name of ['game.json', 'game.js', 'static/preview/index.html', 'dist/preview/page.js', 'dist/preview/game-worker.js']) {
        await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await fs.writeFile(path.join(folder, name), '{}');
    }
    preview = await startPreview({ directory: folder, productDirectory: folder, port: 0, allowNetwork: true });
});
afterAll(async () => {
    await preview?.close();
    await fs.rm(folder, { recursive: true, force: true });
});

const relay = (address: string, init: RequestInit = {}): Promise<Response> => fetch(`${preview.address}relay`, { ...init, headers: { 'x-relay-address': address, ...init.headers } });

describe('preview --allow-network', () => {
    it('relays https alone, as a phone does', async () => {
        expect((await relay('http://127.0.0.1:1/')).status).toBe(403);
        expect((await relay('file:///etc/passwd')).status).toBe(403);
        expect((await relay('no address')).status).toBe(400);
        expect((await relay('https://127.0.0.1:1/', { headers: { 'x-relay-headers': 'no json' } })).status).toBe(400);
        expect((await relay('https://127.0.0.1:1/')).status).toBe(502);
    });

    it('lets the Worker open secure sockets, and keeps its other rules', async () => {
        const policy = (await fetch(`${preview.address}game-worker.js`)).headers.get('content-security-policy');
        expect(policy).toBe("default-src 'none'; script-src 'self'; connect-src 'self' wss:; base-uri 'none'");
    });

    it('passes method, headers and body on, and brings status, headers and body back', async (test) => {
        const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=localhost'], { cwd: folder });
        if (made.status !== 0) {
            console.log('NOT RUN: the relay against a real https server, for want of openssl.');
            return test.skip('no openssl');
        }
        const server: Server = createServer({ key: await fs.readFile(path.join(folder, 'key.pem')), cert: await fs.readFile(path.join(folder, 'cert.pem')) }, (request, response) => {
            let body = '';
            request.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => {
                response.writeHead(418, { 'x-pot': 'tea' });
                response.end(`${request.method} ${request.url} ${request.headers['x-token']} ${body}`);
            });
        });
        await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
        process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
        try {
            const answer = await relay(`https://127.0.0.1:${(server.address() as AddressInfo).port}/score?a=1`, { method: 'POST', body: 'points', headers: { 'x-relay-headers': '{"x-token":"t"}' } });
            expect(answer.status).toBe(200);
            expect(answer.headers.get('x-relay-status')).toBe('418');
            expect(JSON.parse(answer.headers.get('x-relay-headers') ?? '')).toMatchObject({ 'x-pot': 'tea' });
            expect(await answer.text()).toBe('POST /score?a=1 t points');
        } finally {
            delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
            server.close();
        }
    });
});
