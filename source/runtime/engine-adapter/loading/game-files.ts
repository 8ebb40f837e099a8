/** Where the lean layout keeps the game, as the packager writes it into `adapter-options.js`. */
export interface GameFilesOptions {
    /** The folder of the game's subpackage, which is also the adapter's: `subpackages/cocos-game/`. */
    readonly root: string;
    /** The folders of the build that are there: `assets`, `cocos-js`, `src`. */
    readonly folders: readonly string[];
}

/**
 * Finds files that the engine, its settings and the bundles name by their paths in the build. In the lean layout the
 * game's folders lie in a subpackage, and nothing of the engine knows of it (runtime contract 7).
 */
export interface GameFiles {
    /** The path from the package's root, as `my` reads files. Other paths and addresses stay as they are. */
    locate(path: string): string;
    /** The path of a script from the adapter's own folder, as `require` takes it. */
    locateScript(path: string): string;
}

export function createGameFiles({ root, folders }: GameFilesOptions = { root: '', folders: [] }): GameFiles {
    const inGame = new RegExp(`^(\\.?/)?(?=(${folders.join('|')})/)`);
    const locate = (path: string): string => (root ? path.replace(inGame, root) : path);
    return {
        locate,
        locateScript(path) {
            const file = locate(path);
            return file.indexOf(root) ? root.replace(/[^/]+/g, '..') + file : file.slice(root.length);
        },
    };
}
