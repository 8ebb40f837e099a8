import type { TextField, TextInput } from '../my/text-input';
import type { Engine } from './engine';

/**
 * Gives the engine's edit box the host's keyboard (runtime contract 3). On a host without one it takes no text and
 * says so; empty text is text. Returns false when the build has edit boxes that cannot be reached.
 * @param load gives what writes the keyboard's text into a field; called when a player first touches an edit box
 */
export function installEditBox({ EditBoxComponent, EditBox = EditBoxComponent, internal = {} }: Engine, load: () => TextInput | undefined): boolean {
    const boxes = EditBox || internal.EditBox;
    // The engine module may be left out of the build.
    if (!boxes) return true;
    const Base = boxes._EditBoxImpl;
    if (!Base) return false;
    let input: TextInput | undefined;

    boxes._EditBoxImpl = class extends Base {
        field!: TextField;

        init(delegate: TextField): void {
            this.field = delegate;
        }

        isFocused(): boolean {
            return !!input && input.isActive(this.field);
        }

        update(): void {
            if (input) input.follow(this.field);
        }

        onDisable(): void {
            this.endEditing(true);
        }

        beginEditing(): void {
            input = input || load();
            if (input) input.begin(this.field);
        }

        endEditing(gone?: boolean): void {
            if (input) input.end(this.field, gone);
        }
    };
    return true;
}
