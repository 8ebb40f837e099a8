export type * from './my';
export { limits } from './limits';
export { gameJsonFields, type GameJsonType } from './game-json';
export { fileErrors, networkErrors, storageErrors } from './errors';
export { apisMissingOn, apiVersions, isOlder, type ApiVersion } from './api-versions';
export { deviceGlobals, profileNames, profiles, type HostProfile, type ProfileName } from './profiles';
export { askedApis, askedGlobals, probeResultFormat, probeResultVersion, profileOfProbe, type ProbedHost, type ProbeResult } from './probe-result';
export { eachSwitchValue, switchNames, switchValues, usualSwitches, type HostSwitches, type SwitchName } from './switches';
export { textureFormats } from './texture-formats';
