import { isUserData, tempPath, userDataPath } from '../disk';
import type { HostSwitches } from '../../../platform';

/** Where a path of the game leads. */
export type FilePlace =
    /** `path` is absolute and normalised, as the disk takes it. */
    | { readonly area: 'user' | 'temp'; readonly path: string }
    /** `path` is relative to the package root, normalised; empty for the root itself. */
    | { readonly area: 'package'; readonly path: string }
    | { readonly area: 'nowhere'; readonly path: string };

/** The documents show temp files as URLs of this made-up origin. */
const resourceOrigin = 'https://resource';

/** What decides how paths are written. */
export type PathSwitches = Pick<HostSwitches, 'packagePaths' | 'userDataPath'>;

/** A temp file's path as the game is given it. */
export function showTempPath(path: string, tempFilePaths: HostSwitches['tempFilePaths']): string {
    return tempFilePaths === 'plain' ? path : resourceOrigin + path.slice(tempPath.length);
}

/** A user file's path as the game is given it. */
export function showUserPath(path: string, shown: HostSwitches['userDataPath']): string {
    return shown + path.slice(userDataPath.length);
}

/** The path on the disk that the host's own form of a path stands for; other paths stay as they are. */
function diskPath(path: string, shown: HostSwitches['userDataPath']): string {
    for (const [origin, root] of [[resourceOrigin, tempPath], [shown, userDataPath]] as const) {
        if (path === origin || path.startsWith(`${origin}/`)) return root + path.slice(origin.length);
    }
    return path;
}

/** Whether an address leads to the network, which the host's own forms of paths do not. */
export function isRemoteUrl(address: string, { userDataPath: shown }: PathSwitches): boolean {
    return /^https?:\/\//i.test(diskPath(address, shown));
}

/** Reads a path as the host does (platform facts 3.4, "Code-package paths"). */
export function placeOf(path: string, switches: PathSwitches): FilePlace {
    const { packagePaths, userDataPath: shown } = switches;
    const onDisk = diskPath(path, shown);
    const absolute = onDisk.startsWith('/');
    const names = onDisk.split('/').filter((name) => name !== '' && name !== '.');
    if (path === '' || names.includes('..') || isRemoteUrl(path, switches)) return { area: 'nowhere', path };
    const normal = names.join('/');
    // A host that writes user data as an address knows no other form of it.
    const isForeign = shown !== userDataPath && path.startsWith('/') && isUserData(`/${normal}`);
    if (absolute && !isForeign) {
        for (const [area, root] of [['user', userDataPath], ['temp', tempPath]] as const) {
            if (`/${normal}` === root || `/${normal}`.startsWith(`${root}/`)) return { area, path: `/${normal}` };
        }
    }
    if (packagePaths === 'relative' && (absolute || path.startsWith('./'))) return { area: 'nowhere', path };
    if (packagePaths === 'absolute' && !absolute) return { area: 'nowhere', path };
    return { area: 'package', path: normal };
}
