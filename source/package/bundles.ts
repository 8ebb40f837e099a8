import type { AssetSettings, Bundle, BundleKind, FileTable, GameRoot } from './package';

const folderByKind: Readonly<Record<BundleKind, string>> = { local: 'assets', subpackage: 'subpackages', remote: 'remote' };

/** A name in the style of the runtime: `config.abc13.json`, or `config.json` without version. */
export function versionedName(name: string, version: string, extension: string): string {
    return version === '' ? `${name}.${extension}` : `${name}.${version}.${extension}`;
}

/** Where the runtime looks for the script of a remote bundle: in the package, below the game's root (runtime contract 3). */
export function remoteScriptPath(bundle: string, version: string): string {
    return `src/bundle-scripts/${bundle}/${versionedName('index', version, 'js')}`;
}

/** Where `<remote folder>/remote/...` bundles lie. */
export const remoteFolder = 'remote';

/** The bundles that the settings name, each with the files that the runtime will ask for. */
export function findBundles(assets: AssetSettings, files: FileTable, remoteFiles: FileTable, gameRoot: GameRoot): Bundle[] {
    const remote = new Set(assets.remoteBundles);
    const subpackages = new Set(assets.subpackages);
    const names = new Set([...(assets.projectBundles ?? namesInAssets(files, gameRoot)), ...remote, ...subpackages]);
    return [...names].map((name) => {
        const kind: BundleKind = remote.has(name) ? 'remote' : subpackages.has(name) ? 'subpackage' : 'local';
        const root = `${kind === 'local' ? gameRoot : ''}${folderByKind[kind]}/${name}`;
        const version = assets.bundleVers?.[name] ?? '';
        const has = (path: string): boolean => files.has(path) || (kind === 'remote' && remoteFiles.has(path));
        const config = `${root}/${versionedName('config', version, 'json')}`;
        return {
            name, kind, root, version,
            config: has(config) ? config : '',
            script: scriptsOf(kind, gameRoot + remoteScriptPath(name, version), root, version).find(has) ?? '',
        };
    });
}

/** The built-in bundles, for settings that do not list them. */
function namesInAssets(files: FileTable, gameRoot: GameRoot): string[] {
    return [...files.keys()].flatMap((path) => !path.startsWith(gameRoot) ? [] : /^assets\/([^/]+)\/config(?:\.[0-9a-f]{5,32})?\.json$/.exec(path.slice(gameRoot.length))?.[1] ?? []);
}

/** The places a bundle's script may stand at, the runtime's own first. */
function scriptsOf(kind: BundleKind, inPackage: string, root: string, version: string): string[] {
    const versioned = `${root}/${versionedName('index', version, 'js')}`;
    switch (kind) {
        case 'remote':
            return [inPackage, versioned, `${root}/index.js`];
        case 'subpackage':
            // A subpackage's script is never renamed (host contract 3); Creator may leave only game.js (host-builds).
            return [`${root}/index.js`, `${root}/game.js`, versioned];
        case 'local':
            return [versioned];
    }
}

/** Bundles that no setting moves by itself: `internal` goes where main goes, the start scene's must be there (host contract 3). */
export const bundlesThatStay: ReadonlySet<string> = new Set(['internal', 'start-scene']);
