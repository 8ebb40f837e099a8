import { Event, dispatchStateOf, type EventInit } from './event';

/** What may listen: a function, or an object with `handleEvent`. */
export type EventListener = ((this: never, event: never) => unknown) | { handleEvent(event: never): unknown };

export interface ListenerOptions {
    readonly capture?: boolean;
    readonly once?: boolean;
    readonly passive?: boolean;
    readonly signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void } | undefined;
}

interface Listener {
    readonly type: string;
    callback: EventListener;
    readonly capture: boolean;
    readonly once: boolean;
    readonly passive: boolean;
    removed: boolean;
}

/** Keyed by target, so that native objects of the host can be targets without a new prototype. */
const listenersOf = new WeakMap<object, Listener[]>();
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

const captures = (options?: boolean | ListenerOptions | null): boolean => typeof options === 'object' ? !!(options && options.capture) : !!options;

/** DOM's `addEventListener` on any object. */
export function addListener(target: object, type: string, callback: EventListener | null | undefined, options?: boolean | ListenerOptions | null): Listener | undefined {
    if (callback == null) return undefined;
    if (typeof callback !== 'function' && typeof callback !== 'object') throw new TypeError('addEventListener: the listener is neither a function nor an object');
    const { once, passive, signal } = (typeof options === 'object' && options) || {} as ListenerOptions;
    if (signal && signal.aborted) return undefined;
    const capture = captures(options);
    let listeners = listenersOf.get(target);
    if (!listeners) listenersOf.set(target, listeners = []);
    if (listeners.some((one) => one.type === type && one.callback === callback && one.capture === capture)) return undefined;
    const listener: Listener = { type, callback, capture, once: !!once, passive: !!passive, removed: false };
    // A new array each time: a dispatch under way walks the array it found.
    listenersOf.set(target, listeners.concat(listener));
    if (signal) signal.addEventListener('abort', () => drop(target, listener));
    return listener;
}

function drop(target: object, listener: Listener): void {
    listener.removed = true;
    listenersOf.set(target, (listenersOf.get(target) || []).filter((one) => one !== listener));
}

/** DOM's `removeEventListener` on any object. */
export function removeListener(target: object, type: string, callback: EventListener | null | undefined, options?: boolean | ListenerOptions | null): void {
    const capture = captures(options);
    for (const one of listenersOf.get(target) || []) {
        if (one.type === type && one.callback === callback && one.capture === capture) drop(target, one);
    }
}

/** Whether anything listens for this type here: lets a source of events skip the making of events nobody hears. */
export function hasListener(target: object, type: string): boolean {
    return (listenersOf.get(target) || []).some((one) => one.type === type);
}

function pathFrom(target: object, type: string): object[] {
    const path = [target];
    for (let at: object | null | undefined = target; (at = (at as { parentNode?: object | null }).parentNode || parents.get(at)); path.push(at)) {
        // HTML: the load event of a document does not reach the window.
        if (type === 'load' && !(at as { parentNode?: object }).parentNode && !parents.has(at)) break;
    }
    return path;
}

/** Sets a field that the host's own event class may only give out through a getter. */
function setField(event: Event, name: 'target' | 'currentTarget' | 'eventPhase', value: unknown): void {
    if (event instanceof Event) (event as unknown as Record<string, unknown>)[name] = value;
    else Object.defineProperty(event, name, { value, configurable: true });
}

/**
 * DOM's dispatch: capture, target, bubble.
 * @returns false when a listener prevented the default.
 * @throws a `TypeError` without an event, an `InvalidStateError` for an event that is being dispatched already.
 */
export function dispatch(target: object, event: Event): boolean {
    if (!event || typeof event.type !== 'string') throw new TypeError('dispatchEvent: not an Event');
    const state = dispatchStateOf(event);
    if (state.dispatching) throw Object.assign(new Error('dispatchEvent: the event is already being dispatched'), { name: 'InvalidStateError' });
    state.dispatching = true;
    const path = state.path = pathFrom(target, event.type);
    setField(event, 'target', target);
    for (let at = path.length - 1; at >= 0; at -= 1) invoke(path[at] as object, event, true, at ? 1 : 2);
    for (let at = 0; at < (event.bubbles ? path.length : 1); at += 1) invoke(path[at] as object, event, false, at ? 3 : 2);
    setField(event, 'eventPhase', 0);
    setField(event, 'currentTarget', null);
    state.path = [];
    state.dispatching = state.stopped = state.stoppedAtOnce = false;
    return !event.defaultPrevented;
}

function invoke(target: object, event: Event, capture: boolean, phase: number): void {
    const state = dispatchStateOf(event);
    if (state.stopped || event.cancelBubble) return;
    const listeners = listenersOf.get(target);
    if (!listeners) return;
    setField(event, 'currentTarget', target);
    setField(event, 'eventPhase', phase);
    for (const listener of listeners) {
        if (listener.removed || listener.type !== event.type || listener.capture !== capture) continue;
        if (listener.once) drop(target, listener);
        state.passive = listener.passive;
        try {
            const { callback } = listener;
            if (typeof callback === 'function') callback.call(target as never, event as never);
            else callback.handleEvent(event as never);
        } catch (error) {
            report(error);
        }
        state.passive = false;
        if (state.stoppedAtOnce) return;
    }
}

/** DOM's `EventTarget`. */
export class EventTarget {
    addEventListener(type: string, listener: EventListener | null, options?: boolean | ListenerOptions | null): void {
        addListener(this, type, listener, options);
    }

    removeEventListener(type: string, listener: EventListener | null, options?: boolean | ListenerOptions | null): void {
        removeListener(this, type, listener, options);
    }

    dispatchEvent(event: Event): boolean {
        return dispatch(this, event);
    }
}

type Handler = (this: unknown, ...values: unknown[]) => unknown;

const handlersOf = new WeakMap<object, Record<string, { handler: Handler; listener: Listener } | undefined>>();

/**
 * Defines `on<type>` handlers on a prototype or an object. As in HTML a handler runs among the listeners, in the place
 * where it was first set, and returning false prevents the default.
 */
export function defineHandlers(owner: object, types: readonly string[], fixedTarget?: object): void {
    for (const type of types) {
        Object.defineProperty(owner, `on${type}`, {
            configurable: true,
            enumerable: true,
            get(this: object) {
                const known = (handlersOf.get(fixedTarget || this) || {})[type];
                return known ? known.handler : null;
            },
            set(this: object, handler: unknown) {
                setHandler(fixedTarget || this, type, typeof handler === 'function' ? handler as Handler : null);
            },
        });
    }
}

function setHandler(target: object, type: string, handler: Handler | null): void {
    let known = handlersOf.get(target);
    if (!known) handlersOf.set(target, known = {});
    const former = known[type];
    if (!handler) {
        if (former) drop(target, former.listener);
        known[type] = undefined;
    } else if (former) {
        former.handler = handler;
    } else {
        const entry = { handler } as { handler: Handler; listener: Listener };
        entry.listener = addListener(target, type, function (this: object, event: Event) {
            const { message, filename, lineno, colno, error } = event as unknown as Record<string, unknown>;
            // HTML: window.onerror alone gets five arguments, and its true means "handled".
            const forError = type === 'error' && message !== undefined;
            const result = forError ? entry.handler.call(this, message, filename, lineno, colno, error) : entry.handler.call(this, event);
            if (result === forError && typeof result === 'boolean') event.preventDefault();
        } as EventListener) as Listener;
        known[type] = entry;
    }
}

/** Makes an event of a type and dispatches it: the short way for sources inside the adapter. */
export function fire(target: object, type: string, init?: EventInit): boolean {
    return dispatch(target, new Event(type, init));
}
