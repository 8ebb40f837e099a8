/** Texts of one language. What is missing is taken from the texts of failure/texts.ts. */
export interface FirstScreenTexts {
    /** Below the bar while the game loads; none by default. */
    readonly loading?: string | undefined;
    /** The game's files did not come. */
    readonly failed?: string | undefined;
    /** On the button. */
    readonly tryAgain?: string | undefined;
    /** What shows the error itself when it is tapped. */
    readonly details?: string | undefined;
    /** The client cannot load subpackages; says from which version on it can. */
    readonly tooOld?: string | undefined;
}

/**
 * Key `firstScreen` of the package's `adapter-options.js`, written when a build is packed. Colours are CSS colours;
 * pictures are paths from the package's root, in the main package. Every field may be missing.
 */
export interface FirstScreenOptions {
    /** False: nothing is drawn and no context is made until something fails. Default true. */
    readonly enabled?: boolean | undefined;
    /** `lean` has a download before the engine. Default `standard`. */
    readonly layout?: 'standard' | 'lean' | undefined;
    /**
     * The newest WebGL that the engine of this build can ask for. The first `getContext` of a canvas decides for good:
     * an engine that then asks for another version gets null and the screen stays black. Cocos 3.8 asks for `webgl2` only
     * where the build has the module `gfx-webgl2` AND the global object has `WebGL2RenderingContext`; otherwise, and
     * where that fails, for `webgl` (engine 3.8.5 gfx/device-manager.ts). So: 2 only if the engine's code was seen to
     * contain `getContext('webgl2'`. Default 1, which every build can take over.
     */
    readonly webgl?: 1 | 2 | undefined;
    /**
     * What the engine's own call will say: later calls' attributes are passed over. `alpha` is the macro
     * `ENABLE_TRANSPARENT_CANVAS` (default false), `antialias` the macro `ENABLE_WEBGL_ANTIALIAS` (default true) of
     * `engine.macros` in the build's settings (engine 3.8.5 gfx/webgl/webgl-swapchain.ts).
     */
    readonly contextAttributes?: { readonly alpha?: boolean | undefined; readonly antialias?: boolean | undefined } | undefined;
    readonly backgroundColor?: string | undefined;
    /** The part of the bar that is done, and the button, whose text has the background's colour. */
    readonly barColor?: string | undefined;
    readonly trackColor?: string | undefined;
    readonly textColor?: string | undefined;
    /** Covers the screen; what does not fit is cut off on both sides. */
    readonly background?: string | undefined;
    /** Shown whole, centred in the upper half. */
    readonly logo?: string | undefined;
    readonly texts?: { readonly en?: FirstScreenTexts | undefined; readonly zh?: FirstScreenTexts | undefined } | undefined;
}

type Color = 'backgroundColor' | 'barColor' | 'trackColor' | 'textColor';

/** Options with all their colours. */
export type FurnishedOptions = FirstScreenOptions & Readonly<Record<Color, string>>;
