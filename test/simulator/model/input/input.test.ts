import { describe, expect, it } from 'vitest';
import type { MyTouchEvent } from '../../../../source/platform';
import type { HostSetup } from '../../../../source/simulator/model';
import { createTestHost, type TestHost } from '../answers';

function listen(setup: HostSetup): { host: TestHost; events: [string, MyTouchEvent][] } {
    const host = createTestHost(setup);
    const events: [string, MyTouchEvent][] = [];
    host.my.onTouchStart((event) => events.push(['start', event]));
    host.my.onTouchMove((event) => events.push(['move', event]));
    host.my.onTouchEnd((event) => events.push(['end', event]));
    host.my.onTouchCancel((event) => events.push(['cancel', event]));
    return { host, events };
}
const identifiers = (event: MyTouchEvent | undefined): number[] | undefined => event?.touches.map(({ identifier }) => identifier);

describe('touch (platform facts 3.8)', () => {
    it('touches are {identifier, clientX, clientY}, and there is no changedTouches', () => {
        const { host, events } = listen({});
        host.user.tap(10, 20);
        expect(events.map(([kind]) => kind)).toEqual(['start', 'end']);
        expect(events[0]![1].touches).toEqual([{ identifier: 0, clientX: 10, clientY: 20 }]);
        expect(events[0]![1]).not.toHaveProperty('changedTouches');
    });

    it('switch touchEvents "w3c": changedTouches as the W3C defines it', () => {
        const { host, events } = listen({ switches: { touchEvents: 'w3c' } });
        host.user.touchStart({ id: 0, x: 1, y: 1 }, { id: 1, x: 2, y: 2 });
        host.user.touchEnd(0);
        expect(events[1]![1].changedTouches?.map(({ identifier }) => identifier)).toEqual([0]);
        expect(identifiers(events[1]![1])).toEqual([1]);
    });

    it.each([['remaining', [1]], ['lifted', [0]], ['all', [1, 0]]] as const)('what touches holds at an end with another finger down: %s', (touchesAtEnd, expected) => {
        const { host, events } = listen({ switches: { touchesAtEnd } });
        host.user.touchStart({ id: 0, x: 1, y: 1 }, { id: 1, x: 2, y: 2 });
        host.user.touchEnd(0);
        expect(identifiers(events[1]![1])).toEqual(expected);
    });

    it('five fingers, moves and cancel; a finger that is not down does nothing', () => {
        const { host, events } = listen({});
        for (let id = 0; id < 5; id++) host.user.touchStart({ id, x: id, y: id });
        host.user.touchMove({ id: 2, x: 50, y: 60 }, { id: 9, x: 1, y: 1 });
        host.user.touchCancel(0, 1, 2, 3, 4);
        host.user.touchEnd(0);
        expect(events.map(([kind]) => kind)).toEqual(['start', 'start', 'start', 'start', 'start', 'move', 'cancel']);
        expect(events[5]![1].touches[2]).toEqual({ identifier: 2, clientX: 50, clientY: 60 });
        expect(identifiers(events[5]![1])).toEqual([0, 1, 2, 3, 4]);
    });

    it('off* removes one listener, or all', () => {
        const { host, events } = listen({});
        host.my.offTouchStart?.();
        host.user.tap(1, 1);
        expect(events.map(([kind]) => kind)).toEqual(['end']);
    });
});

describe('keyboard (platform facts 3.8)', () => {
    async function show(options: object, setup: HostSetup = {}): Promise<{ host: TestHost; heard: string[] }> {
        const host = createTestHost(setup);
        const heard: string[] = [];
        host.my.onKeyboardInput?.(({ value }) => heard.push(`input ${value}`));
        host.my.onKeyboardConfirm?.(({ value }) => heard.push(`confirm ${value}`));
        host.my.onKeyboardComplete?.(({ value }) => heard.push(`complete ${value}`));
        host.my.showKeyboard?.({ ...options });
        await host.clock.advance(1);
        return { host, heard };
    }

    it('input, confirm and complete carry the value', async () => {
        const { host, heard } = await show({ defaultValue: 'a', confirmType: 'send' });
        expect(host.user.keyboard).toMatchObject({ value: 'a', confirmType: 'send', multiple: false });
        host.user.typeText('ab');
        host.user.confirm();
        expect(heard).toEqual(['input ab', 'confirm ab', 'complete ab']);
        expect(host.user.keyboard).toBeUndefined();
    });

    it('confirmHold keeps it; dismissing completes', async () => {
        const { host, heard } = await show({ confirmHold: true });
        host.user.confirm();
        expect(host.user.keyboard).toBeDefined();
        host.user.dismiss();
        expect(heard).toEqual(['confirm ', 'complete ']);
    });

    it('cuts to maxLength, updates from the game, hides from the game', async () => {
        const { host, heard } = await show({ maxLength: 3, defaultValue: 'abcdef' });
        expect(host.user.keyboard?.value).toBe('abc');
        host.user.typeText('wxyz');
        host.my.updateKeyboard?.({ value: 'new' });
        host.my.hideKeyboard?.();
        await host.clock.advance(1);
        expect(heard).toEqual(['input wxy', 'complete new']);
    });

    it('does nothing while it is not shown', async () => {
        const { host, heard } = await show({});
        host.user.dismiss();
        host.user.typeText('x');
        host.user.confirm();
        expect(heard).toEqual(['complete ']);
    });

    it('client-10.3.70 has no updateKeyboard, which no document lists', async () => {
        expect((await show({}, { profile: 'client-10.3.70' })).host.my.updateKeyboard).toBeUndefined();
    });
});

describe('accelerometer (platform facts 3.8)', () => {
    it('listening starts it', () => {
        const host = createTestHost();
        const seen: unknown[] = [];
        host.my.onAccelerometerChange?.((acceleration) => seen.push(acceleration));
        host.user.accelerate(0.1, -1, 0);
        expect(seen).toEqual([{ x: 0.1, y: -1, z: 0 }]);
    });

    it('stops and starts, where the host has the calls', async () => {
        const host = createTestHost();
        let seen = 0;
        host.my.onAccelerometerChange?.(() => seen++);
        host.my.stopAccelerometer?.();
        await host.clock.advance(1);
        host.user.accelerate(0, 0, 1);
        host.my.startAccelerometer?.({ interval: 'game' });
        await host.clock.advance(1);
        host.user.accelerate(0, 0, 1);
        expect(seen).toBe(1);
        expect(createTestHost({ profile: 'client-10.3.70' }).my.startAccelerometer).toBeUndefined();
    });
});
