import { describe, expect, it } from 'vitest';
import { createRealClock, createVirtualClock } from '../../../source/simulator/model';

describe('virtual clock', () => {
    it('runs what is due by time, then by order of scheduling', async () => {
        const clock = createVirtualClock();
        const ran: string[] = [];
        clock.schedule(() => ran.push('late'), 20);
        clock.schedule(() => ran.push('first'), 10);
        clock.schedule(() => ran.push('second'), 10);
        clock.schedule(() => ran.push('never'), 21);
        await clock.advance(20);
        expect(ran).toEqual(['first', 'second', 'late']);
        expect(clock.now()).toBe(20);
        expect(clock.pending).toBe(1);
    });

    it('lets promises settle between two actions of the same moment', async () => {
        const clock = createVirtualClock();
        const ran: string[] = [];
        clock.schedule(() => { void Promise.resolve().then(() => Promise.resolve()).then(() => ran.push('promise')); }, 5);
        clock.schedule(() => ran.push('action'), 5);
        await clock.advance(5);
        expect(ran).toEqual(['promise', 'action']);
    });

    it('runs what an action schedules within the time that passes', async () => {
        const clock = createVirtualClock();
        const times: number[] = [];
        const again = (): void => {
            times.push(clock.now());
            clock.schedule(again, 100);
        };
        clock.schedule(again, 100);
        await clock.advance(350);
        expect(times).toEqual([100, 200, 300]);
        expect(clock.now()).toBe(350);
    });

    it('does not run what was cancelled', async () => {
        const clock = createVirtualClock();
        let ran = 0;
        const kept = clock.schedule(() => ran++, 1);
        clock.schedule(() => ran++, 2).cancel();
        await clock.advance(10);
        kept.cancel();
        expect(ran).toBe(1);
        expect(clock.pending).toBe(0);
    });

    it('stands still until it is advanced, and counts from its start in wall time', async () => {
        const clock = createVirtualClock(1_000_000);
        expect(clock.wallTime()).toBe(1_000_000);
        await clock.advance(1500);
        expect(clock.wallTime()).toBe(1_001_500);
    });

    it('advances until a promise settles, and no further', async () => {
        const clock = createVirtualClock();
        clock.schedule(() => {}, 900);
        const value = await clock.until(new Promise((resolve) => { clock.schedule(() => resolve('done'), 40); }));
        expect(value).toBe('done');
        expect(clock.now()).toBe(40);
    });

    it('says when nothing is due that could settle the promise', async () => {
        await expect(createVirtualClock().until(new Promise(() => {}))).rejects.toThrow('nothing is due');
    });

    it('says when the limit is reached', async () => {
        const clock = createVirtualClock();
        const tick = (): void => { clock.schedule(tick, 10); };
        tick();
        await expect(clock.until(new Promise(() => {}), 100)).rejects.toThrow('within 100 ms');
    });

    it('rejects with what an action threw', async () => {
        const clock = createVirtualClock();
        clock.schedule(() => { throw new Error('broken'); }, 1);
        await expect(clock.advance(1)).rejects.toThrow('broken');
    });

    it('orders thousands of actions', async () => {
        const clock = createVirtualClock();
        const times: number[] = [];
        for (let index = 0; index < 3000; index++) clock.schedule(() => times.push(clock.now()), (index * 7919) % 3001);
        await clock.advance(3001);
        expect(times).toEqual([...times].sort((left, right) => left - right));
        expect(times).toHaveLength(3000);
    });
});

describe('real clock', () => {
    it('runs in time, and at once for 0', async () => {
        const clock = createRealClock();
        const ran: string[] = [];
        const start = clock.now();
        await new Promise<void>((resolve) => {
            clock.schedule(() => { ran.push('later'); resolve(); }, 50);
            clock.schedule(() => ran.push('cancelled'), 0).cancel();
            clock.schedule(() => ran.push('cancelled'), 1).cancel();
            clock.schedule(() => ran.push('now'), 0);
        });
        expect(ran).toEqual(['now', 'later']);
        expect(clock.now() - start).toBeGreaterThan(3);
        expect(Math.abs(clock.wallTime() - Date.now())).toBeLessThan(1000);
    });
});
