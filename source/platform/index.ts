export type * from './my';
export { limits } from './limits';
export { gameJsonFields, type GameJsonType } from './game-json';
export { fileErrors, networkErrors, storageErrors, type FileErrorName, type NetworkErrorName, type StorageErrorName } from './errors';
export { apisMissingOn, apiVersions, isOlder, type ApiVersion } from './api-versions';
export { deviceGlobals, profileNames, profiles, usualSwitches, type HostProfile, type HostSwitches, type ProfileName } from './profiles';
export { textureFormats } from './texture-formats';
