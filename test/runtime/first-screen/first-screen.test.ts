import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { optionTable } from '../../../source/options';
import { eachSwitchValue } from '../../../source/platform';
import { sweptProfiles } from '../../environment/swept-profiles';
import { startFirstScreen, type Started } from './started';

let warned: MockInstance<typeof console.warn>;
beforeEach(() => { warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined); });
afterEach(() => warned.mockRestore());

const picture = PNG.sync.write(new PNG({ width: 40, height: 20 }));
const pictures = { 'first-screen/logo.png': picture, 'first-screen/background.png': picture };

/** The length of the bar that is shown now, of all it can be. */
function barOf({ layers }: Started): number {
    const { width, height, drawn } = layers()[1]!;
    const lines = drawn.filter(({ name }) => name === 'moveTo' || name === 'lineTo').slice(-2).map(({ args }) => Number(args[0]));
    return (lines[1]! - lines[0]!) / (width - height);
}

describe('the first picture', () => {
    it.each(sweptProfiles)('is drawn before the module returns, with a bar, at the size the engine will want (%s)', (_name, profile) => {
        const started = startFirstScreen({}, { profile });
        expect([started.canvas.width, started.canvas.height]).toEqual([390 * 3, 844 * 3]);
        expect(started.canvas.contextKind).toBe('webgl');
        expect(started.layers()).toHaveLength(2);
        expect(warned).not.toHaveBeenCalled();
    });

    it('takes webgl2 only where the build can use it and the host names it, as the engine does', () => {
        const contextOf = (webgl: 1 | 2, switches: object, named: boolean): string | undefined => {
            const setup = { switches };
            const started = startFirstScreen({ webgl, enabled: false }, setup);
            if (named) started.window['WebGL2RenderingContext'] = class {};
            started.screen.fail('failed');
            return started.canvas.contextKind;
        };
        expect(contextOf(2, { webgl2: true }, true)).toBe('webgl2');
        expect(contextOf(2, { webgl2: true }, false)).toBe('webgl');
        expect(contextOf(1, { webgl2: true }, true)).toBe('webgl');
        // The engine falls back as well.
        expect(contextOf(2, { webgl2: false }, true)).toBe('webgl');
    });

    it('has a landscape game\'s size although the host still tells the portrait one (platform facts 4.1 #1)', async () => {
        const { installAdapter } = await import('../web-adapter/installed');
        const { createFirstScreen } = await import('../../../source/runtime/first-screen/first-screen');
        const { window, host } = installAdapter({ profile: 'ios', switches: { landscapeSizes: 'portrait' }, screen: { orientation: 'landscape' } }, { deviceOrientation: 'landscape' });
        createFirstScreen({ scope: window, my: host.my, loadFailure: () => { throw new Error('not needed'); } });
        expect([window['canvas'].width, window['canvas'].height]).toEqual([844 * 3, 390 * 3]);
    });

    it('follows a resize in the next frame', async () => {
        const started = startFirstScreen();
        started.host.user.resize({ width: 600, height: 800 });
        await started.frame();
        expect([started.canvas.width, started.canvas.height]).toEqual([1800, 2400]);
    });

    it('leaves a size alone that the engine has set', async () => {
        const started = startFirstScreen();
        started.canvas.width = 780;
        started.canvas.height = 1688;
        await started.frame();
        expect(started.canvas.width).toBe(780);
        expect(started.layers()[1]!.width).toBe(480);
    });

    it('shows pictures once they are decoded', async () => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png', background: 'first-screen/background.png' }, { packageFiles: pictures });
        const imagesOf = (): number => started.layers()[0]!.drawn.filter(({ name }) => name === 'drawImage').length;
        expect(imagesOf()).toBe(0);
        await started.clock.advance(50);
        await started.frame();
        expect(imagesOf()).toBe(2);
    });

    it('goes without a picture that cannot be decoded', async () => {
        const started = startFirstScreen({ logo: 'first-screen/gone.png' });
        await started.clock.advance(50);
        expect(started.layers()).toHaveLength(2);
        expect(warned).not.toHaveBeenCalled();
    });

    it('draws nothing, and makes no context, where it is off', async () => {
        const started = startFirstScreen({ enabled: false });
        started.screen.report('engine', 0.5);
        await started.frame();
        expect(started.canvas.contextKind).toBeUndefined();
        await started.clock.until(started.screen.shown());
    });
});

describe('progress', () => {
    it('is on the screen when shown() resolves', async () => {
        const started = startFirstScreen();
        started.screen.report('engine', 1);
        await started.clock.until(started.screen.shown());
        expect(barOf(started)).toBeCloseTo(0.6);
        started.screen.report('engine', 0.2);
        await started.clock.until(started.screen.shown());
        expect(barOf(started)).toBeCloseTo(0.6);
    });

    it('lets a start go on that is hidden and gets no frames', async () => {
        const started = startFirstScreen();
        started.host.lifecycle.hide();
        const before = started.clock.now();
        await started.clock.until(started.screen.shown());
        expect(started.clock.now() - before).toBeLessThanOrEqual(100);
    });

    it('shows the line of the player\'s language below the bar', () => {
        const texts = { en: { loading: 'Loading' }, zh: { loading: '加载中' } };
        expect(startFirstScreen({ texts }, {}, 'zh-Hans').texts()).toEqual(['加载中']);
        expect(startFirstScreen({ texts }, {}, 'en').texts()).toEqual(['Loading']);
        expect(startFirstScreen({ texts }, {}, 'ja').texts()).toEqual(['Loading']);
        expect(startFirstScreen({ texts }, {}, '').texts()).toEqual(['加载中']);
        expect(startFirstScreen({ texts: { en: { loading: 'Loading' } } }, {}, 'zh').texts()).toEqual([]);
    });
});

describe('a failure', () => {
    it.each([
        ['zh-Hans', ['游戏加载失败', '请检查网络后重试', '重试']],
        ['en', ['The game could not be loaded', 'Please check your network and try again.', 'Try again']],
    ])('is told in the player\'s language (%s), with a button', (language, expected) => {
        const started = startFirstScreen({ layout: 'lean' }, {}, language);
        started.screen.fail('failed', () => undefined);
        expect(started.texts()).toEqual(expected);
        expect(started.layers()).toHaveLength(1);
    });

    it.each(sweptProfiles)('calls back once when the button is tapped, and only then (%s)', async (_name, profile) => {
        const started = startFirstScreen({}, { profile });
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        const { user } = started.host;
        user.tap(10, 10);
        expect(tries).toBe(0);
        // From the button away, and onto it from elsewhere.
        user.touchStart({ id: 0, x: 195, y: 450 });
        user.touchMove({ id: 0, x: 195, y: 700 });
        user.touchEnd(0);
        user.touchStart({ id: 0, x: 195, y: 700 });
        user.touchMove({ id: 0, x: 195, y: 450 });
        user.touchEnd(0);
        expect(tries).toBe(0);
        user.tap(195, 450);
        user.tap(195, 450);
        expect(tries).toBe(1);
        await started.frame();
        expect(started.layers()).toHaveLength(2);
        started.screen.fail('failed', () => { tries += 10; });
        user.tap(195, 450);
        expect(tries).toBe(11);
    });

    it('that can be tried again goes from the screen at the next report, and listens no more', async () => {
        const started = startFirstScreen();
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        started.screen.report('engine', 0.5);
        started.host.user.tap(195, 450);
        await started.frame();
        expect([tries, started.layers().length]).toEqual([0, 2]);
    });

    it('that cannot be tried again stays, whatever is reported, until the canvas is let go', async () => {
        const started = startFirstScreen();
        started.screen.fail('It broke\nbecause of this');
        started.screen.report('download', 1);
        started.screen.report('scene', 1);
        await started.frame();
        expect([started.layers().length, started.texts()]).toEqual([1, ['It broke', 'because of this']]);
        started.screen.release();
        expect(started.host.calls.count('alert')).toBe(0);
    });

    it.each([
        ['memory runs low', (started: Started): void => { started.host.lifecycle.memoryWarning(15); }],
        ['the game was hidden', ({ host }: Started): void => { host.lifecycle.hide(); host.lifecycle.show(); }],
    ])('stays with the player when the context is lost as %s: in a dialog, whose end tries again, once', async (_name, happen) => {
        const started = startFirstScreen();
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        await started.frame();
        happen(started);
        started.host.lifecycle.loseContext();
        await started.frame();
        expect(started.host.calls.count('alert')).toBe(1);
        started.host.user.tap(195, 450);
        await started.clock.advance(1000);
        expect(tries).toBe(1);
        // What fails later is told as well.
        started.screen.fail('failed', () => { tries += 10; });
        await started.clock.advance(1000);
        expect([started.host.calls.count('alert'), tries, started.clock.pending]).toEqual([2, 11, 0]);
    });

    it('when the context is lost already is told in one dialog', async () => {
        const started = startFirstScreen();
        started.host.lifecycle.loseContext();
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        await started.clock.advance(1000);
        expect([started.host.calls.count('alert'), tries]).toEqual([1, 1]);
    });

    it('is told in a dialog where what draws failures is missing, and tried again at its end', async () => {
        const started = startFirstScreen({}, {}, undefined, { loadFailure: () => { throw new Error('start-failure.js is not there'); } });
        let tries = 0;
        started.screen.fail('It broke', () => { tries++; });
        await started.clock.advance(1000);
        expect([started.host.calls.count('alert'), tries, started.layers().length]).toEqual([1, 1, 2]);
    });

    it('may be a text of its own, whose listing ends after twelve lines', () => {
        const started = startFirstScreen();
        started.screen.fail(['It broke', ...Array.from({ length: 40 }, (_, index) => `line ${index}`)].join('\n'));
        expect(started.texts()).toHaveLength(12);
        expect(started.texts()[0]).toBe('It broke');
    });

    it('is told where the first screen is off', () => {
        const started = startFirstScreen({ enabled: false });
        started.screen.fail('tooOld');
        expect(started.texts().join('')).toContain('10.3.70');
    });

    it('is written with the options\' own words', () => {
        const started = startFirstScreen({ texts: { zh: { failed: '出错了', tryAgain: '再来' } } });
        started.screen.fail('failed', () => undefined);
        expect(started.texts()).toEqual(['出错了', '再来']);
    });

    it('stays within the safe area of every screen', () => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png' }, { screen: { width: 320, height: 480, safeArea: { left: 0, top: 40, right: 320, bottom: 440, width: 320, height: 400 } } });
        started.screen.fail('failed', () => undefined);
        const rows = started.layers()[0]!.drawn.filter(({ name }) => name === 'fillText').map(({ args }) => Number(args[2]));
        expect(Math.min(...rows)).toBeGreaterThan(40);
        expect(Math.round(Math.max(...rows) + 19)).toBeLessThanOrEqual(440 - 24);
    });
});

describe('a host that gives only a part of what the first screen needs', () => {
    it.each(['throw', 'never'] as const)('starts without a picture when it makes no canvas beside the screen\'s (%s), and failures are told', async (kind) => {
        const started = startFirstScreen({}, {}, undefined, { faults: [{ api: 'createCanvas', at: 1, times: Infinity, kind }] });
        await started.clock.until(started.screen.shown());
        started.screen.report('engine', 0.5);
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        const isWritten = started.canvas.drawn.some(({ name, args }) => name === 'fillText' && args[0] === '游戏加载失败');
        expect([isWritten, started.host.calls.count('alert')]).toEqual(kind === 'throw' ? [true, 0] : [false, 1]);
        if (isWritten) started.host.user.tap(195, 450);
        await started.clock.advance(1000);
        expect([tries, started.clock.pending]).toEqual([1, 0]);
    });

    it('draws the bar without the pictures where it makes no images', async () => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png' }, { packageFiles: pictures }, undefined, { faults: [{ api: 'createImage', at: 1, times: Infinity, kind: 'throw' }] });
        await started.clock.advance(50);
        expect(started.layers()).toHaveLength(2);
    });

    it('leaves out a picture that the canvas refuses', async () => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png', background: 'first-screen/background.png' }, { packageFiles: pictures });
        const sheet = started.layers()[0] as unknown as { getContext(kind: '2d'): Record<'drawImage', (...given: unknown[]) => void> };
        let refused = 0;
        sheet.getContext('2d').drawImage = () => {
            refused += 1;
            throw new Error('no pictures here');
        };
        await started.clock.advance(50);
        expect([refused > 0, started.layers().length]).toEqual([true, 2]);
    });

    it.each(['zero', 'undefined', 'swapped'] as const)('is drawn at once, and at its size as soon as the host tells it rightly: at first %s', async (earlySystemInfo) => {
        const started = startFirstScreen({}, { switches: { earlySystemInfo } });
        await started.frame();
        expect(started.layers()).toHaveLength(2);
        expect(started.canvas.width * started.canvas.height).toBeGreaterThan(0);
        await started.clock.advance(1100);
        expect([started.layers().length, started.canvas.width, started.canvas.height]).toEqual([2, 1170, 2532]);
        started.host.user.resize({ width: 400, height: 800 });
        await started.frame();
        expect([started.canvas.width, started.canvas.height]).toEqual([1200, 2400]);
        expect(warned).not.toHaveBeenCalled();
    });
});

describe('a client without WebGL', () => {
    const noWebGL = { canvasFactory: (width: number, height: number) => createFlatCanvas(width, height) };

    it('starts without a picture, and is told failures on the canvas', async () => {
        const started = startFirstScreen({}, noWebGL);
        started.screen.report('engine', 0.4);
        await started.clock.until(started.screen.shown());
        started.screen.fail('failed');
        expect(started.canvas.drawn.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])).toEqual(['游戏加载失败', '请检查网络后重试']);
    });

    it('asks the host for a dialog where not even a text can be drawn', () => {
        const started = startFirstScreen({}, noWebGL);
        started.window['__globalAdapter'].getSystemInfoSync = () => { throw new Error('host gone'); };
        started.screen.fail('failed');
        expect(started.host.calls.count('alert')).toBe(1);
    });

    it('asks the host for a dialog once the canvas is the engine\'s', () => {
        const started = startFirstScreen();
        started.screen.release();
        started.screen.fail('failed');
        expect(started.host.calls.count('alert')).toBe(1);
    });
});

describe('release', () => {
    it('deletes what was made, draws no more, and may be called again', async () => {
        const started = startFirstScreen({ background: 'first-screen/background.png' }, { packageFiles: pictures });
        await started.clock.advance(50);
        const sheets = started.layers();
        started.screen.release();
        started.screen.release();
        const count = (name: string): number => started.canvas.drawn.filter((call) => call.name === name).length;
        for (const thing of ['Texture', 'Buffer', 'Program', 'Shader']) expect(count(`delete${thing}`), thing).toBe(count(`create${thing}`));
        expect(sheets.map(({ width, height }) => [width, height])).toEqual([[1, 1], [1, 1]]);
        const drawn = started.canvas.drawn.length;
        started.screen.report('scene', 1);
        await started.clock.until(started.screen.shown());
        await started.clock.advance(200);
        expect(started.canvas.drawn.length).toBe(drawn);
        // The web-adapter asks for the sizes once more.
        await started.clock.advance(1000);
        expect(started.clock.pending).toBe(0);
        expect(warned).not.toHaveBeenCalled();
    });

    it('leaves no state behind when an upload fails', async () => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png' }, { packageFiles: pictures });
        const gl = (started.canvas as unknown as { getContext(kind: string): Record<string, unknown> }).getContext('webgl');
        gl['texImage2D'] = () => { throw new Error('no canvases here'); };
        await started.clock.advance(50);
        const last = (name: string): unknown => started.canvas.drawn.filter((call) => call.name === name).at(-1)?.args;
        expect(last('useProgram')).toEqual([0]);
        expect(last('activeTexture')).toEqual([0]);
        expect(last('viewport')).toEqual([0, 0, started.canvas.width, started.canvas.height]);
        // The web-adapter asks for the sizes once more.
        await started.clock.advance(1000);
        expect(started.clock.pending).toBe(0);
    });

    it('brings back the rest of the state when the host refuses one call', async () => {
        const started = startFirstScreen();
        const gl = (started.canvas as unknown as { getContext(kind: string): Record<string, (...given: unknown[]) => void> }).getContext('webgl');
        const { pixelStorei } = gl;
        let calls = 0;
        gl['pixelStorei'] = (...given) => {
            calls += 1;
            // The second is the restoring one.
            if (calls % 2 === 0) throw new Error('not that');
            pixelStorei!(...given);
        };
        const before = started.canvas.drawn.length;
        await started.frame();
        expect(calls).toBeGreaterThan(1);
        const names = started.canvas.drawn.slice(before).map(({ name }) => name);
        expect(names.slice(names.lastIndexOf('drawArrays') + 1)).toEqual(['disableVertexAttribArray', 'bindBuffer', 'viewport', 'bindFramebuffer', 'useProgram', 'bindTexture', 'activeTexture']);
    });

    it('happens by itself when the context fails, and the game goes on', async () => {
        const started = startFirstScreen();
        started.host.faults.add({ at: 1, api: 'getSystemInfoSync', kind: 'throw', times: Infinity });
        started.window['__globalAdapter'].getSystemInfoSync = () => { throw new Error('host gone'); };
        await started.frame();
        expect(warned).toHaveBeenCalledTimes(1);
        await started.clock.until(started.screen.shown());
        // The web-adapter asks for the sizes once more.
        await started.clock.advance(1000);
        expect(started.clock.pending).toBe(0);
    });
});

describe('whatever hosts disagree about', () => {
    it.each(eachSwitchValue())('a start with a failure in it goes its way: $name $value', async ({ switches }) => {
        const started = startFirstScreen({ logo: 'first-screen/logo.png' }, { switches, packageFiles: pictures });
        let tries = 0;
        started.screen.fail('failed', () => { tries++; });
        await started.clock.advance(50);
        expect(started.layers()[0]!.drawn.filter(({ name }) => name === 'drawImage')).toHaveLength(1);
        const label = started.layers()[0]!.drawn.filter(({ name }) => name === 'fillText').at(-1)!.args;
        started.host.user.tap(Number(label[1]), Number(label[2]));
        started.screen.report('engine', 1);
        await started.clock.until(started.screen.shown());
        expect(tries).toBe(1);
        expect(barOf(started)).toBeCloseTo(0.6);
        started.screen.release();
        await started.clock.advance(200);
        // The web-adapter asks for the sizes once more.
        await started.clock.advance(1000);
        expect(started.clock.pending).toBe(0);
        expect(warned).not.toHaveBeenCalled();
    });
});

describe('what is promised about the module', () => {
    it('has the colours of the options\' table where a package says none', () => {
        const { background, bar, track, text } = optionTable.firstScreenColors.value.properties;
        const started = startFirstScreen({ texts: { zh: { loading: '加载中' } } });
        const [picture, line] = started.layers() as unknown as { getContext(kind: '2d'): { fillStyle: string; strokeStyle: string } }[];
        expect([picture!.getContext('2d').fillStyle, line!.getContext('2d').strokeStyle]).toEqual([text.default, bar.default]);
        const code = readFileSync(path.resolve(__dirname, '../../../dist/adapter/first-screen.js'), 'utf8');
        for (const { default: colour } of [background, bar, track, text]) expect(code.split(colour)).toHaveLength(2);
        expect(readFileSync(path.resolve(__dirname, '../../../dist/adapter/start-failure.js'), 'utf8')).not.toMatch(/#[0-9a-f]{3,6}\b/);
    });

    it('requires its parts by literal paths', () => {
        const code = readFileSync(path.resolve(__dirname, '../../../dist/adapter/first-screen.js'), 'utf8');
        expect([...code.matchAll(/require\(([^)]*)\)/g)].map(([, given]) => given)).toEqual(['"./adapter-options.js"', '"./start-failure.js"']);
    });
});

function createFlatCanvas(width: number, height: number): never {
    const drawn: unknown[] = [];
    const pen = new Proxy({ measureText: (text: string) => ({ width: text.length * 8 }) } as Record<string, unknown>, {
        get: (target, name) => name in target ? target[name as string] : (...args: unknown[]) => { drawn.push({ name, args }); },
    });
    return { width, height, drawn, getContext: (kind: string) => (kind === '2d' ? pen : null) } as never;
}
