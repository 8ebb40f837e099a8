import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgress, type StartPhase } from '../../../source/runtime/first-screen/progress';

const phases: readonly StartPhase[] = ['download', 'engine', 'scene'];
const strange = [NaN, Infinity, -Infinity, -1, 0, 1, 7, undefined as unknown as number];

describe('the bar', () => {
    it('never goes back, never passes what was reported, and keeps to 0..1, whatever it is told', () => {
        const report = fc.record({ phase: fc.constantFrom(...phases), fraction: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...strange)), milliseconds: fc.integer({ min: -2000, max: 2000 }) });
        fc.assert(fc.property(fc.constantFrom(0, 0.6), fc.array(report, { maxLength: 60 }), (download, reports) => {
            const progress = createProgress(download);
            let shown = 0;
            for (const { phase, fraction, milliseconds } of reports) {
                progress.report(phase, fraction);
                const next = progress.advance(milliseconds);
                expect(next).toBeGreaterThanOrEqual(shown);
                expect(next).toBeLessThanOrEqual(1);
                shown = next;
            }
            expect(progress.advance(1e9)).toBeGreaterThanOrEqual(shown);
        }), { seed: 7, numRuns: 500 });
    });

    it.each([
        { layout: 'standard', download: 0, ends: { download: 0, engine: 0.6, scene: 1 } },
        { layout: 'lean', download: 0.6, ends: { download: 0.6, engine: 0.84, scene: 1 } },
    ])('ends each phase of a $layout start where the next begins', ({ download, ends }) => {
        const progress = createProgress(download);
        for (const phase of phases) {
            progress.report(phase, 1);
            expect(progress.advance(1e9)).toBeCloseTo(ends[phase]);
        }
    });

    it('moves smoothly: two thirds of the way in 120 ms', () => {
        const progress = createProgress(0);
        progress.report('scene', 1);
        expect(progress.advance(120)).toBeCloseTo(1 - 1 / Math.E);
    });
});
