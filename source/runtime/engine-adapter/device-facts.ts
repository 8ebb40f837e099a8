import type { SafeArea, SystemInfo } from '../../platform/my';
import { attempt, type GlobalScope, type Host } from '../my/host';
import type { Engine } from './engine';

/** What the web-adapter tells other adapters of the device; turned for landscape, in logical pixels. */
interface DeviceFacts {
    readonly getSystemInfoSync?: () => SystemInfo;
    readonly getSafeArea?: () => SafeArea;
}

/**
 * Mends what the engine believes of the device:
 * - `iPhone OS` is iOS (platform facts 3.3), and iOS is a phone;
 * - `sys.getSafeAreaRect` tells the safe area of the host, which the engine's Alipay layer does not ask (runtime
 *   contract 6, row 21). In the coordinates of the design resolution, origin at the bottom left, as the engine has it.
 */
export function mendDeviceFacts({ sys, view, screen, Rect }: Engine, scope: GlobalScope, my: Host): void {
    if (!sys) return;
    const { getSystemInfoSync = my.getSystemInfoSync, getSafeArea } = (scope['__globalAdapter'] || {}) as DeviceFacts;
    const read = (): SystemInfo | undefined => attempt(() => getSystemInfoSync && getSystemInfoSync.call(my));
    if (/^(iphone|ipad|ios)/i.test((read() || { platform: '' }).platform)) {
        attempt(() => {
            sys.os = 'iOS';
            sys.isMobile = true;
        });
    }
    if (!view || !screen || !Rect || !getSafeArea) return;
    sys.getSafeAreaRect = (symmetric = true) => {
        const { width, height } = screen.windowSize;
        const area = getSafeArea();
        const scale = width / (read() || { windowWidth: width }).windowWidth;
        let [left, top, right, bottom] = [area.left * scale, area.top * scale, width - area.right * scale, height - area.bottom * scale];
        if (symmetric) {
            if (width < height) top = bottom = Math.max(top, bottom);
            else left = right = Math.max(left, right);
        }
        const origin = view.getViewportRect();
        const x = view.getScaleX();
        const y = view.getScaleY();
        return new Rect((left - origin.x) / x, (bottom - origin.y) / y, (width - left - right) / x, (height - top - bottom) / y);
    };
}
