/**
 * What the probe (`demo --probe`) found out about one host: the form of its result, shared by the game that asks and
 * the tools that read. The schema is `static/schema/probe-result.schema.json`.
 */

import { apiVersions } from './api-versions';
import { profiles, type HostProfile } from './profiles';
import type { HostSwitches, SwitchName } from './switches';

/** Raised when a field changes its meaning; readers refuse what is newer. */
export const probeResultVersion = 1;
export const probeResultFormat = 'cocos-alipay-mini-game probe';

export interface ProbeResult {
    readonly format: typeof probeResultFormat;
    readonly version: typeof probeResultVersion;
    readonly host: ProbedHost;
    /** The behaviours that were seen. What is not here stands in `unanswered`. */
    readonly switches: Partial<HostSwitches>;
    /** Of {@link askedApis}, those that this host does not have. */
    readonly lacks: readonly string[];
    /** Of {@link askedGlobals}, those that this host has. */
    readonly globals: readonly string[];
    /** Bytes of user data; absent where no limit was met. */
    readonly limits: { readonly userFileBytes?: number; readonly userDataBytes?: number };
    /** Observations that no switch of the model stands for. */
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    /** Why a behaviour was not seen, in English. */
    readonly unanswered: Partial<Record<SwitchName, string>>;
}

/** The device's kind and versions, and nothing of its owner. */
export interface ProbedHost {
    readonly system: HostProfile['system'];
    readonly model: string;
    readonly systemVersion: string;
    readonly clientVersion: string;
    readonly baseLibrary: string;
}

/**
 * Functions and members whose presence the probe asks for, named as `HostProfile.lacks` names them. Globals are asked
 * for apart; `MYWebAssembly` is a switch.
 */
export const askedApis: readonly string[] = [
    ...apiVersions.map(({ api }) => api).filter((api) => !api.startsWith('global:')),
    'SDKVersion', 'loadFont', 'setPreferredFramesPerSecond', 'triggerGC', 'getSystemInfo', 'uploadFile', 'connectSocket', 'sendSocketMessage',
    'getNetworkType', 'onNetworkStatusChange', 'showKeyboard', 'hideKeyboard', 'onKeyboardInput', 'onKeyboardConfirm', 'onKeyboardComplete',
    'onAccelerometerChange', 'onTouchCancel', 'offTouchStart', 'offShow', 'offHide', 'onError', 'onUnhandledRejection', 'onMemoryWarning',
    'getUpdateManager', 'setClipboard', 'vibrateShort', 'vibrateLong', 'showSharePanel', 'createRewardedAd', 'getLaunchOptionsSync',
    'FileSystemManager.unzip', 'FileSystemManager.getFileInfo', 'FileSystemManager.stat', 'FileSystemManager.statSync', 'FileSystemManager.renameSync',
];

/** Names of the global object that sources dispute or that engines and libraries look for (platform facts 3.1, section 7). */
export const askedGlobals: readonly string[] = [
    'globalThis', 'document', 'navigator', 'location', 'performance', 'TextDecoder', 'TextEncoder', 'URL', 'WebSocket', 'XMLHttpRequest', 'fetch',
    'WebAssembly', 'MYWebAssembly', 'crypto', 'queueMicrotask', 'screencanvas', 'BigInt', 'WeakRef', 'Intl', 'Image', 'Worker',
    'WebGLRenderingContext', 'WebGL2RenderingContext',
];

/**
 * The host model's profile of a probed host: what was seen, and the usual profile of its system for the rest. Globals
 * and facts are for people to read: the model has no parts for them.
 * @param name how reports name it.
 */
export function profileOfProbe({ host, switches, lacks, limits }: ProbeResult, name: string): HostProfile {
    const usual = profiles[host.system];
    return {
        ...usual,
        ...host,
        name,
        // Without the switch there is no such global either; the model looks at the switch.
        lacks,
        switches: { ...usual.switches, ...switches },
        ...(limits.userDataBytes === undefined ? {} : { userDataBytes: limits.userDataBytes }),
        ...(limits.userFileBytes === undefined ? {} : { userFileBytes: limits.userFileBytes }),
    };
}
