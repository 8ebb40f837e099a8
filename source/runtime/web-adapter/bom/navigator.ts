import type { SystemInfo } from '../../../platform/my';

/**
 * A `navigator` for a host without one. `AlipayMiniGame` in the user agent is what engines look for to know where
 * they run (platform facts 4.3); no word of another company's container is in it.
 */
export function createNavigator({ platform, system, model, language }: SystemInfo): object {
    const version = system.replace(/[^\d.]/g, '');
    const device = platform === 'iOS' ? `iPhone; CPU iPhone OS ${version.replace(/\./g, '_')} like Mac OS X` : `Linux; Android ${version}; ${model}`;
    return {
        userAgent: `Mozilla/5.0 (${device}) AppleWebKit/537.36 (KHTML, like Gecko) Mobile AlipayMiniGame`,
        appVersion: '5.0', platform, language, languages: [language], onLine: true, maxTouchPoints: 5,
    };
}
