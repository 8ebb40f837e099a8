import { describe, expect, it, vi } from 'vitest';
import { limits, profileNames, profileOfProbe, profiles, switchNames, switchValues, usualSwitches, type HostProfile, type HostSwitches, type SwitchName } from '../../../source/platform';
import { readTouches } from '../../../source/demo/probe/questions/touches';
import { questions } from '../../../source/demo/probe/questions';
import type { SeenTouch } from '../../../source/demo/probe/stage';
import type { AlipayHost } from '../../../source/simulator/model';
import { askHost, createProbedHost, quickQuestions } from './ask-host';

/** Behaviours that a profile has no part in: those of Studio's page on a phone, of iOS elsewhere ... */
function isAskable(name: SwitchName, { system, switches }: Pick<HostProfile, 'system' | 'switches'>): boolean {
    switch (name) {
        case 'iosPlatform':
            return system === 'ios';
        case 'studioBodyTouches':
            return system === 'studio';
        case 'touchEvents':
            return system !== 'studio' || switches.studioBodyTouches;
        case 'touchesAtEnd':
            // With `changedTouches` the other list is the W3C's.
            return (system !== 'studio' || switches.studioBodyTouches) && switches.touchEvents === 'alipay';
        default:
            return true;
    }
}

/** What a game sees of a profile: a client without `MYWebAssembly` and one that switched it off are the same to it. */
function visible({ name: _name, lacks, browserGlobals: _globals, ...rest }: HostProfile): object {
    return { ...rest, lacks: lacks.filter((api) => !api.startsWith('global:')).sort() };
}

describe('the probe', () => {
    it.each(profileNames)('on %s yields the profile it ran on', async (profile) => {
        const result = await askHost(createProbedHost({ profile }));
        const expected = profiles[profile];
        const asked = switchNames.filter((name) => isAskable(name, expected));
        expect(Object.keys(result.switches).sort()).toEqual(expect.arrayContaining([...asked].sort()));
        for (const name of Object.keys(result.switches) as SwitchName[]) expect(result.switches[name], name).toBe(expected.switches[name]);
        const yielded = profileOfProbe(result, profile);
        expect(visible(yielded)).toEqual(visible({ ...expected, switches: { ...profiles[expected.system].switches, ...result.switches } }));
        expect(result.host).toEqual({ system: expected.system, model: expected.model, systemVersion: expected.systemVersion, clientVersion: expected.clientVersion, baseLibrary: expected.baseLibrary });
    });

    const disputes = switchNames.flatMap((name) => switchValues[name].map((value) => ({ name, value })));
    it.each(disputes)('sees that $name is $value', async ({ name, value }) => {
        const profile = ({ iosPlatform: 'ios', studioBodyTouches: 'studio' } as const)[name as string] ?? 'android';
        const switches = { [name]: value } as Partial<HostSwitches>;
        const { switches: seen, unanswered } = await askHost(createProbedHost({ profile, switches }));
        expect(seen[name], unanswered[name]).toBe(value);
    });

    it('measures how much a game may keep, to the megabyte', async () => {
        const megabyte = 1024 * 1024;
        const quota = questions.filter(({ name }) => name === 'quota');
        const usual = createProbedHost({});
        expect((await askHost(usual, quota)).limits).toEqual({ userFileBytes: limits.userFileBytes, userDataBytes: limits.userDataBytes });
        expect(usual.disk.usedBytes).toBe(0);
        const small = await askHost(createProbedHost({ quotaBytes: 21.5 * megabyte, fileLimitBytes: 3 * megabyte }), quota);
        expect(small.limits).toEqual({ userFileBytes: 3 * megabyte, userDataBytes: 21 * megabyte });
        expect(profileOfProbe(small, 'small')).toMatchObject({ userFileBytes: 3 * megabyte, userDataBytes: 21 * megabyte });
    });

    it('leaves open what it could not ask, and says why', async () => {
        const host = createProbedHost({ profile: 'studio' });
        host.network.change({ online: false });
        const { switches, unanswered } = await askHost(host, quickQuestions.filter(({ name }) => name !== 'sockets'));
        expect(unanswered).toMatchObject({ httpErrors: expect.stringContaining('error 12') as unknown, downloadTask: expect.stringContaining('error 12') as unknown, touchesAtEnd: 'my.onTouchEnd was not called', iosPlatform: 'not iOS' });
        for (const name of switchNames) expect([name, name in switches, name in unanswered]).toEqual([name, name in switches, !(name in switches)]);
    });

    it('survives every function of the host that throws or is silent', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
        for (const kind of ['throw', 'never', 'fail'] as const) {
            for (const api of ['FileSystemManager.readFile', 'FileSystemManager.writeFile', 'FileSystemManager.mkdir', 'loadSubpackage', 'request', 'downloadFile', 'connectSocket', 'getStorageSync', 'loadFont', 'createInnerAudioContext', 'getMenuButtonBoundingClientRect', 'FileSystemManager.rmdir', 'FileSystemManager.unzip', 'setStorageSync']) {
                const host = createProbedHost({});
                host.faults.add({ api, kind, at: 1, times: Infinity });
                const { switches } = await askHost(host);
                expect(switches.syncErrors, `${api} ${kind}`).toBe(usualSwitches.syncErrors);
            }
        }
        warn.mockRestore();
    }, 60_000);

    it('asks what ended the game only every other time', async () => {
        const host = createProbedHost({});
        host.faults.add({ api: 'loadFont', kind: 'kill', at: 1 });
        await expect(askHost(host)).rejects.toThrow('the host died');
        const second = await askHost(host.restart());
        expect(second.switches.fontPaths).toBe('user-data');
        expect(second.facts['endedIn']).toBe('fonts');
        expect((await askHost(host.restart())).switches.fontPaths).toBe('any');
    });

    it('comes to its end where more than one question ends the game', async () => {
        const host = createProbedHost({ switches: { myWebAssembly: true } });
        host.faults.add({ api: 'loadFont', kind: 'kill', at: 1, times: Infinity });
        const killing = (restarted: AlipayHost): AlipayHost => {
            restarted.globals['MYWebAssembly'] = { instantiate: () => { restarted.kill(); return new Promise(() => {}); } };
            return restarted;
        };
        await expect(askHost(killing(host))).rejects.toThrow('the host died');
        const second = killing(host.restart());
        second.faults.add({ api: 'loadFont', kind: 'kill', at: 1, times: Infinity });
        await expect(askHost(second)).rejects.toThrow('the host died');
        const { facts } = await askHost(killing(second.restart()));
        expect(facts['endedIn']).toBe('web-assembly,fonts');
    });

    it('does not wait for ever for WebAssembly', async () => {
        const host = createProbedHost({});
        host.globals['MYWebAssembly'] = { instantiate: () => new Promise(() => {}) };
        expect((await askHost(host)).facts).toMatchObject({ wasmRelativePath: 'no answer', wasmAbsolutePath: 'no answer' });
    });

    it('takes no slow write for a limit', async () => {
        const host = createProbedHost({});
        host.faults.add({ api: 'FileSystemManager.writeFile', kind: 'never', at: 3, times: Infinity });
        const { limits: met, facts } = await askHost(host, questions.filter(({ name }) => name === 'quota'));
        expect(met).toEqual({});
        expect(facts).toMatchObject({ quotaFailure: 'writeFile did not answer', userFileBytesAtLeast: 2 * 1024 * 1024 });
    });

    it('empties its folder where the host removes none that holds a file', async () => {
        const host = createProbedHost({});
        host.faults.add({ api: 'FileSystemManager.rmdir', kind: 'fail', error: 10027, at: 1, times: Infinity });
        await askHost(host, questions.filter(({ name }) => name === 'files'));
        expect(host.disk.usedBytes).toBeLessThan(10);
    });

    it('says nothing of a device but its kind and versions', async () => {
        const probed = createProbedHost({ launch: { query: { user: 'secret-user' }, referrerInfo: {} } });
        const errorMessage = 'ENOENT: no such file or directory, open "/data/user/0/com.eg.android.AlipayGphone/2088123412341234/usr/probe" of 2088123412341234';
        for (const api of ['FileSystemManager.rename', 'FileSystemManager.unzip', 'FileSystemManager.saveFile', 'loadSubpackage', 'downloadFile']) probed.faults.add({ api, kind: 'fail', error: 3, errorMessage, at: 1, times: Infinity });
        for (const api of ['FileSystemManager.readFileSync', 'loadFont', 'createInnerAudioContext']) probed.faults.add({ api, kind: 'throw', message: errorMessage, at: 1, times: Infinity });
        const result = await askHost(probed);
        expect(Object.keys(result.host)).toEqual(['system', 'model', 'systemVersion', 'clientVersion', 'baseLibrary']);
        expect(result.facts['syncFailure']).toBe('ENOENT: no such file or directory, open "$PATH" of #');
        // How hosts name user data is no path of this one.
        expect(JSON.stringify({ ...result, switches: { ...result.switches, userDataPath: undefined } })).not.toMatch(/secret|2088|\/data\/|\/usr\//);
    });
});

describe('what touch events say', () => {
    const touch = (kind: SeenTouch['kind'], ...touches: number[]): SeenTouch => ({ source: 'my', kind, touches, changed: undefined });
    it.each([
        ['nothing', [], {}],
        ['one finger that is gone at its end', [touch('start', 0), touch('end')], { touchEvents: 'alipay', touchesAtEnd: 'remaining' }],
        ['one finger that is named at its end: it left, or all are named', [touch('start', 0), touch('end', 0)], { touchEvents: 'alipay' }],
        ['two that leave together and are named', [touch('start', 0), touch('start', 0, 1), touch('end', 0, 1)], { touchEvents: 'alipay' }],
        ['two that left together, and a new one with an old number', [touch('start', 0, 1), touch('end', 0, 1), touch('start', 0), touch('end', 0)], { touchEvents: 'alipay' }],
        ['the one that stays', [touch('start', 0, 1), touch('end', 1), touch('end')], { touchEvents: 'alipay', touchesAtEnd: 'remaining' }],
        ['the one that leaves', [touch('start', 0, 1), touch('end', 0), touch('end', 1)], { touchEvents: 'alipay', touchesAtEnd: 'lifted' }],
        ['all that were down', [touch('start', 0, 1), touch('end', 0, 1), touch('end', 1)], { touchEvents: 'alipay', touchesAtEnd: 'all' }],
    ] as const)('%s', (_title, events, expected) => {
        expect(readTouches(events)).toEqual(expected);
    });
});
