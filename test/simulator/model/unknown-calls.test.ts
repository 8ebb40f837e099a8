import { describe, expect, it } from 'vitest';
import { apiVersions, myNameGroups, myNames, profileNames, type MyFailure } from '../../../source/platform';
import { createTestHost, type TestHost } from './answers';

type Loose = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const looseMy = (host: TestHost): Loose => host.my as unknown as Loose;

/** Every function and value of `my`, those of its objects with a dot. */
function membersOf(my: object): string[] {
    return Object.entries(my).flatMap(([name, value]) => (
        ['ap', 'gameBiz'].includes(name) ? Object.keys(value as object).map((member) => `${name}.${member}`) : [name]
    ));
}

describe('the names of the game API', () => {
    it('stand each in one row, which has a source and says how sure it is', () => {
        expect(new Set(myNames).size).toBe(myNames.length);
        for (const { source, confidence } of myNameGroups) expect([source.length > 20, ['H', 'M', 'L'].includes(confidence)]).toEqual([true, true]);
        expect(myNames).not.toContain('offError');
    });

    it('are what the model has and no more: each is there on a client that lacks nothing', () => {
        const names = membersOf(createTestHost().my);
        expect(names.filter((name) => !myNames.includes(name))).toEqual([]);
        // A game assigns it.
        expect(myNames.filter((name) => !names.includes(name))).toEqual(['onShareAppMessage']);
    });

    it.each(profileNames)('%s has all of them but what it lacks', (profile) => {
        const host = createTestHost({ profile });
        const names = membersOf(host.my);
        expect(myNames.filter((name) => !names.includes(name) && name !== 'onShareAppMessage')).toEqual(myNames.filter((name) => host.profile.lacks.includes(name)));
    });

    it('has every API whose version is known', () => {
        for (const { api } of apiVersions) if (!/[.:]/.test(api)) expect(myNames).toContain(api);
    });
});

describe('a call that the model does not act out', () => {
    const all = ['tradePay', 'getSetting', 'authorize', 'reportAnalytics', 'getOpenUserInfo', 'showModal', 'ap.openURL'];

    it.each(all)('my.%s answers a failure that says so, through its callbacks, and is told of', async (name) => {
        const told: string[] = [];
        const host = createTestHost({ onUnknownCall: (called) => told.push(called) });
        const [owner, member] = name.includes('.') ? [(host.my as unknown as { ap: Loose }).ap, 'openURL'] : [looseMy(host), name];
        const answers: unknown[] = [];
        owner[member]!({ success: () => answers.push('success'), fail: (failure: MyFailure) => answers.push(failure), complete: () => answers.push('complete') });
        expect(answers).toEqual([]);
        await host.clock.advance(0);
        expect(answers).toEqual([{ error: 3, errorMessage: `my.${name} is unknown to the preview, which cannot say what a phone answers` }, 'complete']);
        expect(told).toEqual([name]);
        expect(host.calls.records[0]).toMatchObject({ api: name, outcome: 'fail' });
    });

    it('is not told of by a look, nor by a copy as the engine makes one', () => {
        const told: string[] = [];
        const host = createTestHost({ onUnknownCall: (called) => told.push(called) });
        const copy: Record<string, unknown> = {};
        for (const name in host.my) copy[name] = looseMy(host)[name];
        expect(typeof copy['tradePay']).toBe('function');
        expect(typeof looseMy(host)['createInterstitialAd']).toBe('function');
        expect(told).toEqual([]);
    });

    it('answers at once, registers nothing, or gives an object that never does anything, as its name has it', async () => {
        const host = createTestHost({ onUncaughtError: (error) => { throw error; } });
        const my = looseMy(host);
        expect(my['getBatteryInfoSync']!()).toMatchObject({ error: 3 });
        expect(my['arrayBufferToBase64']!(new ArrayBuffer(1))).toMatchObject({ error: 3 });
        expect(my['onUserCaptureScreen']!(() => { throw new Error('told'); })).toBeUndefined();
        expect(my['reportAnalytics']!('event', {})).toBeUndefined();
        const ad = my['createInterstitialAd']!({ adUnitId: 'a' }) as Record<string, (...args: unknown[]) => Promise<void>>;
        ad['onLoad']!(() => { throw new Error('loaded'); });
        let answered = false;
        ad['show']!().then(() => { answered = true; }, () => { answered = true; });
        await host.clock.advance(10_000);
        expect(answered).toBe(false);
        expect(await Promise.race([ad, Promise.resolve('later')])).toBe(ad);
    });

    it('goes wrong as planned, like any other', async () => {
        const host = createTestHost();
        host.faults.add({ api: 'tradePay', kind: 'never', at: 1 });
        let answered = false;
        looseMy(host)['tradePay']!({ complete: () => { answered = true; } });
        await host.clock.advance(60_000);
        expect(answered).toBe(false);
    });
});

describe('mocks', () => {
    it('answer in the place of what is not acted out, and of what is', async () => {
        const told: string[] = [];
        const host = createTestHost({
            mocks: {
                getSetting: { success: { authSetting: { location: true } } },
                getAuthCode: { fail: { error: 11, errorMessage: 'the user said no' } },
                'ap.openURL': { success: {} },
                getChannelCode: { returns: 'channel-1' },
            },
            onUnknownCall: (name) => told.push(name),
        });
        const answers: unknown[] = [];
        const note = { success: (result: unknown) => answers.push(result), fail: (failure: unknown) => answers.push(failure) };
        looseMy(host)['getSetting']!(note);
        host.my.getAuthCode?.({ scopes: 'auth_base', ...note });
        (host.my as unknown as { ap: Loose }).ap['openURL']!({ url: 'alipays://x', ...note });
        await host.clock.advance(0);
        expect(answers).toEqual([{ authSetting: { location: true } }, { error: 11, errorMessage: 'the user said no' }, {}]);
        expect(looseMy(host)['getChannelCode']!()).toBe('channel-1');
        expect(told).toEqual([]);
        expect(host.calls.count('getSetting')).toBe(1);
    });

    it('give no client what it lacks', () => {
        const host = createTestHost({ profile: 'client-10.3.70', mocks: { getWindowInfo: { returns: {} } } });
        expect('getWindowInfo' in host.my).toBe(false);
    });
});
