import { describe, expect, it } from 'vitest';
import { eachSwitchValue, usualSwitches, type DownloadFileResult, type HostProfile, type HostSwitches, type ProfileName, type ReadFileResult } from '../../../source/platform';
import { sweptProfiles } from '../../environment/swept-profiles';
import type { HostSetup } from '../../../source/simulator/model';
import { ask, createTestHost } from './answers';

/** The calls a real game makes while it boots (runtime contract 4), each where the host has it. */
async function boot(profile: ProfileName | HostProfile, switches: Partial<HostSwitches>, setup: HostSetup = {}): Promise<string> {
    const host = createTestHost({ ...setup, profile, switches, packageFiles: { 'game.json': '{"subpackages":[{"name":"s","root":"sub"}]}', 'src/settings.json': '{"ok":true}' } });
    const { my } = host;
    host.network.serve('https://cdn.example/', { 'a.json': '{"remote":true}' });
    const game = my.createCanvas();
    my.createCanvas();
    game.getContext('webgl');
    const early = my.getSystemInfoSync();
    if (host.profile.switches.earlySystemInfo === 'right') expect(early!.windowWidth).toBeGreaterThan(0);
    const fs = my.getFileSystemManager();
    const packagePath = (path: string): string => (host.profile.switches.packagePaths === 'absolute' ? `/${path}` : path);
    const { data } = fs.readFileSync({ filePath: packagePath('src/settings.json'), encoding: 'utf8' }) as { data: string };
    expect(JSON.parse(data)).toEqual({ ok: true });
    fs.mkdirSync({ dirPath: `${my.env.USER_DATA_PATH}/cache`, recursive: true });
    my.setStorageSync({ key: 'k', data: 1 });
    await ask(host, (callbacks) => my.loadSubpackage?.({ name: 's', ...callbacks }));
    const { apFilePath } = await ask<DownloadFileResult>(host, (callbacks) => my.downloadFile({ url: 'https://cdn.example/a.json', ...callbacks }));
    await ask(host, (callbacks) => fs.copyFile({ srcPath: apFilePath!, destPath: `${my.env.USER_DATA_PATH}/cache/a.json`, ...callbacks }));
    const read = await ask<ReadFileResult>(host, (callbacks) => fs.readFile({ filePath: `${my.env.USER_DATA_PATH}/cache/a.json`, encoding: 'utf8', ...callbacks }));
    my.createInnerAudioContext();
    await host.clock.advance(1000);
    expect(my.getSystemInfoSync()).toMatchObject({ windowWidth: 390, windowHeight: 844 });
    return read.data as string;
}

describe('a game\'s boot (runtime contract 4)', () => {
    it.each(sweptProfiles)('%s', async (_name, profile) => {
        expect(await boot(profile, {})).toBe('{"remote":true}');
    });

    const values = eachSwitchValue();
    it.each(sweptProfiles)('%s, with each value of each switch', async (_name, profile) => {
        for (const { name, value, switches } of values) expect([name, value, await boot(profile, switches)]).toEqual([name, value, '{"remote":true}']);
    });

    it.each(sweptProfiles)('%s, however late and in whatever order the host answers', async (_name, profile) => {
        for (let seed = 0; seed < 20; seed++) expect([seed, await boot(profile, {}, { latency: { seed, most: 1000 } })]).toEqual([seed, '{"remote":true}']);
    });

    it('the usual values are the first of each switch', () => {
        expect(usualSwitches).toMatchObject({ syncErrors: 'return', webgl2: false, touchEvents: 'alipay', touchesAtEnd: 'remaining' });
    });
});
