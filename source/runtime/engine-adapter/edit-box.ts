import { callHost, type Host } from '../my/host';
import type { EditBoxDelegate, Engine } from './engine';

/** By `KeyboardReturnType`: DEFAULT, DONE, SEND, SEARCH, GO, NEXT. */
const confirmTypes = ['done', 'done', 'send', 'search', 'go', 'next'] as const;

/** `InputMode.ANY`: more than one line. */
const multiLine = 0;

/** What `maxLength` below zero, "none", becomes for the host. */
const noLimit = 65535;

interface KeyboardValue { readonly value?: unknown }

/**
 * Gives the engine's edit box the host's keyboard (runtime contract 3). On a host without one it takes no text and
 * says so; empty text is text. Returns false when the build has edit boxes that cannot be reached.
 */
export function installEditBox(cc: Engine, my: Host): boolean {
    const EditBox = cc.EditBox || cc.EditBoxComponent || cc.internal && cc.internal.EditBox;
    // The engine module may be left out of the build.
    if (!EditBox) return true;
    const Base = EditBox._EditBoxImpl;
    if (!Base) return false;
    /** The edit box the keyboard writes into. */
    let active: KeyboardEditBox | undefined;
    let listening = false;

    /** Registered once and for good: some hosts lack the `off` functions. */
    function listen(): void {
        if (listening) return;
        listening = true;
        callHost(my, 'onKeyboardInput', (event) => active && active.take(event));
        callHost(my, 'onKeyboardConfirm', (event) => active && active.confirm(event));
        callHost(my, 'onKeyboardComplete', (event) => {
            if (!active) return;
            active.take(event);
            active.endEditing();
        });
    }

    class KeyboardEditBox extends Base {
        private delegate: EditBoxDelegate | undefined;

        init(delegate: EditBoxDelegate): void {
            this.delegate = delegate;
        }

        setFocus(focused: boolean): void {
            if (focused) this.beginEditing();
            else this.endEditing();
        }

        isFocused(): boolean {
            return active === this;
        }

        onDisable(): void {
            this.endEditing();
        }

        clear(): void {
            this.endEditing();
            this.delegate = undefined;
        }

        beginEditing(): void {
            const { delegate } = this;
            if (active === this || !delegate) return;
            if (!my.showKeyboard) {
                console.warn('edit box: this client has no keyboard API');
                return;
            }
            if (active) active.endEditing();
            listen();
            const { string, maxLength, inputMode, returnType } = delegate;
            const multiple = inputMode === multiLine;
            // eslint-disable-next-line @typescript-eslint/no-this-alias -- one edit box at a time has the keyboard
            active = this;
            delegate._editBoxEditingDidBegan();
            callHost(my, 'showKeyboard', {
                defaultValue: string,
                maxLength: maxLength < 0 ? noLimit : maxLength,
                multiple,
                confirmHold: multiple,
                confirmType: confirmTypes[returnType] || 'done',
                fail: () => this.finish(),
            });
        }

        endEditing(): void {
            if (active === this) {
                callHost(my, 'hideKeyboard');
                this.finish();
            }
        }

        take({ value }: KeyboardValue): void {
            const { delegate } = this;
            if (delegate && typeof value === 'string' && value !== delegate.string) delegate._editBoxTextChanged(value);
        }

        confirm(event: KeyboardValue): void {
            const { delegate } = this;
            this.take(event);
            if (!delegate) return;
            delegate._editBoxEditingReturn();
            // A line break in a text of several lines does not end it.
            if (delegate.inputMode !== multiLine) this.endEditing();
        }

        private finish(): void {
            if (active !== this) return;
            active = undefined;
            if (this.delegate) this.delegate._editBoxEditingDidEnded();
        }
    }
    EditBox._EditBoxImpl = KeyboardEditBox;
    return true;
}
