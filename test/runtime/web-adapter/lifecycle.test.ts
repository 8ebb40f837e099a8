import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { installAdapter } from './installed';

let printed: MockInstance<typeof console.error>;
beforeEach(() => { printed = vi.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => printed.mockRestore());

describe('errors that nothing caught', () => {
    it('reach console.error with a stack, window.onerror and listeners', async () => {
        const { window, clock } = installAdapter();
        const handled: unknown[][] = [];
        window['onerror'] = (...values: unknown[]) => { handled.push(values); return true; };
        const events: Record<string, unknown>[] = [];
        window['addEventListener']('error', (event: Record<string, unknown>) => events.push(event));
        window['setTimeout'](() => { throw new Error('deep inside'); }, 5);
        await clock.advance(10);
        expect(printed.mock.calls[0]![0]).toMatch(/deep inside[^]*lifecycle\.test/);
        expect(handled[0]).toHaveLength(5);
        expect(handled[0]![0]).toContain('deep inside');
        expect(handled[0]![4]).toBeInstanceOf(Error);
        expect(events[0]).toMatchObject({ type: 'error', defaultPrevented: true });
    });

    it('are told when a listener throws, and the next listener still runs', () => {
        const { window, host: { user } } = installAdapter();
        const messages: unknown[] = [];
        window['onerror'] = (message: unknown) => messages.push(message);
        let ran = 0;
        window['canvas'].addEventListener('touchstart', () => { throw new TypeError('broken'); });
        window['canvas'].addEventListener('touchstart', () => { ran++; });
        user.touchStart({ id: 0, x: 1, y: 1 });
        expect(ran).toBe(1);
        expect(messages).toEqual(['Uncaught TypeError: broken']);
        expect(String(printed.mock.calls[0]![0])).toContain('broken');
    });

    it('are printed once each, however often they come', () => {
        const { window, host: { user } } = installAdapter();
        const error = new Error('every frame');
        let told = 0;
        window['onerror'] = () => { told++; };
        window['canvas'].addEventListener('touchstart', () => { throw error; });
        for (let time = 0; time < 5; time++) user.tap(1, 1);
        expect(told).toBe(5);
        expect(printed).toHaveBeenCalledTimes(1);
    });

    it('in the error handlers themselves are printed, and end there', () => {
        const { window, host: { user, lifecycle } } = installAdapter();
        let told = 0;
        let ran = 0;
        const second = new Error('the handler is broken too');
        window['onerror'] = () => {
            told++;
            throw second;
        };
        window['canvas'].addEventListener('touchstart', () => { throw new TypeError('broken'); });
        window['canvas'].addEventListener('touchstart', () => { ran++; });
        user.tap(1, 1);
        lifecycle.raiseError('from the host');
        expect([told, ran]).toEqual([2, 1]);
        expect(printed.mock.calls.map(([text]) => /broken too|broken|from the host/.exec(String(text))![0])).toEqual(['broken', 'broken too', 'from the host']);
    });

    it('have a stack of their own when the host gives none', () => {
        const { window, host: { lifecycle } } = installAdapter();
        const errors: unknown[] = [];
        window['onerror'] = (...values: unknown[]) => errors.push(values[4]);
        lifecycle.raiseError('only a text');
        expect(errors[0]).toMatchObject({ message: expect.stringContaining('only a text') as string });
        expect(printed.mock.calls[0]![0]).toContain('only a text');
    });

    it('of promises reach unhandledrejection', () => {
        const { window, host: { lifecycle } } = installAdapter();
        const reasons: unknown[] = [];
        window['onunhandledrejection'] = ({ reason }: { reason: unknown }) => reasons.push(reason);
        const reason = new Error('no');
        lifecycle.raiseUnhandledRejection(reason);
        expect(reasons).toEqual([reason]);
        expect(printed).toHaveBeenCalledWith(reason);
    });
});

describe('life cycle', () => {
    it('is told as visibility, focus and blur', () => {
        const { window, host: { lifecycle } } = installAdapter();
        const log: string[] = [];
        const { document } = window;
        document.addEventListener('visibilitychange', () => log.push(`${document.visibilityState} ${document.hidden}`));
        window['onblur'] = () => log.push('blur');
        window['addEventListener']('focus', () => log.push('focus'));
        lifecycle.hide();
        lifecycle.show();
        expect(log).toEqual(['hidden true', 'blur', 'visible false', 'focus']);
    });

    it('fires resize with the new measures', () => {
        const { window, host: { user } } = installAdapter();
        const sizes: unknown[] = [];
        window['onresize'] = () => sizes.push([window['innerWidth'], window['innerHeight'], window['screen'].width, window['document'].documentElement.clientWidth, window['canvas'].clientHeight, window['canvas'].getBoundingClientRect().width]);
        user.resize({ width: 600, height: 800 });
        expect(sizes).toHaveLength(1);
        const [[innerWidth, innerHeight, width, clientWidth, clientHeight, shown]] = sizes as [[number, number, number, number, number, number]];
        expect([innerWidth, width, clientWidth, shown]).toEqual([600, 600, 600, 600]);
        expect(clientHeight).toBe(innerHeight);
    });

    it('turns the window of a landscape game whose host reports portrait sizes', () => {
        const { window } = installAdapter({ profile: 'ios', switches: { landscapeSizes: 'portrait' } }, { deviceOrientation: 'landscape' });
        expect(window['innerWidth']).toBeGreaterThan(window['innerHeight']);
    });
});
