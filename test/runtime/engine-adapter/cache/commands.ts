import { zipSync } from 'fflate';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { AssetCacheSetup } from '../../../../source/runtime/engine-adapter/cache';
import { createAlipayHost, createVirtualClock, type AlipayHost, type CallRecord, type FaultKind, type HostSetup, type LatencyPlan, type VirtualClock } from '../../../../source/simulator/model';
import { switchValues } from '../../../../source/platform';
import type { My } from '../../../../source/platform/my';
import { expectNoOrphans, watch, bytesIn } from './promises';
import { contentOf, folder, onDisk, sessionOn, type Server, type Session } from './session';

/**
 * What must be true of each url: the version served now, the oldest one a load may still give, the oldest one in this
 * session (what was forgotten does not come back), and whether this session was told of the current one (a kill may undo
 * what was not written yet).
 */
type Model = Map<string, { current: number; oldest: number; oldestNow: number; told: boolean }>;

/** Few urls, so that commands meet; every version of one has the same length, so that no length check hides a mix-up. */
const urls = Array.from({ length: 8 }, (_, i) => `https://game.test/${i}.bin`);
const lengthOf = (url: string): number => 400 + 150 * urls.indexOf(url);
const isFileCall = ({ api }: CallRecord): boolean => api.startsWith('FileSystemManager.');

const zipUrl = 'https://game.test/levels.zip';
const zipNames = ['res/a.json', 'res/b/c.bin', 'res/b/d.bin'];
/** The files of each version have the same lengths. */
const zipped = (name: string, version: number): string => contentOf(name, version, 120);
const zips: Uint8Array[] = [];
const zipOf = (version: number): Uint8Array => zips[version] ??= zipSync(Object.fromEntries(zipNames.map((name) => [name, Buffer.from(zipped(name, version), 'latin1')])), { level: 0 });

type FileCall = (options: { fail(error: unknown): void }) => unknown;

/** The game under test. File calls reach the host in the order the scheduler picks. */
class World {
    session: Session;
    private readonly loads: Promise<void>[] = [];
    private readonly broken: unknown[] = [];
    readonly releases: (() => void)[] = [];
    /** How far the player has put the clock, in milliseconds. */
    clockOffset = 0;
    private zipVersion = 0;
    private unzipping = 0;
    /** The zips that this session unpacked: they are its own until its end, whatever becomes of the cache. */
    private unpacked: { readonly path: string; readonly version: number }[] = [];
    private stopWatching: () => void;
    private readonly undeleted = new Set<string>();

    /** Whether the host's answers come late. */
    private readonly isLate: boolean;

    constructor(private readonly scheduler: fc.Scheduler, private readonly cacheSetup: Partial<AssetCacheSetup>, hostSetup: HostSetup, private readonly quotaBytes: number) {
        this.isLate = hostSetup.latency !== undefined;
        const clock = createVirtualClock();
        this.session = this.begin(createAlipayHost({ ...hostSetup, clock }), clock, new Map());
        this.stopWatching = watch(this.session, quotaBytes, this.undeleted);
        void this.session.cache.start();
    }

    private begin(host: AlipayHost, clock: VirtualClock, server: Server): Session {
        const session = sessionOn(host, clock, server, { ...this.cacheSetup, my: this.shuffled(host.my), now: () => clock.wallTime() + this.clockOffset });
        session.cache.on('evicted', ({ urls }) => {
            const pinned = urls.filter((url) => session.cache.pins.has(url));
            if (pinned.length > 0) this.broken.push(new Error(`evicted although pinned: ${pinned.join(' ')}`));
        });
        return session;
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
                // Faults that never answer are given up after ten seconds, unpacking after a minute; access times wait for two.
                await this.pass(11_000);
                still = this.scheduler.count() > 0 || this.session.cache.statistics().queued > 0 || this.unzipping > 0 ? 0 : still + 1;
            }
        }
        await Promise.all(this.loads.splice(0));
        this.verify();
    }

    /** Lets time pass: where answers are late, only until one of them makes the game call the host again, which takes that up. */
    private async pass(ms: number): Promise<void> {
        if (!this.isLate) return this.session.clock.advance(ms);
        for (let left = ms; left > 0 && this.scheduler.count() === 0; left -= 250) await this.session.clock.advance(250);
    }

    /** Throws what a load that has ended found wrong. */
    verify(): void {
        if (this.broken.length > 0) throw this.broken[0];
        for (const { path, version } of this.unpacked) this.verifyZip(path, version);
    }

    /** @param version absent: any, but one */
    private verifyZip(path: string, version?: number): void {
        const texts = zipNames.map((name) => {
            const bytes = this.session.host.disk.read(onDisk(this.session.host, path) + name);
            return bytes && Buffer.from(bytes).toString('latin1');
        });
        const found = version ?? Number(/#(\d+)\|/.exec(texts[0] ?? '')?.[1]);
        const wrong = zipNames.filter((name, i) => texts[i] !== zipped(name, found));
        if (wrong.length > 0) throw new Error(`not the files of version ${found}, below ${path}: ${wrong.join(' ')}`);
    }

    /** Unpacks the zip's next version. That may fail, where the host does. */
    unzip(): void {
        // Bundles must load: for them the cache passes a quota of its own.
        if (this.cacheSetup.quotaBytes) return;
        const { session } = this;
        const version = ++this.zipVersion;
        const source = session.host.disk.createTempPath('.other');
        session.host.disk.write(source, zipOf(version));
        this.unzipping++;
        this.loads.push(session.cache.unzip(zipUrl, source, 'levels').then(({ path }) => {
            if (session === this.session) this.unpacked.push({ path, version });
        }, () => undefined).then(() => {
            if (session === this.session) this.unzipping--;
        }));
    }

    /** What the host purged is nobody's any more. */
    purge(): void {
        this.session.host.lifecycle.purgeUserFiles();
        this.unpacked = [];
    }

    /** @param waits until the next session's index has been read */
    async restart(waits = true): Promise<void> {
        this.stopWatching();
        // The dead session's loads never end.
        this.loads.length = 0;
        this.releases.length = 0;
        this.unpacked = [];
        this.unzipping = 0;
        const { session } = this;
        this.session = this.begin(session.host.restart(), session.clock, session.server);
        this.stopWatching = watch(this.session, this.quotaBytes, this.undeleted);
        const starting = this.session.cache.start();
        expect(this.session.cache.start()).toBe(starting);
        if (!waits) return;
        let started = false;
        void starting.then(() => { started = true; });
        while (!started) await this.step(1);
        const zip = this.session.cache.peek(zipUrl);
        if (!zip) return;
        // A part of it may be gone: loading a bundle counts its bytes first. What is whole is of one version.
        if (zipNames.every((name) => this.session.host.disk.read(onDisk(this.session.host, zip.path) + name))) this.verifyZip(zip.path);
        else this.session.cache.forget(zipUrl);
    }

    end(): void {
        this.stopWatching();
    }

    load(url: string, model: Model): void {
        const served = model.get(url)!;
        const oldest = Math.max(served.oldest, served.oldestNow);
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

function kill(model: Model, world: World, waits?: boolean): Promise<void> {
    for (const served of model.values()) Object.assign(served, { told: false, oldestNow: 1 });
    return world.restart(waits);
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
        for (const [url, served] of model) {
            if (served.told && world.session.cache.peek(url)) served.oldest = served.current;
            served.oldest = Math.max(served.oldest, served.oldestNow);
        }
    }))],
    [3, fc.constant(command('half a minute', async (_model, world) => { await world.session.clock.advance(30_000); }))],
    [3, fc.record({ fault: fc.constantFrom(...faults), at: fc.integer({ min: 1, max: 6 }) })
        .map(({ fault, at }) => command(`fault ${JSON.stringify(fault)} at ${at}`, (_model, world) => { world.session.host.faults.add({ ...fault, at, api: isFileCall }); }))],
    [3, fc.boolean().map((waits) => command(`kill${waits ? '' : ', and go on at once'}`, (model, world) => kill(model, world, waits)))],
    [2, fc.constant(command('unzip', (_model, world) => { world.unzip(); }))],
    [1, anyUrl.map((url) => command(`forget ${url}`, (model, world) => {
        world.session.cache.forget(url);
        model.get(url)!.oldestNow = model.get(url)!.current;
    }))],
    [1, fc.constant(command('forget the zip', (_model, world) => { world.session.cache.forget(zipUrl); }))],
    [1, fc.record({ url: anyUrl, pinned: fc.boolean() }).map(({ url, pinned }) => command(`${pinned ? 'pin' : 'unpin'} ${url}`, (_model, world) => {
        world.session.cache.pins[pinned ? 'add' : 'delete'](url);
    }))],
    [1, fc.record({ autoClear: fc.boolean(), cacheInterval: fc.constantFrom(0, 50), deleteInterval: fc.constantFrom(0, 50) }).map((settings) => command(JSON.stringify(settings), (_model, world) => {
        Object.assign(world.session.cache.settings, settings);
    }))],
    [1, fc.constantFrom(-86_400_000, -5000, 5000, 86_400_000).map((ms) => command(`the clock goes ${ms} ms`, (_model, world) => { world.clockOffset += ms; }))],
    [1, anyUrl.map((url) => command(`hold ${url}`, (_model, world) => { world.releases.push(world.session.cache.hold(url)); }))],
    [1, fc.constant(command('release', (_model, world) => { world.releases.pop()?.(); }))],
    [1, fc.nat(3000).map((bytes) => command(`evict ${bytes}`, (_model, world) => { world.session.cache.evict(bytes); }))],
    [1, fc.constant(command('flush', (_model, world) => { void world.session.cache.flush(); }))],
    [1, fc.constantFrom<Command>(
        command('clear', (model, world) => {
            void world.session.cache.clear();
            for (const served of model.values()) served.oldestNow = served.current;
        }),
        command('host purge', (_model, world) => { world.purge(); }),
    )],
];

const allCommands = weighted.flatMap(([times, one]) => new Array<fc.Arbitrary<Command>>(times).fill(one));

const quotas: fc.Arbitrary<{ cache: Partial<AssetCacheSetup>; host: HostSetup; bytes: number }> = fc.constantFrom(
    { cache: {}, host: {}, bytes: 52_428_800 },
    { cache: { quotaBytes: 11_000 }, host: {}, bytes: 11_000 },
    { cache: {}, host: { quotaBytes: 6_500 }, bytes: 6_500 },
    { cache: {}, host: { without: ['FileSystemManager.appendFile'] }, bytes: 52_428_800 },
);

/** How late the host's answers come, each by itself: at once, or after up to a second and in any order. */
const latencies: fc.Arbitrary<LatencyPlan | undefined> = fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ seed: fc.nat(1_000_000), most: fc.constantFrom(10, 200, 1000) }) },
);

/** How the host names user data. */
const userDataPaths = fc.constantFrom(...switchValues.userDataPath);

/** Random lives of a game: whatever it does and whatever goes wrong, the promises hold. */
export const randomLives = fc.asyncProperty(fc.scheduler(), quotas, latencies, userDataPaths, fc.commands(allCommands, { maxCommands: 60, size: 'max' }), async (scheduler, quota, latency, userDataPath, commands) => {
    const world = new World(scheduler, quota.cache, { ...quota.host, switches: { userDataPath }, ...(latency ? { latency } : {}) }, quota.bytes);
    const model: Model = new Map(urls.map((url) => [url, { current: 0, oldest: 1, oldestNow: 1, told: false }]));
    for (const url of urls) serve(url, model, world);
    await fc.asyncModelRun(() => ({ model, real: world }), commands);
    // A last night's sleep: the promises hold on what is left.
    world.session.host.faults.clear();
    await kill(model, world);
    await world.rest();
    expectNoOrphans(world.session);
    expect(world.session.cache.statistics().bytes).toBe(bytesIn(world.session.host.disk));
    for (const url of urls) {
        world.load(url, model);
        await world.rest();
    }
    for (const [url, row] of world.session.listed) {
        if (url === zipUrl) continue;
        const path = onDisk(world.session.host, row.url);
        expect(path.startsWith(folder)).toBe(true);
        const bytes = world.session.host.disk.read(path);
        expect(bytes && Buffer.from(bytes).toString('latin1').startsWith(url)).toBe(true);
    }
    world.end();
});
