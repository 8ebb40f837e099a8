import type { AlipayOptions } from '../../options';
import type { EngineSettings } from '../../package';

/** What the packager changes in the engine's settings. Also for `result.settings` of the hosts' early hooks. */
export function editSettings(settings: EngineSettings, { remoteUrl, deviceOrientation }: Pick<AlipayOptions, 'remoteUrl' | 'deviceOrientation'>): EngineSettings {
    const screen = settings['screen'];
    return {
        ...settings,
        assets: { ...settings.assets, server: remoteUrl },
        ...(typeof screen === 'object' && screen !== null ? { screen: { ...screen, orientation: deviceOrientation } } : {}),
    };
}

/** Writes settings as the host wrote them: indented like its text, or in one line. Numbers and order stay. */
export function formatSettings(settings: EngineSettings, like: string): string {
    const indent = /^\{\r?\n([ \t]+)/.exec(like)?.[1];
    return JSON.stringify(settings, null, indent) + (/\n$/.test(like) ? '\n' : '');
}
