// plan and apply over generated builds: what is planned is what lies there afterwards, and planning again finds nothing to do.
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan, formatPlan, planPackage } from '../../source/packager';
import { mergeLeaves } from '../../source/packager/merge';
import { rootsOf } from '../../source/packager/roots';
import { linkHashedNames } from '../../source/packager/artefacts/entry';
import { readTree, sampleOf, smallBuild, writeFiles, type Files, optionsWith } from './sample-build';

interface GeneratedBundle { readonly kind: 'local' | 'subpackage' | 'remote'; readonly version: string; readonly scriptLeft: boolean; readonly files: readonly string[]; readonly map: boolean }

const bundleArbitrary: fc.Arbitrary<GeneratedBundle> = fc.record({
    kind: fc.constantFrom('local', 'subpackage', 'remote'),
    version: fc.constantFrom('', 'abc12', 'f00d5'),
    scriptLeft: fc.boolean(),
    files: fc.uniqueArray(fc.constantFrom('import/a.json', 'native/b.png', 'native/c/d.bin', 'native/e.map', 'native/files.json', 'res.zip'), { maxLength: 4 }),
    map: fc.boolean(),
});

/** A build with these bundles, in the places where hosts put their files. */
function buildOf(bundles: readonly GeneratedBundle[], hashed: boolean): Files {
    const names = bundles.map((_, index) => `bundle${index}`);
    const of = (kind: GeneratedBundle['kind']): string[] => names.filter((_, index) => bundles[index]?.kind === kind);
    const dot = (version: string): string => (version === '' ? '' : `.${version}`);
    const md5 = hashed ? '.0a1b2' : '';
    const files: Record<string, string> = {
        [`application${md5}.js`]: `"src/settings${md5}.json"`,
        [`cocos-js/cc${md5}.js`]: 'engine', 'cocos-js/cc.js.map': '{}',
        [`src/system.bundle${md5}.js`]: '', [`src/import-map${md5}.js`]: `exports.default={"imports":{"cc":"./../cocos-js/cc${md5}.js"}}`,
        [`src/settings${md5}.json`]: JSON.stringify({ assets: { server: '', projectBundles: names, remoteBundles: of('remote'), subpackages: of('subpackage'), bundleVers: Object.fromEntries(names.map((name, index) => [name, bundles[index]?.version])) }, scripting: {} }),
    };
    for (const [index, { kind, version, scriptLeft, files: assets, map }] of bundles.entries()) {
        const name = `bundle${index}`;
        const root = `${{ local: 'assets', subpackage: 'subpackages', remote: 'remote' }[kind]}/${name}`;
        const scripts = kind !== 'remote' || scriptLeft ? root : `src/bundle-scripts/${name}`;
        files[`${root}/config${dot(version)}.json`] = JSON.stringify({ name });
        files[`${scripts}/index${kind === 'subpackage' ? '' : dot(version)}.js`] = name;
        if (map) files[`${scripts}/index.js.map`] = '{}';
        for (const asset of assets) files[`${root}/${asset}`] = `${name} ${asset}`;
    }
    return files;
}

const samples = fc.tuple(fc.array(bundleArbitrary, { maxLength: 5 }), fc.boolean(), fc.constantFrom('beside', 'inside'), fc.boolean(), fc.boolean(), fc.constantFrom('creator', 'cocos-cli'));

describe('a plan', () => {
    it('describes what lies there after it is applied, loses no file, and leaves nothing to do', async () => {
        await fc.assert(fc.asyncProperty(samples, async ([bundles, hashed, remoteOutput, archiveRemote, elsewhere, host]) => {
            const files = buildOf(bundles, hashed);
            const sample = sampleOf(files, { remoteOutput, archiveRemote });
            const output = elsewhere ? join(sample.folder, 'out') : sample.build;
            const request = sample.request({ host: host as 'creator' | 'cocos-cli', outputDirectory: output });
            const plan = await planPackage(request);
            const before = readTree(sample.build);
            await applyPlan(plan);
            const roots = rootsOf(output);
            for (const root of ['output', 'remote', 'maps'] as const) {
                const planned = plan.files.filter(({ to }) => to.root === root).map(({ to }) => to.path).sort();
                expect(Object.keys(readTree(roots[root])).sort()).toEqual(planned);
            }
            // Every byte of the host is somewhere, except settings with another server.
            const after = new Set(Object.values(roots).flatMap((root) => Object.values(readTree(root))));
            const lost = Object.entries(before).filter(([path, digest]) => !after.has(digest) && !path.startsWith('src/settings'));
            expect(lost).toEqual([]);
            if (elsewhere) expect(readTree(sample.build)).toEqual(before);
            else expect((await planPackage(request)).steps).toEqual([]);
            rmSync(sample.folder, { recursive: true });
        }), { numRuns: 40 });
    }, 120_000);

    it('goes from any build to any other in place, as if there had been only the other', async () => {
        await fc.assert(fc.asyncProperty(samples, samples, async ([first, hashedFirst, , archived], [second, hashedSecond, remoteOutput, archiveRemote]) => {
            const sample = sampleOf(buildOf(first, hashedFirst), { archiveRemote: archived });
            await applyPlan(await planPackage(sample.request()));
            rmSync(sample.build, { recursive: true });
            const fresh = sampleOf(buildOf(second, hashedSecond), { remoteOutput, archiveRemote });
            const { options } = fresh.request();
            writeFiles(sample.build, buildOf(second, hashedSecond));
            await applyPlan(await planPackage(sample.request({ options })));
            await applyPlan(await planPackage(fresh.request()));
            for (const root of ['output', 'remote', 'maps'] as const) expect(readTree(rootsOf(sample.build)[root])).toEqual(readTree(rootsOf(fresh.build)[root]));
            rmSync(sample.folder, { recursive: true });
            rmSync(fresh.folder, { recursive: true });
        }), { numRuns: 25 });
    }, 120_000);

    it('prints as text, a line a step, with sizes', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        const text = formatPlan(await planPackage(sample.request()));
        for (const line of [
            'move    output/remote/far/index.js -> output/src/bundle-scripts/far/index.js',
            'move    output/remote/far -> remote/remote/far/',
            'move    output/cocos-js/cc.js.map -> maps/cocos-js/cc.js.map',
            'zip     remote/remote.zip (4 files)',
        ]) expect(text.split('\n')).toContain(line);
        expect(text).toMatch(/ {5}\d,\d{3} bytes {5}\d+ files {2}main package/);
        const elsewhere = formatPlan(await planPackage(sample.request({ outputDirectory: join(sample.folder, 'out') })));
        expect(elsewhere).toContain('copy    output/cocos-js/cc.js (12 bytes)');
        await applyPlan(await planPackage(sample.request()));
        expect(formatPlan(await planPackage(sample.request()))).toContain('nothing to do');
    });

    it('prints what it takes away', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        await applyPlan(await planPackage(sample.request()));
        const lines = formatPlan(await planPackage(sample.request({ options: optionsWith({ remoteOutput: 'inside' }) }))).split('\n');
        expect(lines).toContain('remove  remote/remote.zip');
        expect(lines).toContain('move    remote/remote/far -> output/remote/far/');
    });
});

describe('merging', () => {
    it('replaces arrays whole and never touches prototypes', () => {
        expect(mergeLeaves({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, d: { e: 2 } })).toEqual({ a: { b: 1, c: [3] }, d: { e: 2 } });
        const merged = mergeLeaves({}, JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(Object.keys(merged)).toEqual(['__proto__']);
    });
});

describe('links to hashed names', () => {
    const table = (...paths: string[]): Parameters<typeof linkHashedNames>[2] => new Map(paths.map((path) => [path, { path, bytes: 0, mtimeMs: 0, ctimeMs: 0 }]));

    it('are given only where exactly one file can be meant', () => {
        const files = table('common.40ff3.js', 'src/twice.aaaaa.js', 'src/twice.bbbbb.js', 'here.js', 'here.ccccc.js');
        expect(linkHashedNames('require("./common.js"); require(\'common.js\')', 'game.js', files)).toBe('require("./common.40ff3.js"); require(\'common.40ff3.js\')');
        for (const untouched of ['require("src/twice.js")', 'require("./here.js")', '"../common.js"', '// common.js', '"no.such"']) {
            expect(linkHashedNames(untouched, 'game.js', files)).toBe(untouched);
        }
    });
});

