import { join, resolve } from 'node:path';
import { mapsDirectoryOf, remoteDirectoryOf } from '../package';
import type { Place, RootName } from './plan';

/** The absolute folders that belong to one package. */
export type Roots = Readonly<Record<RootName, string>>;

/** The name of the zip in the remote folder, beside `remote/`. */
export const archiveName = 'remote.zip';

/** Our own folder while a run is under way. It lies in the maps folder, which nobody uploads. */
export const workFolder = '.packaging';

export function rootsOf(packageDirectory: string): Roots {
    const output = resolve(packageDirectory);
    return { output, remote: remoteDirectoryOf(output), maps: mapsDirectoryOf(output) };
}

export function absolutePath(roots: Roots, { root, path }: Place): string {
    return join(roots[root], path);
}
