import type { Language } from '../problems';
import { rangeOf, type LeafValue, type OptionRow, type OptionTable } from './row';
import { optionTable } from './table';

const words = {
    en: {
        heading: ['Option', 'Values', 'Default', 'In Creator', 'In the Cocos CLI', 'Meaning'],
        creator: { 'built-in': 'built-in panel', extension: 'our panel' },
        'cocos-cli': { platform: 'yes', unavailable: 'no' },
        unit: { bytes: 'bytes', ms: 'ms' },
        boolean: 'true, false',
        text: { text: 'text', address: 'address', color: '`#rgb`, `#rrggbb`', file: 'file' },
        list: 'list',
        common: (key: string) => `Also read from the common option \`${key}\`.`,
        runtime: 'Goes into the package.',
    },
    zh: {
        heading: ['选项', '取值', '默认值', 'Creator 中', 'Cocos CLI 中', '说明'],
        creator: { 'built-in': '内置面板', extension: '本扩展面板' },
        'cocos-cli': { platform: '支持', unavailable: '不支持' },
        unit: { bytes: '字节', ms: '毫秒' },
        boolean: 'true、false',
        text: { text: '文本', address: '网址', color: '`#rgb`、`#rrggbb`', file: '文件' },
        list: '列表',
        common: (key: string) => `也读取通用选项 \`${key}\`。`,
        runtime: '会写入包内。',
    },
} as const;

function valuesOf(value: LeafValue, language: Language): string {
    switch (value.type) {
        case 'boolean':
            return words[language].boolean;
        case 'choice':
            return value.choices.map((choice) => `\`${choice}\``).join(', ');
        case 'integer':
            return `${rangeOf(value)} ${words[language].unit[value.unit]}`;
        case 'text':
            return words[language].text[value.control ?? 'text'];
        case 'list':
            return words[language].list;
    }
}

function linesOf(key: string, row: OptionRow, language: Language): string[] {
    const word = words[language];
    const leaves: readonly (readonly [string, LeafValue, string])[] =
        row.value.type === 'group'
            ? Object.entries(row.value.properties).map(([name, value]) => [`${key}.${name}`, value, row[language].properties?.[name]?.description ?? ''])
            : [[key, row.value, row[language].description]];
    return leaves.map(([name, value, description]) => {
        const notes = [
            description,
            ...(row.common === undefined ? [] : [word.common(name.replace(key, row.common.key))]),
            ...(row.runtime ? [word.runtime] : []),
        ];
        const cells = [
            `\`${name}\``,
            valuesOf(value, language),
            `\`${JSON.stringify(value.default)}\``,
            word.creator[row.owner.creator],
            word['cocos-cli'][row.owner['cocos-cli']],
            notes.join(language === 'zh' ? '' : ' '),
        ];
        return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
    });
}

/** README's table of options, as Markdown without a last line break. */
export function renderOptionTable(language: Language, table: OptionTable = optionTable): string {
    const { heading } = words[language];
    return [
        `| ${heading.join(' | ')} |`,
        `|${' --- |'.repeat(heading.length)}`,
        ...Object.entries(table).flatMap(([key, row]) => linesOf(key, row, language)),
    ].join('\n');
}
