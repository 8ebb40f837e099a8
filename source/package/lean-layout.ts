import { hashedPattern } from './hashed-name';

/**
 * The subpackage that holds the game in the lean layout: all that the first screen does not need. In the standard
 * layout the same files lie in the main package, at the same paths without this root.
 */
export const gameSubpackage = { name: 'cocos-game', root: 'subpackages/cocos-game/' } as const;

/** The file of the game's subpackage that holds the entry: its game.js only sees to it that the game starts once. */
export const startFile = 'start-game.js';

/** The folders of a build that the lean layout moves whole (runtime contract 7). */
export const gameFolders = ['assets', 'cocos-js', 'src'] as const;

/** The files beside them that it moves: they require one another, and the folders, by relative paths. */
const gameScripts = [
    'application.js', 'engine-adapter.js', 'remote-assets.js', 'engine-services.js', 'text-services.js', 'web-services.js', 'dom-parser.js',
].map(hashedPattern);

/**
 * Whether the lean layout moves a file of a build. All others stay in the main package, also the user's own.
 * @param path as in the standard layout; it may have an md5 in its name, and be the source map of such a file.
 */
export function isGameFile(path: string): boolean {
    const [folder, ...rest] = path.split('/');
    if (rest.length > 0) return gameFolders.some((name) => name === folder);
    const script = path.replace(/\.map$/, '');
    return gameScripts.some((pattern) => pattern.test(script));
}

/** Where the lean layout has a file of the standard layout. */
export function leanPath(path: string): string {
    return isGameFile(path) ? gameSubpackage.root + path : path;
}

/** Where the standard layout has a file of either layout. */
export function standardPath(path: string): string {
    const inGame = path.startsWith(gameSubpackage.root) ? path.slice(gameSubpackage.root.length) : '';
    return isGameFile(inGame) ? inGame : path;
}
