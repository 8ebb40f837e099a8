/** The flags of DOM's dispatch algorithm, kept apart so that a page cannot see or forge them. */
interface DispatchState {
    stopped: boolean;
    stoppedAtOnce: boolean;
    passive: boolean;
    dispatching: boolean;
    path: readonly object[];
}

const states = new WeakMap<object, DispatchState>();

/** The dispatch flags of one event; made on first use, so that events of the host's own class have them too. */
export function dispatchStateOf(event: object): DispatchState {
    let state = states.get(event);
    if (!state) {
        state = { stopped: false, stoppedAtOnce: false, passive: false, dispatching: false, path: [] };
        states.set(event, state);
    }
    return state;
}

export interface EventInit {
    readonly bubbles?: boolean;
    readonly cancelable?: boolean;
    readonly composed?: boolean;
}

/** DOM's `Event`. `timeStamp` is in milliseconds since 1970: the host may have no other clock. */
export class Event {
    static readonly NONE: number = 0;
    static readonly CAPTURING_PHASE: number = 1;
    static readonly AT_TARGET: number = 2;
    static readonly BUBBLING_PHASE: number = 3;

    readonly type: string;
    readonly bubbles: boolean;
    readonly cancelable: boolean;
    readonly composed: boolean;
    readonly timeStamp = Date.now();
    readonly isTrusted: boolean = false;
    target: object | null = null;
    currentTarget: object | null = null;
    eventPhase = 0;
    defaultPrevented = false;

    constructor(type: string, init: EventInit = {}) {
        this.type = String(type);
        this.bubbles = !!init.bubbles;
        this.cancelable = !!init.cancelable;
        this.composed = !!init.composed;
    }

    get srcElement(): object | null {
        return this.target;
    }

    get returnValue(): boolean {
        return !this.defaultPrevented;
    }

    get cancelBubble(): boolean {
        return dispatchStateOf(this).stopped;
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
        state.stopped = state.stoppedAtOnce = true;
    }

    composedPath(): object[] {
        return dispatchStateOf(this).path.slice();
    }
}

export interface CustomEventInit extends EventInit {
    readonly detail?: unknown;
}

export class CustomEvent extends Event {
    readonly detail: unknown;

    constructor(type: string, init: CustomEventInit = {}) {
        super(type, init);
        this.detail = init.detail === undefined ? null : init.detail;
    }
}

export interface ProgressEventInit extends EventInit {
    readonly lengthComputable?: boolean;
    readonly loaded?: number;
    readonly total?: number;
}

/** `loaded` and `total` are in bytes. */
export class ProgressEvent extends Event {
    readonly lengthComputable: boolean;
    readonly loaded: number;
    readonly total: number;

    constructor(type: string, init: ProgressEventInit = {}) {
        super(type, init);
        this.lengthComputable = !!init.lengthComputable;
        this.loaded = init.loaded || 0;
        this.total = init.total || 0;
    }
}

/** Makes the class of an event that only adds fields with default values to `Event`. */
function eventClass<Fields extends object>(fields: Fields): new (type: string, init?: EventInit & Partial<Fields>) => Event & Fields {
    return class extends Event {
        constructor(type: string, init?: EventInit & Partial<Fields>) {
            super(type, init);
            for (const key of Object.keys(fields) as (keyof Fields)[]) {
                const given = init && init[key];
                Object.defineProperty(this, key, { value: given === undefined ? fields[key] : given, enumerable: true, configurable: true, writable: true });
            }
        }
    } as unknown as new (type: string, init?: EventInit & Partial<Fields>) => Event & Fields;
}

export const MessageEvent = eventClass({ data: null as unknown, origin: '', lastEventId: '', source: null, ports: [] as readonly unknown[] });
export const CloseEvent = eventClass({ wasClean: false, code: 0, reason: '' });
export const ErrorEvent = eventClass({ message: '', filename: '', lineno: 0, colno: 0, error: undefined as unknown });
export const PromiseRejectionEvent = eventClass({ promise: undefined as unknown, reason: undefined as unknown });

const modifiers = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, view: null, detail: 0 };
const pointer = Object.assign({ screenX: 0, screenY: 0, clientX: 0, clientY: 0, pageX: 0, pageY: 0, button: 0, buttons: 0, relatedTarget: null }, modifiers);

export const UIEvent = eventClass({ view: null, detail: 0 });
export const MouseEvent = eventClass(pointer);
export const KeyboardEvent = eventClass(Object.assign({ key: '', code: '', location: 0, repeat: false, keyCode: 0 }, modifiers));
export const WheelEvent = eventClass(Object.assign({ deltaX: 0, deltaY: 0, deltaZ: 0, deltaMode: 0 }, pointer));

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
    readonly radiusX: number;
    readonly radiusY: number;
    readonly rotationAngle: number;
    readonly force: number;
}

/** An array with DOM's `item`. */
export interface TouchList extends ReadonlyArray<Touch> {
    item(index: number): Touch | null;
}

/** Makes a `TouchList` of an array of fingers. */
export function createTouchList(touches: readonly Touch[]): TouchList {
    const list = touches.slice();
    Object.defineProperty(list, 'item', { value: (index: number) => list[index] || null });
    return list as unknown as TouchList;
}

const noTouches = createTouchList([]);

export const TouchEvent = eventClass(Object.assign({ touches: noTouches, targetTouches: noTouches, changedTouches: noTouches }, modifiers));
