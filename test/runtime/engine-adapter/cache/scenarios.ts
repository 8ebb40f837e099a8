import { zipSync } from 'fflate';
import { expect } from 'vitest';
import type { AssetCacheSetup } from '../../../../source/runtime/engine-adapter/cache';
import { createVirtualClock, type HostSetup } from '../../../../source/simulator/model';
import { contentOf, openSession, type Session } from './session';

/** Something a game does with its cache, of which any file call may go wrong. */
export interface Scenario {
    readonly name: string;
    readonly host?: HostSetup;
    readonly cache?: Partial<AssetCacheSetup>;
    /** Most bytes the folder may ever take. */
    readonly quotaBytes: number;
    /** Brings the disk to where the scenario begins, without faults. */
    prepare(session: Session): Promise<void>;
    /** What is done; loads must succeed whatever happens. */
    run(session: Session): Promise<void>;
    /** Of the urls cached before, those that must still be there after a kill at any call. */
    survives(url: string): boolean;
}

export const url = (name: string | number): string => `https://game.test/remote/main/${name}.bin`;

export async function loadAll(session: Session, names: readonly (string | number)[], bytes: number): Promise<void> {
    const served = names.map((name) => {
        if (!session.server.has(url(name))) session.server.set(url(name), contentOf(url(name), 1, bytes));
        return session.server.get(url(name));
    });
    expect(await Promise.all(names.map((name) => session.load(url(name)))), `C6: loads of ${names.join(', ')}`).toEqual(served);
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

export const zipUrl = 'https://game.test/remote/levels/res.a1b2c.zip';
export const zipFiles: Readonly<Record<string, string>> = { 'res/config.json': '{"name":"levels"}', 'res/import/ab/one.json': '[1]', 'res/native/cd/two.bin': 'x'.repeat(700) };

export function zipPath(session: Session): string {
    const path = session.host.disk.createTempPath('.other');
    session.host.disk.write(path, zipSync(Object.fromEntries(Object.entries(zipFiles).map(([name, text]) => [name, Buffer.from(text)]))));
    return path;
}

export const manyMegabytes = 50 * 1024 * 1024;

export const scenarios: readonly Scenario[] = [
    {
        name: 'cold load',
        quotaBytes: manyMegabytes,
        prepare: async () => undefined,
        run: (session) => loadAll(session, numbers(0, 12), 300),
        survives: () => true,
    },
    {
        name: 'warm load',
        quotaBytes: manyMegabytes,
        prepare: (session) => loadAll(session, numbers(0, 6), 300),
        run: (session) => loadAll(session, numbers(0, 8), 300),
        survives: () => true,
    },
    {
        name: 'eviction under a quota of our own',
        quotaBytes: 20_000,
        cache: { quotaBytes: 20_000 },
        prepare: (session) => loadAll(session, numbers(0, 12), 1000),
        async run(session) {
            await loadAll(session, numbers(10, 12), 1000);
            await loadAll(session, numbers(20, 24), 1000);
        },
        survives: (name) => name === url(11),
    },
    {
        name: 'eviction at the host\'s quota',
        quotaBytes: 16_000,
        host: { quotaBytes: 16_000 },
        prepare: (session) => loadAll(session, numbers(0, 12), 1000),
        async run(session) {
            await loadAll(session, numbers(10, 12), 1000);
            await loadAll(session, numbers(20, 24), 1000);
        },
        survives: (name) => name === url(11),
    },
    {
        name: 'zip unpack',
        quotaBytes: manyMegabytes,
        prepare: (session) => loadAll(session, numbers(0, 3), 300),
        async run(session) {
            const source = zipPath(session);
            const { path } = await session.cache.unzip(zipUrl, source, 'levels').catch(() => session.cache.unzip(zipUrl, source, 'levels'));
            for (const [name, text] of Object.entries(zipFiles)) {
                if (session.host.faults.fired.every(({ call }) => !call.api.endsWith('unzip'))) expect(session.host.disk.read(path + name)?.byteLength).toBe(text.length);
            }
            await loadAll(session, numbers(3, 5), 300);
        },
        survives: () => true,
    },
    {
        name: 'zip removal, in the old Android layout',
        quotaBytes: manyMegabytes,
        host: { switches: { unzipLayout: 'glued' } },
        async prepare(session) {
            await session.cache.unzip(zipUrl, zipPath(session), 'levels');
            await loadAll(session, numbers(0, 3), 300);
        },
        async run(session) {
            session.cache.forget(zipUrl);
            await loadAll(session, numbers(2, 5), 300);
        },
        survives: () => true,
    },
    {
        name: 'purge by the host',
        quotaBytes: manyMegabytes,
        prepare: (session) => loadAll(session, numbers(0, 6), 300),
        async run(session) {
            session.host.lifecycle.purgeUserFiles();
            await loadAll(session, numbers(0, 8), 300);
        },
        survives: () => false,
    },
    {
        name: 'clear',
        quotaBytes: manyMegabytes,
        prepare: (session) => loadAll(session, numbers(0, 6), 300),
        async run(session) {
            await loadAll(session, numbers(4, 8), 300);
            await session.cache.clear();
            await loadAll(session, numbers(6, 10), 300);
        },
        survives: () => false,
    },
    {
        name: 'compaction',
        quotaBytes: manyMegabytes,
        async prepare(session) {
            await loadAll(session, numbers(0, 4), 300);
            const long = 'long'.repeat(500);
            for (let i = 0; i < 35; i++) {
                session.cache.store(url(long), session.download(url(0)), { bundle: '', extension: '.bin' });
                await session.wait(50);
            }
            session.cache.forget(url(long));
            await session.wait(50);
        },
        async run(session) {
            const long = 'gone'.repeat(4000);
            session.cache.store(url(long), session.download(url(0)), { bundle: '', extension: '.bin' });
            await loadAll(session, numbers(2, 6), 300);
            session.cache.forget(url(long));
            await loadAll(session, numbers(6, 8), 300);
        },
        survives: () => true,
    },
    {
        name: 'a client without appendFile',
        quotaBytes: manyMegabytes,
        host: { without: ['FileSystemManager.appendFile'] },
        prepare: (session) => loadAll(session, numbers(0, 4), 300),
        run: (session) => loadAll(session, numbers(2, 8), 300),
        survives: () => true,
    },
    {
        name: 'start over a foreign cache',
        quotaBytes: manyMegabytes,
        async prepare({ host: { disk } }) {
            const root = '/usr/data/gamecaches';
            disk.write(`${root}/cacheList.json`, JSON.stringify({ version: '1.1', files: { [url(1)]: { bundle: 'main', url: `${root}/main/1.bin`, lastTime: 1 } } }));
            disk.write(`${root}/main/1.bin`, 'old');
            disk.write(`${root}/resources/2.png`, 'old');
        },
        run: (session) => loadAll(session, numbers(0, 4), 300),
        survives: () => true,
    },
];

/** A session that has brought a disk to where the scenario begins. */
async function prepare(scenario: Scenario): Promise<Session> {
    const session = openSession({ host: { ...scenario.host }, cache: { ...scenario.cache } });
    await session.clock.until(session.cache.start());
    const preparing = scenario.prepare(session);
    await session.clock.until(preparing);
    await session.rest();
    // What was loaded long ago may be evicted.
    await session.clock.advance(60_000);
    return session;
}

const preparedSessions = new Map<Scenario, Promise<Session>>();

/** The one session that has brought a disk to where the scenario begins; nothing may be done with it, see {@link begin}. */
export function prepared(scenario: Scenario): Promise<Session> {
    const session = preparedSessions.get(scenario) ?? prepare(scenario);
    preparedSessions.set(scenario, session);
    return session;
}

/** The next session after {@link prepared}, on a disk, a clock and a server of its own: as many as wanted. */
export async function begin(scenario: Scenario): Promise<Session> {
    const { host: { disk }, clock, server } = await prepared(scenario);
    return openSession({ host: { ...scenario.host, disk: disk.clone() }, cache: { ...scenario.cache }, server: new Map(server), clock: createVirtualClock(clock.wallTime()) });
}
