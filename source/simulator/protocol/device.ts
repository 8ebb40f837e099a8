import type { ScreenGeometry } from './messages';

/** A phone to look like. Lengths in logical pixels, held upright. */
export interface Device {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly pixelRatio: number;
    readonly statusBarHeight: number;
    readonly safeInsets: ScreenGeometry['safeInsets'];
    /** How the bezel is drawn. */
    readonly frame: 'round' | 'flat';
}

/** Sizes as the makers publish them; each shape once: notch, island, punch hole, none, small, tablet. */
const devices: readonly Device[] = [
    { name: 'iPhone 15', width: 393, height: 852, pixelRatio: 3, statusBarHeight: 59, safeInsets: { top: 59, right: 0, bottom: 34, left: 0 }, frame: 'round' },
    { name: 'iPhone 15 Pro Max', width: 430, height: 932, pixelRatio: 3, statusBarHeight: 59, safeInsets: { top: 59, right: 0, bottom: 34, left: 0 }, frame: 'round' },
    { name: 'iPhone 13 mini', width: 375, height: 812, pixelRatio: 3, statusBarHeight: 50, safeInsets: { top: 50, right: 0, bottom: 34, left: 0 }, frame: 'round' },
    { name: 'iPhone SE', width: 375, height: 667, pixelRatio: 2, statusBarHeight: 20, safeInsets: { top: 20, right: 0, bottom: 0, left: 0 }, frame: 'flat' },
    { name: 'Pixel 8', width: 412, height: 915, pixelRatio: 2.625, statusBarHeight: 24, safeInsets: { top: 24, right: 0, bottom: 0, left: 0 }, frame: 'round' },
    { name: 'Galaxy S23', width: 360, height: 780, pixelRatio: 3, statusBarHeight: 30, safeInsets: { top: 30, right: 0, bottom: 0, left: 0 }, frame: 'round' },
    { name: 'Redmi 9A', width: 360, height: 800, pixelRatio: 2, statusBarHeight: 26, safeInsets: { top: 26, right: 0, bottom: 0, left: 0 }, frame: 'flat' },
    { name: 'Android 720p', width: 360, height: 640, pixelRatio: 2, statusBarHeight: 24, safeInsets: { top: 24, right: 0, bottom: 0, left: 0 }, frame: 'flat' },
    { name: 'iPad', width: 820, height: 1180, pixelRatio: 2, statusBarHeight: 24, safeInsets: { top: 24, right: 0, bottom: 20, left: 0 }, frame: 'flat' },
];

/** What a light preview shows instead of the device's own pixels and frames. */
export const lightDisplay = { pixelRatio: 1, framesPerSecond: 15 } as const;

export const deviceNames: readonly string[] = devices.map(({ name }) => name);

/** The device of a name; the first of all for an unknown one. */
export function findDevice(name: string): Device {
    return devices.find((device) => device.name === name) ?? devices[0]!;
}
