import type { GameDescription } from './description';

/** A phone's screen. Lengths in logical pixels, of the phone held upright, whatever `orientation` says. */
export interface ScreenGeometry {
    readonly width: number;
    readonly height: number;
    readonly pixelRatio: number;
    readonly statusBarHeight: number;
    readonly safeInsets: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
    /** How the game is shown. */
    readonly orientation: 'portrait' | 'landscape';
}

/** How the simulated line is; `undefined` bandwidth is unlimited. */
export interface NetworkConditions {
    readonly online: boolean;
    readonly latencyMs: number;
    readonly bytesPerSecond: number | undefined;
    /** What `my.getNetworkType` says. */
    readonly kind: 'WIFI' | '4G' | '3G' | '2G' | 'NOTREACHABLE';
}

export interface Finger {
    readonly identifier: number;
    /** Logical pixels from the screen's top left. */
    readonly x: number;
    readonly y: number;
}

/** Everything a Worker needs to start a game; the canvas and the sound port travel beside it. */
export interface StartMessage {
    readonly type: 'start';
    readonly description: GameDescription;
    readonly screen: ScreenGeometry;
    readonly network: NetworkConditions;
    /** What the former run left on the device; absent for a first run. */
    readonly disk?: unknown;
}

/** How a sound came: `duration` in seconds. */
export type SoundEvent =
    | { readonly event: 'ready'; readonly duration: number }
    | { readonly event: 'failed'; readonly message: string };

/** Questions of the inspector; each is answered by one `answer`. */
export type Question =
    | { readonly ask: 'files' }
    | { readonly ask: 'file'; readonly path: string }
    | { readonly ask: 'remove-file'; readonly path: string }
    | { readonly ask: 'clear-files' }
    | { readonly ask: 'storage' }
    | { readonly ask: 'remove-storage'; readonly key: string }
    | { readonly ask: 'clear-storage' }
    | { readonly ask: 'picture' }
    | { readonly ask: 'disk' };

/** One file of the simulated device. */
export interface DeviceFile {
    readonly path: string;
    readonly bytes: number;
}

export interface DeviceFiles {
    readonly files: readonly DeviceFile[];
    readonly usedBytes: number;
    readonly quotaBytes: number;
}

export interface StorageEntry {
    readonly key: string;
    /** The value as JSON. */
    readonly value: string;
}

export interface Answers {
    readonly files: DeviceFiles;
    readonly file: ArrayBuffer | undefined;
    readonly 'remove-file': undefined;
    readonly 'clear-files': undefined;
    readonly storage: readonly StorageEntry[];
    readonly 'remove-storage': undefined;
    readonly 'clear-storage': undefined;
    /** A PNG of the screen at the device's own pixels; undefined before anything was drawn. */
    readonly picture: ArrayBuffer | undefined;
    readonly disk: unknown;
}

/** From the page to the Worker, after `start`. */
export type PageMessage =
    | { readonly type: 'touch'; readonly phase: 'start' | 'move' | 'end' | 'cancel'; readonly fingers: readonly Finger[] }
    | { readonly type: 'visible'; readonly visible: boolean }
    | { readonly type: 'memory-warning'; readonly level: number }
    | { readonly type: 'lose-context' }
    | { readonly type: 'purge' }
    | { readonly type: 'screen'; readonly screen: ScreenGeometry }
    | { readonly type: 'network'; readonly network: NetworkConditions }
    | { readonly type: 'keyboard'; readonly event: 'input' | 'confirm' | 'dismiss'; readonly value: string }
    | { readonly type: 'dialog'; readonly confirmed: boolean }
    | { readonly type: 'question'; readonly id: number; readonly question: Question }
    | ({ readonly type: 'sound'; readonly id: number } & SoundEvent);

/** One `my` call as the table shows it. */
export interface CallSummary {
    readonly index: number;
    readonly api: string;
    readonly target: string;
    readonly sync: boolean;
    /** Milliseconds since the start of the game. */
    readonly at: number;
    readonly milliseconds: number | undefined;
    readonly outcome: 'pending' | 'success' | 'fail' | 'thrown' | 'never';
    /** `10022 not found`; empty without a failure. */
    readonly failure: string;
}

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

export interface ConsoleLine {
    readonly level: ConsoleLevel;
    readonly text: string;
    /** Milliseconds since the start of the game. */
    readonly at: number;
}

/** What makes `preview --headless` fail. */
export type GameFailure =
    | { readonly kind: 'uncaught'; readonly message: string; readonly stack: string }
    | { readonly kind: 'missing-file'; readonly file: string; readonly asker: string }
    /** @property folderIsServed whether a remote folder lies beside the package at all */
    | { readonly kind: 'missing-remote-file'; readonly file: string; readonly folderIsServed: boolean }
    | { readonly kind: 'no-answer'; readonly seconds: number }
    /** @property why the client lacks it, or no source names it */
    | { readonly kind: 'missing-api'; readonly name: string; readonly why: 'client' | 'no-such-name'; readonly stack: string };

/** Frames since the last message of this kind. Milliseconds. */
export interface FrameSample {
    /** From one frame callback to the next. */
    readonly intervals: readonly number[];
    /** Spent in the game's own frame callbacks. */
    readonly work: readonly number[];
}

export type SoundCommand =
    | { readonly command: 'load'; readonly bytes: ArrayBuffer }
    | { readonly command: 'play'; readonly offset: number; readonly loop: boolean; readonly volume: number; readonly rate: number }
    | { readonly command: 'stop' }
    | { readonly command: 'change'; readonly loop: boolean; readonly volume: number; readonly rate: number };

export interface KeyboardRequest {
    readonly value: string;
    /** Negative: none. */
    readonly maxLength: number;
    readonly multiple: boolean;
    readonly confirmType: string;
}

export type DialogRequest =
    | { readonly kind: 'alert'; readonly title: string; readonly content: string; readonly confirmText: string }
    | { readonly kind: 'confirm'; readonly title: string; readonly content: string; readonly confirmText: string; readonly cancelText: string };

/** From the Worker to the page. */
export type GameMessage =
    /** The first frame that drew on the screen, and the first of the game itself: before it a first screen may have been there. */
    | { readonly type: 'first-picture' | 'first-frame'; readonly milliseconds: number }
    | { readonly type: 'frames'; readonly sample: FrameSample }
    | { readonly type: 'calls'; readonly calls: readonly CallSummary[]; readonly total: number }
    | { readonly type: 'console'; readonly lines: readonly ConsoleLine[] }
    | { readonly type: 'failure'; readonly failure: GameFailure }
    | { readonly type: 'probe'; readonly name: string }
    /** A call of `my` that clients answer and the preview does not act out; each name once. */
    | { readonly type: 'unknown-call'; readonly name: string }
    | { readonly type: 'keyboard'; readonly request: KeyboardRequest | undefined }
    | { readonly type: 'dialog'; readonly request: DialogRequest | undefined }
    | { readonly type: 'toast'; readonly text: string; readonly milliseconds: number }
    | ({ readonly type: 'sound'; readonly id: number } & SoundCommand)
    | { readonly type: 'answer'; readonly id: number; readonly value: unknown; readonly error?: string };
