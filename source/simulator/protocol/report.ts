import type { CallSummary, ConsoleLine, GameFailure } from './messages';

/** What a run showed, as `preview --headless --report` writes it. Times in milliseconds, sizes in bytes. */
export interface PreviewReport {
    readonly title: string;
    readonly profile: string;
    readonly device: string;
    readonly webgl2: boolean;
    readonly seconds: number;
    /** From the start of the game's Worker to the end of the first frame that drew on the screen; null if none did. */
    readonly firstPictureMs: number | null;
    /** The same of the game's own first frame, after a first screen has let go of the canvas. */
    readonly firstFrameMs: number | null;
    readonly frames: { readonly count: number; readonly medianMs: number | null; readonly p95Ms: number | null; readonly slowestMs: number | null; readonly workMedianMs: number | null };
    /** Whether the last picture is of one colour only. */
    readonly blankPicture: boolean | null;
    readonly failures: readonly GameFailure[];
    /** `beforeFirstFrame`: how many the game made until its own first frame; null without one. */
    readonly calls: { readonly total: number; readonly beforeFirstFrame: number | null; readonly failed: readonly CallSummary[]; readonly byApi: Readonly<Record<string, number>> };
    /** Members of `my` that were looked for and are not in this host: no failure, adapters probe. */
    readonly probes: readonly string[];
    /** Calls of `my` that clients answer and the preview does not act out: no failure. */
    readonly unknownCalls: readonly string[];
    readonly console: readonly ConsoleLine[];
    /** The first errors on the console, kept when later lines push them out of `console`. */
    readonly consoleErrors: readonly ConsoleLine[];
    readonly userFiles: { readonly count: number; readonly bytes: number };
}
