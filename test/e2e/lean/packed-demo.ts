import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveOptions } from '../../../source/options';
import { packageBuild } from '../../../source/packager';
import { productDirectory } from '../game-package';

export interface DemoSetup {
    /** Options of ours, as a build config has them under `packages`. */
    readonly options: Readonly<Record<string, unknown>>;
    /** Bytes of a file that nobody reads, in the bundle `main`: makes the game as large as real ones are. */
    readonly ballastBytes?: number;
    /** Bundles that the engine asks for before its first scene, beside `main`. */
    readonly preloadBundles?: readonly string[];
    /** Whether `main`, which holds the start scene, is on the resource server. */
    readonly remoteMain?: boolean;
    /** The user's build templates, by name. */
    readonly templates?: Readonly<Record<string, string>>;
    /** Files of the project, by path. */
    readonly project?: Readonly<Record<string, Uint8Array>>;
}

/** Packages the demo as `pack` does. @param folder of its own for this package. @returns the package. */
export async function packDemo(folder: string, { options, ballastBytes = 0, preloadBundles = [], remoteMain = false, templates = {}, project = {} }: DemoSetup): Promise<string> {
    const build = path.join(folder, 'build');
    await fs.cp(path.join(productDirectory, 'dist', 'demo', 'build'), build, { recursive: true });
    if (ballastBytes > 0) await write(path.join(build, 'assets', 'main', 'native', 'ba', 'ballast.bin'), new Uint8Array(ballastBytes));
    const settingsFile = path.join(build, 'src', 'settings.json');
    const settings = JSON.parse(await fs.readFile(settingsFile, 'utf8')) as { assets: { preloadBundles: { bundle: string }[]; remoteBundles: string[] } };
    settings.assets.preloadBundles.push(...preloadBundles.map((bundle) => ({ bundle })));
    if (remoteMain) {
        settings.assets.remoteBundles.push('main');
        await fs.rename(path.join(build, 'assets', 'main'), path.join(build, 'remote', 'main'));
        await fs.rmdir(path.join(build, 'assets'));
    }
    await write(settingsFile, JSON.stringify(settings));
    for (const [name, text] of Object.entries(templates)) await write(path.join(folder, 'templates', name), text);
    for (const [name, data] of Object.entries(project)) await write(path.join(folder, name), data);
    const outputDirectory = path.join(folder, 'alipay-mini-game');
    await packageBuild({
        host: 'cocos-cli', debug: false, productDirectory, buildDirectory: build, outputDirectory, projectDirectory: folder,
        templateDirectories: [path.join(folder, 'templates')],
        options: resolveOptions('cocos-cli', { packages: { 'alipay-mini-game': { deviceOrientation: 'portrait', remoteUrl: 'https://cdn.example.com/lantern-lake/', ...options } } }).options,
    });
    return outputDirectory;
}

/** What `watchStart` writes to the console when the engine draws its first frame. */
export const gameFrame = 'the first frame of the game';

/**
 * Lets the start tell what it does, in the console: every `report` and `fail` of the first screen, when it lets go of
 * the canvas (in the frame in which the engine first draws), and each boot of the game.
 */
export async function watchStart(directory: string): Promise<void> {
    const watch = `
;(() => {
    const { firstScreen } = window;
    const { report, fail, release } = firstScreen;
    let released = false;
    Object.assign(firstScreen, {
        report(phase, fraction) { console.log('report', phase, fraction); report(phase, fraction); },
        fail(message, tryAgain, details) { console.log('fail', message, tryAgain ? 'with a button' : 'without a button'); fail(message, tryAgain, details); },
        release() { if (!released) console.log(${JSON.stringify(gameFrame)}); released = true; release(); },
    });
})();
`;
    const entry = path.join(directory, 'game.js');
    const text = await fs.readFile(entry, 'utf8');
    // Right after the module, before anything asks for it.
    const marked = text.replace("require('./first-screen.js');", (found) => found + watch);
    if (marked === text) throw new Error('game.js requires no first-screen.js');
    await fs.writeFile(entry, marked);
    for (const application of ['application.js', 'subpackages/cocos-game/application.js']) {
        const file = path.join(directory, application);
        const code = await fs.readFile(file, 'utf8').catch(() => undefined);
        if (code !== undefined) await fs.writeFile(file, `console.log('boot');\n${code}`);
    }
}

async function write(file: string, data: string | Uint8Array): Promise<void> {
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, data);
}
