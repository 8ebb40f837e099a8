/** The phases of a start, in order. A standard package has no `download`. */
export type StartPhase = 'download' | 'engine' | 'scene';

/** In this time, in milliseconds, the bar goes two thirds of its way to what was reported. */
const ease = 120;

export interface Progress {
    report(phase: StartPhase, fraction: number): void;
    /** Moves on by so many milliseconds (a clock that was set back gives negative ones) and gives the bar's length, 0 to 1. */
    advance(milliseconds: number): number;
}

/**
 * A bar that follows what is reported, and never goes back.
 * @param download the share of the bar that the download takes. The engine takes three fifths of the rest.
 */
export function createProgress(download: number): Progress {
    const scene = 0.6 + download * 0.4;
    const ends: Readonly<Record<StartPhase, readonly [number, number]>> = { download: [0, download], engine: [download, scene], scene: [scene, 1] };
    let reported = 0;
    let shown = 0;
    return {
        report(phase, fraction) {
            const [start, end] = ends[phase];
            reported = Math.max(reported, start + (end - start) * (fraction > 0 ? Math.min(fraction, 1) : 0));
        },
        advance: (milliseconds) => shown += (reported - shown) * (1 - Math.exp(-Math.max(milliseconds, 0) / ease)),
    };
}
