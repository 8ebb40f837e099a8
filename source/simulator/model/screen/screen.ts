import type { HostProfile, HostSwitches } from '../../../platform';
import type { AppBaseInfo, MenuButtonRect, SafeArea, SystemInfo, WindowInfo } from '../../../platform/my';

/** A phone's screen as it is held upright, in logical pixels. */
export interface HostScreen {
    readonly width: number;
    readonly height: number;
    readonly pixelRatio: number;
    readonly statusBarHeight: number;
    /** Of the portrait direction. */
    readonly safeArea: SafeArea;
    /** How the game is shown: from game.json. */
    readonly orientation: 'portrait' | 'landscape';
    /** The host gives `safeArea` in the system information too: not in the game typings, seen on hosts of the same family. */
    readonly safeAreaInSystemInfo?: boolean;
}

export const defaultScreen: HostScreen = {
    width: 390,
    height: 844,
    pixelRatio: 3,
    statusBarHeight: 47,
    safeArea: { left: 0, top: 47, right: 390, bottom: 810, width: 390, height: 763 },
    orientation: 'portrait',
};

/** The window's size as the game sees it. */
export function windowSizeOf(screen: HostScreen, profile: HostProfile): { windowWidth: number; windowHeight: number } {
    const turned = screen.orientation === 'landscape' && profile.switches.landscapeSizes === 'turned';
    return turned ? { windowWidth: screen.height, windowHeight: screen.width } : { windowWidth: screen.width, windowHeight: screen.height };
}

/** What every description of the device says of sizes. */
function sizesOf(screen: HostScreen, profile: HostProfile): Pick<SystemInfo & WindowInfo, 'pixelRatio' | 'screenWidth' | 'screenHeight' | 'windowWidth' | 'windowHeight'> {
    const { windowWidth, windowHeight } = windowSizeOf(screen, profile);
    return { pixelRatio: screen.pixelRatio, screenWidth: windowWidth, screenHeight: windowHeight, windowWidth, windowHeight };
}

/** The screen as a host describes it that does not know it yet. */
export function earlyScreenOf(screen: HostScreen, earlySystemInfo: HostSwitches['earlySystemInfo']): HostScreen {
    const { width, height } = screen;
    if (earlySystemInfo === 'swapped') return { ...screen, width: height, height: width };
    if (earlySystemInfo !== 'zero') return screen;
    return { ...screen, width: 0, height: 0, safeArea: { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 } };
}

/** Platform facts 3.3: usually no safe area here. */
export function systemInfoOf(screen: HostScreen, profile: HostProfile, language: string): SystemInfo & Partial<Pick<WindowInfo, 'safeArea'>> {
    return {
        ...screen.safeAreaInSystemInfo ? { safeArea: { ...screen.safeArea } } : {},
        ...sizesOf(screen, profile),
        model: profile.model,
        system: profile.systemVersion,
        platform: profile.system === 'ios' ? profile.switches.iosPlatform : 'Android',
        language,
        version: profile.clientVersion,
    };
}

/** Platform facts 3.3: the safe area is that of the portrait direction. */
export function windowInfoOf(screen: HostScreen, profile: HostProfile): WindowInfo {
    return {
        ...sizesOf(screen, profile),
        statusBarHeight: screen.statusBarHeight,
        screenTop: 0,
        safeArea: { ...screen.safeArea },
    };
}

export function appBaseInfoOf(profile: HostProfile, language: string): AppBaseInfo {
    return { SDKVersion: profile.baseLibrary, language, version: profile.clientVersion };
}

export function menuButtonOf(screen: HostScreen, profile: HostProfile): MenuButtonRect {
    const { windowWidth } = windowSizeOf(screen, profile);
    const width = 87;
    const height = 32;
    const top = screen.statusBarHeight + 6;
    const right = windowWidth - 7;
    return { width, height, top, right, bottom: top + height, left: right - width };
}
