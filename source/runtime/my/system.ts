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
}

/** What is assumed of a device that tells nothing about itself: a phone in portrait. */
const unknownDevice: SystemInfo = {
    pixelRatio: 2, screenWidth: 375, screenHeight: 667, windowWidth: 375, windowHeight: 667,
    model: '', system: '', platform: 'Android', language: 'zh-Hans', version: '',
};

/** A host that timed out is asked again, but not for ever: reads happen many times a frame. */
const patience = 5;

/**
 * Reads the device's facts once, and again after a resize or when the game comes back.
 * Quirks: `getSystemInfoSync` may return undefined when the host timed out, or no size yet, iOS may be called
 * `iPhone OS`, the safe area of `getWindowInfo` is that of the portrait direction (platform facts 3.3). Clients without
 * that function may tell the safe area in the system information, as other hosts of the family do.
 */
export function createSystem(my: Host, { landscape }: SystemOptions = {}): System {
    // Kept from before anyone puts a reader of this cache in its place.
    const host: Host = { getSystemInfoSync: my.getSystemInfoSync && my.getSystemInfoSync.bind(my) } as Host;
    const listeners: (() => void)[] = [];
    let latest = unknownDevice;
    let area: SafeArea | undefined;
    let attempts = 0;

    function info(): SystemInfo {
        if (attempts < patience) {
            attempts += 1;
            const told = callHost(host, 'getSystemInfoSync') || callHost(my, 'getWindowInfo');
            const sized = told && told.windowWidth > 0;
            if (sized) attempts = patience;
            latest = describeDevice(Object.assign({}, latest, sized && told), landscape);
        }
        return latest;
    }

    function checkSize(): void {
        const { windowWidth, windowHeight } = latest;
        area = undefined;
        attempts = 0;
        info();
        if (latest.windowWidth !== windowWidth || latest.windowHeight !== windowHeight) for (const listener of listeners) listener();
    }

    callHost(my, 'onWindowResize', checkSize);
    callHost(my, 'onShow', checkSize);

    return {
        info,
        safeArea() {
            return area = area || findSafeArea([callHost(my, 'getWindowInfo'), info()], info());
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
