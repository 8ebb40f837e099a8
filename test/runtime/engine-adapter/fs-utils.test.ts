// `window.fsUtils`: the set that games know from the engine's mini game platforms, and replace.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { switchValues } from '../../../source/platform';
import type { FsUtils } from '../../../source/runtime/engine-adapter/fs-utils';
import { buildBundle, png, serveBundle, server, startGame, type Game } from './game';

type Done = (error: Error | null, value?: unknown) => void;
const names = (
    'fs isOutOfStorage getUserDataPath checkFsValid readFile readDir readText readArrayBuffer readJson readJsonSync writeFile writeFileSync copyFile '
    + 'downloadFile saveFile deleteFile makeDirSync rmdirSync exists loadSubpackage unzip'
).split(' ');
const asked = <Value>({ clock }: Game, start: (done: Done) => void): Promise<Value> => clock.until(new Promise<Value>((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as Value)));
}));
const uuid = '44aaaaaa-0000-4000-8000-000000000001';
const clients = sweptProfiles.flatMap(([name, profile]) => switchValues.userDataPath.map((userDataPath) => [name, userDataPath, { ...profile, switches: { ...profile.switches, userDataPath } }] as const));

describe.each(clients)('fsUtils on %s with user data at %s', (_name, folder, profile) => {
    it('has every member, and each does what it is for', async () => {
        const game = startGame({ host: { profile, packageFiles: { 'a.json': '{"a":1}', 'game.json': '{"subpackages":[{"name":"sub","root":"subpackages/sub/"}]}', 'subpackages/sub/game.js': '' } } });
        const { fsUtils } = game;
        expect(Object.keys(fsUtils).sort()).toEqual([...names].sort());
        expect(fsUtils.fs).toBe(game.host.my.getFileSystemManager());
        expect(fsUtils.getUserDataPath()).toBe(folder);
        expect(fsUtils.checkFsValid()).toBe(true);
        expect([fsUtils.isOutOfStorage('用户数据目录空间不足: 50'), fsUtils.isOutOfStorage('the maximum size of the file storage limit is exceeded'), fsUtils.isOutOfStorage('no such file')]).toEqual([true, true, false]);

        expect(fsUtils.makeDirSync(`${folder}/d/e`, true)).toBeNull();
        expect(fsUtils.makeDirSync(`${folder}/d/e`, true)).toBeNull();
        expect(fsUtils.makeDirSync(`${folder}/x/y`)).toBeInstanceOf(Error);
        expect(fsUtils.writeFileSync(`${folder}/d/a.txt`, 'text')).toBeNull();
        expect(fsUtils.writeFileSync(`${folder}/none/a.txt`, 'text', 'utf8')).toBeInstanceOf(Error);
        await asked(game, (done) => fsUtils.writeFile(`${folder}/d/b.bin`, Uint8Array.of(1, 2, 3), null, done));
        expect(await asked(game, (done) => fsUtils.readFile(`${folder}/d/a.txt`, 'utf8', done))).toBe('text');
        expect((await asked<ArrayBuffer>(game, (done) => fsUtils.readFile(`${folder}/d/b.bin`, null, done))).byteLength).toBe(3);
        expect(await asked(game, (done) => fsUtils.readFile('a.json', 'utf8', done))).toBe('{"a":1}');
        await asked(game, (done) => fsUtils.copyFile(`${folder}/d/a.txt`, `${folder}/d/c.txt`, done));
        await asked(game, (done) => fsUtils.saveFile(`${folder}/d/a.txt`, `${folder}/d/s.txt`, done));
        expect([...await asked<string[]>(game, (done) => fsUtils.readDir(`${folder}/d`, done))].sort()).toEqual(['a.txt', 'b.bin', 'c.txt', 'e', 's.txt']);
        const there = (file: string): Promise<boolean> => game.clock.until(new Promise((resolve) => { fsUtils.exists(file, resolve); }));
        expect([await there('a.json'), await there(`${folder}/d/c.txt`), await there(`${folder}/d`), await there('b.json')]).toEqual([true, true, true, false]);
        await asked(game, (done) => fsUtils.deleteFile(`${folder}/d/c.txt`, done));
        expect(await there(`${folder}/d/c.txt`)).toBe(false);
        await expect(asked(game, (done) => fsUtils.copyFile(`${folder}/none`, `${folder}/d/c.txt`, done))).rejects.toThrow(/none/);

        game.host.disk.write('/usr/data/z.zip', zipSync({ 'in/a.txt': strToU8('zipped') }));
        await asked(game, (done) => fsUtils.unzip(`${folder}/z.zip`, `${folder}/z`, done));
        expect(await asked(game, (done) => fsUtils.readText(`${folder}/z/in/a.txt`, done))).toBe('zipped');
        expect(fsUtils.rmdirSync(`${folder}/d`)).toBeInstanceOf(Error);
        expect(fsUtils.rmdirSync(`${folder}/d`, true)).toBeNull();

        game.host.network.serve(server, { 'a.txt': 'far' });
        const temporary = await asked<string>(game, (done) => fsUtils.downloadFile(`${server}a.txt`, null, null, null, done));
        expect(await asked(game, (done) => fsUtils.readText(temporary, done))).toBe('far');
        expect(await asked(game, (done) => fsUtils.downloadFile(`${server}a.txt`, `${folder}/a.txt`, { 'x-key': 'k' }, () => undefined, done))).toBe(`${folder}/a.txt`);
        expect(game.host.network.requests[1]).toMatchObject({ headers: { 'x-key': 'k' } });
        expect(game.fsUtils.readJsonSync('a.json')).toEqual({ a: 1 });
        await asked(game, (done) => fsUtils.loadSubpackage('sub', null, done));
        expect(game.host.loadedSubpackages.has('sub')).toBe(true);
        await expect(asked(game, (done) => fsUtils.loadSubpackage('none', null, done))).rejects.toThrow(/none/);
    });
});

describe('what is asynchronous', () => {
    it('needs nobody to listen', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const game = startGame();
        game.fsUtils.deleteFile('/usr/data/none');
        game.fsUtils.copyFile('/usr/data/none', '/usr/data/b');
        game.fsUtils.exists('none');
        await game.settle();
        expect(warn).toHaveBeenCalledTimes(1);
        warn.mockRestore();
    });
});

/** A game with a remote bundle, a subpackage and a bundle of the package. */
function start() {
    const far = buildBundle('far', [{ uuid, data: { n: 1 }, native: { name: '.png', data: png } }]);
    const near = buildBundle('near', [{ uuid: 'aa11', data: { n: 2 } }], { listed: false, hashed: false });
    const sub = buildBundle('sub', [{ uuid: 'bb11', data: { n: 3 } }], { listed: false, hashed: false });
    const below = (folder: string, files: Readonly<Record<string, string | Uint8Array>>) => Object.fromEntries(Object.entries(files).map(([file, data]) => [`${folder}/${file}`, data]));
    const game = startGame({
        host: { packageFiles: { ...below('assets/near', near.files), ...below('subpackages/sub', sub.files), 'game.json': '{"subpackages":[{"name":"sub","root":"subpackages/sub/"}]}', 'a.bin': Uint8Array.of(1), 'a.txt': 'a' } },
        settings: { remoteBundles: ['far'], subpackages: ['sub'], bundleVers: { far: far.version } },
    });
    serveBundle(game.host, far);
    return { game, far, fsUtils: game.scope['fsUtils'] as FsUtils & Record<string, unknown> };
}

describe('a member that the game replaces is what the loader calls', () => {
    it('downloadFile: a fallback server, switched after each failure', async () => {
        const { game, far, fsUtils } = start();
        game.host.network.serve('https://spare.example.com/remote/far/', far.files);
        const original = fsUtils.downloadFile;
        const failures = new Map<string, number>();
        game.host.network.route(`${server}remote/far/`, () => ({ status: 200, dropAfterBytes: 0 }));
        const told: string[] = [];
        fsUtils.downloadFile = (url, file, header, onProgress, done) => {
            const count = failures.get(url) || 0;
            original(count % 2 ? url.replace(server, 'https://spare.example.com/') : url, file, header, onProgress, (error, data) => {
                if (error) failures.set(url, count + 1);
                told.push(error ? 'failed' : 'came');
                done!(error, data);
            });
        };
        await game.loadBundle('far');
        expect(await game.load(uuid)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
        // Config, import and native file; the list is asked for once.
        expect([told.filter((one) => one === 'failed').length, told.filter((one) => one === 'came').length]).toEqual([4, 3]);
        await game.settle();
        expect(game.manager.getCache(`${server}remote/far/${far.pathOf(uuid)}`)).not.toBe('');
    });

    it.each([
        ['a failure in words of its own is tried again', 'my server is tired', 4],
        ['but not one whose words are of a status that stays', 'my server says: HTTP 404', 1],
    ])('downloadFile: %s', async (_title, words, calls) => {
        const { game, fsUtils } = start();
        let count = 0;
        fsUtils.downloadFile = (_url, _file, _header, _onProgress, done) => { count++; done!(new Error(words)); };
        await expect(game.loadRemote(`${server}a.json`, { maxRetryCount: 3 })).rejects.toThrow(words);
        expect(count).toBe(calls);
    });

    it('downloadFile: its answer is verified as any', async () => {
        const { game, fsUtils } = start();
        game.host.network.serve('https://wrong.example.com/', (file) => (file.endsWith('.json') ? '<html></html>' : undefined));
        const original = fsUtils.downloadFile;
        fsUtils.downloadFile = (url, file, ...rest) => original(url.replace(server, 'https://wrong.example.com/'), file, ...rest);
        await expect(game.loadBundle('far')).rejects.toThrow(`${server}remote/far/config`);
    });

    it('readJson, readText, readArrayBuffer, from the package and from the cache, whatever length they give', async () => {
        const { game, far, fsUtils } = start();
        await game.loadBundle('far');
        await game.load(uuid);
        await game.settle();
        const next = game.restart();
        const { fsUtils: utils } = next;
        const original = utils.readJson;
        const read: string[] = [];
        utils.readJson = (file, done) => original(file, (error, value) => {
            read.push(file);
            done(error, value && { ...value as object, mark: true });
        });
        utils.readText = (_file, done) => done(null, 'another text');
        utils.readArrayBuffer = (_file, done) => done(null, new ArrayBuffer(7));
        await next.loadBundle('far');
        expect(await next.load(uuid)).toMatchObject({ data: { n: 1, mark: true } });
        await next.loadBundle('near');
        expect(read.some((file) => file === 'assets/near/config.json')).toBe(true);
        expect(read).toContain(next.manager.getCache(`${server}remote/far/${far.pathOf(uuid)}`));
        expect(await next.loadRemote('a.txt')).toBe('another text');
        expect(await next.loadRemote('a.bin')).toHaveProperty('byteLength', 7);
        expect(fsUtils).not.toBe(utils);
    });

    it('exists: of a file that it denies nothing is read', async () => {
        const { game, fsUtils } = start();
        fsUtils.exists = (file, done) => done!(file !== 'a.txt');
        await expect(game.loadRemote('a.txt')).rejects.toThrow(/a\.txt.*exists/);
        expect(await game.loadRemote('a.bin')).toHaveProperty('byteLength', 1);
    });

    it('loadSubpackage: again while it fails', async () => {
        const { game, fsUtils } = start();
        const original = fsUtils.loadSubpackage;
        let calls = 0;
        fsUtils.loadSubpackage = (name, onProgress, done) => { if (++calls < 3) done!(new Error('not yet')); else original(name, onProgress, done); };
        expect((await game.loadBundle('sub')).base).toBe('subpackages/sub/');
        expect(calls).toBe(3);
    });

    it('copyFile and unzip: for what the cache keeps', async () => {
        const { game, fsUtils } = start();
        const zipped = buildBundle('zipped', [{ uuid: 'cc11', data: { n: 4 } }], { zip: (files) => zipSync(Object.fromEntries(Object.entries(files).map(([file, data]) => [`res/${file}`, strToU8(data as string)]))) });
        serveBundle(game.host, zipped);
        game.cc.assetManager.downloader.remoteBundles = ['far', 'zipped'];
        const calls: string[] = [];
        const { copyFile, unzip } = fsUtils;
        fsUtils.copyFile = (from, to, done) => { calls.push('copyFile'); copyFile(from, to, done); };
        fsUtils.unzip = (from, to, done) => { calls.push('unzip'); unzip(from, to, done); };
        await game.loadBundle('zipped', { version: zipped.version });
        expect(await game.load('cc11')).toMatchObject({ data: { n: 4 } });
        await game.settle();
        expect(calls).toContain('unzip');
        expect(calls).toContain('copyFile');
    });

    it.each([
        ['an object of the game\'s in place of ours', (scope: Record<string, unknown>, change: object) => { scope['fsUtils'] = Object.assign({}, scope['fsUtils'], change); }],
        ['Object.assign', (scope: Record<string, unknown>, change: object) => { Object.assign(scope['fsUtils'] as object, change); }],
    ])('by %s', async (_title, replace) => {
        const { game } = start();
        let calls = 0;
        replace(game.scope, { readText: (_file: string, done: (error: null, text: string) => void) => { calls++; done(null, 'mine'); } });
        expect(await game.loadRemote('a.txt')).toBe('mine');
        expect(calls).toBe(1);
        await game.loadBundle('far');
        expect(await game.load(uuid)).toMatchObject({ data: { n: 1 } });
    });

    it('and ours is what the loader uses when the game puts it back', async () => {
        const { game, fsUtils } = start();
        const { readText } = fsUtils;
        fsUtils.readText = (_file, done) => done(null, 'mine');
        fsUtils.readText = readText;
        expect(await game.loadRemote('a.txt')).toBe('a');
    });
});
