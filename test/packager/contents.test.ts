import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { parseRemoteList, readPackage } from '../../source/package';
import { packageBuild } from '../../source/packager';
import { hashedBuild, optionsWith, readTree, sampleOf, smallBuild, writeFiles, type Sample } from './sample-build';

const readJson = (sample: Sample, path: string): Record<string, unknown> => JSON.parse(readFileSync(join(sample.folder, path), 'utf8')) as Record<string, unknown>;
const readText = (sample: Sample, path: string): string => readFileSync(join(sample.folder, path), 'utf8');

describe('game.json', () => {
    it('writes both orientation keys alike, the options, and lower-case subpackages', async () => {
        const sample = sampleOf(smallBuild, { deviceOrientation: 'portrait', showStatusBar: true, iOSHighPerformance: true, networkTimeout: { request: 5000 } });
        await packageBuild(sample.request());
        expect(readJson(sample, 'build/game.json')).toEqual({
            deviceOrientation: 'portrait', screenOrientation: 'portrait', showStatusBar: true, iOSHighPerformance: true,
            networkTimeout: { request: 5000, connectSocket: 60_000, download: 60_000, upload: 60_000 },
            subpackages: [{ name: 'sub', root: 'subpackages/sub/' }],
        });
        expect(readJson(sample, 'build/src/settings.json')['screen']).toEqual({ orientation: 'portrait' });
    });

    it('has no subpackages key where the build has none', async () => {
        const { 'subpackages/sub/config.json': _config, 'subpackages/sub/index.js': _script, ...rest } = smallBuild;
        const sample = sampleOf({ ...rest, 'src/settings.json': String(smallBuild['src/settings.json']).replace('"subpackages":["sub"]', '"subpackages":[]').replace(',"sub"', '') });
        await packageBuild(sample.request());
        expect(Object.keys(readJson(sample, 'build/game.json'))).not.toContain('subpackages');
    });

    it('lays the user\'s template over it leaf by leaf, keeps our subpackages and names conflicts', async () => {
        const sample = sampleOf(smallBuild);
        const template = { networkTimeout: { request: 1 }, screenOrientation: 'portrait', subpackages: [{ name: 'mine', root: 'mine/' }], subPackages: [], plugins: { P: { version: '1' } } };
        writeFiles(sample.folder, { 'templates/game.json': JSON.stringify(template), 'build/game.json': JSON.stringify(template) });
        const { problems } = await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(readJson(sample, 'build/game.json')).toMatchObject({
            deviceOrientation: 'portrait', screenOrientation: 'portrait', networkTimeout: { request: 1, upload: 60_000 },
            subpackages: [{ name: 'sub', root: 'subpackages/sub/' }], plugins: { P: { version: '1' } },
        });
        expect(problems.map(({ code, level }) => `${code} ${level}`).sort()).toEqual(['AMG302 warning', 'AMG305 warning', 'AMG306 warning']);
    });

    it('keeps what Creator\'s own platform wrote, and its subpackages that are in the build', async () => {
        const sample = sampleOf({
            ...smallBuild,
            'game.json': JSON.stringify({ plugins: { cocos: { provider: 'x' } }, subpackages: [{ name: 'engine', root: 'cocos-js' }, { name: 'gone', root: 'gone/' }] }),
        });
        await packageBuild(sample.request({ host: 'creator' }));
        const once = readText(sample, 'build/game.json');
        expect(JSON.parse(once)).toMatchObject({ plugins: { cocos: { provider: 'x' } }, subpackages: [{ name: 'sub', root: 'subpackages/sub/' }, { name: 'engine', root: 'cocos-js/' }] });
        await packageBuild(sample.request({ host: 'creator' }));
        expect(readText(sample, 'build/game.json')).toBe(once);
    });

    it('adds the folders that the option `subpackages` names', async () => {
        const sample = sampleOf({ ...smallBuild, 'extra/game.js': '' });
        const options = { ...optionsWith(), subpackages: [{ name: 'extra', root: 'extra' }, { name: 'gone', root: 'gone/' }, { name: 'far', root: 'remote/far' }] };
        const { parts, problems } = await packageBuild(sample.request({ options }));
        expect(readJson(sample, 'build/game.json')['subpackages']).toEqual([{ name: 'sub', root: 'subpackages/sub/' }, { name: 'extra', root: 'extra/' }]);
        expect(parts.map(({ name }) => name)).toEqual(['', 'sub', 'extra']);
        expect(problems.map(({ code, values }) => `${code} ${String(values['name'])}`)).toEqual(['AMG315 gone', 'AMG315 far']);
    });
});

describe('a subpackage of data alone', () => {
    it('has an entry, since the client wants one', async () => {
        const sample = sampleOf({ ...smallBuild, 'levels/1.bin': '1' });
        const request = sample.request({ options: { ...optionsWith(), subpackages: [{ name: 'levels', root: 'levels/' }] } });
        await packageBuild(request);
        expect(readText(sample, 'build/levels/game.js')).toMatch(/^\/\/.*\n$/);
        expect(checkPackage(readPackage(sample.build)).filter(({ code }) => code === 'AMG402')).toEqual([]);
        expect((await packageBuild(request)).changes).toBe(0);
    });
});

describe('project files', () => {
    it('turns transpile, minify and the JSON transform off, under the user\'s own settings', async () => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, { 'templates/project.config.json': '{"setting":{"minify":true},"mine":1}' });
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(readJson(sample, 'build/project.config.json')).toEqual({ setting: { transpile: false, minify: true, json: { transform: false } }, mine: 1 });
    });

    it('keeps the compile config of the CLI out of the upload and out of the sizes, written or not yet', async () => {
        const sample = sampleOf(smallBuild);
        const { bytes } = await packageBuild(sample.request());
        expect(readJson(sample, 'build/mini.project.json')).toEqual({ format: 2, uploadExclude: ['cocos.compile.config.json'] });
        writeFiles(sample.folder, { 'build/cocos.compile.config.json': '{"platform":"alipay-mini-game"}' });
        const again = await packageBuild(sample.request());
        expect(again).toMatchObject({ bytes, changes: 0 });
        expect(again.files.map(({ path }) => path)).not.toContain('cocos.compile.config.json');
    });

    it('drops the compile config in another folder, where nothing needs excluding', async () => {
        const sample = sampleOf({ ...smallBuild, 'cocos.compile.config.json': '{}' });
        await packageBuild(sample.request({ outputDirectory: join(sample.folder, 'out') }));
        expect(existsSync(join(sample.folder, 'out/cocos.compile.config.json'))).toBe(false);
        expect(existsSync(join(sample.folder, 'out/mini.project.json'))).toBe(false);
        expect(existsSync(join(sample.folder, 'build/cocos.compile.config.json'))).toBe(true);
    });

    it('joins its exclusions with those of the user\'s mini.project.json, in the format that is honoured', async () => {
        const sample = sampleOf(smallBuild);
        writeFiles(sample.folder, { 'templates/mini.project.json': '{"exclude":["docs"],"developOptions":{"minify":false}}' });
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(readJson(sample, 'build/mini.project.json')).toEqual({ format: 2, developOptions: { minify: false }, uploadExclude: ['cocos.compile.config.json', 'docs'] });
    });
});

describe('game.js', () => {
    it('names the files that md5 left, requires both adapters, and no other option enters the package', async () => {
        const sample = sampleOf(hashedBuild, { cacheQuota: 5_000_000, mainPackageLimit: 3_999_999 });
        await packageBuild(sample.request());
        const script = readText(sample, 'build/game.js');
        for (const name of ['./web-adapter.js', './engine-adapter.js', './src/system.bundle.9fd6a.js', './src/import-map.f5d2f.js', './application.9f8f9.js']) expect(script).toContain(`'${name}'`);
        expect(script).not.toContain('polyfills');
        const options = createRequire(join(sample.build, 'game.js'))('./adapter-options.js') as object;
        expect(options).toMatchObject({ cacheQuota: 5_000_000 });
        const package_ = Object.keys(readTree(sample.build)).filter((path) => readText(sample, `build/${path}`).includes('3999999'));
        expect(package_).toEqual([]);
    });

    it('is the user\'s game.ejs with Creator\'s four variables, links to hashed template files, and no game.ejs remains', async () => {
        const sample = sampleOf({ ...hashedBuild, 'game.ejs': 'copied by the host', 'common.40ff3.js': '', 'game.07ef4.json': '{"showStatusBar":true}', 'web-adapter.aaaaa.js': 'stock' });
        const template = '<%= polyfillsBundleFile %>|<%= systemJsBundleFile %>|<%= importMapFile %>|<%= applicationJs %>|require("./common.js")|require("./missing.js")';
        writeFiles(sample.folder, { 'platform/game.ejs': 'less specific', 'task/game.ejs': template });
        const templateDirectories = ['task', 'platform', 'none'].map((name) => join(sample.folder, name));
        await packageBuild(sample.request({ templateDirectories }));
        expect(readText(sample, 'build/game.js')).toBe('false|./src/system.bundle.9fd6a.js|./src/import-map.f5d2f.js|./application.9f8f9.js|require("./common.40ff3.js")|require("./missing.js")');
        const left = Object.keys(readTree(sample.build));
        for (const gone of ['game.ejs', 'game.07ef4.json', 'web-adapter.aaaaa.js']) expect(left).not.toContain(gone);
        expect(left).toContain('common.40ff3.js');
    });

    it('takes a user\'s game.js, adapter or subpackage entry as it is', async () => {
        const sample = sampleOf(smallBuild);
        const own = { 'game.js': '/* mine */', 'web-adapter.js': '/* my adapter */', 'subpackages/sub/game.js': '/* my entry */' };
        writeFiles(join(sample.folder, 'templates'), own);
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        for (const [path, text] of Object.entries(own)) expect(readText(sample, `build/${path}`)).toBe(text);
    });

    it('takes the readable adapters for a debug build', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request({ debug: true }));
        expect(readText(sample, 'build/web-adapter.js')).toBe('/* web-adapter, readable */');
        expect(readText(sample, 'build/dom-parser.js')).toBe('/* dom-parser, readable */');
    });

    it('takes the engine\'s adapters where the option says so', async () => {
        const sample = sampleOf(smallBuild, { adapter: 'engine' });
        writeFiles(sample.folder, { 'engine/web-adapter.min.js': 'min', 'engine/web-adapter.js': 'readable', 'engine/engine-adapter.js': 'only this' });
        await packageBuild(sample.request({ engineAdapterDirectory: join(sample.folder, 'engine') }));
        expect(readText(sample, 'build/web-adapter.js')).toBe('min');
        expect(readText(sample, 'build/engine-adapter.js')).toBe('only this');
        expect(existsSync(join(sample.build, 'dom-parser.js'))).toBe(false);
    });

    it('leaves of the bundled adapters only what tells failures where the option changes to the engine\'s', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        writeFiles(sample.folder, { 'engine/web-adapter.js': 'engine', 'engine/engine-adapter.js': 'engine', 'templates/dom-parser.js': 'the user\'s own' });
        const request = sample.request({ options: optionsWith({ adapter: 'engine' }), engineAdapterDirectory: join(sample.folder, 'engine'), templateDirectories: [join(sample.folder, 'templates')] });
        await packageBuild(request);
        expect(Object.keys(readTree(sample.build)).filter((path) => /^[\w-]+\.js$/.test(path))).toEqual(['adapter-options.js', 'application.js', 'dom-parser.js', 'engine-adapter.js', 'game.js', 'start-failure.js', 'web-adapter.js']);
    });

    it('in Creator does not take ours, of an earlier run, for the engine\'s', async () => {
        const sample = sampleOf({ ...smallBuild, 'web-adapter.js': 'stock web', 'engine-adapter.js': 'stock engine' });
        await packageBuild(sample.request({ host: 'creator' }));
        const request = sample.request({ host: 'creator', options: optionsWith({ adapter: 'engine' }) });
        await expect(packageBuild(request)).rejects.toMatchObject({ problems: [{ code: 'AMG312' }, { code: 'AMG312' }] });
        // A Creator that keeps the folder writes its own over ours.
        writeFiles(sample.build, { 'web-adapter.js': 'stock web', 'engine-adapter.js': 'stock engine' });
        for (const name of ['web-adapter.js', 'engine-adapter.js']) utimesSync(join(sample.build, name), Date.now() / 1000, Date.now() / 1000 + 1);
        await packageBuild(request);
        expect(readText(sample, 'build/web-adapter.js')).toBe('stock web');
        expect(existsSync(join(sample.build, 'web-services.js'))).toBe(false);
    });

    it('in Creator takes the adapters that its own platform left, under the names game.js can rely on', async () => {
        const sample = sampleOf({ ...hashedBuild, 'web-adapter.5fadd.js': 'stock web', 'engine-adapter.1fde9.js': 'stock engine' }, { adapter: 'engine' });
        const request = sample.request({ host: 'creator' });
        await packageBuild(request);
        expect(readText(sample, 'build/web-adapter.js')).toBe('stock web');
        expect(readText(sample, 'build/engine-adapter.js')).toBe('stock engine');
        expect(existsSync(join(sample.build, 'web-adapter.5fadd.js'))).toBe(false);
        expect((await packageBuild(request)).changes).toBe(0);
    });
});

describe('bundles', () => {
    it('starts the script of a subpackage from game.js and leaves index.js', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        expect(readText(sample, 'build/subpackages/sub/game.js')).toBe("require('./index.js');\n");
        expect(readText(sample, 'build/subpackages/sub/index.js')).toBe('/* sub */');
    });

    it('leaves a game.js that Creator has put there, alone or beside index.js', async () => {
        const { 'subpackages/sub/index.js': _script, ...rest } = smallBuild;
        const sample = sampleOf({ ...rest, 'subpackages/sub/game.js': '/* the script itself */' });
        await packageBuild(sample.request({ host: 'creator' }));
        expect(readText(sample, 'build/subpackages/sub/game.js')).toBe('/* the script itself */');
        expect(existsSync(join(sample.build, 'subpackages/sub/index.js'))).toBe(false);
    });

    it('moves the script of a remote bundle into the package under the name the runtime asks for', async () => {
        const plain = sampleOf(smallBuild);
        await packageBuild(plain.request());
        expect(readText(plain, 'build/src/bundle-scripts/far/index.js')).toBe('/* far */');
        expect(existsSync(join(plain.folder, 'build-remote/remote/far/index.js'))).toBe(false);
        const { 'src/bundle-scripts/far/index.ba713.js': script = '', ...rest } = hashedBuild;
        for (const left of ['remote/far/index.js', 'remote/far/index.ba713.js']) {
            const hashed = sampleOf({ ...rest, [left]: script });
            await packageBuild(hashed.request());
            expect(readText(hashed, 'build/src/bundle-scripts/far/index.ba713.js')).toBe('/* far */');
            expect(existsSync(join(hashed.folder, 'build-remote', left))).toBe(false);
        }
    });

    it('takes remote/ out, with a list of every file, its size and md5 beside each config', async () => {
        const sample = sampleOf(smallBuild);
        const { remote, remoteDirectory } = await packageBuild(sample.request());
        expect(existsSync(join(sample.build, 'remote'))).toBe(false);
        expect(remoteDirectory).toBe(`${sample.build}-remote`);
        const root = join(sample.folder, 'build-remote/remote/far');
        const list = parseRemoteList(readFileSync(join(root, 'files.json'), 'utf8'));
        const onDisk = Object.keys(readTree(root)).filter((path) => path !== 'files.json');
        expect(list?.files.map(({ path }) => path)).toEqual(onDisk.sort());
        for (const { path, bytes, md5 } of list?.files ?? []) {
            const data = readFileSync(join(root, path));
            expect([data.length, createHash('md5').update(data).digest('hex')]).toEqual([bytes, md5]);
        }
        expect(remote).toEqual([{ name: 'far', version: '', files: 3, bytes: list?.files.reduce((sum, { bytes }) => sum + bytes, 0), list: 'remote/far/files.json' }]);
    });

    it('names the list after the version of the config', async () => {
        const sample = sampleOf(hashedBuild);
        await packageBuild(sample.request());
        expect(existsSync(join(sample.folder, 'build-remote/remote/far/files.ba713.json'))).toBe(true);
    });

    it('leaves remote/ inside where asked, out of the upload and the sizes, and moves it when asked otherwise later', async () => {
        const sample = sampleOf(smallBuild, { remoteOutput: 'inside' });
        const inside = await packageBuild(sample.request());
        expect(inside.remoteDirectory).toBe(sample.build);
        expect(readJson(sample, 'build/mini.project.json')['uploadExclude']).toEqual(['remote', 'cocos.compile.config.json']);
        expect(inside.files.some(({ path }) => path.startsWith('remote/'))).toBe(false);
        expect(existsSync(join(sample.build, 'remote/far/files.json'))).toBe(true);
        expect((await packageBuild(sample.request())).changes).toBe(0);
        const before = readTree(join(sample.build, 'remote'));
        await packageBuild(sample.request({ options: optionsWith() }));
        expect(readTree(join(sample.folder, 'build-remote/remote'))).toEqual(before);
        await packageBuild(sample.request());
        expect(readTree(join(sample.build, 'remote'))).toEqual(before);
        expect(existsSync(`${sample.build}-remote`)).toBe(false);
    });

    it('writes remoteUrl into the settings, in the style of the file', async () => {
        const sample = sampleOf({ ...smallBuild, 'src/settings.json': JSON.stringify(JSON.parse(String(smallBuild['src/settings.json'])), null, 4) });
        await packageBuild(sample.request());
        const text = readText(sample, 'build/src/settings.json');
        expect(JSON.parse(text)).toMatchObject({ assets: { server: 'https://cdn.example.com/g/' } });
        expect(text).toBe(JSON.stringify(JSON.parse(text), null, 4));
    });
});

describe('source maps', () => {
    it('go beside the package, those of moved scripts with their scripts; an asset named .map stays', async () => {
        const sample = sampleOf(smallBuild);
        const { maps, mapsDirectory } = await packageBuild(sample.request());
        const expected = ['application.js.map', 'cocos-js/cc.js.map', 'src/bundle-scripts/far/index.js.map', 'src/chunks/bundle.js.map'];
        expect(Object.keys(readTree(join(sample.folder, 'build-maps'))).sort()).toEqual(expected);
        expect(maps.map(({ path }) => path)).toEqual(expected);
        expect(mapsDirectory).toBe(`${sample.build}-maps`);
        expect(existsSync(join(sample.build, 'assets/main/native/aa/data.map'))).toBe(true);
    });
});

describe('a file of the user under a name of ours', () => {
    it('replaces an adapter that is not even installed', async () => {
        const sample = sampleOf({ ...hashedBuild, 'web-services.abcde.js': 'hashed copy' });
        rmSync(join(sample.product, 'dist/adapter/web-services.js'));
        writeFiles(join(sample.folder, 'templates'), { 'web-services.js': '/* mine */' });
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(readText(sample, 'build/web-services.js')).toBe('/* mine */');
        expect(existsSync(join(sample.build, 'web-services.abcde.js'))).toBe(false);
    });

    it('stays when it only looks like one', async () => {
        const sample = sampleOf({ ...hashedBuild, 'first-screen.abcde.js': 'mine' }, { firstScreen: false });
        await packageBuild(sample.request());
        expect(readText(sample, 'build/first-screen.abcde.js')).toBe('mine');
    });
});

describe('an option that is switched back', () => {
    it('leaves nothing in game.json', async () => {
        const sample = sampleOf(smallBuild, { iOSHighPerformance: true });
        await packageBuild(sample.request());
        await packageBuild(sample.request({ options: optionsWith() }));
        expect(readJson(sample, 'build/game.json')).not.toHaveProperty('iOSHighPerformance');
    });
});
