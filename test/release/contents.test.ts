import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listProductFiles } from '../../scripts/release/contents';
import { findContentFaults, findReferenceFaults, findSizeFaults } from '../../scripts/release/gate/contents';
import { projectRoot } from '../environment/registry';
import { writeFiles } from '../hosts/write-files';

const scratch = mkdtempSync(path.join(tmpdir(), 'release-contents-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of these files. */
function lay(name: string, files: Readonly<Record<string, string>>): string {
    writeFiles(path.join(scratch, name), files);
    return path.join(scratch, name);
}

describe('listProductFiles', () => {
    it('takes the folders and documents of a release, in one order', () => {
        const files = [...listProductFiles({ root: projectRoot, dist: path.join(projectRoot, 'dist') }).keys()];
        expect(files).toEqual([...files].sort());
        expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.zh-CN.md', 'dist/hooks.js', 'dist/adapter/web-adapter.js', 'docs/problems.md', 'i18n/zh.js', 'static/schema/build-config.schema.json', 'templates/game.ejs', 'types/my.d.ts']));
        expect(files.filter((file) => /^(source|test|scripts|node_modules|build)\//.test(file))).toEqual([]);
    });

    it('names files that have no business there', () => {
        const root = lay('strangers', { 'docs/.DS_Store': '', 'docs/a.md': '', 'i18n/en.js': '', 'static/logo.psd': '', 'templates/game.ejs': '', 'types/my.d.ts': '' });
        const dist = lay('strange-dist', { 'main.js': '', 'main.js.map': '', 'node_modules/a/index.ts': '' });
        expect(() => listProductFiles({ root, dist })).toThrow(/^Not known as part of a release .*\n- dist\/main\.js\.map\n- dist\/node_modules\/a\/index\.ts\n- docs\/\.DS_Store\n- static\/logo\.psd$/);
    });

    it('names documents that are missing', () => {
        const root = lay('undocumented', { 'docs/a.md': '', 'i18n/en.js': '', 'static/a.json': '', 'templates/game.ejs': '', 'types/my.d.ts': '', 'README.md': '', 'LICENSE': '', 'CHANGELOG.md': '', 'CONTRIBUTING.md': '' });
        expect(() => listProductFiles({ root, dist: lay('plain-dist', { 'main.js': '' }) })).toThrow(/^Missing from the project:\n- README\.zh-CN\.md\n- SECURITY\.md$/);
    });
});

describe('findSizeFaults', () => {
    it('lets the extension have 1.5 MB', () => {
        expect(findSizeFaults('a.zip', 1_500_000)).toEqual([]);
        expect(findSizeFaults('a.zip', 1_500_001)).toEqual(['a.zip has 1,500,001 bytes, more than 1,500,000.']);
    });
});

describe('findContentFaults', () => {
    const from = lay('from', { 'a.js': 'a', 'b.js': 'b' });
    const files = new Map([['dist/a.js', path.join(from, 'a.js')], ['dist/b.js', path.join(from, 'b.js')]]);

    it('has nothing against what was put in', () => {
        expect(findContentFaults(lay('whole', { 'package.json': '{}', 'dist/a.js': 'a', 'dist/b.js': 'b' }), files)).toEqual([]);
    });

    it('names what is missing, changed, or more', () => {
        expect(findContentFaults(lay('torn', { 'dist/a.js': 'A', 'node_modules/x/index.js': '' }), files)).toEqual([
            'node_modules/x/index.js does not belong in a release.',
            'dist/a.js is not what it was before.',
            'dist/b.js is missing.',
            'package.json is missing at the top of the archive.',
        ]);
    });
});

describe('findReferenceFaults', () => {
    const manifest = { name: 'cocos-alipay-mini-game', version: '1.0.0', package_version: 2, scripts: {}, title: 'i18n:cocos-alipay-mini-game.title', main: './dist/main.js', bin: { tool: './dist/bin.js' }, contributions: { builder: './dist/builder.js' }, contributes: { builder: { config: './dist/cli/config', hooks: './dist/cli/hooks' } } };
    const whole = {
        'package.json': JSON.stringify(manifest),
        'dist/main.js': '', 'dist/bin.js': '', 'dist/builder.js': '', 'dist/cli/config.js': '', 'dist/cli/hooks.js': '',
        'i18n/en.js': 'module.exports = {\n    "title": "T"\n};', 'i18n/zh.js': 'module.exports = {\n    "title": "题"\n};',
        'README.md': '[a](docs/a.md#part) ![b](static/b.png) [c](https://example.com/c.md) [d](#here)\n```\n[e](gone.md)\n```\n',
        'docs/a.md': '[up](../README.md)', 'static/b.png': '',
    };
    const without = (...names: readonly string[]): Record<string, string> => Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));

    it('has nothing against an archive in which all is there', () => {
        expect(findReferenceFaults(lay('linked', whole))).toEqual([]);
    });

    it('names files of the manifest that are not there', () => {
        expect(findReferenceFaults(lay('unnamed', without('dist/main.js', 'dist/cli/hooks.js')))).toEqual([
            'package.json: main names ./dist/main.js, which is not in the archive.',
            'package.json: contributes.builder.hooks names ./dist/cli/hooks, which is not in the archive.',
        ]);
        expect(findReferenceFaults(lay('headless', { ...whole, 'package.json': '{}' }))).toEqual(
            ['name', 'version', 'package_version', 'scripts', 'main', 'contributions.builder', 'contributes.builder.config', 'contributes.builder.hooks'].map((key) => `package.json: ${key} is missing.`),
        );
    });

    it('names texts of the manifest that a language lacks', () => {
        expect(findReferenceFaults(lay('mute', { ...whole, 'i18n/zh.js': 'module.exports = {};' }))).toEqual(['package.json: i18n/zh.js has no text for i18n:cocos-alipay-mini-game.title.']);
    });

    it('names links of documents that lead nowhere', () => {
        expect(findReferenceFaults(lay('loose', without('docs/a.md', 'static/b.png')))).toEqual([
            'README.md links to docs/a.md, which is not in the archive.',
            'README.md links to static/b.png, which is not in the archive.',
        ]);
    });
});
