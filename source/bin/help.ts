import type { Language } from '../problems';
import { commonFlags } from './arguments';
import { usageOf, type Command, type Flags } from './command';

const programName = 'cocos-alipay-mini-game';

const headings = {
    en: { usage: 'Usage', commands: 'Commands', options: 'Options', more: `More about one: ${programName} COMMAND --help; the version: ${programName} --version`, codes: 'Exit codes: 0 done, 32 bad options, 34 failed' },
    zh: { usage: '用法', commands: '命令', options: '选项', more: `了解某个命令：${programName} 命令 --help；版本：${programName} --version`, codes: '退出码：0 完成，32 选项错误，34 失败' },
} as const;

function table(rows: readonly (readonly [string, string])[]): string[] {
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    return rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`);
}

function flagRows(flags: Flags, language: Language): [string, string][] {
    return Object.entries(flags).map(([name, flag]) => [flag.type === 'switch' ? `--${name}` : `--${name} ${flag.value}`, flag.text[language]]);
}

/** The help of all commands. */
export function describeCommands(commands: readonly Command[], language: Language): string[] {
    const heading = headings[language];
    return [
        `${heading.usage}: ${programName} COMMAND`,
        '',
        `${heading.commands}:`,
        ...table(commands.map(({ name, text }) => [name, text[language]])),
        '',
        heading.more,
        heading.codes,
    ];
}

/** The help of one command. */
export function describeCommand(command: Command, language: Language): string[] {
    const heading = headings[language];
    return [
        command.text[language],
        '',
        `${heading.usage}: ${programName} ${usageOf(command)}`,
        '',
        `${heading.options}:`,
        ...table([
            ...command.positionals.map(({ name, text }): [string, string] => [name, text[language]]),
            ...flagRows({ ...command.flags, ...commonFlags }, language),
        ]),
    ];
}
