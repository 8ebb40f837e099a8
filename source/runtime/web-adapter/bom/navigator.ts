import type { System } from '../../my/system';

/**
 * A `navigator` for a host without one. `AlipayMiniGame` in the user agent is what engines look for to know where
 * they run (platform facts 4.3); no word of another company's container is in it.
 */
export function createNavigator(system: System): object {
    const { platform, system: version, model, language } = system.info();
    const device = platform === 'iOS'
        ? `iPhone; CPU iPhone OS ${version.replace(/[^\d.]/g, '').replace(/\./g, '_')} like Mac OS X`
        : `Linux; Android ${version.replace(/[^\d.]/g, '')}; ${model}`;
    return {
        userAgent: `Mozilla/5.0 (${device}) AppleWebKit/537.36 (KHTML, like Gecko) Mobile AlipayMiniGame`,
        appCodeName: 'Mozilla',
        appName: 'Netscape',
        appVersion: '5.0',
        platform: platform === 'iOS' ? 'iPhone' : 'Linux armv8l',
        product: 'Gecko',
        vendor: '',
        language,
        languages: [language],
        onLine: true,
        cookieEnabled: false,
        maxTouchPoints: 5,
        hardwareConcurrency: 4,
        webdriver: false,
        vibrate: () => false,
        getGamepads: () => [],
    };
}
