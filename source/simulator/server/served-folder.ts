import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';

/** A file inside a served folder. */
export interface ServedFile {
    readonly path: string;
    readonly stats: Stats;
}

/** A folder of which nothing outside can be reached, whatever a request asks for. */
export interface ServedFolder {
    readonly root: string;
    /**
     * Finds a file by the encoded path of a URL, without leading slash.
     * @returns undefined when there is no such file, or when the path, or a symbolic link on it, leaves the folder.
     */
    find(encodedPath: string): Promise<ServedFile | undefined>;
}

/** A colon would open another drive or stream on Windows; a backslash is a separator there. */
const forbidden = /[\\:\0]/;

/**
 * Turns the path of a URL into names, or undefined if any of them could step out of a folder.
 * Decoded exactly once, after splitting, so that an encoded slash cannot make a new segment.
 */
function readSegments(encodedPath: string): readonly string[] | undefined {
    const segments: string[] = [];
    for (const encoded of encodedPath.split('/')) {
        let segment: string;
        try {
            segment = decodeURIComponent(encoded);
        } catch {
            return undefined;
        }
        if (segment === '' || segment === '.' || segment === '..' || segment.includes('/') || forbidden.test(segment)) return undefined;
        segments.push(segment);
    }
    return segments;
}

export function openServedFolder(folder: string): ServedFolder {
    const root = path.resolve(folder);
    let realRoot: Promise<string> | undefined;
    return {
        root,
        async find(encodedPath) {
            const segments = readSegments(encodedPath);
            if (!segments) return undefined;
            try {
                realRoot ??= fs.realpath(root);
                // Both at once: where a rebuild has removed the folder, neither rejection may stay without a listener.
                const [ownFolder, file] = await Promise.all([realRoot, fs.realpath(path.join(root, ...segments))]);
                if (!file.startsWith(ownFolder + path.sep)) return undefined;
                const stats = await fs.stat(file);
                return stats.isFile() ? { path: file, stats } : undefined;
            } catch {
                realRoot = undefined;
                return undefined;
            }
        },
    };
}
