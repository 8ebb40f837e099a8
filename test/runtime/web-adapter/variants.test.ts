import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { eachSwitchValue } from '../../../source/platform';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost, createVirtualClock, HostNetwork, type AlipayHost, type FaultKind, type HostSetup, type VirtualClock } from '../../../source/simulator/model';
import { createPng } from '../../e2e/png';
import { adapterParts } from './installed';

/* Every function of `my` that the adapter uses is absent, throws, answers late, answers twice; all the rest must go on. */

/** What a game does, feature by feature. Each says whether it worked; none may hang or end twice. */
type Feature = (window: any, host: AlipayHost, clock: VirtualClock) => unknown; // eslint-disable-line @typescript-eslint/no-explicit-any -- as a game sees it

function request(window: any, url: string): Promise<string> { // eslint-disable-line @typescript-eslint/no-explicit-any -- as a game sees it
    return new Promise((resolve, reject) => {
        const http = new window.XMLHttpRequest();
        let ends = 0;
        http.timeout = 20_000;
        http.onloadend = () => {
            ends += 1;
            // Late enough for a second answer.
            window.setTimeout(() => (ends === 1 ? resolve(`${http.status} ${http.responseText}`) : reject(new Error(`${ends} ends`))), 5000);
        };
        http.open('GET', url);
        http.send();
    });
}

const features: Readonly<Record<string, Feature>> = {
    measures: ({ innerWidth, innerHeight, devicePixelRatio, navigator, __globalAdapter }) => innerWidth > 0 && innerHeight > 0 && devicePixelRatio > 0 && /AlipayMiniGame/.test(navigator.userAgent) && __globalAdapter.getSafeArea().width > 0,
    resize: ({ addEventListener }, { user }) => {
        let told = 0;
        addEventListener('resize', () => { told++; });
        user.resize({ width: 1000, height: 1200 });
        return told === 1;
    },
    visibility: ({ document }, { lifecycle }) => {
        const states: string[] = [];
        document.addEventListener('visibilitychange', () => states.push(document.visibilityState));
        lifecycle.hide();
        lifecycle.show();
        return states.join() === 'hidden,visible';
    },
    errors: ({ addEventListener }, { lifecycle }) => {
        let told = 0;
        addEventListener('error', () => { told++; });
        lifecycle.raiseError(new Error('raised'));
        return told === 1;
    },
    rejections: ({ addEventListener }, { lifecycle }) => {
        let told = 0;
        addEventListener('unhandledrejection', () => { told++; });
        lifecycle.raiseUnhandledRejection(new Error('rejected'));
        return told === 1;
    },
    touch: ({ addEventListener }, { user }) => {
        const log: string[] = [];
        for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) addEventListener(type, () => log.push(type.slice(5)));
        user.touchStart({ id: 0, x: 1, y: 1 });
        user.touchMove({ id: 0, x: 2, y: 2 });
        user.touchEnd(0);
        user.touchStart({ id: 0, x: 1, y: 1 });
        user.touchCancel(0);
        return log.join() === 'start,move,end,start,cancel';
    },
    canvas: ({ document, canvas }) => !!canvas && !!document.createElement('canvas').getContext('2d'),
    image: ({ Image, setTimeout }, _host, clock) => clock.until(new Promise<boolean>((resolve) => {
        const image = new Image();
        let loads = 0;
        image.onload = () => {
            loads++;
            setTimeout(() => resolve(loads === 1), 2000);
        };
        image.onerror = () => resolve(false);
        image.src = 'a.png';
        setTimeout(() => resolve(false), 20_000);
    })),
    font: ({ __globalAdapter }) => typeof __globalAdapter.loadFont('a.ttf') === 'string',
    http: async (window, _host, clock) => await clock.until(request(window, 'https://a.example/x')) === '200 body',
    file: async (window, _host, clock) => await clock.until(request(window, 'a.txt')) === '200 text',
    socket: async ({ WebSocket }, _host, clock) => {
        const socket = new WebSocket('wss://a.example/');
        const log: string[] = [];
        socket.onopen = () => {
            log.push('open');
            socket.send('ping');
        };
        socket.onmessage = ({ data }: { data: string }) => {
            log.push(data);
            socket.close(3000);
        };
        socket.onerror = () => log.push('error');
        socket.onclose = ({ code }: { code: number }) => log.push(`close ${code}`);
        await clock.advance(10_000);
        expect(log.filter((line) => /close/.test(line)).length, 'close events').toBeLessThan(2);
        expect(socket.bufferedAmount).toBeLessThanOrEqual(4);
        return log.join() === 'open,pong,close 3000' && socket.bufferedAmount === 0;
    },
    storage: ({ localStorage }) => {
        localStorage.setItem('k', 'v');
        const kept = localStorage.getItem('k') === 'v' && localStorage.length === 1 && localStorage.key(0) === 'k';
        localStorage.removeItem('k');
        const removed = localStorage.getItem('k') === null;
        localStorage.setItem('k', 'v');
        localStorage.clear();
        return kept && removed && localStorage.getItem('k') === null;
    },
    audio: async ({ Audio }, _host, clock) => {
        const audio = new Audio('a.mp3');
        let ready = 0;
        audio.oncanplaythrough = () => { ready++; };
        await audio.play();
        audio.currentTime = 1;
        audio.pause();
        await clock.advance(10_000);
        return ready === 1 && audio.paused && audio.duration > 0;
    },
    keyboard: async ({ __globalAdapter }, { user }, clock) => {
        const log: string[] = [];
        for (const kind of ['Input', 'Confirm', 'Complete']) __globalAdapter[`onKeyboard${kind}`](({ value }: { value: string }) => log.push(kind + value));
        __globalAdapter.showKeyboard({ defaultValue: 'a' });
        await clock.advance(1000);
        __globalAdapter.updateKeyboard({ value: 'b' });
        await clock.advance(1000);
        const shown = user.keyboard?.value;
        user.typeText('c');
        user.confirm();
        __globalAdapter.showKeyboard({ defaultValue: 'a' });
        await clock.advance(1000);
        __globalAdapter.hideKeyboard();
        await clock.advance(1000);
        for (const kind of ['Input', 'Confirm', 'Complete']) __globalAdapter[`offKeyboard${kind}`]();
        return shown === 'b' && user.keyboard === undefined && log.join() === 'Inputc,Confirmc,Completec,Completea';
    },
};

/** Each function with the features that may fail when it is not as it should be. */
const functions: Readonly<Record<string, readonly (keyof typeof features)[]>> = {
    getSystemInfoSync: ['resize'], getWindowInfo: [], onWindowResize: ['resize'], onShow: ['visibility'], onHide: ['visibility'], onError: ['errors'], onUnhandledRejection: ['rejections'],
    onTouchStart: ['touch'], onTouchMove: ['touch'], onTouchEnd: ['touch'], onTouchCancel: ['touch'],
    createCanvas: ['canvas', 'touch'], createImage: ['image'], loadFont: ['font'], request: ['http'], getFileSystemManager: ['file'],
    'FileSystemManager.readFile': ['file'], connectSocket: ['socket'], 'SocketTask.send': ['socket'], 'SocketTask.close': ['socket'],
    sendSocketMessage: [], closeSocket: [], onSocketOpen: [], onSocketMessage: [], onSocketError: [], onSocketClose: [],
    getStorageSync: ['storage'], setStorageSync: ['storage'], removeStorageSync: ['storage'], clearStorageSync: ['storage'], getStorageInfoSync: ['storage'],
    createInnerAudioContext: ['audio'], 'InnerAudioContext.play': ['audio'], 'InnerAudioContext.pause': ['audio'], 'InnerAudioContext.seek': ['audio'],
    showKeyboard: ['keyboard'], hideKeyboard: ['keyboard'], updateKeyboard: ['keyboard'], onKeyboardInput: ['keyboard'], onKeyboardConfirm: ['keyboard'], onKeyboardComplete: ['keyboard'],
    offKeyboardInput: [], offKeyboardConfirm: [], offKeyboardComplete: [],
};

const faults: Readonly<Record<string, FaultKind>> = { throws: { kind: 'throw' }, late: { kind: 'late', ms: 500 }, twice: { kind: 'twice' }, never: { kind: 'never' } };

beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => { vi.restoreAllMocks(); });

/** Plays all features on one host. @returns the names of those that did not work. */
async function play(api: string, variant: string, setup: HostSetup = {}): Promise<string[]> {
    const network = new HostNetwork({ latencyMs: 5 });
    network.route('https://a.example/', { body: 'body' });
    network.socket('wss://a.example/', (peer) => { peer.onMessage = () => peer.send('pong'); });
    const clock = createVirtualClock();
    const host = createAlipayHost({
        clock, network, without: variant === 'absent' ? [api] : [],
        packageFiles: { 'a.txt': 'text', 'a.png': createPng(2, 2, () => [0, 0, 0, 255]), 'a.mp3': new Uint8Array(100), 'a.ttf': new Uint8Array([0, 1, 0, 0, 0, 0, 0, 0]) },
        onUncaughtError: (error) => { throw error; },
        ...setup,
    });
    const fault = faults[variant];
    if (fault) host.faults.add({ ...fault, api, at: 1, times: Infinity });
    installWebAdapter(host.globals, host.my, adapterParts);
    // A host that is late with a subscription has it by now.
    await clock.advance(1000);
    const failed: string[] = [];
    for (const name of Object.keys(features)) {
        let worked: unknown = false;
        try {
            worked = await features[name]!(host.globals, host, clock);
        } catch (error) {
            // What a feature throws is an error of the standard, not an accident of the adapter.
            if (!/QuotaExceeded|AssertionError/.test((error as Error).name) && !functions[api]?.includes(name)) throw error;
            if ((error as Error).name === 'AssertionError') throw error;
        }
        if (worked !== true) failed.push(name);
    }
    return failed;
}

describe('all goes well when the host does', () => {
    it('every feature works', async () => {
        expect(await play('', '')).toEqual([]);
    });
});

describe('every feature works on every host', () => {
    // Studio brings its own document, touches and images: the tests of those say what is so there.
    it.each(sweptProfiles.filter(([, { system }]) => system !== 'studio'))('profile %s', async (_name, profile) => {
        // Old clients have neither the functions for these nor a substitute.
        const { lacks, switches: { fontPaths } } = profile;
        const missing = [...(lacks.includes('onWindowResize') ? ['resize'] : []), ...(fontPaths === 'user-data' ? ['font'] : []), ...(lacks.includes('updateKeyboard') ? ['keyboard'] : [])];
        expect(await play('', '', { profile })).toEqual(missing);
    });

    it.each(eachSwitchValue())('$name is $value', async ({ switches }) => {
        // A font must be copied first on some hosts: the engine-adapter does.
        expect(await play('', '', { switches })).toEqual(switches.fontPaths === 'user-data' ? ['font'] : []);
    });
});

describe.each(['absent', ...Object.keys(faults)])('a function of my is %s', (variant) => {
    it.each(Object.keys(functions))('%s', async (api) => {
        const failed = await play(api, variant);
        expect(failed.filter((name) => !functions[api]!.includes(name))).toEqual([]);
        // Answering late or twice takes nothing away. Errors and keys are told on as often as the host tells them.
        if (variant === 'late' || variant === 'twice' && !/^on(Error|Unhandled|Keyboard)/.test(api)) expect(failed).toEqual([]);
    });
});
