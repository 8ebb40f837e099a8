import type { Life } from './bridge';

/** The listeners of one event of the host, in order of registration. */
export interface ListenerList<Event> {
    add(listener: (event: Event) => void): void;
    /** Without a listener: removes all. */
    remove(listener?: (event: Event) => void): void;
    /** Calls every listener of the living game. */
    emit(event: Event): void;
    readonly size: number;
}

export function createListenerList<Event>(life: Life): ListenerList<Event> {
    let listeners: ((event: Event) => void)[] = [];
    return {
        add(listener) { if (typeof listener === 'function') listeners = [...listeners, listener]; },
        remove(listener) { listeners = listener === undefined ? [] : listeners.filter((entry) => entry !== listener); },
        emit(event) { for (const listener of listeners) life.run(() => listener(event)); },
        get size() { return listeners.length; },
    };
}
