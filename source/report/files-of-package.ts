import { absolutePathOf, isExcluded, isGameText, remoteFolder, type FileEntry, type Package } from '../package';
import type { FileToMeasure } from './measure/file-measure';

/** Everything that is uploaded to Alipay or to the resource server. What the upload leaves out is left out. */
export function listPackageFiles(pack: Package): FileToMeasure[] {
    const describe = (entry: FileEntry, isRemote: boolean): FileToMeasure => ({ path: entry.path, absolutePath: absolutePathOf(pack, entry.path), entry, isRemote, isSearched: isGameText(entry.path) });
    const packaged = [...pack.files.values()].filter(({ path }) => !isExcluded(path, pack.uploadExclude));
    const inPackage = new Set(packaged.map(({ path }) => path));
    const remote = [...pack.remoteFiles.values()].filter(({ path }) => path.startsWith(`${remoteFolder}/`) && !inPackage.has(path));
    return [...packaged.map((entry) => describe(entry, false)), ...remote.map((entry) => describe(entry, true))];
}
