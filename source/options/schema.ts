import type { JSONSchema7 } from 'json-schema';
import type { Language } from '../problems';
import { extensionKey, platformKey, type LeafText, type LeafValue, type OptionRow, type OptionTable } from './row';
import { optionTable } from './table';

const draft = 'http://json-schema.org/draft-07/schema#';

/** Keys that hosts keep their own notes under, such as Creator's `__version__`: always let through. */
const hostKeys = '^__';

function withText(schema: JSONSchema7, text: LeafText | undefined): JSONSchema7 {
    return text === undefined ? schema : { title: text.label, description: text.description, ...schema };
}

function leafSchema(value: LeafValue): JSONSchema7 {
    switch (value.type) {
        case 'boolean':
            return { type: 'boolean', default: value.default };
        case 'choice':
            return { type: 'string', enum: [...value.choices], default: value.default };
        case 'integer': {
            const range: JSONSchema7 = { minimum: value.minimum, maximum: value.maximum };
            return value.orZero === true && value.minimum > 0
                ? { type: 'integer', anyOf: [{ const: 0 }, range], default: value.default }
                : { type: 'integer', ...range, default: value.default };
        }
        case 'text':
            return { type: 'string', ...(value.pattern === undefined ? {} : { pattern: `^(?:${value.pattern})?$` }), default: value.default };
        case 'list':
            return {
                type: 'array',
                items: {
                    type: 'object',
                    properties: Object.fromEntries(
                        Object.entries(value.item).map(([key, item]) => [key, { type: 'string', ...(item.pattern === undefined ? {} : { pattern: `^(?:${item.pattern})$` }) }]),
                    ),
                    required: Object.keys(value.item),
                    additionalProperties: false,
                },
                default: [],
            };
    }
}

function rowSchema(row: OptionRow, language: Language | undefined): JSONSchema7 {
    const text = language === undefined ? undefined : row[language];
    if (row.value.type !== 'group') return withText(leafSchema(row.value), text);
    const properties = Object.entries(row.value.properties).map(
        ([key, value]) => [key, withText(leafSchema(value), text?.properties?.[key])] as const,
    );
    const hostProperties = (row.common?.alsoHolds ?? []).map((key) => [key, {}] as const);
    return withText({ type: 'object', properties: Object.fromEntries([...properties, ...hostProperties]), additionalProperties: false }, text);
}

/**
 * JSON Schema (draft-07) of our section under `packages`.
 * @param language adds titles and descriptions; without it the schema holds only what a validator needs.
 */
export function optionSchema(language?: Language, table: OptionTable = optionTable): JSONSchema7 {
    return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(table).map(([key, row]) => [key, rowSchema(row, language)])),
        patternProperties: { [hostKeys]: {} },
        additionalProperties: false,
    };
}

/** JSON Schema of the hosts' common options that say the same as a row of ours; everything else passes. */
export function commonOptionSchema(language?: Language, table: OptionTable = optionTable): JSONSchema7 {
    const properties = Object.values(table).flatMap((row) => {
        if (row.common === undefined) return [];
        const schema = rowSchema(row, language);
        return [[row.common.key, schema.type === 'object' ? { ...schema, additionalProperties: true } : schema] as const];
    });
    return { type: 'object', properties: Object.fromEntries(properties) };
}

/** The published JSON Schema of a host's build-config file: common options, and our sections under `packages`. */
export function buildConfigSchema(language: Language, table: OptionTable = optionTable): JSONSchema7 {
    const section = optionSchema(language, table);
    return {
        $schema: draft,
        title: { en: 'Build options for Alipay Mini Game', zh: '支付宝小游戏构建选项' }[language],
        type: 'object',
        properties: {
            ...commonOptionSchema(language, table).properties,
            packages: {
                type: 'object',
                properties: {
                    [extensionKey]: section,
                    // In Creator this section belongs to the built-in platform, which may know more keys.
                    [platformKey]: { ...section, additionalProperties: true },
                },
            },
        },
    };
}
