import type { KeyboardEventValue } from '../../platform/my';
import type { Timers } from './files';
import { callHost, type Host } from './host';

/** A field that takes text, with the names of the engine's edit box. */
export interface TextField {
    readonly string: string;
    readonly maxLength: number;
    /** 0 has several lines. */
    readonly inputMode: number;
    /** DEFAULT, DONE, SEND, SEARCH, GO, NEXT. */
    readonly returnType: number;
    _editBoxEditingDidBegan(): void;
    _editBoxTextChanged(text: string): void;
    _editBoxEditingReturn(text?: string): void;
    _editBoxEditingDidEnded(text?: string): void;
}

/** The host's one keyboard, which writes into one field at a time. */
export interface TextInput {
    isActive(field: TextField): boolean;
    /** Gives the field the keyboard; the one that had it before ends. */
    begin(field: TextField): void;
    /** @param gone the field takes nothing more, not even what was typed before and is told late */
    end(field: TextField, gone?: boolean): void;
    /** Gives the keyboard the field's text where that is another one. Called once a frame. */
    follow(field: TextField): void;
}

/** By `KeyboardReturnType`. */
const confirmTypes = ['done', 'done', 'send', 'search', 'go', 'next'] as const;

/** What `maxLength` below zero, "none", becomes for the host. */
const noLimit = 65535;

/** Milliseconds that a host may take to tell that the keyboard has gone. */
const goingTime = 1500;

/**
 * A host tells of its keyboard when it likes: nothing in an event says which field it is about. So a field gets the
 * keyboard only when the host has told that it left the field before, or has been silent for a while; what comes until
 * then is of that field. A host that was silent so is not waited for again.
 */
export function createTextInput(my: Host, { setTimeout, clearTimeout }: Timers): TextInput {
    let active: TextField | undefined;
    /** One for each showing of the keyboard: an answer to an earlier one counts no more. */
    let showing = 0;
    /** The keyboard is there for the active field. */
    let ready = false;
    /** The text that the keyboard was last known to hold. */
    let heard: string | undefined;
    /** The text given to the keyboard since. */
    let given: string | undefined;
    /** The field that the keyboard is leaving, with its text when it ended. */
    let former: { readonly field: TextField; readonly text: string } | undefined;
    let leaving: unknown;
    let patience = my.onKeyboardComplete ? goingTime : 0;
    /** A keyboard went, or another took its place, and the host has not told: the next "complete" may be about that. */
    let untold = false;
    let listening = false;

    function hear(field: TextField, text: unknown): void {
        if (typeof text !== 'string' || text === heard) return;
        heard = text;
        given = undefined;
        const { string, maxLength } = field;
        // The engine cuts what it is told, and tells the game of it whether or not anything is left of the change.
        if ((maxLength < 0 ? text : text.slice(0, maxLength)) !== string) field._editBoxTextChanged(text);
    }

    /** What was typed before the field lost the keyboard still counts, unless the game has changed the text since. */
    function hearLate(text: unknown): void {
        if (!former) return;
        const { field } = former;
        if (field.string !== former.text) return;
        hear(field, text);
        former = { field, text: field.string };
    }

    function listen(event: 'Input' | 'Confirm' | 'Complete', told: (value: unknown) => void): void {
        callHost(my, `onKeyboard${event}`, (answer: KeyboardEventValue | undefined) => told((answer || {} as Partial<KeyboardEventValue>).value));
    }

    /** Once and for good: some hosts lack the `off` functions. */
    function listenOnce(): void {
        if (listening) return;
        listening = true;
        listen('Input', (value) => {
            if (leaving) return hearLate(value);
            if (!active) return;
            ready = true;
            hear(active, value);
        });
        listen('Confirm', (value) => {
            if (leaving) return hearLate(value);
            const field = active;
            if (!field) return;
            ready = true;
            hear(field, value);
            field._editBoxEditingReturn();
            // A line break does not end several lines. The game may have gone on to another field by now.
            if (field.inputMode) input.end(field);
        });
        listen('Complete', (value) => {
            if (leaving) {
                hearLate(value);
                left();
            } else if (active && (ready || !untold)) {
                hear(active, value);
                finish();
            } else {
                // This host does tell, if late.
                patience = goingTime;
            }
            untold = false;
        });
    }

    /** The keyboard has left the field before: the next one may have it. */
    function left(): void {
        clearTimeout(leaving);
        leaving = former = undefined;
        if (active) show(active);
    }

    /** @param again over a keyboard that may still be there, with another text by now */
    function show(field: TextField, again = false): void {
        const own = ++showing;
        const { string, maxLength, inputMode, returnType } = field;
        ready = false;
        heard = given = string;
        callHost(my, 'showKeyboard', {
            defaultValue: string,
            maxLength: maxLength < 0 ? noLimit : maxLength,
            multiple: !inputMode,
            confirmHold: !inputMode,
            confirmType: confirmTypes[returnType],
            success() {
                if (own !== showing) {
                    // It came after it had been put away.
                    if (!active) callHost(my, 'hideKeyboard');
                    return;
                }
                ready = true;
                if (again) heard = given = undefined;
            },
            fail() {
                if (own === showing) finish();
            },
        });
    }

    /** The active field has the keyboard no more. */
    function finish(): void {
        const field = active;
        active = undefined;
        showing++;
        if (field) field._editBoxEditingDidEnded();
    }

    const input: TextInput = {
        isActive: (field) => active === field,
        begin(field) {
            if (active === field) {
                // Touched again: a keyboard that went without a word comes back.
                if (!ready) return;
                untold = true;
                return show(field, true);
            }
            if (active) input.end(active);
            if (!my.showKeyboard) return console.warn('edit box: this client has no keyboard');
            listenOnce();
            active = field;
            ready = false;
            field._editBoxEditingDidBegan();
            if (active === field && !leaving) show(field);
        },
        end(field, gone) {
            if (gone && former && former.field === field) former = undefined;
            if (active !== field) return;
            if (!leaving) {
                const wasThere = ready;
                former = gone ? undefined : { field, text: field.string };
                callHost(my, 'hideKeyboard');
                untold = !patience;
                leaving = patience && setTimeout(() => {
                    untold = true;
                    // Learned: it does not tell of a keyboard that it was told to hide.
                    if (wasThere) patience = 0;
                    left();
                }, patience);
            }
            finish();
        },
        follow(field) {
            const text = field.string;
            if (active !== field || !ready || leaving || text === heard || text === given || !my.updateKeyboard) return;
            given = text;
            callHost(my, 'updateKeyboard', {
                value: text,
                success() {
                    if (given === text) heard = text;
                },
            });
        },
    };
    return input;
}
