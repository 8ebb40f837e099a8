// Generated from source/platform/my/ by `npm run generate`. Do not edit.
/**
 * Declarations of `my` for Alipay mini games. Types only.
 *
 * Members without `?` are there on the oldest client the Cocos manual supports (10.3.70). Members with `?` came
 * later, are disputed, or are missing on some devices: probe them (`my.getWindowInfo?.()`), never ask `my.canIUse`,
 * which is false for features that never had a limit (platform facts 3.3).
 *
 * Numbers in brackets are sections of the project's platform facts.
 */

/** What every failed call answers; never `errMsg`/`errCode` [3.4, 3.9]. The numbers are in `source/platform/errors.ts`. */
export interface MyFailure {
    readonly error: number;
    readonly errorMessage: string;
}

/** The three callbacks of an asynchronous call. `complete` is called after either of the others. */
export interface Callbacks<Result = object, Failure = MyFailure> {
    success?: ((result: Result) => void) | undefined;
    fail?: ((failure: Failure) => void) | undefined;
    complete?: ((answer: Result | Failure) => void) | undefined;
}

/** A synchronous call RETURNS its failure; it does not throw [3.4]. Some hosts are said to throw: handle both. */
export type SyncAnswer<Result> = Result | MyFailure;

/** What a synchronous call without a result returns when all went well: nothing, or an object without `error` [3.4]. */
export type SyncDone = undefined | { readonly success?: boolean; readonly error?: undefined; readonly errorMessage?: undefined };

export type Listener<Event> = (event: Event) => void;

/** The kinds of context a canvas gives. `webgl2` is in no document but is there on some clients: probe it [2.7]. */
export type ContextKind = '2d' | 'webgl' | 'webgl2';

/** A native canvas. It is no `HTMLCanvasElement`, and `tagName` may be missing [3.2, 4.1 #10]. */
export interface MyCanvas {
    width: number;
    height: number;
    getContext(kind: ContextKind, attributes?: object): unknown;
    toDataURL?(type?: string, quality?: number): string;
}

/** A native image: two callback properties, no event target [3.2]. Width and height are 0 until `onload`. */
export interface MyImage {
    src: string;
    readonly width: number;
    readonly height: number;
    onload: (() => void) | null;
    onerror: ((failure?: unknown) => void) | null;
}

/** The screen, canvases, images and fonts. */
export interface CanvasCalls {
    /** The first canvas is the screen, all later ones are off screen [3.1, 3.2]. */
    createCanvas(): MyCanvas;
    createImage(): MyImage;
    /** The font's family, or null when it failed. Before 2023 a path outside user data crashed the game [3.2]. */
    loadFont?(path: string): string | null;
    setPreferredFramesPerSecond?(framesPerSecond: number): void;
    triggerGC?(): void;
}

/** All lengths in logical pixels. */
export interface SafeArea {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
}

/** No `safeArea`, `statusBarHeight` or `SDKVersion` here [3.3]. Lengths in logical pixels. */
export interface SystemInfo {
    readonly pixelRatio: number;
    readonly screenWidth: number;
    readonly screenHeight: number;
    readonly windowWidth: number;
    readonly windowHeight: number;
    readonly model: string;
    readonly system: string;
    /** `Android`, `iOS` or `iPhone OS` [3.3]. */
    readonly platform: string;
    readonly language: string;
    readonly version: string;
    readonly isIphoneXSeries?: boolean;
    readonly pcPlatform?: string;
}

/** Base library 2.1.31 and up. The safe area is that of the PORTRAIT direction, whatever the game's [3.3]. */
export interface WindowInfo {
    readonly pixelRatio: number;
    readonly screenWidth: number;
    readonly screenHeight: number;
    readonly windowWidth: number;
    readonly windowHeight: number;
    readonly statusBarHeight: number;
    readonly screenTop: number;
    readonly safeArea: SafeArea;
}

export interface AppBaseInfo {
    readonly SDKVersion: string;
    readonly language: string;
    readonly version: string;
}

/** May be all zero or negative before the capsule is drawn [3.3]. */
export interface MenuButtonRect {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
}

export interface WindowSize {
    readonly windowWidth: number;
    readonly windowHeight: number;
}

/** What the phone and the client are. */
export interface SystemCalls {
    /** May be `undefined` when the host timed out [3.3]. */
    getSystemInfoSync(): SystemInfo | undefined;
    getSystemInfo?(options: Callbacks<SystemInfo>): void;
    getWindowInfo?(): WindowInfo;
    getAppBaseInfo?(): AppBaseInfo;
    getSystemSetting?(): Readonly<Record<string, unknown>>;
    getMenuButtonBoundingClientRect?(): MenuButtonRect;
    onWindowResize?(listener: Listener<WindowSize>): void;
    offWindowResize?(listener?: Listener<WindowSize>): void;
}

/** Without an encoding (or with `''`) a read gives an ArrayBuffer [3.4]. */
export type FileEncoding =
    | '' | 'ascii' | 'base64' | 'binary' | 'hex' | 'latin1'
    | 'ucs2' | 'ucs-2' | 'utf16le' | 'utf-16le' | 'utf8' | 'utf-8';

export interface AccessOptions { path: string }
export interface ReadFileOptions {
    filePath: string;
    encoding?: FileEncoding | undefined;
    /** First byte to read, and how many bytes. */
    position?: number | undefined;
    length?: number | undefined;
}
/** `data`: a string, or an EXACT ArrayBuffer: typed arrays fail with 90000 or write nothing [3.4]. */
export interface WriteFileOptions {
    filePath: string;
    data: string | ArrayBuffer;
    encoding?: FileEncoding | undefined;
}
export interface CopyFileOptions { srcPath: string; destPath: string }
export interface RenameOptions { oldPath: string; newPath: string }
export interface DirectoryOptions { dirPath: string; recursive?: boolean | undefined }
export interface ReadDirectoryOptions { dirPath: string }
export interface UnlinkOptions { filePath: string }
export interface StatOptions { path: string; recursive?: boolean | undefined }
export interface UnzipOptions { zipFilePath: string; targetPath: string }
export interface SaveFileOptions { tempFilePath: string; filePath?: string | undefined }
export interface FileInfoOptions { filePath: string; digestAlgorithm?: 'md5' | 'sha1' | undefined }
export interface RemoveSavedFileOptions { filePath: string }

export interface ReadFileResult { readonly data: string | ArrayBuffer; readonly dataType?: string }
export interface AccessResult { readonly success: boolean }
export interface ReadDirectoryResult { readonly files: readonly string[] }
/** Sizes in bytes, times in milliseconds since 1970. */
export interface FileStats {
    readonly mode: number;
    readonly size: number;
    readonly lastAccessedTime: number;
    readonly lastModifiedTime: number;
    isFile(): boolean;
    isDirectory(): boolean;
}
/** With `recursive` on a folder: one row a file, the paths relative to it. */
export interface StatResult { readonly stats: FileStats | readonly { readonly path: string; readonly stats: FileStats }[] }
export interface FileInfoResult { readonly size: number; readonly digest: string }
export interface SaveFileResult { readonly savedFilePath?: string; readonly apFilePath?: string }
export interface SavedFileListResult {
    readonly fileList: readonly { readonly size: number; readonly createTime: number; readonly apFilePath: string }[];
}

/**
 * `my.getFileSystemManager()` [3.4]. Every synchronous method takes one object or positional arguments; its answer is
 * an object around the value, and a failure is returned as {@link MyFailure}.
 */
export interface FileSystemManager {
    access(options: AccessOptions & Callbacks): void;
    readFile(options: ReadFileOptions & Callbacks<ReadFileResult>): void;
    writeFile(options: WriteFileOptions & Callbacks): void;
    appendFile?(options: WriteFileOptions & Callbacks): void;
    copyFile(options: CopyFileOptions & Callbacks): void;
    rename(options: RenameOptions & Callbacks): void;
    unlink(options: UnlinkOptions & Callbacks): void;
    mkdir(options: DirectoryOptions & Callbacks): void;
    rmdir(options: DirectoryOptions & Callbacks): void;
    readdir(options: ReadDirectoryOptions & Callbacks<ReadDirectoryResult>): void;
    stat(options: StatOptions & Callbacks<StatResult>): void;
    unzip(options: UnzipOptions & Callbacks): void;
    /** "Seems not to work" on devices: copy instead [4.2 #16]. */
    saveFile(options: SaveFileOptions & Callbacks<SaveFileResult>): void;
    getFileInfo(options: FileInfoOptions & Callbacks<FileInfoResult>): void;
    removeSavedFile(options: RemoveSavedFileOptions & Callbacks): void;
    getSavedFileList(options: Callbacks<SavedFileListResult>): void;

    accessSync(options: AccessOptions): SyncAnswer<AccessResult>;
    accessSync(path: string): SyncAnswer<AccessResult>;
    readFileSync(options: ReadFileOptions): SyncAnswer<ReadFileResult>;
    readFileSync(filePath: string, encoding?: FileEncoding, position?: number, length?: number): SyncAnswer<ReadFileResult>;
    writeFileSync(options: WriteFileOptions): SyncAnswer<SyncDone>;
    writeFileSync(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): SyncAnswer<SyncDone>;
    appendFileSync?(options: WriteFileOptions): SyncAnswer<SyncDone>;
    appendFileSync?(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): SyncAnswer<SyncDone>;
    copyFileSync(options: CopyFileOptions): SyncAnswer<SyncDone>;
    copyFileSync(srcPath: string, destPath: string): SyncAnswer<SyncDone>;
    renameSync(options: RenameOptions): SyncAnswer<SyncDone>;
    renameSync(oldPath: string, newPath: string): SyncAnswer<SyncDone>;
    unlinkSync(options: UnlinkOptions): SyncAnswer<SyncDone>;
    unlinkSync(filePath: string): SyncAnswer<SyncDone>;
    mkdirSync(options: DirectoryOptions): SyncAnswer<SyncDone>;
    mkdirSync(dirPath: string, recursive?: boolean): SyncAnswer<SyncDone>;
    rmdirSync(options: DirectoryOptions): SyncAnswer<SyncDone>;
    rmdirSync(dirPath: string, recursive?: boolean): SyncAnswer<SyncDone>;
    readdirSync(options: ReadDirectoryOptions): SyncAnswer<ReadDirectoryResult>;
    readdirSync(dirPath: string): SyncAnswer<ReadDirectoryResult>;
    statSync(options: StatOptions): SyncAnswer<StatResult>;
    statSync(path: string, recursive?: boolean): SyncAnswer<StatResult>;
    saveFileSync(options: SaveFileOptions): SyncAnswer<SaveFileResult>;
    saveFileSync(tempFilePath: string, filePath?: string): SyncAnswer<SaveFileResult>;
    getFileInfoSync?(options: FileInfoOptions): SyncAnswer<FileInfoResult>;
    removeSavedFileSync?(options: RemoveSavedFileOptions): SyncAnswer<SyncDone>;
}

/** Files of the package and of the game. */
export interface FileCalls {
    getFileSystemManager(): FileSystemManager;
}

export type HttpHeaders = Readonly<Record<string, string>>;

/** `headers` is plural here. `dataType` defaults to `json`, and a body that is no JSON then fails with 14 [3.5]. */
export interface RequestOptions extends Callbacks<RequestResult, RequestFailure> {
    url: string;
    method?: string | undefined;
    data?: string | object | ArrayBuffer | undefined;
    headers?: HttpHeaders | undefined;
    /** Milliseconds; 30,000 when absent. */
    timeout?: number | undefined;
    dataType?: 'json' | 'text' | 'base64' | 'arraybuffer' | undefined;
}
/** `statusCode` and `header` are aliases of newer clients [3.5]. */
export interface RequestResult {
    readonly data: unknown;
    readonly status: number;
    readonly headers: HttpHeaders;
    readonly statusCode?: number;
    readonly header?: HttpHeaders;
}
/** An HTTP error may come here with error 19, or as a success with its status: sources disagree [3.5]. */
export interface RequestFailure extends MyFailure {
    readonly status?: number;
    readonly data?: unknown;
    readonly headers?: HttpHeaders;
}
export interface RequestTask { abort(): void }

/** `header` is singular here. With `filePath` the result is `filePath` too. `http:` fails with 20 [3.5]. */
export interface DownloadFileOptions extends Callbacks<DownloadFileResult> {
    url: string;
    header?: HttpHeaders | undefined;
    filePath?: string | undefined;
    /** Milliseconds; 60,000 when absent. */
    timeout?: number | undefined;
}
/** No HTTP status: the body of a 404 arrives as a success [3.5]. `tempFilePath` from base library 2.7.23. */
export interface DownloadFileResult {
    readonly apFilePath?: string;
    readonly tempFilePath?: string;
    readonly filePath?: string;
}
export interface DownloadProgress {
    /** Percent, 0 to 100. */
    readonly progress: number;
    readonly totalBytesWritten: number;
    readonly totalBytesExpectedToWrite: number;
}
export interface DownloadTask {
    abort(): void;
    onProgressUpdate?(listener: Listener<DownloadProgress>): void;
    offProgressUpdate?(listener?: Listener<DownloadProgress>): void;
}

export interface UploadFileOptions extends Callbacks<{ readonly data: string; readonly statusCode: number; readonly header?: HttpHeaders }> {
    url: string;
    filePath: string;
    name?: string | undefined;
    fileName?: string | undefined;
    fileType?: string | undefined;
    header?: HttpHeaders | undefined;
    formData?: Readonly<Record<string, string>> | undefined;
    timeout?: number | undefined;
}

/** `multiple: true` gives a task of its own; without it there is one global socket and `my.onSocketOpen` [3.5]. At most 5. */
export interface ConnectSocketOptions extends Callbacks {
    url: string;
    header?: HttpHeaders | undefined;
    data?: object | undefined;
    protocols?: readonly string[] | undefined;
    multiple?: boolean | undefined;
}
/** Binary data is base64 with `isBuffer: true` [3.5]. */
export interface SocketData { readonly data: string | ArrayBuffer; readonly isBuffer?: boolean }
/** A task nests the message: `event.data` is itself `{data, isBuffer}`; handle both [3.5]. */
export interface SocketMessage { readonly data: SocketData | string | ArrayBuffer; readonly isBuffer?: boolean }
export interface SocketClose { readonly code?: number; readonly reason?: string }
export interface SocketTask {
    send(options: SocketData & Callbacks): void;
    close(options?: { code?: number | undefined; reason?: string | undefined } & Callbacks): void;
    onOpen(listener: Listener<{ readonly header?: HttpHeaders; readonly data?: unknown }>): void;
    onMessage(listener: Listener<SocketMessage>): void;
    onError(listener: Listener<MyFailure>): void;
    onClose(listener: Listener<SocketClose>): void;
    offOpen?(listener?: unknown): void;
    offMessage?(listener?: unknown): void;
    offError?(listener?: unknown): void;
    offClose?(listener?: unknown): void;
}

export type NetworkKind = 'WIFI' | '2G' | '3G' | '4G' | '5G' | 'WWAN' | 'UNKNOWN' | 'NOTREACHABLE';
export interface NetworkStatus {
    readonly networkAvailable?: boolean;
    readonly isConnected?: boolean;
    readonly networkType: NetworkKind;
}

/** Requests, downloads, sockets. */
export interface NetworkCalls {
    request(options: RequestOptions): RequestTask | undefined;
    downloadFile(options: DownloadFileOptions): DownloadTask | undefined;
    uploadFile?(options: UploadFileOptions): RequestTask | undefined;
    connectSocket(options: ConnectSocketOptions): SocketTask | undefined;
    sendSocketMessage?(options: SocketData & Callbacks): void;
    closeSocket?(options?: Callbacks): void;
    onSocketOpen?(listener: Listener<object>): void;
    offSocketOpen?(listener?: Listener<object>): void;
    onSocketMessage?(listener: Listener<SocketMessage>): void;
    offSocketMessage?(listener?: Listener<SocketMessage>): void;
    onSocketError?(listener: Listener<MyFailure>): void;
    offSocketError?(listener?: Listener<MyFailure>): void;
    onSocketClose?(listener: Listener<SocketClose>): void;
    offSocketClose?(listener?: Listener<SocketClose>): void;
    getNetworkType?(options: Callbacks<NetworkStatus>): void;
    onNetworkStatusChange?(listener: Listener<NetworkStatus>): void;
    offNetworkStatusChange?(listener?: Listener<NetworkStatus>): void;
}

export interface LoadSubpackageOptions extends Callbacks<{ readonly success: true }, Partial<MyFailure> & { readonly errMsg?: string }> {
    /** The configured name in game.json. */
    name: string;
}
export interface SubpackageProgress {
    readonly progress: number;
    readonly totalBytesWritten: number;
    readonly totalBytesExpectedToWrite: number;
}
/** The document does not promise a task: `loadSubpackage` may return nothing [3.6]. */
export interface LoadSubpackageTask {
    onProgressUpdate?(listener: Listener<SubpackageProgress>): void;
}

/** Subpackages. */
export interface SubpackageCalls {
    loadSubpackage?(options: LoadSubpackageOptions): LoadSubpackageTask | undefined;
}

/**
 * `my.createInnerAudioContext()` [3.7]. `onCanPlay` has a capital P and is absent on some devices; `onPlay` may never
 * fire; two pauses fire one `onPause`. Times in seconds.
 */
export interface InnerAudioContext {
    src: string;
    startTime: number;
    autoplay: boolean;
    loop: boolean;
    volume: number;
    playbackRate?: number;
    /** iOS only. */
    obeyMuteSwitch?: boolean;
    readonly duration: number;
    readonly currentTime: number;
    readonly paused: boolean;
    readonly buffered?: number;
    play(): void;
    pause(): void;
    stop(): void;
    seek(seconds: number): void;
    destroy(): void;
    onCanPlay?(listener: () => void): void;
    offCanPlay?(listener?: () => void): void;
    onPlay(listener: () => void): void;
    offPlay?(listener?: () => void): void;
    onPause(listener: () => void): void;
    offPause?(listener?: () => void): void;
    onStop(listener: () => void): void;
    offStop?(listener?: () => void): void;
    onEnded(listener: () => void): void;
    offEnded?(listener?: () => void): void;
    onTimeUpdate?(listener: () => void): void;
    offTimeUpdate?(listener?: () => void): void;
    onError(listener: Listener<MyFailure>): void;
    offError?(listener?: Listener<MyFailure>): void;
    onWaiting?(listener: () => void): void;
    offWaiting?(listener?: () => void): void;
    onSeeking?(listener: () => void): void;
    offSeeking?(listener?: () => void): void;
    onSeeked?(listener: () => void): void;
    offSeeked?(listener?: () => void): void;
}

/** Sound. */
export interface AudioCalls {
    createInnerAudioContext(): InnerAudioContext;
}

/** Coordinates in logical pixels from the window's top left. */
export interface MyTouch {
    readonly identifier: number;
    readonly clientX: number;
    readonly clientY: number;
    readonly pageX?: number;
    readonly pageY?: number;
    readonly force?: number;
}
/** No `changedTouches` in the game typings; some hosts have it. What `touches` holds at an end is not documented [3.8]. */
export interface MyTouchEvent {
    readonly touches: readonly MyTouch[];
    readonly changedTouches?: readonly MyTouch[];
    readonly timeStamp?: number;
}

export interface ShowKeyboardOptions extends Callbacks {
    defaultValue?: string | undefined;
    maxLength?: number | undefined;
    multiple?: boolean | undefined;
    confirmHold?: boolean | undefined;
    confirmType?: 'done' | 'next' | 'search' | 'go' | 'send' | undefined;
}
export interface KeyboardEventValue { readonly value: string }

/** In units of g. */
export interface Acceleration { readonly x: number; readonly y: number; readonly z: number }

/** Touch, keyboard, sensors. */
export interface InputCalls {
    onTouchStart(listener: Listener<MyTouchEvent>): void;
    onTouchMove(listener: Listener<MyTouchEvent>): void;
    onTouchEnd(listener: Listener<MyTouchEvent>): void;
    onTouchCancel(listener: Listener<MyTouchEvent>): void;
    offTouchStart?(listener?: Listener<MyTouchEvent>): void;
    offTouchMove?(listener?: Listener<MyTouchEvent>): void;
    offTouchEnd?(listener?: Listener<MyTouchEvent>): void;
    offTouchCancel?(listener?: Listener<MyTouchEvent>): void;

    showKeyboard?(options: ShowKeyboardOptions): void;
    hideKeyboard?(options?: Callbacks): void;
    updateKeyboard?(options: { value: string } & Callbacks): void;
    onKeyboardInput?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardInput?(listener?: Listener<KeyboardEventValue>): void;
    onKeyboardConfirm?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardConfirm?(listener?: Listener<KeyboardEventValue>): void;
    onKeyboardComplete?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardComplete?(listener?: Listener<KeyboardEventValue>): void;

    /** Starts the sensor by itself [3.8]. */
    onAccelerometerChange?(listener: Listener<Acceleration>): void;
    offAccelerometerChange?(listener?: Listener<Acceleration>): void;
    startAccelerometer?(options: { interval?: 'game' | 'ui' | 'normal' | undefined } & Callbacks): void;
    stopAccelerometer?(options?: Callbacks): void;
}

/** `data` is null for a missing key; `undefined` has been seen [3.9]. */
export interface StorageValue { readonly data: unknown }
/** Sizes in KB. */
export interface StorageInfo {
    readonly keys: readonly string[];
    readonly currentSize: number;
    readonly limitSize: number;
}

/** Small values that stay. */
export interface StorageCalls {
    /** 200 KB a key (error 14), 10 MB in all (error 12) [2.3]. */
    setStorageSync(options: { key: string; data: unknown }): SyncAnswer<SyncDone>;
    getStorageSync(options: { key: string }): SyncAnswer<StorageValue>;
    removeStorageSync(options: { key: string }): SyncAnswer<SyncDone>;
    clearStorageSync(): SyncAnswer<SyncDone>;
    getStorageInfoSync(): SyncAnswer<StorageInfo>;
    setStorage?(options: { key: string; data: unknown } & Callbacks): void;
    getStorage?(options: { key: string } & Callbacks<StorageValue>): void;
    removeStorage?(options: { key: string } & Callbacks): void;
    clearStorage?(options?: Callbacks): void;
    getStorageInfo?(options: Callbacks<StorageInfo>): void;
}

export interface LaunchOptions {
    readonly query?: Readonly<Record<string, string>>;
    readonly referrerInfo?: Readonly<Record<string, unknown>>;
    readonly scene?: string;
}

/** `level` (5, 10 or 15) only on Android [3.9]. */
export interface MemoryWarning { readonly level?: number }

export interface UpdateManager {
    applyUpdate(): void;
    onCheckForUpdate(listener: Listener<{ readonly hasUpdate: boolean }>): void;
    onUpdateReady(listener: () => void): void;
    onUpdateFailed(listener: () => void): void;
}

/** Start, pause, errors, memory, updates. */
export interface LifeCycleCalls {
    onShow(listener: Listener<LaunchOptions>): void;
    offShow?(listener?: Listener<LaunchOptions>): void;
    onHide(listener: () => void): void;
    offHide?(listener?: () => void): void;
    getLaunchOptionsSync?(): LaunchOptions;
    getEnterOptionsSync?(): LaunchOptions;
    /** There is no `offError` [3.9]. */
    onError?(listener: (message: string, stack?: string) => void): void;
    onUnhandledRejection?(listener: Listener<{ readonly reason: unknown; readonly promise?: unknown }>): void;
    offUnhandledRejection?(listener?: Listener<{ readonly reason: unknown; readonly promise?: unknown }>): void;
    onMemoryWarning?(listener: Listener<MemoryWarning>): void;
    offMemoryWarning?(listener?: Listener<MemoryWarning>): void;
    getUpdateManager?(): UpdateManager;
    exitMiniProgram?(options?: Callbacks): void;
}

/** Clipboard, vibration, dialogs. */
export interface InterfaceCalls {
    setClipboard?(options: { text: string } & Callbacks): void;
    getClipboard?(options: Callbacks<{ readonly text: string }>): void;
    vibrate?(options?: Callbacks): void;
    vibrateShort?(options?: { type?: 'heavy' | 'medium' | 'light' | undefined } & Callbacks): void;
    vibrateLong?(options?: Callbacks): void;

    alert?(options: { title?: string; content?: string; buttonText?: string } & Callbacks): void;
    confirm?(options: { title?: string; content?: string; confirmButtonText?: string; cancelButtonText?: string } & Callbacks<{ readonly confirm: boolean }>): void;
    showToast?(options: { content?: string; type?: string; duration?: number } & Callbacks): void;
    hideToast?(options?: Callbacks): void;
    showLoading?(options?: { content?: string; delay?: number } & Callbacks): void;
    hideLoading?(options?: Callbacks): void;
}

export interface ShareMessage {
    readonly title?: string;
    readonly desc?: string;
    readonly imageUrl?: string;
    readonly path?: string;
}

export interface RewardedAd {
    load(): Promise<void>;
    show(): Promise<void>;
    onLoad(listener: () => void): void;
    offLoad(listener?: () => void): void;
    onError(listener: Listener<MyFailure>): void;
    offError(listener?: Listener<MyFailure>): void;
    onClose(listener: Listener<{ readonly isEnded: boolean }>): void;
    offClose(listener?: Listener<{ readonly isEnded: boolean }>): void;
}

/** Sharing, sign-in, ads, payment. */
export interface ServiceCalls {
    /** A property that the game assigns, not a function that it calls [3.9]. */
    onShareAppMessage?: (() => ShareMessage) | undefined;
    showSharePanel?(options?: Callbacks): void;
    getAuthCode?(options: { scopes?: string | readonly string[] } & Callbacks<{ readonly authCode: string }>): void;
    createRewardedAd?(options: { adUnitId: string }): RewardedAd;
    requestGamePayment?(options: object & Callbacks): void;
}

export interface MyEnvironment {
    /** Root of the game's own writable files, without a slash at its end. */
    readonly USER_DATA_PATH: string;
    readonly clientEnv?: string;
}

/** The global object `my`. Its methods are own and enumerable: the engine clones them (runtime contract 2). */
export interface My extends
    CanvasCalls,
    SystemCalls,
    FileCalls,
    NetworkCalls,
    SubpackageCalls,
    AudioCalls,
    InputCalls,
    StorageCalls,
    LifeCycleCalls,
    InterfaceCalls,
    ServiceCalls {
    readonly env: MyEnvironment;
    readonly SDKVersion?: string;
    /** Base library 2.1.15 and up [2.4]. */
    readonly isIDE?: boolean;
    canIUse(schema: string): boolean;
}

declare global {
    const my: My;
}
