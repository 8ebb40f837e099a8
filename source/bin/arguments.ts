import { parseArgs } from 'node:util';
import { BuildError, closestName, createProblem, exitCodes, type BuildProblem } from '../problems';
import { usageOf, type Command, type Flag, type Flags, type FlagValues } from './command';

/** Flags that every command has. */
export const commonFlags = {
    lang: { type: 'value', value: 'en|zh', choices: ['en', 'zh'], text: { en: 'Language of the messages.', zh: '消息的语言。' } },
    help: { type: 'switch', text: { en: 'Shows this help.', zh: '显示此帮助。' } },
} as const satisfies Flags;

export interface ParsedArguments {
    readonly positionals: readonly string[];
    readonly flags: FlagValues<Flags>;
}

/**
 * Reads the words after a command's name. Throws `BuildError` (32) with everything that is wrong with them.
 * With `--help` among them nothing is required.
 */
export function parseArguments(command: Command, words: readonly string[]): ParsedArguments {
    const known: Flags = { ...command.flags, ...commonFlags };
    const usage = usageOf(command);
    const problems: BuildProblem[] = [];
    const values: Record<string, boolean | string | string[] | undefined> = {};
    for (const [name, flag] of Object.entries(known)) values[name] = flag.type === 'switch' ? false : flag.type === 'list' ? [] : undefined;

    const { tokens, positionals } = parseArgs({
        args: [...words],
        strict: false,
        tokens: true,
        allowPositionals: true,
        options: Object.fromEntries(Object.entries(known).map(([name, flag]) => [name, { type: flag.type === 'switch' ? 'boolean' : 'string' } as const])),
    });
    for (const token of tokens) {
        if (token.kind !== 'option') continue;
        const flag = known[token.name];
        if (flag === undefined) problems.push(unknownFlag(command.name, token.rawName, Object.keys(known)));
        else problems.push(...readFlag(command.name, token.name, flag, token.value, values));
    }

    if (values['help'] !== true) {
        for (const { name } of command.positionals.slice(positionals.length)) problems.push(createProblem('AMG605', command.name, { argument: name, usage }));
        for (const argument of positionals.slice(command.positionals.length)) problems.push(createProblem('AMG606', command.name, { argument, usage }));
        for (const [name, flag] of Object.entries(command.flags)) {
            const isMissing = flag.type === 'value' && flag.required === true && values[name] === undefined;
            if (isMissing && !problems.some(({ where }) => where === `--${name}`)) problems.push(createProblem('AMG605', command.name, { argument: `--${name}`, usage }));
        }
    }
    if (problems.length > 0) throw new BuildError(problems, exitCodes.badOptions);
    return { positionals, flags: values as FlagValues<Flags> };
}

function unknownFlag(command: string, rawName: string, known: readonly string[]): BuildProblem {
    const suggestion = closestName(rawName.replace(/^-+/, ''), known);
    return suggestion === undefined
        ? createProblem('AMG603', command, { flag: rawName, known: known.map((name) => `--${name}`).join(' ') })
        : createProblem('AMG604', command, { flag: rawName, suggestion: `--${suggestion}` });
}

/** Puts one flag's value among the values, or says why it cannot. */
function readFlag(command: string, name: string, flag: Flag, value: string | undefined, values: Record<string, boolean | string | string[] | undefined>): BuildProblem[] {
    const written = `--${name}`;
    if (flag.type === 'switch') {
        values[name] = true;
        return value === undefined ? [] : [createProblem('AMG608', written, { flag: written })];
    }
    if (value === undefined || value === '') return [createProblem('AMG607', written, { flag: written, value: flag.value })];
    if (flag.type === 'value' && flag.choices !== undefined && !flag.choices.includes(value)) {
        return [createProblem('AMG609', written, { flag: written, value, choices: flag.choices.join(', ') })];
    }
    if (flag.type === 'list') values[name] = [...(values[name] as string[]), value];
    else values[name] = value;
    return [];
}
