import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gameSubpackage, isGameFile, leanPath, listRequiredPaths, readPackage, standardPath } from '../../source/package';

const { root } = gameSubpackage;

describe('a file in both layouts', () => {
    it.each([
        'application.js', 'application.9f8f9.js', 'application.js.map', 'application.9f8f9.js.map', 'engine-adapter.js', 'remote-assets.js', 'engine-services.js',
        'cocos-js/cc.js', 'cocos-js/assets/spine.js.mem.bin', 'src/settings.abc13.json', 'src/chunks/bundle.js', 'src/effect.bin', 'assets/main/config.json',
    ])('%s is the game\'s', (path) => {
        expect(isGameFile(path)).toBe(true);
        expect(leanPath(path)).toBe(root + path);
        expect(standardPath(root + path)).toBe(path);
        expect(standardPath(path)).toBe(path);
    });

    it.each([
        'game.js', 'game.json', 'web-adapter.js', 'adapter-options.js', 'first-screen.js', 'lean-start.js', 'first-screen/logo.png', 'application.txt', 'my-application.js', 'applications/a.js',
        'subpackages/sub/index.js', 'remote/far/config.json', 'open-data/assets/a.json', 'srcs/a.js', 'assets', 'src',
    ])('%s stays in the main package', (path) => {
        expect(isGameFile(path)).toBe(false);
        expect(leanPath(path)).toBe(path);
        expect(standardPath(root + path)).toBe(root + path);
    });
});

describe('required paths', () => {
    it('are the written ones, each once and in order, not those of comments', () => {
        expect(listRequiredPaths('require("./a"); require( \'./b.js\' );\n// require("./c")\n/* require("./d") */ require("./a"); require("./e" + f); require(g); require("sdk.js"); myrequire("./h"); require(`./i`); require(`./j${k}`)'))
            .toEqual(['./a', './b.js', 'sdk.js', './i']);
    });
});

describe('readPackage of a lean package', () => {
    let folder = '';
    beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'lean-')); });
    afterEach(() => rmSync(folder, { recursive: true }));

    function write(files: Readonly<Record<string, string>>): string {
        for (const [path, text] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), text);
        }
        return folder;
    }

    const config = (name: string): string => JSON.stringify({ name, importBase: 'import', nativeBase: 'native', uuids: [], paths: {} });
    const lean = {
        'game.js': 'require("./lean-start.js")',
        'game.json': JSON.stringify({ subpackages: [gameSubpackage] }),
        [`${root}game.js`]: 'require("./start-game.js")',
        [`${root}start-game.js`]: 'require("./src/import-map.bbbbb.js"); require("./src/system.bundle.aaaaa.js"); System.import("./application.ccccc.js")',
        [`${root}application.ccccc.js`]: 'load("src/settings.ddddd.json")',
        [`${root}application.00000.js`]: 'of an earlier build',
        [`${root}src/settings.ddddd.json`]: JSON.stringify({ assets: { remoteBundles: ['far'], bundleVers: { far: '67890' } } }),
        [`${root}src/settings.00000.json`]: '{}',
        [`${root}src/import-map.bbbbb.js`]: 'exports.default = { imports: { cc: "./../cocos-js/cc.js" } };',
        [`${root}src/system.bundle.aaaaa.js`]: '',
        [`${root}src/bundle-scripts/far/index.67890.js`]: '',
        [`${root}assets/main/config.json`]: config('main'),
        [`${root}assets/main/index.js`]: '',
    };

    it('finds boot files by what the game\'s entry names, and the bundles that no setting lists', () => {
        const { gameRoot, boot, bundles, parts, imports, problems } = readPackage(write(lean));
        expect(problems).toEqual([]);
        expect(gameRoot).toBe(root);
        expect(boot).toEqual({
            application: `${root}application.ccccc.js`, systemBundle: `${root}src/system.bundle.aaaaa.js`, importMap: `${root}src/import-map.bbbbb.js`, polyfillsBundle: '', settings: `${root}src/settings.ddddd.json`,
        });
        expect(imports).toEqual({ cc: './../cocos-js/cc.js' });
        expect(bundles.map(({ name, root: at, config: file, script }) => [name, at, file, script])).toEqual([
            ['main', `${root}assets/main`, `${root}assets/main/config.json`, `${root}assets/main/index.js`],
            ['far', 'remote/far', '', `${root}src/bundle-scripts/far/index.67890.js`],
        ]);
        expect(parts.map(({ name, fileCount }) => [name, fileCount])).toEqual([['', 2], ['cocos-game', 11]]);
    });

    it('takes a game that was built beside it for the newer one', () => {
        const { gameRoot, boot, bundles } = readPackage(write({ ...lean, 'application.js': '', 'src/settings.json': '{}', 'assets/other/config.json': config('other') }));
        expect([gameRoot, boot.application, boot.settings]).toEqual(['', 'application.js', 'src/settings.json']);
        expect(bundles.map(({ root: at }) => at)).toEqual(['assets/other']);
    });
});
