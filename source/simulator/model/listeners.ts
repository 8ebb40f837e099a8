import type { Life } from './bridge';

/** The listeners of one event of the host, in order of registration. */
export interface ListenerList<Event> {
    add(listener: (event: Event) => void): void;
    /** Without a listener: removes all. */
    remove(listener?: (event: Event) => void): void;
    /** Calls every listener that the living game has when the event reaches it. */
    emit(event: Event): void;
    readonly size: number;
}

export function createListenerList<Event>(life: Life): ListenerList<Event> {
    let listeners: ((event: Event) => void)[] = [];
    return {
        add(listener) { if (typeof listener === 'function') listeners = [...listeners, listener]; },
        remove(listener) { listeners = listener === undefined ? [] : listeners.filter((entry) => entry !== listener); },
        emit(event) { life.tell(() => { for (const listener of listeners) life.run(() => listener(event)); }); },
        get size() { return listeners.length; },
    };
}
