import { attempt, callHost, type GlobalScope, type Host } from '../../my/host';
import type { FirstScreen } from '../first-screen';
import type { FirstScreenOptions } from '../options';
import { findLanguage, findWindowReader, type WindowReader } from '../window-reader';
import { causeOf } from './cause';
import { createFailure, type Failure } from './failure';
import { defaultTexts } from './texts';

/**
 * Tells the player that the start failed: on the first screen, on the canvas where there is none, or in a dialog where
 * the canvas belongs to the engine. Once a failure was told that nothing helps against, it stays.
 * @param tryAgain does what failed once more. It is called when the player says so or the network comes back. Left out
 * where nothing can be done again.
 * @param runsScripts whether what failed also runs code of the game. Default true.
 * @param wasHidden whether the game was in the background meanwhile: then it is tried again before anything is said.
 * @returns whether `tryAgain` will be called. Else the failure is final.
 */
export type TellFailure = (error: unknown, tryAgain?: () => void, runsScripts?: boolean, wasHidden?: boolean) => boolean;

export interface TellFailureSetup {
    readonly scope: GlobalScope;
    readonly my: Host;
    /** Of the first screen, which may be missing. */
    readonly options?: FirstScreenOptions | undefined;
}

/** For a screen that no first screen has drawn on. */
const plainColors = { backgroundColor: 'black', textColor: 'white', barColor: 'white', trackColor: 'black' };

/** Message and stack: a stack of iOS begins without the message. */
function describeError(error: unknown): string {
    const { message, errorMessage, stack = '' } = Object(error) as { message?: string; errorMessage?: string; stack?: string };
    const text = String(message || errorMessage || error);
    return stack.indexOf(text) < 0 ? text + '\n' + stack : stack;
}

export function createTellFailure({ scope, my, options }: TellFailureSetup): TellFailure {
    /** What is done once more: several loads may fail at the same time. */
    const waiting: (() => void)[] = [];
    let isFinal = false;
    let isListening = false;
    let alone: Failure | undefined;

    /** The host itself where the web-adapter did not come to its end. */
    const findReader = (): WindowReader => findWindowReader(scope) || my as WindowReader;

    const retry = (): void => {
        for (const run of waiting.splice(0)) run();
    };

    /** Takes a question from the screen that was not answered there. */
    const retryUnasked = (): void => {
        if (!waiting.length) return;
        attempt(() => (scope['firstScreen'] as FirstScreen).report('engine', 0));
        retry();
    };

    const listen = (): void => {
        if (isListening) return;
        isListening = true;
        callHost(my, 'onNetworkStatusChange', ({ isConnected, networkAvailable }) => {
            if (isConnected || networkAvailable) retryUnasked();
        });
    };

    /** Where there is no first screen. */
    const failAlone: FirstScreen['fail'] = (...told) => {
        if (alone) alone.close();
        const canvas = scope['canvas'] || scope['screencanvas'] || my.createCanvas!();
        alone = createFailure({ scope: { canvas, __globalAdapter: findReader(), firstScreen: { fail: failAlone } }, my, told, options: Object.assign({}, plainColors, options), recover() {} });
        // A canvas that was written on gives the engine no WebGL any more.
        if (told[1]) alone.ask();
        else alone.drawAlone();
    };

    const show: FirstScreen['fail'] = (message, tryAgain, details) => {
        const screen = scope['firstScreen'] as FirstScreen | undefined;
        const tell = (fail: FirstScreen['fail']): unknown => attempt(() => {
            fail(message, tryAgain, details);
            return true;
        });
        // A first screen of the game's own may use `this`.
        if (screen && tell((...given) => screen.fail(...given)) || tell(failAlone)) return;
        callHost(my, 'alert', { content: defaultTexts.zh[message as 'failed'] || message, complete: tryAgain });
    };

    return (error, tryAgain, runsScripts = true, wasHidden = false) => {
        const cause = causeOf(error, runsScripts);
        const canRetry = !!tryAgain && (cause === 'failed' || cause === 'damaged');
        if (isFinal) return canRetry;
        if (canRetry) {
            waiting.push(tryAgain);
            listen();
        } else {
            isFinal = true;
        }
        const tell = (): void => {
            // What fails in the background is no failure of the network.
            if (canRetry && wasHidden) retryUnasked();
            if (canRetry && (isFinal || !waiting.length)) return;
            // A first screen of the game's own knows two causes by their names.
            const message = cause === 'failed' || cause === 'tooOld' ? cause : defaultTexts[findLanguage(findReader())][cause];
            show(message, canRetry ? retry : undefined, describeError(error));
        };
        const { document, requestAnimationFrame } = scope as { document?: { readonly hidden?: boolean }; requestAnimationFrame(draw: () => void): void };
        // A game in the background gets no frames, and its dialogs are seen by nobody.
        wasHidden = wasHidden || !!document && !!document.hidden;
        if (document && document.hidden) requestAnimationFrame(tell);
        else tell();
        return canRetry;
    };
}
