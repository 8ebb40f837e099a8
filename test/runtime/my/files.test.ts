import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as files from '../../../source/runtime/my/files';
import { createAlipayHost, createVirtualClock, userDataPath, type AlipayHost, type Fault, type HostSetup, type VirtualClock } from '../../../source/simulator/model';

const path = `${userDataPath}/a.txt`;

function open(setup: HostSetup = {}, ...faults: Fault[]): { host: AlipayHost; clock: VirtualClock; my: files.FileHost } {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock, latencyMs: 2, ...setup });
    host.faults.add(...faults);
    return { host, clock, my: host.my };
}

describe('file calls as promises', () => {
    it('write, append, read, copy, list, measure, digest and remove', async () => {
        const { my, clock, host } = open();
        const all = async (): Promise<void> => {
            await files.makeFolder(my, `${userDataPath}/deep/er`);
            await files.makeFolder(my, `${userDataPath}/deep/er`);
            await files.writeFile(my, path, 'héllo');
            await files.appendFile(my, path, ' wörld');
            expect(await files.readText(my, path)).toBe('héllo wörld');
            expect((await files.readBytes(my, path)).byteLength).toBe(13);
            await files.copyFile(my, path, `${userDataPath}/deep/b.txt`);
            expect(await files.listFolder(my, `${userDataPath}/deep`)).toEqual(['er', 'b.txt']);
            expect(await files.statFile(my, path)).toEqual({ bytes: 13 });
            expect(await files.statFile(my, `${userDataPath}/deep`, true)).toEqual({ bytes: 13 });
            expect(await files.digestFile(my, path)).toBe(createHash('md5').update('héllo wörld').digest('hex'));
            await files.removeFile(my, path);
            await files.removeFile(my, path);
            await files.removeFolder(my, `${userDataPath}/deep`);
            await files.removeFolder(my, `${userDataPath}/deep`);
        };
        await clock.until(all());
        expect(host.disk.list()).toEqual([]);
        expect(host.disk.usedBytes).toBe(0);
    });

    it.each(['fail', 'empty'] as const)('typed arrays reach the host as exact buffers (typedArrayWrites "%s")', async (typedArrayWrites) => {
        const { my, clock, host } = open({ switches: { typedArrayWrites } });
        const view = new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4);
        await clock.until(files.writeFile(my, path, view));
        await clock.until(files.appendFile(my, path, new Uint8Array([9])));
        expect([...host.disk.read(path)!]).toEqual([1, 2, 3, 9]);
    });

    it('reads buffers of another realm', async () => {
        const { my, clock, host } = open({ switches: { foreignBuffers: true } });
        host.disk.write(path, 'abc');
        expect((await clock.until(files.readBytes(my, path))).byteLength).toBe(3);
    });

    it.each(['relative', 'absolute', 'either'] as const)('package files are read whichever slash the host wants (packagePaths "%s")', async (packagePaths) => {
        const { my, clock } = open({ switches: { packagePaths }, packageFiles: { 'src/settings.json': '{}' } });
        expect(await clock.until(files.readText(my, 'src/settings.json'))).toBe('{}');
        expect((await clock.until(files.readBytes(my, 'src/settings.json'))).byteLength).toBe(2);
        expect(files.readTextSync(my, 'src/settings.json')).toBe('{}');
        await expect(clock.until(files.readText(my, 'src/none.json'))).rejects.toThrow(/none\.json/);
    });

    it.each(['return', 'throw'] as const)('a failed synchronous read throws one error (syncErrors "%s")', (syncErrors) => {
        const { my } = open({ switches: { syncErrors } });
        expect(() => files.readTextSync(my, 'none.json')).toThrow(expect.objectContaining({ kind: expect.any(String) as string, message: expect.stringContaining('none.json') as string }) as Error);
        expect(() => files.readTextSync(my, '/none.json')).toThrow(/none\.json/);
    });

    it('a missing method is kind "unsupported", a missing file "not-found"', async () => {
        const { my, clock } = open({ without: ['FileSystemManager.appendFile', 'FileSystemManager.readFileSync'] });
        await expect(clock.until(files.appendFile(my, path, 'x'))).rejects.toMatchObject({ kind: 'unsupported' });
        await expect(clock.until(files.readText(my, path))).rejects.toMatchObject({ kind: 'not-found', code: 10022 });
        expect(() => files.readTextSync(my, 'x')).toThrow(/readFileSync/);
    });

    it.each(['throw', 'fail', 'twice'] as const)('a host that answers with "%s" settles the promise once', async (kind) => {
        const { my, clock } = open({}, { kind, at: 1, api: 'FileSystemManager.writeFile' });
        const written = clock.until(files.writeFile(my, path, 'x'));
        if (kind === 'twice') await written;
        else await expect(written).rejects.toMatchObject({ name: 'HostError' });
        await clock.advance(100);
    });

    it('within gives up on a silent host, and not on one that answers', async () => {
        const { my, clock, host } = open({}, { kind: 'never', at: 1, api: 'FileSystemManager.writeFile' });
        const timers = host.globals as unknown as files.Timers;
        const guarded = (): Promise<true> => files.within(files.writeFile(my, path, 'x'), 1000, timers, 'writeFile');
        await expect(clock.until(guarded())).rejects.toMatchObject({ kind: 'unanswered' });
        expect(clock.now()).toBe(1000);
        await clock.until(guarded());
        await expect(clock.until(files.within(files.readText(my, `${path}x`), 1000, timers, 'readFile'))).rejects.toMatchObject({ kind: 'not-found' });
        expect(clock.pending).toBe(0);
    });

    it('unpacks, and refuses what is no zip', async () => {
        const { my, clock, host } = open();
        host.disk.write(path, 'no zip');
        await expect(clock.until(files.unzipFile(my, path, `${userDataPath}/out`))).rejects.toMatchObject({ name: 'HostError' });
    });

    it('utf8Length is the length of the encoded text', () => {
        fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), fc.string({ unit: 'grapheme' })) }), (text) => {
            expect(files.utf8Length(text)).toBe(new TextEncoder().encode(text).byteLength);
        }));
    });
});
