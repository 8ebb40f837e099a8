// The part of the release gate that needs no network: archives made of this checkout, unpacked as a user would, must
// hold what they should and work by themselves. `npm run release` does the rest.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { buildAll } from '../../scripts/build.mjs';
import { findFaultsAtRest, findFaultsAtWork, unpackRelease, type UnpackedRelease } from '../../scripts/release/gate/gate';
import { checksumsName, findDifferences, makeRelease, zipName, type MadeRelease } from '../../scripts/release/make';
import { projectRoot } from '../environment/registry';

const scratch = mkdtempSync(path.join(tmpdir(), 'release-gate-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const make = (name: string): Promise<MadeRelease> => makeRelease({ root: projectRoot, scratch: path.join(scratch, name), build: buildAll });

let made: MadeRelease;
let unpacked: UnpackedRelease;
beforeAll(async () => {
    made = await make('first');
    unpacked = await unpackRelease(made, path.join(scratch, 'user'));
});

async function listZip(): Promise<string[]> {
    const zip = await openPromise(path.join(made.folder, zipName));
    const names: string[] = [];
    for await (const { fileName } of zip.eachEntry()) names.push(fileName);
    return names;
}

describe('the archives', () => {
    it('are the same bytes when made again, in another time zone', async () => {
        const zone = process.env['TZ'];
        process.env['TZ'] = 'Asia/Shanghai';
        try {
            expect(findDifferences(made, await make('second'))).toEqual([]);
        } finally {
            if (zone === undefined) delete process.env['TZ'];
            else process.env['TZ'] = zone;
        }
    }, 60_000);

    it('hold what they should and nothing else', () => {
        expect(findFaultsAtRest(projectRoot, made, unpacked)).toEqual([]);
    });

    it('have the zip as the Extension Manager unpacks it: package.json at the top, folders with entries of their own', async () => {
        const names = await listZip();
        expect(names).toContain('package.json');
        expect([...new Set(names.map((name) => name.split('/')[0]))].filter((name) => !/\.md$|^LICENSE$/.test(name ?? '')).sort()).toEqual(['dist', 'docs', 'i18n', 'package.json', 'static', 'templates', 'types']);
        expect(names.filter((name) => name.endsWith('/'))).toEqual(expect.arrayContaining(['dist/', 'dist/cli/', 'static/schema/']));
    });

    it('come with checksums', () => {
        const lines = readFileSync(path.join(made.folder, checksumsName), 'utf8').trimEnd().split('\n');
        expect(lines).toEqual([zipName, made.tarballName].map((name) => `${createHash('sha256').update(readFileSync(path.join(made.folder, name))).digest('hex')}  ${name}`));
    });
});

describe('the unpacked files', () => {
    it('build as Creator and the Cocos CLI on Node 14.16.0 and 22, and run as commands', async () => {
        expect(await findFaultsAtWork(projectRoot, unpacked)).toEqual([]);
    }, 60_000);
});

describe('npm run release', () => {
    it('names an option it does not know', () => {
        const { status, stderr } = spawnSync(process.execPath, [path.join(projectRoot, 'scripts', 'release.mjs'), '--drft'], { encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 32, stderr: expect.stringContaining('does not know --drft. It knows --draft') as unknown });
    });
});
