/** Raw bytes, and the bytes after gzip at its usual level 6; already compressed types (PNG, MP3, zip …) count as they are. */
export interface Size {
    readonly bytes: number;
    readonly gzipBytes: number;
}

/**
 * Where a file is when the game runs: loaded with the main package; in the lean layout with the game's subpackage, right
 * after it; with a subpackage when the game asks for it; or from the resource server.
 */
export type Place = 'main' | 'game' | 'subpackage' | 'remote';

/** What a file is for. `bundle` and `subpackage` come with a name. */
export type GroupKind = 'engine' | 'scripts' | 'adapter' | 'first-screen' | 'entry' | 'bundle' | 'subpackage' | 'other';

/** Files that belong together and lie in the same place: the engine, one bundle … */
export interface ReportGroup extends Size {
    readonly kind: GroupKind;
    /** The bundle's or subpackage's name; '' for the kinds there is one of. */
    readonly name: string;
    readonly place: Place;
    readonly fileCount: number;
}

export interface ReportFile extends Size {
    /** Relative to the package; remote files begin with `remote/`. */
    readonly path: string;
    /** Index of its group in `groups`. */
    readonly group: number;
    /** What it is in the project, where a bundle's config says so. A pack has several. */
    readonly assets?: readonly string[];
}

/** A part that Alipay loads as one. */
export interface ReportPart extends Size {
    /** '' is the main package. */
    readonly name: string;
    /** Never at the server. */
    readonly place: Place;
    readonly fileCount: number;
}

export interface ReportLimit {
    readonly of: 'main' | 'package';
    readonly bytes: number;
    readonly limitBytes: number;
}

/** Files with the same content. */
export interface DuplicateFiles {
    /** Of each. */
    readonly bytes: number;
    readonly paths: readonly string[];
    /** What one copy less each would save. */
    readonly savedBytes: number;
}

/** An image that has no compressed twin: on the phone it takes four bytes a pixel. */
export interface PlainTexture {
    readonly path: string;
    readonly asset?: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
    /** width × height × 4. */
    readonly memoryBytes: number;
}

/** What could be done, with the bytes it takes off `of`; its words are in `texts`. */
export interface Advice {
    readonly kind: AdviceKind;
    readonly of: ReportLimit['of'] | 'remote';
    readonly savedBytes: number;
    /** What it is about: a bundle's name, a file's path, a module's name. */
    readonly subject: string;
}

export type AdviceKind = 'move-to-remote' | 'move-to-subpackage' | 'lean-start' | 'remove-remote-folder' | 'unused-module' | 'unused-wasm' | 'source-maps' | 'duplicates' | 'unreferenced';

/** The build this one is compared with. */
export interface Growth {
    /** When that build was measured, ISO 8601. */
    readonly since: string;
    readonly main: number;
    readonly package: number;
    readonly remote: number;
    /** By the key of a group (`groupKey`): bytes now less bytes then. Groups that stayed alike are left out. */
    readonly groups: Readonly<Record<string, number>>;
    /** The files that changed most, largest change first. Names without md5. */
    readonly files: readonly { readonly path: string; readonly before: number; readonly after: number }[];
}

/** One earlier build, for the curve over time. */
export interface BuildRecord {
    readonly made: string;
    readonly main: number;
    readonly package: number;
    readonly remote: number;
}

/** A problem that `check` found, in both languages: the page has no table of problems. */
export interface ReportFinding {
    readonly code: string;
    readonly level: 'error' | 'warning';
    readonly where: string;
    readonly text: Readonly<Record<'en' | 'zh', { readonly what: string; readonly mend: string }>>;
}

/** Where the bytes of a package went. Plain data: the page draws it, `report --json` prints it. */
export interface SizeReport {
    readonly version: 1;
    /** The name of the package's folder. */
    readonly title: string;
    /** ISO 8601. */
    readonly made: string;
    readonly engine?: string;
    readonly debug: boolean;
    /** All that is uploaded to Alipay. */
    readonly package: Size & { readonly fileCount: number };
    readonly remote: Size & { readonly fileCount: number };
    /** The main package first. */
    readonly parts: readonly ReportPart[];
    readonly limits: readonly ReportLimit[];
    /** Largest first. */
    readonly groups: readonly ReportGroup[];
    /** Largest first. */
    readonly files: readonly ReportFile[];
    /** Most wasteful first. */
    readonly duplicates: readonly DuplicateFiles[];
    /** Those that take most memory first. */
    readonly textures: readonly PlainTexture[];
    /** Engine modules in the build, where the host told. */
    readonly modules?: readonly string[];
    /** Those that save most first. */
    readonly advice: readonly Advice[];
    readonly growth?: Growth;
    /** Oldest first, this build last. */
    readonly history: readonly BuildRecord[];
    readonly findings: readonly ReportFinding[];
}

/** Names a group across builds. */
export function groupKey({ place, kind, name }: Pick<ReportGroup, 'place' | 'kind' | 'name'>): string {
    return `${place}/${kind}/${name}`;
}
