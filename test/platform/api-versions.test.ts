import { describe, expect, it } from 'vitest';
import { apisMissingOn, apiVersions, deviceGlobals, isOlder, profileNames, profiles } from '../../source/platform';

describe('API versions', () => {
    it('compares versions by number, not by text', () => {
        expect(isOlder('2.1.9', '2.1.15')).toBe(true);
        expect(isOlder('10.3.70', '10.3.70')).toBe(false);
        expect(isOlder('10.5', '10.5.0.1')).toBe(true);
        expect(isOlder('10.6', '10.5.30')).toBe(false);
    });

    it('names a source for every row, and each API once', () => {
        for (const { source } of apiVersions) expect(source).toMatch(/platform facts \d/);
        expect(new Set(apiVersions.map(({ api }) => api)).size).toBe(apiVersions.length);
    });

    it('lacks by the client or the base library, whichever the document names', () => {
        expect(apisMissingOn('10.7.5', '2.9.0')).toEqual(['global:MYWebAssembly']);
        expect(apisMissingOn('10.7.90', '2.1.30')).toEqual(['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting', 'env.clientEnv']);
        expect(apisMissingOn('10.7.90', '2.9.40')).toEqual([]);
    });
});

describe('profiles', () => {
    it.each(profileNames)('%s: what it lacks is what its versions say', (name) => {
        const profile = profiles[name];
        expect(profile.name).toBe(name);
        expect(profile.lacks).toEqual(apisMissingOn(profile.clientVersion, profile.baseLibrary));
    });

    it('platform facts 3.1: a device has timers, frames and window, and nothing else of a browser', () => {
        expect(deviceGlobals).toContain('requestAnimationFrame');
        for (const name of ['document', 'navigator', 'location', 'XMLHttpRequest', 'WebSocket', 'TextDecoder', 'crypto', 'queueMicrotask']) {
            expect(deviceGlobals).not.toContain(name);
        }
    });
});
