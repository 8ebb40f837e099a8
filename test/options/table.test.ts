import Ajv, { type AnySchemaObject } from 'ajv';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AlipayOptions, RuntimeOptions } from '../../source/options';
import { buildConfigSchema, cocosCliItems, creatorPanelItems, creatorPlatformOptions, optionSchema, optionTable, renderOptionTable, resolveOptions } from '../../source/options';
import { hostTexts, type TextTree } from '../../source/options/i18n';
import { defaultOf, leavesOf, type OptionRow, type OptionTable } from '../../source/options/row';
import type { Language } from '../../source/problems';

const languages: readonly Language[] = ['en', 'zh'];

/** One row of every kind, as a later issue would add it: an entry with its texts and nothing else. */
const newRows: OptionTable = {
    newSwitch: row({ type: 'boolean', default: true }),
    newChoice: { ...row({ type: 'choice', choices: ['one', 'two'], default: 'two' }), en: { ...text('en'), choices: { one: 'One', two: 'Two' } }, zh: { ...text('zh'), choices: { one: '一', two: '二' } } },
    newNumber: row({ type: 'integer', unit: 'ms', minimum: 10, maximum: 20, orZero: true, default: 0 }),
    newColour: row({ type: 'text', pattern: '#[0-9a-f]{6}', default: '#000000' }),
    newFile: row({ type: 'text', control: 'file', default: '' }),
    newGroup: { ...row({ type: 'group', properties: { inner: { type: 'boolean', default: false } } }), en: { ...text('en'), properties: { inner: text('en') } }, zh: { ...text('zh'), properties: { inner: text('zh') } } },
    newList: { ...row({ type: 'list', item: { name: { type: 'text' } }, default: [] }), hidden: true, en: { ...text('en'), properties: { name: text('en') } }, zh: { ...text('zh'), properties: { name: text('zh') } } },
};

function row(value: OptionRow['value']): OptionRow {
    return { value, owner: { creator: 'extension', 'cocos-cli': 'platform' }, runtime: false, en: text('en'), zh: text('zh') };
}

function text(language: Language): { label: string; description: string } {
    return { en: { label: 'Label', description: 'A description.' }, zh: { label: '名称', description: '说明。' } }[language];
}

describe.each([
    ['the table', optionTable as OptionTable],
    ['a table with a new row of every kind', { ...optionTable, ...newRows }],
] as const satisfies readonly (readonly [string, OptionTable])[])('every row of %s', (_name, anyTable) => {
    const table: OptionTable = anyTable;
    const rows = Object.entries(table);

    it.each(rows)('%s is in the JSON Schema, with a default that passes it', (key, { value }) => {
        const schema = optionSchema(undefined, table);
        expect(Object.keys(schema.properties ?? {})).toContain(key);
        const accepts = new Ajv({ strict: true }).compile(schema as AnySchemaObject);
        expect(accepts({ [key]: defaultOf(value) })).toBe(true);
    });

    it.each(rows)('%s is in the CLI\'s items', (key) => {
        expect(cocosCliItems(table)[key]).toMatchObject({ type: expect.any(String), label: `i18n:alipay-mini-game.options.${key}.label` });
    });

    it.each(rows)('%s is in Creator\'s panel where it is ours, and in a full registration always', (key, { owner }) => {
        expect(key in creatorPanelItems(table)).toBe(owner.creator === 'extension');
        expect(creatorPlatformOptions(table).options[key]).toMatchObject({ label: `i18n:cocos-alipay-mini-game.options.${key}.label` });
    });

    it.each(rows)('%s is in README\'s table and in the published schema, in both languages', (key) => {
        for (const language of languages) {
            expect(renderOptionTable(language, table)).toMatch(new RegExp(`^\\| \`${key}[\`.]`, 'm'));
            expect(JSON.stringify(buildConfigSchema(language, table))).toContain(`"${key}":{"title"`);
        }
    });

    it('finds a text for every reference its items make, in both languages', () => {
        const items = JSON.stringify([cocosCliItems(table), creatorPlatformOptions(table), Object.values(creatorPlatformOptions(table).verifyRuleMap)]);
        const references = [...items.matchAll(/"i18n:[\w-]+\.([^"]+)"/g)].map((match) => match[1] ?? '');
        expect(references.length).toBeGreaterThan(rows.length * 4);
        for (const language of languages) {
            for (const reference of references) {
                const found = reference.split('.').reduce<string | TextTree | undefined>((tree, key) => (typeof tree === 'object' ? tree[key] : undefined), hostTexts(language, table));
                expect(found, `${language}: ${reference}`).toEqual(expect.stringMatching(/\S/));
            }
        }
    });
});

describe('the table', () => {
    it('has the same texts in both languages, the Chinese ones in Chinese', () => {
        const pathsOf = (tree: string | TextTree, path = ''): string[] =>
            typeof tree === 'string' ? [path] : Object.entries(tree).flatMap(([key, branch]) => pathsOf(branch, `${path}.${key}`));
        expect(pathsOf(hostTexts('zh'))).toEqual(pathsOf(hostTexts('en')));
        for (const [key, { zh }] of Object.entries<OptionRow>(optionTable)) expect(zh.description, key).toMatch(/\p{Script=Han}/u);
    });

    it('names the unit of every number where a person reads it', () => {
        const words = { bytes: { en: 'bytes', zh: '字节' }, ms: { en: 'milliseconds', zh: '毫秒' } };
        for (const { path: [key, property], row: { en, zh }, value } of leavesOf(optionTable)) {
            if (value.type !== 'integer') continue;
            const textOf = (texts: OptionRow['en']): string | undefined => (property === undefined ? texts : texts.properties?.[property])?.description;
            expect(textOf(en), key).toContain(words[value.unit].en);
            expect(textOf(zh), key).toContain(words[value.unit].zh);
        }
    });

    it('gives a new row its defaults, schema and texts from the entry alone', () => {
        expect(optionSchema(undefined, newRows).properties).toEqual({
            newSwitch: { type: 'boolean', default: true },
            newChoice: { type: 'string', enum: ['one', 'two'], default: 'two' },
            newNumber: { type: 'integer', anyOf: [{ const: 0 }, { minimum: 10, maximum: 20 }], default: 0 },
            newColour: { type: 'string', pattern: '^(?:#[0-9a-f]{6})?$', default: '#000000' },
            newFile: { type: 'string', default: '' },
            newGroup: { type: 'object', properties: { inner: { type: 'boolean', default: false } }, additionalProperties: false },
            newList: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'], additionalProperties: false }, default: [] },
        });
    });

    it('is the type of the resolved options', () => {
        expectTypeOf<AlipayOptions['deviceOrientation']>().toEqualTypeOf<'landscape' | 'portrait'>();
        expectTypeOf<AlipayOptions['polyfills']>().toEqualTypeOf<{ readonly asyncFunctions: boolean }>();
        expectTypeOf<AlipayOptions['cacheQuota']>().toEqualTypeOf<number>();
        expectTypeOf<AlipayOptions['remoteUrl']>().toEqualTypeOf<string>();
        expectTypeOf<AlipayOptions['subpackages']>().toEqualTypeOf<readonly { readonly name: string; readonly root: string }[]>();
        expectTypeOf<keyof RuntimeOptions>().toEqualTypeOf<'networkTimeout' | 'cacheQuota'>();
        expect(Object.keys(resolveOptions('creator', {}).options)).toEqual(Object.keys(optionTable));
    });
});
