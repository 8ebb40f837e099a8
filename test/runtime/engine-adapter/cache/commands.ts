import fc from 'fast-check';
import { expect } from 'vitest';
import type { AssetCacheSetup } from '../../../../source/runtime/engine-adapter/cache';
import { createAlipayHost, createVirtualClock, type CallRecord, type FaultKind, type HostSetup } from '../../../../source/simulator/model';
import type { My } from '../../../../source/platform/my';
import { expectNoOrphans, watch, bytesIn } from './promises';
import { contentOf, folder, sessionOn, type Session } from './session';

/**
 * What must be true of each url: the version served now, the oldest one a load may still give, and whether this session
 * was told of the current one (a kill may undo an update that was not written yet).
 */
type Model = Map<string, { current: number; oldest: number; told: boolean }>;

/** Few urls, so that commands meet; every version of one has the same length, so that no length check hides a mix-up. */
const urls = Array.from({ length: 8 }, (_, i) => `https://game.test/${i}.bin`);
const lengthOf = (url: string): number => 400 + 150 * urls.indexOf(url);
const isFileCall = ({ api }: CallRecord): boolean => api.startsWith('FileSystemManager.');

type FileCall = (options: { fail(error: unknown): void }) => unknown;

/** The game under test. File calls reach the host in the order the scheduler picks. */
class World {
    session: Session;
    private readonly loads: Promise<void>[] = [];
    private readonly broken: unknown[] = [];
    readonly releases: (() => void)[] = [];
    private stopWatching: () => void;

    constructor(private readonly scheduler: fc.Scheduler, private readonly cacheSetup: Partial<AssetCacheSetup>, hostSetup: HostSetup, private readonly quotaBytes: number) {
        const clock = createVirtualClock();
        const host = createAlipayHost({ ...hostSetup, clock });
        this.session = sessionOn(host, clock, new Map(), { ...cacheSetup, my: this.shuffled(host.my) });
        this.stopWatching = watch(this.session, quotaBytes);
        void this.session.cache.start();
    }

    private shuffled(my: My): Pick<My, 'getFileSystemManager'> {
        const manager = my.getFileSystemManager();
        const calls = new Map<PropertyKey, FileCall>();
        const proxy = new Proxy(manager, {
            get: (target, name) => {
                const method = Reflect.get(target, name) as FileCall | undefined;
                if (typeof method !== 'function') return method;
                if (!calls.has(name)) {
                    calls.set(name, (options) => {
                        void this.scheduler.schedule(Promise.resolve(), String(name)).then(() => {
                            try {
                                method.call(target, options);
                            } catch (error) {
                                options.fail(error);
                            }
                        });
                    });
                }
                return calls.get(name);
            },
        });
        return { getFileSystemManager: () => proxy };
    }

    /** Lets the host take up the next `count` calls, or time pass when there is none. */
    async step(count: number): Promise<void> {
        for (let i = 0; i < count; i++) {
            if (this.scheduler.count() > 0) await this.scheduler.waitOne();
            await this.session.clock.advance(this.scheduler.count() > 0 ? 0 : 20);
        }
    }

    /** Until nothing is under way. */
    async rest(): Promise<void> {
        let still = 0;
        while (still < 3) {
            await this.step(5);
            if (this.scheduler.count() > 0) still = 0;
            else {
                // Faults that never answer are given up after ten seconds; access times wait for two.
                await this.session.clock.advance(11_000);
                still = this.scheduler.count() > 0 || this.session.cache.statistics().queued > 0 ? 0 : still + 1;
            }
        }
        await Promise.all(this.loads.splice(0));
        this.verify();
    }

    /** Throws what a load that has ended found wrong. */
    verify(): void {
        if (this.broken.length > 0) throw this.broken[0];
    }

    async restart(): Promise<void> {
        this.stopWatching();
        // The dead session's loads never end.
        this.loads.length = 0;
        this.releases.length = 0;
        const { session } = this;
        const host = session.host.restart();
        this.session = sessionOn(host, session.clock, session.server, { ...this.cacheSetup, my: this.shuffled(host.my) });
        this.stopWatching = watch(this.session, this.quotaBytes);
        const starting = this.session.cache.start();
        expect(this.session.cache.start()).toBe(starting);
        let started = false;
        void starting.then(() => { started = true; });
        while (!started) await this.step(1);
    }

    end(): void {
        this.stopWatching();
    }

    load(url: string, model: Model): void {
        const served = model.get(url)!;
        const { oldest } = served;
        const { session } = this;
        this.loads.push(session.load(url).then((text) => {
            if (!session.host.alive) return;
            const version = Number(/#(\d+)\|/.exec(text)?.[1]);
            expect(text).toBe(contentOf(url, version, lengthOf(url)));
            expect(version).toBeGreaterThanOrEqual(oldest);
            expect(version).toBeLessThanOrEqual(served.current);
        }).catch((error: unknown) => { this.broken.push(error); }));
    }
}

type Command = fc.AsyncCommand<Model, World>;

function command(name: string, run: (model: Model, world: World) => Promise<void> | void): Command {
    return {
        check: () => true,
        async run(model, world) {
            await run(model, world);
            // Time goes on a little after every command, so that they overlap.
            await world.step(1);
            world.verify();
        },
        toString: () => name,
    };
}

function serve(url: string, model: Model, { session }: World): void {
    const served = model.get(url)!;
    served.current++;
    served.told = true;
    session.server.set(url, contentOf(url, served.current, lengthOf(url)));
}

const faults: readonly FaultKind[] = [
    { kind: 'fail' }, { kind: 'fail', error: 10028 }, { kind: 'torn' }, { kind: 'torn', answer: 'success' }, { kind: 'lost' },
    { kind: 'twice' }, { kind: 'throw' }, { kind: 'never' }, { kind: 'late', ms: 3000 },
];

const anyUrl = fc.constantFrom(...urls);

/** What games do all the time comes more often than what wipes the slate. */
const weighted: readonly (readonly [times: number, command: fc.Arbitrary<Command>])[] = [
    [8, anyUrl.map((url) => command(`load ${url}`, (model, world) => world.load(url, model)))],
    [5, anyUrl.map((url) => command(`update ${url}`, (model, world) => {
        serve(url, model, world);
        world.session.cache.store(url, world.session.download(url), { bundle: 'main', extension: '.bin' });
    }))],
    [5, fc.integer({ min: 1, max: 30 }).map((count) => command(`${count} steps`, (_model, world) => world.step(count)))],
    [3, fc.constant(command('rest', async (model, world) => {
        await world.rest();
        // Every store has ended: what is cached now is the newest, and stays so over a kill.
        for (const [url, served] of model) if (served.told && world.session.cache.peek(url)) served.oldest = served.current;
    }))],
    [3, fc.constant(command('half a minute', async (_model, world) => { await world.session.clock.advance(30_000); }))],
    [3, fc.record({ fault: fc.constantFrom(...faults), at: fc.integer({ min: 1, max: 6 }) })
        .map(({ fault, at }) => command(`fault ${JSON.stringify(fault)} at ${at}`, (_model, world) => { world.session.host.faults.add({ ...fault, at, api: isFileCall }); }))],
    [3, fc.constant(command('kill', (model, world) => {
        for (const served of model.values()) served.told = false;
        return world.restart();
    }))],
    [1, anyUrl.map((url) => command(`forget ${url}`, (_model, world) => { world.session.cache.forget(url); }))],
    [1, anyUrl.map((url) => command(`hold ${url}`, (_model, world) => { world.releases.push(world.session.cache.hold(url)); }))],
    [1, fc.constant(command('release', (_model, world) => { world.releases.pop()?.(); }))],
    [1, fc.nat(3000).map((bytes) => command(`evict ${bytes}`, (_model, world) => { world.session.cache.evict(bytes); }))],
    [1, fc.constant(command('flush', (_model, world) => { void world.session.cache.flush(); }))],
    [1, fc.constantFrom<Command>(
        command('clear', (_model, world) => { void world.session.cache.clear(); }),
        command('host purge', (_model, world) => { world.session.host.lifecycle.purgeUserFiles(); }),
    )],
];

const allCommands = weighted.flatMap(([times, one]) => new Array<fc.Arbitrary<Command>>(times).fill(one));

const quotas: fc.Arbitrary<{ cache: Partial<AssetCacheSetup>; host: HostSetup; bytes: number }> = fc.constantFrom(
    { cache: {}, host: {}, bytes: 52_428_800 },
    { cache: { quotaBytes: 11_000 }, host: {}, bytes: 11_000 },
    { cache: {}, host: { quotaBytes: 6_500 }, bytes: 6_500 },
    { cache: {}, host: { without: ['FileSystemManager.appendFile'] }, bytes: 52_428_800 },
);

/** Random lives of a game: whatever it does and whatever goes wrong, the promises hold. */
export const randomLives = fc.asyncProperty(fc.scheduler(), quotas, fc.commands(allCommands, { maxCommands: 60, size: 'max' }), async (scheduler, quota, commands) => {
    const world = new World(scheduler, quota.cache, quota.host, quota.bytes);
    const model: Model = new Map(urls.map((url) => [url, { current: 0, oldest: 1, told: false }]));
    for (const url of urls) serve(url, model, world);
    await fc.asyncModelRun(() => ({ model, real: world }), commands);
    // A last night's sleep: the promises hold on what is left.
    world.session.host.faults.clear();
    await world.restart();
    await world.rest();
    expectNoOrphans(world.session);
    expect(world.session.cache.statistics().bytes).toBe(bytesIn(world.session.host.disk));
    for (const url of urls) {
        world.load(url, model);
        await world.rest();
    }
    for (const [url, row] of world.session.listed) {
        expect(row.url.startsWith(folder)).toBe(true);
        const bytes = world.session.host.disk.read(row.url);
        expect(bytes && Buffer.from(bytes).toString('latin1').startsWith(url)).toBe(true);
    }
    world.end();
});
