import type { HostProfile } from '../../../platform';
import type { My, MyCanvas, MyImage } from '../../../platform/my';
import type { Bridge } from '../bridge';
import type { FileOperations } from '../files/operations';
import type { HostNetwork } from '../network/network';
import type { HostSetup } from '../setup';
import { adaptCanvas, loseContext } from './context';
import { createImage } from './image';
import { createRecordingCanvas, type RecordingCanvas } from './recording-canvas';
import { appBaseInfoOf, earlyScreenOf, menuButtonOf, systemInfoOf, windowInfoOf, windowSizeOf, type HostScreen } from './screen';
import { createStudioPage, type StudioPage } from './studio-page';

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
    /** Takes the screen's WebGL context away. */
    loseContext(): void;
    /** Present in Studio. */
    page: StudioPage | undefined;
} {
    const { switches } = profile;
    const { language = 'zh-Hans', settlingMs = 300 } = setup;
    const { clock } = bridge.life;
    const startedAt = clock.now();
    const isSettled = (): boolean => clock.now() - startedAt >= settlingMs;
    const toldScreen = (): HostScreen => (isSettled() ? screen() : earlyScreenOf(screen(), switches.earlySystemInfo));
    const makeBareImage = (): MyImage => createImage(bridge, operations, network, setup.imageDecoder);
    const makeBareCanvas = (width: number, height: number, isScreen: boolean): MyCanvas => (
        setup.canvasFactory ? adaptCanvas(setup.canvasFactory(width, height, isScreen), switches) : createRecordingCanvas(width, height, switches)
    );
    const page = profile.system !== 'studio' ? undefined : createStudioPage({
        run: (action) => bridge.life.run(action),
        now: () => bridge.life.clock.now(),
        createImage: makeBareImage,
        createCanvas: () => makeBareCanvas(300, 150, false),
        screen: () => ({ ...windowSizeOf(screen(), profile), pixelRatio: screen().pixelRatio }),
    });
    const makeImage = (): MyImage => (page ? page.adoptImage(makeBareImage()) : makeBareImage());
    const makeCanvas = (width: number, height: number, isScreen: boolean): MyCanvas => {
        const canvas = makeBareCanvas(width, height, isScreen);
        return page ? page.adoptCanvas(canvas, isScreen) : canvas;
    };
    let screenCanvas: MyCanvas | undefined;
    let framesPerSecond = 60;
    let fonts = 0;
    const loadFont = (path: string): string | null => {
        if (switches.fontPaths === 'user-data' && !operations.isUserData(path)) throw new Error(`loadFont: ${path} is not in user data`);
        const source = operations.source(path, 'loadFont');
        if (!source.ok) return null;
        return setup.fontLoader ? setup.fontLoader(source.result.bytes) : `font_${++fonts}`;
    };
    return {
        framesPerSecond: () => framesPerSecond,
        loseContext() {
            if (!screenCanvas) return;
            if (setup.canvasFactory) loseContext(screenCanvas);
            else (screenCanvas as RecordingCanvas).loseContext();
        },
        page,
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
            getSystemInfoSync: () => bridge.callPlain('getSystemInfoSync', 'system', '', () => (
                switches.earlySystemInfo === 'undefined' && !isSettled() ? undefined : systemInfoOf(toldScreen(), profile, language)
            )),
            getSystemInfo: (options) => bridge.call(options, { api: 'getSystemInfo', group: 'system', work: () => ({ ok: true, result: systemInfoOf(toldScreen(), profile, language) }) }),
            getWindowInfo: () => bridge.callPlain('getWindowInfo', 'system', '', () => windowInfoOf(toldScreen(), profile)),
            getAppBaseInfo: () => bridge.callPlain('getAppBaseInfo', 'system', '', () => appBaseInfoOf(profile, language)),
            getSystemSetting: () => bridge.callPlain('getSystemSetting', 'system', '', () => ({ locationEnabled: false, wifiEnabled: true })),
            getMenuButtonBoundingClientRect: () => bridge.callPlain('getMenuButtonBoundingClientRect', 'system', '', () => (
                switches.menuButton === 'zero' || switches.menuButton === 'late' && !isSettled() ? { width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 } : menuButtonOf(screen(), profile)
            )),
        },
    };
}
