import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { runDelivery, type DeployConfig } from '../../source/delivery';
import { findRemoteSource } from '../../source/delivery/remote-source';
import { gameSubpackage } from '../../source/package';
import { BuildError } from '../../source/problems';
import { runInProcess } from '../bin/capture';
import { listTree } from '../hosts/md5-pass';
import { writeRemoteFolder, type RemoteFolderShape } from './remote-folder';

const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let cases = 0;
interface Case {
    readonly folder: string;
    readonly target: string;
    run(config?: Partial<DeployConfig>): ReturnType<typeof runDelivery>;
}
function newCase(shape?: RemoteFolderShape): Case {
    const root = path.join(scratch, String((cases += 1)));
    const folder = writeRemoteFolder(path.join(root, 'game-remote'), shape);
    const target = path.join(root, 'server');
    return {
        folder, target,
        run: (config) => runDelivery({ folder, config: { target: { type: 'directory', path: target }, ...config }, environment: {}, retry: { attempts: 3, firstWaitMs: 1, longestWaitMs: 5 } }),
    };
}
/** A package whose settings name the remote bundle `moon` and this server. */
function packageOf({ folder }: Case, server: string, bundles = ['moon'], gameRoot = ''): string {
    const pack = folder.replace(/-remote$/, '');
    mkdirSync(path.join(pack, gameRoot, 'src'), { recursive: true });
    writeFileSync(path.join(pack, gameRoot, 'application.js'), '');
    const version = /config\.(\w+)\.json/.exec(readdirSync(path.join(folder, 'remote', 'moon')).join(' '))?.[1] ?? '';
    writeFileSync(path.join(pack, 'game.json'), '{}');
    writeFileSync(path.join(pack, gameRoot, 'src', 'settings.json'), JSON.stringify({ assets: { server, remoteBundles: bundles, bundleVers: { moon: version } } }));
    return pack;
}
const codesOf = async (work: Promise<unknown>): Promise<string[]> => {
    const error = await work.then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    return (error as BuildError).problems.map(({ code }) => code);
};

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));
/** Serves a folder as a CDN would. */
async function serve(directory: string, change: (data: Buffer) => Buffer = (data) => data): Promise<string> {
    const server = createServer((request, response) => {
        const file = path.join(directory, decodeURIComponent(request.url ?? ''));
        if (existsSync(file) && statSync(file).isFile()) response.end(change(readFileSync(file)));
        else response.writeHead(404).end();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('the manifest', () => {
    it('names path, bytes, hashes, type and cache policy; is the same for the same folder; stands beside it', async () => {
        const one = newCase();
        const { manifestFile } = await one.run();
        expect(manifestFile).toBe(`${one.folder}.manifest.json`);
        const text = readFileSync(manifestFile, 'utf8');
        const { files } = JSON.parse(text) as { files: readonly Record<string, unknown>[] };
        expect(files.map(({ path: file }) => file)).toEqual(listTree(path.join(one.folder, 'remote')).map((file) => `remote/${file}`).sort());
        expect(files.find(({ path: file }) => String(file).includes('/config.'))).toMatchObject({
            bytes: expect.any(Number) as number, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
            contentType: 'application/json; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable',
        });
        const twin = newCase();
        await twin.run();
        expect(readFileSync(`${twin.folder}.manifest.json`, 'utf8')).toBe(text);
    });

    it('of remote bundles inside of a package stands beside the package', async () => {
        const one = newCase();
        const pack = packageOf(one, 'https://cdn.example.com/');
        writeRemoteFolder(pack);
        const before = listTree(pack);
        const { manifestFile, files } = await runDelivery({ folder: pack, config: { target: { type: 'directory', path: one.target } }, environment: {} });
        expect(manifestFile).toBe(`${pack}-remote.manifest.json`);
        expect(files).toBe(8);
        expect(listTree(pack)).toEqual(before);
    });

    it('is the same for a lean package, whose settings lie in its subpackage: configs and server are known', async () => {
        const [standard, lean] = [newCase(), newCase()];
        const manifests = [];
        for (const [one, root] of [[standard, ''], [lean, gameSubpackage.root]] as const) {
            const pack = packageOf(one, 'https://cdn.example.com/', ['moon'], root);
            const { manifestFile, files } = await runDelivery({ folder: pack, config: { target: { type: 'directory', path: one.target } }, environment: {} });
            expect(files).toBe(8);
            expect(listTree(path.join(one.target, 'remote'))).toEqual(listTree(path.join(one.folder, 'remote')));
            manifests.push(readFileSync(manifestFile, 'utf8'));
            expect(findRemoteSource(pack)).toMatchObject({ server: 'https://cdn.example.com/', configs: [expect.stringMatching(/^remote\/moon\/config\.\w+\.json$/)] });
        }
        expect(manifests[1]).toBe(manifests[0]);
        const gone = packageOf(lean, 'https://cdn.example.com/', ['moon', 'mars'], gameSubpackage.root);
        expect(await codesOf(runDelivery({ folder: gone, config: { target: { type: 'directory', path: lean.target } }, environment: {} }))).toEqual(['AMG511']);
    });

    it('takes no date for an md5 where the names have none', async () => {
        const one = newCase({ bare: true });
        const font = 'remote/moon/native/5d/5d1f0a3c/Title.20240101.ttf';
        mkdirSync(path.dirname(path.join(one.folder, font)), { recursive: true });
        writeFileSync(path.join(one.folder, font), '');
        const { manifestFile } = await one.run();
        const { files } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { files: { path: string; cacheControl: string }[] };
        expect(files.find((file) => file.path === font)?.cacheControl).toBe('no-cache');
    });

    it('lets names without md5 be asked for again, and warns', async () => {
        const { problems, manifestFile } = await newCase({ bare: true }).run();
        expect(problems.map(({ code }) => code)).toEqual(['AMG513']);
        expect(readFileSync(manifestFile, 'utf8')).not.toContain('immutable');
    });
});

describe('a folder as target', () => {
    it('gets the same bytes; a second run sends nothing; a damaged file is sent again; nothing is deleted', async () => {
        const one = newCase({ bundles: ['a', 'b'] });
        const first = await one.run();
        expect(first.sent).toHaveLength(16);
        expect(listTree(one.target).sort()).toEqual([...first.sent].sort());
        expect(await one.run()).toMatchObject({ sent: [], sentBytes: 0, present: 16 });
        const victim = path.join(one.target, first.sent[3] ?? '');
        writeFileSync(victim, readFileSync(victim).fill(0));
        writeFileSync(path.join(one.target, 'remote', 'former.json'), '{}');
        expect((await one.run()).sent).toEqual([first.sent[3]]);
        for (const file of first.sent) expect(readFileSync(path.join(one.target, file)).equals(readFileSync(path.join(one.folder, file)))).toBe(true);
        expect(existsSync(path.join(one.target, 'remote', 'former.json'))).toBe(true);
    });

    it('that cannot be written to is told, with everything that is missing', async () => {
        const one = newCase();
        mkdirSync(path.dirname(one.target), { recursive: true });
        writeFileSync(one.target, 'a file where the folder should be');
        expect(await codesOf(one.run({ parallel: 1 }))).toEqual(['AMG524', 'AMG520']);
    });

    it('inside of what is delivered, or around it, is refused', async () => {
        const one = newCase();
        for (const target of [one.folder, path.join(one.folder, 'remote', 'x'), path.dirname(one.folder)]) {
            expect(await codesOf(one.run({ target: { type: 'directory', path: target } }))).toEqual(['AMG508']);
        }
    });
});

describe('what shall be delivered', () => {
    it('is checked against the lists of the build', async () => {
        const one = newCase();
        const [content = '', other = ''] = listTree(path.join(one.folder, 'remote')).filter((file) => file.includes('/import/'));
        writeFileSync(path.join(one.folder, 'remote', content), 'changed');
        rmSync(path.join(one.folder, 'remote', other));
        expect(await codesOf(one.run())).toEqual(['AMG512', 'AMG512']);
        expect(existsSync(one.target)).toBe(false);
    });

    it('has to exist, and to hold every bundle the package asks for', async () => {
        const one = newCase();
        const config = { target: { type: 'directory', path: one.target } } as const;
        const empty = path.join(scratch, 'empty');
        mkdirSync(empty, { recursive: true });
        expect(await codesOf(runDelivery({ folder: empty, config, environment: {} }))).toEqual(['AMG510']);
        const pack = packageOf(one, 'https://cdn.example.com/', ['moon', 'sun']);
        expect(await codesOf(runDelivery({ folder: pack, config, environment: {} }))).toEqual(['AMG511']);
    });
});

describe('a manifest that cannot be written', () => {
    it('is told with its path', async () => {
        const one = newCase();
        mkdirSync(`${one.folder}.manifest.json/mine`, { recursive: true });
        const error = await one.run().then(() => undefined, (reason: unknown) => reason);
        expect((error as BuildError).problems).toMatchObject([{ code: 'AMG515', where: `${one.folder}.manifest.json.part`, values: { operation: 'rename' } }]);
        expect(existsSync(one.target)).toBe(false);
    });
});

describe('a command as target', () => {
    const script = path.join(scratch, 'copy.js');
    writeFileSync(script, `const [folder, list, to, log] = process.argv.slice(2); const fs = require('fs'), path = require('path');
        const files = fs.readFileSync(list, 'utf8').trim().split('\\n');
        fs.appendFileSync(log, JSON.stringify(files) + '\\n');
        if (fs.existsSync(log + '.fail')) { fs.unlinkSync(log + '.fail'); process.exit(3); }
        for (const file of files) { fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true }); fs.copyFileSync(path.join(folder, file), path.join(to, file)); }`);
    const commandOf = ({ target }: Case): DeployConfig['target'] => ({ type: 'command', command: [process.execPath, script, '{folder}', '{list}', target, `${target}.log`] });
    const callsOf = ({ target }: Case): string[][] => readFileSync(`${target}.log`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as string[]);

    it('is run per list: content, lists, configs; again after a failure; and not for what it has delivered', async () => {
        const one = newCase({ bundles: ['a', 'b'] });
        const target = commandOf(one);
        writeFileSync(`${one.target}.log.fail`, '');
        const { problems } = await one.run({ target });
        expect(problems.map(({ code }) => code)).toEqual(['AMG525']);
        expect(callsOf(one).map(({ length }) => length)).toEqual([12, 12, 2, 2]);
        expect(callsOf(one)[3]?.every((file) => /\/config\./.test(file))).toBe(true);
        expect(await one.run({ target })).toMatchObject({ sent: [], present: 16 });
        expect(callsOf(one)).toHaveLength(4);
        expect(readFileSync(`${one.folder}.delivered.json`, 'utf8')).not.toContain(script);
    });

    it('is proved by the public address, if that is known', async () => {
        const one = newCase();
        mkdirSync(one.target, { recursive: true });
        expect((await one.run({ target: commandOf(one), publicUrl: await serve(one.target) })).problems).toEqual([]);
        const other = newCase();
        mkdirSync(other.target, { recursive: true });
        const damaging = await serve(other.target, (data) => Buffer.from(data).fill(1));
        expect(await codesOf(other.run({ target: commandOf(other), publicUrl: damaging }))).toEqual(['AMG521', 'AMG520']);
        expect(callsOf(other).flat().some((file) => /\/config\./.test(file))).toBe(false);
    });

    it('that does not exist is told', async () => {
        const one = newCase();
        expect(await codesOf(one.run({ target: { type: 'command', command: ['no-such-program-here'] } }))).toEqual(['AMG524', 'AMG520']);
    });
});

describe('--verify-url', () => {
    it('finds the config where the package sends players, and says when it is not there or another', async () => {
        const one = newCase();
        mkdirSync(one.target, { recursive: true });
        const address = await serve(one.target);
        const deploy = (server: string): Promise<{ code: number; stdout: string; stderr: string }> =>
            runInProcess(['deploy', packageOf(one, server), '--to', one.target, '--verify-url']);
        expect(await deploy(address)).toMatchObject({ code: 0, stdout: expect.stringContaining(`${address}remote/moon/config.`) as string });
        // The runtime puts nothing between the address and `remote/` (runtime contract 3): a missing slash is a wrong address.
        expect(await deploy(`${address}wrong`)).toMatchObject({ code: 34, stderr: expect.stringMatching(/AMG530[^]*HTTP 404/) as string });
        expect(await deploy(await serve(one.target, (data) => Buffer.concat([data, data])))).toMatchObject({ code: 34, stderr: expect.stringContaining('AMG530') as string });
        expect(await deploy('')).toMatchObject({ code: 32, stderr: expect.stringContaining('AMG531') as string });
    });
});

describe('the command line', () => {
    it('--dry-run prints the plan and its bytes, in the order of sending, and sends nothing', async () => {
        const one = newCase();
        const { code, stdout } = await runInProcess(['deploy', one.folder, '--to', one.target, '--dry-run']);
        expect(code).toBe(0);
        const lines = stdout.trim().split('\n');
        expect(lines).toHaveLength(9);
        expect(lines[7]).toMatch(/^send {2}configs +\d+ {2}remote\/moon\/config\./);
        expect(lines[8]).toMatch(/^8 files, \d+ bytes to send; 0 files are there already$/);
        expect(existsSync(one.target)).toBe(false);
    });

    it('--json prints the result alone on standard output; progress goes to standard error', async () => {
        const one = newCase();
        const { code, stdout, stderr } = await runInProcess(['deploy', one.folder, '--to', one.target, '--json']);
        expect(code).toBe(0);
        expect(JSON.parse(stdout)).toMatchObject({ target: one.target, files: 8, present: 0 });
        expect(stderr).toMatch(/upload .*MB\/s, 0:00 left/);
    });

    it('prints every path that is missing when it stops', async () => {
        const one = newCase();
        mkdirSync(path.join(one.target, 'remote'), { recursive: true });
        chmodSync(path.join(one.target, 'remote'), 0o755);
        writeFileSync(path.join(one.target, 'remote', 'moon'), 'in the way');
        const { code, stdout, stderr } = await runInProcess(['deploy', one.folder, '--to', one.target]);
        expect(code).toBe(34);
        expect(stdout.trim().split('\n')).toHaveLength(8);
        expect(stderr).toContain('AMG520');
    });

    it.each([
        [['deploy', 'no-such-folder', '--to', 'x'], 'AMG611'],
        [['deploy', '.'], 'AMG507'],
        [['deploy', '.', '--to', 'x', '--parallel', '0'], 'AMG657'],
    ])('%j: 32', async (words, code) => {
        expect(await runInProcess(words)).toMatchObject({ code: 32, stdout: '', stderr: expect.stringContaining(code) as string });
    });
});
