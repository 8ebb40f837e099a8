import dns from 'node:dns';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeliveryError, runDelivery, type DeployConfig, type TargetConfig } from '../../source/delivery';
import { BuildError } from '../../source/problems';
import { writeRemoteFolder, type RemoteFolderShape } from './remote-folder';
import { bucket, isSignedRight, keys, startS3Server, type S3Server } from './s3-server';

const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-s3-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let server: S3Server;
let folders = 0;
beforeEach(async () => {
    server = await startS3Server();
});
afterEach(() => server.close());

const newFolder = (shape?: RemoteFolderShape): string => writeRemoteFolder(path.join(scratch, `game-${(folders += 1)}-remote`), shape);
const targetOf = (more: Partial<Extract<TargetConfig, { type: 's3' }>> = {}): TargetConfig => ({ type: 's3', endpoint: server.endpoint, bucket, region: 'us-east-1', addressing: 'path', ...more });
const quick = { attempts: 6, firstWaitMs: 1, longestWaitMs: 20 };
const run = (folder: string, config: Partial<DeployConfig> = {}, environment: Readonly<Record<string, string>> = keys) =>
    runDelivery({ folder, config: { target: targetOf(), ...config }, environment, retry: quick });
const puts = (): string[] => server.requests.filter(({ method }) => method === 'PUT').map(({ url }) => url.replace(`/${bucket}/`, ''));
const problemsOf = async (work: Promise<unknown>): Promise<string[]> => {
    const error = await work.then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    return (error as BuildError).problems.map(({ code }) => code);
};

/** Not every system resolves names below localhost. */
const resolveLocalhost = (): void => {
    const { lookup } = dns;
    vi.spyOn(dns, 'lookup').mockImplementation(((name: string, ...rest: unknown[]) => Reflect.apply(lookup, dns, [name.endsWith('.localhost') ? 'localhost' : name, ...rest])) as typeof lookup);
};
afterEach(() => vi.restoreAllMocks());

describe('an S3-compatible store', () => {
    it.each(['path', 'virtual-host'] as const)('gets every file with its type and cache policy, %s style', async (addressing) => {
        const folder = newFolder({ bundles: ['moon', '月 lake+(1)!'] });
        if (addressing === 'virtual-host') {
            resolveLocalhost();
            server.acceptAnySignature();
        }
        const endpoint = addressing === 'path' ? server.endpoint : server.endpoint.replace('localhost', 's3.localhost');
        const result = await run(folder, { target: targetOf({ endpoint, addressing, prefix: 'v1/' }) });
        expect(result.sent).toHaveLength(16);
        for (const file of result.sent) {
            expect((await server.read(`v1/${file}`))?.equals(readFileSync(path.join(folder, file))), file).toBe(true);
        }
        expect(server.requests.filter((request) => !isSignedRight(request))).toEqual([]);
        const png = server.requests.find(({ method, url }) => method === 'PUT' && url.endsWith('.png'));
        expect(png?.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' });
        expect((await run(folder, { target: targetOf({ endpoint, addressing, prefix: 'v1' }) })).sent).toEqual([]);
    });

    it('sends content, then lists, then configs, however many at once', async () => {
        await run(newFolder({ bundles: ['a', 'b', 'c'], files: 12 }), { parallel: 5 });
        const kinds = puts().map((key) => (/\/config\./.test(key) ? 'config' : /\/files\./.test(key) ? 'list' : 'content'));
        expect(kinds).toEqual([...Array<string>(36).fill('content'), ...Array<string>(3).fill('list'), ...Array<string>(3).fill('config')]);
        expect(server.mostAtOnce()).toBeLessThanOrEqual(5);
        expect(server.mostAtOnce()).toBeGreaterThan(1);
    });

    it('sends only what changed, and deletes nothing of the former version', async () => {
        const one = newFolder({ bundles: ['a', 'b'], files: 4 });
        const first = await run(one);
        const next = newFolder({ bundles: ['a', 'b'], files: 4 });
        const config = first.sent.find((file) => file.startsWith('remote/b/config')) ?? '';
        rmSync(path.join(next, 'remote', 'b'), { recursive: true });
        writeRemoteFolder(next, { bundles: ['b'], files: 4, version: '2' });
        server.requests.length = 0;
        const second = await run(next);
        expect(second.sent.every((file) => file.startsWith('remote/b/'))).toBe(true);
        expect(second).toMatchObject({ present: 6, problems: [] });
        expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(false);
        expect(await server.read(config)).toBeDefined();
    });

    it('pages through the listing of a bucket that holds more than one page', async () => {
        const folder = newFolder({ files: 1_000, bytesPerFile: 40 });
        await run(folder, { parallel: 16 });
        server.requests.length = 0;
        expect(await run(folder)).toMatchObject({ sent: [], present: 1_002 });
        expect(server.requests.filter(({ method }) => method === 'GET')).toHaveLength(2);
        expect(server.requests.filter(({ method }) => method === 'HEAD')).toHaveLength(0);
    });

    it('asks for each object where the keys may not list', async () => {
        const folder = newFolder();
        await run(folder);
        server.fault = ({ method }) => (method === 'GET' ? { type: 'answer', status: 403, body: '<Error><Code>AccessDenied</Code></Error>' } : undefined);
        expect(await run(folder)).toMatchObject({ sent: [], present: 8 });
        // A question that fails in passing is asked again by itself, not with all the others.
        const { fault } = server;
        server.requests.length = 0;
        server.fault = (request, index) => (index % 3 === 1 ? { type: 'drop' } : fault?.(request, index));
        expect(await run(folder, { parallel: 1 })).toMatchObject({ sent: [], present: 8 });
        expect(server.requests.filter(({ method }) => method === 'HEAD').length).toBeLessThan(16);
    });

    it('replaces an object that has the right length and other bytes, and says that caches may keep it', async () => {
        const folder = newFolder();
        const { sent } = await run(folder);
        const file = path.join(folder, sent[0] ?? '');
        for (const list of sent.filter((name) => /\/files\./.test(name))) rmSync(path.join(folder, list));
        writeFileSync(file, readFileSync(file).fill('x'));
        const second = await run(folder);
        expect(second).toMatchObject({ sent: [sent[0]], problems: [{ code: 'AMG514', where: sent[0] }] });
        expect((await server.read(sent[0] ?? ''))?.equals(readFileSync(file))).toBe(true);
    });

    it('reads an object back where its ETag is no md5 of it', async () => {
        const folder = newFolder();
        let damaged = 0;
        server.fault = ({ method, url }) => {
            if (method === 'HEAD') return { type: 'answer', status: 200, headers: { etag: '"0123-2"' } };
            if (method !== 'GET' || url.includes('?') || (damaged += 1) > 2) return undefined;
            return { type: 'answer', status: 200, body: 'not what was sent' };
        };
        expect((await run(folder)).sent).toHaveLength(8);
        expect(server.requests.filter(({ method, url }) => method === 'GET' && !url.includes('?'))).toHaveLength(8 + 2);
        expect(puts()).toHaveLength(8 + 2);
    });
});

/** A quarter of the requests, in no rhythm that retries could fall into. */
const isUnlucky = (index: number): boolean => Math.imul(index + 1, 2_654_435_761) >>> 30 === 0;

describe('faults between', () => {
    it.each([
        ['cut connections', { type: 'drop' }],
        ['lost answers', { type: 'drop-answer' }],
        ['503', { type: 'answer', status: 503 }],
        ['throttling', { type: 'answer', status: 503, body: '<Error><Code>SlowDown</Code></Error>', headers: { 'retry-after': '0' } }],
        ['429', { type: 'answer', status: 429 }],
        ['damaged bodies', { type: 'corrupt' }],
    ] as const)('%s: waited out, and every file is right in the end', async (_name, fault) => {
        const folder = newFolder({ bundles: ['a', 'b'], files: 10 });
        server.fault = (_request, index) => (isUnlucky(index) ? fault : undefined);
        const { sent } = await run(folder, { attempts: 20 });
        expect(sent).toHaveLength(24);
        for (const file of sent) expect((await server.read(file))?.equals(readFileSync(path.join(folder, file))), file).toBe(true);
    });

    it('waits grow, and a Retry-After is kept', async () => {
        const folder = newFolder({ files: 1 });
        const times: number[] = [];
        server.fault = ({ method }) => {
            if (method !== 'PUT') return undefined;
            times.push(performance.now());
            if (times.length === 3) return { type: 'answer', status: 503, headers: { 'retry-after': '1' } };
            return times.length < 3 ? { type: 'answer', status: 503 } : undefined;
        };
        await runDelivery({ folder, config: { target: targetOf() }, environment: keys, retry: { attempts: 6, firstWaitMs: 40, longestWaitMs: 10_000 } });
        const waits = times.slice(1, 4).map((time, index) => time - (times[index] ?? 0));
        // A timer may end a millisecond early by this clock.
        for (const [index, least] of [20, 40, 1_000].entries()) expect(waits[index]).toBeGreaterThanOrEqual(least - 2);
    });

    it('a clock that is an hour wrong is set by the store\'s', async () => {
        const folder = newFolder();
        // Only our signer reads Date.now; the server, in the same process, makes its dates without.
        const clock = vi.spyOn(Date, 'now').mockImplementation(() => new Date().getTime() + 3_600_000);
        try {
            expect((await run(folder)).sent).toHaveLength(8);
        } finally {
            clock.mockRestore();
        }
        const dates = server.requests.map(({ headers }) => String(headers['x-amz-date']).slice(0, 11));
        expect(new Set(dates).size).toBeGreaterThan(1);
        expect(server.requests).toHaveLength(1 + 1 + 8 * 2);
    });

    it('stops with the list of what is missing, holds the configs back, and goes on from there', async () => {
        const folder = newFolder({ bundles: ['a', 'b'], files: 20 });
        const dead = '10-b';
        server.fault = ({ method, url }) => (method === 'PUT' && url.includes(dead) ? { type: 'drop' } : undefined);
        const error = await run(folder).then(() => undefined, (reason: unknown) => reason);
        expect(error).toBeInstanceOf(DeliveryError);
        const { missing, problems } = error as DeliveryError;
        expect(problems.map(({ code }) => code)).toEqual(['AMG521', 'AMG520']);
        expect(missing.some((file) => file.includes(dead))).toBe(true);
        expect(missing.filter((file) => /\/(config|files)\./.test(file))).toHaveLength(4);
        for (const file of missing) expect(await server.read(file)).toBeUndefined();
        expect(puts().some((key) => /\/config\./.test(key))).toBe(false);

        server.fault = undefined;
        server.requests.length = 0;
        const { sent } = await run(folder);
        expect([...sent].sort()).toEqual([...missing].sort());
    });

    it('a connection that the store closes amid a file may hide why: the reason says so', async () => {
        const folder = newFolder({ files: 1, bytesPerFile: 8_000_000 });
        server.fault = ({ method }) => (method === 'PUT' ? { type: 'drop' } : undefined);
        const error = await run(folder, { attempts: 1 }).then(() => undefined, (reason: unknown) => reason);
        expect((error as DeliveryError).problems[0]).toMatchObject({ code: 'AMG521', values: { reason: expect.stringMatching(/refuse the keys or the size/) as string } });
    });

    it.each([
        ['a wrong secret', { environment: { ...keys, AWS_SECRET_ACCESS_KEY: 'wrong' } }, 'AMG522'],
        ['a bucket that is not there', { target: { bucket: 'other-bucket' } }, 'AMG523'],
        ['no keys', { environment: {} }, 'AMG505'],
    ])('%s is told at once', async (_name, { environment = keys, target = {} }: { environment?: Readonly<Record<string, string>>; target?: { bucket?: string } }, code) => {
        expect(await problemsOf(run(newFolder(), { target: targetOf(target) }, environment))).toEqual([code]);
        expect(server.requests.length).toBeLessThanOrEqual(2);
    });
});

describe('secrets', () => {
    const secret = 'S3RVER-very-secret-indeed';

    it('are in no manifest, result or error, whatever goes wrong', async () => {
        const folder = newFolder();
        const environment = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: `${secret}-token` };
        const credentials = path.join(scratch, 'credentials');
        writeFileSync(credentials, `[ci]\naws_access_key_id = S3RVER\naws_secret_access_key = ${secret}\n`);
        const told: string[] = [];
        for (const config of [{ target: targetOf() }, { target: targetOf({ credentials: { file: credentials, profile: 'ci' } }) }, { target: targetOf({ credentials: { file: credentials, profile: 'no' } }) }]) {
            for (const fault of [undefined, { type: 'drop' }, { type: 'answer', status: 403, body: `<Error><Code>SignatureDoesNotMatch</Code><StringToSign>${secret}</StringToSign></Error>` }] as const) {
                server.fault = fault && (() => fault);
                const error = await run(folder, config, environment).then(() => undefined, (reason: Error) => reason);
                expect(error).toBeInstanceOf(BuildError);
                told.push(error?.message ?? '', error?.stack ?? '', JSON.stringify(error));
            }
        }
        expect(told.join('\n')).toContain('AMG522');
        expect(told.join('\n')).not.toContain(secret);
    });

    it('come from a named credentials file too', async () => {
        const file = path.join(scratch, 'good-credentials');
        writeFileSync(file, '[default]\naws_access_key_id = x\n\n[cdn]\r\naws_access_key_id=S3RVER\r\naws_secret_access_key = S3RVER\r\n');
        const result = await run(newFolder(), { target: targetOf({ credentials: { file, profile: 'cdn' } }) }, {});
        expect(result.sent).toHaveLength(8);
        expect(JSON.stringify(result)).not.toContain('S3RVER');
        expect(readFileSync(result.manifestFile, 'utf8')).not.toContain('S3RVER');
    });
});
