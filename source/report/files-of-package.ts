import { join } from 'node:path';
import { isExcluded, remoteFolder, type Package } from '../package';
import type { FileToMeasure } from './measure/measure-files';

/** Import data and the game's own scripts, in any layout; not the engine and not the adapters. */
const searched = /(^|\/)(import\/.+\.(json|bin)|index(\.[0-9a-f]{5,32})?\.js|chunks\/.+\.js)$/;

/** Everything that is uploaded to Alipay or to the resource server. What the upload leaves out is left out. */
export function listPackageFiles({ directory, files, remoteDirectory, remoteFiles, uploadExclude }: Package): FileToMeasure[] {
    const isInside = remoteDirectory === directory;
    const packaged = [...files.values()].filter(({ path }) => !isExcluded(path, uploadExclude));
    const inPackage = new Set(isInside ? packaged.map(({ path }) => path) : []);
    const remote = remoteDirectory === undefined ? [] : [...remoteFiles.values()].filter(({ path }) => path.startsWith(`${remoteFolder}/`) && !inPackage.has(path));
    return [
        ...packaged.map((entry) => ({ path: entry.path, absolutePath: join(directory, entry.path), entry, isRemote: false, isSearched: searched.test(entry.path) })),
        ...remote.map((entry) => ({ path: entry.path, absolutePath: join(remoteDirectory ?? directory, entry.path), entry, isRemote: true, isSearched: searched.test(entry.path) })),
    ];
}
