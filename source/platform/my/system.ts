import type { Callbacks, Listener } from './calls';

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
