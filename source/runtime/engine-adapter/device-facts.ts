import type { SafeArea, SystemInfo } from '../../platform/my';
import { attempt, type GlobalScope, type Host } from '../my/host';
import type { Engine } from './engine';

/** What the web-adapter tells other adapters of the device; turned for landscape, in logical pixels. */
interface DeviceFacts {
    readonly getSafeArea?: () => SafeArea;
}

/**
 * Mends what the engine believes of the device:
 * - `iPhone OS` is iOS (platform facts 3.3), and iOS is a phone;
 * - `sys.getSafeAreaRect` tells the safe area of the host, which the engine's Alipay layer does not ask (runtime
 *   contract 6, row 21). In the coordinates of the design resolution, origin at the bottom left, as the engine has it.
 */
export function mendDeviceFacts({ sys, view, screen, Rect }: Engine, { __globalAdapter }: GlobalScope, my: Host): void {
    const { getSafeArea } = (__globalAdapter || {}) as DeviceFacts;
    const read = (): SystemInfo => my.getSystemInfoSync!()!;
    attempt(() => {
        if (/^i(phone|pad|os)/i.test(read().platform)) Object.assign(sys!, { os: 'iOS', isMobile: true });
    });
    if (!getSafeArea || !sys) return;
    sys.getSafeAreaRect = (symmetric = true) => {
        const { width, height } = screen!.windowSize;
        const area = getSafeArea();
        const scale = width / read().windowWidth;
        let left = area.left * scale;
        let right = width - area.right * scale;
        let top = height - area.top * scale;
        let bottom = height - area.bottom * scale;
        if (symmetric && width < height) top = height - (bottom = Math.max(bottom, height - top));
        if (symmetric && width >= height) left = right = Math.max(left, right);
        const { x, y } = view!.getViewportRect();
        const across = view!.getScaleX();
        const up = view!.getScaleY();
        return new Rect!((left - x) / across, (bottom - y) / up, (width - left - right) / across, (top - bottom) / up);
    };
}
