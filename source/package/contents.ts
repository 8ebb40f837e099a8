import { readFileSync } from 'node:fs';
import type { Package } from './package';

/** What stands in a package's files, read only when it is asked for. Paths are those of `files` and `remoteFiles`. */
export interface PackageContents {
    /** The bytes of a file; undefined where it cannot be read. */
    read(path: string): Buffer | undefined;
    /** The game's texts (`isGameText`) that mention one of the marks the contents were opened for. */
    mentioning(mark: string): readonly string[];
}

const gameText = /(^|\/)(import\/.+\.(json|bin)|index(\.[0-9a-f]{5,32})?\.js|chunks\/.+\.js)$/;

/** Whether a file is import data or a script of the game, in any layout; not the engine and not the adapters. */
export function isGameText(path: string): boolean {
    return gameText.test(path);
}

/** Where a file of a package lies: in the package, or in the folder of its remote bundles. */
export function absolutePathOf({ directory, remoteDirectory, files }: Pick<Package, 'directory' | 'remoteDirectory' | 'files'>, path: string): string {
    return `${files.has(path) ? directory : remoteDirectory ?? directory}/${path}`;
}

/** @param marks what `mentioning` can be asked for; all texts are read once, at the first question. */
export function openContents(pack: Pick<Package, 'directory' | 'remoteDirectory' | 'files' | 'remoteFiles'>, marks: readonly string[]): PackageContents {
    const read = (path: string): Buffer | undefined => {
        try {
            return readFileSync(absolutePathOf(pack, path));
        } catch {
            return undefined;
        }
    };
    let mentions: ReadonlyMap<string, readonly string[]> | undefined;
    return {
        read,
        mentioning(mark) {
            mentions ??= findMentions(new Set([...pack.files.keys(), ...pack.remoteFiles.keys()]), marks, read);
            return mentions.get(mark) ?? [];
        },
    };
}

function findMentions(paths: Iterable<string>, marks: readonly string[], read: PackageContents['read']): ReadonlyMap<string, readonly string[]> {
    const mentions = new Map<string, string[]>(marks.map((mark) => [mark, []]));
    for (const path of paths) {
        const content = isGameText(path) ? read(path) : undefined;
        if (content === undefined) continue;
        for (const [mark, found] of mentions) if (content.includes(mark)) found.push(path);
    }
    return mentions;
}
