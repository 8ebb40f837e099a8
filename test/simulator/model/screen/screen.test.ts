import { describe, expect, it } from 'vitest';
import { profileNames, type MyImage } from '../../../../source/platform';
import { defaultScreen, type RecordingCanvas } from '../../../../source/simulator/model';
import { ask, createTestHost } from '../answers';

describe('system information (platform facts 3.3)', () => {
    it('getSystemInfoSync has sizes, ratio, model and platform', () => {
        expect(createTestHost().my.getSystemInfoSync()).toMatchObject({
            pixelRatio: 3, screenWidth: 390, screenHeight: 844, windowWidth: 390, windowHeight: 844, platform: 'Android', version: '10.7.90',
        });
    });

    it('and none of safeArea, statusBarHeight, SDKVersion, deviceOrientation, benchmarkLevel', () => {
        const info = createTestHost().my.getSystemInfoSync();
        for (const name of ['safeArea', 'statusBarHeight', 'SDKVersion', 'deviceOrientation', 'benchmarkLevel']) expect(info).not.toHaveProperty(name);
    });

    it('platform of iOS is "iOS" or "iPhone OS"', () => {
        expect(createTestHost({ profile: 'ios', switches: { iosPlatform: 'iPhone OS' } }).my.getSystemInfoSync()?.platform).toBe('iPhone OS');
        expect(createTestHost({ profile: 'ios', switches: { iosPlatform: 'iOS' } }).my.getSystemInfoSync()?.platform).toBe('iOS');
    });

    it('getWindowInfo has the safe area of the portrait direction, in landscape too', () => {
        const { my } = createTestHost({ screen: { orientation: 'landscape' } });
        expect(my.getWindowInfo?.()).toMatchObject({ windowWidth: 844, windowHeight: 390, statusBarHeight: 47, safeArea: defaultScreen.safeArea });
    });

    it('getSystemInfo answers the same through a callback', async () => {
        const host = createTestHost();
        expect(await ask(host, (callbacks) => host.my.getSystemInfo?.({ ...callbacks }))).toEqual(host.my.getSystemInfoSync());
    });

    it('getAppBaseInfo and SDKVersion name the base library', () => {
        const { my } = createTestHost();
        expect(my.getAppBaseInfo?.().SDKVersion).toBe(my.SDKVersion);
    });

    it('the language is the one that the phone is set to, Chinese by default', () => {
        const languages = (language?: string): unknown => {
            const { my } = createTestHost(language === undefined ? {} : { language });
            return [my.getSystemInfoSync()?.language, my.getAppBaseInfo?.().language];
        };
        expect(languages()).toEqual(['zh-Hans', 'zh-Hans']);
        expect(languages('en')).toEqual(['en', 'en']);
    });

    it('canIUse is false for what never had a limit', () => {
        const { my } = createTestHost();
        expect(my.canIUse('getSystemInfoSync')).toBe(false);
        expect(my.canIUse('getWindowInfo')).toBe(true);
        expect(createTestHost({ profile: 'client-10.3.70' }).my.canIUse('getWindowInfo')).toBe(false);
    });

    it('the capsule is within the window, or nowhere before it is drawn and in Studio', () => {
        expect(createTestHost().my.getMenuButtonBoundingClientRect?.()).toMatchObject({ right: 383, top: 53, height: 32 });
        expect(createTestHost({ profile: 'studio' }).my.getMenuButtonBoundingClientRect?.()).toMatchObject({ right: 0, top: 0, height: 0 });
    });

    it('4.1 #1: iOS may report portrait sizes in a landscape game', () => {
        for (const [landscapeSizes, width] of [['turned', 844], ['portrait', 390]] as const) {
            const { my } = createTestHost({ profile: 'ios', screen: { orientation: 'landscape' }, switches: { landscapeSizes } });
            expect(my.getSystemInfoSync()?.windowWidth).toBe(width);
        }
    });

    it('onWindowResize tells of a turned or resized window', () => {
        const host = createTestHost();
        const sizes: unknown[] = [];
        host.my.onWindowResize?.((size) => sizes.push(size));
        host.user.rotate('landscape');
        host.user.resize({ width: 600, height: 900, orientation: 'portrait' });
        expect(sizes).toEqual([{ windowWidth: 844, windowHeight: 390 }, { windowWidth: 600, windowHeight: 900 }]);
        expect(host.my.getSystemInfoSync()?.windowWidth).toBe(600);
        expect(createTestHost({ profile: 'client-10.3.70' }).my.onWindowResize).toBeUndefined();
    });
});

describe('canvas (platform facts 3.1, 3.2, 2.7)', () => {
    it.each([
        ['none', [false, false]], ['webgl1', [true, false]], ['webgl2', [false, true]], ['both', [true, true]],
    ] as const)('WebGL\'s classes are names of the global object: %s', (webglClasses, named) => {
        const { globals, my } = createTestHost({ switches: { webglClasses, webgl2: true } });
        const classes = [globals['WebGLRenderingContext'], globals['WebGL2RenderingContext']] as (undefined | (new () => object))[];
        expect(classes.map((one) => typeof one === 'function')).toEqual(named);
        for (const [index, kind] of (['webgl', 'webgl2'] as const).entries()) {
            const context = my.createCanvas().getContext(kind);
            if (classes[index]) expect(context instanceof classes[index]!).toBe(true);
        }
        expect(my.createCanvas().getContext('2d')).not.toBeNull();
    });

    it('Studio\'s page names both, and gives WebGL 2', () => {
        const { globals } = createTestHost({ profile: 'studio' });
        expect([typeof globals['WebGLRenderingContext'], typeof globals['WebGL2RenderingContext']]).toEqual(['function', 'function']);
    });

    it('the first canvas is the screen, later ones are off screen', () => {
        const { my } = createTestHost();
        expect(my.createCanvas()).toMatchObject({ width: 390, height: 844 });
        expect(my.createCanvas()).toMatchObject({ width: 300, height: 150 });
    });

    it('the environment is told which is the screen', () => {
        const made: boolean[] = [];
        const { my } = createTestHost({
            canvasFactory: (width, height, isScreen) => {
                made.push(isScreen);
                return { width, height, getContext: () => null };
            },
        });
        my.createCanvas();
        my.createCanvas();
        expect(made).toEqual([true, false]);
    });

    it('on a device it is a plain object: no events, no tag name', () => {
        const canvas = createTestHost().my.createCanvas();
        expect('addEventListener' in canvas || 'tagName' in canvas).toBe(false);
    });

    it.each([true, false])('webgl2: %s', (webgl2) => {
        const canvas = createTestHost({ switches: { webgl2 } }).my.createCanvas();
        expect(canvas.getContext('webgl2') !== null).toBe(webgl2);
        const other = createTestHost({ switches: { webgl2 } }).my.createCanvas();
        expect(other.getContext('webgl')).not.toBeNull();
    });

    it('one context a canvas', () => {
        const canvas = createTestHost().my.createCanvas();
        const context = canvas.getContext('2d');
        expect(canvas.getContext('2d')).toBe(context);
        expect(canvas.getContext('webgl')).toBeNull();
    });

    it('in Node it notes what is drawn', () => {
        const canvas = createTestHost().my.createCanvas() as RecordingCanvas;
        const context = canvas.getContext('2d') as { fillStyle: string; fillRect(...args: number[]): void; measureText(text: string): { width: number } };
        context.fillStyle = 'red';
        context.fillRect(1, 2, 3, 4);
        expect(context.measureText('abc').width).toBe(24);
        expect(canvas.drawn).toEqual([{ name: 'fillRect', args: [1, 2, 3, 4] }, { name: 'measureText', args: ['abc'] }]);
    });

    it('4.1 #5: uniform locations are numbers on devices, objects in Studio', () => {
        for (const [profile, type] of [['android', 'number'], ['studio', 'object']] as const) {
            const gl = createTestHost({ profile }).my.createCanvas().getContext('webgl') as { getUniformLocation(program: object, name: string): unknown };
            expect(typeof gl.getUniformLocation({}, 'color')).toBe(type);
        }
    });
});

describe('images (platform facts 3.2)', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 64, 0, 0, 0, 32]);
    const gif = Uint8Array.from([...new TextEncoder().encode('GIF89a'), 5, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 0, 0, 0, 0]);
    const webp = new Uint8Array(30);
    webp.set(new TextEncoder().encode('RIFF____WEBPVP8X'));
    webp[24] = 99;
    webp[27] = 49;

    const load = (image: MyImage, src: string): Promise<string> => new Promise((resolve) => {
        image.onload = () => resolve(`${image.width} x ${image.height}`);
        image.onerror = () => resolve('error');
        image.src = src;
    });

    it.each([['png', png, '64 x 32'], ['gif', gif, '5 x 7'], ['jpeg', jpeg, '30 x 20'], ['webp', webp, '100 x 50'], ['text', new TextEncoder().encode('<html>404</html>  '), 'error']])('%s', async (_name, bytes, expected) => {
        const host = createTestHost({ packageFiles: { a: bytes } });
        expect(await host.clock.until(load(host.my.createImage(), 'a'))).toBe(expected);
    });

    it('has two callback properties and no event target; no size before it has loaded', () => {
        const image = createTestHost().my.createImage();
        expect('addEventListener' in image).toBe(false);
        expect([image.width, image.height, image.onload, image.onerror]).toEqual([0, 0, null, null]);
    });

    it('loads from the network, data URLs, user data and temp files', async () => {
        const host = createTestHost();
        host.network.serve('https://cdn.example/', { 'a.png': png });
        host.disk.write('/usr/data/a.png', png);
        host.disk.write('/tmp/alipay/x.image', png);
        const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
        for (const src of ['https://cdn.example/a.png', data, '/usr/data/a.png', 'https://resource/x.image']) {
            expect(await host.clock.until(load(host.my.createImage(), src))).toBe('64 x 32');
        }
        for (const src of ['https://cdn.example/missing.png', 'missing.png', 'https://resource/purged.image']) {
            expect(await host.clock.until(load(host.my.createImage(), src))).toBe('error');
        }
        expect(host.network.requests).toHaveLength(2);
    });

    it('only the last src counts', async () => {
        const host = createTestHost({ packageFiles: { a: png, b: gif } });
        const image = host.my.createImage();
        image.src = 'a';
        expect(await host.clock.until(load(image, 'b'))).toBe('5 x 7');
    });
});

describe('fonts (platform facts 3.2, 4.2 #23)', () => {
    it('gives a family, or null on failure', () => {
        const { my } = createTestHost({ packageFiles: { 'a.ttf': 'font' } });
        expect(my.loadFont?.('a.ttf')).toMatch(/^font/);
        expect(my.loadFont?.('missing.ttf')).toBeNull();
        expect(createTestHost({ packageFiles: { 'a.ttf': 'no font' }, fontLoader: () => null }).my.loadFont?.('a.ttf')).toBeNull();
    });

    it('throws on old clients for a path outside user data', () => {
        const { my, disk } = createTestHost({ profile: 'client-10.3.70', packageFiles: { 'a.ttf': 'font' } });
        expect(() => my.loadFont?.('a.ttf')).toThrow('user data');
        disk.write('/usr/data/a.ttf', 'font');
        expect(my.loadFont?.('/usr/data/a.ttf')).toMatch(/^font/);
    });
});

describe('frames (platform facts 3.1, 3.2)', () => {
    it.each(profileNames)('%s: 60 a second, fewer when the game wishes, none while hidden', async (profile) => {
        const host = createTestHost({ profile });
        const request = host.globals['requestAnimationFrame'] as (callback: () => void) => number;
        let frames = 0;
        const draw = (): void => {
            frames++;
            request(draw);
        };
        request(draw);
        await host.clock.advance(1001);
        expect(frames).toBe(60);
        host.my.setPreferredFramesPerSecond?.(30);
        await host.clock.advance(1000);
        expect(frames).toBeGreaterThanOrEqual(89);
        expect(frames).toBeLessThanOrEqual(91);
        const before = frames;
        host.lifecycle.hide();
        await host.clock.advance(1000);
        expect(frames).toBe(before);
        host.lifecycle.show();
        await host.clock.advance(100);
        expect(frames).toBeGreaterThan(before);
    });
});

interface Gl { isContextLost(): boolean; createTexture(): unknown; getParameter(name: number): unknown; clear(mask: number): unknown }

describe('a WebGL context that the system takes', () => {
    it('answers nothing and draws nothing from then on, on the screen only', () => {
        const host = createTestHost();
        const [screen, other] = [host.my.createCanvas?.(), host.my.createCanvas?.()] as unknown as [RecordingCanvas, RecordingCanvas];
        host.lifecycle.loseContext();
        const gl = screen.getContext('webgl') as Gl;
        expect([gl.isContextLost(), gl.createTexture()]).toEqual([false, {}]);
        (other.getContext('webgl') as Gl).clear(0);
        host.lifecycle.loseContext();
        const before = screen.drawn.length;
        expect([gl.isContextLost(), gl.createTexture(), gl.getParameter(0x0ba2), gl.clear(0)]).toEqual([true, null, null, undefined]);
        expect(screen.drawn.length).toBe(before);
        expect((other.getContext('webgl') as Gl).isContextLost()).toBe(false);
    });

    it('is no 2d context', () => {
        const host = createTestHost();
        const canvas = host.my.createCanvas?.() as unknown as RecordingCanvas;
        const pen = canvas.getContext('2d') as { fillRect(x: number, y: number, width: number, height: number): void };
        host.lifecycle.loseContext();
        pen.fillRect(0, 0, 1, 1);
        expect(canvas.drawn.map(({ name }) => name)).toEqual(['fillRect']);
    });
});
