import type { FrameSample } from '../../protocol';
import type { FrameSource } from '../../model';

type FrameCallback = (time: number) => void;

export interface FrameMeter extends FrameSource {
    /** No frames while the game is in the background. */
    setVisible(visible: boolean): void;
    /** `my.setPreferredFramesPerSecond`: whole frames of the display are left out. */
    setRate(framesPerSecond: number): void;
    /** Runs an action in the game's next frame, after its callbacks: the picture is whole then. */
    afterFrame(action: () => void): void;
    /** What was measured since the last call. */
    take(): FrameSample;
}

export interface FrameMeterSetup {
    readonly requestFrame: (callback: FrameCallback) => void;
    readonly now: () => number;
    /** Frames a second that the display shows at most, default 60. */
    readonly displayRate?: number;
}

/** Of a phone's display. */
const usualRate = 60;

/** The game's frames, one for each of the display, with the time between them and the work in them. */
export function createFrameMeter({ requestFrame, now, displayRate = usualRate }: FrameMeterSetup): FrameMeter {
    let waiting = new Map<number, FrameCallback>();
    let after: (() => void)[] = [];
    let intervals: number[] = [];
    let work: number[] = [];
    let lastId = 0;
    let lastFrame: number | undefined;
    let visible = true;
    let requested = false;
    let rate = displayRate;

    const request = (): void => {
        if (requested || !visible || (waiting.size === 0 && after.length === 0)) return;
        requested = true;
        requestFrame(runFrame);
    };
    const runFrame = (time: number): void => {
        requested = false;
        if (!visible) return;
        // Half a millisecond of grace: displays do not tick evenly.
        if (lastFrame !== undefined && rate < usualRate && time - lastFrame < 1000 / rate - 0.5) return request();
        if (lastFrame !== undefined) intervals.push(time - lastFrame);
        lastFrame = time;
        const callbacks = waiting;
        waiting = new Map();
        const start = now();
        for (const [id, callback] of callbacks) {
            if (!cancelled.delete(id)) callback(time);
        }
        if (intervals.length > 0) work.push(now() - start);
        cancelled.clear();
        const actions = after;
        after = [];
        for (const action of actions) action();
        request();
    };
    /** Cancelled by a callback of the same frame, before its turn. */
    const cancelled = new Set<number>();

    return {
        request(callback) {
            waiting.set(++lastId, callback);
            request();
            return lastId;
        },
        cancel(id) {
            if (!waiting.delete(id)) cancelled.add(id);
        },
        setVisible(value) {
            visible = value;
            lastFrame = undefined;
            request();
        },
        setRate(framesPerSecond) {
            rate = framesPerSecond > 0 ? Math.min(framesPerSecond, displayRate) : displayRate;
        },
        afterFrame(action) {
            after.push(action);
            request();
        },
        take() {
            const sample = { intervals, work };
            intervals = [];
            work = [];
            return sample;
        },
    };
}
