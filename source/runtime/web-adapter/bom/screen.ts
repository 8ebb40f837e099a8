import type { System } from '../../my/system';
import type { Definer } from './define';

/** The window's and the screen's measures, in CSS pixels, from the cached system information. */
export function defineScreen(define: Definer, system: System): void {
    const { info } = system;
    define.live('innerWidth', () => info().windowWidth);
    define.live('innerHeight', () => info().windowHeight);
    define.live('outerWidth', () => info().screenWidth);
    define.live('outerHeight', () => info().screenHeight);
    define.live('devicePixelRatio', () => info().pixelRatio);
    for (const name of ['screenX', 'screenY', 'screenLeft', 'screenTop', 'scrollX', 'scrollY', 'pageXOffset', 'pageYOffset']) define.value(name, 0);
    define.value('screen', {
        get width() { return info().screenWidth; },
        get height() { return info().screenHeight; },
        get availWidth() { return info().windowWidth; },
        get availHeight() { return info().windowHeight; },
        colorDepth: 24,
        pixelDepth: 24,
        orientation: {
            angle: 0,
            get type() { return info().windowWidth > info().windowHeight ? 'landscape-primary' : 'portrait-primary'; },
        },
    });
    define.value('orientation', 0);
}
