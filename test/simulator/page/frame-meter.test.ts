import { describe, expect, it } from 'vitest';
import { createFrameMeter } from '../../../source/simulator/page/worker/frame-meter';

/** A display that the test ticks by hand. */
function createDisplay(displayRate = 60) {
    let requested: ((time: number) => void)[] = [];
    let time = 0;
    const meter = createFrameMeter({ requestFrame: (callback) => { requested.push(callback); }, now: () => time, displayRate });
    return {
        meter,
        get requests() { return requested.length; },
        tick(milliseconds = 1000 / 60) {
            time += milliseconds;
            const callbacks = requested;
            requested = [];
            for (const callback of callbacks) callback(time);
        },
        spend(milliseconds: number) { time += milliseconds; },
    };
}

describe('the frames of a game', () => {
    it('come once for each of the display, and only when asked for', () => {
        const display = createDisplay();
        const times: number[] = [];
        display.meter.request((time) => times.push(time));
        display.meter.request((time) => times.push(time));
        expect(display.requests).toBe(1);
        display.tick(10);
        expect(times).toEqual([10, 10]);
        expect(display.requests).toBe(0);
    });

    it('can be cancelled, also by a callback of the same frame', () => {
        const display = createDisplay();
        const ran: string[] = [];
        display.meter.cancel(display.meter.request(() => ran.push('early')));
        let later = 0;
        display.meter.request(() => display.meter.cancel(later));
        later = display.meter.request(() => ran.push('late'));
        display.meter.request(() => ran.push('kept'));
        display.tick();
        expect(ran).toEqual(['kept']);
    });

    it('stop while the game is hidden, and what was asked for comes when it is shown', () => {
        const display = createDisplay();
        let frames = 0;
        display.meter.request(() => { frames++; });
        display.meter.setVisible(false);
        display.tick();
        expect(frames).toBe(0);
        display.meter.setVisible(true);
        display.tick();
        expect(frames).toBe(1);
    });

    it('are measured: the time between them, and the work in them', () => {
        const display = createDisplay();
        const draw = (): void => {
            display.spend(3);
            display.meter.request(draw);
        };
        display.meter.request(draw);
        display.tick(10);
        display.tick(10);
        display.tick(20);
        expect(display.meter.take()).toEqual({ intervals: [13, 23], work: [3, 3] });
        expect(display.meter.take()).toEqual({ intervals: [], work: [] });
    });

    it('are as many as my.setPreferredFramesPerSecond says', () => {
        const display = createDisplay();
        let frames = 0;
        const draw = (): void => {
            frames++;
            display.meter.request(draw);
        };
        display.meter.setRate(30);
        display.meter.request(draw);
        for (let tick = 0; tick < 60; tick++) display.tick();
        expect(frames).toBe(30);
    });

    it.each([
        { wish: 60, frames: 15 },
        { wish: 30, frames: 15 },
        { wish: 10, frames: 10 },
        { wish: 0, frames: 15 },
    ])('are never more than a light display shows, whatever the game wishes: $wish', ({ wish, frames: expected }) => {
        const display = createDisplay(15);
        let frames = 0;
        const draw = (): void => {
            frames++;
            display.meter.request(draw);
        };
        display.meter.setRate(wish);
        display.meter.request(draw);
        for (let tick = 0; tick < 60; tick++) display.tick();
        expect(frames).toBe(expected);
    });

    it('tell when one is whole', () => {
        const display = createDisplay();
        const order: string[] = [];
        display.meter.afterFrame(() => order.push('after'));
        display.meter.request(() => order.push('frame'));
        display.tick();
        expect(order).toEqual(['frame', 'after']);
    });
});
