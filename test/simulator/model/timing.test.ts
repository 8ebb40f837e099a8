import { describe, expect, it } from 'vitest';
import type { KeyboardEventValue } from '../../../source/platform';
import { createRandom, type HostSetup } from '../../../source/simulator/model';
import { createTestHost, type TestHost } from './answers';

const most = 1000;

/** Notes when each of ten calls is answered, in milliseconds. */
async function answersOf(setup: HostSetup, call: (host: TestHost, index: number, answer: () => void) => void): Promise<{ readonly index: number; readonly at: number }[]> {
    const host = createTestHost({ packageFiles: { 'a.txt': 'text' }, ...setup });
    host.network.route('https://cdn.example/', { body: 'body' });
    const answers: { index: number; at: number }[] = [];
    for (let index = 0; index < 10; index++) call(host, index, () => answers.push({ index, at: host.clock.now() }));
    await host.clock.advance(5000);
    return answers;
}

const calls: readonly [string, (host: TestHost, index: number, answer: () => void) => void][] = [
    ['a file call', ({ my }, _index, complete) => my.getFileSystemManager().readFile({ filePath: 'a.txt', complete })],
    ['a request', ({ my }, _index, complete) => { my.request({ url: 'https://cdn.example/a', dataType: 'text', complete }); }],
    ['a download', ({ my }, _index, complete) => { my.downloadFile({ url: 'https://cdn.example/a', complete }); }],
    ['storage', ({ my }, _index, complete) => my.getStorage?.({ key: 'a', complete })],
    ['the keyboard', ({ my }, _index, complete) => my.showKeyboard?.({ complete })],
    ['a picture', ({ my }, _index, complete) => {
        const image = my.createImage();
        image.onerror = complete;
        image.src = 'none.png';
    }],
];

describe('latency of every answer', () => {
    it.each(calls)('%s answers once, within the bounds, in another order, and the same for one seed', async (_name, call) => {
        const answers = await answersOf({ latency: { seed: 1, most } }, call);
        expect(answers.map(({ index }) => index).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(answers.map(({ index }) => index)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (const { at } of answers) expect(at).toBeLessThanOrEqual(most + 10);
        expect(await answersOf({ latency: { seed: 1, most } }, call)).toEqual(answers);
        expect(await answersOf({ latency: { seed: 2, most } }, call)).not.toEqual(answers);
    });

    it.each(calls)('%s answers in order where the plan draws no time', async (_name, call) => {
        expect((await answersOf({}, call)).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('does not change the order in which calls do their work', async () => {
        const host = createTestHost({ latency: { seed: 3, most } });
        const fs = host.my.getFileSystemManager();
        for (let version = 0; version < 10; version++) fs.writeFile({ filePath: `${host.my.env.USER_DATA_PATH}/a`, data: String(version), encoding: 'utf8' });
        await host.clock.advance(5000);
        expect((fs.readFileSync({ filePath: `${host.my.env.USER_DATA_PATH}/a`, encoding: 'utf8' }) as { data: string }).data).toBe('9');
    });

    it('delays events, and keeps their order', async () => {
        const host = createTestHost({ latency: { seed: 4, least: 1, most } });
        const told: string[] = [];
        host.my.onKeyboardInput?.(({ value }: KeyboardEventValue) => told.push(value));
        host.my.onHide(() => told.push('hide'));
        host.my.onShow(() => told.push('show'));
        host.my.showKeyboard?.({ defaultValue: '' });
        await host.clock.advance(0);
        for (const text of ['a', 'ab', 'abc']) host.user.typeText(text);
        host.lifecycle.hide();
        host.lifecycle.show();
        expect(told).toEqual([]);
        await host.clock.advance(5000);
        expect(told).toEqual(['a', 'ab', 'abc', 'hide', 'show']);
    });

    it('tells a listener of nothing that was taken off before the event came', async () => {
        const host = createTestHost({ latency: { seed: 5, least: 100, most } });
        const told: string[] = [];
        const listener = (): void => { told.push('hide'); };
        host.my.onHide(listener);
        host.lifecycle.hide();
        host.my.offHide?.(listener);
        await host.clock.advance(5000);
        expect(told).toEqual([]);
    });

    it('tells a picture of nothing that it asked for before its address changed', async () => {
        const host = createTestHost({ latency: { seed: 6, least: 50, most } });
        const image = host.my.createImage();
        const told: string[] = [];
        image.onerror = () => told.push(image.src);
        for (const name of ['a.png', 'b.png', 'c.png']) {
            image.src = name;
            await host.clock.advance(5);
        }
        await host.clock.advance(5000);
        expect(told).toEqual(['c.png']);
    });

    it('ends with the game', async () => {
        const host = createTestHost({ latency: { seed: 7, most } });
        let answered = false;
        host.my.getStorage?.({ key: 'a', complete: () => { answered = true; } });
        await host.clock.advance(0);
        host.kill();
        await host.clock.advance(5000);
        expect([answered, host.clock.pending]).toEqual([false, 0]);
    });
});

describe('answers that never come', () => {
    it.each(calls)('%s: as many as the chance says, the same for one seed', async (_name, call) => {
        const some = await answersOf({ silence: { seed: 1, chance: 0.5 } }, call);
        expect(some.length).toBeGreaterThan(0);
        expect(some.length).toBeLessThan(10);
        expect(await answersOf({ silence: { seed: 1, chance: 0.5 } }, call)).toEqual(some);
        expect(await answersOf({ silence: { seed: 1, chance: 1 } }, call)).toEqual([]);
        expect(await answersOf({ silence: { seed: 1, chance: 0 } }, call)).toHaveLength(10);
    });

    it('only of the calls it concerns, never of synchronous ones; the work is done or not', async () => {
        const host = createTestHost({ silence: { seed: 1, chance: 1, concerns: ({ api }) => api === 'FileSystemManager.writeFile' } });
        const fs = host.my.getFileSystemManager();
        let answered = 0;
        const complete = (): void => { answered++; };
        for (let index = 0; index < 20; index++) fs.writeFile({ filePath: `${host.my.env.USER_DATA_PATH}/${index}`, data: 'x', encoding: 'utf8', complete });
        fs.access({ path: `${host.my.env.USER_DATA_PATH}/0`, complete });
        expect(fs.writeFileSync({ filePath: `${host.my.env.USER_DATA_PATH}/sync`, data: 'x', encoding: 'utf8' })).toMatchObject({ success: true });
        await host.clock.advance(60_000);
        expect(answered).toBe(1);
        const written = host.disk.list(host.my.env.USER_DATA_PATH).length;
        expect(written).toBeGreaterThan(1);
        expect(written).toBeLessThan(21);
    });
});

describe('the first moments', () => {
    it.each([
        ['swapped', { windowWidth: 844, windowHeight: 390 }], ['zero', { windowWidth: 0, windowHeight: 0 }], ['right', { windowWidth: 390, windowHeight: 844 }],
    ] as const)('sizes are %s, for as long as is said', async (earlySystemInfo, sizes) => {
        const host = createTestHost({ switches: { earlySystemInfo }, settlingMs: 50 });
        expect(host.my.getSystemInfoSync()).toMatchObject(sizes);
        expect(host.my.getWindowInfo?.()).toMatchObject(sizes);
        if (earlySystemInfo === 'zero') expect(host.my.getWindowInfo?.().safeArea.width).toBe(0);
        await host.clock.advance(50);
        expect(host.my.getSystemInfoSync()).toMatchObject({ windowWidth: 390, windowHeight: 844 });
        expect(host.my.getWindowInfo?.().safeArea.width).toBe(390);
    });

    it('system information is not there, or the capsule is not drawn', async () => {
        const host = createTestHost({ switches: { earlySystemInfo: 'undefined', menuButton: 'late' } });
        expect(host.my.getSystemInfoSync()).toBeUndefined();
        expect(host.my.getMenuButtonBoundingClientRect?.().width).toBe(0);
        await host.clock.advance(300);
        expect(host.my.getSystemInfoSync()?.windowWidth).toBe(390);
        expect(host.my.getMenuButtonBoundingClientRect?.().width).toBeGreaterThan(0);
    });
});

describe('createRandom', () => {
    it('draws evenly from 0 up to 1, and the same for one seed', () => {
        const draw = (seed: number): number[] => {
            const random = createRandom(seed);
            return Array.from({ length: 10_000 }, random);
        };
        const drawn = draw(1);
        expect(draw(1)).toEqual(drawn);
        expect(draw(2)).not.toEqual(drawn);
        const tenths = new Array<number>(10).fill(0);
        for (const value of drawn) tenths[Math.floor(value * 10)]!++;
        for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
    });
});
