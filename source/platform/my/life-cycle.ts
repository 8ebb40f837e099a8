import type { Callbacks, Listener } from './calls';

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
