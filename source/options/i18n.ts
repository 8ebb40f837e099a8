import type { Language } from '../problems';
import { productText } from './product-text';
import { extensionKey, platformKey, rangeOf, type LeafValue, type OptionHost, type OptionRow, type OptionTable, type TextValue } from './row';
import { optionTable } from './table';

/** Texts under nested keys, as the hosts look them up by a dotted path. */
export interface TextTree {
    readonly [key: string]: string | TextTree;
}

/** The prefix of our texts: the extension's name in Creator, the platform's on the CLI (host contract 1). */
const prefixes: Readonly<Record<OptionHost, string>> = { creator: extensionKey, 'cocos-cli': platformKey };

/** How a host is told to show one of our texts. */
export function textReference(host: OptionHost, keys: readonly string[]): string {
    return `i18n:${[prefixes[host], ...keys].join('.')}`;
}

/** Where the texts of one option stand: of a row, or of one property of a group. */
export function optionTextKeys([row, property]: readonly string[]): readonly string[] {
    return ['options', row ?? '', ...(property === undefined ? [] : ['properties', property])];
}

/** What a value must be, in words: the message of the panel's rule. */
function ruleText(value: LeafValue, language: Language): string {
    switch (value.type) {
        case 'boolean':
            return { en: 'Yes or no', zh: '是或否' }[language];
        case 'choice':
            return { en: `One of: ${value.choices.join(', ')}`, zh: `可选值：${value.choices.join('、')}` }[language];
        case 'integer':
            return { en: `A whole number (${value.unit}): ${rangeOf(value)}`, zh: `整数（${{ bytes: '字节', ms: '毫秒' }[value.unit]}）：${rangeOf(value)}` }[language];
        case 'text':
            return textRule(value, language);
        case 'list':
            return { en: 'A list', zh: '列表' }[language];
    }
}

function textRule({ control, pattern }: TextValue, language: Language): string {
    switch (control) {
        case 'address':
            return { en: 'A full https address, without query and without password', zh: '完整的 https 地址，不含查询参数与密码' }[language];
        case 'color':
            return { en: 'A color as #rgb or #rrggbb', zh: '颜色，格式为 #rgb 或 #rrggbb' }[language];
        case 'file':
            return { en: 'A path relative to the project', zh: '相对于项目的路径' }[language];
        default:
            return { en: `A text${pattern === undefined ? '' : ` of the form ${pattern}`}`, zh: `文本${pattern === undefined ? '' : `，格式为 ${pattern}`}` }[language];
    }
}

function rowTexts(row: OptionRow, language: Language): TextTree {
    const { label, description, choices, properties } = row[language];
    const { value } = row;
    const propertyTexts = Object.entries(properties ?? {}).map(([key, text]) => {
        const property = value.type === 'group' ? value.properties[key] : undefined;
        return [key, { ...text, ...(property === undefined ? {} : { rule: ruleText(property, language) }) }] as const;
    });
    return {
        label,
        description,
        ...(value.type === 'group' ? {} : { rule: ruleText(value, language) }),
        ...(choices === undefined ? {} : { choices }),
        ...(properties === undefined ? {} : { properties: Object.fromEntries(propertyTexts) }),
    };
}

/** Every text the hosts can ask for, in one language. */
export function hostTexts(language: Language, table: OptionTable = optionTable): TextTree {
    return {
        ...Object.fromEntries(Object.entries(productText).map(([key, text]) => [key, text[language]])),
        options: Object.fromEntries(Object.entries(table).map(([key, row]) => [key, rowTexts(row, language)])),
    };
}
