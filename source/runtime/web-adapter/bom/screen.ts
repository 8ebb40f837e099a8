import type { System } from '../../my/system';
import type { Definer } from './define';

/** The window's and the screen's measures, in CSS pixels, from the cached system information. */
export function defineScreen(define: Definer, { info }: System): void {
    const screen = {};
    const measures = [
        ['inner', 'window', define.live],
        ['outer', 'screen', define.live],
        ['', 'screen', liveOn(screen)],
        ['avail', 'window', liveOn(screen)],
    ] as const;
    for (const [prefix, of, live] of measures) {
        for (const side of ['Width', 'Height'] as const) live(prefix ? prefix + side : side.toLowerCase(), () => info()[`${of}${side}`]);
    }
    define.live('devicePixelRatio', () => info().pixelRatio);
    for (const name of ['scrollX', 'scrollY', 'pageXOffset', 'pageYOffset', 'orientation']) define.value(name, 0);
    define.value('screen', screen);
}

const liveOn = (target: object) => (name: string, get: () => unknown): void => {
    Object.defineProperty(target, name, { get, enumerable: true });
};
