import type { HostProfile, HostSwitches, ProfileName } from '../../platform';
import type { LaunchOptions, MyCanvas } from '../../platform/my';
import type { AudioOutput } from './audio';
import type { CallGroup } from './calls';
import type { Clock } from './clock';
import type { HostDisk } from './disk';
import type { PackageFileSource } from './files/package-files';
import type { DigitiserFaults } from './input/digitiser';
import type { KeyboardBehaviour } from './input/keyboard';
import type { WebglClasses } from './globals';
import type { HostNetwork } from './network/network';
import type { HostScreen } from './screen/screen';
import type { ModuleRunner } from './subpackages';
import type { LatencyPlan, SilencePlan } from './timing';
import type { MockAnswer } from './unknown-calls';

/** A picture that the environment decoded. */
export interface DecodedImage {
    readonly width: number;
    readonly height: number;
    /** What the environment's own contexts can draw; absent where nothing is drawn. */
    readonly drawable?: unknown;
}
/** Rejects when the bytes are no picture. */
export type ImageDecoder = (bytes: Uint8Array) => Promise<DecodedImage>;

/** Where frames come from: by default 60 a second of the clock. */
export interface FrameSource {
    request(callback: (time: number) => void): number;
    cancel(id: number): void;
}

/** All that makes a simulated host. Everything has a default. */
export interface HostSetup {
    /** Default `android`. */
    readonly profile?: ProfileName | HostProfile;
    /** Disputed behaviours that differ from the profile's. */
    readonly switches?: Partial<HostSwitches>;
    /** APIs to take away: `getWindowInfo`, `FileSystemManager.appendFile`, `env.clientEnv` ... */
    readonly without?: readonly string[];
    readonly packageFiles?: Readonly<Record<string, string | Uint8Array>> | PackageFileSource;
    readonly disk?: HostDisk;
    readonly network?: HostNetwork;
    /** Default: a real clock. */
    readonly clock?: Clock;
    /** Milliseconds between a call and its answer; 0 by default. The network's own latency is apart. */
    readonly latencyMs?: number | Partial<Record<CallGroup, number>>;
    /** Beside that, a time drawn for each answer and each event, the network's included. */
    readonly latency?: LatencyPlan;
    /** Calls that never answer, drawn by chance; single ones are faults. */
    readonly silence?: SilencePlan;
    /** Milliseconds after the start in which the host's first system information may be wrong (switches `earlySystemInfo`, `menuButton`); default 300. */
    readonly settlingMs?: number;
    /** Bytes of user data, default 50 MB (50 x 1024 x 1024). */
    readonly quotaBytes?: number;
    /** Bytes of one file of user data, default 10 MB. */
    readonly fileLimitBytes?: number;
    /** Lets `http:` URLs pass, for a preview on loopback. */
    readonly allowHttp?: boolean;
    readonly screen?: Partial<HostScreen>;
    /** The language that the phone is set to, as Alipay names it; default `zh-Hans`. */
    readonly language?: string;
    readonly launch?: LaunchOptions;
    /** Makes a native canvas; without it canvases record what is drawn. */
    readonly canvasFactory?: (width: number, height: number, isScreen: boolean) => MyCanvas;
    /** The environment's own WebGL classes, for hosts that name them (switch `webglClasses`). */
    readonly webglClasses?: WebglClasses;
    readonly imageDecoder?: ImageDecoder;
    /** Makes a font known to the environment. @returns its family, or null when the bytes are no font. */
    readonly fontLoader?: (bytes: Uint8Array) => string | null;
    readonly audioOutput?: AudioOutput;
    /** Milliseconds until the game hears of a sound's event (`Play`, `Ended` ...); Infinity: never. Default: 0. */
    readonly audioDelay?: (event: string) => number;
    readonly frames?: FrameSource;
    /** Runs a module of the package: a subpackage's `game.js`. */
    readonly runModule?: ModuleRunner;
    /** Told of every error that the game's callbacks throw, whether a `my.onError` listener takes it or not. */
    readonly onGameError?: (error: unknown) => void;
    /** Answers for calls of `my`, by name (`getSetting`, `ap.openURL`): in the place of the model's own, or of none. */
    readonly mocks?: Readonly<Record<string, MockAnswer>>;
    /** Told of each call of a name that clients have and the model does not act out. */
    readonly onUnknownCall?: (name: string) => void;
    /** Told of each file of the package that was to be read and is not there; looking whether one is there does not count. */
    readonly onMissingPackageFile?: (path: string, reader: string) => void;
    /** Told of every error that the game's callbacks throw, and that no `my.onError` listener took. Default: thrown on. */
    readonly onUncaughtError?: (error: unknown) => void;
    /** What goes wrong with touches on their way; default: nothing. */
    readonly digitiser?: DigitiserFaults;
    /** How the on-screen keyboard comes, goes and tells; default: at once. */
    readonly keyboard?: KeyboardBehaviour;
    /** Told when the on-screen keyboard comes, goes or changes. */
    readonly onKeyboardChange?: () => void;
}
