import { callHost, type Host } from './host';

export interface LifecycleListeners {
    shown(): void;
    hidden(): void;
    /** An error that nothing caught. The stack may be part of the message, or missing. */
    failed(message: string, stack?: string): void;
    /** A rejected promise that nothing handled. */
    rejected(reason: unknown, promise: unknown): void;
}

/** Tells when the game comes and goes and what went wrong in it, as far as this host tells (platform facts 3.9). */
export function watchLifecycle(my: Host, { shown, hidden, failed, rejected }: LifecycleListeners): void {
    callHost(my, 'onShow', () => shown());
    callHost(my, 'onHide', () => hidden());
    callHost(my, 'onError', failed);
    callHost(my, 'onUnhandledRejection', (event) => rejected(event.reason, event.promise));
}
