import { describe, expect, it } from 'vitest';
import { createRunRecord, quantile } from '../../../source/simulator/page/run-record';
import type { CallSummary } from '../../../source/simulator/protocol';

function call(index: number, changes: Partial<CallSummary> = {}): CallSummary {
    return { index, api: 'readFile', target: 'a', sync: false, at: index, milliseconds: 1, outcome: 'success', failure: '', ...changes };
}

describe('the record of a run', () => {
    it('replaces a pending call by its answer, and counts it once', () => {
        const record = createRunRecord();
        record.add({ type: 'calls', calls: [call(1, { outcome: 'pending', milliseconds: undefined }), call(2)], total: 2 });
        record.add({ type: 'calls', calls: [call(1, { outcome: 'fail', failure: '10022 not found' }), call(3, { api: 'access' })], total: 3 });
        expect(record.calls.map(({ index, outcome }) => [index, outcome])).toEqual([[1, 'fail'], [2, 'success'], [3, 'success']]);
        expect(record.summarise().calls).toMatchObject({ total: 3, byApi: { access: 1, readFile: 2 }, failed: [{ index: 1 }] });
    });

    it('tells calls of before the first frame from later ones, whichever is told first', () => {
        const record = createRunRecord();
        record.add({ type: 'calls', calls: [call(1, { at: 10 }), call(2, { at: 90 })], total: 2 });
        expect(record.summarise().calls.beforeFirstFrame).toBeNull();
        record.add({ type: 'first-frame', milliseconds: 100 });
        record.add({ type: 'calls', calls: [call(2, { at: 90 }), call(3, { at: 99 }), call(4, { at: 101 })], total: 4 });
        expect(record.summarise().calls).toMatchObject({ total: 4, beforeFirstFrame: 3 });
    });

    it('keeps the latest calls and lines of a long run, and goes on counting', () => {
        const record = createRunRecord();
        for (let batch = 0; batch < 100; batch++) {
            record.add({ type: 'calls', calls: Array.from({ length: 200 }, (_, place) => call(batch * 200 + place + 1)), total: (batch + 1) * 200 });
            record.add({ type: 'console', lines: Array.from({ length: 100 }, (_, place) => ({ level: 'log', text: `${batch}.${place}`, at: 0 })) });
        }
        expect(record.calls.length).toBeLessThanOrEqual(6_000);
        expect(record.calls[record.calls.length - 1]!.index).toBe(20_000);
        expect(record.lines.length).toBeLessThanOrEqual(2_400);
        expect(record.summarise().calls).toMatchObject({ total: 20_000, byApi: { readFile: 20_000 } });
    });

    it('summarises frames, failures and probes', () => {
        const record = createRunRecord();
        expect(record.summarise()).toMatchObject({ firstPictureMs: null, firstFrameMs: null, frames: { count: 0, medianMs: null } });
        record.add({ type: 'first-picture', milliseconds: 123 });
        record.add({ type: 'first-frame', milliseconds: 321 });
        record.add({ type: 'frames', sample: { intervals: [16, 17, 50], work: [1, 2, 3] } });
        record.add({ type: 'probe', name: 'my.b' });
        record.add({ type: 'probe', name: 'my.a' });
        record.add({ type: 'probe', name: 'my.b' });
        expect(record.summarise()).toMatchObject({ firstPictureMs: 123, firstFrameMs: 321, frames: { count: 3, medianMs: 17, p95Ms: 50, slowestMs: 50, workMedianMs: 2 }, probes: ['my.a', 'my.b'] });
    });
});

describe('quantile', () => {
    it.each([[[], 0.5, null], [[3], 0.5, 3], [[4, 1, 3, 2], 0.5, 3], [[1, 2, 3], 1, 3], [[1.2345], 0, 1.23]] as const)('of %j at %d is %j', (values, share, expected) => {
        expect(quantile(values, share)).toBe(expected);
    });
});
