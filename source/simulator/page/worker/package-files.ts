import type { PackageFileSource } from '../../model';

export interface ServedPackage extends PackageFileSource {
    /** A file's bytes whether or not its subpackage is loaded; undefined if the package has no such file. */
    readAlways(path: string): Uint8Array | undefined;
}

/** The address of a file under one of the server's folders. */
export function addressOf(folder: 'package' | 'module' | 'remote', path: string): string {
    return `/${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * The read-only code package, fetched from the server as the game asks. The host's synchronous file calls leave only
 * a synchronous request; each file is fetched once.
 * @param isPresent files of a subpackage are not on the phone before it was loaded.
 */
export function createServedPackage(files: Readonly<Record<string, number>>, isPresent: (path: string) => boolean, Request: typeof XMLHttpRequest): ServedPackage {
    const contents = new Map<string, Uint8Array>();
    const paths = Object.keys(files);

    const readAlways = (path: string): Uint8Array | undefined => {
        const known = contents.get(path);
        if (known || !Object.prototype.hasOwnProperty.call(files, path)) return known;
        const request = new Request();
        request.open('GET', addressOf('package', path), false);
        request.responseType = 'arraybuffer';
        request.send();
        if (request.status !== 200) return undefined;
        const bytes = new Uint8Array(request.response as ArrayBuffer);
        contents.set(path, bytes);
        return bytes;
    };
    return {
        readAlways,
        read: (path) => (isPresent(path) ? readAlways(path) : undefined),
        bytesBelow: (folder) => paths.reduce((sum, path) => sum + (path.startsWith(`${folder}/`) ? files[path]! : 0), 0),
        list: (below = '') => paths.filter((path) => (below === '' || path.startsWith(`${below}/`)) && isPresent(path)),
    };
}
