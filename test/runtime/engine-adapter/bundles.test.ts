import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { buildBundle, errorPage, md5, serveBundle, server, startGame } from './game';

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(
    Object.fromEntries(Object.entries(files).map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data])),
);
const one = '44aaaaaa-0000-4000-8000-000000000001';
const two = '44aaaaaa-0000-4000-8000-000000000002';
const assets = [{ uuid: one, data: { n: 1 } }, { uuid: two, data: { n: 2 } }];
const inFolder = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): Record<string, string | Uint8Array> => (
    Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]))
);

describe.each(sweptProfiles)('bundles on %s', (_name, profile) => {
    it('of the package: data and script from assets/<name>/', async () => {
        const bundle = buildBundle('near', assets, { listed: false });
        const game = startGame({ host: { profile, packageFiles: inFolder('assets/near', bundle.files) }, settings: { bundleVers: { near: bundle.version } } });
        expect((await game.loadBundle('near')).base).toBe('assets/near/');
        expect(game.ran).toEqual([`assets/near/index.${bundle.version}.js`]);
        expect(await game.load([one, two])).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
    });

    it('of the server: data from remote/<name>/, the script from the package', async () => {
        const bundle = buildBundle('far', assets);
        const game = startGame({ host: { profile }, settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } });
        serveBundle(game.host, bundle);
        expect((await game.loadBundle('far')).base).toBe(`${server}remote/far/`);
        expect(game.ran).toEqual([`src/bundle-scripts/far/index.${bundle.version}.js`]);
        expect(await game.load(two)).toMatchObject({ data: { n: 2 } });
    });

    it('in a subpackage: its own game.js runs, and nothing else', async () => {
        const bundle = buildBundle('sub', assets, { listed: false });
        const ran: string[] = [];
        const game = startGame({
            host: {
                profile, runModule: (path) => ran.push(path),
                packageFiles: { ...inFolder('subpackages/sub', bundle.files), 'game.json': JSON.stringify({ subpackages: [{ name: 'sub', root: 'subpackages/sub/' }] }) },
            },
            settings: { subpackages: ['sub'], bundleVers: { sub: bundle.version } },
        });
        expect((await game.loadBundle('sub')).base).toBe('subpackages/sub/');
        expect(ran).toEqual(['subpackages/sub/game.js']);
        expect(game.ran).toEqual([]);
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('as a zip, unpacked once, from the cache in the next session', async () => {
        const bundle = buildBundle('zipped', assets, { zip: (files) => zipOf(inFolder('res', files)) });
        const game = startGame({ host: { profile }, settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        expect(await game.load([one, two])).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
        await game.settle();
        const next = game.restart();
        next.host.network.change({ online: false });
        await next.loadBundle('zipped');
        expect(await next.load(two)).toMatchObject({ data: { n: 2 } });
        expect(next.requests('.zip')).toBe(1);
    });
});

describe('a subpackage', () => {
    it.each(['errorMessage', 'errMsg'] as const)('that fails says so, whichever field the host uses: %s', async (subpackageFailure) => {
        const game = startGame({ host: { switches: { subpackageFailure } }, settings: { subpackages: ['gone'] } });
        await expect(game.loadBundle('gone')).rejects.toThrow(/gone.*no subpackage/);
    });

    it.each([[true, 2], [false, 0]])('tells its progress where the host has a task: %s', async (subpackageTask, times) => {
        const bundle = buildBundle('sub', assets, { hashed: false, listed: false });
        const game = startGame({
            host: { switches: { subpackageTask }, packageFiles: { ...inFolder('sub', bundle.files), ...inFolder('subpackages/sub', bundle.files), 'game.json': '{"subpackages":[{"name":"sub","root":"sub"}]}' } },
            settings: { subpackages: ['sub'] },
        });
        const told: number[] = [];
        await game.loadBundle('sub', { onFileProgress: (loaded: number) => told.push(loaded) });
        expect(told).toHaveLength(times);
    });

    it('that did not come is asked for again, as often as the game allows', async () => {
        const bundle = buildBundle('sub', assets, { hashed: false, listed: false });
        const packageFiles = { ...inFolder('subpackages/sub', bundle.files), 'game.json': '{"subpackages":[{"name":"sub","root":"subpackages/sub"}]}' };
        const game = startGame({ host: { packageFiles }, settings: { subpackages: ['sub'] } });
        game.host.faults.add({ kind: 'fail', error: 12, api: 'loadSubpackage', at: 1, times: 2 });
        expect((await game.loadBundle('sub')).base).toBe('subpackages/sub/');
        const again = startGame({ host: { packageFiles }, settings: { subpackages: ['sub'] } });
        again.host.faults.add({ kind: 'fail', error: 12, api: 'loadSubpackage', at: 1, times: 2 });
        await expect(again.loadBundle('sub', { maxRetryCount: 1 })).rejects.toThrow(/loadSubpackage sub/);
    });

    it.each([2, 403, 20, undefined])('that failed is asked for again whatever its code says: %s', async (error) => {
        const bundle = buildBundle('sub', assets, { hashed: false, listed: false });
        const packageFiles = { ...inFolder('subpackages/sub', bundle.files), 'game.json': '{"subpackages":[{"name":"sub","root":"subpackages/sub"}]}' };
        const game = startGame({ host: { packageFiles }, settings: { subpackages: ['sub'] } });
        game.host.faults.add({ kind: 'fail', error: error as number, api: 'loadSubpackage', at: 1 });
        expect((await game.loadBundle('sub')).base).toBe('subpackages/sub/');
        expect(game.host.calls.count('loadSubpackage')).toBe(2);
    });

    it('needs my.loadSubpackage and says so', async () => {
        const game = startGame({ host: { without: ['loadSubpackage'] }, settings: { subpackages: ['sub'] } });
        await expect(game.loadBundle('sub')).rejects.toThrow(/loadSubpackage/);
    });
});

describe('a remote bundle', () => {
    it('by its own address, with a version of the game\'s choice', async () => {
        const bundle = buildBundle('far', assets);
        const game = startGame();
        game.host.network.serve('https://other.example.com/v2/far/', bundle.files);
        const loaded = await game.loadBundle('https://other.example.com/v2/far', { version: bundle.version });
        expect(loaded.base).toBe('https://other.example.com/v2/far/');
        expect(game.ran).toEqual([`src/bundle-scripts/far/index.${bundle.version}.js`]);
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it.each(['HTTPS://', 'Https://', '//'])('by its own address, written as %s, with its files in the cache', async (scheme) => {
        const bundle = buildBundle('far', assets);
        const game = startGame();
        game.host.network.serve('https://other.example.com/v2/far/', bundle.files);
        const loaded = await game.loadBundle(`${scheme}other.example.com/v2/far`, { version: bundle.version });
        expect(loaded.base).toBe('https://other.example.com/v2/far/');
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
        await game.settle();
        const next = game.restart();
        next.host.network.change({ online: false });
        await next.loadBundle('https://other.example.com/v2/far', { version: bundle.version });
        expect(await next.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('whose config is a 404 fails at once with the address', async () => {
        const game = startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: 'abcde' } } });
        game.host.network.serve(server, { 'remote/far/config.abcde.json': errorPage });
        const before = game.clock.now();
        await expect(game.loadBundle('far')).rejects.toThrow('remote/far/config.abcde.json');
        expect(game.clock.now() - before).toBeLessThan(300);
        expect(game.requests('config.abcde.json')).toBe(1);
    });

    it('whose config came torn, with no list and no md5 to tell, is fetched again in the same load', async () => {
        const bundle = buildBundle('far', assets, { hashed: false, listed: false });
        const game = startGame({ settings: { remoteBundles: ['far'] } });
        serveBundle(game.host, bundle);
        game.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'downloadFile' });
        await game.loadBundle('far');
        expect(game.requests('config.json')).toBe(2);
        game.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'downloadFile' });
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('a zip is not downloaded again because there is no room for what is in it', async () => {
        const bundle = buildBundle('zipped', [{ uuid: one, data: { n: 1, text: 'x'.repeat(5000) } }], { zip: (files) => zipOf(inFolder('res', files)) });
        const game = startGame({ host: { quotaBytes: 2000 }, settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        await expect(game.loadBundle('zipped')).rejects.toThrow(/unzip/);
        expect(game.requests('.zip')).toBe(1);
    });

    it('without the script in the package fails and names it', async () => {
        const game = startGame({ settings: { remoteBundles: ['far'] }, scripts: {} });
        await expect(game.loadBundle('far')).rejects.toThrow('src/bundle-scripts/far/index.js');
    });

    it('without a file list loads as well', async () => {
        const bundle = buildBundle('far', assets, { listed: false });
        const game = startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('far');
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('with an md5 in its config\'s name needs no network for what is cached', async () => {
        const bundle = buildBundle('far', assets);
        const game = startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('far');
        await game.load(one);
        await game.settle();
        const next = game.restart();
        next.host.network.change({ online: false });
        const before = next.host.network.requests.length;
        await next.loadBundle('far');
        expect(await next.load(one)).toMatchObject({ data: { n: 1 } });
        expect(next.host.network.requests.length).toBe(before);
    });

    describe('without md5 names', () => {
        async function start() {
            const bundle = buildBundle('far', assets, { hashed: false });
            const game = startGame({ settings: { remoteBundles: ['far'] } });
            serveBundle(game.host, bundle);
            await game.loadBundle('far');
            await game.load([one, two]);
            await game.settle();
            return { game, bundle };
        }

        it('shows an update: a new config, and of its files those that changed', async () => {
            const { game, bundle } = await start();
            const three = '44aaaaaa-0000-4000-8000-000000000003';
            const update = buildBundle('far', [{ uuid: one, data: { n: 7 } }, assets[1]!, { uuid: three, data: { n: 3 } }], { hashed: false });
            Object.assign(bundle.files, update.files);
            const next = game.restart();
            const before = next.requests(bundle.pathOf(two));
            await next.loadBundle('far');
            expect(await next.load([one, two, three])).toMatchObject([{ data: { n: 7 } }, { data: { n: 2 } }, { data: { n: 3 } }]);
            expect(next.requests(bundle.pathOf(two)) - before).toBe(0);
        });

        /** The next session, with a new version on the server. */
        async function update() {
            const { game, bundle } = await start();
            const { files } = buildBundle('far', [{ uuid: one, data: { n: 7 } }, assets[1]!, { uuid: '44aaaaaa-0000-4000-8000-000000000003' }], { hashed: false });
            return { game, bundle, publish: () => Object.assign(bundle.files, files) };
        }

        it('shows an update although the old list of files was evicted before the files', async () => {
            const { game, publish } = await update();
            game.manager.removeCache(`${server}remote/far/files.json`);
            await game.settle();
            publish();
            const next = game.restart();
            await next.loadBundle('far');
            expect(await next.load([one, two])).toMatchObject([{ data: { n: 7 } }, { data: { n: 2 } }]);
        });

        it('shows an update although its list of files does not come at first', async () => {
            const { game, publish } = await update();
            publish();
            const next = game.restart();
            next.host.faults.add({ kind: 'fail', error: 12, at: 1, api: ({ api, target }) => api === 'downloadFile' && target.endsWith('files.json') });
            await next.loadBundle('far');
            expect(await next.load(one)).toMatchObject({ data: { n: 7 } });
        });

        it('is played from the cache after an update whose list of files came later than its config, too', async () => {
            const { game, publish } = await update();
            publish();
            const next = game.restart();
            next.host.faults.add({ kind: 'late', ms: 50, at: 1, api: ({ api, target }) => api === 'downloadFile' && target.endsWith('files.json') });
            await next.loadBundle('far');
            await next.load([one, two]);
            await next.settle();
            const last = next.restart();
            last.host.network.change({ online: false });
            await last.loadBundle('far');
            expect(await last.load([one, two])).toMatchObject([{ data: { n: 7 } }, { data: { n: 2 } }]);
        });

        it.each(['{"name":"far","uu', 'Bad gateway'])('is played from the cache while the server sends nonsense for its config: %s', async (nonsense) => {
            const { game, bundle } = await start();
            const { 'config.json': config } = bundle.files;
            bundle.files['config.json'] = nonsense;
            const next = game.restart();
            await next.loadBundle('far');
            expect(await next.load(one)).toMatchObject({ data: { n: 1 } });
            await next.settle();
            bundle.files['config.json'] = config!;
            const last = next.restart();
            last.host.network.change({ online: false });
            await last.loadBundle('far');
        });

        it('is played from the cache while the server is away', async () => {
            const { game } = await start();
            const next = game.restart();
            next.host.network.change({ online: false });
            await next.loadBundle('far');
            expect(await next.load([one, two])).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
        });
    });
});

describe('a zip bundle', () => {
    const zipped = (data = assets, hashed = true) => buildBundle('zipped', data, { hashed, zip: (files) => zipOf(inFolder('res', files)) });

    it.each(['inside', 'glued'] as const)('finds its files where the host unpacks them: %s', async (unzipLayout) => {
        const bundle = zipped();
        const game = startGame({ host: { switches: { unzipLayout } }, settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        expect(await game.load(two)).toMatchObject({ data: { n: 2 } });
    });

    it('whose folder the host purged is fetched again', async () => {
        const bundle = zipped();
        const game = startGame({ settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        await game.settle();
        const next = game.restart();
        next.host.lifecycle.purgeUserFiles();
        await next.loadBundle('zipped');
        expect(await next.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('of whose folder the host purged a part is fetched again', async () => {
        for (const unzipLayout of ['inside', 'glued'] as const) {
            const bundle = zipped();
            const game = startGame({ host: { switches: { unzipLayout } }, settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
            serveBundle(game.host, bundle);
            await game.loadBundle('zipped');
            await game.settle();
            const next = game.restart();
            const [file] = next.host.disk.list(game.manager.cacheDir).filter((path) => path.includes('res/import/'));
            next.host.disk.remove(file!);
            await next.loadBundle('zipped');
            expect(await next.load([one, two])).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
            expect(next.requests('.zip')).toBe(2);
            await next.settle();
            const last = next.restart();
            await last.loadBundle('zipped');
            expect(last.requests('.zip')).toBe(2);
        }
    });

    it('stays where it was found although another one makes room at that moment', async () => {
        const other = buildBundle('other', [{ uuid: two, data: { n: 2, text: 'x'.repeat(6000) } }], { zip: (files) => zipOf(inFolder('res', files)) });
        const bundle = buildBundle('zipped', [{ uuid: one, data: { n: 1, text: 'x'.repeat(6000) } }], { zip: (files) => zipOf(inFolder('res', files)) });
        const bundleVers = { zipped: bundle.version, other: other.version };
        for (let latency = 2; latency < 40; latency += 2) {
            const game = startGame({ options: { cacheQuota: 14_000 }, settings: { remoteBundles: ['zipped', 'other'], bundleVers } });
            serveBundle(game.host, bundle);
            serveBundle(game.host, other);
            await game.loadBundle('zipped');
            await game.settle();
            const next = game.restart();
            next.host.faults.add({ kind: 'late', ms: latency, at: 1, api: ({ api, target }) => api === 'FileSystemManager.stat' && /c-\w+-/.test(target) });
            await Promise.all([next.loadBundle('other'), next.loadBundle('zipped')]);
            expect(await next.load([one, two])).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
        }
    });

    it('loads where the host does not list what is in a folder', async () => {
        const bundle = zipped();
        const game = startGame({ settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        const files = game.host.my.getFileSystemManager();
        const { stat } = files;
        files.stat = (options) => stat.call(files, { ...options, recursive: false });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        expect(await game.load(one)).toMatchObject({ data: { n: 1 } });
    });

    it('without md5 names shows an update', async () => {
        const bundle = zipped(assets, false);
        const game = startGame({ settings: { remoteBundles: ['zipped'] } });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        await game.settle();
        Object.assign(bundle.files, zipped([{ uuid: one, data: { n: 9 } }], false).files);
        const next = game.restart();
        await next.loadBundle('zipped');
        expect(await next.load(one)).toMatchObject({ data: { n: 9 } });
    });

    it('without md5 names is played from the cache while the server is away', async () => {
        const bundle = zipped(assets, false);
        const game = startGame({ settings: { remoteBundles: ['zipped'] } });
        serveBundle(game.host, bundle);
        await game.loadBundle('zipped');
        await game.settle();
        for (const error of [errorPage, zipOf({ 'res/a': 'a' }).subarray(0, 60)]) {
            const next = game.restart();
            if (error === errorPage) next.host.network.change({ online: false });
            else Object.assign(bundle.files, { 'res.zip': error, 'files.json': errorPage });
            await next.loadBundle('zipped');
            expect(await next.load(one)).toMatchObject({ data: { n: 1 } });
            await next.settle();
            next.host.network.change({ online: true });
        }
    });

    it('that is no zip fails with its address', async () => {
        const bundle = zipped();
        const name = Object.keys(bundle.files).find((path) => path.endsWith('.zip'))!;
        bundle.files[name] = errorPage;
        const game = startGame({ settings: { remoteBundles: ['zipped'], bundleVers: { zipped: bundle.version } } });
        serveBundle(game.host, bundle);
        await expect(game.loadBundle('zipped')).rejects.toThrow(name);
    });
});

describe('CCON assets', () => {
    it.each([false, true])('lie under names Alipay packs, also where internal members are renamed: %s', async (mangled) => {
        const data = new Uint8Array([0x43, 0x43, 0x4f, 0x4e, 1, 0, 0, 0]);
        const bundle = buildBundle('near', [{ uuid: one }], { hashed: true, listed: false });
        const config = { ...bundle.config, versions: { import: [one, md5(data).slice(0, 5)] }, extensionMap: { '.cconb': [one] } };
        const game = startGame({
            engine: { mangled },
            host: { packageFiles: { 'assets/near/config.json': JSON.stringify(config), [`assets/near/import/44/${one}.${md5(data).slice(0, 5)}.bin`]: data } },
        });
        await game.loadBundle('near');
        expect(await game.load(one)).toMatchObject({ data: { document: { bytes: 8 } } });
    });
});
