import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BuildError, closestName, createProblem, exitCodes, formatProblem, languageOfEnvironment, type Language } from '../problems';
import { parseArguments } from './arguments';
import type { Command } from './command';
import { commands } from './commands';
import { describeCommand, describeCommands } from './help';
import type { Terminal } from './terminal';

export interface CommandLine {
    /** The words after the program's name. */
    readonly words: readonly string[];
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly terminal: Terminal;
    readonly productDirectory: string;
}

/** Runs what the command line says and returns the exit code; every error is written to the terminal, in words. */
export async function runCommandLine({ words, environment, terminal, productDirectory }: CommandLine): Promise<number> {
    const language = languageOfWords(words) ?? languageOfEnvironment(environment);
    try {
        const [name, ...rest] = words;
        if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
            for (const line of describeCommands(commands, language)) terminal.print(line);
            return name === undefined ? exitCodes.badOptions : exitCodes.done;
        }
        if (name === '--version' || name === '-v') {
            terminal.print(readVersion(productDirectory));
            return exitCodes.done;
        }
        const command = findCommand(name);
        const { positionals, flags } = parseArguments(command, rest);
        if (flags['help'] === true) {
            for (const line of describeCommand(command, language)) terminal.print(line);
            return exitCodes.done;
        }
        return await command.run({ positionals, flags, language, terminal, productDirectory });
    } catch (error) {
        if (error instanceof BuildError) {
            for (const problem of error.problems) terminal.note(formatProblem(problem, language));
            return error.code;
        }
        if (isSystemError(error)) {
            const { syscall = '', path: where = words[0] ?? '', message } = error;
            terminal.note(formatProblem(createProblem('AMG619', where, { operation: syscall, reason: message }), language));
            return exitCodes.failed;
        }
        terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return exitCodes.failed;
    }
}

/** What is nobody's mistake in here has no use for a stack. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
    return error instanceof Error && 'syscall' in error;
}

function readVersion(productDirectory: string): string {
    return (JSON.parse(readFileSync(path.join(productDirectory, 'package.json'), 'utf8')) as { version: string }).version;
}

function findCommand(name: string): Command {
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return command;
    const known = commands.map((candidate) => candidate.name);
    const suggestion = closestName(name, known);
    const problem = suggestion === undefined
        ? createProblem('AMG601', name, { name, known: known.join(', ') })
        : createProblem('AMG602', name, { name, suggestion });
    throw new BuildError([problem], exitCodes.badOptions);
}

/** `--lang` counts before anything else is read, so that even a wrong command is answered in it. */
function languageOfWords(words: readonly string[]): Language | undefined {
    const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
    const word = words[index];
    const value = word?.includes('=') === true ? word.slice('--lang='.length) : words[index + 1];
    return index >= 0 && (value === 'en' || value === 'zh') ? value : undefined;
}
