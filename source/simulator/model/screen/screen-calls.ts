import type { HostProfile } from '../../../platform';
import type { My, MyCanvas } from '../../../platform/my';
import type { Bridge } from '../bridge';
import type { FileOperations } from '../files/operations';
import type { HostNetwork } from '../network/network';
import type { HostSetup } from '../setup';
import { createImage } from './image';
import { createRecordingCanvas } from './recording-canvas';
import { appBaseInfoOf, menuButtonOf, systemInfoOf, windowInfoOf, windowSizeOf, type HostScreen } from './screen';

export interface ScreenCallsSetup {
    readonly bridge: Bridge;
    readonly profile: HostProfile;
    readonly setup: HostSetup;
    readonly operations: FileOperations;
    readonly network: HostNetwork;
    readonly screen: () => HostScreen;
}

type ScreenCalls = Required<Pick<My,
    'createCanvas' | 'createImage' | 'loadFont' | 'setPreferredFramesPerSecond' | 'getSystemInfoSync' | 'getSystemInfo'
    | 'getWindowInfo' | 'getAppBaseInfo' | 'getSystemSetting' | 'getMenuButtonBoundingClientRect'>>;

/** Canvas, images, fonts, and what the game may ask about the screen (platform facts 3.2, 3.3). */
export function createScreenCalls({ bridge, profile, setup, operations, network, screen }: ScreenCallsSetup): {
    calls: ScreenCalls;
    framesPerSecond: () => number;
    resizeScreen: () => void;
} {
    let screenCanvas: MyCanvas | undefined;
    let framesPerSecond = 60;
    let fonts = 0;
    const makeCanvas = (width: number, height: number, isScreen: boolean): MyCanvas => (
        setup.canvasFactory ? setup.canvasFactory(width, height, isScreen) : createRecordingCanvas(width, height, profile.switches.webgl2)
    );
    return {
        framesPerSecond: () => framesPerSecond,
        // The game sizes its canvas itself; the host only tells it (onWindowResize).
        resizeScreen: () => {},
        calls: {
            // The first canvas is the screen (platform facts 3.1).
            createCanvas: () => bridge.callPlain('createCanvas', 'canvas', '', () => {
                if (screenCanvas) return makeCanvas(300, 150, false);
                const { windowWidth, windowHeight } = windowSizeOf(screen(), profile);
                screenCanvas = makeCanvas(windowWidth, windowHeight, true);
                return screenCanvas;
            }),
            createImage: () => bridge.callPlain('createImage', 'canvas', '', () => createImage(bridge, operations, network, setup.imageDecoder)),
            loadFont: (path) => bridge.callPlain('loadFont', 'canvas', path, () => (operations.source(path).ok ? `font_${++fonts}` : null)),
            setPreferredFramesPerSecond: (value) => bridge.callPlain('setPreferredFramesPerSecond', 'canvas', String(value), () => {
                if (value > 0) framesPerSecond = Math.min(60, value);
            }),
            getSystemInfoSync: () => bridge.callPlain('getSystemInfoSync', 'system', '', () => systemInfoOf(screen(), profile)),
            getSystemInfo: (options) => bridge.call(options, { api: 'getSystemInfo', group: 'system', work: () => ({ ok: true, result: systemInfoOf(screen(), profile) }) }),
            getWindowInfo: () => bridge.callPlain('getWindowInfo', 'system', '', () => windowInfoOf(screen(), profile)),
            getAppBaseInfo: () => bridge.callPlain('getAppBaseInfo', 'system', '', () => appBaseInfoOf(profile)),
            getSystemSetting: () => bridge.callPlain('getSystemSetting', 'system', '', () => ({ locationEnabled: false, wifiEnabled: true })),
            getMenuButtonBoundingClientRect: () => bridge.callPlain('getMenuButtonBoundingClientRect', 'system', '', () => menuButtonOf(screen(), profile)),
        },
    };
}
