import { describe, expect, it } from 'vitest';
import type { HostSetup } from '../../../../source/simulator/model';
import { createTestHost, type TestHost } from '../answers';

interface Node {
    addEventListener(type: string, listener: (event: { type: string; target: unknown; currentTarget: unknown; changedTouches?: { identifier: number }[]; touches?: unknown[]; stopPropagation(): void; stopImmediatePropagation(): void }) => void, options?: object | boolean): void;
    removeEventListener(type: string, listener: unknown): void;
    dispatchEvent(event: object): boolean;
    appendChild(child: Node): Node;
    removeChild(child: Node): Node;
    parentNode: Node | null;
}
interface Page extends Node { createElement(tag: string): Node; body: Node; head: Node; documentElement: Node; getElementById(id: string): unknown; querySelector(selector: string): unknown; querySelectorAll(selector: string): unknown[]; getElementsByTagName(tag: string): unknown[] }

function start(setup: HostSetup = {}): { host: TestHost; canvas: Node; document: Page } {
    const host = createTestHost({ profile: 'studio', ...setup });
    const canvas = host.my.createCanvas() as unknown as Node;
    return { host, canvas, document: host.globals['document'] as Page };
}

describe('Studio (platform facts 3.1, 3.8)', () => {
    it('has a document, a navigator whose userAgent says AlipayIDE, and a location', () => {
        const { host } = start();
        expect((host.globals['navigator'] as { userAgent: string }).userAgent).toContain('AlipayIDE');
        expect((host.globals['location'] as { protocol: string }).protocol).toBe('https:');
        expect(host.my.isIDE).toBe(true);
        expect(createTestHost().my.isIDE).toBe(false);
    });

    it('whose properties can be neither written nor redefined', () => {
        const { host } = start();
        for (const name of ['document', 'navigator', 'location']) {
            expect(() => { host.globals[name] = {}; }).toThrow(TypeError);
            expect(() => Object.defineProperty(host.globals, name, { value: {} })).toThrow(TypeError);
        }
        expect(() => { (host.globals['navigator'] as { userAgent: string }).userAgent = 'x'; }).toThrow(TypeError);
    });

    it('a tap is two DOM touch events on the canvas, and none through my.onTouch…', () => {
        const { host, canvas } = start();
        const heard: string[] = [];
        host.my.onTouchStart(() => heard.push('my'));
        host.my.onTouchEnd(() => heard.push('my'));
        for (const type of ['touchstart', 'touchend']) {
            canvas.addEventListener(type, ({ changedTouches, touches, target }) => heard.push(`${type} ${changedTouches?.[0]?.identifier} ${touches?.length} ${target === canvas}`));
        }
        host.user.tap(5, 6);
        expect(heard).toEqual(['touchstart 0 1 true', 'touchend 0 0 true']);
    });

    it('switch studioBodyTouches: my.onTouch… hear the page\'s body too', () => {
        const { host, canvas } = start({ switches: { studioBodyTouches: true } });
        const heard: string[] = [];
        host.my.onTouchStart(() => heard.push('my'));
        canvas.addEventListener('touchstart', () => heard.push('canvas'));
        host.user.tap(5, 6);
        expect(heard).toEqual(['canvas', 'my']);
    });

    it('events bubble to body, document and window, and can be stopped', () => {
        const { host, canvas, document } = start();
        const heard: string[] = [];
        const window = host.globals as unknown as Node;
        const listen = (name: string, node: Node, capture = false): void => node.addEventListener('touchstart', () => heard.push(name), capture);
        listen('window', window);
        listen('document capture', document, true);
        listen('document', document);
        listen('body', document.body);
        listen('canvas', canvas);
        host.user.touchStart({ id: 0, x: 1, y: 1 });
        expect(heard).toEqual(['document capture', 'canvas', 'body', 'document', 'window']);
        heard.length = 0;
        canvas.addEventListener('touchstart', (event) => event.stopPropagation());
        host.user.touchStart({ id: 1, x: 1, y: 1 });
        expect(heard).toEqual(['document capture', 'canvas']);
    });

    it('a listener is there once, can go, can be for one time, and may stop the others', () => {
        const { host, canvas } = start();
        const heard: string[] = [];
        const twice = (): void => { heard.push('same'); };
        canvas.addEventListener('touchstart', twice);
        canvas.addEventListener('touchstart', twice);
        canvas.addEventListener('touchstart', () => heard.push('once'), { once: true });
        host.user.touchStart({ id: 0, x: 1, y: 1 });
        canvas.removeEventListener('touchstart', twice);
        canvas.addEventListener('touchstart', (event) => event.stopImmediatePropagation());
        canvas.addEventListener('touchstart', () => heard.push('stopped'));
        host.user.touchStart({ id: 1, x: 1, y: 1 });
        expect(heard).toEqual(['same', 'once']);
    });

    it('dispatches its own events, and refuses what only looks like one', () => {
        const { host, canvas } = start();
        const { Event } = host.globals as Record<string, new (type: string) => object>;
        const heard: string[] = [];
        canvas.addEventListener('made', ({ type }) => heard.push(type));
        expect(canvas.dispatchEvent(new Event!('made'))).toBe(true);
        expect(() => canvas.dispatchEvent({ type: 'made' })).toThrow(TypeError);
        expect(heard).toEqual(['made']);
    });

    it('canvas and image are elements: instanceof holds', () => {
        const { host, canvas, document } = start();
        const { HTMLCanvasElement, HTMLImageElement, HTMLElement, Image } = host.globals as Record<string, new () => object>;
        expect(canvas instanceof HTMLCanvasElement!).toBe(true);
        expect(document.createElement('canvas') instanceof HTMLCanvasElement!).toBe(true);
        expect(host.my.createImage() instanceof HTMLImageElement!).toBe(true);
        expect(new Image!() instanceof HTMLImageElement!).toBe(true);
        expect(document.createElement('div') instanceof HTMLElement!).toBe(true);
        expect(document.createElement('div') instanceof HTMLCanvasElement!).toBe(false);
        expect(() => new HTMLElement!()).toThrow('Illegal constructor');
    });

    it('the screen canvas stands in the body; elements can be added and removed', () => {
        const { canvas, document } = start();
        expect(canvas.parentNode).toBe(document.body);
        expect(document.querySelector('canvas')).toBe(canvas);
        expect(document.getElementsByTagName('canvas')).toEqual([canvas]);
        expect(document.querySelectorAll('canvas')).toEqual([canvas]);
        expect(document.querySelectorAll('script[type=systemjs-importmap]')).toEqual([]);
        const child = document.body.appendChild(document.createElement('div'));
        document.head.appendChild(child);
        expect(child.parentNode).toBe(document.head);
        document.head.removeChild(child);
        expect(child.parentNode).toBeNull();
    });

    it('window sizes follow the screen, with a resize event', () => {
        const { host } = start();
        const sizes: unknown[] = [];
        (host.globals as unknown as Node).addEventListener('resize', () => sizes.push([host.globals['innerWidth'], host.globals['innerHeight'], host.globals['devicePixelRatio']]));
        host.user.rotate('landscape');
        expect(sizes).toEqual([[844, 390, 3]]);
    });

    it('a device has none of it', () => {
        const { globals } = createTestHost();
        for (const name of ['document', 'navigator', 'location', 'HTMLElement', 'addEventListener', 'innerWidth']) expect(name in globals).toBe(false);
    });
});
