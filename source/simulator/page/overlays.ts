import type { DialogRequest, KeyboardRequest, PageMessage } from '../protocol';
import { element } from './elements';
import { text, type TextKey } from './texts';

/** What the phone itself lays over the game: its keyboard, dialogs, toasts. */
export interface Overlays {
    showKeyboard(request: KeyboardRequest | undefined): void;
    showDialog(request: DialogRequest | undefined): void;
    showToast(content: string, milliseconds: number): void;
    /** Puts everything away: the game ended. */
    clear(): void;
}

const confirmTexts: Readonly<Record<string, TextKey>> = { done: 'done', next: 'next', search: 'search', go: 'go', send: 'send' };

export function createOverlays(send: (message: PageMessage) => void): Overlays {
    const form = element<HTMLFormElement>('keyboard');
    const line = element<HTMLInputElement>('keyboard-input');
    const area = element<HTMLTextAreaElement>('keyboard-area');
    const dialog = element('dialog');
    const toast = element('toast');
    let open: KeyboardRequest | undefined;
    let toastTimer = 0;

    const field = (): HTMLInputElement | HTMLTextAreaElement => (open?.multiple ? area : line);
    /** Whether the keyboard then goes is the host's to say. */
    const finish = (event: 'confirm' | 'dismiss'): void => {
        if (open) send({ type: 'keyboard', event, value: field().value });
    };

    for (const input of [line, area]) {
        input.addEventListener('input', () => send({ type: 'keyboard', event: 'input', value: input.value }));
        (input as HTMLElement).addEventListener('keydown', (event) => {
            if (event.key === 'Escape') finish('dismiss');
            event.stopPropagation();
        });
    }
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        finish('confirm');
    });
    // A touch beside the keyboard puts it away, as on a phone.
    element('screen').addEventListener('pointerdown', (event) => {
        if (event.target instanceof Element && !event.target.closest('form')) finish('dismiss');
    }, { capture: true });
    const answer = (confirmed: boolean) => (): void => {
        dialog.hidden = true;
        send({ type: 'dialog', confirmed });
    };
    element('dialog-confirm').addEventListener('click', answer(true));
    element('dialog-cancel').addEventListener('click', answer(false));
    dialog.addEventListener('keydown', (event) => { if (event.key === 'Escape') answer(false)(); });

    const overlays: Overlays = {
        showKeyboard(request) {
            const appears = open === undefined;
            open = request;
            form.hidden = request === undefined;
            if (!request) return element('screen').focus({ preventScroll: true });
            line.hidden = request.multiple;
            area.hidden = !request.multiple;
            const input = field();
            if (request.maxLength < 0) input.removeAttribute('maxlength');
            else input.maxLength = request.maxLength;
            if (input.value !== request.value) input.value = request.value;
            element('keyboard-confirm').textContent = text(confirmTexts[request.confirmType] ?? 'done');
            if (!appears) return;
            input.focus({ preventScroll: true });
            input.setSelectionRange(input.value.length, input.value.length);
        },
        showDialog(request) {
            dialog.hidden = request === undefined;
            if (!request) return;
            element('dialog-title').textContent = request.title;
            element('dialog-text').textContent = request.content;
            element('dialog-confirm').textContent = request.confirmText || text('ok');
            element('dialog-cancel').textContent = request.kind === 'confirm' ? request.cancelText || text('cancel') : '';
            element('dialog-cancel').hidden = request.kind !== 'confirm';
            element('dialog-confirm').focus({ preventScroll: true });
        },
        showToast(content, milliseconds) {
            clearTimeout(toastTimer);
            toast.textContent = content;
            toast.hidden = content === '';
            if (milliseconds > 0) toastTimer = window.setTimeout(() => { toast.hidden = true; }, milliseconds);
        },
        clear() {
            open = undefined;
            form.hidden = true;
            dialog.hidden = true;
            toast.hidden = true;
        },
    };
    return overlays;
}
