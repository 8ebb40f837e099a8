import type { MyCanvas, MyTouch } from '../../../platform/my';
import { attempt, callHost, type GlobalScope, type Host } from '../../my/host';
import type { FirstScreenTexts, FurnishedOptions } from '../options';
import { drawBar, penOf, type Pen } from '../pen';
import { findWindowReader } from '../window-reader';
import { defaultTexts } from './texts';
import { wrap } from './wrap';

interface TouchList { readonly changedTouches: readonly MyTouch[] }
type ListenerChange = (type: 'touchstart' | 'touchend', listener: (event: TouchList) => void) => void;

/** The screen's canvas, which has events in an adapter's or in Studio's document (platform facts 3.8). */
interface TouchedCanvas extends MyCanvas { addEventListener?: ListenerChange; removeEventListener?: ListenerChange }

export interface FailureSetup {
    readonly scope: GlobalScope;
    readonly my: Host;
    /** A key of the texts, or a text. Its first line is the message, further lines explain. */
    readonly message: string;
    readonly tryAgain: (() => void) | undefined;
    readonly options: FurnishedOptions;
    readonly language: 'en' | 'zh';
    /** Takes the failure off the screen. */
    readonly recover: () => void;
}

/** What went wrong, on the screen. */
export interface Failure {
    /** What tries again, where something can be. */
    readonly tryAgain: (() => void) | undefined;
    /** @param width of the screen, as `height` in logical pixels. @param place where its middle should be, of the height. */
    draw(pen: Pen, width: number, height: number, place: number): void;
    /** For a screen that WebGL cannot draw on: draws on it, or asks the host for a dialog where it belongs to WebGL. */
    drawAlone(): void;
    /** Takes back what listens. Nothing is tried again from then on, not by a dialog that is still open either. */
    close(): void;
}

/** More is no message any more, but a listing. */
const mostLines = 12;
const margin = 24;
const buttonHeight = 40;
const lineHeight = 1.6;

/** Shows a text and, where there is something to be tried again, a button below it. */
export function createFailure({ message, tryAgain, options: { texts: given = {}, backgroundColor, textColor, barColor }, language, scope, my, recover }: FailureSetup): Failure {
    const { canvas } = scope as { readonly canvas: TouchedCanvas };
    const reader = findWindowReader(scope);
    const texts: FirstScreenTexts = Object.assign({}, defaultTexts[language], given[language]);
    const text = texts[message as keyof FirstScreenTexts] || message;
    let button = { left: 0, top: 0, right: 0 };
    /** Whether the finger went down on the button. */
    let pressed = false;
    let closed = false;

    const retry = (): void => {
        if (closed || !tryAgain) return;
        recover();
        tryAgain();
    };
    const isOnButton = ({ changedTouches: [touch] }: TouchList): boolean => !!touch
        && touch.clientX > button.left && touch.clientX < button.right && touch.clientY > button.top && touch.clientY < button.top + buttonHeight;
    const press = (event: TouchList): void => { pressed = isOnButton(event); };
    const lift = (event: TouchList): void => {
        if (pressed && isOnButton(event)) retry();
    };
    const listen = (change: ListenerChange | undefined): void => {
        if (!change || !tryAgain) return;
        change.call(canvas, 'touchstart', press);
        change.call(canvas, 'touchend', lift);
    };
    listen(canvas.addEventListener);

    function draw(pen: Pen, screenWidth: number, screenHeight: number, place: number): void {
        const { left, top, right, bottom } = reader.getSafeArea ? reader.getSafeArea() : { left: 0, top: 0, right: screenWidth, bottom: screenHeight };
        const middle = screenWidth / 2;
        const width = Math.min(320, 2 * Math.min(middle - left, right - middle) - 2 * margin);
        const lines: { readonly words: string; readonly size: number }[] = [];
        const setSize = (size: number): string => pen.font = size + 'px sans-serif';
        text.split('\n').forEach((paragraph, index) => {
            const size = index ? 13 : 16;
            setSize(size);
            for (const words of wrap(paragraph, (tried) => pen.measureText(tried).width <= width)) lines.push({ words, size });
        });
        lines.splice(mostLines);
        const textHeight = lines.reduce((height, { size }) => height + size * lineHeight, 0);
        const height = textHeight + (tryAgain ? 20 + buttonHeight : 0);
        let y = Math.max(top, Math.min(screenHeight * place - height / 2, bottom - margin - height));
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.fillStyle = textColor;
        for (const { words, size } of lines) {
            setSize(size);
            pen.globalAlpha = size < 16 ? 0.7 : 1;
            pen.fillText(words, middle, y + size * lineHeight / 2);
            y += size * lineHeight;
        }
        pen.globalAlpha = 1;
        if (!tryAgain) return;
        setSize(16);
        y += 20;
        const label = texts.tryAgain as string;
        const half = Math.min(width, Math.max(120, pen.measureText(label).width + buttonHeight)) / 2;
        button = { left: middle - half, top: y, right: middle + half };
        drawBar(pen, barColor, button.left, y, 2 * half, buttonHeight);
        // A bar is seen on the background, so the background's colour is on the button; letters stand a little above their middle.
        pen.fillStyle = backgroundColor;
        pen.fillText(label, middle, y + buttonHeight / 2 + 1);
    }

    /** @returns whether the screen could be drawn on: one that belongs to WebGL cannot. */
    function drawOnScreen(): boolean {
        const pen = penOf(canvas);
        if (!pen) return false;
        const ratio = canvas.width / reader.getSystemInfoSync().windowWidth;
        pen.fillStyle = backgroundColor;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.scale(ratio, ratio);
        draw(pen, canvas.width / ratio, canvas.height / ratio, 0.5);
        return true;
    }

    return {
        tryAgain,
        draw,
        drawAlone() {
            if (!attempt(drawOnScreen)) callHost(my, 'alert', { content: text, complete: retry });
        },
        close() {
            closed = true;
            listen(canvas.removeEventListener);
        },
    };
}
