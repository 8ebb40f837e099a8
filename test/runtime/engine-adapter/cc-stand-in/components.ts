/// <reference types="@cocos/creator-types/engine" />
import type { EditBox as CocosEditBox } from 'cc';

/** What an edit box's implementation is told and asks, as the engine declares it. */
export type EditBoxMembers = Pick<CocosEditBox, '_editBoxEditingDidBegan' | '_editBoxTextChanged' | '_editBoxEditingReturn' | '_editBoxEditingDidEnded'>;

/** The base class the engine gives as `EditBox._EditBoxImpl`. */
export class EditBoxImplBase {
    _editing = false;
    _delegate: EditBox | null = null;
    init(_delegate: EditBox): void {}
    onEnable(): void {}
    update(): void {}
    onDisable(): void { if (this._editing) this.endEditing(); }
    clear(): void { this._delegate = null; }
    setFocus(value: boolean): void {
        if (value) this.beginEditing();
        else this.endEditing();
    }
    isFocused(): boolean { return this._editing; }
    beginEditing(): void {}
    endEditing(): void {}
}

/** How the engine writes the text that a player typed: `InputFlag` ALL_CHARACTERS makes capitals of it. */
const allCharacters = 4;

/** An edit box without a picture: it keeps its text and writes down what it was told. */
export class EditBox implements EditBoxMembers {
    static _EditBoxImpl?: typeof EditBoxImplBase;
    maxLength = 20;
    inputMode = 6;
    inputFlag = 5;
    returnType = 0;
    readonly told: string[] = [];
    /** What the game does when it is told: `began`, `changed "text"`, `return`, `ended`. */
    onTold?: (what: string) => void;
    private text = '';
    private readonly impl: EditBoxImplBase;

    constructor(values: Partial<Pick<EditBox, 'string' | 'maxLength' | 'inputMode' | 'inputFlag' | 'returnType' | 'onTold'>> = {}) {
        Object.assign(this, values);
        this.impl = new ((this.constructor as typeof EditBox)._EditBoxImpl || EditBoxImplBase)();
        this.impl.init(this as never);
    }

    get string(): string { return this.text; }
    set string(value: string) { this.text = this.maxLength >= 0 ? value.slice(0, this.maxLength) : value; }

    focus(): void { this.impl.setFocus(true); }
    blur(): void { this.impl.setFocus(false); }
    isFocused(): boolean { return this.impl.isFocused(); }
    /** The engine does so every frame. */
    update(): void { this.impl.update(); }
    destroy(): void {
        this.impl.onDisable();
        this.impl.clear();
    }

    _editBoxEditingDidBegan(): void { this.tell('began'); }
    /** The engine tells the game whether the text is another one by then or not. */
    _editBoxTextChanged(text: string): void {
        this.string = this.inputFlag === allCharacters ? text.toUpperCase() : text;
        this.tell(`changed ${JSON.stringify(text)}`);
    }
    _editBoxEditingReturn(): void { this.tell('return'); }
    _editBoxEditingDidEnded(): void { this.tell('ended'); }

    private tell(what: string): void {
        this.told.push(what);
        this.onTold?.(what);
    }
}

/** The pool labels draw with: up to 20 canvases, made on demand. */
export class CanvasPool {
    readonly pool: object[] = [];
    made = 0;
    constructor(private readonly createCanvas: () => object) {}

    get(): object {
        const free = this.pool.pop();
        if (free) return free;
        this.made++;
        return { canvas: this.createCanvas(), context: {} };
    }

    put(data: object): void {
        if (this.pool.length < 20) this.pool.push(data);
    }
}
