import ejs from 'ejs';
import type { AlipayOptions } from '../../options';
import { findHashed, folderOf, joinInside, standardPath, type BootFiles, type FileTable } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';
import { hasFirstScreen } from './first-screen';
import type { Preload } from './preloads';

/**
 * The variables of game.ejs: the four that Creator's template for this platform has (runtime contract 1), relative to
 * the rendered file, and the layout it is rendered for.
 */
export interface EntryVariables {
    readonly mainPackage: AlipayOptions['mainPackage'];
    readonly failureTitle: string;
    /** Whether the package has the module first-screen.js. */
    readonly firstScreen: boolean;
    readonly preload: Preload | false;
    readonly polyfillsBundleFile: string | false;
    readonly systemJsBundleFile: string;
    readonly importMapFile: string;
    readonly applicationJs: string;
}

/** The variables of game.lean.ejs, the main package's game.js in the lean layout. */
export interface LeanEntryVariables {
    readonly failureTitle: string;
    /** The name by which `my.loadSubpackage` knows the game. */
    readonly gameSubpackage: string;
    /** Its folder, with a slash at its end. */
    readonly gameRoot: string;
    /** How long its load may give no sign of life, in milliseconds. */
    readonly timeout: number;
}

/** The variables of game.subpackage.ejs, which makes sure that the game's entry runs once. */
export interface SubpackageEntryVariables {
    readonly failureTitle: string;
    /** The entry's name, in the same folder. */
    readonly startFile: string;
}

/** What a player reads above the reason where the game cannot start, before anything knows their language. */
export const failureTitle = 'The game could not start · 游戏启动失败';

/** The slowest network that a player waits on, in bytes a millisecond. */
const slowestNetwork = 50;

/** How long the load of a subpackage may give no sign of life, in milliseconds: many clients tell no progress. */
export function timeoutFor(bytes: number): number {
    return Math.max(60_000, Math.ceil(bytes / slowestNetwork / 1000) * 1000);
}

/** @param boot in either layout: the rendered file stands at the game's root, as the boot files do. */
export function entryVariables(boot: BootFiles, options: Pick<AlipayOptions, 'adapter' | 'mainPackage' | 'firstScreen'>, preload: Preload | false): EntryVariables {
    // With `./` both `require('<%= file %>')` and `require('./<%= file %>')` of a user's template find the file.
    const fileOf = (path: string): string => `./${standardPath(path)}`;
    return {
        mainPackage: options.mainPackage,
        failureTitle,
        firstScreen: hasFirstScreen(options),
        preload,
        polyfillsBundleFile: boot.polyfillsBundle === '' ? false : fileOf(boot.polyfillsBundle),
        systemJsBundleFile: fileOf(boot.systemBundle),
        importMapFile: fileOf(boot.importMap),
        applicationJs: fileOf(boot.application),
    };
}

/** Renders game.js. A template that fails to render is a problem at its own path, with the line EJS names. */
export function renderEntry(template: string, path: string, variables: EntryVariables | LeanEntryVariables | SubpackageEntryVariables): { text: string } | { problem: BuildProblem } {
    try {
        return { text: ejs.render(template, { ...variables }, { filename: path }) };
    } catch (error) {
        return { problem: createProblem('AMG309', path, { reason: (error as Error).message.trim(), variables: Object.keys(variables).join(', ') }) };
    }
}

/** Starts a subpackage's bundle script: Alipay runs `<root>/game.js` after loading it (platform facts 2.6). */
export const subpackageEntry = "require('./index.js');\n";

/** The client wants an entry in a subpackage of data alone, too. */
export const emptyEntry = '// Nothing to start: this subpackage holds data.\n';

/**
 * Gives quoted paths of a user's script the md5 names that the host gave to their files: the host rewrites only
 * files that exist when it hashes (host contract 4), and game.js is rendered after that.
 */
export function linkHashedNames(script: string, path: string, files: FileTable): string {
    return script.replace(/(["'])([^"'\n\\]+\.\w+)\1/g, (whole, quote: string, target: string) => {
        const plain = joinInside(folderOf(path), target);
        if (plain === undefined || files.has(plain)) return whole;
        const [twin, ...others] = findHashed(files, plain);
        if (twin === undefined || others.length > 0) return whole;
        return `${quote}${target.slice(0, target.length - baseOf(plain).length)}${baseOf(twin)}${quote}`;
    });
}

function baseOf(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1);
}
