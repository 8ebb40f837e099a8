import type { HostSwitches } from '../../../platform';
import type { My, MyTouch, MyTouchEvent } from '../../../platform/my';
import type { Bridge } from '../bridge';
import { createListenerList } from '../listeners';

/** A finger on the glass, in logical pixels from the window's top left. */
export interface Finger {
    readonly id: number;
    readonly x: number;
    readonly y: number;
}

/** What the player's fingers do. One call is one event of the host; all its fingers change together. */
export interface TouchInput {
    touchStart(...fingers: readonly Finger[]): void;
    touchMove(...fingers: readonly Finger[]): void;
    touchEnd(...ids: readonly number[]): void;
    touchCancel(...ids: readonly number[]): void;
    /** Down and up at one place, with finger 0. */
    tap(x: number, y: number): void;
}

export type TouchKind = 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel';

/** One touch event before it takes the host's shape. */
export interface TouchChange {
    readonly kind: TouchKind;
    readonly changed: readonly MyTouch[];
    /** Fingers on the glass after the event. */
    readonly remaining: readonly MyTouch[];
}

type TouchCalls = Required<Pick<My,
    'onTouchStart' | 'onTouchMove' | 'onTouchEnd' | 'onTouchCancel' | 'offTouchStart' | 'offTouchMove' | 'offTouchEnd' | 'offTouchCancel'>>;

/** Keeps track of the fingers and tells `deliver` of each change. */
export function createTouchInput(deliver: (change: TouchChange) => void): TouchInput {
    const down = new Map<number, MyTouch>();
    const toTouch = ({ id, x, y }: Finger): MyTouch => ({ identifier: id, clientX: x, clientY: y });
    const press = (kind: TouchKind, fingers: readonly Finger[]): void => {
        const changed = fingers.map(toTouch);
        for (const touch of changed) down.set(touch.identifier, touch);
        deliver({ kind, changed, remaining: [...down.values()] });
    };
    const lift = (kind: TouchKind, ids: readonly number[]): void => {
        const changed = ids.map((id) => down.get(id)).filter((touch): touch is MyTouch => touch !== undefined);
        for (const id of ids) down.delete(id);
        if (changed.length > 0) deliver({ kind, changed, remaining: [...down.values()] });
    };
    return {
        touchStart: (...fingers) => press('touchstart', fingers),
        touchMove: (...fingers) => press('touchmove', fingers.filter(({ id }) => down.has(id))),
        touchEnd: (...ids) => lift('touchend', ids),
        touchCancel: (...ids) => lift('touchcancel', ids),
        tap(x, y) {
            press('touchstart', [{ id: 0, x, y }]);
            lift('touchend', [0]);
        },
    };
}

/** The shape of a touch event in `my.onTouch…` (platform facts 3.8). */
function shapeTouchEvent({ kind, changed, remaining }: TouchChange, switches: HostSwitches, timeStamp: number): MyTouchEvent {
    const lifted = kind === 'touchend' || kind === 'touchcancel';
    if (switches.touchEvents === 'w3c') return { touches: remaining, changedTouches: changed, timeStamp };
    if (!lifted) return { touches: remaining, timeStamp };
    switch (switches.touchesAtEnd) {
        case 'remaining': return { touches: remaining, timeStamp };
        case 'lifted': return { touches: changed, timeStamp };
        case 'all': return { touches: [...remaining, ...changed], timeStamp };
    }
}

export function createTouchCalls(bridge: Bridge, switches: HostSwitches): { calls: TouchCalls; emit: (change: TouchChange) => void } {
    const lists = {
        touchstart: createListenerList<MyTouchEvent>(bridge.life),
        touchmove: createListenerList<MyTouchEvent>(bridge.life),
        touchend: createListenerList<MyTouchEvent>(bridge.life),
        touchcancel: createListenerList<MyTouchEvent>(bridge.life),
    };
    const on = (kind: TouchKind, api: string) => (listener: (event: MyTouchEvent) => void): void => bridge.subscribe(api, 'input', () => lists[kind].add(listener));
    const off = (kind: TouchKind, api: string) => (listener?: (event: MyTouchEvent) => void): void => bridge.subscribe(api, 'input', () => lists[kind].remove(listener));
    return {
        calls: {
            onTouchStart: on('touchstart', 'onTouchStart'), offTouchStart: off('touchstart', 'offTouchStart'),
            onTouchMove: on('touchmove', 'onTouchMove'), offTouchMove: off('touchmove', 'offTouchMove'),
            onTouchEnd: on('touchend', 'onTouchEnd'), offTouchEnd: off('touchend', 'offTouchEnd'),
            onTouchCancel: on('touchcancel', 'onTouchCancel'), offTouchCancel: off('touchcancel', 'offTouchCancel'),
        },
        emit: (change) => lists[change.kind].emit(shapeTouchEvent(change, switches, bridge.life.clock.now())),
    };
}
