import type { HostProfile } from '../../platform';
import type { LaunchOptions, MemoryWarning, My, NetworkStatus, WindowSize } from '../../platform/my';
import type { Bridge } from './bridge';
import { createListenerList } from './listeners';
import type { HostNetwork } from './network/network';

type LifecycleCalls = Required<Pick<My,
    'onShow' | 'offShow' | 'onHide' | 'offHide' | 'getLaunchOptionsSync' | 'getEnterOptionsSync' | 'onError'
    | 'onUnhandledRejection' | 'offUnhandledRejection' | 'onMemoryWarning' | 'offMemoryWarning'
    | 'onWindowResize' | 'offWindowResize' | 'onNetworkStatusChange' | 'offNetworkStatusChange' | 'getUpdateManager'>>;

export interface LifecycleEvents {
    show(): void;
    hide(): void;
    memoryWarning(level: 5 | 10 | 15): void;
    windowResize(size: WindowSize): void;
    networkChange(status: NetworkStatus): void;
    /** @returns whether the game listens. */
    error(message: string, stack: string | undefined): boolean;
    unhandledRejection(reason: unknown): void;
}

/** Events of the game's life (platform facts 3.9). */
export function createLifecycle(bridge: Bridge, profile: HostProfile, launch: LaunchOptions): { calls: LifecycleCalls; events: LifecycleEvents } {
    const { life } = bridge;
    const shown = createListenerList<LaunchOptions>(life);
    const hidden = createListenerList<void>(life);
    const warned = createListenerList<MemoryWarning>(life);
    const rejected = createListenerList<{ reason: unknown }>(life);
    const resized = createListenerList<WindowSize>(life);
    const networkChanged = createListenerList<NetworkStatus>(life);
    const failed = createListenerList<readonly [string, string | undefined]>(life);
    const subscribe = (api: string, change: () => void): void => bridge.subscribe(api, 'lifecycle', change);
    return {
        calls: {
            onShow: (listener) => subscribe('onShow', () => shown.add(listener)),
            offShow: (listener) => subscribe('offShow', () => shown.remove(listener)),
            onHide: (listener) => subscribe('onHide', () => hidden.add(listener)),
            offHide: (listener) => subscribe('offHide', () => hidden.remove(listener)),
            onMemoryWarning: (listener) => subscribe('onMemoryWarning', () => warned.add(listener)),
            offMemoryWarning: (listener) => subscribe('offMemoryWarning', () => warned.remove(listener)),
            onUnhandledRejection: (listener) => subscribe('onUnhandledRejection', () => rejected.add(listener)),
            offUnhandledRejection: (listener) => subscribe('offUnhandledRejection', () => rejected.remove(listener)),
            onWindowResize: (listener) => subscribe('onWindowResize', () => resized.add(listener)),
            offWindowResize: (listener) => subscribe('offWindowResize', () => resized.remove(listener)),
            onNetworkStatusChange: (listener) => subscribe('onNetworkStatusChange', () => networkChanged.add(listener)),
            offNetworkStatusChange: (listener) => subscribe('offNetworkStatusChange', () => networkChanged.remove(listener)),
            onError: (listener) => subscribe('onError', () => failed.add(([message, stack]) => listener(message, stack))),
            getLaunchOptionsSync: () => bridge.callPlain('getLaunchOptionsSync', 'lifecycle', '', () => launch),
            getEnterOptionsSync: () => bridge.callPlain('getEnterOptionsSync', 'lifecycle', '', () => launch),
            getUpdateManager: () => bridge.callPlain('getUpdateManager', 'lifecycle', '', () => ({
                applyUpdate() {},
                onCheckForUpdate(listener) { life.schedule(() => listener({ hasUpdate: false }), 0); },
                onUpdateReady() {},
                onUpdateFailed() {},
            })),
        },
        events: {
            show: () => shown.emit(launch),
            hide: () => hidden.emit(),
            // The level comes on Android only.
            memoryWarning: (level) => warned.emit(profile.system === 'ios' ? {} : { level }),
            windowResize: (size) => resized.emit(size),
            networkChange: (status) => networkChanged.emit(status),
            error(message, stack) {
                failed.emit([message, stack]);
                return failed.size > 0;
            },
            unhandledRejection: (reason) => rejected.emit({ reason }),
        },
    };
}

/** Program docs' two names for "connected" are both given. */
export function networkStatusOf({ conditions }: HostNetwork): NetworkStatus {
    return { networkAvailable: conditions.online, isConnected: conditions.online, networkType: conditions.online ? conditions.kind : 'NOTREACHABLE' };
}
