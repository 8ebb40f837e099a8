import type { Callbacks, Listener } from './calls';

/** Coordinates in logical pixels from the window's top left. */
export interface MyTouch {
    readonly identifier: number;
    readonly clientX: number;
    readonly clientY: number;
    readonly pageX?: number;
    readonly pageY?: number;
    readonly force?: number;
}
/** No `changedTouches` in the game typings; some hosts have it. What `touches` holds at an end is not documented [3.8]. */
export interface MyTouchEvent {
    readonly touches: readonly MyTouch[];
    readonly changedTouches?: readonly MyTouch[];
    readonly timeStamp?: number;
}

export interface ShowKeyboardOptions extends Callbacks {
    defaultValue?: string | undefined;
    maxLength?: number | undefined;
    multiple?: boolean | undefined;
    confirmHold?: boolean | undefined;
    confirmType?: 'done' | 'next' | 'search' | 'go' | 'send' | undefined;
}
export interface KeyboardEventValue { readonly value: string }

/** In units of g. */
export interface Acceleration { readonly x: number; readonly y: number; readonly z: number }

/** Touch, keyboard, sensors. */
export interface InputCalls {
    onTouchStart(listener: Listener<MyTouchEvent>): void;
    onTouchMove(listener: Listener<MyTouchEvent>): void;
    onTouchEnd(listener: Listener<MyTouchEvent>): void;
    onTouchCancel(listener: Listener<MyTouchEvent>): void;
    offTouchStart?(listener?: Listener<MyTouchEvent>): void;
    offTouchMove?(listener?: Listener<MyTouchEvent>): void;
    offTouchEnd?(listener?: Listener<MyTouchEvent>): void;
    offTouchCancel?(listener?: Listener<MyTouchEvent>): void;

    showKeyboard?(options: ShowKeyboardOptions): void;
    hideKeyboard?(options?: Callbacks): void;
    updateKeyboard?(options: { value: string } & Callbacks): void;
    onKeyboardInput?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardInput?(listener?: Listener<KeyboardEventValue>): void;
    onKeyboardConfirm?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardConfirm?(listener?: Listener<KeyboardEventValue>): void;
    onKeyboardComplete?(listener: Listener<KeyboardEventValue>): void;
    offKeyboardComplete?(listener?: Listener<KeyboardEventValue>): void;

    /** Starts the sensor by itself [3.8]. */
    onAccelerometerChange?(listener: Listener<Acceleration>): void;
    offAccelerometerChange?(listener?: Listener<Acceleration>): void;
    startAccelerometer?(options: { interval?: 'game' | 'ui' | 'normal' | undefined } & Callbacks): void;
    stopAccelerometer?(options?: Callbacks): void;
}
