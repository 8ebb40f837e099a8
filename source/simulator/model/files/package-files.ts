import { encodeUtf8 } from './encoding';

/** The read-only code package; paths relative to its root, without a leading slash. */
export interface PackageFileSource {
    read(path: string): Uint8Array | undefined;
    /** All paths, or those below a folder. */
    list(below?: string): readonly string[];
    /** Bytes of all files below a folder, whether or not they are on the phone yet. */
    bytesBelow(folder: string): number;
}

/** A package held in memory. */
export function createPackageFiles(files: Readonly<Record<string, string | Uint8Array>>): PackageFileSource {
    const contents = new Map<string, Uint8Array>();
    for (const [path, content] of Object.entries(files)) contents.set(path, typeof content === 'string' ? encodeUtf8(content) : content);
    const list = (below = ''): string[] => [...contents.keys()].filter((path) => below === '' || path.startsWith(`${below}/`));
    return {
        read: (path) => contents.get(path),
        list,
        bytesBelow: (folder) => list(folder).reduce((sum, path) => sum + contents.get(path)!.byteLength, 0),
    };
}

export function isPackageFileSource(files: Readonly<Record<string, string | Uint8Array>> | PackageFileSource): files is PackageFileSource {
    return typeof (files as PackageFileSource).read === 'function' && typeof (files as PackageFileSource).list === 'function';
}
