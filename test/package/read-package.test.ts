import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackage } from '../../source/package';
import { asOrdinaryUser } from '../environment/ordinary-user';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'package-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
    }
    return join(folder, 'game');
}

const config = (name: string): string => JSON.stringify({ name, importBase: 'import', nativeBase: 'native', uuids: [], paths: {} });

/** A finished package of another tool: md5 names, older files left behind, remote/ beside it. */
const finished = {
    'game/game.js': 'require("./src/system.bundle.aaaaa.js"); require("src/import-map.bbbbb.js"); System.import("./application.ccccc.js")',
    'game/game.json': JSON.stringify({ deviceOrientation: 'portrait', subpackages: [{ name: 'sub', root: 'subpackages/sub' }, { name: 'data', root: 'data/' }, { wrong: true }] }),
    'game/mini.project.json': '{"format":2,"uploadExclude":["docs/**","notes.txt"]}',
    'game/docs/a.md': 'x'.repeat(1000),
    'game/notes.txt': 'x'.repeat(1000),
    'game/application.ccccc.js': 'load("src/settings.ddddd.json")',
    'game/application.00000.js': 'older',
    'game/src/system.bundle.aaaaa.js': '',
    'game/src/import-map.bbbbb.js': '"use strict"; exports.default = { "imports": { cc: "./../cocos-js/cc.js", \'q\': \'./q.js\' } };',
    'game/src/settings.ddddd.json': JSON.stringify({
        CocosEngine: '3.8.5',
        assets: { server: 'https://cdn.example.com/', projectBundles: ['main', 'sub', 'far'], subpackages: ['sub'], remoteBundles: ['far'], bundleVers: { main: '12345', far: '67890' } },
    }),
    'game/src/settings.11111.json': '{"older":true}',
    'game/assets/main/config.12345.json': config('main'),
    'game/assets/main/index.12345.js': '',
    'game/subpackages/sub/config.json': config('sub'),
    'game/subpackages/sub/game.js': 'sub',
    'game/data/game.js': 'data!',
    'game/src/bundle-scripts/far/index.67890.js': '',
    'game-remote/remote/far/config.67890.json': config('far'),
    'game-remote/remote/far/import/a.json': '[]',
    'game-maps/cocos-js/cc.js.map': '{}',
};

describe('readPackage', () => {
    it('reads a finished package: boot files by what names them, settings, import map, bundles', () => {
        const { boot, settings, imports, bundles, gameJson, problems, remoteDirectory, mapsDirectory } = readPackage(write(finished));
        expect(problems).toEqual([]);
        expect(boot).toEqual({ application: 'application.ccccc.js', systemBundle: 'src/system.bundle.aaaaa.js', importMap: 'src/import-map.bbbbb.js', polyfillsBundle: '', settings: 'src/settings.ddddd.json' });
        expect(settings.assets?.server).toBe('https://cdn.example.com/');
        expect(imports).toEqual({ cc: './../cocos-js/cc.js', q: './q.js' });
        expect(gameJson['deviceOrientation']).toBe('portrait');
        expect(bundles.map(({ name, kind, root, version, config: configFile, script }) => [name, kind, root, version, configFile, script])).toEqual([
            ['main', 'local', 'assets/main', '12345', 'assets/main/config.12345.json', 'assets/main/index.12345.js'],
            ['sub', 'subpackage', 'subpackages/sub', '', 'subpackages/sub/config.json', 'subpackages/sub/game.js'],
            ['far', 'remote', 'remote/far', '67890', 'remote/far/config.67890.json', 'src/bundle-scripts/far/index.67890.js'],
        ]);
        expect(bundles.map(({ content }) => content?.name)).toEqual(['main', 'sub', 'far']);
        expect([remoteDirectory, mapsDirectory]).toEqual([join(folder, 'game-remote'), join(folder, 'game-maps')]);
    });

    it('measures the main package and each subpackage without what is not uploaded', () => {
        const { parts, bytes, files, uploadExclude } = readPackage(write(finished));
        expect(uploadExclude).toEqual(['docs/**', 'notes.txt']);
        const [main, sub, data] = parts;
        expect([sub, data]).toEqual([
            { name: 'sub', root: 'subpackages/sub', bytes: config('sub').length + 3, fileCount: 2 },
            { name: 'data', root: 'data', bytes: 5, fileCount: 1 },
        ]);
        const all = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
        expect(bytes).toBe(all - 2000);
        expect(main?.bytes).toBe(all - 2000 - (sub?.bytes ?? 0) - (data?.bytes ?? 0));
    });

    it('finds remote bundles inside as well', () => {
        const { remoteDirectory, bundles } = readPackage(write({ ...finished, 'game/remote/far/config.67890.json': config('far') }));
        expect(remoteDirectory).toBe(join(folder, 'game'));
        expect(bundles[2]?.config).toBe('remote/far/config.67890.json');
    });

    it('says what it cannot read instead of throwing', () => {
        const directory = write({ ...finished, 'game/game.json': '[]', 'game/src/settings.ddddd.json': '{', 'game/assets/main/CONFIG.12345.json': '' });
        symlinkSync(folder, join(directory, 'link'));
        const { problems, gameJson, settings, bundles } = readPackage(directory);
        expect(problems.map(({ code, where }) => `${code} ${where}`).sort()).toEqual([
            'AMG202 game.json', 'AMG202 src/settings.ddddd.json', 'AMG205 link', 'AMG207 assets/main/CONFIG.12345.json',
        ]);
        expect([gameJson, settings, bundles]).toEqual([{}, {}, []]);
    });

    it('leaves out settings that are not of their type, and says which', () => {
        const assets = { server: 5, remoteBundles: 5, subpackages: [null], projectBundles: 'main', bundleVers: { main: {} }, preloadBundles: [null] };
        const { problems, settings, bundles } = readPackage(write({
            ...finished,
            'game/src/settings.ddddd.json': JSON.stringify({ CocosEngine: '3.8.5', assets: { ...assets, own: 5 }, scripting: { scriptPackages: [5] }, rendering: 'x', engine: { macros: [] } }),
        }));
        const keys = [...Object.keys(assets).map((key) => `assets.${key}`), 'scripting.scriptPackages', 'rendering', 'engine.macros'];
        expect(problems.map(({ code, where, values }) => `${code} ${where} ${String(values['key'])}`).sort()).toEqual(keys.map((key) => `AMG211 src/settings.ddddd.json ${key}`).sort());
        expect(settings).toEqual({ CocosEngine: '3.8.5', assets: { own: 5 }, scripting: {}, engine: {} });
        expect(bundles.map(({ name, kind }) => [name, kind])).toEqual([['main', 'local']]);
    });

    it('says what it may not read, and reads the rest', () => {
        const { 'game-remote/remote/far/config.67890.json': _config, 'game-remote/remote/far/import/a.json': _data, ...rest } = finished;
        const { problems, bundles } = readPackage(write({ ...rest, 'game-remote/remote': 'no folder' }));
        expect(problems.map(({ code, where }) => [code, where])).toEqual([['AMG317', join(folder, 'game-remote/remote')]]);
        expect(bundles).toHaveLength(3);
        const nothing = readPackage(join(folder, 'game/game.js'));
        expect(nothing.problems.map(({ code, where }) => [code, where])).toEqual([['AMG317', join(folder, 'game/game.js')]]);
        expect(nothing.files.size).toBe(0);
    });

    it.skipIf(process.platform === 'win32')('says which files are closed to this user', async () => {
        // Which of two builds' files are current is for game.js to say, which is closed.
        const directory = write(Object.fromEntries(Object.entries(finished).filter(([path]) => !/\.(00000|11111)\./.test(path))));
        chmodSync(folder, 0o755);
        for (const path of ['game.js', 'src/settings.ddddd.json']) chmodSync(join(directory, path), 0);
        const { problems } = await asOrdinaryUser(() => readPackage(directory));
        expect(problems.map(({ code, where }) => [code, where])).toEqual(['game.js', 'src/settings.ddddd.json'].map((path) => ['AMG317', join(directory, path)]));
    });

    it('takes a folder that does not exist for an empty package', () => {
        const { files, boot, parts, problems } = readPackage(join(folder, 'nowhere'));
        expect(files.size).toBe(0);
        expect(boot.settings).toBe('');
        expect(parts).toEqual([{ name: '', root: '', bytes: 0, fileCount: 0 }]);
        expect(problems).toEqual([]);
    });

    it('finds the bundles of the main package where the settings do not list them', () => {
        const { bundles } = readPackage(write({ 'game/src/settings.json': '{"assets":{}}', 'game/assets/main/config.json': config('main'), 'game/assets/x/other.json': '' }));
        expect(bundles.map(({ name, kind }) => [name, kind])).toEqual([['main', 'local']]);
    });

    it('honours both forms of exclusion and neither mixture that the packers ignore', () => {
        const read = (text: string): readonly string[] => readPackage(write({ 'game/mini.project.json': text })).uploadExclude;
        expect(read('{"format":2,"uploadExclude":["a"]}')).toEqual(['a']);
        expect(read('{"exclude":["a"]}')).toEqual(['a']);
        expect(read('{"format":2,"exclude":["a"]}')).toEqual([]);
        expect(read('{"uploadExclude":["a"]}')).toEqual([]);
    });
});
