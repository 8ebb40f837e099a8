import type { Finger, PageMessage } from '../protocol';

type TouchMessage = Extract<PageMessage, { type: 'touch' }>;

/** Number keys that hold a finger of their own down at the mouse's place. */
const heldKeys: Readonly<Record<string, number>> = { Digit2: 2, Digit3: 3, Digit4: 4, Digit5: 5 };
const mouseFinger = 0;
const mirroredFinger = 1;

/**
 * Turns pointers and keys over the screen into a phone's fingers: real touches as they are, the mouse as one finger,
 * with Shift a second one mirrored at the screen's centre (for pinch and turn), and with the keys 2 to 5 fingers that
 * stay where the mouse was.
 * @param size logical pixels of the screen, at this moment.
 */
export function followFingers(screen: HTMLElement, layer: HTMLElement, size: () => { width: number; height: number }, send: (message: TouchMessage) => void): void {
    const down = new Map<number, Finger>();
    const dots = new Map<number, HTMLElement>();
    let mouse: { x: number; y: number } | undefined;

    const place = (event: PointerEvent): { x: number; y: number } => {
        const box = screen.getBoundingClientRect();
        const { width, height } = size();
        return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
    };
    const show = ({ identifier, x, y }: Finger): void => {
        let dot = dots.get(identifier);
        if (!dot) {
            dot = document.createElement('div');
            dot.className = 'finger';
            dots.set(identifier, dot);
            layer.append(dot);
        }
        const { width, height } = size();
        dot.style.left = `${(x / width) * 100}%`;
        dot.style.top = `${(y / height) * 100}%`;
    };
    const press = (identifier: number, at: { x: number; y: number }): void => {
        if (down.has(identifier)) return;
        const finger = { identifier, ...at };
        down.set(identifier, finger);
        show(finger);
        send({ type: 'touch', phase: 'start', fingers: [finger] });
    };
    const move = (moved: readonly Finger[]): void => {
        const fingers = moved.filter(({ identifier }) => down.has(identifier));
        if (fingers.length === 0) return;
        for (const finger of fingers) {
            down.set(finger.identifier, finger);
            show(finger);
        }
        send({ type: 'touch', phase: 'move', fingers });
    };
    const lift = (identifier: number, phase: 'end' | 'cancel' = 'end'): void => {
        const finger = down.get(identifier);
        if (!finger) return;
        down.delete(identifier);
        dots.get(identifier)?.remove();
        dots.delete(identifier);
        send({ type: 'touch', phase, fingers: [finger] });
    };
    const mirror = ({ x, y }: { x: number; y: number }): { x: number; y: number } => {
        const { width, height } = size();
        return { x: width - x, y: height - y };
    };
    /** Touch pointers get numbers above those of mouse and keys. */
    const touchFinger = (event: PointerEvent): number => 10 + (event.pointerId % 1000);
    const isMouse = (event: PointerEvent): boolean => event.pointerType === 'mouse';

    screen.addEventListener('pointerdown', (event) => {
        if (event.target instanceof Element && event.target.closest('form, .dialog')) return;
        if (isMouse(event) && event.button !== 0) return;
        screen.focus({ preventScroll: true });
        screen.setPointerCapture(event.pointerId);
        const at = place(event);
        if (!isMouse(event)) return press(touchFinger(event), at);
        press(mouseFinger, at);
        if (event.shiftKey) press(mirroredFinger, mirror(at));
    });
    screen.addEventListener('pointermove', (event) => {
        const at = place(event);
        if (!isMouse(event)) return move([{ identifier: touchFinger(event), ...at }]);
        mouse = at;
        move([{ identifier: mouseFinger, ...at }, { identifier: mirroredFinger, ...mirror(at) }]);
    });
    const release = (phase: 'end' | 'cancel') => (event: PointerEvent): void => {
        if (!isMouse(event)) return lift(touchFinger(event), phase);
        lift(mirroredFinger, phase);
        lift(mouseFinger, phase);
    };
    screen.addEventListener('pointerup', release('end'));
    screen.addEventListener('pointercancel', release('cancel'));
    screen.addEventListener('pointerleave', (event) => { if (isMouse(event) && !down.has(mouseFinger)) mouse = undefined; });
    window.addEventListener('keydown', (event) => {
        const identifier = heldKeys[event.code];
        if (identifier !== undefined && mouse && !event.repeat && !isTyping(event)) press(identifier, mouse);
    });
    window.addEventListener('keyup', (event) => {
        const identifier = heldKeys[event.code];
        if (identifier !== undefined) lift(identifier);
        if (event.key === 'Shift') lift(mirroredFinger);
    });
    // Leaving the window ends what the keys and the mouse hold, as a phone's own call or gesture would.
    window.addEventListener('blur', () => { for (const identifier of [...down.keys()]) lift(identifier, 'cancel'); });
}

/** Whether a key goes into a text field and is no command. */
export function isTyping(event: KeyboardEvent): boolean {
    return event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
}
