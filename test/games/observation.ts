import type { BuildProblem } from '../../source/problems';

/** What one start of a game showed. Times in milliseconds since the start, sizes in bytes. */
export interface Observation {
    readonly firstPictureMs: number | null;
    readonly firstFrameMs: number | null;
    /** When the picture stood still before the first input; null for a game that moves. */
    readonly settledMs: number | null;
    /** Whether the last picture is of one color; null without a picture. */
    readonly blank: boolean | null;
    /** The preview's verdict: its warnings are notes. */
    readonly problems: readonly BuildProblem[];
    /** Errors in the console that are no failure of the verdict. */
    readonly consoleErrors: readonly string[];
    /** Calls of the network that failed: `downloadFile https://… 12 …`. */
    readonly failedRequests: readonly string[];
    /** Inputs of the script that could not be made. */
    readonly missedInputs: readonly string[];
    readonly callsBeforeFirstFrame: number | null;
    readonly calls: number;
    readonly callsByApi: Readonly<Record<string, number>>;
    readonly frames: number;
    readonly frameMedianMs: number | null;
    readonly userFiles: { readonly count: number; readonly bytes: number };
    /** PNGs in base64. */
    readonly pictures: { readonly first?: string; readonly settled?: string; readonly end?: string };
}
