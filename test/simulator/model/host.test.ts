import { describe, expect, it } from 'vitest';
import { deviceGlobals, profileNames, profiles } from '../../../source/platform';
import { createAlipayHost } from '../../../source/simulator/model';
import { ask, createTestHost, type TestHost } from './answers';

const write = (host: TestHost, name: string): void => host.my.getFileSystemManager().writeFile({ filePath: `/usr/data/${name}`, data: name });

describe('kill and restart', () => {
    it('what was on disk at the kill is what the next start sees', async () => {
        const host = createTestHost({ latencyMs: 10 });
        write(host, 'before');
        await host.clock.advance(10);
        write(host, 'under way');
        await host.clock.advance(5);
        const next = host.restart() as TestHost;
        await next.clock.advance(1000);
        expect(next.my.getFileSystemManager().readdirSync('/usr/data')).toEqual({ files: ['before'] });
        expect(next.disk).toBe(host.disk);
    });

    it('nothing of the dead host runs, is answered or writes', async () => {
        const host = createTestHost({ latencyMs: 1 });
        host.network.serve('https://cdn.example/', { a: 'a' });
        const heard: string[] = [];
        const { setTimeout, setInterval, requestAnimationFrame } = host.globals as { setTimeout: typeof globalThis.setTimeout; setInterval: typeof globalThis.setInterval; requestAnimationFrame(callback: () => void): void };
        setTimeout(() => heard.push('timer'), 5);
        setInterval(() => heard.push('interval'), 5);
        requestAnimationFrame(() => heard.push('frame'));
        host.my.onHide(() => heard.push('hide'));
        host.my.onTouchStart(() => heard.push('touch'));
        host.my.onNetworkStatusChange?.(() => heard.push('network'));
        host.my.downloadFile({ url: 'https://cdn.example/a', filePath: '/usr/data/a', complete: () => heard.push('download') });
        const image = host.my.createImage();
        image.onerror = () => heard.push('image');
        image.src = 'missing.png';
        host.kill();
        write(host, 'after');
        expect(host.my.getSystemInfoSync()).toBeDefined();
        expect(host.my.setStorageSync({ key: 'a', data: 1 })).toMatchObject({ error: 3 });
        host.lifecycle.hide();
        host.user.tap(1, 1);
        host.network.change({ online: false });
        await host.clock.advance(1000);
        expect(heard).toEqual([]);
        expect(host.disk.list()).toEqual([]);
        expect(host.disk.storage.size).toBe(0);
        expect(host.clock.pending).toBe(0);
    });

    it('a file manager kept from before the kill writes nothing either', async () => {
        const host = createTestHost();
        const fs = host.my.getFileSystemManager();
        host.kill();
        fs.writeFile({ filePath: '/usr/data/a', data: 'x' });
        expect(fs.writeFileSync('/usr/data/b', 'x')).toMatchObject({ error: 3 });
        await host.clock.advance(100);
        expect(host.disk.list()).toEqual([]);
    });

    it('restarts with other settings, a fresh call log and no faults', () => {
        const host = createTestHost({ quotaBytes: 10 });
        host.faults.add({ kind: 'fail', at: 1, times: Infinity });
        const next = host.restart({ quotaBytes: 20, profile: 'ios' });
        expect(next.my.getSystemInfoSync()?.platform).toBe('iPhone OS');
        expect(next.my.getFileSystemManager().writeFileSync('/usr/data/a', 'x'.repeat(15))).not.toHaveProperty('error');
        expect([host.alive, next.alive, next.calls.count()]).toEqual([false, true, 3]);
    });

    it('the system and the player may empty the folders', async () => {
        const host = createTestHost();
        host.disk.write('/usr/data/a', 'a');
        host.disk.write('/tmp/alipay/b', 'b');
        host.my.setStorageSync({ key: 'k', data: 1 });
        host.lifecycle.purgeTempFiles();
        expect([host.disk.list().length, host.disk.list('/tmp/alipay').length]).toEqual([1, 0]);
        host.lifecycle.purgeUserFiles();
        expect([host.disk.list().length, host.disk.usedBytes, host.disk.storage.size]).toEqual([0, 0, 1]);
    });
});

describe('life cycle (platform facts 3.9)', () => {
    it('onShow brings query and referrerInfo, onHide nothing; off* removes', () => {
        const host = createTestHost({ launch: { query: { room: '7' }, referrerInfo: {} } });
        const heard: unknown[] = [];
        const show = (options: unknown): void => { heard.push(options); };
        host.my.onShow(show);
        host.my.onHide(() => heard.push('hide'));
        host.lifecycle.hide();
        host.lifecycle.show();
        host.my.offShow?.(show);
        host.lifecycle.show();
        expect(heard).toEqual(['hide', { query: { room: '7' }, referrerInfo: {} }]);
        expect(host.my.getLaunchOptionsSync?.().query).toEqual({ room: '7' });
        expect(host.my.getEnterOptionsSync?.().query).toEqual({ room: '7' });
    });

    it('a memory warning has its level on Android only', () => {
        for (const [profile, expected] of [['android', { level: 10 }], ['ios', {}]] as const) {
            const host = createTestHost({ profile });
            const heard: unknown[] = [];
            host.my.onMemoryWarning?.((warning) => heard.push(warning));
            host.lifecycle.memoryWarning(10);
            expect(heard).toEqual([expected]);
        }
    });

    it('onError hears message and stack of what a callback throws; there is no offError', async () => {
        const host = createTestHost();
        const heard: [string, string | undefined][] = [];
        host.my.onError?.((message, stack) => heard.push([message, stack]));
        host.my.getFileSystemManager().access({ path: 'a', fail: () => { throw new Error('broken'); } });
        await host.clock.advance(0);
        expect(heard[0]?.[0]).toBe('broken');
        expect(heard[0]?.[1]).toContain('host.test.ts');
        expect('offError' in host.my).toBe(false);
    });

    it('without a listener an error goes on to whoever let time pass, or to the setup', async () => {
        const host = createTestHost();
        (host.globals['setTimeout'] as typeof setTimeout)(() => { throw new Error('broken'); }, 1);
        await expect(host.clock.advance(1)).rejects.toThrow('broken');
        const errors: unknown[] = [];
        const other = createTestHost({ onUncaughtError: (error) => errors.push(error) });
        (other.globals['setTimeout'] as typeof setTimeout)(() => { throw new Error('broken'); }, 1);
        await other.clock.advance(1);
        expect(errors).toHaveLength(1);
    });

    it('an error in one listener does not keep the event from the others', async () => {
        const host = createTestHost();
        let heard = 0;
        host.my.onHide(() => { throw new Error('broken'); });
        host.my.onHide(() => heard++);
        host.lifecycle.hide();
        expect(heard).toBe(1);
        await expect(host.clock.advance(0)).rejects.toThrow('broken');
    });

    it('onUnhandledRejection, and its off', () => {
        const host = createTestHost();
        const heard: unknown[] = [];
        host.my.onUnhandledRejection?.(({ reason }) => heard.push(reason));
        host.lifecycle.raiseUnhandledRejection('why');
        host.my.offUnhandledRejection?.();
        host.lifecycle.raiseUnhandledRejection('again');
        expect(heard).toEqual(['why']);
        expect(host.lifecycle.raiseError(new Error('nobody listens'))).toBe(false);
    });

    it('the update manager finds no update', async () => {
        const host = createTestHost();
        const heard: unknown[] = [];
        host.my.getUpdateManager?.().onCheckForUpdate((answer) => heard.push(answer));
        await host.clock.advance(0);
        expect(heard).toEqual([{ hasUpdate: false }]);
    });
});

describe('the rest of 3.9', () => {
    it('the clipboard is setClipboard and getClipboard', async () => {
        const host = createTestHost();
        await ask(host, (callbacks) => host.my.setClipboard?.({ text: 'copied', ...callbacks }));
        expect(await ask(host, (callbacks) => host.my.getClipboard?.({ ...callbacks }))).toEqual({ text: 'copied' });
        expect('setClipboardData' in host.my).toBe(false);
    });

    it('dialogs, vibration, sharing, login and payment answer', async () => {
        const host = createTestHost();
        const { my } = host;
        expect(await ask(host, (callbacks) => my.confirm?.({ content: '?', ...callbacks }))).toEqual({ confirm: true });
        expect(await ask(host, (callbacks) => my.getAuthCode?.({ scopes: 'auth_base', ...callbacks }))).toHaveProperty('authCode');
        for (const name of ['alert', 'showToast', 'hideToast', 'showLoading', 'hideLoading', 'vibrate', 'vibrateShort', 'vibrateLong', 'showSharePanel', 'requestGamePayment', 'exitMiniProgram'] as const) {
            await ask(host, (callbacks) => my[name]?.({ ...callbacks }));
        }
        my.triggerGC?.();
        expect(host.calls.count('vibrateLong')).toBe(1);
    });

    it('sharing is a property that the game assigns', () => {
        const { my } = createTestHost();
        my.onShareAppMessage = () => ({ title: 'Play', path: '' });
        expect(my.onShareAppMessage().title).toBe('Play');
    });

    it('a rewarded advertisement is watched to its end', async () => {
        const host = createTestHost();
        const heard: unknown[] = [];
        const ad = host.my.createRewardedAd?.({ adUnitId: '1' });
        ad?.onLoad(() => heard.push('load'));
        ad?.onClose((close) => heard.push(close));
        void ad?.load();
        await host.clock.advance(0);
        void ad?.show();
        await host.clock.advance(0);
        expect(heard).toEqual(['load', { isEnded: true }]);
    });
});

describe('globals (platform facts 3.1)', () => {
    it.each(profileNames)('%s: exactly those the profile names', (profile) => {
        const { globals } = createAlipayHost({ profile });
        const expected = [...deviceGlobals, ...profiles[profile].browserGlobals];
        expect(Object.keys(globals).sort()).toEqual([...expected].sort());
        expect(globals['window']).toBe(globals);
    });

    it('timers take arguments, repeat, and stop', async () => {
        const host = createTestHost();
        const { setTimeout, clearTimeout, setInterval, clearInterval, performance } = host.globals as {
            setTimeout(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number; clearTimeout(id: number): void;
            setInterval(callback: () => void, ms: number): number; clearInterval(id: number): void; performance: { now(): number };
        };
        const heard: unknown[] = [];
        setTimeout((...args) => heard.push(args, performance.now()), 10, 'a', 1);
        clearTimeout(setTimeout(() => heard.push('cleared'), 10));
        const interval = setInterval(() => {
            heard.push('tick');
            if (heard.length >= 5) clearInterval(interval);
        }, 20);
        await host.clock.advance(1000);
        expect(heard).toEqual([['a', 1], 10, 'tick', 'tick', 'tick']);
    });

    it('on a virtual clock Date agrees with the timers', async () => {
        const host = createTestHost();
        const VirtualDate = host.globals['Date'] as DateConstructor;
        const before = VirtualDate.now();
        await host.clock.advance(5000);
        expect(VirtualDate.now() - before).toBe(5000);
        expect(new VirtualDate().getTime()).toBe(VirtualDate.now());
        expect(new VirtualDate(0).getTime()).toBe(0);
        expect(new VirtualDate() instanceof Date).toBe(true);
    });

    it('2.8: MYWebAssembly takes a path of the package, where the host has it', async () => {
        const wasm = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 6, 1, 4, 0, 65, 7, 11]);
        const { globals } = createAlipayHost({ switches: { myWebAssembly: true }, packageFiles: { 'a.wasm': wasm } });
        const { instantiate } = globals['MYWebAssembly'] as { instantiate(path: string): Promise<{ instance: { exports: { f(): number } } }> };
        expect((await instantiate('a.wasm')).instance.exports.f()).toBe(7);
        await expect(instantiate('missing.wasm')).rejects.toThrow('missing.wasm');
        expect('MYWebAssembly' in createAlipayHost().globals).toBe(false);
    });

    it('10 minutes of frames and timers pass in a moment', async () => {
        const host = createTestHost();
        const { setInterval, requestAnimationFrame } = host.globals as { setInterval(callback: () => void, ms: number): number; requestAnimationFrame(callback: () => void): void };
        let seconds = 0;
        let frames = 0;
        const draw = (): void => {
            frames++;
            requestAnimationFrame(draw);
        };
        draw();
        setInterval(() => seconds++, 1000);
        await host.clock.advance(600_000);
        expect([seconds, Math.round(frames / 60)]).toEqual([600, 600]);
    });
});

describe('my', () => {
    it('its methods are own and enumerable: the engine clones them (runtime contract 2)', () => {
        const clone: Record<string, unknown> = {};
        const { my } = createTestHost();
        for (const name in my) clone[name] = (my as unknown as Record<string, unknown>)[name];
        for (const name of ['getFileSystemManager', 'createCanvas', 'request', 'onTouchStart', 'setStorageSync']) expect(typeof clone[name]).toBe('function');
    });

    it('client-10.3.70 lacks what came later (platform facts 2.4)', () => {
        const { my } = createTestHost({ profile: 'client-10.3.70' });
        for (const name of ['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting']) expect(name in my).toBe(false);
        expect(my.env).toEqual({ USER_DATA_PATH: '/usr/data' });
        expect(typeof my.loadSubpackage).toBe('function');
    });

    it('any member can be taken away', () => {
        const { my } = createTestHost({ without: ['createInnerAudioContext', 'FileSystemManager.copyFile', 'env.clientEnv'] });
        expect('createInnerAudioContext' in my).toBe(false);
        expect('copyFile' in my.getFileSystemManager()).toBe(false);
        expect('clientEnv' in my.env).toBe(false);
    });

    it('WeChat\'s and Taobao\'s names are not there', () => {
        const { my } = createTestHost();
        for (const name of ['createOffscreenCanvas', 'getSharedCanvas', 'getOpenDataContext', 'onMessage', 'onDeviceOrientationChange']) expect(name in my).toBe(false);
    });
});

describe('every event of the host', () => {
    const events: readonly [string, (host: TestHost) => void][] = [
        ['Show', (host) => host.lifecycle.show()],
        ['Hide', (host) => host.lifecycle.hide()],
        ['MemoryWarning', (host) => host.lifecycle.memoryWarning(5)],
        ['UnhandledRejection', (host) => host.lifecycle.raiseUnhandledRejection('x')],
        ['WindowResize', (host) => host.user.rotate('landscape')],
        ['NetworkStatusChange', (host) => host.network.change({ kind: '4G' })],
        ['AccelerometerChange', (host) => host.user.accelerate(0, 0, 1)],
        ['TouchStart', (host) => host.user.touchStart({ id: 0, x: 0, y: 0 })],
        ['TouchMove', (host) => {
            host.user.touchStart({ id: 0, x: 0, y: 0 });
            host.user.touchMove({ id: 0, x: 1, y: 1 });
        }],
        ['TouchEnd', (host) => host.user.tap(0, 0)],
        ['TouchCancel', (host) => {
            host.user.touchStart({ id: 0, x: 0, y: 0 });
            host.user.touchCancel(0);
        }],
        ['KeyboardInput', (host) => host.user.typeText('a')],
        ['KeyboardConfirm', (host) => host.user.confirm()],
        ['KeyboardComplete', (host) => host.user.dismiss()],
    ];

    it.each(events)('on%s reaches each listener in order, off%s removes one', async (name, raise) => {
        const host = createTestHost();
        const calls = host.my as unknown as Record<string, (listener: () => void) => void>;
        host.my.showKeyboard?.({ confirmHold: true });
        await host.clock.advance(0);
        const heard: string[] = [];
        const first = (): void => { heard.push('first'); };
        calls[`on${name}`]!(first);
        calls[`on${name}`]!(() => heard.push('second'));
        raise(host);
        calls[`off${name}`]!(first);
        host.my.showKeyboard?.({ confirmHold: true });
        await host.clock.advance(0);
        raise(host);
        expect(heard).toEqual(['first', 'second', 'second']);
    });
});

describe('the log of calls', () => {
    it('has name, target, bytes, time and outcome of each', async () => {
        const host = createTestHost({ latencyMs: 2, packageFiles: { 'a.txt': 'four' } });
        const ended: string[] = [];
        host.calls.subscribe(({ api, outcome }) => ended.push(`${api} ${outcome}`));
        const fs = host.my.getFileSystemManager();
        fs.readFile({ filePath: 'a.txt' });
        fs.readFile({ filePath: 'b.txt' });
        await host.clock.advance(5);
        expect(host.calls.records.slice(1)).toMatchObject([
            { api: 'FileSystemManager.readFile', group: 'files', sync: false, target: 'a.txt', bytes: 4, startedAt: 0, endedAt: 2, outcome: 'success' },
            { target: 'b.txt', outcome: 'fail', error: 10022 },
        ]);
        expect(ended).toEqual(['getFileSystemManager success', 'FileSystemManager.readFile success', 'FileSystemManager.readFile fail']);
    });

    it('counts by API and by group, beyond the records it keeps', () => {
        const host = createTestHost();
        host.calls.limit = 10;
        for (let index = 0; index < 40; index++) host.my.getSystemInfoSync();
        host.my.getFileSystemManager().accessSync('a');
        expect(host.calls.count('getSystemInfoSync')).toBe(40);
        expect([host.calls.countGroup('files', true), host.calls.countGroup('files', false), host.calls.countGroup('files')]).toEqual([1, 0, 1]);
        expect(host.calls.records.length).toBeLessThan(20);
        host.calls.clear();
        expect(host.calls.count()).toBe(0);
    });
});
