import { domError } from '../errors';
import type { EventKit } from '../services/event-kit';

export interface AbortSignal {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
}

/** `AbortController` and its signal. */
export function createAbortClasses({ Event, EventTarget, defineHandlers, dispatch }: EventKit): Readonly<Record<'AbortController' | 'AbortSignal', unknown>> {
    class AbortSignal extends EventTarget {
        aborted = false;
        reason: unknown = undefined;
    }
    defineHandlers(AbortSignal.prototype, 'abort');

    class AbortController {
        readonly signal = new AbortSignal();

        abort(reason: unknown = domError('AbortError', 'aborted')): void {
            const { signal } = this;
            if (signal.aborted) return;
            Object.assign(signal, { aborted: true, reason });
            dispatch(signal, new Event('abort'));
        }
    }
    return { AbortController, AbortSignal };
}
