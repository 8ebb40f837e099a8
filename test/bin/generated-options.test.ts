// 1,000 option files that nobody would write by hand: each ends in a package, or in problems that say what is wrong.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { leavesOf, type LeafValue } from '../../source/options/row';
import { optionTable } from '../../source/options';
import { readPackage } from '../../source/package';
import { projectRoot } from '../environment/registry';
import { runInProcess } from './capture';

const scratch = mkdtempSync(path.join(tmpdir(), 'generated-options-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const demoBuild = path.join(projectRoot, 'dist', 'demo', 'build');

const wrongValue = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('', 0, -1, 1e12, null, [], {}, 'yes', 'http://example.com', 'https://example.com/?a=1', 'https://user:pass@example.com'));

function rightValue(value: LeafValue): fc.Arbitrary<unknown> {
    switch (value.type) {
        case 'boolean': return fc.boolean();
        case 'choice': return fc.constantFrom(...value.choices);
        case 'integer': return fc.integer({ min: value.minimum, max: value.maximum });
        case 'text': return value.control === 'address' ? fc.constantFrom('https://cdn.example.com/g', 'https://cdn.example.com/a/b/', 'http://127.0.0.1:8080') : fc.constant(value.default);
        case 'list': return fc.constant([]);
    }
}

/** One option of ours with a value: mostly a right one. */
const setting = fc.constantFrom(...leavesOf(optionTable)).chain(({ path: keys, value }) =>
    fc.oneof({ weight: 12, arbitrary: rightValue(value) }, { weight: 1, arbitrary: wrongValue }).map((chosen) => ({ keys, chosen })));

const section = fc.array(setting, { maxLength: 6 }).map((settings) => {
    const values: Record<string, unknown> = {};
    for (const { keys: [row, property], chosen } of settings) {
        if (property === undefined) values[row] = chosen;
        else values[row] = { ...(typeof values[row] === 'object' ? values[row] : {}), [property]: chosen };
    }
    return values;
});

const common = fc.record({
    server: fc.constantFrom('', '', 'https://cdn.example.com/g/', 'https://cdn.example.com/g/', 'https://other.example.com', 'cdn.example.com'),
    debug: fc.boolean(),
    md5Cache: fc.boolean(),
    startSceneAssetBundle: fc.boolean(),
    nativeCodeBundleMode: fc.constantFrom('asmjs', 'asmjs', 'both', 'both', 'wasm'),
    polyfills: fc.oneof({ weight: 12, arbitrary: fc.record({ asyncFunctions: fc.boolean() }) }, { weight: 1, arbitrary: wrongValue }),
    name: fc.string(),
}, { requiredKeys: [] });

const optionFile = fc.oneof(
    { weight: 12, arbitrary: fc.record({ base: common, ours: section, platform: fc.constantFrom('alipay-mini-game', 'cocos-alipay-mini-game') })
        .map(({ base, ours, platform }): unknown => ({ ...base, packages: { [platform]: ours } })) },
    { weight: 2, arbitrary: fc.tuple(common, section, section)
        .map(([base, one, other]): unknown => ({ ...base, packages: { 'alipay-mini-game': one, 'cocos-alipay-mini-game': other } })) },
    { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
);

/** No server, or one on this computer: packaging may go on with a warning, but phones would refuse. */
const allowedAddresses = ['AMG415', 'AMG416', 'AMG417'];

it('ends each of 1,000 generated option files in a package or in clear problems', async () => {
    const ends = { packaged: 0, badOptions: 0, failed: 0 };
    let run = 0;
    await fc.assert(fc.asyncProperty(optionFile, async (options) => {
        const folder = path.join(scratch, String((run += 1)));
        const config = `${folder}.json`;
        writeFileSync(config, JSON.stringify(options));
        const { code, stdout, stderr } = await runInProcess(['pack', demoBuild, '--config', config, '--out', folder]);
        // No stack, no unfilled {placeholder}: only problems, each with its place and its way out.
        expect(stderr).not.toMatch(/\n\s+at |\{\w+\}: |undefined/);
        if (code === 0) {
            ends.packaged += 1;
            expect(stdout).toContain('main package');
            // Every sixth is looked into: `check` reads the whole package.
            if (ends.packaged % 6 === 0) expect(checkPackage(readPackage(folder)).filter(({ level, code }) => level === 'error' && !allowedAddresses.includes(code))).toEqual([]);
        } else {
            ends[code === 32 ? 'badOptions' : 'failed'] += 1;
            expect([32, 34]).toContain(code);
            expect(stderr).toMatch(/^error AMG\d{3} [^]+?\n {2}→ [^]+?\n {4}cocos-alipay-mini-game\/docs\/problems\.md#amg\d{3}/m);
            // Only a package over a limit of the user's is written, for inspection.
            expect(existsSync(folder)).toBe(stdout !== '');
        }
        for (const name of readdirSync(scratch)) rmSync(path.join(scratch, name), { recursive: true, force: true });
    }), { numRuns: 1000, seed: 20261122 });
    // The generator reaches every end.
    expect(Math.min(ends.packaged, ends.badOptions, ends.failed)).toBeGreaterThan(30);
    console.info(`generated options: ${JSON.stringify(ends)}`);
}, 180_000);
