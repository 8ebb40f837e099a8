import type { CallGroup, CallRecord } from './calls';
import type { FaultKind } from './faults';

/**
 * How late the host's callbacks come: a time between two bounds, drawn anew for each, so that answers overtake one
 * another. Calls do their work in order all the same, and events come in the order in which they happened.
 */
export interface LatencyPlan {
    /** The same seed draws the same times. */
    readonly seed: number;
    /** Milliseconds; default 0. */
    readonly least?: number;
    readonly most: number;
}

/** Calls that never answer, drawn by chance. What such a call does is done, or not, also by chance. */
export interface SilencePlan {
    readonly seed: number;
    /** 0 to 1: how many of the calls never answer. */
    readonly chance: number;
    /** Which calls may be concerned; all that answer through callbacks if not given. */
    readonly concerns?: (call: CallRecord) => boolean;
}

/** When the host answers and tells. */
export interface HostTiming {
    /** Milliseconds from a call to its work, which is done in the order of the calls. */
    latencyOf(group: CallGroup): number;
    /** Milliseconds from what has been done, or has happened, to the callback that tells of it. */
    delay(): number;
    /** Whether events may be late. */
    readonly delaysEvents: boolean;
    /** The fault of a call that never answers. */
    silenceOf(call: CallRecord): FaultKind | undefined;
}

export interface TimingSetup {
    readonly latencyMs?: number | Partial<Record<CallGroup, number>> | undefined;
    readonly latency?: LatencyPlan | undefined;
    readonly silence?: SilencePlan | undefined;
}

export function createTiming({ latencyMs = 0, latency, silence }: TimingSetup): HostTiming {
    const draw = latency && createRandom(latency.seed);
    const drawSilence = silence && createRandom(silence.seed);
    const usual = (group: CallGroup): number => (typeof latencyMs === 'number' ? latencyMs : latencyMs[group] ?? 0);
    const delay = (): number => {
        if (!latency || !draw) return 0;
        const { least = 0, most } = latency;
        return least + Math.floor(draw() * (most - least + 1));
    };
    return {
        latencyOf: usual,
        delay,
        delaysEvents: latency !== undefined,
        silenceOf(call) {
            if (!silence || !drawSilence || call.sync || silence.concerns?.(call) === false || drawSilence() >= silence.chance) return undefined;
            return { kind: 'never', effect: drawSilence() < 0.5 ? 'whole' : 'none' };
        },
    };
}

/** Numbers from 0 up to 1 that a seed decides (mulberry32). */
export function createRandom(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = state + 0x6d2b79f5 >>> 0;
        let mixed = Math.imul(state ^ state >>> 15, state | 1);
        mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
        return ((mixed ^ mixed >>> 14) >>> 0) / 4_294_967_296;
    };
}
