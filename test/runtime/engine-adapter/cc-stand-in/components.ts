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

/** An edit box without a picture: it keeps its text and writes down what it was told. */
export class EditBox implements EditBoxMembers {
    static _EditBoxImpl?: typeof EditBoxImplBase;
    string = '';
    maxLength = 20;
    inputMode = 6;
    returnType = 0;
    readonly told: string[] = [];
    private readonly impl: EditBoxImplBase;

    constructor(values: Partial<Pick<EditBox, 'string' | 'maxLength' | 'inputMode' | 'returnType'>> = {}) {
        Object.assign(this, values);
        this.impl = new ((this.constructor as typeof EditBox)._EditBoxImpl || EditBoxImplBase)();
        this.impl.init(this);
    }

    focus(): void { this.impl.setFocus(true); }
    blur(): void { this.impl.setFocus(false); }
    isFocused(): boolean { return this.impl.isFocused(); }
    destroy(): void {
        this.impl.onDisable();
        this.impl.clear();
    }

    _editBoxEditingDidBegan(): void { this.told.push('began'); }
    _editBoxTextChanged(text: string): void {
        this.string = text;
        this.told.push(`changed ${JSON.stringify(text)}`);
    }
    _editBoxEditingReturn(): void { this.told.push('return'); }
    _editBoxEditingDidEnded(): void { this.told.push('ended'); }
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
