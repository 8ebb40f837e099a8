import type { MyImage } from '../../platform/my';
import { attempt, type GlobalScope, type Host } from '../my/host';
import type { createFailure, Failure, TouchedCanvas } from './failure/failure';
import type { Gl } from './gl';
import type { FirstScreenOptions, FirstScreenTexts } from './options';
import { createPainter, type Layer, type Painter } from './painter';
import { drawBar, penOf, type Pen } from './pen';
import { createProgress, type StartPhase } from './progress';
import { findWindowReader } from './window-reader';

export type { FirstScreenOptions, FirstScreenTexts } from './options';
export type { StartPhase } from './progress';

/**
 * `window.firstScreen`: what a player sees between the game's icon and the engine's first frame. No method throws; once
 * the canvas was let go all do nothing, but `fail`, which then asks the host for a dialog.
 *
 * The main package holds `first-screen.js`, required right after `web-adapter.js`, and beside it `start-failure.js`, which
 * the first screen requires when something fails, as well as the pictures that its options name.
 */
export interface FirstScreen {
    /** How far a phase is, 0 to 1. The bar never goes back, whatever it is told. Takes a failure off the screen. */
    report(phase: StartPhase, fraction: number): void;
    /**
     * Resolves when what was reported is on the screen. Wait for it before a long synchronous step (requiring the
     * engine): a thread that is busy shows nothing of what it drew. At once where nothing is drawn; after 100 ms at the
     * latest, as hosts give no frames to a game that is hidden.
     */
    shown(): Promise<void>;
    /**
     * Shows what went wrong, by a key of {@link FirstScreenTexts} or as a text: its first line is the message, further
     * lines explain. With `tryAgain` also a button, which calls it once and brings the bar back.
     */
    fail(message: keyof FirstScreenTexts | (string & {}), tryAgain?: () => void): void;
    /**
     * Lets go of the canvas: the context's state is as it was found, and nothing that was allocated stays. The
     * engine-adapter calls it in the frame in which the engine first draws; until then every frame is drawn here.
     */
    release(): void;
}

export interface FirstScreenSetup {
    /** The game's global object, after the web-adapter. */
    readonly scope: GlobalScope;
    readonly my: Host;
    readonly options?: FirstScreenOptions | undefined;
    /** Gives what draws failures, which a package has in a file of its own: most starts never need it. */
    readonly loadFailure: () => typeof createFailure;
}

/** What of the global object the first screen uses. */
interface Window {
    /** The screen's: the first that was created, by the web-adapter. All that are created here are others. */
    readonly canvas: TouchedCanvas;
    /** The web-adapter's, which knows both ways in which hosts want a path of the package (platform facts 3.4), or Studio's own. */
    readonly Image: new () => MyImage;
    readonly WebGL2RenderingContext?: unknown;
    requestAnimationFrame(draw: () => void): unknown;
    setTimeout(run: () => void, milliseconds: number): unknown;
}

/** Logical pixels. */
const barWidth = 240;
const barHeight = 4;
/** What the engine's call says unless its macros change it (engine 3.8.5 gfx/webgl/webgl-swapchain.ts); the rest of it are WebGL's defaults. */
const engineAttributes = { alpha: false, antialias: true, depth: true, stencil: true, premultipliedAlpha: false };

/** Makes the first screen and, unless it is off, draws the first picture before it returns. */
export function createFirstScreen({ scope, my, options = {}, loadFailure }: FirstScreenSetup): FirstScreen {
    const window = scope as unknown as Window;
    const { canvas } = window;
    const { backgroundColor = '#12151c', background, logo } = options;
    const reader = findWindowReader(scope);
    const language = /^(?!zh)./i.test(reader.getSystemInfoSync().language || '') ? 'en' : 'zh';
    const { loading } = (options.texts || {})[language] || {} as FirstScreenTexts;
    const isFurnished = background || logo || loading;
    /** Where the bar is, of the height: a bar that is alone stands in the middle. No notch or corner reaches there. */
    const line = isFurnished ? 0.8 : 0.5;
    const progress = createProgress(options.layout === 'lean' ? 0.6 : 0);

    let layers: readonly Layer[] = [];
    let images: readonly (MyImage | undefined)[] = [];
    let painter: Painter | undefined;
    let failure: Failure | undefined;
    const waiting: (() => void)[] = [];
    let released = false;
    /** The window's size that the canvas has, and the canvas's that the picture was made for; empty: make it anew. */
    let fitted = '';
    let made = '';
    let latest = 0;

    /** Takes the canvas, once. */
    function open(): void {
        if (painter || released) return;
        fitCanvas();
        const attributes = Object.assign({}, engineAttributes, options.contextAttributes);
        const newer = options.webgl === 2 && window.WebGL2RenderingContext && canvas.getContext('webgl2', attributes);
        painter = createPainter((newer || canvas.getContext('webgl', attributes)) as Gl, newer ? 0x8ca9 : 0x8d40);
        layers = [0, 1].map(() => ({ canvas: my.createCanvas!(), x: 0, y: 0, width: 0, height: 0, changed: true }));
        images = [background, logo].map((path) => {
            if (!path) return undefined;
            const image = new window.Image();
            image.onload = () => { made = ''; };
            image.src = path;
            return image;
        });
        frame();
    }

    /** As the engine will size it, who takes a size that is right as it is (engine 3.8.5 cocos/ui/view.ts). */
    function fitCanvas(): void {
        const { windowWidth, windowHeight, pixelRatio } = reader.getSystemInfoSync();
        if (fitted === (fitted = windowWidth + ' ' + windowHeight)) return;
        canvas.width = windowWidth * pixelRatio;
        canvas.height = windowHeight * pixelRatio;
    }

    function frame(): void {
        // A context that fails must not take the game down.
        if (!released && !attempt(draw)) release();
        if (!released) window.requestAnimationFrame(frame);
    }

    function draw(): true {
        fitCanvas();
        const { width, height } = canvas;
        const ratio = width / reader.getSystemInfoSync().windowWidth;
        const [picture, bar] = layers as [Layer, Layer];
        if (made !== (made = width + ' ' + height)) {
            // A plain ground needs but one pixel.
            picture.canvas.width = isFurnished || failure ? width : 1;
            picture.canvas.height = isFurnished || failure ? height : 1;
            Object.assign(picture, { width, height, changed: true });
            drawPicture(penOf(picture.canvas) as Pen, width / ratio, height / ratio, ratio);
            bar.canvas.width = bar.width = Math.round(barWidth * ratio);
            bar.canvas.height = bar.height = Math.round(barHeight * ratio);
            bar.x = Math.round((width - bar.width) / 2);
            bar.y = Math.round(height * line - bar.height / 2);
        }
        const now = Date.now();
        // What somebody waits for is shown at once.
        const done = progress.advance(waiting.length ? 1e9 : now - latest);
        latest = now;
        const pen = penOf(bar.canvas) as Pen;
        const radius = bar.height / 2;
        const length = bar.width - bar.height;
        pen.drawImage(picture.canvas, -bar.x, -bar.y, width, height);
        drawBar(pen, options.trackColor || '#2a303c', radius, radius, length, bar.height);
        drawBar(pen, options.barColor || '#4c8dff', radius, radius, length * done, bar.height);
        bar.changed = true;
        painter!.paint(width, height, failure ? [picture] : layers);
        // After the frame: its picture is on its way to the screen then.
        for (const tell of waiting.splice(0)) window.setTimeout(tell, 0);
        return true;
    }

    /** All but the bar, in logical pixels. */
    function drawPicture(pen: Pen, width: number, height: number, ratio: number): void {
        // Setting a canvas's size takes its scale back in a browser; a host may leave it when the size is the same.
        pen.save();
        pen.scale(ratio, ratio);
        pen.fillStyle = backgroundColor;
        pen.fillRect(0, 0, width, height);
        images.forEach((image, index) => {
            if (!image || !image.width) return;
            const [scaleX, scaleY] = [width / image.width, height / image.height];
            // The background covers the screen, the logo fits into the middle of the upper half.
            const scale = index ? Math.min(scaleX * 0.6, scaleY * 0.3) : Math.max(scaleX, scaleY);
            const [wide, high] = [image.width * scale, image.height * scale];
            pen.drawImage(image, (width - wide) / 2, height * (index ? 0.4 : 0.5) - high / 2, wide, high);
        });
        if (failure) {
            failure.draw(pen, width, height, line);
        } else if (loading) {
            pen.font = '13px sans-serif';
            pen.textAlign = 'center';
            pen.fillStyle = options.textColor || '#fff';
            pen.fillText(loading, width / 2, height * line + 28);
        }
        pen.restore();
    }

    function recover(): void {
        if (failure) failure.close();
        failure = undefined;
        made = '';
    }

    function release(): void {
        released = true;
        recover();
        const last = painter;
        if (last) attempt(() => last.destroy(layers));
        for (const layer of layers) layer.canvas.width = layer.canvas.height = 1;
        painter = undefined;
        layers = images = [];
    }

    if (options.enabled !== false) attempt(open);
    return {
        report(phase, fraction) {
            if (failure) recover();
            progress.report(phase, fraction);
        },
        shown: () => new Promise((resolve) => {
            if (painter) waiting.push(resolve);
            window.setTimeout(resolve, painter ? 100 : 0);
        }),
        fail(message, tryAgain) {
            recover();
            failure = attempt(() => loadFailure()({ my, reader, message, tryAgain, options, language, canvas, recover }));
            attempt(open);
            if (painter) attempt(draw);
            else if (failure) failure.drawAlone();
        },
        release,
    };
}
