import { findDevice, type Device, type PreviewSettings, type ScreenGeometry } from '../protocol';
import { element } from './elements';
import { screenOf, visibleInsets, visibleSize } from './screen-geometry';

export type Orientation = ScreenGeometry['orientation'];

/** The phone on the stage: which one, how it is held, how large it is drawn. */
export interface Phone {
    readonly device: Device;
    readonly orientation: Orientation;
    readonly screen: ScreenGeometry;
    /** Logical pixels, in the direction it is held. */
    readonly size: { readonly width: number; readonly height: number };
    choose(device: string): void;
    hold(orientation: Orientation): void;
    showSafeArea(shown: boolean): void;
    /** A fresh canvas: the former one belongs to the former game's Worker for good. */
    renewCanvas(): HTMLCanvasElement;
}

export function createPhone({ device: firstDevice, light = false }: Pick<PreviewSettings, 'device' | 'light'>, firstOrientation: Orientation, showStatusBar: boolean): Phone {
    let device = findDevice(firstDevice);
    let orientation = firstOrientation;
    const space = element('space');
    const frame = element('phone');
    const glass = element('screen');
    const border = (): number => (device.frame === 'round' ? 20 : 16);

    const draw = (): void => {
        const screen = screenOf(device, orientation, light);
        const { width, height } = visibleSize(screen);
        const scale = Math.min(1, (space.clientWidth - border()) / width, (space.clientHeight - border()) / height);
        glass.style.width = `${Math.max(1, Math.floor(width * scale))}px`;
        glass.style.height = `${Math.max(1, Math.floor(height * scale))}px`;
        frame.dataset.frame = device.frame;
        element('status-bar').hidden = !showStatusBar;
        const insets = visibleInsets(screen);
        const safe = element('safe-area');
        safe.style.inset = `${(insets.top / height) * 100}% ${(insets.right / width) * 100}% ${(insets.bottom / height) * 100}% ${(insets.left / width) * 100}%`;
    };
    const tick = (): void => { element('clock').textContent = new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' }); };
    new ResizeObserver(draw).observe(space);
    tick();
    setInterval(tick, 10_000);
    draw();

    return {
        get device() { return device; },
        get orientation() { return orientation; },
        get screen() { return screenOf(device, orientation, light); },
        get size() { return visibleSize(screenOf(device, orientation, light)); },
        choose(name) {
            device = findDevice(name);
            draw();
        },
        hold(next) {
            orientation = next;
            draw();
        },
        showSafeArea(shown) {
            element('safe-area').hidden = !shown;
        },
        renewCanvas() {
            const canvas = document.createElement('canvas');
            canvas.id = 'canvas';
            element('canvas').replaceWith(canvas);
            return canvas;
        },
    };
}
