import { describe, expect, it } from 'vitest';
import { HostNetwork, type HostSetup } from '../../../source/simulator/model';
import { ask, createTestHost, failureOf, type TestHost } from './answers';

const packageFiles = { 'game.json': '{"subpackages":[{"name":"stage","root":"subpackages/stage/"},{"name":"boss","root":"subpackages/boss"}]}' };

function start(setup: HostSetup = {}): { host: TestHost; ran: string[] } {
    const ran: string[] = [];
    return { host: createTestHost({ packageFiles, runModule: (path) => ran.push(path), latencyMs: { subpackages: 300 }, ...setup }), ran };
}
const load = (host: TestHost, name: string): Promise<unknown> => ask(host, (callbacks) => host.my.loadSubpackage?.({ name, ...callbacks }));

describe('my.loadSubpackage (platform facts 3.6)', () => {
    it('runs the subpackage\'s game.js before it succeeds with {success: true}', async () => {
        const { host, ran } = start();
        const answer = load(host, 'stage').then((result) => {
            expect(ran).toEqual(['subpackages/stage/game.js']);
            return result;
        });
        expect(await answer).toEqual({ success: true });
        expect(host.clock.now()).toBe(300);
        expect([...host.loadedSubpackages]).toEqual(['stage']);
    });

    it('runs it once', async () => {
        const { host, ran } = start();
        await load(host, 'boss');
        await load(host, 'boss');
        expect(ran).toEqual(['subpackages/boss/game.js']);
    });

    it('2.6, 1.1: an unknown name fails; the upper-case form is Taobao\'s and not there', async () => {
        const { host } = start();
        expect(await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'none', ...callbacks }))).toMatchObject({ error: 3 });
        expect('loadSubPackage' in host.my).toBe(false);
    });

    it('4.2 #20: the message of a failure is in errorMessage or in errMsg', async () => {
        for (const [subpackageFailure, other] of [['errorMessage', 'errMsg'], ['errMsg', 'errorMessage']] as const) {
            const { host } = start({ switches: { subpackageFailure } });
            const failure = await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'none', ...callbacks }));
            expect(failure).toHaveProperty(subpackageFailure, expect.stringContaining('none'));
            expect(failure).not.toHaveProperty(other);
        }
    });

    it('4.2 #20: returns nothing, or a task that tells of progress', async () => {
        expect(start({ switches: { subpackageTask: false } }).host.my.loadSubpackage?.({ name: 'stage' })).toBeUndefined();
        const { host } = start({ switches: { subpackageTask: true }, packageFiles: { ...packageFiles, 'subpackages/stage/game.js': '// two' } });
        const seen: number[] = [];
        host.my.loadSubpackage?.({ name: 'stage' })?.onProgressUpdate?.(({ progress }) => seen.push(progress));
        await host.clock.advance(300);
        expect(seen).toEqual([50, 100]);
    });

    it('a game.js that throws is a failure, and may be tried again', async () => {
        let broken = true;
        const { host } = start({ runModule: () => { if (broken) throw new Error('half a file'); } });
        expect(await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'stage', ...callbacks }))).toMatchObject({ errorMessage: expect.stringContaining('half a file') as string });
        broken = false;
        expect(await load(host, 'stage')).toEqual({ success: true });
    });
});

describe('a subpackage on its way', () => {
    const files = { ...packageFiles, 'subpackages/stage/game.js': '', 'subpackages/stage/data.bin': new Uint8Array(2_000_000), 'subpackages/boss/game.js': new Uint8Array(500_000) };
    const onLine = (setup: HostSetup = {}): ReturnType<typeof start> & { network: HostNetwork } => {
        const network = new HostNetwork({ latencyMs: 50, bytesPerSecond: 1_000_000 });
        return { ...start({ packageFiles: files, network, latencyMs: 0, switches: { subpackageTask: true }, ...setup }), network };
    };

    it('takes the latency and its bytes at the line\'s speed, and tells of them in growing steps', async () => {
        const { host } = onLine();
        const told: [at: number, bytes: number, of: number][] = [];
        const loading = ask(host, (callbacks) => host.my.loadSubpackage?.({ name: 'stage', ...callbacks })
            ?.onProgressUpdate?.(({ totalBytesWritten, totalBytesExpectedToWrite }) => told.push([host.clock.now(), totalBytesWritten, totalBytesExpectedToWrite])));
        expect(await loading).toEqual({ success: true });
        expect(host.clock.now()).toBe(2_050);
        expect(told.length).toBeGreaterThanOrEqual(20);
        expect(told.every(([at, bytes, of], index) => of === 2_000_000 && bytes > (told[index - 1]?.[1] ?? 0) && Math.abs(bytes - (at - 50) * 1_000) <= 1_000)).toBe(true);
        expect(told.at(-1)?.[1]).toBe(2_000_000);
    });

    it('shares the line with downloads, and is on the phone once it has come', async () => {
        const { host, network } = onLine();
        network.route('https://cdn.example.com/', { body: new Uint8Array(1_000_000) });
        host.my.downloadFile({ url: 'https://cdn.example.com/a' });
        await load(host, 'boss');
        expect(host.clock.now()).toBe(1_550);
        await load(host, 'boss');
        expect(host.clock.now()).toBe(1_600);
    });

    it('fails with 12 without a network, also one that goes away on the way, and may be tried again', async () => {
        const { host, ran, network } = onLine();
        network.change({ online: false });
        expect(await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'stage', ...callbacks }))).toMatchObject({ error: 12 });
        network.change({ online: true });
        host.clock.schedule(() => network.change({ online: false }), 500);
        expect(await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'stage', ...callbacks }))).toMatchObject({ error: 12 });
        network.change({ online: true });
        expect(ran).toEqual([]);
        expect(await load(host, 'stage')).toEqual({ success: true });
        expect(ran).toEqual(['subpackages/stage/game.js']);
    });

    it('under a fault: fails without running anything; never answers, having come or not; succeeds without its game.js', async () => {
        const { host, ran } = onLine();
        host.faults.add({ at: 1, api: 'loadSubpackage', kind: 'fail', error: 7 });
        expect(await failureOf(host, (callbacks) => host.my.loadSubpackage?.({ name: 'stage', ...callbacks }))).toMatchObject({ error: 7 });
        host.faults.add({ at: 1, api: 'loadSubpackage', kind: 'never', effect: 'none' });
        host.my.loadSubpackage?.({ name: 'stage', success: () => ran.push('answered') });
        await host.clock.advance(60_000);
        host.faults.add({ at: 1, api: 'loadSubpackage', kind: 'lost' });
        expect(await load(host, 'stage')).toEqual({ success: true });
        expect(ran).toEqual([]);
        host.faults.add({ at: 1, api: 'loadSubpackage', kind: 'never' });
        host.my.loadSubpackage?.({ name: 'stage', success: () => ran.push('answered') });
        await host.clock.advance(60_000);
        expect(ran).toEqual(['subpackages/stage/game.js']);
    });

    it('may come after a second try of the game\'s, and still runs once', async () => {
        const { host, ran, network } = onLine();
        network.change({ latencyMs: 30_000 });
        const answers: number[] = [];
        const ask = (): unknown => host.my.loadSubpackage?.({ name: 'stage', success: () => answers.push(host.clock.now()) });
        ask();
        await host.clock.advance(10_000);
        network.change({ latencyMs: 50 });
        ask();
        await host.clock.advance(60_000);
        expect(answers).toEqual([12_050, 32_000]);
        expect(ran).toEqual(['subpackages/stage/game.js']);
    });
});
