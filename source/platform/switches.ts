/**
 * Every behaviour that sources dispute or that differs between hosts, with all its values. The first value is the usual
 * one: that of a host about which nothing else is known. Section numbers: platform facts.
 */
export const switchValues = {
    /** How code-package paths must be written: `a/b`, `/a/b`, or either [3.4]. */
    packagePaths: ['either', 'relative', 'absolute'],
    /** What a failed synchronous call does [3.4; all sources measured say it returns]. */
    syncErrors: ['return', 'throw'],
    /** `tempFilePath` beside `apFilePath` in a download's result: base library 2.7.23 [3.5]. */
    tempFilePathAlias: [true, false],
    /** `statusCode` and `header` beside `status` and `headers` in a request's result [3.5]. */
    statusAliases: [true, false],
    /** Where `my.request` brings a status of 400 and more; `fail` is error 19 [3.5]. */
    httpErrors: ['success', 'fail'],
    /** Where `my.downloadFile` brings a status of 400 and more: its result has no status [3.5]. */
    downloadHttpErrors: ['success', 'fail'],
    /** `webgl2` contexts [2.7]. */
    webgl2: [false, true],
    /**
     * WebGL's classes as names of the global object. No source names them for a phone; engines take WebGL 2 only where its
     * class has a name, and Studio's page has both [2.7; engine globals].
     */
    webglClasses: ['none', 'webgl1', 'webgl2', 'both'],
    /** Uniform locations as plain numbers (0 valid, -1 inactive) instead of objects [4.1 #5]. */
    uniformLocations: ['number', 'object'],
    /** Whether `downloadFile` returns a task [3.5]. */
    downloadTask: [true, false],
    /** Whether `loadSubpackage` returns a task: the document does not promise one [3.6]. */
    subpackageTask: [false, true],
    /** The field of a failed `loadSubpackage` that carries the message [3.6]. */
    subpackageFailure: ['errorMessage', 'errMsg'],
    /** `rename` onto a file that exists: error 10025 or overwrite [3.4]. */
    renameOntoExisting: ['fail', 'overwrite'],
    /** Typed arrays given to a write: error 90000, or a file of 0 bytes without a word [3.4]. */
    typedArrayWrites: ['empty', 'fail', 'write'],
    /** Writing no bytes: allowed, or error 2 [3.4]. */
    emptyWrites: ['allow', 'fail'],
    /** ArrayBuffers from another realm: `instanceof ArrayBuffer` is false [3.4]. */
    foreignBuffers: [false, true],
    /** Where unzipped entries land: in the target folder, or at its path without a slash between [4.2 #17]. */
    unzipLayout: ['inside', 'glued'],
    /** `my.saveFile`: works, or answers success and does nothing [4.2 #16]. */
    saveFile: ['works', 'does-nothing'],
    /** What `downloadFile` gives: `https://resource/….image` as program docs show it, or a plain path [2.3]. */
    tempFilePaths: ['resource-url', 'plain'],
    /**
     * `my.env.USER_DATA_PATH`: a plain path, as typings and an SDK's comment have it, or the address of an origin that no
     * server has, as a host of the same family answers (public questions about DingTalk).
     */
    userDataPath: ['/usr/data', 'https://usr'],
    /** `loadFont` throws for a path outside user data, as before 2023 [3.2]. */
    fontPaths: ['any', 'user-data'],
    /** `data` of a missing storage key [3.9; runtime contract 6 #18]. */
    missingStorageValue: ['null', 'undefined'],
    /** A socket task's message: `{data: {data, isBuffer}}` or `{data, isBuffer}` [3.5]. */
    socketTaskMessages: ['nested', 'flat'],
    /** The same for `my.onSocketMessage` [3.5]. */
    globalSocketMessages: ['flat', 'nested'],
    /** The base64 alphabet of binary socket messages; `url-safe` comes without padding [3.5]. */
    socketBase64: ['standard', 'url-safe'],
    /** Touch events as the game typings have them, or with the W3C's `changedTouches` [3.8]. */
    touchEvents: ['alipay', 'w3c'],
    /** What `touches` holds when a finger lifts while others stay: not documented [3.8]. */
    touchesAtEnd: ['remaining', 'lifted', 'all'],
    /** `onPlay` never fires on some devices [3.7]. */
    audioOnPlay: [true, false],
    /** `onCanPlay` is absent on some devices [3.7]. */
    audioOnCanPlay: [true, false],
    /** `platform` of iOS [3.3]. */
    iosPlatform: ['iOS', 'iPhone OS'],
    /** `downloadFile({filePath})`: written there, or passed over, as Studio does [3.5]. */
    downloadFilePath: ['honoured', 'ignored'],
    /** `getMenuButtonBoundingClientRect`: all zero before the capsule is drawn (`late`), on old iOS and in Studio always [3.3]. */
    menuButton: ['drawn', 'late', 'zero'],
    /**
     * Sizes that the host tells in the first moments: right, width and height swapped, all zero (the safe area too), or no
     * system information, as after a time-out. The last is documented for programs; the others are reports [3.3, 4.1 #1].
     */
    earlySystemInfo: ['right', 'swapped', 'zero', 'undefined'],
    /** `MYWebAssembly` in the game's global object [2.8: no evidence for the main thread of games]. */
    myWebAssembly: [false, true],
    /** Studio's `my.onTouch…` hear the page's body too, beside the DOM touches on the canvas [3.8]. */
    studioBodyTouches: [false, true],
    /** Screen sizes in a landscape game: those of the game's direction, or still portrait (seen on iOS) [4.1 #1]. */
    landscapeSizes: ['turned', 'portrait'],
} as const;

type SwitchValues = typeof switchValues;

/** One value for each behaviour. */
export type HostSwitches = { readonly [Name in keyof SwitchValues]: SwitchValues[Name][number] };
export type SwitchName = keyof SwitchValues;

export const switchNames = Object.keys(switchValues) as readonly SwitchName[];

/** The usual value of each behaviour. */
export const usualSwitches = valuesOf((name) => switchValues[name][0]);

/** Every behaviour with each of its values, one at a time: what a test runs through to meet both sides of each dispute. */
export function eachSwitchValue(): { readonly name: SwitchName; readonly value: HostSwitches[SwitchName]; readonly switches: Partial<HostSwitches> }[] {
    const rows: ReturnType<typeof eachSwitchValue> = [];
    for (const name of switchNames) {
        for (const value of switchValues[name]) rows.push({ name, value, switches: { [name]: value } });
    }
    return rows;
}

function valuesOf(choose: (name: SwitchName) => HostSwitches[SwitchName]): HostSwitches {
    const switches: Partial<Record<SwitchName, HostSwitches[SwitchName]>> = {};
    for (const name of switchNames) switches[name] = choose(name);
    return switches as HostSwitches;
}
