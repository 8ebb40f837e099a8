import { describe, expect, it } from 'vitest';
import type { HostSetup } from '../../../source/simulator/model';
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
        const { host } = start({ switches: { subpackageTask: true } });
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
