import type { My } from '../../../platform/my';
import type { DialogRequest, GameMessage } from '../../protocol';

export interface PageDialogs {
    /** The person pressed a button. */
    answer(confirmed: boolean): void;
}

/**
 * Shows the host's dialogs and toasts on the page and waits for the person, where the model would answer at once.
 * `my.confirm` is refused by hand; a yes goes through the model, so that it is counted as every call is.
 */
export function showDialogsOnPage(my: My, send: (message: GameMessage) => void): PageDialogs {
    const waiting: { readonly request: DialogRequest; readonly done: (confirmed: boolean) => void }[] = [];
    const ask = (request: DialogRequest, done: (confirmed: boolean) => void): void => {
        waiting.push({ request, done });
        if (waiting.length === 1) send({ type: 'dialog', request });
    };
    const { alert, confirm, showToast, hideToast, showLoading, hideLoading } = my;
    if (alert) {
        my.alert = (options) => ask({ kind: 'alert', title: text(options?.title), content: text(options?.content), confirmText: text(options?.buttonText) }, () => alert(options));
    }
    if (confirm) {
        my.confirm = (options) => ask(
            { kind: 'confirm', title: text(options?.title), content: text(options?.content), confirmText: text(options?.confirmButtonText), cancelText: text(options?.cancelButtonText) },
            (confirmed) => confirm(confirmed ? options : { ...options, success: () => options.success?.({ confirm: false }), complete: () => options.complete?.({ confirm: false }) }),
        );
    }
    if (showToast) {
        my.showToast = (options) => {
            send({ type: 'toast', text: text(options?.content), milliseconds: options?.duration ?? 2000 });
            showToast(options);
        };
    }
    if (hideToast) my.hideToast = (options) => { send({ type: 'toast', text: '', milliseconds: 0 }); hideToast(options); };
    if (showLoading) {
        my.showLoading = (options) => {
            send({ type: 'toast', text: `${text(options?.content) || '…'}`, milliseconds: 0 });
            showLoading(options);
        };
    }
    if (hideLoading) my.hideLoading = (options) => { send({ type: 'toast', text: '', milliseconds: 0 }); hideLoading(options); };
    return {
        answer(confirmed) {
            const answered = waiting.shift();
            const next = waiting[0];
            if (next) send({ type: 'dialog', request: next.request });
            answered?.done(confirmed);
        },
    };
}

function text(value: unknown): string {
    return value === undefined || value === null ? '' : String(value);
}
