/**
 * Declarations of `my` for Alipay mini games. Types only.
 *
 * Members without `?` are there on the oldest client the Cocos manual supports (10.3.70). Members with `?` came
 * later, are disputed, or are missing on some devices: probe them (`my.getWindowInfo?.()`), never ask `my.canIUse`,
 * which is false for features that never had a limit (platform facts 3.3).
 *
 * Numbers in brackets are sections of the project's platform facts.
 */

import type { AudioCalls } from './audio';
import type { CanvasCalls } from './canvas';
import type { FileCalls } from './files';
import type { InputCalls } from './input';
import type { InterfaceCalls } from './interface';
import type { LifeCycleCalls } from './life-cycle';
import type { NetworkCalls } from './network';
import type { ServiceCalls } from './services';
import type { StorageCalls } from './storage';
import type { SubpackageCalls } from './subpackages';
import type { SystemCalls } from './system';

export type * from './calls';
export type * from './canvas';
export type * from './system';
export type * from './files';
export type * from './network';
export type * from './subpackages';
export type * from './audio';
export type * from './input';
export type * from './storage';
export type * from './life-cycle';
export type * from './interface';
export type * from './services';

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
