import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { createSystem, type SystemOptions } from '../../../source/runtime/my/system';
import { switchValues } from '../../../source/platform';
import type { SafeArea } from '../../../source/platform/my';
import { createAlipayHost, createVirtualClock, defaultScreen, type AlipayHost } from '../../../source/simulator/model';

/** The host's own timer, by the model's clock. */
function timersOf({ globals }: AlipayHost): SystemOptions {
    return { setTimeout: globals['setTimeout'] as SystemOptions['setTimeout'] };
}

describe('createSystem (platform facts 3.3)', () => {
    it('asks the host once, and again after a resize and when the game comes back', () => {
        const host = createAlipayHost();
        const { info } = createSystem(host.my);
        const asked = (): number => host.calls.count('getSystemInfoSync');
        for (let time = 0; time < 100; time++) info();
        expect(asked()).toBe(1);
        host.user.resize({ width: 700, height: 900 });
        expect(info()).toMatchObject({ windowWidth: 700, windowHeight: 900 });
        expect(asked()).toBe(2);
        host.lifecycle.hide();
        host.lifecycle.show();
        info();
        expect(asked()).toBe(3);
    });

    it('tells of a new size, once, and not of the old one', () => {
        const host = createAlipayHost();
        const { info, onResize } = createSystem(host.my);
        info();
        const widths: number[] = [];
        onResize(() => widths.push(info().windowWidth));
        host.lifecycle.hide();
        host.lifecycle.show();
        expect(widths).toEqual([]);
        host.user.resize({ width: 512, height: 700 });
        expect(widths).toEqual([512]);
    });

    it.each(['iOS', 'iPhone OS'] as const)('reads %s as iOS', (iosPlatform) => {
        expect(createSystem(createAlipayHost({ profile: 'ios', switches: { iosPlatform } }).my).info().platform).toBe('iOS');
    });

    it.each(['turned', 'portrait'] as const)('turns sizes and safe area for a landscape game: host says %s (platform facts 4.1 #1, #4)', (landscapeSizes) => {
        const host = createAlipayHost({ profile: 'ios', switches: { landscapeSizes }, screen: { orientation: 'landscape' } });
        const portrait = host.my.getWindowInfo!().safeArea;
        const { info, safeArea } = createSystem(host.my, { landscape: true });
        const { windowWidth, windowHeight } = info();
        expect(windowWidth).toBeGreaterThan(windowHeight);
        expect(safeArea()).toMatchObject({ left: portrait.top, right: portrait.bottom, width: portrait.height, height: portrait.width });
        expect(safeArea().right).toBeLessThanOrEqual(windowWidth);
        expect(safeArea().bottom).toBeLessThanOrEqual(windowHeight);
        expect(host.calls.count('getWindowInfo')).toBe(2);
    });

    it.each(sweptProfiles)('gives the safe area of %s, the whole window where it is not told', (_name, profile) => {
        const host = createAlipayHost({ profile });
        const { info, safeArea } = createSystem(host.my);
        const whole = { left: 0, top: 0, right: info().windowWidth, bottom: info().windowHeight, width: info().windowWidth, height: info().windowHeight };
        expect(safeArea()).toEqual(host.my.getWindowInfo ? host.my.getWindowInfo().safeArea : whole);
    });

    it.each(['portrait', 'landscape'] as const)('takes the safe area of the system information on a host without getWindowInfo, in %s', (orientation) => {
        const host = createAlipayHost({ without: ['getWindowInfo'], screen: { orientation, safeAreaInSystemInfo: true } });
        const { left, top, right, bottom, width, height } = defaultScreen.safeArea;
        const turned = { left: top, right: bottom, top: defaultScreen.width - right, bottom: defaultScreen.width - left, width: height, height: width };
        const { info, safeArea } = createSystem(host.my, { landscape: orientation === 'landscape' });
        expect(safeArea()).toEqual(orientation === 'portrait' ? defaultScreen.safeArea : turned);
        expect(safeArea().bottom).toBeLessThanOrEqual(info().windowHeight);
        host.user.resize({ safeArea: { left: 0, top: 10, right: 390, bottom: 800, width: 390, height: 790 } });
        expect(safeArea()).toMatchObject(orientation === 'portrait' ? { top: 10, bottom: 800 } : { left: 10, right: 800 });
    });

    it.each([
        undefined, { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }, { left: 0, top: 47, right: 390, bottom: 40, width: 390, height: -7 },
        {} as SafeArea,
    ])('takes that of the system information where getWindowInfo tells none: %j', (told) => {
        const host = createAlipayHost({ screen: { safeAreaInSystemInfo: true } });
        const windowInfo = host.my.getWindowInfo!();
        host.my.getWindowInfo = () => ({ ...windowInfo, safeArea: told as SafeArea });
        expect(createSystem(host.my).safeArea()).toEqual(defaultScreen.safeArea);
    });

    it('lives with a host that tells nothing at first: assumes a phone, and asks again twice', async () => {
        const clock = createVirtualClock();
        const host = createAlipayHost({ clock });
        host.faults.add({ kind: 'never', api: 'getSystemInfoSync', at: 1, times: 2 });
        host.my.getWindowInfo = undefined as never;
        const { info, onResize } = createSystem(host.my, timersOf(host));
        const widths: number[] = [];
        onResize(() => widths.push(info().windowWidth));
        expect(info()).toMatchObject({ windowWidth: 375, windowHeight: 667, language: 'zh-Hans' });
        for (let time = 0; time < 100; time++) info();
        expect(host.calls.count('getSystemInfoSync')).toBe(1);
        await clock.advance(1000);
        expect([info().windowWidth, widths, host.calls.count('getSystemInfoSync')]).toEqual([390, [390], 3]);
        await clock.advance(60_000);
        expect(host.calls.count('getSystemInfoSync')).toBe(3);
    });

    it('keeps the size that it knows where the host tells none when the game comes back', () => {
        const host = createAlipayHost({ without: ['getWindowInfo'] });
        const { info } = createSystem(host.my);
        host.faults.add({ kind: 'never', api: 'getSystemInfoSync', at: 1 });
        host.lifecycle.show();
        expect(info()).toMatchObject({ windowWidth: 390, windowHeight: 844 });
    });

    it.each(sweptProfiles.flatMap(([name, profile]) => switchValues.earlySystemInfo.map((earlySystemInfo) => [name, earlySystemInfo, profile] as const)))(
        'knows the right size on %s soon after the start, and tells of it, where the host told it %s', async (_name, earlySystemInfo, profile) => {
            const clock = createVirtualClock();
            const host = createAlipayHost({ clock, profile, switches: { earlySystemInfo } });
            const { info, safeArea, onResize } = createSystem(host.my, timersOf(host));
            const first = info();
            expect([first.windowWidth, first.windowHeight].every((size) => size > 0)).toBe(true);
            expect(safeArea().width).toBeGreaterThan(0);
            const widths: number[] = [];
            onResize(() => widths.push(info().windowWidth));
            await clock.advance(1100);
            expect(info()).toMatchObject({ windowWidth: 390, windowHeight: 844 });
            expect(info().language).toBe('zh-Hans');
            expect(widths).toEqual(first.windowWidth === 390 ? [] : [390]);
            const told = host.my.getWindowInfo?.().safeArea;
            if (told) expect(safeArea()).toEqual(told);
        },
    );
});
