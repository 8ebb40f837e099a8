export type * from './package';
export { findBundles, remoteFolder, remoteScriptPath, versionedName } from './bundles';
export { findHashed, isHashedTwin } from './hashed-name';
export { parseImportMap } from './import-map';
export { comparePaths, listFiles, type FileList } from './list-files';
export { isExcluded, measureParts, type Subpackage } from './parts';
export { findCaseTwins, findIllegalName, folderOf, isInside, joinInside, withoutSlash } from './paths';
export { mapsDirectoryOf, parseJsonObject, readPackage, readSubpackages, remoteDirectoryOf } from './read-package';
export { formatRemoteList, isRemoteList, parseRemoteList, remoteListName, type RemoteFile, type RemoteFileList } from './remote-list';
