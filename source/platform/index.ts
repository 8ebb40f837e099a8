export type * from './my';
export { limits } from './limits';
export { fileErrors, networkErrors, storageErrors, type FileErrorName, type NetworkErrorName, type StorageErrorName } from './errors';
export { profileNames, profiles, usualSwitches, type HostProfile, type HostSwitches, type ProfileName } from './profiles';
