import type { MyCanvas } from '../../../platform/my';
import { callHost, type GlobalScope, type Host } from '../../my/host';
import { watchLifecycle } from '../../my/lifecycle';
import type { System } from '../../my/system';
import type { Definer } from '../bom/define';
import { ErrorEvent, PromiseRejectionEvent, type Event } from '../events/event';
import { addListener, defineHandlers, dispatch, fire, onListenerError, removeListener, setEventParent, type EventListener } from '../events/event-target';
import { dispatchTouches } from '../events/touch-events';
import { HTMLCanvasElement, adoptCanvas } from './canvas';
import { Document } from './document';
import { Element, HTMLElement, HTMLVideoElement, defineSize, type Size } from './element';
import { createImageClass } from './image';
import { recognise } from './native-element';
import { Node } from './node';

/**
 * Gives the scope a document with the screen's canvas in it, and brings touches, life cycle, resizes and errors of the
 * host to it as events. The developer tool has a document of its own, whose real touch events arrive at a real
 * canvas: there only the canvas gets its name (platform facts 3.1, 3.8).
 */
export function installDom(scope: GlobalScope, define: Definer, my: Host, system: System): void {
    const screen = (scope['canvas'] || scope['screencanvas'] || callHost(my, 'createCanvas')) as MyCanvas | undefined;
    // Also beside a document of the host: the engine asks with instanceof, and dies where there is no such name.
    const Image = define.value('Image', createImageClass(my));
    define.all({ Node, Element, HTMLElement, HTMLCanvasElement, HTMLImageElement: Image, HTMLVideoElement });
    if (scope['document']) {
        define.value('canvas', screen);
        return;
    }
    const size = (): Size => {
        const { windowWidth: width, windowHeight: height } = system.info();
        return { width, height };
    };
    defineSize(Element.prototype, size);
    const createImage = (): object => new Image();
    const document = define.value('document', new Document({
        canvas: () => adoptCanvas((my as Required<Host>).createCanvas()),
        img: createImage,
        image: createImage,
        video: () => new HTMLVideoElement('video'),
        audio: () => new (scope['Audio'] as new () => object)(),
    }, scope));
    nameContexts(define);
    setEventParent(document, scope);
    define.all({
        addEventListener: (type: string, listener: EventListener, options?: boolean) => void addListener(scope, type, listener, options),
        removeEventListener: (type: string, listener: EventListener, options?: boolean) => removeListener(scope, type, listener, options),
        dispatchEvent: (event: Event) => dispatch(scope, event),
    });
    defineHandlers(scope, 'error unhandledrejection resize focus blur touchstart touchmove touchend touchcancel');

    if (screen) {
        const canvas = adoptCanvas(screen, size);
        document.body.appendChild(canvas);
        define.value('canvas', canvas);
        dispatchTouches(my, canvas);
    }
    system.onResize(() => fire(scope, 'resize'));
    bringErrors(scope, my, document);
}

/** Contexts have no reachable classes. WebGL 2 stays without a name: engines take the mere name for support. */
function nameContexts(define: Definer): void {
    const members: Readonly<Record<string, string>> = { WebGLRenderingContext: 'texImage2D', CanvasRenderingContext2D: 'fillRect' };
    for (const name of Object.keys(members)) {
        const Context = class {};
        recognise(Context, (value) => (members[name] as string) in value && !('texImage3D' in value));
        define.value(name, Context);
    }
}

/** Life cycle and errors, from the host and from listeners, as events of document and window. */
function bringErrors(scope: GlobalScope, my: Host, document: Document): void {
    const seen: unknown[] = [];
    let telling = false;
    const report = (message: string, error: Error): void => {
        // An error that comes back every frame is told once.
        const text = error && error.stack || message;
        if (seen.indexOf(text) < 0) console.error(text);
        if (seen.length < 99) seen.push(text);
        // HTML: what an error handler throws is printed, and told to no handler.
        if (telling) return;
        telling = true;
        dispatch(scope, new ErrorEvent('error', { cancelable: true, message, error }));
        telling = false;
    };
    const setHidden = (hidden: boolean): void => {
        // A host may tell twice, and tells of the first show too.
        if (document.hidden === hidden) return;
        document.hidden = hidden;
        fire(document, 'visibilitychange');
        fire(scope, hidden ? 'blur' : 'focus');
    };
    onListenerError((error) => report(`Uncaught ${String(error)}`, error as Error));
    watchLifecycle(my, {
        shown: () => setHidden(false),
        hidden: () => setHidden(true),
        failed: (message, stack) => report(message, Object.assign(new Error(message), stack && { stack })),
        rejected(reason, promise) {
            console.error(reason);
            dispatch(scope, new PromiseRejectionEvent('unhandledrejection', { cancelable: true, reason, promise }));
        },
    });
}
