import type { MyCanvas } from '../../platform/my';
import { attempt, type GlobalScope, type Host } from '../my/host';
import { watchLifecycle } from '../my/lifecycle';
import { createSystem, type System } from '../my/system';
import { atob, btoa } from './bom/base64';
import { createDefiner, type Definer } from './bom/define';
import { createLocation } from './bom/location';
import { createNavigator } from './bom/navigator';
import { defineScreen } from './bom/screen';
import { HTMLCanvasElement, adoptCanvas, createCanvas } from './dom/canvas';
import { Document } from './dom/document';
import { Element, HTMLElement } from './dom/element';
import { HTMLImageElement, createImageClass } from './dom/image';
import { recognise } from './dom/native-element';
import { Node, Text } from './dom/node';
import * as events from './events/event';
import { EventTarget, addListener, defineHandlers, dispatch, fire, onListenerError, removeListener, setEventParent, type EventListener } from './events/event-target';
import { dispatchTouches } from './events/touch-events';

/** What of the package's runtime options (`adapter-options.js`) this adapter reads. */
export interface WebAdapterOptions {
    readonly deviceOrientation?: string | undefined;
}

/** The mark of an installed adapter; requiring it again changes nothing. */
const mark = 'cocosAlipayWebAdapter';

/**
 * Gives the scope the browser's objects, over `my`. What the host has stays; any member of `my` may be missing.
 * Calling it again on the same scope changes nothing.
 */
export function installWebAdapter(scope: GlobalScope, my: Host, options: WebAdapterOptions = {}): void {
    if ((scope['__globalAdapter'] as GlobalScope | undefined || {})[mark]) return;
    const define = createDefiner(scope);
    const userAgent = attempt(() => (scope['navigator'] as { userAgent?: string } | undefined || {}).userAgent);
    const system = createSystem(my, { landscape: options.deviceOrientation === 'landscape', userAgent });

    for (const name of ['window', 'self', 'globalThis', 'top', 'parent']) define.value(name, scope);
    installSystem(my, system);
    define.value('__globalAdapter', { [mark]: true, isSubContext: false, isDevTool: system.isDevTool, getSystemInfoSync: system.info });

    defineScreen(define, system);
    define.value('navigator', createNavigator(system));
    define.value('location', createLocation());
    define.value('atob', atob);
    define.value('btoa', btoa);
    for (const name of Object.keys(events)) {
        if (/^[A-Z].*Event$/.test(name)) define.value(name, events[name as keyof typeof events]);
    }
    define.value('EventTarget', EventTarget);
    installDom(scope, define, my, system);
}

/** The engine clones `my` and asks it for the system's facts three times a touch: it gets the cached ones (runtime contract 4). */
function installSystem(my: Host, system: System): void {
    attempt(() => { my.getSystemInfoSync = system.info; });
}

function installDom(scope: GlobalScope, define: Definer, my: Host, system: System): void {
    const screenSize = (): { readonly width: number; readonly height: number } => {
        const { windowWidth: width, windowHeight: height } = system.info();
        return { width, height };
    };
    const screen = (scope['canvas'] || scope['screencanvas'] || attempt(() => my.createCanvas && my.createCanvas())) as MyCanvas | undefined;
    if (scope['document']) {
        // The developer tool: real elements, whose own touch events arrive (platform facts 3.8).
        define.value('canvas', screen);
        return;
    }
    for (const [name, value] of [
        ['Node', Node], ['Text', Text], ['Element', Element], ['HTMLElement', HTMLElement],
        ['HTMLCanvasElement', HTMLCanvasElement], ['HTMLImageElement', HTMLImageElement],
    ] as const) define.value(name, value);
    Object.defineProperties(Element.prototype, {
        clientWidth: { configurable: true, get: () => screenSize().width },
        clientHeight: { configurable: true, get: () => screenSize().height },
    });

    const ImageClass = define.value('Image', createImageClass(my));
    const document = new Document({
        canvas: () => createCanvas(my),
        img: () => new ImageClass(),
        image: () => new ImageClass(),
    }, scope);
    define.value('document', document);
    defineContexts(define);

    setEventParent(document, scope);
    define.value('addEventListener', (type: string, listener: EventListener, options?: boolean | object) => { addListener(scope, type, listener, options); });
    define.value('removeEventListener', (type: string, listener: EventListener, options?: boolean | object) => { removeListener(scope, type, listener, options); });
    define.value('dispatchEvent', (event: events.Event) => dispatch(scope, event));
    defineHandlers(scope, ['error', 'unhandledrejection', 'resize', 'orientationchange', 'focus', 'blur', 'load', 'touchstart', 'touchmove', 'touchend', 'touchcancel']
        .filter((type) => !(`on${type}` in scope)), scope);

    if (screen) {
        const canvas = adoptCanvas(screen, screenSize);
        document.body.appendChild(canvas);
        define.value('canvas', canvas);
        dispatchTouches(my, canvas);
    }
    system.onResize(() => fire(scope, 'resize'));
    watchLifecycle(my, createLifecycleEvents(scope, document));
}

/** WebGL 2 is left out on purpose: the engine takes the mere name for support. */
function defineContexts(define: Definer): void {
    const contexts: Readonly<Record<string, string>> = { WebGLRenderingContext: 'texImage2D', CanvasRenderingContext2D: 'fillRect' };
    for (const name of Object.keys(contexts)) {
        const Context = class {};
        recognise(Context, (value) => (contexts[name] as string) in value && !('texImage3D' in value));
        define.value(name, Context);
    }
}

function createLifecycleEvents(scope: GlobalScope, document: Document): Parameters<typeof watchLifecycle>[1] {
    let logged = false;
    const reportError = (message: string, error: unknown): void => {
        const stack = (error as Error | undefined || {} as Error).stack;
        if (!logged || !stack) console.error(stack || message);
        logged = true;
        dispatch(scope, new events.ErrorEvent('error', { cancelable: true, message, error }));
    };
    onListenerError((error) => reportError(String(error), error));
    const setHidden = (hidden: boolean): void => {
        document.hidden = hidden;
        fire(document, 'visibilitychange', { bubbles: true });
        fire(scope, hidden ? 'blur' : 'focus');
    };
    return {
        shown: () => setHidden(false),
        hidden: () => setHidden(true),
        failed(message, stack) {
            const error = new Error(message);
            if (stack) error.stack = stack;
            reportError(message, error);
        },
        rejected(reason, promise) {
            console.error(reason);
            dispatch(scope, new events.PromiseRejectionEvent('unhandledrejection', { cancelable: true, reason, promise }));
        },
    };
}
