/**
 * The hosts a game must run on, as data. A profile says which API is there and, where sources disagree about a host's
 * behaviour, which value that host takes; the model in `source/simulator/model` does what the profile says.
 */

import { apisMissingOn } from './api-versions';
import { usualSwitches, type HostSwitches } from './switches';

export const profileNames = ['android', 'ios', 'studio', 'client-10.3.70'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface HostProfile {
    readonly name: string;
    readonly system: 'android' | 'ios' | 'studio';
    /** Values of `my.getSystemInfoSync()` that do not depend on the screen. */
    readonly model: string;
    readonly systemVersion: string;
    readonly clientVersion: string;
    readonly baseLibrary: string;
    /** Names of the game's global object beside {@link deviceGlobals} and ECMAScript's own. */
    readonly browserGlobals: readonly string[];
    /** APIs that this client does not have, as `ApiVersion.api` names them. */
    readonly lacks: readonly string[];
    readonly switches: HostSwitches;
    /** Bytes of all user data, where they were measured; else `limits.userDataBytes`. */
    readonly userDataBytes?: number;
    /** Bytes of one file of user data, where they were measured; else `limits.userFileBytes`. */
    readonly userFileBytes?: number;
}

/**
 * What the global object of a game has on a device, beside ECMAScript's own names (platform facts 3.1). Everything else
 * that a browser or a Worker has (`document`, `navigator`, `location`, `XMLHttpRequest`, `fetch`, `WebSocket`,
 * `TextDecoder`, `URL`, `crypto`, `WebAssembly` ...) is not there.
 */
export const deviceGlobals: readonly string[] = [
    'my', 'window', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
    'requestAnimationFrame', 'cancelAnimationFrame', 'performance',
];

const android: HostProfile = {
    name: 'android',
    system: 'android',
    model: 'Pixel 8',
    systemVersion: '14',
    clientVersion: '10.7.90',
    baseLibrary: '2.9.40',
    browserGlobals: [],
    lacks: [],
    switches: usualSwitches,
};

export const profiles: Readonly<Record<ProfileName, HostProfile>> = {
    android,
    ios: {
        ...android,
        name: 'ios',
        system: 'ios',
        model: 'iPhone 15',
        systemVersion: '17.5',
        switches: { ...usualSwitches, packagePaths: 'relative', renameOntoExisting: 'overwrite', foreignBuffers: true, iosPlatform: 'iPhone OS' },
    },
    studio: {
        ...android,
        name: 'studio',
        system: 'studio',
        model: 'Alipay Studio',
        // Real browser objects (platform facts 3.1).
        browserGlobals: [
            'document', 'navigator', 'location', 'HTMLElement', 'HTMLCanvasElement', 'HTMLImageElement', 'Image', 'Event', 'addEventListener', 'removeEventListener',
            'dispatchEvent', 'innerWidth', 'innerHeight', 'devicePixelRatio', 'WebGLRenderingContext', 'WebGL2RenderingContext',
        ],
        switches: { ...usualSwitches, packagePaths: 'relative', typedArrayWrites: 'fail', emptyWrites: 'fail', uniformLocations: 'object', webgl2: true, webglClasses: 'both', downloadFilePath: 'ignored', menuButton: 'zero' },
    },
    /** The oldest client that the Cocos manual supports, with the oldest base library that can run its output (platform facts 2.4). */
    'client-10.3.70': {
        ...android,
        name: 'client-10.3.70',
        systemVersion: '10',
        clientVersion: '10.3.70',
        baseLibrary: '2.1.15',
        lacks: apisMissingOn('10.3.70', '2.1.15'),
        switches: { ...usualSwitches, tempFilePathAlias: false, statusAliases: false, audioOnCanPlay: false, tempFilePaths: 'plain', fontPaths: 'user-data', downloadTask: false },
    },
};
