import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../source/simulator/model';
import { ask, bufferOf, createTestHost, failureOf, type TestHost } from './answers';

const path = '/usr/data/a.bin';
const write = (host: TestHost, bytes = [1, 2, 3, 4]) => (callbacks: object) => (
    host.my.getFileSystemManager().writeFile({ filePath: path, data: bufferOf(...bytes), ...callbacks })
);

function hostWith(...faults: Fault[]): TestHost {
    const host = createTestHost({ latencyMs: 2 });
    host.faults.add(...faults.map((fault) => ({ group: 'files' as const, ...fault })));
    return host;
}

/** Counts answers to one write within a second. */
async function countAnswers(host: TestHost): Promise<{ success: number; fail: number; complete: number }> {
    const answers = { success: 0, fail: 0, complete: 0 };
    write(host)({ success: () => answers.success++, fail: () => answers.fail++, complete: () => answers.complete++ });
    await host.clock.advance(1000);
    return answers;
}

describe('fault plan', () => {
    it('fail: answers the failure and does nothing', async () => {
        const host = hostWith({ kind: 'fail', at: 1, error: 10028, errorMessage: 'full' });
        expect(await failureOf(host, write(host))).toEqual({ error: 10028, errorMessage: 'full' });
        expect(host.disk.list()).toEqual([]);
        expect(host.faults.fired).toHaveLength(1);
    });

    it('torn: half of the bytes are there, and the call fails', async () => {
        const host = hostWith({ kind: 'torn', at: 1 });
        expect(await failureOf(host, write(host))).toMatchObject({ error: 3 });
        expect(host.disk.read(path)).toEqual(Uint8Array.from([1, 2]));
    });

    it('torn with a success: half of the bytes without a word', async () => {
        const host = hostWith({ kind: 'torn', at: 1, answer: 'success' });
        await ask(host, write(host));
        expect(host.disk.read(path)).toEqual(Uint8Array.from([1, 2]));
    });

    it('never: the work is done, no callback comes', async () => {
        const host = hostWith({ kind: 'never', at: 1 });
        expect(await countAnswers(host)).toEqual({ success: 0, fail: 0, complete: 0 });
        expect(host.disk.read(path)?.byteLength).toBe(4);
        expect(host.calls.records.find(({ group }) => group === 'files')?.outcome).toBe('never');
    });

    it('never with no effect: nothing is done either', async () => {
        const host = hostWith({ kind: 'never', at: 1, effect: 'none' });
        expect(await countAnswers(host)).toEqual({ success: 0, fail: 0, complete: 0 });
        expect(host.disk.list()).toEqual([]);
    });

    it('twice: both callbacks come twice', async () => {
        expect(await countAnswers(hostWith({ kind: 'twice', at: 1 }))).toEqual({ success: 2, fail: 0, complete: 2 });
    });

    it('late: the answer takes so much longer', async () => {
        const host = hostWith({ kind: 'late', at: 1, ms: 500 });
        await ask(host, write(host));
        expect(host.clock.now()).toBe(502);
    });

    it('lost: a success and nothing on the disk', async () => {
        const host = hostWith({ kind: 'lost', at: 1 });
        await ask(host, write(host));
        expect(host.disk.list()).toEqual([]);
    });

    it('throw: in the call itself, synchronous or not', () => {
        const host = createTestHost();
        host.faults.add({ kind: 'throw', at: 1, times: Infinity, message: 'host trouble' });
        expect(() => host.my.getFileSystemManager()).toThrow('host trouble');
        host.faults.clear();
        const fs = host.my.getFileSystemManager();
        host.faults.add({ kind: 'throw', at: 1, times: 2 });
        expect(() => fs.access({ path })).toThrow();
        expect(() => fs.accessSync({ path })).toThrow();
        expect(fs.accessSync({ path })).toMatchObject({ error: 10022 });
    });

    it.each([['none', undefined], ['torn', 2], ['whole', 4]] as const)('kill, its work %s: no answer, and no life after it', async (effect, bytes) => {
        const host = hostWith({ kind: 'kill', at: 1, group: 'files', effect });
        expect(await countAnswers(host)).toEqual({ success: 0, fail: 0, complete: 0 });
        expect(host.alive).toBe(false);
        expect(host.disk.read(path)?.byteLength).toBe(bytes);
    });

    it('counts the N-th of all calls, of a group, of one API, of a choice', async () => {
        const host = createTestHost();
        const fs = host.my.getFileSystemManager();
        host.faults.add({ kind: 'fail', at: 2, group: 'files', error: 1 });
        host.faults.add({ kind: 'fail', at: 2, api: 'FileSystemManager.readFileSync', error: 4 });
        host.faults.add({ kind: 'fail', at: 1, api: ({ target }) => target === 'special', error: 5 });
        expect(fs.accessSync({ path: 'x' })).toMatchObject({ error: 10022 });
        expect(fs.accessSync({ path: 'x' })).toMatchObject({ error: 1 });
        expect(fs.readFileSync({ filePath: 'x' })).toMatchObject({ error: 10022 });
        expect(fs.readFileSync({ filePath: 'x' })).toMatchObject({ error: 4 });
        expect(fs.accessSync({ path: 'special' })).toMatchObject({ error: 5 });
        expect(host.faults.fired.map(({ call }) => call.target)).toEqual(['x', 'x', 'special']);
    });

    it('goes on for as many calls as it says', () => {
        const host = createTestHost();
        host.faults.add({ kind: 'fail', at: 2, times: 2, group: 'storage', error: 7 });
        const errors = [1, 2, 3, 4].map(() => (host.my.getStorageSync({ key: 'k' }) as { error?: number }).error);
        expect(errors).toEqual([undefined, 7, 7, undefined]);
    });

    it('a synchronous call that never answers returns undefined: platform facts 3.3, getSystemInfoSync on a timeout', () => {
        const host = createTestHost();
        host.faults.add({ kind: 'never', at: 1, api: 'getSystemInfoSync' });
        expect(host.my.getSystemInfoSync()).toBeUndefined();
        expect(host.my.getSystemInfoSync()).toBeDefined();
    });

    it('a download torn by a kill leaves half of its file', async () => {
        const host = createTestHost();
        host.network.serve('https://cdn.example/', { 'a.bin': new Uint8Array(10) });
        host.faults.add({ kind: 'kill', at: 1, api: 'downloadFile', effect: 'torn' });
        let answered = false;
        host.my.downloadFile({ url: 'https://cdn.example/a.bin', filePath: path, complete: () => { answered = true; } });
        await host.clock.advance(1000);
        expect([answered, host.alive, host.disk.read(path)?.byteLength]).toEqual([false, false, 5]);
    });

    it('a subscription late, twice or never', async () => {
        const host = createTestHost();
        host.faults.add({ kind: 'twice', at: 1, api: 'onHide' }, { kind: 'late', at: 1, api: 'onShow', ms: 50 }, { kind: 'never', at: 1, api: 'onMemoryWarning' });
        const heard: string[] = [];
        host.my.onHide(() => heard.push('hide'));
        host.my.onShow(() => heard.push('show'));
        host.my.onMemoryWarning?.(() => heard.push('memory'));
        host.lifecycle.hide();
        host.lifecycle.show();
        host.lifecycle.memoryWarning(10);
        await host.clock.advance(50);
        host.lifecycle.show();
        expect(heard).toEqual(['hide', 'hide', 'show']);
    });
});

describe('faults of calls that take their time', () => {
    /** Answers to one download within two minutes, as `success@time`. */
    async function answersUnder(fault: Fault): Promise<string[]> {
        const host = createTestHost({ latencyMs: 2 });
        host.network.serve('https://cdn.example/', { 'a.bin': new Uint8Array(10) });
        host.network.change({ latencyMs: 100 });
        host.faults.add(fault);
        const heard: string[] = [];
        const note = (name: string) => () => heard.push(`${name}@${host.clock.now()}`);
        try {
            host.my.downloadFile({ url: 'https://cdn.example/a.bin', success: note('success'), fail: note('fail') });
        } catch (error) {
            heard.push(`thrown ${(error as Error).message}`);
        }
        await host.clock.advance(120_000);
        return [...heard, `${host.disk.list('/tmp/alipay').map((path) => host.disk.read(path)?.byteLength).join()} bytes`];
    }

    it.each([
        [{ kind: 'fail', at: 1 }, ['fail@2', ' bytes']],
        [{ kind: 'torn', at: 1 }, ['fail@100', '5 bytes']],
        [{ kind: 'torn', at: 1, answer: 'success' }, ['success@100', '5 bytes']],
        [{ kind: 'never', at: 1 }, ['10 bytes']],
        [{ kind: 'twice', at: 1 }, ['success@100', 'success@102', '10 bytes']],
        [{ kind: 'late', at: 1, ms: 900 }, ['success@1000', '10 bytes']],
        [{ kind: 'lost', at: 1 }, ['success@100', ' bytes']],
        [{ kind: 'throw', at: 1, message: 'trouble' }, ['thrown trouble', ' bytes']],
        [{ kind: 'kill', at: 1 }, [' bytes']],
        [{ kind: 'kill', at: 1, effect: 'whole' }, ['10 bytes']],
        [{ kind: 'fail', at: 2 }, ['success@100', '10 bytes']],
    ] as [Fault, string[]][])('%o', async (fault, expected) => {
        expect(await answersUnder({ api: 'downloadFile', ...fault })).toEqual(expected);
    });
});

describe('faults of plain calls', () => {
    it('fail returns the failure, late and twice change nothing, kill still gives the dying code its answer', () => {
        const host = createTestHost();
        host.faults.add({ kind: 'fail', at: 1, api: 'getSystemInfoSync', error: 3 }, { kind: 'twice', at: 1, api: 'createCanvas' }, { kind: 'kill', at: 2, api: 'getSystemInfoSync' });
        expect(host.my.getSystemInfoSync()).toMatchObject({ error: 3 });
        expect(host.my.createCanvas().width).toBe(390);
        expect(host.my.getSystemInfoSync()?.windowWidth).toBe(390);
        expect(host.alive).toBe(false);
    });
});
