import { lightDisplay, type Device, type ScreenGeometry } from '../protocol';

/** The device's screen, as the host is told of it. */
export function screenOf(device: Device, orientation: ScreenGeometry['orientation'], light: boolean): ScreenGeometry {
    const { width, height, statusBarHeight, safeInsets } = device;
    const { pixelRatio } = light ? lightDisplay : device;
    return { width, height, pixelRatio, statusBarHeight, safeInsets, orientation };
}

/** The screen's size in the direction it is held. */
export function visibleSize({ width, height, orientation }: ScreenGeometry): { readonly width: number; readonly height: number } {
    return orientation === 'landscape' ? { width: height, height: width } : { width, height };
}

/**
 * The safe area as the player sees it: held in landscape, the portrait's top is on the left (platform facts 1.1:
 * home key on the right).
 */
export function visibleInsets({ safeInsets, orientation }: ScreenGeometry): ScreenGeometry['safeInsets'] {
    const { top, right, bottom, left } = safeInsets;
    return orientation === 'portrait' ? safeInsets : { top: right, right: bottom, bottom: left, left: top };
}
