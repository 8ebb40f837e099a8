import type { SafeArea, SystemInfo } from '../../platform/my';
import { callHost, type Host } from './host';

/** What the game may know of the device, cached: reading it calls no host function. Lengths in logical pixels. */
export interface System {
    /** Sizes are turned for a landscape game; `platform` is `Android` or `iOS`, or what else the host says. */
    info(): SystemInfo;
    /** The part of the window free of notch and rounded corners, turned for landscape. The whole window where unknown. */
    safeArea(): SafeArea;
    /** Calls the listener after the window's size or direction changed. */
    onResize(listener: () => void): void;
}

export interface SystemOptions {
    /** The game is played in landscape. iOS may report portrait sizes all the same (platform facts 4.1 #1). */
    readonly landscape?: boolean | undefined;
    /** The host's timer. Without one the first answer stays. */
    readonly setTimeout?: ((run: () => void, milliseconds: number) => unknown) | undefined;
}

/** What is assumed of a device that tells nothing about itself: a phone in portrait. */
const unknownDevice: SystemInfo = {
    pixelRatio: 2, screenWidth: 375, screenHeight: 667, windowWidth: 375, windowHeight: 667,
    model: '', system: '', platform: 'Android', language: 'zh-Hans', version: '',
};

/**
 * Reads the device's facts once, and again soon after the start, after a resize and when the game comes back.
 * Quirks: in the first moments a host may tell wrong sizes, or nothing, as after a time-out; iOS may be called
 * `iPhone OS`; the safe area of `getWindowInfo` is that of the portrait direction (platform facts 3.3). Clients without
 * that function may tell the safe area in the system information, as other hosts of the family do.
 */
export function createSystem(my: Host, { landscape, setTimeout }: SystemOptions = {}): System {
    // Kept from before anyone puts a reader of this cache in its place.
    const host: Host = { getSystemInfoSync: my.getSystemInfoSync && my.getSystemInfoSync.bind(my) } as Host;
    const listeners: (() => void)[] = [];
    let latest = ask(unknownDevice);
    let area: SafeArea | undefined;

    /** @param before holds where the host tells nothing. */
    function ask(before: SystemInfo): SystemInfo {
        const told = callHost(host, 'getSystemInfoSync') || callHost(my, 'getWindowInfo');
        return describeDevice(Object.assign({}, before, told && told.windowWidth > 0 ? told : 0), landscape);
    }

    function checkSize(): void {
        const { windowWidth, windowHeight } = latest;
        area = undefined;
        latest = ask(latest);
        if (latest.windowWidth === windowWidth && latest.windowHeight === windowHeight) return;
        for (const listener of listeners) listener();
    }

    callHost(my, 'onWindowResize', checkSize);
    callHost(my, 'onShow', checkSize);
    if (setTimeout) for (const milliseconds of [100, 1000]) setTimeout(checkSize, milliseconds);

    return {
        info: () => latest,
        safeArea() {
            return area = area || findSafeArea([callHost(my, 'getWindowInfo'), latest], latest);
        },
        onResize(listener) {
            listeners.push(listener);
        },
    };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function describeDevice(info: Mutable<SystemInfo>, landscape?: boolean): SystemInfo {
    if (/^(iphone|ipad|ios)/i.test(info.platform)) info.platform = 'iOS';
    if (landscape && info.windowWidth < info.windowHeight) {
        [info.windowWidth, info.windowHeight] = [info.windowHeight, info.windowWidth];
        [info.screenWidth, info.screenHeight] = [info.screenHeight, info.screenWidth];
    }
    return info;
}

/**
 * The first area that is one. Landscape has the home key on the right (platform facts 1.1): what is the top in
 * portrait is the left then.
 */
function findSafeArea(told: readonly (object | undefined)[], { windowWidth: width, windowHeight: height }: SystemInfo): SafeArea {
    for (const info of told) {
        const { safeArea } = (info || {}) as { readonly safeArea?: SafeArea };
        if (!safeArea) continue;
        const { left, top, right, bottom } = safeArea;
        if (!(right > left && bottom > top)) continue;
        // A tall area in a wide window: not yet turned.
        return width > height && right - left < bottom - top
            ? { left: top, right: bottom, top: height - right, bottom: height - left, width: bottom - top, height: right - left }
            : safeArea;
    }
    return { left: 0, top: 0, right: width, bottom: height, width, height };
}
