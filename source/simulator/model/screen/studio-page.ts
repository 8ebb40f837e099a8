import type { MyCanvas, MyImage, MyTouch } from '../../../platform/my';
import type { TouchChange } from '../input/touch';
import { DomEvent, makeDomNode, type DomListener, type DomNode } from './dom';

export interface StudioPageSetup {
    readonly run: (action: () => void) => void;
    readonly now: () => number;
    readonly createCanvas: () => MyCanvas;
    readonly createImage: () => MyImage;
    readonly screen: () => { readonly windowWidth: number; readonly windowHeight: number; readonly pixelRatio: number };
}

export interface StudioPage {
    /** Properties of the game's global object: those in `frozen` can be neither written nor redefined. */
    readonly frozen: Readonly<Record<string, unknown>>;
    readonly properties: PropertyDescriptorMap;
    /** Puts a canvas into the page, so that it has events. */
    adoptCanvas(canvas: MyCanvas, isScreen: boolean): MyCanvas;
    adoptImage(image: MyImage): MyImage;
    /** A finger's change as the DOM touch event on the screen canvas that Studio fires. */
    dispatchTouch(change: TouchChange): void;
    dispatchResize(): void;
}

const userAgent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Mobile Safari/537.36 AlipayIDE MiniGame';

/** The page in which Studio runs a game (platform facts 3.1, 3.8). */
export function createStudioPage({ run, now, createCanvas, createImage, screen }: StudioPageSetup): StudioPage {
    const canvases = new WeakSet<object>();
    const images = new WeakSet<object>();
    const element = (tagName: string): DomNode => makeDomNode({
        tagName: tagName.toUpperCase(), style: {}, id: '', setAttribute() {}, getAttribute: () => null, focus() {}, blur() {},
    }, run);
    const documentElement = element('html');
    const head = element('head');
    const body = element('body');
    documentElement.appendChild(head);
    documentElement.appendChild(body);

    const adoptCanvas = (canvas: MyCanvas, isScreen: boolean): MyCanvas & DomNode => {
        const node = makeDomNode(Object.assign(canvas, {
            style: {}, id: isScreen ? 'canvas' : '', tagName: 'CANVAS',
            getBoundingClientRect: () => ({ left: 0, top: 0, x: 0, y: 0, width: screen().windowWidth, height: screen().windowHeight, right: screen().windowWidth, bottom: screen().windowHeight }),
        }), run);
        canvases.add(node);
        if (isScreen) {
            body.appendChild(node);
            screenCanvas = node;
        }
        return node;
    };
    let screenCanvas: DomNode | undefined;
    const adoptImage = (image: MyImage): MyImage & DomNode => {
        images.add(image);
        return makeDomNode(image, run);
    };

    const findAll = (selector: string): DomNode[] => (selector === 'canvas' && screenCanvas ? [screenCanvas] : []);
    const document = makeDomNode({
        documentElement, head, body,
        readyState: 'complete', visibilityState: 'visible', hidden: false,
        createElement(tagName: string) {
            switch (String(tagName).toLowerCase()) {
                case 'canvas': return adoptCanvas(createCanvas(), false);
                case 'img': return adoptImage(createImage());
                default: return element(String(tagName));
            }
        },
        getElementById: (id: string) => (id === 'canvas' ? screenCanvas ?? null : null),
        getElementsByTagName: (tagName: string) => findAll(tagName.toLowerCase()),
        querySelector: (selector: string) => findAll(selector)[0] ?? null,
        // SystemJS looks for its script elements with it as it starts: Studio's page has none of the game's.
        querySelectorAll: (selector: string) => findAll(selector),
    }, run);
    documentElement.parentNode = document;
    const window = makeDomNode({}, run);
    document.parentNode = window;

    const classOf = (has: (value: object) => boolean): unknown => {
        function NativeElement(): never { throw new TypeError('Illegal constructor'); }
        return Object.defineProperty(NativeElement, Symbol.hasInstance, { value: (value: unknown) => typeof value === 'object' && value !== null && has(value) });
    };
    const isElement = (value: object): boolean => 'tagName' in value && 'addEventListener' in value;
    const Image = function Image(): DomNode { return adoptImage(createImage()); };

    const navigator = Object.freeze({ userAgent, platform: 'Linux armv8l', language: 'zh-CN', onLine: true, maxTouchPoints: 5 });
    const location = Object.freeze({
        href: 'https://studio.example/index.html', protocol: 'https:', host: 'studio.example', hostname: 'studio.example',
        origin: 'https://studio.example', port: '', pathname: '/index.html', search: '', hash: '', reload() {},
    });

    const dispatchTouch = ({ kind, changed, remaining }: TouchChange): void => {
        if (!screenCanvas) return;
        const withTarget = (touch: MyTouch): object => ({ ...touch, pageX: touch.clientX, pageY: touch.clientY, screenX: touch.clientX, screenY: touch.clientY, target: screenCanvas });
        const touches = remaining.map(withTarget);
        screenCanvas.dispatchEvent(new DomEvent(kind, {
            bubbles: true, cancelable: kind !== 'touchcancel', touches, targetTouches: touches, changedTouches: changed.map(withTarget), timeStamp: now(),
        }));
    };

    return {
        frozen: { document, navigator, location },
        properties: {
            HTMLElement: { value: classOf(isElement) },
            HTMLCanvasElement: { value: classOf((value) => canvases.has(value)) },
            HTMLImageElement: { value: classOf((value) => images.has(value)) },
            Image: { value: Image },
            Event: { value: DomEvent },
            addEventListener: { value: (type: string, listener: DomListener, options?: boolean) => window.addEventListener(type, listener, options) },
            removeEventListener: { value: (type: string, listener: DomListener, options?: boolean) => window.removeEventListener(type, listener, options) },
            dispatchEvent: { value: (event: DomEvent) => window.dispatchEvent(event) },
            innerWidth: { get: () => screen().windowWidth },
            innerHeight: { get: () => screen().windowHeight },
            devicePixelRatio: { get: () => screen().pixelRatio },
        },
        adoptCanvas,
        adoptImage,
        dispatchTouch,
        dispatchResize: () => { window.dispatchEvent(new DomEvent('resize')); },
    };
}
