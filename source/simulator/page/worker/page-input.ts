import type { AlipayHost, HostScreen } from '../../model';
import type { NetworkConditions, PageMessage, ScreenGeometry } from '../../protocol';

/** Fingers on the page's screen become fingers on the host's. */
export function sendTouch({ user }: AlipayHost, { phase, fingers }: Extract<PageMessage, { type: 'touch' }>): void {
    const points = fingers.map(({ identifier, x, y }) => ({ id: identifier, x, y }));
    const ids = points.map(({ id }) => id);
    switch (phase) {
        case 'start': return user.touchStart(...points);
        case 'move': return user.touchMove(...points);
        case 'end': return user.touchEnd(...ids);
        case 'cancel': return user.touchCancel(...ids);
    }
}

export function toHostScreen({ width, height, pixelRatio, statusBarHeight, safeInsets, orientation }: ScreenGeometry): HostScreen {
    const { top, right, bottom, left } = safeInsets;
    const safeArea = { left, top, right: width - right, bottom: height - bottom, width: width - left - right, height: height - top - bottom };
    return { width, height, pixelRatio, statusBarHeight, safeArea, orientation };
}

export function toConditions({ online, latencyMs, bytesPerSecond, kind }: NetworkConditions): { online: boolean; latencyMs: number; bytesPerSecond: number; kind: NetworkConditions['kind'] } {
    return { online, latencyMs, bytesPerSecond: bytesPerSecond ?? Infinity, kind };
}
