import { describe, expect, it } from 'vitest';
import { profileNames, type DownloadFileResult, type RequestResult } from '../../../../source/platform';
import { HostNetwork, type HostSetup, type NetworkConditions } from '../../../../source/simulator/model';
import { ask, bytesOf, createTestHost, failureOf, type TestHost } from '../answers';

const origin = 'https://cdn.example/';
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

function start(setup: HostSetup = {}, conditions: Partial<NetworkConditions> = {}): TestHost {
    const network = new HostNetwork(conditions);
    network.serve(origin, { 'a.json': '{"a":1}', 'a.txt': 'text', 'a.bin': Uint8Array.from([0, 255]), 'a.png': png, 'big.bin': new Uint8Array(1000) });
    return createTestHost({ network, ...setup });
}

const request = (host: TestHost, path: string, options: object = {}): Promise<RequestResult> => (
    ask<RequestResult>(host, (callbacks) => host.my.request({ url: path.includes(':') ? path : origin + path, ...options, ...callbacks }))
);
const download = (host: TestHost, path: string, options: object = {}): Promise<DownloadFileResult> => (
    ask<DownloadFileResult>(host, (callbacks) => host.my.downloadFile({ url: path.includes(':') ? path : origin + path, ...options, ...callbacks }))
);

describe('my.request (platform facts 3.5)', () => {
    it('dataType is json when absent', async () => {
        expect(await request(start(), 'a.json')).toMatchObject({ data: { a: 1 }, status: 200 });
    });

    it('4.2 #18: with the default a body that is no JSON fails with error 14', async () => {
        const host = start();
        expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}a.txt`, ...callbacks }))).toMatchObject({ error: 14, status: 200, data: 'text' });
    });

    it.each([['text', 'text'], ['base64', 'dGV4dA=='], ['arraybuffer', bytesOf('text').buffer]])('dataType %s', async (dataType, data) => {
        expect((await request(start(), 'a.txt', { dataType })).data).toEqual(data);
    });

    it('has no responseType: WeChat\'s word changes nothing', async () => {
        expect((await request(start(), 'a.json', { responseType: 'arraybuffer' })).data).toEqual({ a: 1 });
    });

    it('reads `headers`, plural', async () => {
        const host = start();
        await request(host, 'a.json', { headers: { 'X-Game': '1' }, header: { 'X-Wrong': '1' } });
        expect(host.network.requests[0]?.headers).toEqual({ 'x-game': '1' });
    });

    it('answers status and headers, and their aliases on newer clients', async () => {
        expect(await request(start({ switches: { statusAliases: true } }), 'a.json')).toMatchObject({ status: 200, statusCode: 200, header: { 'content-type': 'application/json' } });
        expect(await request(start({ switches: { statusAliases: false } }), 'a.json')).not.toHaveProperty('statusCode');
    });

    it('an HTTP error comes as a success with its status', async () => {
        const result = await request(start({ switches: { httpErrors: 'success' } }), 'missing', { dataType: 'text' });
        expect(result).toMatchObject({ status: 404, data: expect.stringContaining('404') as string });
    });

    it('or, as the FAQ says, as a failure with error 19', async () => {
        const host = start({ switches: { httpErrors: 'fail' } });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}missing`, dataType: 'text', ...callbacks }))).toMatchObject({ error: 19, status: 404 });
    });

    it('4.2 #19: the data of a failure need not be a string', async () => {
        const host = start({ switches: { httpErrors: 'fail' } });
        host.network.route(`${origin}broken`, { status: 500, body: '{"reason":"db"}' });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}broken`, ...callbacks }))).toMatchObject({ error: 19, data: { reason: 'db' } });
    });

    it('abort gives error 9, and nothing else comes', async () => {
        const host = start({}, { latencyMs: 100 });
        const answers: unknown[] = [];
        const task = host.my.request({ url: `${origin}a.json`, complete: (answer) => answers.push(answer) });
        await host.clock.advance(50);
        task?.abort();
        await host.clock.advance(1000);
        expect(answers).toEqual([{ error: 9, errorMessage: expect.any(String) as string }]);
    });

    it('times out with error 13 after its timeout, or after 30 s', async () => {
        for (const [timeout, expected] of [[500, 500], [undefined, 30_000]] as const) {
            const host = start({}, { latencyMs: 100_000 });
            expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}a.json`, timeout, ...callbacks }))).toMatchObject({ error: 13 });
            expect(host.clock.now()).toBe(expected);
        }
    });

    it('error 12 without a network, 2 for a bad address', async () => {
        const host = start({}, { online: false });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}a.json`, ...callbacks }))).toMatchObject({ error: 12 });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: 'a.json', ...callbacks }))).toMatchObject({ error: 2 });
    });

    it('sends a body of text, bytes or JSON, and an object of a GET in the address', async () => {
        const host = start();
        await request(host, 'a.json', { method: 'post', data: 'text' });
        await request(host, 'a.json', { method: 'POST', data: bytesOf('bytes').buffer });
        await request(host, 'a.json', { method: 'POST', data: { n: 1 } });
        await request(host, 'a.json', { data: { n: '1 2' } });
        expect(host.network.requests.map(({ method, body, url }) => [method, body && new TextDecoder().decode(body), url.slice(origin.length)])).toEqual([
            ['POST', 'text', 'a.json'], ['POST', 'bytes', 'a.json'], ['POST', '{"n":1}', 'a.json'], ['GET', undefined, 'a.json?n=1%202'],
        ]);
    });
});

describe('my.downloadFile (platform facts 3.5)', () => {
    it('gives apFilePath, and tempFilePath from base library 2.7.23', async () => {
        const both = await download(start({ switches: { tempFilePathAlias: true } }), 'a.bin');
        expect(both.apFilePath).toBe(both.tempFilePath);
        const old = await download(start({ switches: { tempFilePathAlias: false } }), 'a.bin');
        expect(Object.keys(old)).toEqual(['apFilePath']);
    });

    it.each(profileNames)('%s: the path can be read, copied and stated', async (profile) => {
        const host = start({ profile });
        const { apFilePath } = await download(host, 'a.bin');
        const fs = host.my.getFileSystemManager();
        expect([...new Uint8Array((fs.readFileSync({ filePath: apFilePath! }) as { data: ArrayBuffer }).data)]).toEqual([0, 255]);
        expect(fs.copyFileSync({ srcPath: apFilePath!, destPath: '/usr/data/a.bin' })).not.toHaveProperty('error');
        expect(fs.writeFileSync({ filePath: apFilePath!, data: 'x' })).toMatchObject({ error: 10024 });
    });

    it('2.3: the path is a made-up URL or a plain path', async () => {
        expect((await download(start({ switches: { tempFilePaths: 'resource-url' } }), 'a.bin')).apFilePath).toMatch(/^https:\/\/resource\/\w+\.other$/);
        expect((await download(start({ switches: { tempFilePaths: 'plain' } }), 'a.bin')).apFilePath).toMatch(/^\/tmp\/.+\.other$/);
    });

    it('2.3, 4.2 #22: the extension is decided by the content', async () => {
        const host = start();
        const samples: Record<string, Uint8Array> = {
            '.image': png, '.audio': bytesOf('ID3\u0004'), '.video': bytesOf('\0\0\0\u0018ftypmp42'), '.pdf': bytesOf('%PDF-1.4'), '.other': bytesOf('{}'),
        };
        for (const [extension, body] of Object.entries(samples)) {
            host.network.route(`${origin}sample.png`, { body });
            expect((await download(host, 'sample.png')).apFilePath).toMatch(new RegExp(`\\${extension}$`));
        }
    });

    it('reads `header`, singular', async () => {
        const host = start();
        await download(host, 'a.bin', { header: { 'X-Game': '1' }, headers: { 'X-Wrong': '1' } });
        expect(host.network.requests[0]?.headers).toEqual({ 'x-game': '1' });
    });

    it('the result has no HTTP status: the body of a 404 arrives as a success', async () => {
        const host = start({ switches: { downloadHttpErrors: 'success' } });
        const result = await download(host, 'missing.png');
        expect(result).not.toHaveProperty('status');
        expect(result).not.toHaveProperty('statusCode');
        expect(host.my.getFileSystemManager().readFileSync({ filePath: result.apFilePath!, encoding: 'utf8' })).toMatchObject({ data: expect.stringContaining('404 Not Found') as string });
    });

    it('or a 404 fails', async () => {
        const host = start({ switches: { downloadHttpErrors: 'fail' } });
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: `${origin}missing`, ...callbacks }))).toMatchObject({ error: 19 });
    });

    it('with filePath: writes there, and the result is filePath', async () => {
        const host = start();
        expect(await download(host, 'a.bin', { filePath: '/usr/data/a.bin' })).toMatchObject({ filePath: '/usr/data/a.bin' });
        expect(host.disk.usedBytes).toBe(2);
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: `${origin}a.bin`, filePath: '/usr/data/no/a', ...callbacks }))).toMatchObject({ error: 10022 });
    });

    it('Studio passes over filePath', async () => {
        const host = start({ profile: 'studio' });
        const result = await download(host, 'a.bin', { filePath: '/usr/data/a.bin' });
        expect(result.apFilePath).not.toBe('/usr/data/a.bin');
        expect(host.disk.list()).toEqual([]);
    });

    it('4.2 #21: http is refused with error 20, before any request', async () => {
        const host = start();
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: 'http://cdn.example/a.bin', ...callbacks }))).toMatchObject({ error: 20 });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: 'http://cdn.example/a.bin', ...callbacks }))).toMatchObject({ error: 20 });
        expect(host.network.requests).toEqual([]);
    });

    it('fails with 12 offline, 2 for a bad address, 13 after 60 s', async () => {
        const host = start({}, { online: false });
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: `${origin}a.bin`, ...callbacks }))).toMatchObject({ error: 12 });
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: '/a.bin', ...callbacks }))).toMatchObject({ error: 2 });
        const slow = start({}, { latencyMs: 100_000 });
        expect(await failureOf(slow, (callbacks) => slow.my.downloadFile({ url: `${origin}a.bin`, ...callbacks }))).toMatchObject({ error: 13 });
        expect(slow.clock.now()).toBe(60_000);
    });

    it('tells of its progress on the task it returns, where it returns one', async () => {
        const host = start({ switches: { downloadTask: true } }, { bytesPerSecond: 1000 });
        const seen: number[] = [];
        await ask(host, (callbacks) => {
            host.my.downloadFile({ url: `${origin}big.bin`, ...callbacks })?.onProgressUpdate?.(({ progress, totalBytesWritten, totalBytesExpectedToWrite }) => {
                expect(totalBytesWritten / totalBytesExpectedToWrite * 100).toBeCloseTo(progress, 0);
                seen.push(progress);
            });
        });
        expect(seen).toEqual([25, 50, 75, 100]);
        expect(start({ switches: { downloadTask: false } }).my.downloadFile({ url: `${origin}a.bin` })).toBeUndefined();
    });

    it('abort leaves no file', async () => {
        const host = start({}, { bytesPerSecond: 1000 });
        const failures: unknown[] = [];
        const task = host.my.downloadFile({ url: `${origin}big.bin`, filePath: '/usr/data/big', fail: (failure) => failures.push(failure) });
        await host.clock.advance(500);
        task?.abort();
        await host.clock.advance(5000);
        expect(failures).toMatchObject([{ error: 9 }]);
        expect(host.disk.list()).toEqual([]);
    });
});

describe('my.uploadFile', () => {
    it('sends a file of the game', async () => {
        const host = start();
        host.network.route(`${origin}upload`, ({ body }) => ({ body: `${body?.byteLength} bytes` }));
        host.disk.write('/usr/data/save', bytesOf('state'));
        expect(await ask(host, (callbacks) => host.my.uploadFile?.({ url: `${origin}upload`, filePath: '/usr/data/save', ...callbacks }))).toMatchObject({ data: '5 bytes', statusCode: 200 });
        expect(await failureOf(host, (callbacks) => host.my.uploadFile?.({ url: `${origin}upload`, filePath: '/usr/data/no', ...callbacks }))).toMatchObject({ error: 10022 });
    });
});

describe('network conditions', () => {
    it('latency, then the bytes at the speed of the line', async () => {
        const host = start({}, { latencyMs: 80, bytesPerSecond: 2000 });
        await download(host, 'big.bin');
        expect(host.clock.now()).toBe(580);
    });

    it('transfers share the line', async () => {
        const host = start({}, { bytesPerSecond: 1000 });
        let done = 0;
        for (let index = 0; index < 3; index++) host.my.downloadFile({ url: `${origin}big.bin`, success: () => done++ });
        await host.clock.advance(2999);
        expect(done).toBe(2);
        await host.clock.advance(1);
        expect(done).toBe(3);
    });

    it('a dropped connection fails, after its bytes or before any', async () => {
        const host = start();
        host.network.route(`${origin}drop`, { body: new Uint8Array(100), dropAfterBytes: 40 });
        host.network.route(`${origin}none`, { dropAfterBytes: 0 });
        expect(await failureOf(host, (callbacks) => host.my.downloadFile({ url: `${origin}drop`, ...callbacks }))).toMatchObject({ error: 12 });
        expect(await failureOf(host, (callbacks) => host.my.request({ url: `${origin}none`, ...callbacks }))).toMatchObject({ error: 12 });
        expect(host.disk.list('/tmp/alipay')).toEqual([]);
    });

    it('a server that nobody runs is not reached', async () => {
        const host = start();
        expect(await failureOf(host, (callbacks) => host.my.request({ url: 'https://nowhere.example/', ...callbacks }))).toMatchObject({ error: 12 });
    });

    it('going offline breaks what is under way, and tells the game', async () => {
        const host = start({}, { bytesPerSecond: 100 });
        const statuses: unknown[] = [];
        host.my.onNetworkStatusChange?.((status) => statuses.push(status));
        const failure = failureOf(host, (callbacks) => host.my.downloadFile({ url: `${origin}big.bin`, ...callbacks }));
        host.network.change({ online: false });
        expect(await failure).toMatchObject({ error: 12 });
        expect(statuses).toMatchObject([{ isConnected: false, networkType: 'NOTREACHABLE' }]);
        expect(await ask(host, (callbacks) => host.my.getNetworkType?.({ ...callbacks }))).toMatchObject({ networkType: 'NOTREACHABLE' });
    });

    it('routes: a later one first, a handler may pass on or answer later', async () => {
        const host = start();
        host.network.route(/\.json$/, (wanted) => (wanted.url.includes('special') ? Promise.resolve({ body: '"later"' }) : undefined));
        expect((await request(host, 'special.json')).data).toBe('later');
        expect((await request(host, 'a.json')).data).toEqual({ a: 1 });
    });

    it('a server that thinks', async () => {
        const host = start();
        host.network.route(`${origin}slow`, { body: '1', delayMs: 700 });
        await request(host, 'slow');
        expect(host.clock.now()).toBe(700);
    });
});

describe('temp files (platform facts 2.3; runtime contract 6 #11)', () => {
    it('the host may purge them; reading one then fails with 10022', async () => {
        const host = start();
        const { apFilePath } = await download(host, 'a.bin');
        host.lifecycle.purgeTempFiles();
        expect(host.my.getFileSystemManager().readFileSync({ filePath: apFilePath! })).toMatchObject({ error: 10022 });
        const again = await download(host, 'a.bin');
        expect(again.apFilePath).not.toBe(apFilePath);
    });

    it('they do not count for the quota', async () => {
        const host = start({ quotaBytes: 0 });
        await download(host, 'big.bin');
        expect(host.disk.usedBytes).toBe(0);
    });
});
