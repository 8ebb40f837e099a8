import type { CallSummary, ConsoleLine, GameFailure, GameMessage, PreviewReport } from '../protocol';

const keptCalls = 5_000;
const keptLines = 2_000;
const keptFrames = 36_000;
const keptFailures = 200;
const keptErrors = 50;

/** What one run of the game showed so far. */
export interface RunRecord {
    readonly calls: readonly CallSummary[];
    readonly lines: readonly ConsoleLine[];
    readonly failures: readonly GameFailure[];
    readonly intervals: readonly number[];
    readonly work: readonly number[];
    readonly callCount: number;
    readonly firstPictureMs: number | undefined;
    readonly firstFrameMs: number | undefined;
    add(message: GameMessage): void;
    clearCalls(): void;
    clearLines(): void;
    /** The part of the report that the run itself knows. */
    summarise(): Pick<PreviewReport, 'firstPictureMs' | 'firstFrameMs' | 'frames' | 'failures' | 'calls' | 'probes' | 'unknownCalls' | 'console' | 'consoleErrors'>;
}

export function createRunRecord(): RunRecord {
    let calls: CallSummary[] = [];
    let lines: ConsoleLine[] = [];
    const failures: GameFailure[] = [];
    const intervals: number[] = [];
    const work: number[] = [];
    const byApi = new Map<string, number>();
    let lastIndex = 0;
    const failed: CallSummary[] = [];
    const probes = new Set<string>();
    const unknownCalls = new Set<string>();
    const consoleErrors: ConsoleLine[] = [];
    let callCount = 0;
    let earlyCalls = 0;
    let firstPictureMs: number | undefined;
    let firstFrameMs: number | undefined;

    /** A call comes twice when it was still pending at first: the later row takes the place of the earlier. */
    const addCall = (call: CallSummary): void => {
        if (call.index > lastIndex) {
            lastIndex = call.index;
            // Calls come in batches: some from before the first frame arrive after it was told.
            if (firstFrameMs === undefined || call.at <= firstFrameMs) earlyCalls++;
            byApi.set(call.api, (byApi.get(call.api) ?? 0) + 1);
            calls.push(call);
        } else {
            const place = findCall(calls, call.index);
            if (place >= 0) calls[place] = call;
        }
        if (call.failure !== '' && failed.length < keptFailures) failed.push(call);
    };

    return {
        get calls() { return calls; },
        get lines() { return lines; },
        get callCount() { return callCount; },
        get firstPictureMs() { return firstPictureMs; },
        get firstFrameMs() { return firstFrameMs; },
        failures, intervals, work,
        add(message) {
            switch (message.type) {
                case 'first-picture':
                    firstPictureMs = message.milliseconds;
                    break;
                case 'first-frame':
                    firstFrameMs = message.milliseconds;
                    break;
                case 'frames':
                    keepLast(intervals, message.sample.intervals, keptFrames);
                    keepLast(work, message.sample.work, keptFrames);
                    break;
                case 'calls':
                    callCount = message.total;
                    for (const call of message.calls) addCall(call);
                    if (calls.length > keptCalls * 1.2) calls = calls.slice(-keptCalls);
                    break;
                case 'console':
                    lines.push(...message.lines);
                    consoleErrors.push(...message.lines.filter(({ level }) => level === 'error').slice(0, keptErrors - consoleErrors.length));
                    if (lines.length > keptLines * 1.2) lines = lines.slice(-keptLines);
                    break;
                case 'failure':
                    if (failures.length < keptFailures) failures.push(message.failure);
                    break;
                case 'unknown-call':
                    unknownCalls.add(message.name);
                    break;
                case 'probe':
                    probes.add(message.name);
                    break;
            }
        },
        clearCalls() { calls = []; },
        clearLines() { lines = []; },
        summarise: () => ({
            firstPictureMs: firstPictureMs ?? null,
            firstFrameMs: firstFrameMs ?? null,
            frames: {
                count: intervals.length,
                medianMs: quantile(intervals, 0.5),
                p95Ms: quantile(intervals, 0.95),
                slowestMs: quantile(intervals, 1),
                workMedianMs: quantile(work, 0.5),
            },
            failures,
            calls: { total: callCount, beforeFirstFrame: firstFrameMs === undefined ? null : earlyCalls, failed, byApi: Object.fromEntries([...byApi].sort(([a], [b]) => (a < b ? -1 : 1))) },
            probes: [...probes].sort(),
            unknownCalls: [...unknownCalls].sort(),
            console: lines,
            consoleErrors,
        }),
    };
}

function keepLast(kept: number[], more: readonly number[], limit: number): void {
    kept.push(...more);
    if (kept.length > limit * 1.2) kept.splice(0, kept.length - limit);
}

/** Calls come in the order of their numbers: a binary search. */
function findCall(calls: readonly CallSummary[], index: number): number {
    let low = 0;
    let high = calls.length - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const found = calls[middle]!.index;
        if (found === index) return middle;
        if (found < index) low = middle + 1;
        else high = middle - 1;
    }
    return -1;
}

/** The value below which a share of the values lies, rounded to hundredths; null without values. */
export function quantile(values: readonly number[], share: number): number | null {
    if (values.length === 0) return null;
    const sorted = [...values].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 100) / 100;
}
