import type { FileEntry, PackagePart } from './package';
import { withoutSlash } from './paths';

/** A subpackage as game.json names it. */
export interface Subpackage {
    readonly name: string;
    /** Relative to the package root, with or without a slash at its end (platform facts 1.1). */
    readonly root: string;
}

/** Every raw byte counts; how Alipay measures is not documented (platform facts 2.1). */
export function measureParts(files: Iterable<Pick<FileEntry, 'path' | 'bytes'>>, subpackages: readonly Subpackage[]): PackagePart[] {
    const parts = [{ name: '', root: '' }, ...subpackages].map(({ name, root }) => ({ name, root: withoutSlash(root), bytes: 0, fileCount: 0 }));
    for (const { path, bytes } of files) {
        const part = parts.slice(1).find(({ root }) => path.startsWith(`${root}/`)) ?? parts[0];
        if (!part) continue;
        part.bytes += bytes;
        part.fileCount += 1;
    }
    return parts;
}

/** Whether one of the paths of `uploadExclude`, a folder, a file or a folder with `/**`, covers a file. */
export function isExcluded(path: string, uploadExclude: readonly string[]): boolean {
    return uploadExclude.some((pattern) => {
        const folder = withoutSlash(pattern.replace(/\/\*\*$/, ''));
        return path === folder || path.startsWith(`${folder}/`);
    });
}
