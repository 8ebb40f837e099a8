// npm run bench -- deploy [--json]: 6,000 files of 204 MB in all, as in the packager's bench; to a folder, and to a server on loopback that keeps nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDelivery, type TargetConfig } from '../../source/delivery';

const fileCount = 6_000;
const bytesPerFile = 34_000;

interface Figures {
    readonly folderMs: number;
    readonly folderNoChangeMs: number;
    readonly storeMs: number;
    /** How much more memory the process holds at its most than before. */
    readonly growthMb: number;
}

/** Answers as a store does: PUT keeps length and md5, HEAD tells them, GET lists nothing. */
async function startStore(): Promise<{ endpoint: string; close: () => void }> {
    const objects = new Map<string, { bytes: number; etag: string }>();
    const server = createServer((request, response) => {
        const key = request.url ?? '';
        if (request.method === 'PUT') {
            const hash = createHash('md5');
            let bytes = 0;
            request.on('data', (chunk: Buffer) => {
                bytes += chunk.length;
                hash.update(chunk);
            });
            request.on('end', () => {
                objects.set(key, { bytes, etag: hash.digest('hex') });
                response.end();
            });
        } else if (request.method === 'HEAD') {
            const object = objects.get(key);
            response.writeHead(object ? 200 : 404, object ? { 'content-length': object.bytes, etag: `"${object.etag}"` } : {}).end();
        } else response.end('<ListBucketResult></ListBucketResult>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

async function measure(): Promise<Figures> {
    const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-bench-'));
    const store = await startStore();
    try {
        const folder = path.join(scratch, 'game-remote');
        for (let index = 0; index < fileCount; index += 1) {
            const directory = path.join(folder, 'remote', 'main', 'native', String(index % 256));
            mkdirSync(directory, { recursive: true });
            writeFileSync(path.join(directory, `${index}.abc13.png`), Buffer.alloc(bytesPerFile, index & 255));
        }
        const before = process.memoryUsage().rss;
        let most = before;
        const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
        const time = async (target: TargetConfig): Promise<number> => {
            const start = performance.now();
            await runDelivery({ folder, config: { target }, environment: { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' } });
            return Math.round(performance.now() - start);
        };
        const directory: TargetConfig = { type: 'directory', path: path.join(scratch, 'server') };
        const folderMs = await time(directory);
        const folderNoChangeMs = await time(directory);
        const storeMs = await time({ type: 's3', endpoint: store.endpoint, bucket: 'bench', region: 'us-east-1', addressing: 'path' });
        clearInterval(watch);
        return { folderMs, folderNoChangeMs, storeMs, growthMb: Math.round((most - before) / 1024 / 1024) };
    } finally {
        store.close();
        rmSync(scratch, { recursive: true, force: true });
    }
}

void measure().then((figures) => {
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
    else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(20)}${value}`);
});
