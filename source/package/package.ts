import type { BuildProblem } from '../problems';
import type { gameSubpackage } from './lean-layout';

/** One file of a folder. */
export interface FileEntry {
    /** Relative to the folder, with `/` on every system. */
    readonly path: string;
    readonly bytes: number;
    /** When its content last changed, in milliseconds since 1970. */
    readonly mtimeMs: number;
    /** When anything of it last changed; unlike `mtimeMs` no program can set it back. */
    readonly ctimeMs: number;
}

/** The files of a folder by path, in the order of their paths. */
export type FileTable = ReadonlyMap<string, FileEntry>;

/** The parts of `settings.assets` that decide where bundles are (runtime contract 3). Other keys pass untouched. */
export interface AssetSettings {
    readonly server?: string;
    readonly remoteBundles?: readonly string[];
    readonly subpackages?: readonly string[];
    readonly projectBundles?: readonly string[];
    readonly bundleVers?: Readonly<Record<string, string>>;
    readonly preloadBundles?: readonly { readonly bundle: string; readonly version?: string }[];
    readonly [key: string]: unknown;
}

/** What `src/settings.json` says, as far as tools read it. */
export interface EngineSettings {
    readonly CocosEngine?: string;
    readonly assets?: AssetSettings;
    readonly scripting?: { readonly scriptPackages?: readonly string[]; readonly [key: string]: unknown };
    readonly rendering?: { readonly effectSettingsPath?: string; readonly [key: string]: unknown };
    readonly [key: string]: unknown;
}

export type BundleKind = 'local' | 'subpackage' | 'remote';

/** One asset bundle of the game. */
export interface Bundle {
    readonly name: string;
    readonly kind: BundleKind;
    /** Its folder: `assets/<name>` below the game's root, `subpackages/<name>` or `remote/<name>`. */
    readonly root: string;
    /** The md5 in its file names; '' without md5. */
    readonly version: string;
    /** Path of its config file, '' where it is missing. */
    readonly config: string;
    /** Path of its script, '' where it is missing. Remote bundles have theirs in the package (runtime contract 3). */
    readonly script: string;
    /** The config itself; undefined where it is missing or unreadable. */
    readonly content?: BundleConfig;
}

/** The parts of a bundle's config that tools read. */
export interface BundleConfig {
    readonly name: string;
    readonly importBase: string;
    readonly nativeBase: string;
    readonly uuids: readonly string[];
    readonly paths: Readonly<Record<string, readonly [path: string, type: unknown, isSubAsset?: number]>>;
    readonly types?: readonly string[];
    /** Scenes by their path in the project; in a release build an asset is its index in `uuids`. */
    readonly scenes?: Readonly<Record<string, string | number>>;
    /** Packs of import data, by id, with their assets. */
    readonly packs?: Readonly<Record<string, readonly (string | number)[]>>;
    /** The md5s in file names, as pairs: `[asset, md5, asset, md5, …]`. */
    readonly versions?: { readonly import?: readonly (string | number)[]; readonly native?: readonly (string | number)[] };
    /** Assets that belong to another bundle, as pairs: `[asset, index in deps, …]`. */
    readonly redirect?: readonly (string | number)[];
    readonly isZip?: boolean;
    readonly zipVersion?: string;
    readonly [key: string]: unknown;
}

/** Before the paths of the game's own files: the engine, its settings, the scripts, the bundles of `assets/`. */
export type GameRoot = '' | typeof gameSubpackage.root;

/** The boot files that the game's `game.js` names, relative to the package root; md5 may be in their names. */
export interface BootFiles {
    readonly application: string;
    readonly systemBundle: string;
    readonly importMap: string;
    /** '' where the build needed no polyfills (host contract 3). */
    readonly polyfillsBundle: string;
    readonly settings: string;
}

/** A part of the package that Alipay loads as one: the main package, or a subpackage. */
export interface PackagePart {
    /** '' is the main package, otherwise the subpackage's name. */
    readonly name: string;
    /** The folder, without a slash at its end; '' for the main package. */
    readonly root: string;
    readonly bytes: number;
    readonly fileCount: number;
}

/** A package as it lies on disk, ours or not. What could not be read is absent, and `problems` says why. */
export interface Package {
    readonly directory: string;
    readonly files: FileTable;
    readonly gameJson: Readonly<Record<string, unknown>>;
    /** '' where the main package holds the game, `subpackages/cocos-game/` in the lean layout. */
    readonly gameRoot: GameRoot;
    readonly boot: BootFiles;
    readonly settings: EngineSettings;
    /** `imports` of the import map: module name to a path relative to the import map's folder. */
    readonly imports: Readonly<Record<string, string>>;
    readonly bundles: readonly Bundle[];
    /** The main package first, then the subpackages of game.json. */
    readonly parts: readonly PackagePart[];
    /** Bytes of all parts together. */
    readonly bytes: number;
    /** Paths that `mini.project.json` keeps out of the upload (platform facts 1.4). */
    readonly uploadExclude: readonly string[];
    /** The folder whose `remote/<bundle>/…` goes to the resource server, absolute; undefined without remote bundles. */
    readonly remoteDirectory?: string;
    readonly remoteFiles: FileTable;
    /** The folder of source maps, absolute; undefined where there is none. */
    readonly mapsDirectory?: string;
    readonly problems: readonly BuildProblem[];
}
