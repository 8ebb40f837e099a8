import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findDependencyFaults, findLicenceFaults, findListingFaults } from '../../scripts/release/gate/dependencies';
import { writeFiles } from '../hosts/write-files';

const scratch = mkdtempSync(path.join(tmpdir(), 'release-dependencies-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of these files. */
function lay(name: string, files: Readonly<Record<string, string>>): string {
    writeFiles(path.join(scratch, name), files);
    return path.join(scratch, name);
}

describe('findLicenceFaults', () => {
    const root = lay('licensed-project', { 'node_modules/ejs/package.json': '{"name":"ejs","version":"3.1.10","license":"Apache-2.0"}' });

    it('wants the licence of every package whose code came along', () => {
        const folder = lay('licensed', { 'dist/THIRD-PARTY-LICENSES.txt': '----\nejs 3.1.10 (Apache-2.0)\n----\n' });
        expect(findLicenceFaults(folder, root, ['node_modules/ejs'])).toEqual([]);
        expect(findLicenceFaults(lay('unlicensed', { 'dist/THIRD-PARTY-LICENSES.txt': 'ejs 3.1.9 (Apache-2.0)' }), root, ['node_modules/ejs'])).toEqual(['dist/THIRD-PARTY-LICENSES.txt has nothing about ejs 3.1.10, whose code is in dist/.']);
    });
});

describe('findDependencyFaults', () => {
    it('wants exactly what the bundles ask for', () => {
        expect(findDependencyFaults(lay('with-driver', { 'package.json': '{"dependencies":{"playwright-core":"1"}}' }), ['playwright-core'])).toEqual([]);
        expect(findDependencyFaults(lay('extension', { 'package.json': '{"dependencies":{"playwright-core":"1"}}' }), [])).toEqual(['package.json asks to install "playwright-core", it should be "".']);
    });
});

describe('findListingFaults', () => {
    const root = lay('listed', {
        'package.json': JSON.stringify({ dependencies: { 'ejs': '3', 'playwright-core': '1', 'left-pad': '1' } }),
        'package-lock.json': JSON.stringify({ packages: { 'node_modules/ejs': {}, 'node_modules/ejs/node_modules/jake': {}, 'node_modules/fflate': { dev: true }, 'node_modules/left-pad': {} } }),
    });

    it('names what ships unaudited, and what is audited but does not ship', () => {
        expect(findListingFaults(root, { bundled: ['node_modules/ejs', 'node_modules/ejs/node_modules/jake', 'node_modules/left-pad'], external: ['playwright-core'] })).toEqual([]);
        expect(findListingFaults(root, { bundled: ['node_modules/ejs', 'node_modules/fflate'], external: ['playwright-core'] })).toEqual([
            'package.json: node_modules/fflate ships, but npm takes it for a tool of development and does not audit it: list it under "dependencies".',
            'package.json: nothing of left-pad ships: list it under "devDependencies".',
        ]);
    });
});
