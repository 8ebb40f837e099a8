/** The kinds of context a canvas gives. `webgl2` is in no document but is there on some clients: probe it [2.7]. */
export type ContextKind = '2d' | 'webgl' | 'webgl2';

/** A native canvas. It is no `HTMLCanvasElement`, and `tagName` may be missing [3.2, 4.1 #10]. */
export interface MyCanvas {
    width: number;
    height: number;
    getContext(kind: ContextKind, attributes?: object): unknown;
    toDataURL?(type?: string, quality?: number): string;
}

/** A native image: two callback properties, no event target [3.2]. Width and height are 0 until `onload`. */
export interface MyImage {
    src: string;
    readonly width: number;
    readonly height: number;
    onload: (() => void) | null;
    onerror: ((failure?: unknown) => void) | null;
}

/** The screen, canvases, images and fonts. */
export interface CanvasCalls {
    /** The first canvas is the screen, all later ones are off screen [3.1, 3.2]. */
    createCanvas(): MyCanvas;
    createImage(): MyImage;
    /** The font's family, or null when it failed. Before 2023 a path outside user data crashed the game [3.2]. */
    loadFont?(path: string): string | null;
    setPreferredFramesPerSecond?(framesPerSecond: number): void;
    triggerGC?(): void;
}
