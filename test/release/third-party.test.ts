import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledPackages, externalPackages, renderLicences } from '../../scripts/third-party.mjs';

const root = mkdtempSync(path.join(tmpdir(), 'third-party-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
}

function install(folder: string, licence: object, files: Readonly<Record<string, string>>): void {
    write(`node_modules/${folder}/package.json`, JSON.stringify({ name: folder.split('node_modules/').pop(), version: '1.0.0', main: 'index.js', sideEffects: false, ...licence }));
    write(`node_modules/${folder}/index.js`, `export const value = '${folder}';`);
    for (const [file, text] of Object.entries(files)) write(`node_modules/${folder}/${file}`, text);
}

install('used', { license: 'MIT' }, { 'LICENSE': 'Do what you like.\r\nReally.\n', 'index.js': `export { value } from 'inner';` });
install('used/node_modules/inner', { license: 'ISC' }, { 'license.md': 'Also fine.' });
install('@scope/kit', { license: 'Apache-2.0' }, { 'LICENSE.txt': 'The long one.', 'NOTICE': 'Made by many.' });
install('twin', { license: 'MIT' }, { 'README.md': '# twin\n\nIt is.\n\n## Licence\n\nDo what you like.\nReally.\n' });
install('unused', { license: 'GPL-3.0' }, { LICENSE: 'Share all.' });
install('silent', { license: 'MIT' }, {});

async function bundle(text: string): Promise<Parameters<typeof bundledPackages>[0]> {
    write('main.js', text);
    const { metafile } = await build({ absWorkingDir: root, entryPoints: ['main.js'], bundle: true, write: false, metafile: true, platform: 'node', format: 'cjs', external: ['driver', './beside.js'] });
    return [metafile];
}

describe('what ships of other people\'s packages', () => {
    it('is named once each, nested ones by their own folder, and nothing that was shaken off', async () => {
        const metafiles = await bundle(`import { value } from 'used'; import { value as kit } from '@scope/kit'; import { value as no } from 'unused'; console.log(value, kit);`);
        expect(bundledPackages(metafiles)).toEqual(['node_modules/@scope/kit', 'node_modules/used/node_modules/inner']);
    });

    it('is found where node_modules is a link', () => {
        const outputs = { 'out.js': { bytes: 1, imports: [], exports: [], inputs: { '../elsewhere/node_modules/a/node_modules/@b/c/lib/d.js': { bytesInOutput: 1 } } } };
        expect(bundledPackages([{ inputs: {}, outputs }])).toEqual(['node_modules/a/node_modules/@b/c']);
    });

    it('does not count what is asked for when it runs, which is listed by itself', async () => {
        const metafiles = await bundle(`require('driver'); require('node:fs'); require('./beside.js'); require('zlib'); import('driver');`);
        expect(bundledPackages(metafiles)).toEqual([]);
        expect(externalPackages(metafiles)).toEqual(['driver']);
    });
});

describe('renderLicences', () => {
    it('gives each package its text and notice, and equal texts once', async () => {
        const text = await renderLicences(root, ['node_modules/@scope/kit', 'node_modules/twin', 'node_modules/used', 'node_modules/used/node_modules/inner']);
        expect(text).toContain('@scope/kit 1.0.0 (Apache-2.0)\n');
        expect(text).toContain('The long one.\n\nMade by many.\n');
        expect(text).toContain('inner 1.0.0 (ISC)\n');
        expect(text).toContain('twin 1.0.0 (MIT)\nused 1.0.0 (MIT)\n');
        expect(text.match(/Do what you like\.\nReally\./g)).toHaveLength(1);
    });

    it('refuses a licence that nobody has looked at', async () => {
        await expect(renderLicences(root, ['node_modules/unused'])).rejects.toThrow('node_modules/unused has the licence "GPL-3.0"');
    });

    it('refuses a package without a text to pass on', async () => {
        await expect(renderLicences(root, ['node_modules/silent'])).rejects.toThrow('node_modules/silent has no licence text');
    });
});
