import { describe, expect, it } from 'vitest';
import type { CallRecord, FaultKind } from '../../../../source/simulator/model';
import { bytesIn, expectNoOrphans, expectRightHits, watch } from './promises';
import { begin, loadAll, manyMegabytes, prepared, scenarios, type Scenario } from './scenarios';

/** Asynchronous calls that touch files. */
const isFileCall = ({ api }: CallRecord): boolean => api.startsWith('FileSystemManager.');

/** Faults after which nothing that was on disk before may be lost. */
const honest: readonly FaultKind[] = [
    { kind: 'fail' },
    { kind: 'torn' },
    { kind: 'twice' },
    { kind: 'throw' },
    { kind: 'never', effect: 'whole' },
    { kind: 'never', effect: 'torn' },
    { kind: 'kill', effect: 'none' },
    { kind: 'kill', effect: 'torn' },
    { kind: 'kill', effect: 'whole' },
];
/**
 * The host says that the quota is met, which makes room at the cost of old files; or it lies and says success. What is
 * lost is a miss, never a wrong file.
 */
const costly: readonly FaultKind[] = [{ kind: 'fail', error: 10028, errorMessage: 'over quota' }, { kind: 'lost' }, { kind: 'torn', answer: 'success' }];

/** @returns whether the fault came about */
async function sweepOnce(scenario: Scenario, fault: FaultKind, at: number): Promise<boolean> {
    const persisted = expectRightHits(await prepared(scenario));
    const faulty = await begin(scenario);
    const stopWatching = watch(faulty, scenario.quotaBytes);
    faulty.host.faults.add({ ...fault, at, api: isFileCall });
    const scene = (async () => {
        await faulty.cache.start();
        await scenario.run(faulty);
    })();
    // A killed session never ends: nothing is due any more.
    const ended = await faulty.clock.until(scene).then(() => true, (error: unknown) => {
        if (faulty.host.alive) throw error;
        return false;
    });
    if (ended) await faulty.rest();
    stopWatching();
    const fired = faulty.host.faults.fired.length > 0;
    if (faulty.host.alive) expectRightHits(faulty);

    const after = faulty.restart();
    const stopWatchingAfter = watch(after, scenario.quotaBytes);
    const starting = after.cache.start();
    expect(after.cache.start(), 'C7').toBe(starting);
    await after.clock.until(starting);
    await after.rest();
    await after.clock.advance(2000);
    const cached = expectRightHits(after);
    expectNoOrphans(after);
    if (honest.includes(fault)) {
        expect(persisted.filter((url) => scenario.survives(url) && !cached.includes(url)), 'C2: urls that were lost').toEqual([]);
    }
    expect(after.cache.statistics().bytes, 'the count of bytes is right').toBe(bytesIn(after.host.disk));
    // Caching still works.
    await after.clock.until(loadAll(after, ['again'], 200));
    await after.rest();
    expect(expectRightHits(after)).toContain('https://game.test/remote/main/again.bin');
    stopWatchingAfter();
    return fired;
}

describe.each(scenarios)('$name, with the N-th file call going wrong', (scenario) => {
    it.each([...honest, ...costly])('%j', async (fault) => {
        let at = 1;
        for (; at < 500; at++) {
            try {
                if (!await sweepOnce(scenario, fault, at)) break;
            } catch (error) {
                throw new Error(`${scenario.name}, ${JSON.stringify(fault)}, N = ${at}: ${(error as Error).message}`);
            }
        }
        expect(at).toBeGreaterThan(3);
        expect(at, 'the sweep ends').toBeLessThan(500);
    });
});

it('the quota of the scenarios is the model\'s own', () => {
    expect(manyMegabytes).toBe(52_428_800);
});
