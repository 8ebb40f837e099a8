/**
 * The hosts a game must run on, as data. A profile says which API is there and, where sources disagree about a host's
 * behaviour, which value that host takes; the model in `source/simulator/model` does what the profile says.
 */

import { apisMissingOn } from './api-versions';

export const profileNames = ['android', 'ios', 'studio', 'client-10.3.70'] as const;
export type ProfileName = (typeof profileNames)[number];

/** Every behaviour that sources dispute or that differs between hosts. Section numbers: platform facts. */
export interface HostSwitches {
    /** How code-package paths must be written: `a/b`, `/a/b`, or either [3.4]. */
    readonly packagePaths: 'relative' | 'absolute' | 'either';
    /** What a failed synchronous call does [3.4; all sources measured say it returns]. */
    readonly syncErrors: 'return' | 'throw';
    /** `tempFilePath` beside `apFilePath` in a download's result: base library 2.7.23 [3.5]. */
    readonly tempFilePathAlias: boolean;
    /** `statusCode` and `header` beside `status` and `headers` in a request's result [3.5]. */
    readonly statusAliases: boolean;
    /** Where `my.request` brings a status of 400 and more; `fail` is error 19 [3.5]. */
    readonly httpErrors: 'success' | 'fail';
    /** Where `my.downloadFile` brings a status of 400 and more: its result has no status [3.5]. */
    readonly downloadHttpErrors: 'success' | 'fail';
    /** `webgl2` contexts [2.7]. */
    readonly webgl2: boolean;
    /** Uniform locations as plain numbers (0 valid, -1 inactive) instead of objects [4.1 #5]. */
    readonly uniformLocations: 'number' | 'object';
    /** Whether `downloadFile` and `loadSubpackage` return a task [3.5, 3.6]. */
    readonly downloadTask: boolean;
    readonly subpackageTask: boolean;
    /** The field of a failed `loadSubpackage` that carries the message [3.6]. */
    readonly subpackageFailure: 'errorMessage' | 'errMsg';
    /** `rename` onto a file that exists: error 10025 or overwrite [3.4]. */
    readonly renameOntoExisting: 'fail' | 'overwrite';
    /** Typed arrays given to a write: error 90000, or a file of 0 bytes without a word [3.4]. */
    readonly typedArrayWrites: 'fail' | 'empty' | 'write';
    /** Writing no bytes: allowed, or error 2 [3.4]. */
    readonly emptyWrites: 'allow' | 'fail';
    /** ArrayBuffers from another realm: `instanceof ArrayBuffer` is false [3.4]. */
    readonly foreignBuffers: boolean;
    /** Where unzipped entries land: in the target folder, or at its path without a slash between [4.2 #17]. */
    readonly unzipLayout: 'inside' | 'glued';
    /** `my.saveFile`: works, or answers success and does nothing [4.2 #16]. */
    readonly saveFile: 'works' | 'does-nothing';
    /** What `downloadFile` gives: `https://resource/….image` as program docs show it, or a plain path [2.3]. */
    readonly tempFilePaths: 'resource-url' | 'plain';
    /** `loadFont` throws for a path outside user data, as before 2023 [3.2]. */
    readonly fontPaths: 'any' | 'user-data';
    /** `data` of a missing storage key [3.9; runtime contract 6 #18]. */
    readonly missingStorageValue: 'null' | 'undefined';
    /** `{data: {data, isBuffer}}` or `{data, isBuffer}` for a socket task's message, and the same for `my.onSocketMessage` [3.5]. */
    readonly socketTaskMessages: 'nested' | 'flat';
    readonly globalSocketMessages: 'nested' | 'flat';
    /** The base64 alphabet of binary socket messages; `url-safe` comes without padding [3.5]. */
    readonly socketBase64: 'standard' | 'url-safe';
    /** Touch events as the game typings have them, or with the W3C's `changedTouches` [3.8]. */
    readonly touchEvents: 'alipay' | 'w3c';
    /** What `touches` holds when a finger lifts while others stay: not documented [3.8]. */
    readonly touchesAtEnd: 'remaining' | 'lifted' | 'all';
    /** `onPlay` never fires on some devices [3.7]. */
    readonly audioOnPlay: boolean;
    /** `onCanPlay` is absent on some devices [3.7]. */
    readonly audioOnCanPlay: boolean;
    /** `platform` of iOS [3.3]. */
    readonly iosPlatform: 'iOS' | 'iPhone OS';
    /** `MYWebAssembly` in the game's global object [2.8: no evidence for the main thread of games]. */
    readonly myWebAssembly: boolean;
    /** Studio's `my.onTouch…` hear the page's body too, beside the DOM touches on the canvas [3.8]. */
    readonly studioBodyTouches: boolean;
    /** Screen sizes in a landscape game: those of the game's direction, or still portrait (seen on iOS) [4.1 #1]. */
    readonly landscapeSizes: 'turned' | 'portrait';
}

/** The disputed behaviours where nothing speaks for another value. */
export const usualSwitches: HostSwitches = {
    packagePaths: 'either',
    syncErrors: 'return',
    tempFilePathAlias: true,
    statusAliases: true,
    httpErrors: 'success',
    downloadHttpErrors: 'success',
    webgl2: false,
    uniformLocations: 'number',
    downloadTask: true,
    subpackageTask: false,
    subpackageFailure: 'errorMessage',
    renameOntoExisting: 'fail',
    typedArrayWrites: 'empty',
    emptyWrites: 'allow',
    foreignBuffers: false,
    unzipLayout: 'inside',
    saveFile: 'works',
    tempFilePaths: 'resource-url',
    fontPaths: 'any',
    missingStorageValue: 'null',
    socketTaskMessages: 'nested',
    globalSocketMessages: 'flat',
    socketBase64: 'standard',
    touchEvents: 'alipay',
    touchesAtEnd: 'remaining',
    audioOnPlay: true,
    audioOnCanPlay: true,
    iosPlatform: 'iOS',
    myWebAssembly: false,
    studioBodyTouches: false,
    landscapeSizes: 'turned',
};

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
    browserGlobals: ['document', 'navigator', 'location', 'HTMLElement', 'HTMLCanvasElement', 'HTMLImageElement', 'Image', 'Event', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'innerWidth', 'innerHeight', 'devicePixelRatio'],
        switches: { ...usualSwitches, packagePaths: 'relative', typedArrayWrites: 'fail', emptyWrites: 'fail', uniformLocations: 'object', webgl2: true },
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
