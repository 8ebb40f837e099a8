import type { MyCanvas, SafeArea, SystemInfo } from '../../platform/my';
import { attempt, callHost, type GlobalScope, type Host } from '../my/host';
import type { createFailure, Failure, TouchedCanvas } from './failure/failure';
import { followEngine, type FollowedEngine } from './follow-engine';
import type { Gl } from './gl';
import type { FirstScreenOptions, FirstScreenTexts } from './options';
import { createPainter, type Layer, type Painter } from './painter';
import { drawBar, penOf, type Pen } from './pen';
import { createProgress, type StartPhase } from './progress';
import { loadScenery, type Scenery } from './scenery';

export type { FirstScreenOptions, FirstScreenTexts } from './options';
export type { FollowedEngine } from './follow-engine';
export type { StartPhase } from './progress';

/**
 * The main package holds `first-screen.js`, required right after `web-adapter.js`, and beside it `start-failure.js`, which
 * the first screen requires when something fails, as well as the pictures that its options name.
 *
 * `window.firstScreen`: what a player sees between the game's icon and the engine's first frame. No method throws, and
 * all do nothing once the canvas was let go (but `fail`, which then asks the host for a dialog).
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
     * Follows an engine that was just evaluated: reports `engine` and `scene` by its public events, and lets go of the
     * canvas in the frame in which it first draws the game, or its splash.
     */
    follow(cc: FollowedEngine): void;
    /** Lets go of the canvas: the context's state is as it was found, and nothing that was allocated stays. */
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
    canvas?: TouchedCanvas;
    readonly screencanvas?: TouchedCanvas;
    /** Answers kept at hand, turned for a landscape game (platform facts 4.1 #1): cheap enough for every frame. */
    readonly __globalAdapter?: { getSystemInfoSync(): SystemInfo; getSafeArea?(): SafeArea };
    readonly WebGL2RenderingContext?: unknown;
    requestAnimationFrame(draw: () => void): unknown;
    setTimeout(run: () => void, milliseconds: number): unknown;
}

/** Logical pixels. */
const barWidth = 240;
const barHeight = 4;

/** Makes the first screen and, unless it is off, draws the first picture before it returns. */
export function createFirstScreen({ scope, my, options = {}, loadFailure }: FirstScreenSetup): FirstScreen {
    const window = scope as unknown as Window;
    const { backgroundColor = '#12151c', textColor = '#fff' } = options;
    const adapter = window.__globalAdapter || my as NonNullable<Window['__globalAdapter']>;
    const info = (): SystemInfo => adapter.getSystemInfoSync();
    const language = /^zh|^$/i.test(String(info().language || '')) ? 'zh' : 'en';
    const texts = (options.texts || {})[language] || {};
    const progress = createProgress(options.layout === 'lean' ? 0.6 : 0);
    // The screen's is the first that is created; the web-adapter has done that, and whoever comes later finds it here.
    const canvas = window.canvas = window.canvas || window.screencanvas || callHost(my, 'createCanvas') as TouchedCanvas;
    const createLayer = (): Layer => ({ canvas: callHost(my, 'createCanvas') as MyCanvas, x: 0, y: 0, width: 0, height: 0, changed: true });

    let layers: Layer[] = [];
    let scenery: (Scenery | undefined)[] = [];
    let painter: Painter | undefined;
    let failure: Failure | undefined;
    let waiting: (() => void)[] = [];
    let released = false;
    /** The engine sizes the canvas from here on. */
    let followed = false;
    let releaseNext = false;
    /** The size that the picture was made for; empty when it must be made anew. */
    let made = '';
    let latest = Date.now();

    /** Takes the canvas, once. */
    function open(): void {
        if (painter || released) return;
        fitCanvas();
        const attributes = Object.assign({
            alpha: false, antialias: true, depth: true, stencil: true, premultipliedAlpha: false,
            preserveDrawingBuffer: false, powerPreference: 'default', failIfMajorPerformanceCaveat: false,
        }, options.contextAttributes);
        const newer = options.webgl === 2 && window.WebGL2RenderingContext && canvas.getContext('webgl2', attributes);
        const gl = (newer || canvas.getContext('webgl', attributes)) as Gl | null;
        if (!gl) return;
        layers = [createLayer(), createLayer()];
        painter = createPainter(gl, newer ? 0x8ca9 : 0x8d40);
        const remake = (): void => { made = ''; };
        scenery = [options.background, options.logo].map((path, index) => path ? loadScenery(my, path, !index, remake) : undefined);
        frame();
    }

    /** As the engine will size it, who takes a size that is right as it is (engine 3.8.5 cocos/ui/view.ts). */
    function fitCanvas(): void {
        const { windowWidth, windowHeight, pixelRatio } = info();
        const width = Math.floor(windowWidth * pixelRatio);
        const height = Math.floor(windowHeight * pixelRatio);
        if (followed || canvas.width === width && canvas.height === height) return;
        canvas.width = width;
        canvas.height = height;
    }

    function frame(): void {
        // A context that fails must not take the game down.
        if (releaseNext || painter && !attempt(draw)) release();
        if (released) return;
        window.requestAnimationFrame(frame);
    }

    function draw(): true {
        fitCanvas();
        const { width, height } = canvas;
        const { windowWidth } = info();
        const [picture, bar] = layers as [Layer, Layer];
        const area = safeArea();
        const ratio = width / windowWidth;
        // A bar that has no picture above or behind it stands in the middle.
        const line = area.top + (area.bottom - area.top) * (options.background || options.logo ? 0.8 : 0.5);
        const size = width + ' ' + height;
        if (made !== size) {
            made = size;
            // A plain ground needs but one pixel.
            const plain = !(failure || texts.loading || scenery[0] || scenery[1]);
            picture.canvas.width = plain ? 1 : width;
            picture.canvas.height = plain ? 1 : height;
            drawPicture(penOf(picture.canvas) as Pen, ratio, line);
            Object.assign(picture, { width, height, changed: true });
            bar.canvas.width = bar.width = Math.round(barWidth * ratio);
            bar.canvas.height = bar.height = Math.round(barHeight * ratio);
            bar.x = Math.round(((area.left + area.right) * ratio - bar.width) / 2);
            bar.y = Math.round(line * ratio - bar.height / 2);
        }
        const now = Date.now();
        // What somebody waits for is shown at once.
        const done = progress.advance(waiting.length ? 1e9 : Math.min(now - latest, 100));
        latest = now;
        const pen = penOf(bar.canvas) as Pen;
        const radius = bar.height / 2;
        pen.fillStyle = backgroundColor;
        pen.fillRect(0, 0, bar.width, bar.height);
        if (picture.canvas.width > 1) pen.drawImage(picture.canvas, -bar.x, -bar.y, width, height);
        drawBar(pen, options.trackColor || 'rgba(255,255,255,.2)', radius, radius, bar.width - bar.height, bar.height);
        drawBar(pen, options.barColor || '#4c8dff', radius, radius, (bar.width - bar.height) * done, bar.height);
        bar.changed = true;
        (painter as Painter).paint(width, height, failure ? [picture] : layers);
        // After the frame: its picture is on its way to the screen then.
        for (const tell of waiting.splice(0)) window.setTimeout(tell, 0);
        return true;
    }

    function safeArea(): Pick<SafeArea, 'left' | 'top' | 'right' | 'bottom'> {
        const { windowWidth: right, windowHeight: bottom } = info();
        return adapter.getSafeArea ? adapter.getSafeArea() : { left: 0, top: 0, right, bottom };
    }

    /** All but the bar. */
    function drawPicture(pen: Pen, ratio: number, line: number): void {
        const { windowWidth: width, windowHeight: height } = info();
        const { left, top, right, bottom } = safeArea();
        const [background, logo] = scenery;
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        pen.fillStyle = backgroundColor;
        pen.fillRect(0, 0, width, height);
        if (background) background.draw(pen, { x: 0, y: 0, width, height });
        const wide = (right - left) * 0.6;
        const high = (bottom - top) * 0.3;
        if (logo) logo.draw(pen, { x: (left + right - wide) / 2, y: top + high * 0.8, width: wide, height: high });
        if (failure) {
            failure.draw(pen, safeArea(), line);
        } else if (texts.loading) {
            pen.font = '13px sans-serif';
            pen.textAlign = 'center';
            pen.fillStyle = textColor;
            pen.fillText(texts.loading, (left + right) / 2, line + 28);
        }
    }

    /** On a canvas that nobody uses otherwise: without WebGL there is no game. */
    function drawWithoutWebGL(): boolean {
        const pen = !released && penOf(canvas);
        if (!pen || !failure) return false;
        const { top, bottom } = safeArea();
        drawPicture(pen, canvas.width / info().windowWidth, (top + bottom) / 2);
        return true;
    }

    function recover(): void {
        if (failure) failure.close();
        failure = undefined;
        made = '';
    }

    function release(): void {
        released = true;
        recover();
        for (const tell of waiting) tell();
        const last = painter;
        if (last) attempt(() => last.destroy(layers));
        for (const layer of layers) layer.canvas.width = layer.canvas.height = 1;
        painter = undefined;
        waiting = layers = scenery = [];
    }

    if (options.enabled !== false) attempt(open);
    return {
        report(phase, fraction) {
            if (failure) recover();
            progress.report(phase, fraction);
        },
        shown: () => new Promise((resolve) => {
            if (!painter) {
                resolve();
                return;
            }
            waiting.push(resolve);
            window.setTimeout(resolve, 100);
        }),
        fail(message, tryAgain) {
            recover();
            const create = attempt(loadFailure);
            failure = create && create({ message, tryAgain, options, language, canvas, recover });
            attempt(open);
            if (!(painter ? attempt(draw) : attempt(drawWithoutWebGL))) callHost(my, 'alert', { content: failure ? failure.text : message, complete: tryAgain });
        },
        follow(cc) {
            followed = true;
            attempt(() => followEngine(cc, progress.report, release, () => { releaseNext = true; }));
        },
        release,
    };
}
