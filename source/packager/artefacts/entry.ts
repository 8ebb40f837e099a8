import ejs from 'ejs';
import { findHashed, folderOf, joinInside, type BootFiles, type FileTable } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';

/** The variables that Creator's template for this platform has (runtime contract 1), relative to the package root. */
export interface EntryVariables {
    readonly polyfillsBundleFile: string | false;
    readonly systemJsBundleFile: string;
    readonly importMapFile: string;
    readonly applicationJs: string;
}

export function entryVariables(boot: BootFiles): EntryVariables {
    // With `./` both `require('<%= file %>')` and `require('./<%= file %>')` of a user's template find the file.
    return {
        polyfillsBundleFile: boot.polyfillsBundle === '' ? false : `./${boot.polyfillsBundle}`,
        systemJsBundleFile: `./${boot.systemBundle}`,
        importMapFile: `./${boot.importMap}`,
        applicationJs: `./${boot.application}`,
    };
}

/** Renders game.js. A template that fails to render is a problem at its own path, with the line EJS names. */
export function renderEntry(template: string, path: string, variables: EntryVariables): { text: string } | { problem: BuildProblem } {
    try {
        return { text: ejs.render(template, { ...variables }, { filename: path }) };
    } catch (error) {
        return { problem: createProblem('AMG309', path, { reason: (error as Error).message.trim() }) };
    }
}

/** Starts a subpackage's bundle script: Alipay runs `<root>/game.js` after loading it (platform facts 2.6). */
export const subpackageEntry = "require('./index.js');\n";

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
