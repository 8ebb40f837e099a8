import type { GlobalScope } from '../../my/host';
import { DOMException } from '../bom/dom-exception';
import type { EventKit } from '../services/event-kit';

export interface AbortSignal {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
}

/** `AbortController` and its signal. */
export function createAbortClasses(scope: GlobalScope, kit: EventKit): Readonly<Record<'AbortController' | 'AbortSignal', unknown>> {
    const { Event, EventTarget, defineHandlers, dispatch } = kit;

    class AbortSignal extends EventTarget {
        aborted = false;
        reason: unknown = undefined;

        /** A signal that was aborted before anybody asked. */
        static abort(reason?: unknown): AbortSignal {
            const signal = new AbortSignal();
            abort(signal, reason);
            return signal;
        }

        static timeout(milliseconds: number): AbortSignal {
            const { setTimeout } = scope as unknown as { setTimeout(run: () => void, milliseconds: number): unknown };
            if (!(milliseconds >= 0 && milliseconds < Infinity)) throw new TypeError('AbortSignal.timeout: no time in milliseconds');
            const signal = new AbortSignal();
            setTimeout(() => abort(signal, new DOMException('signal timed out', 'TimeoutError')), milliseconds);
            return signal;
        }

        /** Aborted as soon as one of the others is, for the same reason. */
        static any(signals: Iterable<AbortSignal>): AbortSignal {
            const any = new AbortSignal();
            const all = Array.from(signals);
            const follow = (): void => {
                const first = all.filter(({ aborted }) => aborted)[0];
                if (!first) return;
                for (const signal of all) signal.removeEventListener('abort', follow);
                abort(any, first.reason);
            };
            for (const signal of all) signal.addEventListener('abort', follow);
            follow();
            return any;
        }

        throwIfAborted(): void {
            if (this.aborted) throw this.reason;
        }
    }
    defineHandlers(AbortSignal.prototype, 'abort');

    function abort(signal: AbortSignal, reason: unknown = new DOMException('signal is aborted without reason', 'AbortError')): void {
        if (signal.aborted) return;
        Object.assign(signal, { aborted: true, reason });
        dispatch(signal, new Event('abort'));
    }

    class AbortController {
        readonly signal = new AbortSignal();

        abort(reason?: unknown): void {
            abort(this.signal, reason);
        }
    }
    return { AbortController, AbortSignal };
}
