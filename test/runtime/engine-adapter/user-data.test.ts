// User data and temporary files are local whatever the host calls them.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { switchValues } from '../../../source/platform';
import { isRemote, isUserData, toAddress } from '../../../source/runtime/my/addresses';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createServices } from '../../../source/runtime/web-adapter/services/services';
import { createAlipayHost, createVirtualClock, showUserPath } from '../../../source/simulator/model';
import { buildBundle, png, serveBundle, server, startGame, type Game } from './game';

const one = '44aaaaaa-0000-4000-8000-000000000001';
const assets = [{ uuid: one, data: { n: 1 }, native: { name: '.png', data: png } }];
const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(
    Object.fromEntries(Object.entries(files).map(([file, data]) => [`res/${file}`, typeof data === 'string' ? strToU8(data) : data])),
);
const clients = sweptProfiles.flatMap(([name, profile]) => switchValues.userDataPath.map((userDataPath) => [name, userDataPath, { ...profile, switches: { ...profile.switches, userDataPath } }] as const));

describe.each(clients)('on %s with user data at %s', (_name, userDataPath, profile) => {
    /** A file on the disk of the phone, as if the game had saved it. */
    const save = (game: Game, file: string, data: string | Uint8Array): void => game.host.disk.write(`/usr/data/${file}`, data);
    const downloads = (game: Game): number => game.host.network.requests.length;

    it('files of the game\'s own load from there', async () => {
        const game = startGame({ host: { profile } });
        save(game, 'save.json', '{"level":3}');
        save(game, 'face.png', png);
        save(game, 'note.txt', 'note');
        expect(await game.loadRemote(`${userDataPath}/save.json`)).toEqual({ level: 3 });
        expect(await game.loadRemote(`${userDataPath}/face.png`)).toMatchObject({ width: 4 });
        expect(await game.loadRemote(`${userDataPath}/note.txt`)).toBe('note');
        await expect(game.loadRemote(`${userDataPath}/none.json`, { maxRetryCount: 0 })).rejects.toThrow(/none\.json/);
        await expect(game.loadRemote(`${userDataPath}/a.js`, { ext: '.js' })).rejects.toThrow(/a\.js.*in the package/);
        expect(downloads(game)).toBe(0);
    });

    it('a temporary file that the host gave the game loads', async () => {
        const game = startGame({ host: { profile } });
        game.host.network.serve(server, { 'a.json': '{"n":1}' });
        const { apFilePath } = await game.clock.until(new Promise<{ apFilePath?: string }>((success, fail) => { game.host.my.downloadFile!({ url: `${server}a.json`, success, fail }); }));
        expect(await game.loadRemote(apFilePath!, { ext: '.json' })).toEqual({ n: 1 });
        expect(downloads(game)).toBe(1);
    });

    it('a bundle that the game has put there loads, with its script from the package', async () => {
        const bundle = buildBundle('hot', assets);
        const script = `src/bundle-scripts/hot/index.${bundle.version}.js`;
        const game = startGame({ host: { profile }, settings: { bundleVers: { hot: bundle.version } }, scripts: { [script]: () => undefined } });
        for (const [file, data] of Object.entries(bundle.files)) save(game, `patch/hot/${file}`, data);
        expect((await game.loadBundle(`${userDataPath}/patch/hot`)).base).toBe(`${userDataPath}/patch/hot/`);
        expect(game.ran).toEqual([script]);
        expect(await game.load(one)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
        expect(downloads(game)).toBe(0);
    });

    it('so does one that is a zip, and one without a script', async () => {
        const bundle = buildBundle('hot', assets, { zip: zipOf });
        const game = startGame({ host: { profile }, scripts: {} });
        for (const [file, data] of Object.entries(bundle.files)) save(game, `patch/hot/${file}`, data);
        await game.loadBundle(`${userDataPath}/patch/hot`, { version: bundle.version });
        expect(await game.load(one)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
        expect(downloads(game)).toBe(0);
    });

    it('a zip bundle of the server is unpacked there, and found there in the next session', async () => {
        const bundle = buildBundle('zipped', assets, { zip: zipOf });
        const game = startGame({ host: { profile }, settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        const { base } = await game.loadBundle('zipped');
        expect(isUserData(game.host.my, base)).toBe(true);
        expect(await game.load(one)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
        await game.settle();
        const next = game.restart();
        next.host.network.change({ online: false });
        await next.loadBundle('zipped');
        expect(await next.load(one)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
    });

    it('cached files are there in the next session, and are found although the host calls the folder otherwise by then', async () => {
        const bundle = buildBundle('far', assets);
        const game = startGame({ host: { profile }, settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('far');
        await game.load(one);
        await game.settle();
        const other = switchValues.userDataPath.find((value) => value !== userDataPath)!;
        for (const name of [userDataPath, other]) {
            const next = game.restart({ host: { profile: { ...profile, switches: { ...profile.switches, userDataPath: name } } } });
            next.host.network.change({ online: false });
            await next.loadBundle('far');
            expect(await next.load(one)).toMatchObject({ data: { n: 1 }, native: { width: 4 } });
            next.host.network.change({ online: true });
        }
    });

    it('XMLHttpRequest reads files of the game\'s own', async () => {
        const clock = createVirtualClock();
        const host = createAlipayHost({ profile, clock });
        host.disk.write('/usr/data/save.json', '{"level":3}');
        installWebAdapter(host.globals, host.my, { loadServices: () => createServices });
        const { XMLHttpRequest } = host.globals as unknown as { XMLHttpRequest: new () => { status: number; responseText: string; onloadend: () => void; open(method: string, url: string): void; send(): void } };
        const read = (file: string): Promise<[number, string]> => clock.until(new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.onloadend = () => resolve([request.status, request.responseText]);
            request.open('GET', file);
            request.send();
        }));
        expect(await read(`${userDataPath}/save.json`)).toEqual([200, '{"level":3}']);
        expect(await read(`${userDataPath}/none.json`)).toEqual([404, '']);
        expect(host.network.requests).toHaveLength(0);
    });
});

describe('addresses', () => {
    const my = { env: { USER_DATA_PATH: 'https://usr' } } as never;

    it.each([
        ['https://cdn.example.com/a', true], ['http://10.0.0.1:8080/a', true], ['HTTPS://cdn.example.com/a', true], ['//cdn.example.com/a', true], ['https://usr.example.com/a', true],
        ['https://resources.example.com/a', true], ['https://usr/a', false], ['https://usr', false], ['https://resource/a.image', false], ['/usr/data/a', false], ['assets/a', false],
        ['./a', false], ['/a', false], ['data:image/png;base64,//8=', false], ['', false],
    ])('%s leads to a server: %s', (url, expected) => {
        expect(isRemote(my, url)).toBe(expected);
        if (url.indexOf('https://usr') !== 0) expect(isRemote({}, url)).toBe(expected);
    });

    it('user data is the folder itself, and no other that begins so', () => {
        expect(['https://usr', 'https://usr/a', 'https://usr2/a', '/usr/data/a'].map((url) => isUserData(my, url))).toEqual([true, true, false, false]);
        expect(isRemote({ env: { USER_DATA_PATH: 'https://files.example.com/mine' } } as never, 'https://files.example.com/mine/a')).toBe(false);
    });

    it.each([
        ['HTTPS://CDN.example.com/A', 'https://CDN.example.com/A'], ['//cdn.example.com/a', 'https://cdn.example.com/a'], ['Http://a/b', 'http://a/b'],
        ['assets//a', 'assets//a'], ['/usr/data/a', '/usr/data/a'],
    ])('%s is asked for as %s', (url, expected) => {
        expect(toAddress(url)).toBe(expected);
    });

    it.each(['HTTPS://', 'Https://', '//'])('loadRemote takes %s, and knows the file by one address', async (scheme) => {
        const game = startGame();
        game.host.network.serve(server, { 'a.json': '{"n":1}', 'b.png': png });
        const place = server.replace(/^https:\/\//, scheme);
        expect(await game.loadRemote(`${place}a.json`, { cacheEnabled: true })).toEqual({ n: 1 });
        expect(await game.loadRemote(`${place}b.png`)).toMatchObject({ width: 4 });
        await game.settle();
        expect(game.manager.getCache(`${server}a.json`)).not.toBe('');
        const sent = game.host.network.requests.map(({ url }) => url);
        expect(sent).toEqual([`${server}a.json`, `${server}b.png`]);
    });

    it('the model shows a path of the disk as the game knows it', () => {
        expect(showUserPath('/usr/data/a', 'https://usr')).toBe('https://usr/a');
    });
});

describe('the host\'s file system', () => {
    it('is asked for once in a start', async () => {
        const bundle = buildBundle('far', assets);
        const host = createAlipayHost({ clock: createVirtualClock(), latencyMs: 2, packageFiles: { 'src/settings.json': '{}', 'a.json': '{"a":1}' } });
        installWebAdapter(host.globals, host.my, { loadServices: () => createServices });
        const game = startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } }, host);
        serveBundle(host, bundle);
        game.fsUtils.readJsonSync('src/settings.json');
        await game.loadRemote('a.json');
        await game.loadBundle('far');
        await game.load(one);
        await game.settle();
        host.my.getFileSystemManager();
        expect(host.calls.count('getFileSystemManager')).toBe(1);
        expect(game.fsUtils.fs).toBe(host.my.getFileSystemManager());
    });
});
