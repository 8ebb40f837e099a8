import type { KeyboardEventValue, ShowKeyboardOptions } from '../../platform/my';
import { callHost, type Host } from './host';

type ValueListener = (event: KeyboardEventValue) => void;

/** The on-screen keyboard. Every member does nothing on a host without it (platform facts 3.8). */
export interface Keyboard {
    showKeyboard(options: ShowKeyboardOptions): void;
    hideKeyboard(): void;
    updateKeyboard(options: { value: string }): void;
    onKeyboardInput(listener: ValueListener): void;
    onKeyboardConfirm(listener: ValueListener): void;
    onKeyboardComplete(listener: ValueListener): void;
    offKeyboardInput(listener?: ValueListener): void;
    offKeyboardConfirm(listener?: ValueListener): void;
    offKeyboardComplete(listener?: ValueListener): void;
}

const keyboardFunctions = [
    'showKeyboard', 'hideKeyboard', 'updateKeyboard', 'onKeyboardInput', 'onKeyboardConfirm', 'onKeyboardComplete',
    'offKeyboardInput', 'offKeyboardConfirm', 'offKeyboardComplete',
] as const;

export function createKeyboard(my: Host): Keyboard {
    const keyboard: Record<string, unknown> = {};
    for (const name of keyboardFunctions) keyboard[name] = (value: never) => callHost(my, name, value);
    return keyboard as unknown as Keyboard;
}
