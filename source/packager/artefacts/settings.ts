import type { AlipayOptions } from '../../options';
import type { EngineSettings } from '../../package';

/** What the packager changes in the engine's settings. Also for `result.settings` of the hosts' early hooks. */
export function editSettings(settings: EngineSettings, { remoteUrl, deviceOrientation, engineSplash }: Pick<AlipayOptions, 'remoteUrl' | 'deviceOrientation' | 'engineSplash'>): EngineSettings {
    const { screen, splashScreen } = settings;
    return {
        ...settings,
        assets: { ...settings.assets, server: remoteUrl },
        ...(typeof screen === 'object' && screen !== null ? { screen: { ...screen, orientation: deviceOrientation } } : {}),
        ...(engineSplash === 'off' && splashScreen !== undefined ? { splashScreen: noSplash } : {}),
    };
}

/** The engine shows no splash for a time of 0, and needs no pictures for it (engine 3.8.5 cocos/game/splash-screen.ts). */
const noSplash = { totalTime: 0 } as const;

/** Writes settings as the host wrote them: indented like its text, or in one line. Numbers and order stay. */
export function formatSettings(settings: EngineSettings, like: string): string {
    const indent = /^\{\r?\n([ \t]+)/.exec(like)?.[1];
    return JSON.stringify(settings, null, indent) + (/\n$/.test(like) ? '\n' : '');
}
