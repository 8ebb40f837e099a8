import type { HostProfile } from '../../../platform';
import type { My, MyCanvas, MyImage } from '../../../platform/my';
import type { Bridge } from '../bridge';
import type { FileOperations } from '../files/operations';
import { isUserData } from '../disk';
import type { HostSetup } from '../setup';
import { appBaseInfoOf, menuButtonOf, systemInfoOf, windowInfoOf, windowSizeOf, type HostScreen } from './screen';

export interface ScreenCallsSetup {
    readonly bridge: Bridge;
    readonly profile: HostProfile;
    readonly setup: HostSetup;
    readonly operations: FileOperations;
    readonly makeCanvas: (width: number, height: number, isScreen: boolean) => MyCanvas;
    readonly makeImage: () => MyImage;
    readonly screen: () => HostScreen;
}

type ScreenCalls = Required<Pick<My,
    'createCanvas' | 'createImage' | 'loadFont' | 'setPreferredFramesPerSecond' | 'getSystemInfoSync' | 'getSystemInfo'
    | 'getWindowInfo' | 'getAppBaseInfo' | 'getSystemSetting' | 'getMenuButtonBoundingClientRect'>>;

/** Canvas, images, fonts, and what the game may ask about the screen (platform facts 3.2, 3.3). */
export function createScreenCalls({ bridge, profile, setup, operations, makeCanvas, makeImage, screen }: ScreenCallsSetup): {
    calls: ScreenCalls;
    framesPerSecond: () => number;
} {
    let screenCanvas: MyCanvas | undefined;
    let framesPerSecond = 60;
    let fonts = 0;
    const loadFont = (path: string): string | null => {
        if (profile.switches.fontPaths === 'user-data' && !isUserData(path)) throw new Error(`loadFont: ${path} is not in user data`);
        const source = operations.source(path);
        if (!source.ok) return null;
        return setup.fontLoader ? setup.fontLoader(source.result.bytes) : `font_${++fonts}`;
    };
    return {
        framesPerSecond: () => framesPerSecond,
        calls: {
            // The first canvas is the screen (platform facts 3.1).
            createCanvas: () => bridge.callPlain('createCanvas', 'canvas', '', () => {
                if (screenCanvas) return makeCanvas(300, 150, false);
                const { windowWidth, windowHeight } = windowSizeOf(screen(), profile);
                screenCanvas = makeCanvas(windowWidth, windowHeight, true);
                return screenCanvas;
            }),
            createImage: () => bridge.callPlain('createImage', 'canvas', '', makeImage),
            loadFont: (path) => bridge.callPlain('loadFont', 'canvas', path, () => loadFont(path)),
            setPreferredFramesPerSecond: (value) => bridge.callPlain('setPreferredFramesPerSecond', 'canvas', String(value), () => {
                if (value > 0) framesPerSecond = Math.min(60, value);
            }),
            getSystemInfoSync: () => bridge.callPlain('getSystemInfoSync', 'system', '', () => systemInfoOf(screen(), profile)),
            getSystemInfo: (options) => bridge.call(options, { api: 'getSystemInfo', group: 'system', work: () => ({ ok: true, result: systemInfoOf(screen(), profile) }) }),
            getWindowInfo: () => bridge.callPlain('getWindowInfo', 'system', '', () => windowInfoOf(screen(), profile)),
            getAppBaseInfo: () => bridge.callPlain('getAppBaseInfo', 'system', '', () => appBaseInfoOf(profile)),
            getSystemSetting: () => bridge.callPlain('getSystemSetting', 'system', '', () => ({ locationEnabled: false, wifiEnabled: true })),
            getMenuButtonBoundingClientRect: () => bridge.callPlain('getMenuButtonBoundingClientRect', 'system', '', () => (
                profile.switches.menuButton === 'zero' ? { width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 } : menuButtonOf(screen(), profile)
            )),
        },
    };
}
