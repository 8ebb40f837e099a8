import type { MyCanvas, MyImage } from '../../platform/my';
import { attempt, type GlobalScope, type Host } from '../my/host';
import type { createFailure, Failure } from './failure/failure';
import type { Gl } from './gl';
import type { FirstScreenOptions, FirstScreenTexts, FurnishedOptions } from './options';
import { createPainter, type Layer, type Painter } from './painter';
import { drawBar, penOf, type Pen } from './pen';
import { createProgress, type StartPhase } from './progress';
import { findLanguage, findWindowReader } from './window-reader';

export type { FirstScreenOptions, FirstScreenTexts } from './options';
export type { StartPhase } from './progress';

/**
 * `window.firstScreen`: what a player sees between the game's icon and the engine's first frame. No method throws. Once
 * the canvas was let go, or its context fails, all do nothing but `fail`, which then asks the host for a dialog; a
 * failure that was on the screen when the context failed is told so as well.
 *
 * The main package holds `first-screen.js`, required right after `web-adapter.js`, and beside it `start-failure.js`, which
 * the first screen requires when something fails, as well as the pictures that its options name.
 */
export interface FirstScreen {
    /**
     * How far a phase is, 0 to 1. The bar never goes back, whatever it is told: the end of the download may be told when
     * the engine's phase has begun. A failure that could be tried again goes from the screen, since something comes after
     * all; any other stays.
     */
    report(phase: StartPhase, fraction: number): void;
    /**
     * Resolves when what was reported is on the screen. Wait for it before a long synchronous step (requiring the
     * engine): a thread that is busy shows nothing of what it drew. At once where nothing is drawn; after 100 ms at the
     * latest, as hosts give no frames to a game that is hidden.
     */
    shown(): Promise<void>;
    /**
     * Shows what went wrong, by a key of {@link FirstScreenTexts} or as a text: its first line is the message, further
     * lines explain. With `tryAgain` also a button, which calls it once and brings the bar back; with `details`, the error
     * itself, a small text that shows them when it is tapped.
     */
    fail(message: keyof FirstScreenTexts | (string & {}), tryAgain?: () => void, details?: string): void;
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
    readonly canvas: MyCanvas;
    /** The web-adapter's, which knows both ways in which hosts want a path of the package (platform facts 3.4), or Studio's own. */
    readonly Image: new () => MyImage;
    readonly WebGL2RenderingContext?: unknown;
    requestAnimationFrame(draw: () => void): unknown;
    setTimeout(run: () => void, milliseconds: number): unknown;
}

/** Makes the first screen and, unless it is off, draws the first picture before it returns. */
export function createFirstScreen({ scope, my, options: given, loadFailure }: FirstScreenSetup): FirstScreen {
    const window = scope as unknown as Window;
    const { canvas } = window;
    // The defaults are those of the options' table, for a package whose adapter-options.js says nothing of them.
    const options = Object.assign({ backgroundColor: '#12151c', barColor: '#4c8dff', trackColor: '#2a303c', textColor: '#ffffff' }, given) as FurnishedOptions;
    const { background, logo } = options;
    const reader = findWindowReader(scope);
    const language = findLanguage(reader);
    const { loading } = (options.texts || {})[language] || {} as FirstScreenTexts;
    const isFurnished = background || logo || loading;
    /** Where the bar's middle is, of the height: a bar that is alone stands in the middle. No notch or corner reaches there. */
    const barPlace = isFurnished ? 0.8 : 0.5;
    const progress = createProgress(options.layout === 'lean' ? 0.6 : 0);

    let layers: readonly Layer[] = [];
    let images: readonly (MyImage | '' | undefined)[] = [];
    let painter: Painter | undefined;
    let failure: Failure | undefined;
    const waiting: (() => void)[] = [];
    let released = false;
    /** The window's size that the canvas was given, and the canvas's that the picture was made for; empty: make it anew. */
    let windowSize = '';
    let pictureSize = '';
    let latest = 0;

    /** Takes the canvas, once. */
    function open(): void {
        layers = [0, 1].map(() => ({ canvas: my.createCanvas!(), place: [0, 0, 0, 0], changed: true }));
        // A picture that a host cannot make is left out.
        images = [background, logo].map((path) => path && attempt(() => {
            const image = new window.Image();
            image.onload = () => { pictureSize = ''; };
            image.src = path;
            return image;
        }));
        // What the engine's call says unless its macros change it (engine 3.8.5 gfx/webgl/webgl-swapchain.ts); the rest of it are WebGL's defaults.
        const attributes = Object.assign({ alpha: false, antialias: true, depth: true, stencil: true, premultipliedAlpha: false }, options.contextAttributes);
        const webgl2 = options.webgl === 2 && window.WebGL2RenderingContext && canvas.getContext('webgl2', attributes);
        painter = createPainter((webgl2 || canvas.getContext('webgl', attributes)) as Gl, webgl2 ? 0x8ca9 : 0x8d40);
        window.requestAnimationFrame(frame);
    }

    function frame(): void {
        if (!released) show();
        if (!released) window.requestAnimationFrame(frame);
    }

    /** A context that fails must not take the game down, nor a failure with it. */
    function show(): void {
        if (!released && attempt(draw)) return;
        letGo();
        if (failure) failure.drawAlone();
    }

    function draw(): true {
        const { windowWidth, windowHeight, pixelRatio } = reader.getSystemInfoSync();
        // As the engine will size it, who takes a size that is right as it is (engine 3.8.5 cocos/ui/view.ts).
        if (windowSize !== (windowSize = windowWidth + ' ' + windowHeight)) {
            canvas.width = windowWidth * pixelRatio;
            canvas.height = windowHeight * pixelRatio;
        }
        if (!painter) open();
        const { width, height } = canvas;
        // A host may know its window's size only later.
        if (!(width * height)) return true;
        const ratio = width / windowWidth;
        const [picture, bar] = layers as [Layer, Layer];
        // 240 x 4 logical pixels.
        const barWidth = Math.round(240 * ratio);
        const barHeight = Math.round(4 * ratio);
        const left = Math.round((width - barWidth) / 2);
        const top = Math.round(height * barPlace - barHeight / 2);
        picture.place = [0, 0, width, height];
        bar.place = [left, height - top - barHeight, barWidth, barHeight];
        picture.changed = pictureSize !== (pictureSize = width + ' ' + height);
        if (picture.changed) {
            // A plain ground needs but one pixel.
            picture.canvas.width = isFurnished || failure ? width : 1;
            picture.canvas.height = isFurnished || failure ? height : 1;
            drawPicture(penOf(picture.canvas) as Pen, width / ratio, height / ratio, ratio);
            bar.canvas.width = barWidth;
            bar.canvas.height = barHeight;
        }
        const now = Date.now();
        // What somebody waits for is shown at once.
        const done = progress.advance(waiting.length ? 1e9 : now - latest);
        latest = now;
        const pen = penOf(bar.canvas) as Pen;
        pen.drawImage(picture.canvas, -left, -top, width, height);
        drawBar(pen, options.trackColor, 0, 0, barWidth, barHeight);
        drawBar(pen, options.barColor, 0, 0, barHeight + (barWidth - barHeight) * done, barHeight);
        painter!.paint(failure ? [picture] : layers);
        // After the frame: its picture is on its way to the screen then.
        for (const tell of waiting.splice(0)) window.setTimeout(tell, 0);
        return true;
    }

    /** All but the bar, in logical pixels. */
    function drawPicture(pen: Pen, width: number, height: number, ratio: number): void {
        // Setting a canvas's size takes its scale back in a browser; a host may leave it when the size is the same.
        pen.save();
        pen.scale(ratio, ratio);
        pen.fillStyle = options.backgroundColor;
        pen.fillRect(0, 0, width, height);
        images.forEach((image, index) => {
            if (!image || !image.width) return;
            const [scaleX, scaleY] = [width / image.width, height / image.height];
            // The background covers the screen, the logo fits into the middle of the upper half.
            const scale = index ? Math.min(scaleX * 0.6, scaleY * 0.3) : Math.max(scaleX, scaleY);
            const [wide, high] = [image.width * scale, image.height * scale];
            attempt(() => pen.drawImage(image, (width - wide) / 2, height * (index ? 0.4 : 0.5) - high / 2, wide, high));
        });
        if (failure) {
            failure.draw(pen, width, height, barPlace);
        } else if (loading) {
            pen.font = '13px sans-serif';
            pen.textAlign = 'center';
            pen.fillStyle = options.textColor;
            pen.fillText(loading, width / 2, height * barPlace + 28);
        }
        pen.restore();
    }

    function recover(): void {
        if (failure) failure.close();
        failure = undefined;
        pictureSize = '';
    }

    function letGo(): void {
        released = true;
        attempt(() => {
            if (painter) painter.destroy(layers);
            for (const layer of layers) layer.canvas.width = layer.canvas.height = 1;
        });
        painter = undefined;
        layers = images = [];
    }

    if (options.enabled !== false) show();
    return {
        report(phase, fraction) {
            if (failure && failure.tryAgain) recover();
            progress.report(phase, fraction);
        },
        shown: () => new Promise((resolve) => {
            if (painter) waiting.push(resolve);
            window.setTimeout(resolve, painter ? 100 : 0);
        }),
        fail(...told) {
            recover();
            failure = attempt(() => loadFailure()({ scope, my, told, options, recover }));
            if (failure) show();
            else attempt(() => my.alert!({ content: told[0], complete: told[1] }));
        },
        release() {
            recover();
            letGo();
        },
    };
}
