import type { Language } from '../problems';
import type { Terminal } from './terminal';

export type Text = Readonly<Record<Language, string>>;

interface FlagBase {
    readonly text: Text;
}

/** `--json` */
export interface SwitchFlag extends FlagBase {
    readonly type: 'switch';
}

/** `--out DIR` */
export interface ValueFlag extends FlagBase {
    readonly type: 'value';
    /** How help names the value: `DIR`. */
    readonly value: string;
    readonly required?: boolean;
    /** The only values allowed, if they are few. */
    readonly choices?: readonly string[];
}

/** `--tap X,Y --tap X,Y` */
export interface ListFlag extends FlagBase {
    readonly type: 'list';
    readonly value: string;
}

export type Flag = SwitchFlag | ValueFlag | ListFlag;
export type Flags = Readonly<Record<string, Flag>>;

type FlagValue<Of extends Flag> =
    Of extends SwitchFlag ? boolean :
    Of extends ListFlag ? readonly string[] :
    Of extends { readonly required: true } ? string :
    string | undefined;

/** What a command gets for its flags, by their names. */
export type FlagValues<Of extends Flags> = { readonly [Name in keyof Of]: FlagValue<Of[Name]> };

/** A word that a command needs after its name: `BUILD_DIR`. */
export interface Positional {
    readonly name: string;
    readonly text: Text;
}

/** One call of a command. */
export interface Invocation<Of extends Flags = Flags> {
    /** As many as the command has positionals, relative paths as they were typed. */
    readonly positionals: readonly string[];
    readonly flags: FlagValues<Of>;
    readonly language: Language;
    readonly terminal: Terminal;
    /** The installed product: the folder with `dist`, `static` and `templates`. */
    readonly productDirectory: string;
}

/**
 * One command of the command line. A command is one file in `commands/`; it throws `BuildError` for what a person
 * can mend, and returns the exit code.
 */
export interface Command<Of extends Flags = Flags> {
    readonly name: string;
    readonly text: Text;
    readonly positionals: readonly Positional[];
    readonly flags: Of;
    run(invocation: Invocation<Of>): Promise<number>;
}

/** A command whose own flags are typed inside, for the table of all commands. */
export function defineCommand<const Of extends Flags>(command: Command<Of>): Command {
    return command as unknown as Command;
}

/** `pack BUILD_DIR --config FILE --out DIR [--dry-run] [--json]` */
export function usageOf({ name, positionals, flags }: Command): string {
    const parts = Object.entries(flags).map(([flag, description]) => {
        if (description.type === 'switch') return `[--${flag}]`;
        if (description.type === 'list') return `[--${flag} ${description.value}]...`;
        return description.required === true ? `--${flag} ${description.value}` : `[--${flag} ${description.value}]`;
    });
    return [name, ...positionals.map((positional) => positional.name), ...parts].join(' ');
}
