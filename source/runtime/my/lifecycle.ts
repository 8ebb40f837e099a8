import { attempt, type Host } from './host';

export interface LifecycleListeners {
    shown(): void;
    hidden(): void;
    /** An error that nothing caught. The stack may be part of the message, or missing. */
    failed(message: string, stack?: string): void;
    /** A rejected promise that nothing handled. */
    rejected(reason: unknown, promise: unknown): void;
}

/** Tells when the game comes and goes and what went wrong in it, as far as this host tells (platform facts 3.9). */
export function watchLifecycle(my: Host, listeners: LifecycleListeners): void {
    attempt(() => my.onShow && my.onShow(() => listeners.shown()));
    attempt(() => my.onHide && my.onHide(() => listeners.hidden()));
    attempt(() => my.onError && my.onError((message, stack) => listeners.failed(message, stack)));
    attempt(() => my.onUnhandledRejection && my.onUnhandledRejection((event) => listeners.rejected(event && event.reason, event && event.promise)));
}
