declare global {
    interface Window {
        /** The screen: the web-adapter names it so, and the plain page does too. */
        canvas: HTMLCanvasElement;
    }
}

/** The screen canvas at the device's own pixels, with nothing on it yet. */
export function openScreen(): HTMLCanvasElement {
    const { canvas } = window;
    canvas.width = Math.round(window.innerWidth * window.devicePixelRatio);
    canvas.height = Math.round(window.innerHeight * window.devicePixelRatio);
    return canvas;
}

/** A picture of the package; its pixels are half transparent in places. */
export function loadPicture(): Promise<HTMLImageElement> {
    return new Promise((resolve, reject) => {
        const picture = new Image();
        picture.onload = () => resolve(picture);
        picture.onerror = () => reject(new Error('picture.png did not load'));
        picture.src = 'picture.png';
    });
}

/** Tells of each touch once, so that a test can count them. */
export function logTouches(canvas: HTMLCanvasElement): void {
    for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
        canvas.addEventListener(kind, ({ changedTouches, touches }) => {
            const places = [...changedTouches].map(({ identifier, clientX, clientY }) => `${identifier}@${Math.round(clientX)},${Math.round(clientY)}`);
            console.log(`${kind} ${places.join(' ')} of ${touches.length}`);
        });
    }
}
