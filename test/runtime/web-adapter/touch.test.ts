import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostSwitches } from '../../../source/platform';
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

    it.each(styles)('tells every finger of five once down and once up, lifted in any order, with cancels: %j', (switches) => {
        fc.assert(fc.property(fc.array(fc.record({ id: fc.nat(4), act: fc.constantFrom('lift', 'move', 'cancel') }), { minLength: 5, maxLength: 40 }), fc.nat(50), (acts, salt) => {
            const { window, host: { user } } = installAdapter({ switches });
            const seen = listen(window['canvas']);
            const truth = new Map<number, string[]>();
            const note = (id: number, type: string): void => void truth.set(id, [...truth.get(id) ?? [], type]);
            const down = new Set<number>();
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
            for (const { id, act } of acts) step(id, act);
            for (const id of [...down]) step(id, 'lift');
            const told = new Map<number, string[]>();
            for (const { type, changed } of seen) for (const id of changed) told.set(id, [...told.get(id) ?? [], type]);
            const ups = (types: readonly string[] = []): string[] => types.map((type) => type === 'touchcancel' ? 'touchend' : type);
            for (const [id, types] of truth) {
                // A lift whose finger the host does not name is told with the next event, maybe after a move.
                const named = switches.touchEvents === 'w3c' || switches.touchesAtEnd === 'remaining';
                const counted = (all: readonly string[]): readonly string[] => named ? all : all.filter((type) => type !== 'touchmove');
                expect(counted(ups(told.get(id))), `finger ${id}`).toEqual(counted(ups(types)));
            }
            expect(seen[seen.length - 1]!.touches).toEqual([]);
        }), { numRuns: 200, seed: 42 });
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
