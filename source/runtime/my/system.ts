import type { SafeArea, SystemInfo } from '../../platform/my';
import { attempt, type Host } from './host';

/** What the game may know of the device, cached: reading it calls no host function. Lengths in logical pixels. */
export interface System {
    /** Sizes are turned for a landscape game; `platform` is `Android` or `iOS`, or what else the host says. */
    info(): SystemInfo;
    /** The part of the window free of notch and rounded corners, turned for landscape. The whole window where unknown. */
    safeArea(): SafeArea;
    /** True in the developer tool (platform facts 3.1). */
    readonly isDevTool: boolean;
    /** Forgets what is cached. Resize and show do so by themselves. */
    refresh(): void;
    /** Calls the listener after the window's size or direction changed. */
    onResize(listener: () => void): void;
}

export interface SystemOptions {
    /** The game is played in landscape. iOS may report portrait sizes all the same (platform facts 4.1 #1). */
    readonly landscape?: boolean | undefined;
    /** The host's user agent, where it has one. */
    readonly userAgent?: string | undefined;
}

/** What is assumed of a device that tells nothing about itself. */
const unknownDevice: SystemInfo = {
    pixelRatio: 2, screenWidth: 375, screenHeight: 667, windowWidth: 375, windowHeight: 667,
    model: '', system: '', platform: 'Android', language: 'zh-Hans', version: '',
};

/** A host that timed out is asked again, but not for ever: reads happen many times a frame. */
const patience = 5;

/**
 * Reads the device's facts once and again after resize, show and a change of direction.
 * Quirks: `getSystemInfoSync` may return undefined when the host timed out, iOS may be called `iPhone OS`, the safe
 * area of `getWindowInfo` is that of the portrait direction (platform facts 3.3).
 */
export function createSystem(my: Host, options: SystemOptions = {}): System {
    // Bound before anyone replaces it by a reader of this cache.
    const askHost = typeof my.getSystemInfoSync === 'function' ? my.getSystemInfoSync.bind(my) : () => undefined;
    const listeners: (() => void)[] = [];
    let known: SystemInfo | undefined;
    let area: SafeArea | undefined;
    let attempts = 0;
    let last = unknownDevice;

    function info(): SystemInfo {
        if (!known) {
            attempts += 1;
            const told = attempt(askHost) || attempt(() => my.getWindowInfo && my.getWindowInfo()) as Partial<SystemInfo> | undefined;
            last = describeDevice(told, last, options.landscape);
            if (told && told.windowWidth || attempts >= patience) known = last;
        }
        return known || last;
    }

    function refresh(): void {
        known = area = undefined;
        attempts = 0;
    }

    function resized(): void {
        refresh();
        for (const listener of listeners.slice()) listener();
    }

    attempt(() => my.onWindowResize && my.onWindowResize(resized));
    attempt(() => my.onShow && my.onShow(() => {
        const { windowWidth, windowHeight } = info();
        refresh();
        const now = info();
        if (now.windowWidth !== windowWidth || now.windowHeight !== windowHeight) resized();
    }));

    return {
        info,
        refresh,
        isDevTool: !!my.isIDE || /AlipayIDE/.test(options.userAgent || ''),
        safeArea() {
            if (!area) area = findSafeArea(attempt(() => my.getWindowInfo && my.getWindowInfo().safeArea), info());
            return area;
        },
        onResize(listener) {
            listeners.push(listener);
        },
    };
}

function describeDevice(told: Partial<SystemInfo> | undefined, former: SystemInfo, landscape?: boolean): SystemInfo {
    const info = Object.assign({}, former, told) as { -readonly [Key in keyof SystemInfo]: SystemInfo[Key] };
    if (/^(iphone|ipad|ios)/i.test(info.platform)) info.platform = 'iOS';
    if (landscape && info.windowWidth < info.windowHeight) {
        [info.windowWidth, info.windowHeight] = [info.windowHeight, info.windowWidth];
        [info.screenWidth, info.screenHeight] = [info.screenHeight, info.screenWidth];
    }
    return info;
}

/** Landscape has the home key on the right (platform facts 1.1): what is the top in portrait is the left then. */
function findSafeArea(portrait: SafeArea | undefined, { windowWidth: width, windowHeight: height }: SystemInfo): SafeArea {
    if (!portrait || !(portrait.right > portrait.left && portrait.bottom > portrait.top)) {
        return { left: 0, top: 0, right: width, bottom: height, width, height };
    }
    const { left, top, right, bottom } = portrait;
    // A tall area in a wide window: not yet turned.
    if (width <= height || right - left > bottom - top) return portrait;
    return { left: top, right: bottom, top: height - right, bottom: height - left, width: bottom - top, height: right - left };
}
