import type { KeyboardEventValue, My, ShowKeyboardOptions } from '../../../platform/my';
import { succeed, type Bridge } from '../bridge';
import { createListenerList } from '../listeners';

/** What the player does with the on-screen keyboard. */
export interface KeyboardInput {
    /** The keyboard's settings while it is shown. */
    readonly keyboard: Required<Pick<ShowKeyboardOptions, 'defaultValue' | 'multiple' | 'confirmType'>> & { readonly maxLength: number; readonly value: string } | undefined;
    /** Replaces the text, cut to the maximum length. */
    typeText(value: string): void;
    /** Presses the confirm key: the keyboard goes unless `confirmHold`. */
    confirm(): void;
    /** Puts the keyboard away, as touching beside it does. */
    dismiss(): void;
}

type KeyboardCalls = Required<Pick<My,
    'showKeyboard' | 'hideKeyboard' | 'updateKeyboard' | 'onKeyboardInput' | 'offKeyboardInput'
    | 'onKeyboardConfirm' | 'offKeyboardConfirm' | 'onKeyboardComplete' | 'offKeyboardComplete'>>;

/** The keyboard of platform facts 3.8. */
export function createKeyboard(bridge: Bridge, onChange: () => void): { calls: KeyboardCalls; user: KeyboardInput } {
    const input = createListenerList<KeyboardEventValue>(bridge.life);
    const confirmed = createListenerList<KeyboardEventValue>(bridge.life);
    const completed = createListenerList<KeyboardEventValue>(bridge.life);
    let shown: { options: ShowKeyboardOptions; value: string } | undefined;

    const cut = (value: string): string => {
        const maxLength = shown?.options.maxLength;
        return maxLength !== undefined && maxLength >= 0 ? value.slice(0, maxLength) : value;
    };
    const hide = (): void => {
        if (!shown) return;
        const { value } = shown;
        shown = undefined;
        onChange();
        completed.emit({ value });
    };
    const subscribe = (api: string, change: () => void): void => bridge.subscribe(api, 'input', change);
    return {
        calls: {
            showKeyboard: (options) => bridge.call(options, {
                api: 'showKeyboard', group: 'input',
                work: () => {
                    shown = { options: { ...options }, value: '' };
                    shown.value = cut(options?.defaultValue ?? '');
                    onChange();
                    return succeed({});
                },
            }),
            hideKeyboard: (options) => bridge.call(options, {
                api: 'hideKeyboard', group: 'input',
                work: () => {
                    hide();
                    return succeed({});
                },
            }),
            updateKeyboard: (options) => bridge.call(options, {
                api: 'updateKeyboard', group: 'input',
                work: () => {
                    if (shown) shown.value = cut(options.value);
                    onChange();
                    return succeed({});
                },
            }),
            onKeyboardInput: (listener) => subscribe('onKeyboardInput', () => input.add(listener)),
            offKeyboardInput: (listener) => subscribe('offKeyboardInput', () => input.remove(listener)),
            onKeyboardConfirm: (listener) => subscribe('onKeyboardConfirm', () => confirmed.add(listener)),
            offKeyboardConfirm: (listener) => subscribe('offKeyboardConfirm', () => confirmed.remove(listener)),
            onKeyboardComplete: (listener) => subscribe('onKeyboardComplete', () => completed.add(listener)),
            offKeyboardComplete: (listener) => subscribe('offKeyboardComplete', () => completed.remove(listener)),
        },
        user: {
            get keyboard() {
                if (!shown) return undefined;
                const { options, value } = shown;
                return {
                    defaultValue: options.defaultValue ?? '', maxLength: options.maxLength ?? -1, multiple: options.multiple ?? false,
                    confirmType: options.confirmType ?? 'done', value,
                };
            },
            typeText(value) {
                if (!shown) return;
                shown.value = cut(value);
                input.emit({ value: shown.value });
            },
            confirm() {
                if (!shown) return;
                const { options, value } = shown;
                confirmed.emit({ value });
                if (options.confirmHold !== true) hide();
            },
            dismiss: hide,
        },
    };
}
