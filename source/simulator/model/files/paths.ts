import { tempPath, userDataPath } from '../disk';
import type { HostSwitches } from '../../../platform';

/** Where a path of the game leads. */
export type FilePlace =
    /** `path` is absolute and normalised, as the disk takes it. */
    | { readonly area: 'user' | 'temp'; readonly path: string }
    /** `path` is relative to the package root, normalised; empty for the root itself. */
    | { readonly area: 'package'; readonly path: string }
    | { readonly area: 'nowhere'; readonly path: string };

/** Reads a path as the host does (platform facts 3.4, "Code-package paths"). */
export function placeOf(path: string, packagePaths: HostSwitches['packagePaths']): FilePlace {
    const absolute = path.startsWith('/');
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    if (path === '' || names.includes('..')) return { area: 'nowhere', path };
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
