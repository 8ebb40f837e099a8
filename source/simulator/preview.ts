import { existsSync } from 'node:fs';
import path from 'node:path';
import { readPackage, type Package } from '../package';
import { limits } from '../platform';
import { BuildError, createProblem, exitCodes, type BuildProblem } from '../problems';
import { chosenProfile, type GameDescription, type PreviewSettings } from './protocol';
import { startPreviewServer } from './server/preview-server';

export interface PreviewSetup {
    /** A finished package, absolute. */
    readonly directory: string;
    /** Where the installed product's `dist/` and `static/` are. */
    readonly productDirectory: string;
    /** 0 takes any free port. */
    readonly port: number;
    /** Lets requests and sockets of the game leave this machine (https and wss only). */
    readonly allowNetwork: boolean;
    readonly settings?: Partial<PreviewSettings>;
}

/** A preview that is being served. */
export interface Preview {
    /** Open this in a browser. */
    readonly address: string;
    close(): Promise<void>;
}

/**
 * Serves a finished package and the page that plays it.
 * @throws BuildError AMG651 no package, AMG652 the port is taken, AMG655 the installation is not whole.
 */
export async function startPreview(setup: PreviewSetup): Promise<Preview> {
    const folders = {
        page: path.join(setup.productDirectory, 'static', 'preview'),
        scripts: path.join(setup.productDirectory, 'dist', 'preview'),
    };
    const problems = [
        ...findMissing(setup.directory, ['game.json', 'game.js'], (missing) => createProblem('AMG651', setup.directory, { missing })).slice(0, 1),
        ...findMissing(setup.productDirectory, ['static/preview/index.html', 'dist/preview/page.js', 'dist/preview/game-worker.js'], (file) => createProblem('AMG655', file, { file })),
    ];
    if (problems.length > 0) throw new BuildError(problems, exitCodes.failed);

    const { remoteDirectory, mapsDirectory } = readPackage(setup.directory);
    const settings = completeSettings(setup.settings ?? {});
    return startPreviewServer({
        folders: { ...folders, package: setup.directory, remote: remoteDirectory, maps: mapsDirectory },
        allowNetwork: setup.allowNetwork,
        port: setup.port,
        describe: () => Promise.resolve(describeGame(readPackage(setup.directory), setup.allowNetwork, settings)),
    });
}

function findMissing(folder: string, files: readonly string[], toProblem: (file: string) => BuildProblem): BuildProblem[] {
    return files.filter((file) => !existsSync(path.join(folder, file))).map(toProblem);
}

function completeSettings(given: Partial<PreviewSettings>): PreviewSettings {
    const profile = chosenProfile(given);
    return {
        ...given,
        profile: profile.name,
        webgl2: given.webgl2 ?? profile.switches.webgl2,
        device: given.device ?? (profile.system === 'ios' ? 'iPhone 15' : 'Pixel 8'),
        quotaBytes: given.quotaBytes ?? profile.userDataBytes ?? limits.userDataBytes,
    };
}

/** What the page needs to know of a package. */
function describeGame(gamePackage: Package, allowNetwork: boolean, settings: PreviewSettings): GameDescription {
    const { gameJson, files, parts, directory, remoteDirectory } = gamePackage;
    const server = gamePackage.settings.assets?.server ?? '';
    return {
        title: titleOf(directory),
        orientation: (gameJson['deviceOrientation'] ?? gameJson['screenOrientation']) === 'landscape' ? 'landscape' : 'portrait',
        showStatusBar: gameJson['showStatusBar'] === true,
        subpackages: parts.filter(({ name }) => name !== '').map(({ name, root }) => ({ name, root })),
        server: server === '' || server.endsWith('/') ? server : `${server}/`,
        hasRemote: remoteDirectory !== undefined,
        allowNetwork,
        files: Object.fromEntries([...files.values()].map(({ path: name, bytes }) => [name, bytes])),
        settings,
    };
}

/** `lanterns/build/alipay-mini-game` is the game `lanterns`. */
function titleOf(directory: string): string {
    const [name = '', parent = '', project = ''] = directory.split(path.sep).filter((part) => part !== '').reverse();
    return parent === 'build' && project !== '' ? project : name;
}
