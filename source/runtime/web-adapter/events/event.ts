import { keyedState } from '../keyed-state';

/** The flags of DOM's dispatch algorithm. */
interface DispatchState {
    /** `stopPropagation` was called. */
    stopped?: boolean;
    /** `stopImmediatePropagation` was called. */
    ended?: boolean;
    passive?: boolean | undefined;
    /** From the target to the root, while the event is being dispatched. */
    path?: object[] | undefined;
}

/** The dispatch flags of an event, also of one of the host's own class. */
export const dispatchStateOf = keyedState<DispatchState>(() => ({}));

export interface EventInit {
    readonly bubbles?: boolean;
    readonly cancelable?: boolean;
    readonly composed?: boolean;
}

/** DOM's `Event`. `timeStamp` is in milliseconds since 1970: the host may have no other clock. */
export class Event {
    declare readonly type: string;
    declare readonly bubbles: boolean;
    declare readonly cancelable: boolean;
    declare readonly composed: boolean;
    declare readonly timeStamp: number;
    declare readonly isTrusted: boolean;
    declare readonly target: object | null;
    declare readonly currentTarget: object | null;
    declare readonly eventPhase: number;
    declare defaultPrevented: boolean;

    constructor(type: string, init?: EventInit) {
        Object.assign(this, init, { type: String(type), timeStamp: Date.now() });
    }

    get cancelBubble(): boolean {
        return !!dispatchStateOf(this).stopped;
    }

    set cancelBubble(stop: boolean) {
        if (stop) this.stopPropagation();
    }

    preventDefault(): void {
        if (this.cancelable && !dispatchStateOf(this).passive) this.defaultPrevented = true;
    }

    stopPropagation(): void {
        dispatchStateOf(this).stopped = true;
    }

    stopImmediatePropagation(): void {
        const state = dispatchStateOf(this);
        state.stopped = state.ended = true;
    }

    composedPath(): object[] {
        return (dispatchStateOf(this).path || []).slice();
    }
}

const ownFields = { bubbles: false, cancelable: false, composed: false, isTrusted: false, target: null, currentTarget: null, eventPhase: 0, defaultPrevented: false };
Object.assign(Event.prototype, ownFields);

type EventClass<Fields> = new (type: string, init?: EventInit & Partial<Fields>) => Event & Readonly<Fields>;

/** Makes the class of an event that adds fields, with their default values, to `Event`. */
function eventClass<Fields extends object>(fields: Fields): EventClass<Fields> {
    class SpecialEvent extends Event {}
    Object.assign(SpecialEvent.prototype, fields);
    return SpecialEvent as unknown as EventClass<Fields>;
}

/** One finger: positions in CSS pixels from the top left of the window. */
export interface Touch {
    readonly identifier: number;
    readonly target: object;
    readonly clientX: number;
    readonly clientY: number;
    readonly pageX: number;
    readonly pageY: number;
    readonly screenX: number;
    readonly screenY: number;
    readonly force: number;
}

/** An array with DOM's `item`. */
export interface TouchList extends ReadonlyArray<Touch> {
    item(index: number): Touch | null;
}

/** Makes a `TouchList` of an array of fingers. */
export function createTouchList(touches: readonly Touch[]): TouchList {
    return Object.defineProperty(touches.slice(), 'item', { value: (index: number) => touches[index] || null }) as unknown as TouchList;
}

const touches = createTouchList([]);

export const CustomEvent = eventClass({ detail: null as unknown });
/** `loaded` and `total` are in bytes. */
export const ProgressEvent = eventClass({ lengthComputable: false, loaded: 0, total: 0 });
export const MessageEvent = eventClass({ data: null as unknown });
export const CloseEvent = eventClass({ wasClean: false, code: 0, reason: '' });
export const ErrorEvent = eventClass({ message: '', filename: '', lineno: 0, colno: 0, error: null as unknown });
export const PromiseRejectionEvent = eventClass({ promise: null as unknown, reason: null as unknown });
export const TouchEvent = eventClass({ touches, targetTouches: touches, changedTouches: touches, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false });
