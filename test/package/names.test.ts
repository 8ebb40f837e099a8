import { describe, expect, it } from 'vitest';
import {
    comparePaths, findCaseTwins, findHashed, findIllegalName, formatRemoteList, isExcluded, isHashedTwin, isInside, isRemoteList, joinInside,
    measureParts, parseImportMap, parseRemoteList, remoteListName, type FileTable,
} from '../../source/package';

const table = (...paths: string[]): FileTable => new Map(paths.map((path) => [path, { path, bytes: 1, mtimeMs: 0, ctimeMs: 0 }]));

describe('paths', () => {
    it('inside a folder have no root, drive, backslash, empty or dotted part', () => {
        for (const path of ['a', 'a/b.c', '.hidden/x', 'ä/日本']) expect(isInside(path), path).toBe(true);
        for (const path of ['', '/a', 'a//b', 'a/', '../a', 'a/../b', './a', 'c:/a', 'C:', 'a\\b']) expect(isInside(path), path).toBe(false);
    });

    it('are joined without leaving the root', () => {
        expect(joinInside('src', './../cocos-js/cc.js')).toBe('cocos-js/cc.js');
        expect(joinInside('', 'a/./b//c')).toBe('a/b/c');
        expect(joinInside('src', '../../x')).toBeUndefined();
    });

    it('that Windows cannot hold are found by their part', () => {
        for (const path of ['a/con', 'PRN.txt', 'x/lpt1.tar.gz', 'a?', 'b*c', 'd:e', 'f.', 'g ', 'h|i', '"', 'tab\t']) expect(findIllegalName(path), path).toBeDefined();
        for (const path of ['console.js', 'com.js', 'com10', 'a@b#c.json', '.gitignore', 'name with space.png']) expect(findIllegalName(path), path).toBeUndefined();
    });

    it('that differ by case are grouped', () => {
        expect(findCaseTwins(['a', 'B', 'A', 'b', 'c'])).toEqual([['a', 'A'], ['B', 'b']]);
    });

    it('are ordered by code unit', () => {
        expect(['b', 'a/b', 'a', 'B', 'a-b'].sort(comparePaths)).toEqual(['B', 'a', 'a-b', 'a/b', 'b']);
    });
});

describe('md5 names', () => {
    it('stand before the last extension and have five hexadecimal digits or more', () => {
        const files = table('src/settings.json', 'src/settings.abc13.json', 'src/settings.old.json', 'src/settings.abc1.json', 'lib/settings.abc13.json', 'src/settings.abc13.json.map');
        expect(findHashed(files, 'src/settings.json')).toEqual(['src/settings.json', 'src/settings.abc13.json']);
        expect(isHashedTwin('game.07ef4.json', 'game.json')).toBe(true);
        expect(isHashedTwin('game.json', 'game.json')).toBe(false);
        expect(isHashedTwin('game+x.json', 'game.json')).toBe(false);
    });
});

describe('import maps', () => {
    it.each([
        ['what Babel leaves', '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.default = void 0;\nvar _default = { imports: { "cc": "./../cocos-js/cc.js" } };\nexports.default = _default;'],
        ['minified', 'exports.__esModule=!0,exports.default={imports:{cc:"./../cocos-js/cc.js"}}'],
        ['JSON', '{"imports":{"cc":"./../cocos-js/cc.js"},"scopes":{"a":{"b":"c"}}}'],
    ])('are read without running them: %s', (_name, text) => {
        expect(parseImportMap(text)).toEqual({ cc: './../cocos-js/cc.js' });
    });

    it('of several engine modules are read whole', () => {
        expect(parseImportMap('exports.default={imports:{"cc":"./../cocos-js/cc.js","cce:/internal/x":\'./../cocos-js/x.js\'}}')).toEqual({ cc: './../cocos-js/cc.js', 'cce:/internal/x': './../cocos-js/x.js' });
    });

    it('that have none are none', () => {
        for (const text of ['', 'exports.default = {}', '{"imports":{}}', 'imports: nothing']) expect(parseImportMap(text)).toBeUndefined();
    });
});

describe('lists of remote files', () => {
    const files = [{ path: 'config.json', bytes: 3, md5: 'a'.repeat(32) }];

    it('are read as they were written', () => {
        expect(parseRemoteList(formatRemoteList(files))).toEqual({ version: 1, files });
        for (const text of ['', '[]', '{"version":2,"files":[]}', '{"version":1,"files":[{"path":"a"}]}', '{"version":1}']) expect(parseRemoteList(text)).toBeUndefined();
    });

    it('are named after the version of the bundle', () => {
        expect([remoteListName(''), remoteListName('70cb4')]).toEqual(['files.json', 'files.70cb4.json']);
        expect(['files.json', 'files.70cb4.json', 'files.x.json', 'native/files.json'].map(isRemoteList)).toEqual([true, true, false, false]);
    });
});

describe('parts', () => {
    it('belong to the subpackage whose folder they are in, not to one with a longer name', () => {
        const files = [{ path: 'sub/a', bytes: 1 }, { path: 'subway/a', bytes: 2 }, { path: 'game.js', bytes: 4 }];
        expect(measureParts(files, [{ name: 's', root: 'sub/' }]).map(({ bytes }) => bytes)).toEqual([6, 1]);
    });

    it('leave out what is excluded, as file, folder or folder with a pattern', () => {
        expect(['remote/a', 'remote', 'remotes/a'].map((path) => isExcluded(path, ['remote']))).toEqual([true, true, false]);
        expect(['remote/a', 'remotes'].map((path) => isExcluded(path, ['remote/**']))).toEqual([true, false]);
    });
});
