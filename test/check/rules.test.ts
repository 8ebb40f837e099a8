import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { listNames } from '../../source/check/list-names';
import { leanPath, readPackage } from '../../source/package';
import { formatProblem, type BuildProblem } from '../../source/problems';
import { bundleFiles, sampleFiles, serialized, toLean, writeSample, writeTree } from '../report/sample-package';

const folders: string[] = [];

afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'check-'));
    folders.push(folder);
    return path.join(folder, 'game');
}

/** The sample without what makes it too large; nothing is wrong with it. */
const fitting = { 'cocos-js/cc.js': '/* engine */', 'cocos-js/bullet.release.asm-3fBx0a1c.js': null, 'cocos-js/spine.wasm-DuYD2yqA.js': null, 'cocos-js/assets/spine-BUh5FZoK.wasm': null };

function check(changes: Parameters<typeof writeSample>[1] = {}, layout?: typeof toLean): BuildProblem[] {
    const folder = makeFolder();
    writeSample(folder, { ...fitting, ...changes }, layout);
    return checkPackage(readPackage(folder));
}

function codesOf(problems: readonly BuildProblem[]): string[] {
    return problems.map(({ code }) => code);
}

function editJson(file: string, edit: (value: Record<string, unknown>) => void): Readonly<Record<string, string>> {
    const value = JSON.parse(String(sampleFiles().pack[file])) as Record<string, unknown>;
    edit(value);
    return { [file]: JSON.stringify(value) };
}

const editAssets = (edit: (assets: Record<string, unknown>) => void): Readonly<Record<string, string>> => editJson('src/settings.json', (settings) => edit(settings['assets'] as Record<string, unknown>));

/** Of the codes below: findings with which a game starts all the same. */
const warnings = new Set(['AMG409', 'AMG417', 'AMG418', 'AMG419', 'AMG421', 'AMG426']);

describe('check', () => {
    it('finds nothing wrong with a sound package', () => {
        expect(check().map((problem) => formatProblem(problem, 'en'))).toEqual([]);
    });

    const faults: readonly (readonly [string, string, string, Readonly<Record<string, string | Uint8Array | null>>])[] = [
        ['AMG401', 'game.js', 'no entry', { 'game.js': null }],
        ['AMG402', 'subpackages/harbour/game.js', 'a subpackage without entry', { 'subpackages/harbour/game.js': null }],
        ['AMG403', 'game.json', 'a capital P', editJson('game.json', (json) => { json['subPackages'] = []; })],
        ['AMG404', 'game.json', 'a subpackage that game.json does not name', editJson('game.json', (json) => { json['subpackages'] = []; })],
        ['AMG405', 'assets/main', 'a bundle without config', { 'assets/main/config.json': null }],
        ['AMG406', 'game.json', 'two orientations', editJson('game.json', (json) => { json['screenOrientation'] = 'portrait'; })],
        ['AMG407', 'main package', 'a main package over the limit', { 'assets/main/large.bin': new Uint8Array(3_900_000) }],
        ['AMG408', 'package', 'a package over the limit', { 'subpackages/harbour/large.bin': new Uint8Array(21_000_000) }],
        ['AMG409', 'game.json', 'an unknown key', editJson('game.json', (json) => { json['showStatusbar'] = false; })],
        ['AMG410', 'game.json', 'a value of another type', editJson('game.json', (json) => { json['showStatusBar'] = 'no'; })],
        ['AMG411', 'game.js', 'a module that is not there', { 'engine-adapter.js': null }],
        ['AMG412', 'src/import-map.js', 'an engine that is not there', { 'cocos-js/cc.js': null }],
        ['AMG413', 'src/settings.json', 'a script package that is not there', { 'src/chunks/bundle.js': null }],
        ['AMG413', 'src/settings.json', 'an effect file that is not there', { 'src/effect.bin': null }],
        ['AMG414', 'assets/main/config.json', 'an asset without its file', { 'assets/main/import/12/12000001-0000-4000-8000-000000000002.json': null }],
        ['AMG415', 'src/settings.json', 'remote bundles without server', editAssets((assets) => { assets['server'] = ''; })],
        ['AMG416', 'src/settings.json', 'a server without encryption', editAssets((assets) => { assets['server'] = 'http://cdn.example.com/'; })],
        ['AMG417', 'assets/main/index.js', 'an address without encryption', { 'assets/main/index.js': 'fetchScores("http://api.example.com/scores")' }],
        ['AMG418', 'assets/main/native/12/a.ogg', 'audio that phones may not play', { 'assets/main/native/12/a.ogg': 'ogg' }],
        ['AMG419', 'assets/main/native/12/a.pkm', 'an ETC2 texture', { 'assets/main/native/12/a.pkm': new Uint8Array([0x50, 0x4b, 0x4d, 0x20, 0x32, 0x30, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]) }],
        ['AMG420', 'remote/islands/index.js', 'a script at the server', { 'remote/islands/index.js': '' }],
        ['AMG421', 'remote/islands/native/15/a.bin', 'a file no phone keeps', { 'remote/islands/native/15/a.bin': new Uint8Array(11 * 1024 * 1024) }],
        ['AMG423', 'cocos-js/assets/physx.release.wasm', 'WebAssembly without asm.js', { 'cocos-js/assets/physx.release.wasm': 'wasm' }],
        ['AMG426', 'assets/main/native/12/a.mp4', 'a video', { 'assets/main/native/12/a.mp4': 'mp4' }],
    ];
    it.each(faults)('%s at %s: %s', (code, where, _title, changes) => {
        const found = check(changes);
        const ofCode = found.filter((problem) => problem.code === code);
        expect(ofCode.map((problem) => problem.where)).toContain(where);
        expect(new Set(ofCode.map((problem) => problem.level))).toEqual(new Set([warnings.has(code) ? 'warning' : 'error']));
        for (const problem of found) for (const language of ['en', 'zh'] as const) expect(formatProblem(problem, language)).not.toMatch(/\{\w+\}/);
    });

    it('finds nothing wrong with a sound lean package', () => {
        expect(check({}, toLean).map((problem) => formatProblem(problem, 'en'))).toEqual([]);
    });

    // What is large in the game's subpackage is not in the main package.
    it.each(faults.filter(([code]) => code !== 'AMG407'))('%s at %s in the lean layout, too: %s', (code, where, _title, changes) => {
        const place = code === 'AMG411' ? 'subpackages/cocos-game/start-game.js' : where.startsWith('assets/') ? leanPath(`${where}/`).replace(/\/$/, '') : leanPath(where);
        const found = check(changes, toLean);
        expect(found.filter((problem) => problem.code === code).map((problem) => problem.where)).toContain(place);
        expect(codesOf(found).sort()).toEqual(codesOf(check(changes)).sort());
    });

    it.each([
        ['AMG428', 'main package', 'a lean main package over the limit', { 'film.bin': new Uint8Array(4_300_000) }],
        ['AMG402', 'subpackages/cocos-game/game.js', 'a game without entry', { 'subpackages/cocos-game/game.js': null }],
        ['AMG430', 'subpackages/cocos-game/adapter-options.js', 'a game that is not told where its files are', { 'subpackages/cocos-game/adapter-options.js': 'module.exports = {};' }],
        ['AMG411', 'game.js', 'a start without its module', { 'lean-start.js': null }],
        ['AMG411', 'subpackages/cocos-game/game.js', 'a game without its start', { 'subpackages/cocos-game/start-game.js': null }],
        ['AMG429', 'game.json', 'a game that game.json does not name', { 'game.json': '{"deviceOrientation":"landscape","screenOrientation":"landscape","subpackages":[{"name":"harbour","root":"subpackages/harbour/"}]}' }],
        ['AMG429', 'game.json', 'a game at another root', { 'game.json': '{"deviceOrientation":"landscape","screenOrientation":"landscape","subpackages":[{"name":"harbour","root":"subpackages/harbour/"},{"name":"cocos-game","root":"cocos-game"}]}' }],
    ] as const)('%s at %s: %s', (code, where, _title, changes) => {
        const found = check({}, (pack) => ({ ...toLean(pack), ...changes }));
        expect(found.map((problem) => [problem.code, problem.where])).toContainEqual([code, where]);
        for (const problem of found) for (const language of ['en', 'zh'] as const) expect(formatProblem(problem, language)).not.toMatch(/\{\w+\}/);
    });

    it('names the lean layout over 4 MB, with the bytes it takes out, and only where there is something to take', () => {
        const large = { 'assets/main/large.bin': new Uint8Array(3_900_000) };
        const [problem] = check(large);
        const folder = makeFolder();
        writeSample(folder, { ...fitting, ...large });
        const pack = readPackage(folder);
        const stays = ['game.js', 'game.json', 'project.config.json', 'web-adapter.js', 'adapter-options.js'];
        const saved = stays.reduce((sum, file) => sum - (pack.files.get(file)?.bytes ?? 0), pack.parts[0]?.bytes ?? 0);
        expect(String(problem?.values['lean']).replace(/,/g, '')).toBe(String(saved));
        expect(formatProblem(problem as BuildProblem, 'en')).toContain('`mainPackage` to `lean`, which takes');
        expect(codesOf(check(large, toLean))).toEqual([]);
    });

    it('leaves alone what is none of these', () => {
        expect(codesOf(check({ 'assets/main/index.js': '// see http://docs.example.com\nvar ns="http://www.w3.org/2000/svg";' }))).toEqual([]);
        expect(codesOf(check({ 'assets/main/native/12/a.pkm': new Uint8Array([0x50, 0x4b, 0x4d, 0x20, 0x31, 0x30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }))).toEqual([]);
        expect(codesOf(check({ 'cocos-js/assets/spine-BUh5FZoK.wasm': 'wasm' }))).toEqual([]);
        expect(codesOf(check({ 'game.js': "// require('./gone.js')\nrequire('./web-adapter.js');" }))).toEqual([]);
        expect(codesOf(check(editJson('src/settings.json', (settings) => { settings['scripting'] = { scriptPackages: ['project:///src/chunks/bundle.js'] }; })))).toEqual([]);
    });

    it('warns between the two readings of 4 M, and fails beyond both', () => {
        const levelWith = (bytes: number): string | undefined => {
            const folder = makeFolder();
            writeTree(folder, { 'game.js': '', 'game.json': '{}', 'data.bin': new Uint8Array(bytes) });
            return checkPackage(readPackage(folder)).find(({ code }) => code === 'AMG428')?.level;
        };
        expect([3_999_000, 4_000_100, 4_194_400].map(levelWith)).toEqual([undefined, 'warning', 'error']);
    });

    it('says that remote bundles were not checked where their folder is not there', () => {
        const folder = makeFolder();
        writeSample(folder, fitting);
        rmSync(`${folder}-remote`, { recursive: true });
        expect(codesOf(checkPackage(readPackage(folder)))).toEqual(['AMG425']);
    });

    it('names a remote folder that would be uploaded, unless the upload leaves it out', () => {
        const folder = makeFolder();
        const remote = { 'game.js': '', 'game.json': '{}', 'remote/a/config.json': '{}' };
        writeTree(folder, remote);
        expect(codesOf(checkPackage(readPackage(folder)))).toEqual(['AMG424']);
        writeTree(folder, { 'mini.project.json': '{"format":2,"uploadExclude":["remote"]}' });
        expect(codesOf(checkPackage(readPackage(folder)))).toEqual([]);
    });

    it('asks nothing of Cocos from packages of other engines', () => {
        const folder = makeFolder();
        writeTree(folder, { 'game.js': "require('./libs/laya.js')", 'game.json': '{"deviceOrientation":"portrait","screenOrientation":"portrait"}', 'libs/laya.js': '', 'resources/a.png': '' });
        expect(checkPackage(readPackage(folder))).toEqual([]);
    });

    it('does not fail for a package of rubbish', () => {
        const folder = makeFolder();
        writeTree(folder, {
            'game.js': 'require(', 'game.json': '[1', 'src/settings.json': '{"assets":{"projectBundles":["main","zip"],"server":7}}', 'src/import-map.js': 'exports.default = {imports:{cc:"../../../../etc"}}',
            'assets/main/config.json': '{"uuids":7,"paths":{"0":3,"1":["a"]},"packs":{"x":5},"versions":{"import":"x"},"redirect":[1]}', 'assets/main/import/00/0.json': '{"cc.WebView"', 'assets/main/index.js': '',
            'assets/zip/config.json': '{"isZip":true}', 'assets/zip/res.zip': 'PK', 'assets/zip/index.js': '',
        });
        expect(codesOf(checkPackage(readPackage(folder)))).toContain('AMG202');
    });
});

describe('what a finding says', () => {
    const valuesOf = (found: readonly BuildProblem[], code: string): unknown[] => found.filter((problem) => problem.code === code).map(({ where, values }) => [where, values]);
    const sound = (bytes: number): Readonly<Record<string, Uint8Array>> => ({ 'data.bin': new Uint8Array(bytes) });
    const rubbish = (files: Readonly<Record<string, string | Uint8Array>>): readonly BuildProblem[] => {
        const folder = makeFolder();
        writeTree(folder, { 'game.js': '', 'game.json': '{}', ...files });
        return checkPackage(readPackage(folder));
    };

    it('about sizes is in bytes, against the narrower reading of the limit', () => {
        // game.json has two bytes.
        expect(valuesOf(rubbish(sound(3_999_997)), 'AMG428')).toEqual([]);
        expect(valuesOf(rubbish(sound(3_999_998)), 'AMG428')).toEqual([['main package', { bytes: '4,000,000', limit: '4,000,000', over: '0' }]]);
        expect(valuesOf(rubbish(sound(5_234_565)), 'AMG428')).toEqual([['main package', { bytes: '5,234,567', limit: '4,000,000', over: '1,234,567' }]]);
        expect(valuesOf(rubbish(sound(20_000_998)), 'AMG408')).toEqual([['package', { bytes: '20,001,000', limit: '20,000,000', over: '1,000' }]]);
    });

    it('about files counts all of them and names the first', () => {
        const found = check({ 'assets/main/native/12/a.OGG': 'ogg', 'assets/main/native/12/b.wav': 'wav', 'assets/main/native/12/c.mp4': 'mp4' });
        expect(valuesOf(found, 'AMG418')).toEqual([['assets/main/native/12/a.OGG', { count: 2, names: listNames(['assets/main/native/12/a.OGG', 'assets/main/native/12/b.wav']) }]]);
        expect(valuesOf(found, 'AMG426')).toEqual([['assets/main/native/12/c.mp4', { count: 1, names: listNames(['assets/main/native/12/c.mp4']) }]]);
        expect(valuesOf(rubbish({ 'remote/a/one.json': '1', 'remote/a/two.json': '22', 'remote.json': '333' }), 'AMG424')).toEqual([['remote', { count: 2, bytes: 3 }]]);
        expect(valuesOf(check({ 'assets/main/index.js': 'a("http://one.example.com/x");b(\'ws://two.example.com\');a("http://one.example.com/x")' }), 'AMG417'))
            .toEqual([['assets/main/index.js', { addresses: listNames(['http://one.example.com/x', 'ws://two.example.com']) }]]);
        expect(valuesOf(check({ 'cocos-js/assets/physx.release.wasm': 'wasm' }), 'AMG423')).toEqual([['cocos-js/assets/physx.release.wasm', { module: 'physx' }]]);
    });

    it('names at most five', () => {
        expect(listNames(['a', 'b', 'c', 'd', 'e'])).toBe('\n    a\n    b\n    c\n    d\n    e');
        expect(listNames(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('\n    a\n    b\n    c\n    d\n    e\n    … +2');
    });

    it('is about the whole name of a file', () => {
        const near = ['a.ogg.json', 'ogg', 'a.mp4.txt', 'mp4', 'a.pkm.bin', 'a.wasm.json', 'http.txt'];
        expect(codesOf(check(Object.fromEntries(near.map((name) => [`assets/main/native/12/${name}`, 'PKM 20\x00\x01 x'])))).filter((code) => code !== 'AMG425')).toEqual([]);
        expect(codesOf(rubbish({ 'remoter/a/config.json': '{}', 'cocos-json/a.wasm': '' }))).toEqual([]);
    });
});

describe('WebView and VideoPlayer', () => {
    const web = { id: '12000009-0000-4000-8000-000000000002', path: 'db://assets/scenes/shop.scene', type: 'cc.SceneAsset', importData: serialized('cc.SceneAsset', 'shop', ['cc.WebView']) };
    const film = { id: '1200000a-0000-4000-8000-000000000002', path: 'prefabs/film', type: 'cc.Prefab', importData: serialized('cc.Prefab', 'film', ['cc.Sprite', 'cc.VideoPlayer']) };

    function uses(problems: readonly BuildProblem[]): unknown[] {
        return problems.filter(({ code }) => code === 'AMG422').map(({ where, values }) => [where, values['component'], values['bundle'], values['asset']]);
    }

    it('are named with bundle and asset', () => {
        expect(uses(check({ ...bundleFiles('assets/main', 'main', [web, film]) }))).toEqual([
            [`assets/main/import/12/${web.id}.json`, 'cc.WebView', 'main', 'db://assets/scenes/shop.scene'],
            [`assets/main/import/12/${film.id}.json`, 'cc.VideoPlayer', 'main', 'prefabs/film'],
        ]);
    });

    it('are named in data with type names, and not where only a text mentions them', () => {
        const plain = { ...film, importData: [{ __type__: 'cc.Prefab' }, { __type__: 'cc.VideoPlayer' }] };
        const said = { ...web, importData: [1, 0, 0, [['cc.JsonAsset', ['_name'], 2]], [[0, 0, 1]], [[0, 'cc.WebView']], [0]] };
        expect(uses(check(bundleFiles('assets/main', 'main', [plain, said])))).toEqual([[`assets/main/import/12/${film.id}.json`, 'cc.VideoPlayer', 'main', 'prefabs/film']]);
    });

    it('are named in a pack of a release build, the asset that has them alone', () => {
        const classes = [['cc.Node', ['_name', '_components'], 1, 9], ['cc.Prefab', ['_name'], 2], ['cc.WebView', ['node', '_url'], 2, 1]];
        const pack = [1, 0, ['_name'], classes, [[0, 0, 1, 2], [1, 0, 1], [2, 0, 1, 2]], [
            [[[1, 'ship'], [0, 'ship', []]], 0],
            [[[1, 'news'], [0, 'news', [[2, 1, 'https://example.com']]]], 0],
        ]];
        const config = {
            importBase: 'import', nativeBase: 'native', name: 'main', deps: [], uuids: ['2dsNdcHSZIxLo4nnU0IfjM', 'e0lCmrAexHYK+2jppRmAUr', '0ab190bbd'],
            paths: { 0: ['prefabs/ship', 0, 1], 1: ['prefabs/news', 0, 1] }, scenes: {}, packs: { '0ab190bbd': [0, 1] }, versions: { import: [2, 'b08f6'], native: [] }, redirect: [], debug: false, types: ['cc.Prefab'],
        };
        const files = { ...bundleFiles('assets/main', 'main', []), 'assets/main/config.json': JSON.stringify(config), 'assets/main/import/0a/0ab190bbd.b08f6.json': JSON.stringify(pack) };
        expect(uses(check(files))).toEqual([['assets/main/import/0a/0ab190bbd.b08f6.json', 'cc.WebView', 'main', 'prefabs/news']]);
    });

    it('are named in the archive of a zip bundle', () => {
        const inside = bundleFiles('res', 'islands', [film]);
        const archive = zipSync(Object.fromEntries(Object.entries(inside).filter(([name]) => name.includes('/import/')).map(([name, content]) => [name, Buffer.from(content)])));
        const config = JSON.stringify({ ...JSON.parse(String(inside['res/config.json'])), isZip: true, zipVersion: '510ca' });
        const found = check({ 'remote/islands/config.json': config, 'remote/islands/res.510ca.zip': archive });
        expect(uses(found)).toEqual([[`remote/islands/res.510ca.zip/res/import/12/${film.id}.json`, 'cc.VideoPlayer', 'islands', 'prefabs/film']]);
        expect(codesOf(found)).not.toContain('AMG414');
        expect(codesOf(check({ 'remote/islands/config.json': config }))).toContain('AMG414');
    });
});
