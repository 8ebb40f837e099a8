import { describe, expect, it, vi } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { buildBundle, errorPage, md5, png, serveBundle, server, startGame, type GameSetup } from './game';

const bytesOf = (...values: (number | string)[]): Uint8Array => new Uint8Array(Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value])))));
const texture = { pvr: bytesOf('PVR', 3, 1, 2, 3, 4), pkm: bytesOf('PKM 20', 1, 2), astc: bytesOf(0x13, 0xab, 0xa1, 0x5c, 1, 2) };

/** One file of every extension of runtime contract 3, with what the engine has to get for it. */
const kinds: readonly { extensions: string; data: string | Uint8Array; check: (value: unknown) => void }[] = [
    { extensions: 'txt xml vsh fsh atlas tmx tsx fnt', data: 'text, 文字', check: (value) => expect(value).toBe('text, 文字') },
    { extensions: 'plist', data: '<?xml version="1.0"?><plist></plist>', check: (value) => expect(value).toMatchObject({ plist: expect.stringContaining('<plist>') as string }) },
    { extensions: 'json ExportJson', data: '{"a":[1,"二"]}', check: (value) => expect(value).toEqual({ a: [1, '二'] }) },
    { extensions: 'binary bin dbbin skel', data: bytesOf(0, 1, 2, 255), check: (value) => expect([...new Uint8Array(value as ArrayBuffer)]).toEqual([0, 1, 2, 255]) },
    { extensions: 'png jpg bmp jpeg gif ico tiff image webp', data: png, check: (value) => expect(value).toMatchObject({ width: 4 }) },
    { extensions: 'pvr', data: texture.pvr, check: (value) => expect(value).toMatchObject({ texture: 'pvr' }) },
    { extensions: 'pkm', data: texture.pkm, check: (value) => expect(value).toMatchObject({ texture: 'pkm' }) },
    { extensions: 'astc', data: texture.astc, check: (value) => expect(value).toMatchObject({ texture: 'astc' }) },
    { extensions: 'mp3 ogg wav m4a', data: bytesOf('ID3', 3, 0), check: (value) => expect(value).toMatchObject({ duration: 0, type: 2, url: expect.any(String) as string, player: { state: 'init' } }) },
    { extensions: 'font eot ttf woff svg ttc', data: bytesOf(0, 1, 0, 0, 1), check: (value) => expect(value).toMatch(/^font_/) },
    { extensions: 'mp4 avi mov mpg mpeg rm rmvb', data: bytesOf(0, 0, 0, 1, 'ftyp'), check: (value) => expect(value).toMatch(/\S/) },
    { extensions: 'unheard-of', data: 'as text', check: (value) => expect(value).toBe('as text') },
];

const files = Object.fromEntries(kinds.flatMap(({ extensions, data }) => extensions.split(' ').map((extension) => [`some/file.${extension}`, data])));
const variants: readonly { title: string; setup: GameSetup }[] = [
    ...sweptProfiles.map(([name, profile]) => ({ title: `on ${name}`, setup: { host: { profile } } })),
    { title: 'with internal members of the engine renamed', setup: { engine: { mangled: true } } },
    { title: 'where package paths start with a slash', setup: { host: { switches: { packagePaths: 'absolute' } } } },
    { title: 'where synchronous calls throw', setup: { host: { switches: { syncErrors: 'throw' } } } },
    { title: 'without download tasks and aliases', setup: { host: { switches: { downloadTask: false, tempFilePathAlias: false, downloadHttpErrors: 'fail' } } } },
    { title: 'without onCanPlay and onPlay', setup: { host: { switches: { audioOnCanPlay: false, audioOnPlay: false } } } },
    { title: 'with buffers of another realm', setup: { host: { switches: { foreignBuffers: true } } } },
];

describe.each(variants)('every extension $title', ({ setup }) => {
    const game = startGame({ ...setup, host: { ...setup.host, packageFiles: files } });
    game.host.network.serve(server, files);

    it('loads from the package', async () => {
        for (const { extensions, check } of kinds) {
            for (const extension of extensions.split(' ')) check(await game.loadRemote(`some/file.${extension}`, { ext: `.${extension}` }));
        }
        expect(game.host.network.requests).toHaveLength(0);
    });

    it('loads from the server', async () => {
        for (const { extensions, check } of kinds) {
            for (const extension of extensions.split(' ')) check(await game.loadRemote(`${server}some/file.${extension}`, { ext: `.${extension}` }));
        }
    });

    it('makes no synchronous file call and asks for no file before it reads it', () => {
        const isRead = ({ api, sync }: { api: string; sync: boolean }): boolean => sync && api.startsWith('FileSystemManager.');
        expect(game.host.calls.records.filter(isRead)).toEqual([]);
        expect(game.host.calls.count('FileSystemManager.access')).toBe(0);
    });
});

describe('a package', () => {
    it('gives the engine its settings, effects and native code through fsUtils', async () => {
        const { fsUtils, clock } = startGame({ host: { packageFiles: { 'src/settings.json': '{"a":1}', 'src/effect.bin': bytesOf(1, 2, 3), 'broken.json': '{' } } });
        expect(fsUtils.readJsonSync('src/settings.json')).toEqual({ a: 1 });
        expect(fsUtils.readJsonSync('none.json')).toBeInstanceOf(Error);
        expect(fsUtils.readJsonSync('broken.json')).toBeInstanceOf(Error);
        expect(await clock.until(new Promise((resolve) => fsUtils.readJson('src/settings.json', (_error, value) => resolve(value))))).toEqual({ a: 1 });
        const buffer = await clock.until(new Promise((resolve) => fsUtils.readArrayBuffer('src/effect.bin', (_error, value) => resolve(value))));
        expect([...new Uint8Array(buffer as ArrayBuffer)]).toEqual([1, 2, 3]);
        expect(await clock.until(new Promise((resolve) => fsUtils.readArrayBuffer('none.bin', resolve)))).toBeInstanceOf(Error);
    });

    it.each(['src/a.js', './src/a.js', '../src/a.js', 'project:///src/a.js', '/src/a.js'])('runs a script written as %s from its root', async (url) => {
        const game = startGame({ scripts: { 'src/a.js': () => undefined } });
        await game.loadRemote(url, { ext: '.js' });
        expect(game.ran).toEqual(['src/a.js']);
    });

    it('refuses a script outside of it and says where scripts belong', async () => {
        const game = startGame();
        await expect(game.loadRemote(`${server}a.js`, { ext: '.js' })).rejects.toThrow(/a\.js.*package/);
    });
});

describe('a font', () => {
    const font = bytesOf(0, 1, 0, 0);
    const host = { packageFiles: { 'fonts/a.ttf': font } } as const;

    it.each(['user-data', 'any'] as const)('is brought into user data first, for clients that take fonts from %s', async (fontPaths) => {
        const game = startGame({ host: { ...host, switches: { fontPaths } } });
        game.host.network.serve(server, { 'b.ttf': font });
        expect(await game.loadRemote('fonts/a.ttf')).toMatch(/^font_/);
        expect(await game.loadRemote(`${server}b.ttf`)).toMatch(/^font_/);
        const paths = game.host.calls.records.filter(({ api }) => api === 'loadFont').map(({ target }) => target);
        expect(paths).toHaveLength(2);
        for (const path of paths) expect(path.startsWith(game.host.my.env.USER_DATA_PATH)).toBe(true);
    });

    it('leaves no copies of former sessions', async () => {
        const game = startGame({ host });
        for (let count = 0; count < 3; count++) await game.loadRemote('fonts/a.ttf', { reloadAsset: true });
        const next = game.restart();
        await next.loadRemote('fonts/a.ttf');
        const { files } = next.host.my.getFileSystemManager().readdirSync(`${next.host.my.env.USER_DATA_PATH}/fonts`) as { files: readonly string[] };
        expect(files).toHaveLength(1);
    });

    const badAnswers: readonly [string, () => unknown][] = [
        ['null', () => null], ['undefined', () => undefined], ['an empty name', () => ''], ['a number', () => 7], ['an error', () => ({ error: 3 })],
        ['an exception', () => { throw new Error('loadFont: broken'); }],
    ];
    describe.each(badAnswers)('that the host answers with %s', (_name, answer) => {
        const fontLoader = answer as () => null;

        it('is Arial, with a warning that names it', async () => {
            const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
            const game = startGame({ host: { ...host, fontLoader } });
            game.host.network.serve(server, { 'b.ttf': font });
            expect(await game.loadRemote('fonts/a.ttf')).toBe('Arial');
            expect(await game.loadRemote(`${server}b.ttf`)).toBe('Arial');
            expect(String(warn.mock.calls)).toMatch(/fonts\/a\.ttf: the host cannot load this font; Arial/);
            warn.mockRestore();
        });

        it('does not stop the scene that needs it', async () => {
            const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
            const uuid = '77aaaaaa-0000-4000-8000-000000000001';
            const game = startGame({ host: { fontLoader }, settings: { remoteBundles: ['far'], bundleVers: {} } });
            const bundle = buildBundle('far', [{ uuid, native: { name: 'a.ttf', data: font } }], { hashed: false });
            serveBundle(game.host, bundle);
            await game.loadBundle('far');
            expect(await game.load(uuid)).toMatchObject({ native: 'Arial' });
            await game.settle();
            const requests = game.requests('.ttf');
            const next = game.restart();
            await next.loadBundle('far');
            expect(await next.load(uuid)).toMatchObject({ native: 'Arial' });
            // The whole file is in the cache: another download would not change the answer.
            expect(next.requests('.ttf')).toBe(requests);
            warn.mockRestore();
        });
    });

    it('is Arial on a host that loads none', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const game = startGame({ host: { ...host, without: ['loadFont'] } });
        expect(await game.loadRemote('fonts/a.ttf')).toBe('Arial');
        expect(String(warn.mock.calls)).toContain('fonts/a.ttf');
        warn.mockRestore();
    });

    it('is loaded from where it is when user data is full', async () => {
        const game = startGame({ host: { ...host, quotaBytes: 1 } });
        expect(await game.loadRemote('fonts/a.ttf')).toMatch(/^font_/);
    });
});

describe('a download', () => {
    const asset = (data: string | Uint8Array, name = 'picture.png') => [{ uuid: '11aaaaaa-0000-4000-8000-000000000001', native: { name, data } }] as const;
    const uuid = '11aaaaaa-0000-4000-8000-000000000001';

    it.each([
        ['with a file list', {}, {}],
        ['by the md5 in its name', { listed: false }, {}],
        ['by how it begins, without md5 names and list', { listed: false, hashed: false }, {}],
        ['with a file list, without md5 names', { hashed: false }, {}],
        ['with the status of the host', {}, { downloadHttpErrors: 'fail' as const }],
    ])('that is a 404 fails at once, with its address: %s', async (_title, options, switches) => {
        const game = startGame({ settings: { remoteBundles: ['far'] }, host: { switches } });
        const bundle = buildBundle('far', asset(png), options);
        const path = bundle.pathOf(uuid, 'native');
        game.host.network.serve(`${server}remote/far/`, (name) => (name === path ? undefined : bundle.files[name]));
        if (bundle.version) game.cc.assetManager.downloader.bundleVers['far'] = bundle.version;
        await game.loadBundle('far');
        const before = game.clock.now();
        await expect(game.load(uuid)).rejects.toThrow(`${server}remote/far/${path}`);
        expect(game.requests(path)).toBe(1);
        expect(game.clock.now() - before).toBeLessThan(300);
    });

    it.each(['.json', '.png', '.astc', '.zip', '.bin', '.txt'])('of an HTML page as %s without any list is recognised', async (ext) => {
        const game = startGame();
        game.host.network.serve(server, { [`a${ext}`]: errorPage });
        await expect(game.loadRemote(`${server}a${ext}`)).rejects.toThrow(`${server}a${ext}`);
    });

    it('that is damaged is fetched again', async () => {
        const game = startGame({ settings: { remoteBundles: ['far'] } });
        const bundle = buildBundle('far', asset(new Uint8Array([...png, ...new Uint8Array(500).map((_, index) => index)])));
        serveBundle(game.host, bundle);
        game.cc.assetManager.downloader.bundleVers['far'] = bundle.version;
        await game.loadBundle('far');
        game.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: (call) => call.api === 'downloadFile' && call.target.endsWith('.png') });
        expect(await game.load(uuid)).toMatchObject({ native: { width: 4 } });
        expect(game.requests('.png')).toBe(2);
    });

    it('that fails is tried again after growing, jittered waits, as often as the engine is told', async () => {
        const game = startGame();
        const times: number[] = [];
        game.host.network.route(`${server}busy.json`, () => { times.push(game.clock.now()); return { status: 200, dropAfterBytes: 0 }; });
        await expect(game.loadRemote(`${server}busy.json`, { maxRetryCount: 4 })).rejects.toThrow('busy.json');
        expect(times).toHaveLength(5);
        const waits = times.slice(1).map((time, index) => time - times[index]!);
        waits.forEach((wait, index) => {
            const middle = 500 * 2 ** index;
            expect(wait).toBeGreaterThan(middle * 0.5);
            expect(wait).toBeLessThan(middle * 1.5 + 60);
        });
        times.length = 0;
        game.cc.assetManager.downloader.maxRetryCount = 1;
        game.cc.assetManager.downloader.retryInterval = 400;
        await expect(game.clock.until(new Promise((_resolve, reject) => game.cc.assetManager.downloader.download('x', `${server}busy.json`, '.json', {}, reject)))).rejects.toThrow();
        expect(times).toHaveLength(2);
        expect(times[1]! - times[0]!).toBeLessThan(250);
    });

    it('recovers when the network comes back during the waits', async () => {
        const game = startGame();
        game.host.network.serve(server, { 'late.json': '{"ok":1}' });
        game.host.network.change({ online: false });
        const load = game.loadRemote(`${server}late.json`);
        (game.scope['setTimeout'] as (run: () => void, ms: number) => void)(() => game.host.network.change({ online: true }), 900);
        expect(await load).toEqual({ ok: 1 });
    });

    it('of which the host never tells ends all the same', async () => {
        const game = startGame({ options: { networkTimeout: { download: 5000 } } });
        game.host.network.serve(server, { 'a.json': '{"ok":1}' });
        game.host.faults.add({ kind: 'never', effect: 'none', at: 1, api: 'downloadFile' });
        expect(await game.loadRemote(`${server}a.json`)).toEqual({ ok: 1 });
    });

    it('answered twice is one download', async () => {
        const game = startGame();
        game.host.network.serve(server, { 'a.json': '{"ok":1}' });
        game.host.faults.add({ kind: 'twice', at: 1, times: 9, group: 'network' }, { kind: 'twice', at: 1, times: 99, group: 'files' });
        expect(await game.loadRemote(`${server}a.json`)).toEqual({ ok: 1 });
    });

    it('tells its progress where the host has a task', async () => {
        const game = startGame();
        game.host.network.serve(server, { 'big.bin': new Uint8Array(200_000) });
        game.host.network.change({ bytesPerSecond: 1_000_000 });
        const told: number[][] = [];
        await game.loadRemote(`${server}big.bin`, { onFileProgress: (loaded: number, total: number) => told.push([loaded, total]) });
        expect(told.length).toBeGreaterThan(0);
        expect(told[told.length - 1]![1]).toBe(200_000);
    });

    it('is not cached when it stands alone, unless the game says so', async () => {
        const game = startGame();
        game.host.network.serve(server, { 'a.json': '{"n":1}', 'b.json': '{"n":2}' });
        await game.loadRemote(`${server}a.json`);
        await game.loadRemote(`${server}b.json`, { cacheEnabled: true });
        await game.settle();
        expect(game.manager.getCache(`${server}a.json`)).toBe('');
        expect(game.manager.getCache(`${server}b.json`)).not.toBe('');
    });

    it('is taken again with `reload`', async () => {
        const game = startGame();
        const files: Record<string, string> = { 'a.json': '{"n":1}' };
        game.host.network.serve(server, files);
        await game.loadRemote(`${server}a.json`, { cacheEnabled: true });
        await game.settle();
        files['a.json'] = '{"n":2}';
        expect(await game.loadRemote(`${server}a.json`)).toEqual({ n: 1 });
        expect(await game.loadRemote(`${server}a.json`, { reload: true })).toEqual({ n: 2 });
    });

    it('leaves retries of a handler of the game to the engine', async () => {
        const game = startGame();
        let calls = 0;
        const { downloader } = game.cc.assetManager;
        downloader.register('.json', (_url, _options, done) => (++calls < 3 ? done(new Error('not yet')) : done(null, 'own')));
        expect(await game.clock.until(new Promise((resolve) => downloader.download('own', 'x.json', '.json', {}, (_error, data) => resolve(data))))).toBe('own');
        expect(calls).toBe(3);
    });
});

describe('a miss is fetched again, once, in the same load', () => {
    const uuid = '22aaaaaa-0000-4000-8000-000000000002';
    async function start(name: string, data: string | Uint8Array) {
        const game = startGame({ settings: { remoteBundles: ['far'] } });
        const bundle = buildBundle('far', [{ uuid, native: { name, data } }]);
        serveBundle(game.host, bundle);
        game.cc.assetManager.downloader.bundleVers['far'] = bundle.version;
        await game.loadBundle('far');
        return { game, url: `${server}remote/far/${bundle.pathOf(uuid, 'native')}`, path: bundle.pathOf(uuid, 'native') };
    }
    const cases = [['picture.png', png], ['sound.mp3', bytesOf('ID3', 3, 0)], ['face.ttf', bytesOf(0, 1, 0, 0)], ['data.bin', bytesOf(9, 8, 7)], ['t.astc', texture.astc]] as const;

    it.each(cases)('a purged temp file of %s', async (name, data) => {
        const { game, path } = await start(name, data);
        await game.preload(uuid, {});
        await game.clock.until(new Promise((resolve) => game.cc.assetManager.downloader.download(`${uuid}@native`, `${server}remote/far/${path}`, name.slice(name.lastIndexOf('.')), { cacheEnabled: false }, resolve)));
        game.host.lifecycle.purgeTempFiles();
        game.host.lifecycle.purgeUserFiles();
        const value = (await game.load(uuid)) as { native: unknown };
        expect(value.native).toBeTruthy();
        expect(game.requests(path)).toBeLessThanOrEqual(2);
    });

    it.each(cases)('a vanished cached file of %s', async (name, data) => {
        const { game, path } = await start(name, data);
        await game.load(uuid);
        await game.settle();
        expect(game.manager.getCache(`${server}remote/far/${path}`)).not.toBe('');
        const next = game.restart();
        next.cc.assetManager.downloader.bundleVers = game.cc.assetManager.downloader.bundleVers;
        await next.loadBundle('far');
        next.host.lifecycle.purgeTempFiles();
        const file = next.manager.getCache(`${server}remote/far/${path}`);
        next.host.disk.remove(file);
        const before = next.requests(path);
        expect(((await next.load(uuid)) as { native: unknown }).native).toBeTruthy();
        expect(next.requests(path) - before).toBe(1);
    });

    it('a cached picture that does not decode', async () => {
        const { game, path } = await start('picture.png', png);
        await game.load(uuid);
        await game.settle();
        const next = game.restart();
        next.cc.assetManager.downloader.bundleVers = game.cc.assetManager.downloader.bundleVers;
        await next.loadBundle('far');
        next.host.lifecycle.purgeTempFiles();
        next.host.disk.write(next.manager.getCache(`${server}remote/far/${path}`), new Uint8Array(png.length), 0);
        const before = next.requests(path);
        expect(await next.load(uuid)).toMatchObject({ native: { width: 4 } });
        expect(next.requests(path) - before).toBe(1);
    });

    it.each([
        ['with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)],
        ['in another encoding than UTF-8', Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3)],
    ])('but no cached text %s, whose bytes are all there', async (_title, data) => {
        const { game, path } = await start('note.txt', data);
        await game.load(uuid);
        await game.settle();
        const next = game.restart();
        next.cc.assetManager.downloader.bundleVers = game.cc.assetManager.downloader.bundleVers;
        await next.loadBundle('far');
        const before = next.requests(path);
        expect(((await next.load(uuid)) as { native: unknown }).native).toBeTruthy();
        expect(next.requests(path)).toBe(before);
    });

    it('a cached text of another length', async () => {
        const { game, path } = await start('note.txt', 'ein Text, 一段文字');
        await game.load(uuid);
        await game.settle();
        const next = game.restart();
        next.cc.assetManager.downloader.bundleVers = game.cc.assetManager.downloader.bundleVers;
        await next.loadBundle('far');
        next.host.disk.write(next.manager.getCache(`${server}remote/far/${path}`), bytesOf('ein'), 0);
        expect(await next.load(uuid)).toMatchObject({ native: 'ein Text, 一段文字' });
    });

    it('and no more than once: a picture that never decodes fails with its address', async () => {
        const { game, path } = await start('picture.png', bytesOf(0x89, 1, 2, 3, 0));
        await expect(game.load(uuid)).rejects.toThrow(/picture|\.png|image/);
        expect(game.requests(path)).toBe(2);
    });
});

describe('loads from the cache', () => {
    it('are not held to so many a frame, and 1,000 of them need no more than 0.3 s', async () => {
        const assets = Array.from({ length: 1000 }, (_, index) => ({ uuid: `33aaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`, data: { fill: 'x'.repeat(200) } }));
        const bundle = buildBundle('many', assets);
        const game = startGame({ settings: { remoteBundles: ['many'], bundleVers: { many: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('many');
        await game.load(assets.map(({ uuid }) => uuid), { bundle: 'many' });
        await game.clock.advance(20_000);
        const next = game.restart();
        await next.loadBundle('many');
        next.host.network.change({ online: false });
        next.host.calls.clear();
        const before = next.clock.now();
        await next.load(assets.map(({ uuid }) => uuid), { bundle: 'many' });
        // Virtual time: 2 ms a call and whole frames; what scripts take is for the benchmark.
        expect(next.clock.now() - before).toBeLessThan(300);
        expect(next.host.calls.count('FileSystemManager.readFile')).toBe(1000);
        expect(next.host.calls.count('FileSystemManager.access')).toBe(0);
        expect(next.host.calls.count('FileSystemManager.stat')).toBe(0);
    });

    it('are at most 128 at a time', async () => {
        const files = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p/${index}.json`, '{}']));
        const game = startGame({ host: { packageFiles: files } });
        let most = 0;
        game.host.calls.subscribe(() => {
            most = Math.max(most, game.host.calls.records.filter(({ api, outcome }) => api === 'FileSystemManager.readFile' && outcome === 'pending').length);
        });
        await game.load(Object.keys(files).map((url) => ({ url })) as never, {});
        expect(most).toBeGreaterThan(30);
        expect(most).toBeLessThanOrEqual(128);
    });

    it('of a type the game handles itself go the engine\'s way', async () => {
        const game = startGame();
        game.cc.assetManager.downloader.register({ '.json': (url, _options, done) => done(null, { own: url }) });
        expect(await game.loadRemote('a.json')).toEqual({ own: 'a.json' });
    });

    it('keep to the engine\'s limits when they are preloads', async () => {
        const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p/${index}.json`, '{}']));
        const game = startGame({ host: { packageFiles: files } });
        const before = game.clock.now();
        await game.preload(Object.keys(files).map((url) => ({ url })) as never, {});
        expect(game.clock.now() - before).toBeGreaterThan(200);
    });
});

describe('md5 in names', () => {
    it('of files that are right is accepted, wherever the engine writes it', async () => {
        const game = startGame();
        const data = bytesOf(0, 1, 0, 0, 7);
        const hash = md5(data).slice(0, 5);
        const names = [`native/ab/abcdef01-0000.${hash}.bin`, `native/ab/abcdef01-0000.${hash}/my.12345.ttf`, `res.${hash}.zip`, `import/0a/0ab190bbd@6c48a.${hash}.bin`];
        game.host.network.serve(`${server}b/`, Object.fromEntries(names.map((name) => [name, data])));
        for (const name of names.slice(0, 2)) await game.loadRemote(`${server}b/${name}`);
        for (const name of names.slice(2)) await game.loadRemote(`${server}b/${name}`, { ext: '.bin' });
    });

    it('is not looked for in names of one\'s own', async () => {
        const game = startGame();
        game.host.network.serve(`${server}b/`, { 'config.12345.json': '{}', 'native/ab/uuid/my.12345.ttf': bytesOf(0, 1, 0, 0), 'photo.abcde.png': png });
        await game.loadRemote(`${server}b/config.12345.json`);
        await game.loadRemote(`${server}b/native/ab/uuid/my.12345.ttf`);
        await game.loadRemote(`${server}b/photo.abcde.png`);
    });
});
