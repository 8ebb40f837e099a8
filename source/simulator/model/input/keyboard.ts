import type { Callbacks, KeyboardEventValue, My, ShowKeyboardOptions } from '../../../platform/my';
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

/** What of the keyboard takes time: its coming and going, an event on its way, an answer on its way. */
export type KeyboardStep = 'show' | 'hide' | 'event' | 'answer';

/** A keyboard as phones have it. Without this all happens at once. */
export interface KeyboardBehaviour {
    /**
     * Milliseconds that a step takes; a test draws them from a seed. What the phone does it does one after the other, and
     * events come in their order, but an answer may come before or after any of them.
     */
    delay?(step: KeyboardStep): number;
    /** "Complete" comes also when the game itself hides the keyboard; no document says so. Default: true. */
    readonly tellsOfHiding?: boolean;
    /** It cuts what is typed to `maxLength`. Default: true. */
    readonly knowsLimit?: boolean;
}

type KeyboardCalls = Required<Pick<My,
    'showKeyboard' | 'hideKeyboard' | 'updateKeyboard' | 'onKeyboardInput' | 'offKeyboardInput'
    | 'onKeyboardConfirm' | 'offKeyboardConfirm' | 'onKeyboardComplete' | 'offKeyboardComplete'>>;

/** The keyboard of platform facts 3.8. */
export function createKeyboard(bridge: Bridge, onChange: () => void, behaviour: KeyboardBehaviour = {}): { calls: KeyboardCalls; user: KeyboardInput } {
    const input = createListenerList<KeyboardEventValue>(bridge.life);
    const confirmed = createListenerList<KeyboardEventValue>(bridge.life);
    const completed = createListenerList<KeyboardEventValue>(bridge.life);
    let shown: { options: ShowKeyboardOptions; value: string } | undefined;

    const { delay, tellsOfHiding = true, knowsLimit = true } = behaviour;
    const { life } = bridge;
    /** When the phone has done what it was told, and when the last event on its way arrives. */
    const busyUntil = { phone: 0, events: 0 };

    /** Runs `work` after the delay, and after what was put in line before. */
    const inLine = (line: keyof typeof busyUntil, ms: number, work: () => void): void => {
        const now = life.clock.now();
        const at = busyUntil[line] = Math.max(now, busyUntil[line]) + (line === 'phone' ? ms : 0);
        if (line === 'phone') return void life.schedule(work, at - now);
        busyUntil.events = Math.max(at, now + ms);
        life.schedule(work, busyUntil.events - now);
    };
    const tell = (list: typeof input, value: string): void => {
        if (delay) inLine('events', delay('event'), () => list.emit({ value }));
        else list.emit({ value });
    };
    /** A call that the phone carries out, and answers. */
    const command = (options: Callbacks<object> | undefined, api: string, step: KeyboardStep | undefined, work: () => void): void => {
        if (!delay) {
            bridge.call(options, { api, group: 'input', work: () => { work(); return succeed({}); } });
            return;
        }
        bridge.callSlow<object>(options, { api, group: 'input' }, (settle) => inLine('phone', step ? delay(step) : 0, () => {
            work();
            life.schedule(() => settle(succeed({})), delay('answer'));
        }));
    };

    const cut = (value: string): string => {
        const maxLength = shown?.options.maxLength;
        return knowsLimit && maxLength !== undefined && maxLength >= 0 ? value.slice(0, maxLength) : value;
    };
    const hide = (tells = true): void => {
        if (!shown) return;
        const { value } = shown;
        shown = undefined;
        onChange();
        if (tells) tell(completed, value);
    };
    const subscribe = (api: string, change: () => void): void => bridge.subscribe(api, 'input', change);
    return {
        calls: {
            showKeyboard: (options) => command(options, 'showKeyboard', 'show', () => {
                shown = { options: { ...options }, value: '' };
                shown.value = cut(options?.defaultValue ?? '');
                onChange();
            }),
            hideKeyboard: (options) => command(options, 'hideKeyboard', 'hide', () => hide(tellsOfHiding)),
            updateKeyboard: (options) => command(options, 'updateKeyboard', undefined, () => {
                if (shown) shown.value = cut(options.value);
                onChange();
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
                tell(input, shown.value);
            },
            confirm() {
                if (!shown) return;
                const { options, value } = shown;
                tell(confirmed, value);
                if (options.confirmHold !== true) hide();
            },
            dismiss: () => hide(),
        },
    };
}
