import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPackage, remoteDirectoryOf, remoteFolder } from '../../source/package';
import type { PreviewSettings } from '../../source/simulator';
import { readInputScript, type InputStep } from './input-script';
import { UsageError, type UsageProblem } from './usage-error';

export const layouts = ['standard', 'lean'] as const;
export type Layout = (typeof layouts)[number];

/** What `about.json` says of a game. Other keys pass into the results as they are. */
export interface About {
    readonly name?: string;
    readonly repo?: string;
    readonly engine?: string;
    readonly license?: string;
    readonly covers?: string | readonly string[];
    /** Settings of the preview that this game needs, such as `{ "webgl2": true }` or a device. */
    readonly settings?: Partial<PreviewSettings>;
    /** Reasons to fail that are the game's own: `text` is a regular expression. */
    readonly expected?: readonly { readonly text: string; readonly why: string }[];
    readonly [key: string]: unknown;
}

/** One game of the folder that is played. Paths are absolute. */
export interface Game {
    readonly name: string;
    readonly about: About;
    readonly steps: readonly InputStep[];
    /** Finished packages, by their layout. */
    readonly packages: Readonly<Partial<Record<Layout, string>>>;
    /** What `pack` makes the other layout of. */
    readonly build?: Build;
    /** The same game with the engine's own adapters. */
    readonly engine?: string;
    /** Whether bundles of it lie on a resource server. */
    readonly hasRemote: boolean;
    /** Whether the build's remote bundles have md5s in their names. */
    readonly hasVersions: boolean;
    /** A later build of the same game, with other md5s. */
    readonly nextBuild?: string;
}

export interface Build {
    readonly directory: string;
    readonly config: string;
}

const layoutText = 'FOLDER/<game>/package/ (a finished package with game.json and game.js), or FOLDER/<game>/build/ with FOLDER/<game>/config.json, or a package itself; see docs/tests.md';

/**
 * Finds the games of a folder: each folder in it that is a package or holds one, or the folder itself.
 * @param only plays this game alone.
 * @throws UsageError where there is nothing to play, or a file beside a game cannot be read.
 */
export function readGames(folder: string, only?: string): readonly Game[] {
    const root = path.resolve(folder);
    if (!existsSync(root)) throw new UsageError([{ what: 'There is no such folder.', where: folder, fix: `Give a folder with games: ${layoutText}.` }]);
    if (!statSync(root).isDirectory()) throw new UsageError([{ what: 'This is a file, no folder.', where: folder, fix: `Give the folder that the games are in: ${layoutText}.` }]);
    const problems: UsageProblem[] = [];
    const folders = isGame(root) ? [root] : readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
        .map(({ name }) => path.join(root, name))
        .filter(isGame)
        .sort();
    const games = folders
        .filter((directory) => only === undefined || path.basename(directory) === only)
        .map((directory) => readGame(directory, problems));
    if (folders.length === 0) problems.push({ what: 'There is no game in this folder.', where: folder, fix: `Expected ${layoutText}.` });
    else if (games.length === 0) problems.push({ what: `There is no game named "${only}".`, where: folder, fix: `Games: ${folders.map((directory) => path.basename(directory)).join(', ')}.` });
    if (problems.length > 0) throw new UsageError(problems);
    return games;
}

function isPackage(directory: string): boolean {
    return existsSync(path.join(directory, 'game.json')) && existsSync(path.join(directory, 'game.js'));
}

function hasBuild(directory: string): boolean {
    return existsSync(path.join(directory, 'build')) && existsSync(path.join(directory, 'config.json'));
}

function isGame(directory: string): boolean {
    return isPackage(directory) || isPackage(path.join(directory, 'package')) || hasBuild(directory);
}

function readGame(directory: string, problems: UsageProblem[]): Game {
    const inside = (name: string): string => path.join(directory, name);
    const found = [inside('package'), inside('lean'), directory].filter(isPackage);
    const read = <Value>(name: string, parse: (text: string) => Value): Value | undefined => {
        if (!existsSync(inside(name))) return undefined;
        try {
            return parse(readFileSync(inside(name), 'utf8'));
        } catch (error) {
            problems.push({ what: `The file cannot be read: ${(error as Error).message}.`, where: inside(name), fix: 'Write JSON there, or remove it.' });
            return undefined;
        }
    };
    const script = read('taps.json', (text) => readInputScript(text, inside('taps.json')));
    problems.push(...script?.problems ?? []);
    const about = read('about.json', (text) => JSON.parse(text) as About) ?? {};
    for (const { text } of about.expected ?? []) {
        try {
            new RegExp(text);
        } catch (error) {
            problems.push({ what: `"expected" has no regular expression: ${(error as Error).message}.`, where: inside('about.json'), fix: 'Escape the signs that regular expressions read.' });
        }
    }
    return {
        name: path.basename(directory),
        about,
        steps: script?.steps ?? [],
        packages: Object.fromEntries(found.reverse().map((folder) => [layoutOf(folder), folder])),
        hasRemote: [...found, ...found.map(remoteDirectoryOf), inside('build')].some((folder) => existsSync(path.join(folder, remoteFolder))),
        hasVersions: listFolder(inside('build/remote')).some((bundle) => listFolder(path.join(inside('build/remote'), bundle)).some((name) => /^config\.[0-9a-f]{5,32}\.json$/.test(name))),
        ...(hasBuild(directory) ? { build: { directory: inside('build'), config: inside('config.json') } } : {}),
        ...(isPackage(inside('engine')) ? { engine: inside('engine') } : {}),
        ...(existsSync(inside('build-v2')) ? { nextBuild: inside('build-v2') } : {}),
    };
}

function layoutOf(directory: string): Layout {
    return readPackage(directory).gameRoot === '' ? 'standard' : 'lean';
}

/** The names in a folder; none where there is no folder. */
function listFolder(folder: string): readonly string[] {
    return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
}
