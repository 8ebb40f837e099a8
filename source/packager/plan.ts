import type { FileEntry, PackagePart } from '../package';
import type { BuildProblem } from '../problems';
import type { LimitReport, PackageRequest, RemoteBundleSummary } from './request';

/** The folders a run may write: the package, what goes to the resource server, the source maps. */
export type RootName = 'output' | 'remote' | 'maps';

/** A file or folder of one of the roots; `path` is relative, with `/`. */
export interface Place {
    readonly root: RootName;
    readonly path: string;
}

/** Where the bytes of a file of the package come from. */
export type FileSource =
    /** A file that lies in one of the roots of the build. */
    | { readonly kind: 'host'; readonly at: Place; readonly entry: FileEntry }
    | { readonly kind: 'content'; readonly data: Uint8Array }
    /** The zip of all remote files; `digest` names what is in it. */
    | { readonly kind: 'archive'; readonly digest: string };

/** One file as it shall be when everything is done. */
export interface PlannedFile {
    readonly to: Place;
    readonly source: FileSource;
}

/** One thing to do. In place files are moved; into another folder they are copied. */
export type Step =
    | { readonly kind: 'move'; readonly what: 'file' | 'folder'; readonly from: Place; readonly to: Place }
    | { readonly kind: 'copy'; readonly from: Place; readonly to: Place; readonly bytes: number }
    | { readonly kind: 'write'; readonly to: Place; readonly data: Uint8Array }
    | { readonly kind: 'archive'; readonly to: Place; readonly digest: string; readonly files: readonly PlannedFile[] }
    | { readonly kind: 'remove'; readonly what: 'file' | 'folder'; readonly at: Place };

/** What will be there, and what has to be done for it. Plain data; nothing is written by making it. */
export interface PackagePlan {
    readonly request: PackageRequest;
    readonly files: readonly PlannedFile[];
    readonly steps: readonly Step[];
    /** Files that the host writes at each build, and that no step changes: they say whether it has built anew since. */
    readonly witnesses: readonly PlannedFile[];
    /** The files that are uploaded to Alipay, with the paths that are not. */
    readonly uploadExclude: readonly string[];
    readonly parts: readonly PackagePart[];
    readonly limits: readonly LimitReport[];
    readonly remote: readonly RemoteBundleSummary[];
    /** Warnings, and limits that are passed; what makes packaging impossible was thrown. */
    readonly problems: readonly BuildProblem[];
}

export function samePlace(a: Place, b: Place): boolean {
    return a.root === b.root && a.path === b.path;
}

/** A place as one text, for maps and for people. */
export function formatPlace({ root, path }: Place): string {
    return `${root}/${path}`;
}

/** Bytes of a planned file; an archive's are not known before it is made. */
export function bytesOf(source: FileSource): number {
    switch (source.kind) {
        case 'host': return source.entry.bytes;
        case 'content': return source.data.byteLength;
        case 'archive': return 0;
    }
}
