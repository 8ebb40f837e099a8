import { callHost, type Host } from '../my/host';
import type { EditBoxDelegate, Engine } from './engine';

/** By `KeyboardReturnType`: DEFAULT, DONE, SEND, SEARCH, GO, NEXT. */
const confirmTypes = ['done', 'done', 'send', 'search', 'go', 'next'] as const;

/** What `maxLength` below zero, "none", becomes for the host. */
const noLimit = 65535;

/**
 * Gives the engine's edit box the host's keyboard (runtime contract 3). On a host without one it takes no text and
 * says so; empty text is text. Returns false when the build has edit boxes that cannot be reached.
 */
export function installEditBox({ EditBoxComponent, EditBox = EditBoxComponent, internal = {} }: Engine, my: Host): boolean {
    const boxes = EditBox || internal.EditBox;
    // The engine module may be left out of the build.
    if (!boxes) return true;
    const Base = boxes._EditBoxImpl;
    if (!Base) return false;
    /** The edit box the keyboard writes into. */
    let active: KeyboardEditBox | undefined;
    /** The keyboard is there for it: until then "complete" is of the edit box before. */
    let ready = false;
    let listening = false;

    /** Once and for good: some hosts lack the `off` functions. */
    function listen(): void {
        if (listening) return;
        listening = true;
        for (const event of ['Input', 'Confirm', 'Complete'] as const) {
            callHost(my, `onKeyboard${event}`, ({ value }) => {
                const complete = event === 'Complete';
                if (!active || complete && !ready) return;
                const { delegate } = active;
                ready = true;
                if (value !== delegate.string && typeof value === 'string') delegate._editBoxTextChanged(value);
                if (event === 'Confirm') delegate._editBoxEditingReturn();
                // `InputMode.ANY`, 0, has several lines: a line break does not end it.
                if (complete || event === 'Confirm' && delegate.inputMode) active.endEditing();
            });
        }
    }

    class KeyboardEditBox extends Base {
        delegate!: EditBoxDelegate;

        init(delegate: EditBoxDelegate): void {
            this.delegate = delegate;
        }

        isFocused(): boolean {
            return active === this;
        }

        onDisable(): void {
            this.endEditing();
        }

        beginEditing(): void {
            const { string, maxLength, inputMode, returnType } = this.delegate;
            if (active === this) return;
            if (active) active.endEditing();
            if (!my.showKeyboard) return console.warn('edit box: this client has no keyboard');
            listen();
            // eslint-disable-next-line @typescript-eslint/no-this-alias -- one edit box at a time has the keyboard
            active = this;
            ready = false;
            this.delegate._editBoxEditingDidBegan();
            callHost(my, 'showKeyboard', {
                defaultValue: string,
                maxLength: maxLength < 0 ? noLimit : maxLength,
                multiple: !inputMode,
                confirmHold: !inputMode,
                confirmType: confirmTypes[returnType],
                success: () => { ready = true; },
                fail: () => this.endEditing(),
            });
        }

        endEditing(): void {
            if (active !== this) return;
            active = undefined;
            callHost(my, 'hideKeyboard');
            this.delegate._editBoxEditingDidEnded();
        }
    }
    boxes._EditBoxImpl = KeyboardEditBox;
    return true;
}
