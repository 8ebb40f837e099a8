import { defineProperty } from '../define-property';
import { domError } from '../errors';
import { keyedState } from '../keyed-state';
import { Event, dispatchStateOf } from './event';

/** What may listen: a function, or an object with `handleEvent`. */
export type EventListener = ((event: never) => unknown) | { handleEvent(event: never): unknown };

export interface ListenerOptions {
    readonly capture?: boolean;
    readonly once?: boolean;
    readonly passive?: boolean;
    readonly signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
}

type GivenOptions = boolean | ListenerOptions | null | undefined;

interface Listener {
    readonly type: string;
    readonly callback: EventListener;
    readonly capture: boolean;
    readonly once: boolean | undefined;
    readonly passive: boolean | undefined;
    removed?: boolean;
}

const listenersOf = keyedState<Listener[]>(() => []);
const parents = new WeakMap<object, object>();

/** Events of `target` go on to `parent` when they bubble; nodes of a document have their `parentNode` for this. */
export function setEventParent(target: object, parent: object): void {
    parents.set(target, parent);
}

/** What a listener threw. A browser reports it and goes on with the next listener; so do we. */
let report = (error: unknown): void => console.error(error);

/** Says where errors thrown by listeners go. The default is the console. */
export function onListenerError(handler: (error: unknown) => void): void {
    report = handler;
}

function findListener(target: object, type: string, callback: unknown, capture: boolean): Listener | undefined {
    return listenersOf(target).filter((one) => one.type === type && one.callback === callback && one.capture === capture)[0];
}

/** DOM's `addEventListener` on any object. */
export function addListener(target: object, type: string, callback: EventListener | null, options?: GivenOptions): void {
    const { capture = options === true, once, passive, signal } = Object(options) as ListenerOptions;
    if (!callback || signal && signal.aborted || findListener(target, type, callback, capture)) return;
    listenersOf(target).push({ type, callback, capture, once, passive });
    if (signal) signal.addEventListener('abort', () => removeListener(target, type, callback, capture));
}

/** DOM's `removeEventListener` on any object. */
export function removeListener(target: object, type: string, callback: unknown, options?: GivenOptions): void {
    const { capture = options === true } = Object(options) as ListenerOptions;
    const listener = findListener(target, type, callback, capture);
    if (!listener) return;
    listener.removed = true;
    const listeners = listenersOf(target);
    listeners.splice(listeners.indexOf(listener), 1);
}

/** Whether anything listens for this type here. */
export function hasListener(target: object, type: string): boolean {
    return listenersOf(target).some((one) => one.type === type);
}

/**
 * DOM's dispatch: capture, target, bubble.
 * @returns false when a listener prevented the default.
 * @throws an `InvalidStateError` for an event that is being dispatched already.
 */
export function dispatch(target: object, event: Event): boolean {
    const state = dispatchStateOf(event);
    if (state.path) throw domError('InvalidStateError', `dispatchEvent: "${event.type}" is already being dispatched`);
    const path: object[] = state.path = [];
    // HTML: a load event does not go from the document to the window.
    const parentOf = (at: object): object | null | undefined | false => (at as { parentNode?: object | null }).parentNode || event.type !== 'load' && parents.get(at);
    for (let at: object | null | undefined | false = target; at; at = parentOf(at)) path.push(at);
    // Defined, not assigned: the host's own event class gives these out through getters alone.
    const set = (name: 'target' | 'currentTarget' | 'eventPhase', value: unknown): void => void Object.defineProperty(event, name, { value, configurable: true });
    const visit = (at: number, capture: boolean): void => {
        if (state.stopped) return;
        const current = path[at] as object;
        set('eventPhase', at ? capture ? 1 : 3 : 2);
        set('currentTarget', current);
        for (const listener of listenersOf(current).slice()) {
            const { type, callback } = listener;
            if (state.ended || listener.removed || type !== event.type || listener.capture !== capture) continue;
            if (listener.once) removeListener(current, type, callback, capture);
            state.passive = listener.passive;
            try {
                if (typeof callback === 'function') callback.call(current, event as never);
                else callback.handleEvent(event as never);
            } catch (error) {
                report(error);
            }
            state.passive = false;
        }
    };
    set('target', target);
    for (let at = path.length; at--;) visit(at, true);
    for (let at = 0; at < (event.bubbles ? path.length : 1); at++) visit(at, false);
    set('eventPhase', 0);
    set('currentTarget', null);
    state.path = undefined;
    state.stopped = state.ended = false;
    return !event.defaultPrevented;
}

/** DOM's `EventTarget`. */
export class EventTarget {
    addEventListener(type: string, listener: EventListener | null, options?: GivenOptions): void {
        addListener(this, type, listener, options);
    }

    removeEventListener(type: string, listener: EventListener | null, options?: GivenOptions): void {
        removeListener(this, type, listener, options);
    }

    dispatchEvent(event: Event): boolean {
        return dispatch(this, event);
    }
}

type Handler = (this: unknown, ...values: unknown[]) => unknown;

interface Slot {
    handler: Handler | null;
    listen(event: Event & Record<string, unknown>): void;
}

const slotsOf = keyedState<Record<string, Slot>>(() => ({}));

function slotOf(target: object, type: string): Slot {
    const slots = slotsOf(target);
    const slot: Slot = slots[type] || {
        handler: null,
        listen(event) {
            const { message, filename, lineno, colno, error } = event;
            // HTML: the handler of an ErrorEvent gets five arguments, and its true means "handled".
            const isError = lineno !== undefined;
            const result = (slot.handler as Handler).apply(target, isError ? [message, filename, lineno, colno, error] : [event]);
            if (result === isError) event.preventDefault();
        },
    };
    return slots[type] = slot;
}

/**
 * Defines `on<type>` handlers on a prototype or an object. As in HTML a handler runs among the listeners, in the place
 * where it was first set, and returning false prevents the default.
 * @param types names, separated by blanks
 */
export function defineHandlers(owner: object, types: string): void {
    for (const type of types.split(' ')) {
        defineProperty(owner, `on${type}`, {
            get(this: object) {
                return slotOf(this, type).handler;
            },
            set(this: object, handler: unknown) {
                const slot = slotOf(this, type);
                slot.handler = typeof handler === 'function' ? handler as Handler : null;
                // Adding it once more changes nothing.
                (slot.handler ? addListener : removeListener)(this, type, slot.listen as EventListener);
            },
        });
    }
}

/** Makes a plain event of a type and dispatches it: the short way for sources inside the adapter. */
export function fire(target: object, type: string): void {
    dispatch(target, new Event(type));
}
