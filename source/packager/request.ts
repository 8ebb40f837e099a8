import type { AlipayOptions, OptionHost } from '../options';
import type { PackagePart } from '../package';
import type { BuildProblem } from '../problems';

/** One step of long work, for a progress bar. */
export interface Progress {
    readonly done: number;
    readonly total: number;
    /** What is being done: md5 of the remote files, copies of the build's, the archive. */
    readonly label: 'md5' | 'copy' | 'zip';
}

/** What shall be packaged, from where, to where. All folders are absolute. */
export interface PackageRequest {
    readonly host: OptionHost;
    /** What the host left. */
    readonly buildDirectory: string;
    /** Equal to `buildDirectory`: in place, as a hook does. Otherwise the build stays untouched (`pack --out`). */
    readonly outputDirectory: string;
    readonly options: AlipayOptions;
    /** A debug build takes the readable twins of the adapters. */
    readonly debug: boolean;
    /** The installed product: the folder with `dist/adapter` and `templates`. */
    readonly productDirectory: string;
    /** The Cocos project: pictures that the options name are found there. Absent: in the build's folder. */
    readonly projectDirectory?: string;
    /** The user's build templates, most specific first (host contract 5). Folders that do not exist are fine. */
    readonly templateDirectories: readonly string[];
    /** Where the engine's own adapters are (host contract 10.2), for the option `adapter: 'engine'` on the Cocos CLI. */
    readonly engineAdapterDirectory?: string;
    readonly onProgress?: (progress: Progress) => void;
}

/** One file of the result. */
export interface PackagedFile {
    /** Relative to the folder of its root, with `/`. */
    readonly path: string;
    readonly bytes: number;
}

/** A size that Alipay or the user limits. */
export interface LimitReport {
    readonly of: 'main' | 'total';
    readonly bytes: number;
    readonly limitBytes: number;
    readonly exceeded: boolean;
    /** Whether passing it fails the build (`mainPackageLimit`, `totalLimit`, `strict`). */
    readonly enforced: boolean;
}

/** What has to be on the resource server for one bundle. */
export interface RemoteBundleSummary {
    readonly name: string;
    readonly version: string;
    readonly files: number;
    readonly bytes: number;
    /** The list of its files with md5, relative to the remote folder. */
    readonly list: string;
}

/** What was made. Plain data: `pack --json` prints it as it is. */
export interface PackageResult {
    readonly outputDirectory: string;
    /** The folder whose `remote/` goes to `remoteUrl`: the package itself with `remoteOutput: 'inside'`; absent without remote bundles. */
    readonly remoteDirectory?: string;
    readonly mapsDirectory?: string;
    /** The zip of the remote bundles; its path is absolute. */
    readonly archive?: PackagedFile;
    /** The files that are uploaded to Alipay, by path. */
    readonly files: readonly PackagedFile[];
    /** The main package first, then each subpackage. */
    readonly parts: readonly PackagePart[];
    readonly bytes: number;
    readonly limits: readonly LimitReport[];
    readonly remote: readonly RemoteBundleSummary[];
    readonly maps: readonly PackagedFile[];
    /** How many files were written, moved or removed; 0 when nothing had changed. */
    readonly changes: number;
    readonly problems: readonly BuildProblem[];
}
