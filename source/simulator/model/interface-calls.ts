import type { HostProfile } from '../../platform';
import type { Callbacks, My, MyFailure, RewardedAd } from '../../platform/my';
import { succeed, type Bridge } from './bridge';
import { networkStatusOf } from './lifecycle';
import { createListenerList } from './listeners';
import type { HostNetwork } from './network/network';

type InterfaceCalls = Pick<My,
    'alert' | 'confirm' | 'showToast' | 'hideToast' | 'showLoading' | 'hideLoading' | 'setClipboard' | 'getClipboard'
    | 'vibrate' | 'vibrateShort' | 'vibrateLong' | 'showSharePanel' | 'getAuthCode' | 'getNetworkType' | 'canIUse'
    | 'exitMiniProgram' | 'triggerGC' | 'requestGamePayment' | 'createRewardedAd'>;

/** Dialogs, clipboard, vibration, sharing, login: answered as a friendly user would (platform facts 3.9). */
export function createInterfaceCalls(bridge: Bridge, network: HostNetwork, profile: HostProfile): InterfaceCalls {
    let clipboard = '';
    const simple = <Result extends object>(api: string, result: () => Result) => (options?: Callbacks<Result>): void => (
        bridge.call(options, { api, group: 'interface', work: () => succeed(result()) })
    );
    return {
        alert: simple('alert', () => ({})),
        confirm: simple('confirm', () => ({ confirm: true })),
        showToast: simple('showToast', () => ({})),
        hideToast: simple('hideToast', () => ({})),
        showLoading: simple('showLoading', () => ({})),
        hideLoading: simple('hideLoading', () => ({})),
        setClipboard: (options) => bridge.call(options, {
            api: 'setClipboard', group: 'interface',
            work: () => {
                clipboard = options.text;
                return succeed({});
            },
        }),
        getClipboard: simple('getClipboard', () => ({ text: clipboard })),
        vibrate: simple('vibrate', () => ({})),
        vibrateShort: simple('vibrateShort', () => ({})),
        vibrateLong: simple('vibrateLong', () => ({})),
        showSharePanel: simple('showSharePanel', () => ({})),
        getAuthCode: simple('getAuthCode', () => ({ authCode: 'simulated-auth-code' })),
        getNetworkType: simple('getNetworkType', () => networkStatusOf(network)),
        exitMiniProgram: simple('exitMiniProgram', () => ({})),
        // Only this code says that it was paid.
        requestGamePayment: simple('requestGamePayment', () => ({ resultCode: '9000' })),
        createRewardedAd: () => bridge.callPlain('createRewardedAd', 'interface', '', () => createRewardedAd(bridge)),
        triggerGC: () => bridge.callPlain('triggerGC', 'system', '', () => undefined),
        // False for everything that never had a compatibility limit (platform facts 3.3).
        canIUse: (schema) => bridge.callPlain('canIUse', 'system', schema, () => ['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting'].includes(schema) && !profile.lacks.includes(schema)),
    };
}

/** An advertisement that is always there and is always watched to its end. */
function createRewardedAd({ life }: Bridge): RewardedAd {
    const loaded = createListenerList<void>(life);
    const closed = createListenerList<{ readonly isEnded: boolean }>(life);
    const failed = createListenerList<MyFailure>(life);
    const later = (action: () => void): Promise<void> => new Promise((resolve) => {
        life.schedule(() => {
            resolve();
            action();
        }, 0);
    });
    return {
        load: () => later(() => loaded.emit()),
        show: () => later(() => { life.schedule(() => closed.emit({ isEnded: true }), 0); }),
        onLoad: loaded.add, offLoad: loaded.remove,
        onClose: closed.add, offClose: closed.remove,
        onError: failed.add, offError: failed.remove,
    };
}
