import { tempPath, userDataPath } from '../disk';
import type { HostSwitches } from '../../../platform';

/** Where a path of the game leads. */
export type FilePlace =
    /** `path` is absolute and normalised, as the disk takes it. */
    | { readonly area: 'user' | 'temp'; readonly path: string }
    /** `path` is relative to the package root, normalised; empty for the root itself. */
    | { readonly area: 'package'; readonly path: string }
    | { readonly area: 'nowhere'; readonly path: string };

/** The documents show temp files as URLs of this made-up origin. */
const resourceOrigin = 'https://resource/';

/** A temp file's path as the game is given it. */
export function showTempPath(path: string, tempFilePaths: HostSwitches['tempFilePaths']): string {
    return tempFilePaths === 'plain' ? path : `${resourceOrigin}${path.slice(tempPath.length + 1)}`;
}

/** Whether an address leads to the network, which a temp file's does not. */
export function isRemoteUrl(address: string): boolean {
    return /^https?:\/\//i.test(address) && !address.startsWith(resourceOrigin);
}

/** Reads a path as the host does (platform facts 3.4, "Code-package paths"). */
export function placeOf(path: string, packagePaths: HostSwitches['packagePaths']): FilePlace {
    const resource = path.startsWith(resourceOrigin);
    const absolute = path.startsWith('/') || resource;
    const names = (resource ? `${tempPath}/${path.slice(resourceOrigin.length)}` : path).split('/').filter((name) => name !== '' && name !== '.');
    if (path === '' || names.includes('..') || isRemoteUrl(path)) return { area: 'nowhere', path };
    const normal = names.join('/');
    if (absolute) {
        for (const [area, root] of [['user', userDataPath], ['temp', tempPath]] as const) {
            if (`/${normal}` === root || `/${normal}`.startsWith(`${root}/`)) return { area, path: `/${normal}` };
        }
    }
    if (packagePaths === 'relative' && (absolute || path.startsWith('./'))) return { area: 'nowhere', path };
    if (packagePaths === 'absolute' && !absolute) return { area: 'nowhere', path };
    return { area: 'package', path: normal };
}
