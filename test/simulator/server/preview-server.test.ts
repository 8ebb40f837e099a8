import { request } from 'node:http';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuildError } from '../../../source/problems';
import { startPreview, type Preview } from '../../../source/simulator/preview';

const product = path.resolve(__dirname, '../../..');
let folder: string;
let preview: Preview;

/** A request with its path as it is written: fetch would tidy it. */
function ask(rawPath: string, { host, method = 'GET', headers = {} }: { host?: string; method?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
    const { port } = new URL(preview.address);
    return new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path: rawPath, method, headers: { host: host ?? `127.0.0.1:${port}`, ...headers } }, (answer) => {
            let body = '';
            answer.setEncoding('utf8').on('data', (part: string) => { body += part; }).on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
        });
        sent.once('error', reject);
        sent.end();
    });
}

beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-server-'));
    const files: Record<string, string> = {
        'secret.txt': 'secret',
        'game/game.json': JSON.stringify({ deviceOrientation: 'landscape', subpackages: [{ name: 'level', root: 'subpackages/level/' }] }),
        'game/game.js': 'require("./a b/ü");',
        'game/a b/ü.js': 'exports.x = 1;',
        'game/src/settings.json': JSON.stringify({ assets: { server: 'https://cdn.example/game', remoteBundles: ['far'] } }),
        'game/subpackages/level/game.js': '',
        'game-remote/remote/far/config.json': '{"name":"far"}',
        'game-maps/game.js.map': JSON.stringify({ version: 3, mappings: 'AAAA', sources: ['game.ts'] }),
    };
    for (const [name, content] of Object.entries(files)) {
        await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await fs.writeFile(path.join(folder, name), content);
    }
    await fs.symlink('../secret.txt', path.join(folder, 'game', 'link.txt'));
    await fs.symlink('..', path.join(folder, 'game', 'up'));
    // The page's scripts are not built in every run of the tests: the folder of a product stands in for them.
    const pages = path.join(folder, 'product');
    await fs.mkdir(path.join(pages, 'dist', 'preview'), { recursive: true });
    await fs.mkdir(path.join(pages, 'static'), { recursive: true });
    await fs.symlink(path.join(product, 'static', 'preview'), path.join(pages, 'static', 'preview'));
    for (const script of ['page.js', 'game-worker.js']) await fs.writeFile(path.join(pages, 'dist', 'preview', script), '');
    preview = await startPreview({ directory: path.join(folder, 'game'), productDirectory: pages, port: 0, allowNetwork: false });
});

afterAll(async () => {
    await preview?.close();
    await fs.rm(folder, { recursive: true, force: true });
});

describe('the preview server', () => {
    it('describes the game', async () => {
        const description = JSON.parse((await ask('/description')).body) as Record<string, unknown>;
        expect(description).toMatchObject({
            title: 'game', orientation: 'landscape', server: 'https://cdn.example/game/', hasRemote: true, allowNetwork: false,
            subpackages: [{ name: 'level', root: 'subpackages/level' }],
            settings: { profile: 'android', device: 'Pixel 8', webgl2: false, quotaBytes: 52_428_800 },
        });
        expect(description['files']).toMatchObject({ 'game.js': 20, 'a b/ü.js': 14 });
    });

    it('serves the page with a policy that lets in nothing else', async () => {
        const { status, headers } = await ask('/?lang=zh');
        expect(status).toBe(200);
        expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
        expect(headers['content-security-policy']).not.toContain('unsafe');
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
        expect(headers['x-content-type-options']).toBe('nosniff');
    });

    it('refuses eval to the Worker of the game by its policy', async () => {
        const { headers } = await ask('/game-worker.js');
        expect(headers['content-security-policy']).toBe("default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'");
    });

    it('wraps modules, also under encoded names', async () => {
        expect((await ask('/module/a%20b/%C3%BC.js')).body).toBe('__defineModule(function(require,module,exports){exports.x = 1;\n});');
    });

    it('serves source maps from the folder beside the package, moved by the wrapper', async () => {
        expect((await ask('/module/game.js')).body.endsWith('\n//# sourceMappingURL=/map/game.js.map')).toBe(true);
        expect(JSON.parse((await ask('/map/game.js.map')).body)).toMatchObject({ sources: ['game.ts'] });
        expect((await ask('/map/game.js')).status).toBe(404);
    });

    it('serves the remote folder', async () => {
        expect((await ask('/remote/remote/far/config.json')).body).toBe('{"name":"far"}');
        expect((await ask('/remote/remote/far/none.json')).status).toBe(404);
    });

    it.each([
        '/package/../secret.txt', '/package/%2e%2e/secret.txt', '/package/..%2fsecret.txt', '/package/%2e%2e%2fsecret.txt', '/package/a/../../secret.txt',
        '/package/..\\secret.txt', '/package/..%5csecret.txt', '/package//etc/passwd', '/package/%2fetc/passwd', '/package/C:/x', '/package/game.js%00.txt',
        '/package/%', '/package/', '/package', '/package/link.txt', '/package/up/secret.txt', '/package/up/game-maps/game.js.map', '/module/../secret.txt', '/map/../secret.txt',
        '/remote/../secret.txt', '/remote/..%2f..%2fsecret.txt', '/../secret.txt', '/secret.txt', '/constructor/x', '/__proto__/x', '/module/game.json', '/module/src/settings.json',
    ])('finds nothing at %s', async (target) => {
        const { status, body } = await ask(target);
        expect(status).toBe(404);
        expect(body).not.toContain('secret');
    });

    it('answers only to names of this machine', async () => {
        expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
        expect((await ask('/package/game.js', { host: '127.0.0.1.evil.example:80' })).status).toBe(403);
        const { port } = new URL(preview.address);
        expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
    });

    it('writes nothing: only GET and HEAD are answered', async () => {
        for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/package/game.js', { method })).status).toBe(405);
        expect(await ask('/package/game.js', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    });

    it('relays no request without --allow-network', async () => {
        expect((await ask('/relay', { method: 'POST', headers: { 'x-relay-address': 'https://example.org/' } })).status).toBe(403);
    });

    it('listens on loopback alone', async () => {
        const outside = Object.values(os.networkInterfaces()).flat().find((address) => address && !address.internal && address.family === 'IPv4');
        if (!outside) return;
        const { port } = new URL(preview.address);
        await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
    });

    it('names a port that is taken', async () => {
        const port = Number(new URL(preview.address).port);
        const setup = { directory: path.join(folder, 'game'), productDirectory: path.join(folder, 'product'), port, allowNetwork: false };
        await expect(startPreview(setup)).rejects.toThrow(/AMG652.*--port/s);
    });

    it('names what is missing of a package or of the installation', async () => {
        const setup = { directory: folder, productDirectory: folder, port: 0, allowNetwork: false };
        const error = await startPreview(setup).then(() => undefined, (reason: unknown) => reason);
        expect(error).toBeInstanceOf(BuildError);
        expect((error as BuildError).problems.map(({ code, values }) => [code, values['missing'] ?? values['file']])).toEqual([
            ['AMG651', 'game.json'], ['AMG655', 'static/preview/index.html'], ['AMG655', 'dist/preview/page.js'], ['AMG655', 'dist/preview/game-worker.js'],
        ]);
    });
});
