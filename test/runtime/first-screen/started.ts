import { createFailure } from '../../../source/runtime/first-screen/failure/failure';
import { createFirstScreen, type FirstScreen, type FirstScreenOptions } from '../../../source/runtime/first-screen/first-screen';
import type { Fault, HostSetup } from '../../../source/simulator/model';
import { installAdapter, type Installed } from '../web-adapter/installed';

interface DrawingCall { readonly name: string; readonly args: readonly unknown[] }

/** A canvas of the model, which notes what is drawn on it. */
interface NotedCanvas { width: number; height: number; readonly drawn: readonly DrawingCall[]; readonly contextKind: string | undefined }

/** What a player sees of the first screen. */
export interface Picture {
    /** The canvases that were last shown: the picture, and above it the bar unless something failed. */
    layers(): readonly NotedCanvas[];
    /** The texts on the picture that is shown now. */
    texts(): readonly string[];
    /** The same with their places, in logical pixels. */
    written(): readonly (readonly [text: string, x: number, y: number])[];
}

export interface Started extends Installed, Picture {
    readonly screen: FirstScreen;
    readonly canvas: NotedCanvas;
    /** Lets the next frame be drawn. */
    frame(): Promise<void>;
}

export interface Troubles {
    /** What goes wrong with the host from the first screen on. */
    readonly faults?: readonly Fault[];
    readonly loadFailure?: () => typeof createFailure;
}

/** A first screen on a host of the model, after the web-adapter. */
export function startFirstScreen(options: FirstScreenOptions = {}, setup: HostSetup = {}, language?: string, { faults = [], loadFailure = () => createFailure }: Troubles = {}): Started {
    const installed = installAdapter(setup, {});
    const { window, host, clock } = installed;
    if (language !== undefined) {
        const info = window['__globalAdapter'].getSystemInfoSync();
        window['__globalAdapter'].getSystemInfoSync = () => ({ ...info, language });
    }
    host.faults.add(...faults);
    const screen = createFirstScreen({ scope: window, my: host.my, options, loadFailure });
    const { canvas } = window as { canvas: NotedCanvas };
    return {
        ...installed, screen, canvas, ...readPicture(() => canvas),
        frame: () => clock.advance(17),
    };
}

/** Reads what was painted on the screen's canvas. */
export function readPicture(screen: () => NotedCanvas): Picture {
    const shown = new Map<unknown, NotedCanvas>();
    const layers = (): NotedCanvas[] => {
        let bound: unknown;
        let frame: NotedCanvas[] = [];
        let last: NotedCanvas[] = [];
        for (const { name, args } of screen().drawn) {
            if (name === 'bindTexture') bound = args[1];
            if (name === 'texImage2D') shown.set(bound, args[5] as NotedCanvas);
            if (name === 'drawArrays') frame.push(shown.get(bound)!);
            if (name === 'activeTexture' && frame.length > 0) {
                last = frame;
                frame = [];
            }
        }
        return last;
    };
    const written = (): [string, number, number][] => {
        const { drawn = [] } = layers()[0] ?? {};
        const from = drawn.map(({ name }) => name).lastIndexOf('scale');
        return drawn.slice(from).filter(({ name }) => name === 'fillText').map(({ args }) => [String(args[0]), Number(args[1]), Number(args[2])]);
    };
    return { layers, written, texts: () => written().map(([text]) => text) };
}
