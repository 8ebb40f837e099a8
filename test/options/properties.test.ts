import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionTable, resolveOptions, type OptionHost } from '../../source/options';
import { leavesOf, type LeafValue, type OptionRow } from '../../source/options/row';
import { describeProblem, formatProblem, hasErrors, problemTable, type Language } from '../../source/problems';

const runs = { numRuns: 2000 };
const host = fc.constantFrom<OptionHost>('creator', 'cocos-cli');
const rows = Object.entries<OptionRow>(optionTable);
const leaves = [...leavesOf(optionTable)];

/** Any value, often almost right: what people and tools really write into a build-config file. */
const anyValue = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(undefined, null, NaN, Infinity, -0, 10n, 'true', '0', '', [], {}, [{}], [{ name: 'a', root: 'b' }], { request: 1 }, { asyncFunctions: 'yes' }),
    fc.integer(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
);

const anyKey = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...rows.map(([key]) => key), 'server', 'packages') }, { weight: 1, arbitrary: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '__version__', 'remoteURL', 'a.b', 'a/b', '~1')) });

const anySection = fc.oneof({ weight: 9, arbitrary: fc.dictionary(anyKey, anyValue, { maxKeys: 8 }) }, { weight: 1, arbitrary: anyValue });

const anyOptions = fc.oneof(
    { weight: 9, arbitrary: fc.tuple(fc.dictionary(anyKey, anyValue, { maxKeys: 5 }), anySection, anySection).map(([common, section, builtIn]) => ({ ...common, packages: { 'cocos-alipay-mini-game': section, 'alipay-mini-game': builtIn } })) },
    { weight: 1, arbitrary: anyValue },
);

function validValue(value: LeafValue): fc.Arbitrary<unknown> {
    switch (value.type) {
        case 'boolean':
            return fc.boolean();
        case 'choice':
            return fc.constantFrom(...value.choices);
        case 'integer':
            return fc.oneof(fc.integer({ min: value.minimum, max: value.maximum }), fc.constant(value.default));
        case 'text':
            return value.control === 'address' ? fc.webUrl({ validSchemes: ['https'] }) : fc.constant(value.default);
        case 'list':
            return fc.array(fc.record(Object.fromEntries(Object.keys(value.item).map((key) => [key, fc.stringMatching(/^[\w/]{1,12}$/)]))), { maxLength: 3 });
    }
}

/** Section values that break no rule, each with the leaves it sets. */
const validSection = fc
    .record(Object.fromEntries(rows.map(([key, { value }]) => [key, value.type === 'group'
        ? fc.record(Object.fromEntries(Object.entries(value.properties).map(([name, property]) => [name, validValue(property)])), { requiredKeys: [] })
        : validValue(value)])), { requiredKeys: [] })
    .filter(({ mainPackageLimit = 0, totalLimit = 0 }) => Number(totalLimit) === 0 || Number(mainPackageLimit) <= Number(totalLimit));

/** Whether a value is one the table allows: an oracle of its own, without the schema. */
function isAllowed(leaf: LeafValue, value: unknown): boolean {
    switch (leaf.type) {
        case 'boolean':
            return typeof value === 'boolean';
        case 'choice':
            return typeof value === 'string' && leaf.choices.includes(value);
        case 'integer':
            return typeof value === 'number' && Number.isInteger(value) && ((value >= leaf.minimum && value <= leaf.maximum) || (leaf.orZero === true && value === 0));
        case 'text':
            return typeof value === 'string';
        case 'list':
            return Array.isArray(value) && value.every((entry) => typeof entry === 'object');
    }
}

describe('resolveOptions, whatever the options', () => {
    it('never throws and always gives every option a value the table allows', () => {
        fc.assert(fc.property(host, anyOptions, (anyHost, hostOptions) => {
            const { options } = resolveOptions(anyHost, hostOptions);
            // One assertion for all of them: each costs as much as resolving.
            const wrong = leaves.filter(({ path: [row, property], value }) => {
                const holder = (options as unknown as Record<string, unknown>)[row];
                return !isAllowed(value, property === undefined ? holder : (holder as Record<string, unknown>)[property]);
            });
            expect(wrong).toEqual([]);
            expect(options.remoteUrl === '' || /^https?:\/\/.*\/$/.test(options.remoteUrl)).toBe(true);
        }), runs);
    });

    it('changes nothing in them', () => {
        fc.assert(fc.property(host, fc.dictionary(anyKey, fc.jsonValue()), (anyHost, hostOptions) => {
            const before = JSON.stringify(hostOptions);
            resolveOptions(anyHost, hostOptions);
            expect(JSON.stringify(hostOptions)).toBe(before);
        }), runs);
    });

    it('puts every problem into words in both languages, with every value of its texts filled in', () => {
        const languages: readonly Language[] = ['en', 'zh'];
        fc.assert(fc.property(host, anyOptions, (anyHost, hostOptions) => {
            const unclear = resolveOptions(anyHost, hostOptions).problems.filter((problem) => problem.where === '' || languages.some((language) => {
                const { what, mend } = problemTable[problem.code][language];
                return [...`${what}${mend}`.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => problem.values[name] === undefined)
                    || !formatProblem(problem, language).includes(problem.code)
                    || describeProblem(problem, language).what === '';
            }));
            expect(unclear).toEqual([]);
        }), runs);
    });

    it('says what is wrong whenever a value of ours is not one the table allows', () => {
        fc.assert(fc.property(host, fc.constantFrom(...leaves), anyValue, (anyHost, { path: [row, property], value: leaf }, value) => {
            fc.pre(value !== undefined && !isAllowed(leaf, value));
            const { problems } = resolveOptions(anyHost, { packages: { 'cocos-alipay-mini-game': { [row]: property === undefined ? value : { [property]: value } } } });
            const where = ['packages.cocos-alipay-mini-game', row, ...(property === undefined ? [] : [property])].join('.');
            expect(problems.some((problem) => problem.level === 'error' && problem.where.startsWith(where))).toBe(true);
        }), runs);
    });
});

describe('resolveOptions, where the options are right', () => {
    it('finds no error and takes every value as it is', () => {
        fc.assert(fc.property(validSection, fc.constantFrom('cocos-alipay-mini-game', 'alipay-mini-game'), (section, key) => {
            const { options, problems } = resolveOptions('creator', { packages: { [key]: section } });
            expect(problems).toEqual([]);
            const { remoteUrl, polyfills, networkTimeout, ...others } = section;
            expect(options).toMatchObject(others);
            expect(options.polyfills).toMatchObject(polyfills ?? {});
            expect(options.networkTimeout).toMatchObject(networkTimeout ?? {});
            if (typeof remoteUrl === 'string') expect(options.remoteUrl).toBe(new URL(remoteUrl).href.replace(/\/*$/, '/'));
        }), runs);
    });

    it('resolves to the same after a hook wrote its common options back into the host\'s', () => {
        fc.assert(fc.property(validSection, (section) => {
            const { separateEngine: _separate, wasmSubpackage: _wasm, ...buildable } = section;
            const hostOptions = { server: '', startSceneAssetBundle: false, polyfills: { asyncFunctions: false }, packages: { 'alipay-mini-game': buildable } };
            const first = resolveOptions('cocos-cli', hostOptions);
            const { remoteUrl, startSceneAssetBundle, polyfills } = first.options;
            expect(resolveOptions('cocos-cli', { ...hostOptions, server: remoteUrl, startSceneAssetBundle, polyfills })).toEqual(first);
        }), { numRuns: 500 });
    });

    it('resolves what it resolved to the same', () => {
        fc.assert(fc.property(host, validSection, (anyHost, section) => {
            const { separateEngine: _separate, wasmSubpackage: _wasm, ...buildable } = section;
            const { options, problems } = resolveOptions(anyHost, { packages: { 'cocos-alipay-mini-game': buildable } });
            expect(hasErrors(problems)).toBe(false);
            expect(resolveOptions(anyHost, { packages: { 'cocos-alipay-mini-game': options } })).toEqual({ options, problems: [] });
        }), runs);
    });
});
