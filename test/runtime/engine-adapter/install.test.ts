import { describe, expect, it, vi } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost, createVirtualClock } from '../../../source/simulator/model';
import { startGame } from './game';

describe('a host without', () => {
    it.each([
        ['onHide'], ['onShow'], ['env'], ['createInnerAudioContext'], ['loadFont'], ['getSystemInfoSync'], ['getWindowInfo'], ['showKeyboard'], ['downloadFile'], ['loadSubpackage'],
    ])('%s starts the game and loads from its package', async (name) => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const game = startGame({ host: { without: [name], packageFiles: { 'a.json': '{"a":1}' } } });
        expect(await game.loadRemote('a.json')).toEqual({ a: 1 });
        warn.mockRestore();
    });

    it('downloads says so at the first remote file', async () => {
        const game = startGame({ host: { without: ['downloadFile'] } });
        await expect(game.loadRemote('https://cdn.example.com/a.json', { maxRetryCount: 0 })).rejects.toThrow(/downloadFile/);
    });
});

describe('labels', () => {
    it('share one canvas', () => {
        const { cc } = startGame();
        const pool = cc.Label._canvasPool!;
        const first = pool.get();
        expect(pool.get()).toBe(first);
        pool.put(first);
        expect(pool.get()).toBe(first);
        expect(pool.made).toBe(1);
    });
});

describe('console.time', () => {
    it('measures by the host\'s clock and survives a label nobody started', async () => {
        const lines: string[] = [];
        const { clock, scope } = startGame({ globals: { console: { log: (line: string) => lines.push(line), warn: () => undefined } } });
        const { time, timeEnd } = scope['console'] as { time(label?: string): void; timeEnd(label?: string): void };
        time('a');
        time();
        await clock.advance(250);
        timeEnd('a');
        timeEnd();
        timeEnd('never');
        expect(lines[0]).toMatch(/^a: 250\D/);
        expect(lines[1]).toMatch(/^default: 250\D/);
        expect(lines).toHaveLength(3);
    });

    it('leaves a frozen console alone', () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        expect(() => startGame({ globals: { console: Object.freeze({ log: () => undefined }) } })).not.toThrow();
        warn.mockRestore();
    });
});

describe('device facts', () => {
    const area = { left: 0, top: 44, right: 375, bottom: 633, width: 375, height: 589 };
    const turned = { left: 44, top: 0, right: 633, bottom: 375, width: 589, height: 375 };
    const adapter = (getSafeArea: () => object) => ({ __globalAdapter: { getSafeArea } });
    const screen = { width: 375, height: 667, pixelRatio: 2 };

    it('read `iPhone OS` as iOS', () => {
        const { cc } = startGame({ host: { profile: 'ios' }, engine: { os: 'Unknown' } });
        expect(cc.sys).toMatchObject({ os: 'iOS', isMobile: true });
    });

    it('leave other systems as the engine read them', () => {
        expect(startGame().cc.sys.os).toBe('Android');
    });

    it('give the safe area in the engine\'s coordinates, portrait', () => {
        const { cc } = startGame({ host: { screen }, globals: adapter(() => area) });
        // Window 750 x 1334 physical, scale 2; 44 logical at the top, 34 at the bottom.
        expect(cc.sys.getSafeAreaRect(false)).toMatchObject({ x: 0, y: 34, width: 375, height: 589 });
        expect(cc.sys.getSafeAreaRect()).toMatchObject({ x: 0, y: 44, width: 375, height: 579 });
    });

    it('give the safe area turned in landscape, symmetric to left and right', () => {
        const { cc } = startGame({ host: { screen: { ...screen, orientation: 'landscape' } }, globals: adapter(() => turned), engine: { windowSize: { width: 1334, height: 750 } } });
        expect(cc.sys.getSafeAreaRect(false)).toMatchObject({ x: 44, y: 0, width: 589, height: 375 });
        expect(cc.sys.getSafeAreaRect(true)).toMatchObject({ x: 44, y: 0, width: 579, height: 375 });
    });
});

describe.each(sweptProfiles)('on the web-adapter of %s', (_name, profile) => {
    it.each([['portrait', { width: 1170, height: 2532 }], ['landscape', { width: 2532, height: 1170 }]] as const)('the safe area is the host\'s, %s', (orientation, windowSize) => {
        const host = createAlipayHost({ profile, clock: createVirtualClock(), screen: { orientation } });
        const hasWindowInfo = typeof host.my.getWindowInfo === 'function';
        const { safeArea } = host.screen;
        installWebAdapter(host.globals, host.my, { deviceOrientation: orientation });
        const { cc } = startGame({ engine: { windowSize } }, host);
        const area = cc.sys.getSafeAreaRect(false) as { x: number; y: number; width: number; height: number };
        // The window in physical pixels, three to a logical one, at a scale of two.
        const [across, up] = [windowSize.width / 2, windowSize.height / 2];
        if (!hasWindowInfo) expect(area).toMatchObject({ x: 0, y: 0, width: across, height: up });
        else if (orientation === 'portrait') expect(area.height).toBeCloseTo(safeArea.height * 1.5);
        else expect([area.x, area.width]).toEqual([safeArea.top * 1.5, safeArea.height * 1.5]);
    });
});

describe('an engine with renamed internals', () => {
    it('is told what the adapter does without, and loads', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const game = startGame({ engine: { mangled: true }, host: { packageFiles: { 'a.json': '{"a":1}' } } });
        expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining('edit boxes'), expect.stringContaining('label canvases')]);
        warn.mockRestore();
        expect(await game.loadRemote('a.json')).toEqual({ a: 1 });
    });
});
