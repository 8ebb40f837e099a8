import type { MyCanvas, MyTouch } from '../../../platform/my';
import { attempt, callHost, type GlobalScope, type Host } from '../../my/host';
import type { FirstScreen } from '../first-screen';
import type { FurnishedOptions } from '../options';
import { drawBar, penOf, type Pen } from '../pen';
import { findLanguage, findWindowReader } from '../window-reader';
import { defaultTexts, type FailureTexts } from './texts';
import { wrap } from './wrap';

interface TouchList { readonly changedTouches: readonly MyTouch[] }
type ListenerChange = (type: 'touchstart' | 'touchend', listener: (event: TouchList) => void) => void;

/** The screen's canvas, which has events in an adapter's or in Studio's document. */
export interface ScreenCanvas extends MyCanvas { addEventListener?: ListenerChange; removeEventListener?: ListenerChange }

export interface FailureSetup {
    /** With `canvas`, `__globalAdapter`, and the `firstScreen` that shows another failure in place of this one. */
    readonly scope: GlobalScope;
    readonly my: Host;
    readonly told: Parameters<FirstScreen['fail']>;
    readonly options: FurnishedOptions;
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
    /** Asks the host for a dialog. */
    ask(): void;
    /** Takes back what listens. Nothing is tried again from then on, not by a dialog that is still open either. */
    close(): void;
}

/** More is no message any more, but a listing. */
const mostLines = 12;
const margin = 24;
const buttonHeight = 40;
const lineHeight = 1.6;

/** Shows a text and, where there is something to be tried again, a button below it; then what leads to the error itself. */
export function createFailure({ told: [message, tryAgain, details], options: { texts: given = {}, backgroundColor, textColor, barColor }, scope, my, recover }: FailureSetup): Failure {
    const { canvas } = scope as { readonly canvas: ScreenCanvas };
    const reader = findWindowReader(scope);
    const language = findLanguage(reader);
    const texts = Object.assign({}, defaultTexts[language], given[language]) as FailureTexts;
    const text = texts[message as keyof FailureTexts] || message;
    /** The tops of the button and of the text that leads to the details; none where there is nothing to tap. */
    let tops: readonly [button: number, details: number] = [Infinity, Infinity];
    let sides = { left: 0, right: 0 };
    /** On what the finger went down: 0 the button, 1 the details. */
    let pressed = -1;
    let closed = false;
    const canTap = !!canvas.addEventListener;
    const hasDetails = details && canTap;
    /** For what has no room for more, or cannot be tapped: the error's first line says it all. */
    const brief = details && !tryAgain ? text + '\n' + details.split('\n')[0] : text;

    const retry = (): void => {
        if (closed || !tryAgain) return;
        recover();
        tryAgain();
    };
    /** Which of the two a finger is on; -1 for neither. */
    const targetOf = ({ changedTouches: [touch] }: TouchList): number => (touch && touch.clientX > sides.left && touch.clientX < sides.right
        ? tops.findIndex((top) => touch.clientY > top && touch.clientY < top + buttonHeight) : -1);
    const press = (event: TouchList): void => { pressed = targetOf(event); };
    const lift = (event: TouchList): void => {
        if (pressed < 0 || pressed !== targetOf(event)) return;
        if (pressed) (scope['firstScreen'] as FirstScreen).fail(text.split('\n')[0] + '\n' + details, tryAgain);
        else retry();
    };
    const listen = (change: ListenerChange | undefined): void => {
        if (!change || !tryAgain && !details) return;
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
        (canTap ? text : brief).split('\n').forEach((paragraph, index) => {
            const size = index ? 13 : 16;
            setSize(size);
            for (const words of wrap(paragraph, (tried) => pen.measureText(tried).width <= width)) lines.push({ words, size });
        });
        lines.splice(mostLines);
        const textHeight = lines.reduce((height, { size }) => height + size * lineHeight, 0);
        const height = textHeight + (tryAgain ? 20 + buttonHeight : 0) + (hasDetails ? buttonHeight : 0);
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
        const buttonTop = y + 20;
        if (tryAgain) y = buttonTop + buttonHeight;
        tops = [tryAgain ? buttonTop : Infinity, hasDetails ? y : Infinity];
        sides = { left: middle - width / 2, right: middle + width / 2 };
        if (hasDetails) {
            setSize(12);
            pen.globalAlpha = 0.5;
            pen.fillText(texts.details, middle, y + buttonHeight / 2);
        }
        pen.globalAlpha = 1;
        if (!tryAgain) return;
        setSize(16);
        const label = texts.tryAgain;
        const half = Math.min(width, Math.max(120, pen.measureText(label).width + buttonHeight)) / 2;
        sides = { left: middle - half, right: middle + half };
        drawBar(pen, barColor, sides.left, buttonTop, 2 * half, buttonHeight);
        // A bar is seen on the background, so the background's colour is on the button; letters stand a little above their middle.
        pen.fillStyle = backgroundColor;
        pen.fillText(label, middle, buttonTop + buttonHeight / 2 + 1);
    }

    /** @returns whether the screen could be drawn on: one that belongs to WebGL cannot. */
    function drawOnScreen(): boolean {
        const pen = penOf(canvas);
        if (!pen) return false;
        const ratio = canvas.width / reader.getSystemInfoSync().windowWidth;
        pen.save();
        pen.fillStyle = backgroundColor;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.scale(ratio, ratio);
        draw(pen, canvas.width / ratio, canvas.height / ratio, 0.5);
        pen.restore();
        return true;
    }

    function ask(): void {
        callHost(my, 'alert', Object.assign({ content: brief, complete: retry }, tryAgain ? { buttonText: texts.tryAgain } : {}));
    }

    return {
        tryAgain,
        draw,
        drawAlone() {
            if (!attempt(drawOnScreen)) ask();
        },
        ask,
        close() {
            closed = true;
            listen(canvas.removeEventListener);
        },
    };
}
