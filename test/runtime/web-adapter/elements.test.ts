import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { createPng } from '../../e2e/png';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost } from '../../../source/simulator/model';
import { installAdapter } from './installed';

const picture = createPng(4, 3, () => [255, 0, 0, 255]);

describe('canvases', () => {
    it.each(sweptProfiles)('are native ones that are elements too, on %s', (_name, profile) => {
        const { window } = installAdapter({ profile });
        const canvas = window['document'].createElement('canvas');
        expect(canvas).toBeInstanceOf(window['HTMLCanvasElement']);
        expect(window['canvas']).toBeInstanceOf(window['HTMLCanvasElement']);
        expect({}).not.toBeInstanceOf(window['HTMLCanvasElement']);
        expect(canvas.tagName).toBe('CANVAS');
        expect(canvas.getContext('2d')).toBeTruthy();
        canvas.style.touchAction = 'none';
        expect(window['document'].body.contains?.(window['canvas']) ?? window['canvas'].parentNode === window['document'].body).toBe(true);
    });

    it('the first is the screen, with the window\'s size; the others have their own (platform facts 3.1)', () => {
        const { window } = installAdapter();
        const { canvas, document } = window;
        expect([canvas.clientWidth, canvas.clientHeight]).toEqual([window['innerWidth'], window['innerHeight']]);
        const other = document.createElement('canvas');
        other.width = 20;
        expect([other.clientWidth, other.getBoundingClientRect().width, other.parentNode]).toEqual([20, 20, null]);
        expect(document.querySelector('canvas')).toBe(canvas);
    });

    it('have contexts that libraries recognise', () => {
        const { window } = installAdapter({ switches: { webgl2: true } });
        const call = (): void => undefined;
        expect({ texImage2D: call }).toBeInstanceOf(window['WebGLRenderingContext']);
        expect({ texImage2D: call, texImage3D: call }).not.toBeInstanceOf(window['WebGLRenderingContext']);
        expect({ fillRect: call }).toBeInstanceOf(window['CanvasRenderingContext2D']);
        // The engine takes the mere name for support.
        expect(window['WebGL2RenderingContext']).toBeUndefined();
    });
});

describe('images (platform facts 3.2)', () => {
    // Studio's images are a real browser's, and stay as they are.
    it.each(sweptProfiles.filter(([, { system }]) => system !== 'studio'))('load with an event, for onload and for listeners, on %s', async (_name, profile) => {
        const { window, clock } = installAdapter({ profile, packageFiles: { 'a.png': picture } });
        const image = new window['Image']();
        expect(image).toBeInstanceOf(window['HTMLImageElement']);
        const log: string[] = [];
        image.onload = () => log.push('onload');
        image.addEventListener('load', function (this: unknown, event: { type: string }) { log.push(`${event.type} ${this === image}`); });
        image.addEventListener('load', () => log.push('once'), { once: true });
        image.src = 'a.png';
        await clock.advance(100);
        expect(log).toEqual(['onload', 'load true', 'once']);
        image.src = 'a.png';
        await clock.advance(100);
        expect(log.slice(3)).toEqual(['onload', 'load true']);
    });

    it('are looked for with a slash where the host wants one, whether or not anybody hears of errors', async () => {
        for (const listens of [true, false]) {
            const { window, clock, host } = installAdapter({ switches: { packagePaths: 'absolute' }, packageFiles: { 'a.png': picture } });
            const image = new window['Image']();
            const log: string[] = [];
            image.onload = () => log.push('onload');
            if (listens) image.onerror = () => log.push('onerror');
            image.src = 'a.png';
            await clock.advance(100);
            expect(log).toEqual(['onload']);
            image.src = 'none.png';
            await clock.advance(100);
            expect(log).toEqual(listens ? ['onload', 'onerror'] : ['onload']);
            expect(host.calls.count('Image.src')).toBe(4);
        }
    });

    it('give their handler an event and their natural size', async () => {
        const { window, clock } = installAdapter({ packageFiles: { 'a.png': picture } });
        const image = window['document'].createElement('img');
        const events: Record<string, unknown>[] = [];
        image.onload = (event: Record<string, unknown>) => events.push(event);
        image.src = 'a.png';
        await clock.advance(100);
        expect(events[0]).toBeInstanceOf(window['Event']);
        expect([image.naturalWidth, image.naturalHeight, image.width, image.height]).toEqual([4, 3, 4, 3]);
    });

    it('load on a host whose onload is an accessor, and on one that froze its image', () => {
        class NativeImage {
            src = '';
            readonly width = 4;
            readonly height = 3;
            onerror = null;
            private handler: (() => void) | null = null;
            get onload(): (() => void) | null { return this.handler; }
            set onload(handler: (() => void) | null) { this.handler = handler; }
            finish(): void { this.handler?.(); }
        }
        for (const frozen of [false, true]) {
            const native = frozen ? Object.preventExtensions(new NativeImage()) : new NativeImage();
            const host = createAlipayHost();
            host.my.createImage = () => native;
            installWebAdapter(host.globals, host.my);
            const image = new (host.globals['Image'] as new () => HTMLImageElement)();
            let loads = 0;
            const handler = (): void => { loads++; };
            image.onload = handler;
            expect(image.onload).toBe(handler);
            if (!frozen) image.addEventListener('load', () => { loads++; });
            native.finish();
            expect(loads).toBe(frozen ? 1 : 2);
        }
    });

    it('fail with an error event', async () => {
        const { window, clock } = installAdapter();
        const image = new window['Image']();
        const log: string[] = [];
        image.onerror = (event: { type: string }) => log.push(event.type);
        image.addEventListener('error', () => log.push('listener'));
        image.src = 'none.png';
        await clock.advance(100);
        expect(log).toEqual(['error', 'listener']);
    });

    it('are told again after a handler has thrown, which is reported and keeps no listener from running', async () => {
        const { window, clock } = installAdapter({ packageFiles: { 'a.png': picture } });
        const image = new window['Image']();
        const log: string[] = [];
        window['onerror'] = (message: string) => {
            log.push(message);
            return true;
        };
        image.onload = () => { throw new Error('broken'); };
        image.addEventListener('load', () => log.push('listener'));
        for (let time = 0; time < 2; time++) {
            image.src = 'a.png';
            await clock.advance(100);
        }
        const once = [expect.stringContaining('broken') as string, 'listener'];
        expect(log).toEqual([...once, ...once]);
    });

    it('can have their handler chained and taken away', async () => {
        const { window, clock } = installAdapter({ packageFiles: { 'a.png': picture } });
        const image = new window['Image']();
        const log: string[] = [];
        image.onload = () => log.push('first');
        image.addEventListener('load', () => log.push('listener'));
        const former = image.onload;
        image.onload = () => {
            former?.();
            log.push('second');
        };
        image.src = 'a.png';
        await clock.advance(100);
        expect(log).toEqual(['second', 'listener']);
        image.onload = null;
        image.src = 'a.png';
        await clock.advance(100);
        expect(log.slice(2)).toEqual(['listener']);
    });
});
