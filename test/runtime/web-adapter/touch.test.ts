import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostSwitches } from '../../../source/platform';
import type { Finger } from '../../../source/simulator/model';
import { installAdapter } from './installed';

interface Seen { readonly type: string; readonly changed: number[]; readonly touches: number[] }

function listen(target: { addEventListener(type: string, listener: (event: any) => void): void }): Seen[] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the game's events
    const seen: Seen[] = [];
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
        target.addEventListener(type, (event) => {
            const ids = (list: { identifier: number }[]): number[] => Array.from(list, ({ identifier }) => identifier);
            seen.push({ type: event.type, changed: ids(event.changedTouches), touches: ids(event.touches) });
        });
    }
    return seen;
}

/** Numbers from 0 to below 1, the same for the same seed. */
function createRandom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

const seed = Number(process.env['SEED'] ?? 42);

const styles: Partial<HostSwitches>[] = [
    { touchEvents: 'w3c' }, { touchEvents: 'alipay', touchesAtEnd: 'remaining' }, { touchEvents: 'alipay', touchesAtEnd: 'lifted' }, { touchEvents: 'alipay', touchesAtEnd: 'all' },
];

describe('touches (platform facts 3.8)', () => {
    it.each(styles)('lifts the right one of two fingers after a first tap: %j', (switches) => {
        const { window, host: { user } } = installAdapter({ switches });
        const seen = listen(window['canvas']);
        user.tap(1, 1);
        user.touchStart({ id: 0, x: 10, y: 10 });
        user.touchStart({ id: 1, x: 20, y: 20 });
        user.touchEnd(0);
        user.touchMove({ id: 1, x: 21, y: 20 });
        user.touchEnd(1);
        expect(seen.slice(2)).toEqual([
            { type: 'touchstart', changed: [0], touches: [0] },
            { type: 'touchstart', changed: [1], touches: [0, 1] },
            { type: 'touchend', changed: [0], touches: [1] },
            { type: 'touchmove', changed: [1], touches: [1] },
            { type: 'touchend', changed: [1], touches: [] },
        ]);
    });

    it.each(styles)(`tells of five fingers what they do, no more and no less, in any order and several at once (seed ${seed}): %j`, (switches) => {
        const acts = fc.array(fc.record({ ids: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }), act: fc.constantFrom('lift', 'move', 'move', 'cancel') }), { minLength: 5, maxLength: 40 });
        fc.assert(fc.property(acts, fc.nat(50), (list, salt) => {
            const random = createRandom(salt);
            const { window, host: { user } } = installAdapter({ switches, digitiser: { random, shuffled: 0.5 } });
            // Shows which kind of host this is.
            user.tap(1, 1);
            const seen = listen(window['canvas']);
            const truth = new Map<number, string[]>();
            const note = (id: number, type: string): void => void truth.set(id, [...truth.get(id) ?? [], type]);
            const down = new Set<number>();
            // A host that does not name the lifted fingers leaves open how many they are, and an end in doubt is told before the next thing.
            const named = switches.touchEvents === 'w3c' || switches.touchesAtEnd === 'remaining';
            let place = salt;
            const step = (id: number, act: string): void => {
                place++;
                if (!down.has(id)) {
                    down.add(id);
                    note(id, 'touchstart');
                    user.touchStart({ id, x: place, y: 2 * place });
                } else if (act === 'move') {
                    note(id, 'touchmove');
                    user.touchMove({ id, x: place, y: 2 * place });
                } else {
                    down.delete(id);
                    note(id, act === 'lift' ? 'touchend' : 'touchcancel');
                    if (act === 'lift') user.touchEnd(id);
                    else user.touchCancel(id);
                }
            };
            for (const { ids, act } of list) {
                if (named && act === 'lift' && ids.length === 2 && ids.every((id) => down.has(id))) {
                    for (const id of ids) {
                        down.delete(id);
                        note(id, 'touchend');
                    }
                    user.touchEnd(...ids);
                } else {
                    for (const id of ids) {
                        step(id, act);
                        // The next event says who is gone.
                        if (!named && act !== 'move') for (const other of down) step(other, 'move');
                    }
                }
            }
            for (const id of [...down]) step(id, 'lift');
            const told = new Map<number, string[]>();
            for (const { type, changed } of seen) for (const id of changed) told.set(id, [...told.get(id) ?? [], type]);
            for (const [id, types] of truth) expect(told.get(id), `finger ${id}`).toEqual(types);
            expect(seen[seen.length - 1]!.touches).toEqual([]);
        }), { numRuns: 150, seed });
    });

    const streams = fc.array(fc.record({
        act: fc.constantFrom('start', 'start', 'move', 'move', 'move', 'end', 'end', 'cancel', 'again', 'hide'), ids: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
    }), { minLength: 1, maxLength: 60 });
    const shares = fc.record({
        lostStarts: fc.constantFrom(0, 0.1, 0.5), lostEnds: fc.constantFrom(0, 0.1, 0.5), gestures: fc.constantFrom(0, 0.1, 0.5), repeated: fc.constantFrom(0, 0.2), shuffled: fc.constantFrom(0, 0.5),
    });

    it.each(styles)(`every start ends once, nothing moves that did not start, no finger stays, whatever the digitiser does (seed ${seed}): %j`, (switches) => {
        fc.assert(fc.property(streams, shares, fc.nat(), (stream, faults, salt) => {
            const draw = createRandom(salt);
            let calm = false;
            const random = (): number => calm ? 0.999 : draw();
            const { window, host: { user, lifecycle } } = installAdapter({ switches, digitiser: { ...faults, random } });
            const seen = listen(window['canvas']);
            const finger = (id: number): Finger => ({ id, x: Math.floor(draw() * 300), y: Math.floor(draw() * 600) });
            const glass = new Set<number>();
            for (const { act, ids } of stream) {
                const downIds = ids.filter((id) => glass.has(id));
                const fresh = ids.filter((id) => !glass.has(id));
                if (act === 'start') {
                    for (const id of fresh) glass.add(id);
                    if (fresh.length > 0) user.touchStart(...fresh.map(finger));
                }
                // Two starts with one name.
                if (act === 'again' && downIds.length > 0) user.touchStart(...downIds.map(finger));
                if (act === 'move') user.touchMove(...downIds.map(finger));
                if (act === 'end' || act === 'cancel') {
                    for (const id of downIds) glass.delete(id);
                    if (act === 'end') user.touchEnd(...downIds);
                    else user.touchCancel(...downIds);
                }
                if (act === 'hide') {
                    lifecycle.hide();
                    const last = seen[seen.length - 1];
                    expect(last ? last.touches : [], 'down while the game is hidden').toEqual([]);
                    lifecycle.show();
                }
            }
            user.touchEnd(...glass);
            // What the host never told shows when it next tells all: with two fingers of which one has not moved.
            calm = true;
            user.touchStart({ id: 90, x: 1, y: 1 });
            user.touchStart({ id: 91, x: 9, y: 9 });
            user.touchMove({ id: 91, x: 8, y: 8 });
            user.touchEnd(90);
            user.touchEnd(91);
            const down = new Set<number>();
            for (const { type, changed, touches } of seen) {
                expect(changed.length).toBeGreaterThan(0);
                for (const id of changed) {
                    expect(down.has(id), `${type} of ${id}`).toBe(type !== 'touchstart');
                    if (type === 'touchstart') down.add(id);
                    else if (type !== 'touchmove') down.delete(id);
                }
                expect([...touches].sort()).toEqual([...down].sort());
            }
            expect([...down], 'still down').toEqual([]);
        }), { numRuns: 300, seed });
    });

    it.each([{ touchEvents: 'w3c' }, { touchEvents: 'alipay' }] as const)('a finger that the system took is gone with the next touch: %j', (switches) => {
        const { window, host: { user } } = installAdapter({ switches, digitiser: { random: () => 0, lostEnds: 1 } });
        const seen = listen(window['canvas']);
        user.touchStart({ id: 3, x: 10, y: 10 });
        user.touchEnd(3);
        user.touchStart({ id: 4, x: 30, y: 40 });
        expect(seen).toEqual([
            { type: 'touchstart', changed: [3], touches: [3] },
            { type: 'touchcancel', changed: [3], touches: [] },
            { type: 'touchstart', changed: [4], touches: [4] },
        ]);
    });

    it('a host that lists only the fingers that changed loses one gesture, and none after it', () => {
        const { window, host: { user } } = installAdapter({ digitiser: { random: () => 1, listsOnlyChanged: true } });
        const seen = listen(window['canvas']);
        for (let round = 0; round < 3; round++) {
            user.touchStart({ id: 0, x: 10, y: 10 });
            user.touchStart({ id: 1, x: 20, y: 20 });
            user.touchMove({ id: 0, x: 11 + round, y: 10 });
            user.touchEnd(1);
            user.touchMove({ id: 0, x: 21 + round, y: 10 });
            user.touchEnd(0);
        }
        const types = seen.map(({ type, changed }) => `${type} ${changed.join()}`);
        const whole = ['touchstart 0', 'touchstart 1', 'touchmove 0', 'touchend 1', 'touchmove 0', 'touchend 0'];
        expect(types.slice(-12)).toEqual([...whole, ...whole]);
        expect(types.slice(0, -12)).toEqual(['touchstart 0', 'touchcancel 0', 'touchstart 1', 'touchend 1']);
    });

    it.each(styles)('a tap counts although the end of the one before was lost, as under a dialog of the host: %j', (switches) => {
        const { window, host: { user } } = installAdapter({ switches });
        const seen = listen(window['canvas']);
        user.touchStart({ id: 0, x: 10, y: 10 });
        user.touchStart({ id: 0, x: 30, y: 40 });
        user.touchEnd(0);
        expect(seen).toEqual([
            { type: 'touchstart', changed: [0], touches: [0] },
            { type: 'touchcancel', changed: [0], touches: [] },
            { type: 'touchstart', changed: [0], touches: [0] },
            { type: 'touchend', changed: [0], touches: [] },
        ]);
    });

    it.each(styles)('every finger is cancelled when the game goes, since hosts may never tell of its end: %j', (switches) => {
        const { window, host: { user, lifecycle } } = installAdapter({ switches });
        const seen = listen(window['canvas']);
        user.touchStart({ id: 0, x: 10, y: 10 });
        user.touchStart({ id: 1, x: 20, y: 20 });
        lifecycle.hide();
        user.touchEnd(0, 1);
        lifecycle.show();
        lifecycle.hide();
        lifecycle.show();
        user.touchStart({ id: 5, x: 1, y: 1 });
        expect(seen.slice(2)).toEqual([
            { type: 'touchcancel', changed: [0, 1], touches: [] },
            { type: 'touchstart', changed: [5], touches: [5] },
        ]);
    });

    it('reaches canvas, body, document and window, in this order, with W3C fields', () => {
        const { window, host: { user } } = installAdapter();
        const order: string[] = [];
        const { canvas, document } = window;
        canvas.addEventListener('touchstart', (event: Record<string, never>) => {
            order.push('canvas');
            expect(event['target']).toBe(canvas);
            const [touch] = event['changedTouches'] as unknown as Record<string, unknown>[];
            expect(touch).toMatchObject({ identifier: 7, clientX: 5, clientY: 6, pageX: 5, pageY: 6, target: canvas });
            expect((event['changedTouches'] as unknown as { item(index: number): unknown }).item(0)).toBe(touch);
        });
        document.body.addEventListener('touchstart', () => order.push('body'));
        document.addEventListener('touchstart', () => order.push('document'));
        window['addEventListener']('touchstart', () => order.push('window'));
        window['ontouchstart'] = () => order.push('window handler');
        user.touchStart({ id: 7, x: 5, y: 6 });
        expect(order).toEqual(['canvas', 'body', 'document', 'window', 'window handler']);
    });

    it('delivers one tap exactly once in Studio, where real DOM events arrive at the canvas', () => {
        const { window, host: { user } } = installAdapter({ profile: 'studio' });
        const seen = listen(window['canvas']);
        user.tap(3, 4);
        expect(seen.map(({ type }) => type)).toEqual(['touchstart', 'touchend']);
    });

    it('asks the host for no system information, however many fingers move (runtime contract 4)', () => {
        const { window, host } = installAdapter();
        listen(window['canvas']);
        const before = host.calls.records.filter(({ api }) => api === 'getSystemInfoSync').length;
        host.user.touchStart({ id: 0, x: 0, y: 0 });
        for (let at = 1; at < 100; at++) {
            host.user.touchMove({ id: 0, x: at, y: at });
            void window['innerWidth'];
            host.my.getSystemInfoSync();
        }
        expect(host.calls.records.filter(({ api }) => api === 'getSystemInfoSync').length).toBe(before);
    });
});
