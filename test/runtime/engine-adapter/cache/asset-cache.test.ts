import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CacheEvents } from '../../../../source/runtime/engine-adapter/cache';
import { parseIndex, snapshotText } from '../../../../source/runtime/engine-adapter/cache/journal';
import { HostDisk, type CallRecord } from '../../../../source/simulator/model';
import { bytesIn, expectNoOrphans, expectRightHits, watch } from './promises';
import { loadAll, url, zipFiles, zipPath, zipUrl } from './scenarios';
import { contentOf, filesIn, folder, openSession, type Session } from './session';

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const isFileCall = ({ api }: CallRecord): boolean => api.startsWith('FileSystemManager.');

async function started(setup?: Parameters<typeof openSession>[0]): Promise<Session> {
    const session = openSession(setup);
    await session.clock.until(session.cache.start());
    return session;
}

async function restarted(session: Session, ...changes: Parameters<Session['restart']>): Promise<Session> {
    const next = session.restart(...changes);
    await next.clock.until(next.cache.start());
    return next;
}

async function load(session: Session, names: readonly (string | number)[], bytes = 1000): Promise<void> {
    await session.clock.until(loadAll(session, names, bytes));
    await session.rest();
}

/** Urls that the index on the disk knows, the longest unused first. */
function written({ host: { disk } }: Session): string[] {
    const contents = filesIn(disk).filter((name) => name.startsWith('index-')).map((name) => parseIndex(Buffer.from(disk.read(`${folder}/${name}`)!).toString()));
    const newest = contents.sort((a, b) => (b?.sequence ?? -1) - (a?.sequence ?? -1))[0];
    return newest ? [...newest.rows.values()].map(({ key }) => key) : [];
}

const isCached = (session: Session, name: string | number): boolean => session.cache.peek(url(name)) !== undefined;
const cachedOf = (session: Session, names: readonly number[]): number[] => names.filter((name) => isCached(session, name));

describe('C1: a hit returns the right bytes', () => {
    it('a copy shorter than its source is not cached', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'FileSystemManager.copyFile' });
        await load(session, [1]);
        expect(isCached(session, 1)).toBe(false);
        expect(session.cache.statistics()).toMatchObject({ stored: 0, dropped: 1 });
        expect(filesIn(session.host.disk).filter((name) => !name.startsWith('index'))).toEqual([]);
    });

    it('a download of another length than the bundle\'s list says is not cached, nor an empty one', async () => {
        const session = await started();
        session.server.set(url(1), 'short');
        session.server.set(url(2), '');
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.png', bytes: 6 });
        session.cache.store(url(2), session.download(url(2)), { bundle: '', extension: '.png' });
        await session.rest();
        expect(session.listed.size).toBe(0);
        expect(session.cache.statistics().dropped).toBe(2);
    });

    it('a file that was cut short on the disk is fetched anew, and cached again', async () => {
        const session = await started();
        await load(session, [1, 2]);
        const { path } = session.cache.peek(url(1))!;
        session.host.disk.write(path, 'cut');
        await load(session, [1, 2]);
        expect(session.cache.peek(url(1))?.path).not.toBe(path);
        expect(expectRightHits(session)).toEqual([url(1), url(2)]);
        expect(session.host.disk.read(path)).toBeUndefined();
    });

    it('the newest of two stores of one url wins, whichever copy ends last', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'late', ms: 500, at: 1, api: 'FileSystemManager.copyFile' });
        for (const version of [1, 2]) {
            session.server.set(url(1), contentOf(url(1), version, 100));
            session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin' });
        }
        await session.rest();
        expect(expectRightHits(session)).toEqual([url(1)]);
        expectNoOrphans(session);
    });

    it('an update takes the old version\'s place and room', async () => {
        const session = await started();
        await load(session, [1]);
        const { path } = session.cache.peek(url(1))!;
        session.server.set(url(1), contentOf(url(1), 2, 700));
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin' });
        await session.rest();
        expect(expectRightHits(session)).toEqual([url(1)]);
        expect(session.host.disk.read(path)).toBeUndefined();
        expect(session.cache.statistics().bytes).toBe(bytesIn(session.host.disk));
    });

    it('an old version that is held does not come back when the host loses half of what the index was told', async () => {
        const session = await started();
        await load(session, [1]);
        session.cache.hold(url(1));
        session.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'FileSystemManager.appendFile' });
        session.server.set(url(1), contentOf(url(1), 2, 700));
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin' });
        await session.rest();
        expect(expectRightHits(await restarted(session))).toEqual([url(1)]);
    });

    it('an old version does not come back when the index cannot be told of the new one', async () => {
        const session = await started();
        await load(session, [1, 2]);
        session.host.faults.add(...['writeFile', 'appendFile'].map((name) => ({ kind: 'fail', at: 1, times: Infinity, api: `FileSystemManager.${name}` }) as const));
        session.cache.hold(url(2));
        session.server.set(url(1), contentOf(url(1), 2, 1000));
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin' });
        await session.rest();
        const next = session.restart();
        next.host.faults.clear();
        await next.clock.until(next.cache.start());
        await next.rest();
        expect(expectRightHits(next)).toEqual([url(2)]);
    });

    it('what lies in a folder that could not be listed is taken for no new file', async () => {
        const session = await started();
        await load(session, [1]);
        const next = session.restart();
        // Copied by a session that was killed before it wrote that down.
        const name = session.cache.peek(url(1))!.path.replace(/c-(\w+)/, (_, id: string) => `c-${(parseInt(id, 36) + 1).toString(36)}`);
        next.host.disk.write(name, contentOf(url(2), 1, 700));
        next.host.faults.add({ kind: 'throw', at: 1, times: Infinity, api: 'FileSystemManager.readdir' }, { kind: 'lost', at: 1, api: 'FileSystemManager.copyFile' });
        await next.clock.until(next.cache.start());
        await next.clock.advance(5000);
        next.host.faults.clear();
        next.host.faults.add({ kind: 'lost', at: 1, api: 'FileSystemManager.copyFile' });
        next.server.set(url(2), contentOf(url(2), 2, 700));
        await load(next, [2, 3]);
        expect(expectRightHits(next)).toEqual([url(1), url(2), url(3)]);
        const last = await restarted(next);
        await last.rest();
        expectNoOrphans(last);
        expect(expectRightHits(last)).toEqual([url(1), url(2), url(3)]);
    });

    it('a failed update removes the old version', async () => {
        const session = await started();
        await load(session, [1]);
        session.cache.store(url(1), '/tmp/alipay/gone.other', { bundle: '', extension: '.bin' });
        await session.rest();
        expect(isCached(session, 1)).toBe(false);
    });

    it('a failed update is told to the index at once: a kill does not bring the old version back', async () => {
        const session = await started();
        await load(session, [1]);
        await session.rest();
        session.cache.store(url(1), '/tmp/alipay/gone.other', { bundle: '', extension: '.bin' });
        await session.clock.advance(500);
        expect(isCached(await restarted(session), 1)).toBe(false);
    });

    it('a failed update leaves a newer one alone', async () => {
        const session = await started();
        session.cache.store(url(1), '/tmp/alipay/gone.other', { bundle: '', extension: '.bin' });
        await load(session, [1]);
        expect(isCached(session, 1)).toBe(true);
    });

    it.each(['.png', '.mp3', '.atlas', '.pvr'])('the cached file keeps its extension %s', async (extension) => {
        const session = await started();
        session.server.set(url(1), 'data');
        session.cache.store(url(1), session.download(url(1)), { bundle: 'main', extension });
        await session.rest();
        expect(session.cache.peek(url(1))?.path.endsWith(extension)).toBe(true);
        expect((await restarted(session)).cache.peek(url(1))?.path.endsWith(extension)).toBe(true);
    });

    it.each(['', 'png', './../x', '.a/b', '.longerthantwelve'])('an extension like "%s" does not get into a path', async (extension) => {
        const session = await started();
        session.server.set(url(1), 'data');
        session.cache.store(url(1), session.download(url(1)), { bundle: 'main', extension });
        await session.rest();
        expect(session.cache.peek(url(1))?.path).toMatch(new RegExp(`^${folder}/c-[0-9a-z]+$`));
    });
});

describe('C2: a kill loses at most the last access times', () => {
    it('the next session has every file whose copy was written down, with its bundle and time', async () => {
        const first = await started();
        await load(first, numbers(0, 50));
        const second = await restarted(first);
        expect(expectRightHits(second)).toHaveLength(50);
        const row = second.listed.get(url(7))!;
        expect(row).toMatchObject({ bundle: 'main', url: second.cache.peek(url(7))!.path });
        expect(second.clock.wallTime() - row.lastTime).toBeLessThan(5000);
        expect(filesIn(second.host.disk)).toHaveLength(51);
    });

    it('the order of use survives: what was used last session is evicted last', async () => {
        const first = await started();
        await load(first, numbers(0, 10));
        await first.clock.advance(60_000);
        await load(first, [3, 0]);
        const second = await restarted(first);
        await second.clock.advance(60_000);
        second.cache.evict(8000);
        expect(cachedOf(second, numbers(0, 10))).toEqual([0, 3]);
    });

    it('access times are written every two seconds of use, not at every use', async () => {
        const first = await started();
        await load(first, numbers(0, 5));
        first.host.calls.clear();
        for (let i = 0; i < 30; i++) {
            first.cache.find(url(i % 5));
            await first.clock.advance(100);
        }
        await first.clock.advance(2000);
        expect(first.host.calls.count('FileSystemManager.appendFile')).toBe(2);
        await first.clock.advance(60_000);
        expect(first.host.calls.count('FileSystemManager.appendFile')).toBe(2);
    });

    it('flush writes them at once', async () => {
        const first = await started();
        await load(first, numbers(0, 3));
        await first.clock.advance(60_000);
        first.cache.find(url(0));
        await first.clock.until(first.cache.flush());
        const second = await restarted(first);
        await second.clock.advance(60_000);
        second.cache.evict(2000);
        expect(cachedOf(second, numbers(0, 3))).toEqual([0]);
    });

    it('uses after a flush are written two seconds later', async () => {
        const session = await started();
        await load(session, numbers(0, 3));
        session.cache.find(url(0));
        await session.clock.until(session.cache.flush());
        expect(written(session)).toEqual([url(1), url(2), url(0)]);
        session.cache.find(url(1));
        await session.clock.advance(1900);
        expect(written(session)).toEqual([url(1), url(2), url(0)]);
        await session.clock.advance(200);
        expect(written(session)).toEqual([url(2), url(0), url(1)]);
    });

    it('a file is written down as soon as it is copied', async () => {
        const session = await started();
        await session.clock.until(loadAll(session, [1], 100));
        await session.clock.advance(15);
        expect(written(session)).toEqual([url(1)]);
    });

    it('nothing is written when nothing has changed', async () => {
        const session = await started();
        await load(session, [1]);
        session.host.calls.clear();
        await session.clock.until(session.cache.flush());
        await session.clock.advance(60_000);
        expect(session.host.calls.count()).toBe(0);
    });

    it('an index that vanished alone is written anew at the next miss', async () => {
        const session = await started();
        await load(session, numbers(0, 3));
        for (const name of filesIn(session.host.disk)) if (name.startsWith('index-')) session.host.disk.remove(`${folder}/${name}`);
        session.cache.forget(url(0));
        await session.clock.advance(100);
        expect(written(session)).toEqual([url(1), url(2)]);
    });

    it('of two rows of one url the later counts, and the file of the earlier is deleted', async () => {
        const disk = new HostDisk();
        const row = { suffix: '.bin', bytes: 3, lastTime: 1, bundle: '', key: url(1) };
        disk.write(`${folder}/index-1`, snapshotText(1, 7, [{ ...row, id: 3 }, { ...row, id: 5 }]));
        disk.write(`${folder}/c-3.bin`, 'old');
        disk.write(`${folder}/c-5.bin`, 'new');
        const session = await started({ host: { disk } });
        expect(session.cache.peek(url(1))?.path).toBe(`${folder}/c-5.bin`);
        await session.rest();
        expect(filesIn(disk).filter((name) => name.startsWith('c-'))).toEqual(['c-5.bin']);
        await load(session, [2]);
        expect(session.cache.peek(url(2))?.path).toBe(`${folder}/c-7.bin`);
        expect(session.cache.statistics().bytes).toBe(bytesIn(disk));
    });

    it('of two whole indexes the one with the higher number counts', async () => {
        const row = { suffix: '.bin', bytes: 3, lastTime: 1, bundle: '' };
        for (const [older, newer] of [[4, 5], [6, 5]]) {
            const disk = new HostDisk();
            disk.write(`${folder}/index-0`, snapshotText(older!, 7, [{ ...row, id: 1, key: 'even' }]));
            disk.write(`${folder}/index-1`, snapshotText(newer!, 7, [{ ...row, id: 1, key: 'odd' }]));
            disk.write(`${folder}/c-1.bin`, 'new');
            const session = await started({ host: { disk } });
            expect([...session.listed.keys()]).toEqual([newer! > older! ? 'odd' : 'even']);
            await session.rest();
            expect(filesIn(disk)).toHaveLength(2);
        }
    });

    it('a torn line of the journal is skipped, the lines after it count', async () => {
        const first = await started();
        await load(first, [1]);
        const index = filesIn(first.host.disk).find((name) => name.startsWith('index-'))!;
        const text = Buffer.from(first.host.disk.read(`${folder}/${index}`)!).toString();
        first.host.disk.write(`${folder}/${index}`, `${text}\nabc[1,99,".bin"`);
        const second = await restarted(first);
        await load(second, [2]);
        const third = await restarted(second);
        expect(expectRightHits(third)).toEqual([url(1), url(2)]);
    });

    it('works without appendFile', async () => {
        const first = await started({ host: { without: ['FileSystemManager.appendFile'] } });
        await load(first, numbers(0, 20));
        expect(expectRightHits(await restarted(first))).toHaveLength(20);
    });

    it('an index that cannot be read at first is read again', async () => {
        const first = await started();
        await load(first, [1]);
        const second = first.restart();
        second.host.faults.add({ kind: 'never', at: 1, api: 'FileSystemManager.readFile' }, { kind: 'fail', at: 1, api: 'FileSystemManager.readFile' });
        const before = second.clock.now();
        await second.clock.until(second.cache.start());
        expect(isCached(second, 1)).toBe(true);
        expect(second.clock.now() - before).toBeLessThan(3000);
    });

    it('a host that never lets the index be read delays the start by four seconds, not for ever', async () => {
        const first = await started();
        await load(first, [1]);
        const second = first.restart();
        second.host.faults.add({ kind: 'never', at: 1, times: Infinity, api: 'FileSystemManager.readFile' });
        const before = second.clock.now();
        await second.clock.until(second.cache.start());
        expect(second.clock.now() - before).toBe(4000);
        second.host.faults.clear();
        await load(second, [1]);
        expect(expectRightHits(second)).toEqual([url(1)]);
        expectNoOrphans(second);
    });

    it('the index that fails to be written is tried again later', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'fail', at: 1, times: 4, api: ['FileSystemManager.appendFile', 'FileSystemManager.writeFile'] });
        await session.clock.until(loadAll(session, [1], 100));
        await session.clock.advance(5000);
        expect(isCached(await restarted(session), 1)).toBe(true);
    });

    it('a host that refuses every write of the index is left alone after a few attempts', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'fail', at: 1, times: Infinity, api: ['FileSystemManager.appendFile', 'FileSystemManager.writeFile'] });
        await session.clock.until(loadAll(session, [1], 100));
        await session.clock.advance(60_000);
        expect(session.host.calls.count('FileSystemManager.writeFile')).toBe(15);
        expect(await session.clock.until(session.load(url(1)))).toBe(session.server.get(url(1)));
    });

    it('the index is compacted when most of it is out of date', async () => {
        const session = await started();
        await load(session, numbers(0, 5), 100);
        const long = 'l'.repeat(3000);
        for (let i = 0; i < 60; i++) {
            await load(session, [long], 100);
            session.cache.forget(url(long));
        }
        await session.rest();
        const index = filesIn(session.host.disk).filter((name) => name.startsWith('index-'));
        expect(index).toHaveLength(1);
        expect(session.host.disk.read(`${folder}/${index[0]}`)!.byteLength).toBeLessThan(10_000);
        expect(session.host.disk.bytesWritten(`${folder}/index-0`) + session.host.disk.bytesWritten(`${folder}/index-1`)).toBeLessThan(3 * 60 * 3100);
        expect(expectRightHits(await restarted(session))).toHaveLength(5);
    });
});

describe('C3: never more than the quota, orphans counted', () => {
    it('files no index knows are deleted in slices that leave room for frames, before anything is cached', async () => {
        const disk = new HostDisk();
        for (let i = 0; i < 40; i++) disk.write(`${folder}/main/${i}.png`, 'x'.repeat(100));
        for (let i = 0; i < 40; i++) disk.write(`${folder}/c-${i.toString(36)}.png`, 'x'.repeat(100));
        disk.write(`${folder}/index-0`, '\nabc[0,1,7,3,0]');
        disk.write(`${folder}/index-1`, '');
        const session = await started({ host: { disk }, cache: { quotaBytes: 10_000 } });
        const stop = watch(session, 10_000);
        const slices = new Set<number>();
        session.host.calls.subscribe((call) => { if (call.api.endsWith('unlink')) slices.add(Math.floor(call.startedAt / 10)); });
        await load(session, [1], 100);
        stop();
        expect(slices.size).toBeGreaterThan(3);
        expect(session.cache.statistics()).toMatchObject({ files: 1, swept: 43 });
        expectNoOrphans(session);
        expect(session.cache.peek(url(1))?.path).toBe(`${folder}/c-14.bin`);
    });

    it('a folder that cannot be listed at first is listed a little later, before anything is cached', async () => {
        const disk = new HostDisk();
        disk.write(`${folder}/c-5.png`, 'x'.repeat(900));
        const session = openSession({ host: { disk }, cache: { quotaBytes: 10_000 } });
        const stop = watch(session, 10_000);
        session.host.faults.add({ kind: 'fail', at: 1, api: 'FileSystemManager.readdir' });
        await session.clock.until(session.cache.start());
        await load(session, numbers(0, 5));
        await session.clock.advance(5000);
        expect(session.cache.statistics()).toMatchObject({ swept: 1, stored: 4 });
        stop();
        expectNoOrphans(session);
    });

    it('an orphan that cannot be deleted stays counted', async () => {
        const disk = new HostDisk();
        disk.write(`${folder}/old.png`, 'x'.repeat(500));
        const session = openSession({ host: { disk } });
        session.host.faults.add({ kind: 'fail', at: 1, times: Infinity, api: ['FileSystemManager.unlink', 'FileSystemManager.rmdir'] });
        await session.clock.until(session.cache.start());
        await session.rest();
        expect(session.cache.statistics().swept).toBe(0);
        expect(session.cache.statistics().bytes).toBe(bytesIn(session.host.disk));
    });

    it('evicts by bytes, the longest unused first, what is needed and 15 % more, before it writes', async () => {
        const session = await started({ cache: { quotaBytes: 100_000 } });
        const stop = watch(session, 100_000);
        await load(session, numbers(0, 80));
        await session.clock.advance(60_000);
        await load(session, [0]);
        await load(session, ['big'], 30_000);
        stop();
        expect(isCached(session, 'big')).toBe(true);
        expect(isCached(session, 0)).toBe(true);
        const left = cachedOf(session, numbers(1, 80));
        expect(left).toEqual(numbers(80 - left.length, 80));
        expect(bytesIn(session.host.disk)).toBeLessThan(85_000);
        expect(bytesIn(session.host.disk)).toBeGreaterThan(45_000);
        const { evicted, evictedBytes } = session.cache.statistics();
        expect(evicted).toBe(79 - left.length);
        expect(evictedBytes).toBe(evicted * 1000);
    });

    it('an index that outgrows the quota costs files, not the quota', async () => {
        const session = await started({ cache: { quotaBytes: 20_000 } });
        const stop = watch(session, 20_000);
        const names = numbers(0, 8).map((i) => `${i}${'long'.repeat(650)}`);
        await load(session, names, 100);
        stop();
        const left = names.filter((name) => isCached(session, name));
        expect(left.length).toBeGreaterThan(1);
        expect(left.length).toBeLessThan(8);
        expect(written(session).sort()).toEqual(left.map(url).sort());
    });

    it('access times do not outgrow the quota either', async () => {
        const session = await started({ cache: { quotaBytes: 12_000 } });
        const stop = watch(session, 12_000);
        await load(session, numbers(0, 20), 500);
        const before = session.listed.size;
        for (let i = 0; i < 200; i++) {
            for (const key of [...session.listed.keys()]) session.cache.find(key);
            await session.clock.until(session.cache.flush());
        }
        stop();
        expect(before).toBeGreaterThan(8);
        expect(session.listed.size).toBe(before);
        expect(expectRightHits(await restarted(session))).toHaveLength(session.listed.size);
    });

    it('learns the quota from the index too, and makes room for it', async () => {
        const session = await started();
        await load(session, numbers(0, 10));
        await session.clock.advance(60_000);
        session.host.faults.add({ kind: 'fail', error: 10028, at: 1, times: 2, api: ['FileSystemManager.appendFile', 'FileSystemManager.writeFile'] });
        await load(session, ['next']);
        expect(cachedOf(session, numbers(0, 10)).length).toBeLessThan(10);
        expect(written(session)).toContain(url('next'));
    });

    it('a copy that is never answered is given up after ten seconds, and others take its turn', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'never', effect: 'none', at: 1, times: 8, api: 'FileSystemManager.copyFile' });
        await session.clock.until(loadAll(session, numbers(0, 9), 100));
        await session.clock.advance(9_900);
        expect(session.listed.size).toBe(0);
        await session.clock.advance(300);
        expect([...session.listed.keys()]).toEqual([url(8)]);
        expect(session.cache.statistics()).toMatchObject({ dropped: 8, queued: 0 });
    });

    it('asks for no length that is known', async () => {
        const session = await started();
        session.server.set(url(1), 'known');
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin', bytes: 5 });
        await session.rest();
        expect(isCached(session, 1)).toBe(true);
        expect(session.host.calls.records.filter(({ api, target }) => api.endsWith('stat') && target.includes('/tmp/'))).toEqual([]);
    });

    it('evicted files leave the disk without further ado', async () => {
        const session = await started();
        await load(session, numbers(0, 5));
        await session.clock.advance(60_000);
        expect(session.cache.evict(2500)).toBe(3000);
        await session.clock.advance(50);
        expect(filesIn(session.host.disk).filter((name) => name.startsWith('c-'))).toHaveLength(2);
    });

    it('takes another margin', async () => {
        const session = await started({ cache: { quotaBytes: 100_000, margin: 0.5 } });
        await load(session, numbers(0, 80));
        await session.clock.advance(60_000);
        await load(session, ['next'], 20_000);
        expect(bytesIn(session.host.disk)).toBeLessThan(50_000);
        expect(isCached(session, 'next')).toBe(true);
    });

    it.each([{ error: 10028, errorMessage: '' }, { error: 99, errorMessage: '存储空间不足' }, { error: 3, errorMessage: 'the maximum size of the file storage limit is exceeded' }])(
        'learns the quota from the host\'s error %j', async (said) => {
            const session = await started();
            await load(session, numbers(0, 20));
            await session.clock.advance(60_000);
            session.host.faults.add({ kind: 'fail', ...said, at: 1, api: 'FileSystemManager.copyFile' });
            await load(session, ['next']);
            expect(isCached(session, 'next')).toBe(true);
            expect(session.cache.statistics().evicted).toBeGreaterThan(2);
            expect(session.cache.statistics().quotaBytes).toBeLessThan(30_000);
        });

    it('a host that says quota whatever is freed is not believed a second time', async () => {
        const session = await started();
        await load(session, numbers(0, 20));
        await session.clock.advance(60_000);
        session.host.faults.add({ kind: 'fail', error: 10028, at: 1, times: Infinity, api: 'FileSystemManager.copyFile' });
        await load(session, numbers(20, 22));
        const { evicted } = session.cache.statistics();
        await load(session, numbers(22, 40));
        expect(session.cache.statistics()).toMatchObject({ evicted, quotaBytes: Infinity, dropped: 20 });
        session.host.faults.clear();
        await load(session, numbers(40, 42));
        expect(cachedOf(session, numbers(40, 42))).toHaveLength(2);
    });

    it('a single file beyond the host\'s limit costs no other file', async () => {
        const session = await started();
        await load(session, numbers(0, 5));
        await session.clock.advance(60_000);
        await load(session, ['huge'], 10 * 1024 * 1024 + 1);
        expect(session.cache.statistics()).toMatchObject({ files: 5, evicted: 0, dropped: 1, quotaBytes: Infinity });
    });

    it('the full disk with a torn index: the next start leaves no orphan, and caching works', async () => {
        const first = await started({ host: { quotaBytes: 50_000 } });
        await load(first, numbers(0, 60));
        for (const name of filesIn(first.host.disk)) if (name.startsWith('index-')) first.host.disk.write(`${folder}/${name}`, '\n1x[0,1,');
        const second = await restarted(first);
        await load(second, numbers(60, 70));
        expectNoOrphans(second);
        expect(expectRightHits(second)).toHaveLength(10);
    });
});

describe('C4: no synchronous file call', () => {
    it('in a whole life of loads, evictions and clearing', async () => {
        const session = await started({ cache: { quotaBytes: 20_000 } });
        await load(session, numbers(0, 30));
        await session.clock.advance(60_000);
        await load(session, numbers(30, 40));
        await session.clock.until(session.cache.clear());
        expect(session.host.calls.records.filter((call) => call.sync && isFileCall(call))).toEqual([]);
    });
});

describe('C5: eviction spares', () => {
    it('what is held, until it is released', async () => {
        const session = await started();
        await load(session, numbers(0, 4));
        await session.clock.advance(60_000);
        const releases = [session.cache.hold(url(0)), session.cache.hold(url(0)), session.cache.hold(url(1))];
        session.cache.evict(Infinity);
        expect(cachedOf(session, numbers(0, 4))).toEqual([0, 1]);
        releases[0]!();
        releases[0]!();
        session.cache.evict(Infinity);
        expect(cachedOf(session, numbers(0, 4))).toEqual([0, 1]);
        releases[1]!();
        releases[2]!();
        expect(session.cache.evict(Infinity)).toBe(2000);
        expect(cachedOf(session, numbers(0, 4))).toEqual([]);
        session.cache.hold(url(9))();
    });

    it('what is pinned, before or after it is cached', async () => {
        const session = await started();
        session.cache.pins.add(url(1));
        await load(session, numbers(0, 3));
        session.cache.pins.add(url(2));
        await session.clock.advance(60_000);
        session.cache.evict(Infinity);
        expect(cachedOf(session, numbers(0, 3))).toEqual([1, 2]);
    });

    it('what was just loaded, also when the cache is full: that is said once a file, and nothing is lost', async () => {
        const session = await started({ cache: { quotaBytes: 20_000 } });
        const full: CacheEvents['full'][] = [];
        session.cache.on('full', (event) => full.push(event));
        await load(session, numbers(0, 30));
        const kept = cachedOf(session, numbers(0, 30));
        expect(kept.length).toBeGreaterThan(8);
        expect(session.cache.statistics().evicted).toBe(0);
        expect(full).toHaveLength(30 - kept.length);
        expect(full[0]).toEqual({ url: url(kept.length), bytes: 1000 });
    });

    it('what was used less than ten seconds ago; a clock that was put back spares nothing', async () => {
        let shift = 0;
        const session = openSession();
        const shifted = session.restart({ now: () => session.clock.wallTime() + shift });
        await shifted.clock.until(shifted.cache.start());
        await load(shifted, [1, 2], 100);
        const age = (): number => session.clock.wallTime() + shift - shifted.listed.get(url(1))!.lastTime;
        shift += 9_999 - age();
        expect(shifted.cache.evict(1)).toBe(0);
        shift += 1;
        expect(shifted.cache.evict(1)).toBe(100);
        shift -= 60_000;
        expect(shifted.cache.evict(1)).toBe(100);
    });

    it('a removed file that is held stays on the disk until it is released', async () => {
        const session = await started();
        await load(session, [1]);
        const { path } = session.cache.peek(url(1))!;
        const release = session.cache.hold(url(1));
        const releaseOther = session.cache.hold(url(1));
        session.cache.forget(url(1));
        releaseOther();
        await session.rest();
        expect(isCached(session, 1)).toBe(false);
        expect(session.host.disk.read(path)).toBeDefined();
        expect(session.cache.statistics().bytes).toBe(bytesIn(session.host.disk));
        release();
        await session.rest();
        expect(session.host.disk.read(path)).toBeUndefined();
    });

    it('everything, when autoClear is off', async () => {
        const session = await started({ cache: { quotaBytes: 20_000 } });
        session.cache.settings.autoClear = false;
        await load(session, numbers(0, 10));
        await session.clock.advance(60_000);
        await load(session, numbers(10, 30));
        expect(cachedOf(session, numbers(0, 10))).toEqual(numbers(0, 10));
        expect(session.cache.statistics().evicted).toBe(0);
    });

    it('everything, when autoClear is off and the host has no room for the index either', async () => {
        const session = await started({ host: { quotaBytes: 4000 } });
        session.cache.settings.autoClear = false;
        await load(session, numbers(0, 40), 100);
        expect(session.cache.statistics().stored).toBeGreaterThan(10);
        expect(session.cache.statistics().evicted).toBe(0);
    });
});

describe('C6: no failure of the cache is one of a load', () => {
    it.each(['fail', 'throw', 'never'] as const)('every file call of the cache answers with "%s"', async (kind) => {
        const session = openSession();
        session.host.faults.add({ kind, at: 1, times: Infinity, api: isFileCall });
        await session.clock.until(session.cache.start());
        await session.clock.until(loadAll(session, numbers(0, 20), 100));
        session.cache.forget(url(1));
        session.cache.evict(1);
        await session.clock.until(session.cache.clear());
        expect(session.listed.size).toBe(0);
    });

    it('a listener that throws disturbs nobody', async () => {
        const session = await started();
        await load(session, numbers(0, 2));
        await session.clock.advance(60_000);
        const seen: CacheEvents['evicted'][] = [];
        const { error } = console;
        const said: unknown[] = [];
        console.error = (what: unknown) => { said.push(what); };
        const fault = new Error('a listener of the game');
        session.cache.on('evicted', () => { throw fault; });
        session.cache.on('evicted', (event) => seen.push(event));
        session.cache.evict(1);
        console.error = error;
        expect(said).toEqual([fault]);
        expect(seen).toEqual([{ urls: [url(0)], bytes: 1000 }]);
    });

    it('a listener taken off hears no more', async () => {
        const session = await started();
        await load(session, numbers(0, 2));
        await session.clock.advance(60_000);
        const seen: unknown[] = [];
        const listener = (event: unknown): void => { seen.push(event); };
        session.cache.on('evicted', listener);
        session.cache.off('evicted', listener);
        session.cache.evict(1);
        expect(seen).toEqual([]);
    });
});

describe('C7: the start', () => {
    it('is one, however often it is asked for', async () => {
        const session = openSession();
        const first = session.cache.start();
        expect(session.cache.start()).toBe(first);
        await session.clock.until(first);
        expect(session.cache.start()).toBe(first);
        expect(session.host.calls.count('FileSystemManager.readFile')).toBe(2);
    });

    it('wipes another cache\'s folder, list and files', async () => {
        const disk = new HostDisk();
        disk.write(`${folder}/cacheList.json`, JSON.stringify({ version: '1.1', files: { [url(1)]: { bundle: 'main', url: `${folder}/main/1.bin`, lastTime: 1 } } }));
        disk.write(`${folder}/main/1.bin`, 'old');
        disk.write('/usr/data/save.json', 'the game\'s own');
        const session = await started({ host: { disk } });
        expect(isCached(session, 1)).toBe(false);
        await session.rest();
        expect(filesIn(disk)).toEqual(['index-1']);
        expect(disk.find(`${folder}/main`)).toBeUndefined();
        expect(disk.read('/usr/data/save.json')).toBeDefined();
    });

    it('wipes an index of another format', async () => {
        const first = await started();
        await load(first, [1]);
        const index = `${folder}/${filesIn(first.host.disk).find((name) => name.startsWith('index-'))!}`;
        first.host.disk.write(index, Buffer.from(first.host.disk.read(index)!).toString().replace('[0,1,', '[0,2,'));
        const second = await restarted(first);
        await second.rest();
        expect(second.listed.size).toBe(0);
        expect(filesIn(second.host.disk)).toEqual(['index-1']);
    });

    it('files that were copied while it had not ended are cached after it', async () => {
        const session = openSession();
        session.server.set(url(1), 'early');
        session.cache.store(url(1), session.download(url(1)), { bundle: '', extension: '.bin' });
        await session.clock.advance(100);
        expect(isCached(session, 1)).toBe(false);
        await session.clock.until(session.cache.start());
        await session.rest();
        expect(isCached(session, 1)).toBe(true);
    });
});

describe('the host purged the cached files', () => {
    it('is noticed at the first miss: one look, no write per file, and all are cached again', async () => {
        const session = await started();
        await load(session, numbers(0, 100), 100);
        session.host.lifecycle.purgeUserFiles();
        session.host.calls.clear();
        await load(session, numbers(0, 100), 100);
        expect(expectRightHits(session)).toHaveLength(100);
        expect(session.host.calls.count('FileSystemManager.readdir')).toBeLessThan(4);
        expect(session.host.calls.count('FileSystemManager.writeFile')).toBeLessThan(4);
        expect(expectRightHits(await restarted(session))).toHaveLength(100);
    });

    it('between two sessions: the start finds out', async () => {
        const first = await started();
        await load(first, numbers(0, 10), 100);
        for (const name of filesIn(first.host.disk)) if (!name.startsWith('index-')) first.host.disk.remove(`${folder}/${name}`);
        const second = await restarted(first);
        await second.rest();
        expect(second.listed.size).toBe(0);
        expect(second.cache.statistics().bytes).toBe(bytesIn(second.host.disk));
    });
});

describe('zip bundles', () => {
    it.each(['inside', 'glued'] as const)('are unpacked as one entry, found again next session (unzipLayout "%s")', async (unzipLayout) => {
        const session = await started({ host: { switches: { unzipLayout } } });
        const { path, bytes } = await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        for (const [name, text] of Object.entries(zipFiles)) expect(Buffer.from(session.host.disk.read(path + name)!).toString()).toBe(text);
        expect(bytes).toBe(Object.values(zipFiles).join('').length);
        await session.rest();
        expect(session.cache.statistics().bytes).toBe(bytesIn(session.host.disk));
        const next = await restarted(session);
        await next.rest();
        expect(next.cache.find(zipUrl)?.path).toBe(path);
        expectNoOrphans(next);
        next.cache.forget(zipUrl);
        await next.rest();
        expect(filesIn(next.host.disk).filter((name) => !name.startsWith('index-'))).toEqual([]);
    });

    it('a large one does not come into memory', async () => {
        const session = await started();
        const path = session.host.disk.createTempPath('.other');
        const zip = zipSync({ 'res/film.bin': randomBytes(5_000_000) }, { level: 0 });
        session.host.disk.write(path, zip);
        expect(await session.clock.until(session.cache.unzip(zipUrl, path, 'levels'))).toMatchObject({ bytes: 5_000_000 });
        const read = session.host.calls.records.filter(({ api, target }) => api.endsWith('readFile') && target === path).map(({ bytes }) => bytes);
        expect(read).toEqual([65_557]);
    });

    it('are never evicted in the session that loaded them', async () => {
        const session = await started();
        await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        await session.clock.advance(60_000);
        expect(session.cache.evict(Infinity)).toBe(0);
        const next = await restarted(session);
        await next.clock.advance(60_000);
        expect(next.cache.evict(Infinity)).toBeGreaterThan(0);
    });

    it('evict what was just loaded when they find no room otherwise', async () => {
        const session = await started({ cache: { quotaBytes: 20_000 } });
        await load(session, numbers(0, 15));
        await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        expect(session.cache.peek(zipUrl)).toBeDefined();
        expect(session.cache.statistics().evicted).toBeGreaterThan(0);
    });

    it('are unpacked even past a quota of our own: the bundle can load in no other way', async () => {
        const session = await started({ cache: { quotaBytes: 500 } });
        const { path } = await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        expect(session.host.disk.read(`${path}res/config.json`)).toBeDefined();
        expect(session.cache.peek(zipUrl)).toBeDefined();
    });

    it('a host that is silent about unpacking is given up after a minute', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'never', at: 1, api: 'FileSystemManager.unzip' });
        const before = session.clock.now();
        await expect(session.clock.until(session.cache.unzip(zipUrl, zipPath(session), ''))).rejects.toMatchObject({ kind: 'unanswered', message: expect.stringContaining('FileSystemManager') as string });
        expect(session.clock.now() - before).toBeGreaterThanOrEqual(60_000);
        expect(session.clock.now() - before).toBeLessThan(61_000);
    });

    it('an unpacked zip that a newer one has replaced stays on the disk while it is loaded', async () => {
        const session = await started();
        const first = await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        const second = await session.clock.until(session.cache.unzip(zipUrl, zipPath(session), 'levels'));
        await session.rest();
        expect(second.path).not.toBe(first.path);
        expect(session.cache.peek(zipUrl)?.path).toBe(second.path);
        expect(session.host.disk.read(`${first.path}res/config.json`)).toBeDefined();
        const next = await restarted(session);
        await next.rest();
        expectNoOrphans(next);
        expect(next.host.disk.read(`${first.path}res/config.json`)).toBeUndefined();
    });

    it('a file that is no whole zip is refused with its path', async () => {
        const session = await started();
        session.host.disk.write('/tmp/alipay/broken.other', 'PK');
        await expect(session.clock.until(session.cache.unzip(zipUrl, '/tmp/alipay/broken.other', ''))).rejects.toThrow(/unzip \/tmp\/alipay\/broken\.other/);
        await expect(session.clock.until(session.cache.unzip(zipUrl, '/tmp/alipay/none.other', ''))).rejects.toMatchObject({ kind: 'not-found' });
    });

    it('a part of a zip does not count as unpacked', async () => {
        const session = await started();
        session.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'FileSystemManager.unzip' });
        await expect(session.clock.until(session.cache.unzip(zipUrl, zipPath(session), ''))).rejects.toThrow(/unzip/);
        await session.rest();
        expect(session.cache.peek(zipUrl)).toBeUndefined();
        expectNoOrphans(session);
    });
});

describe('clearing and pace', () => {
    it('clear removes all from the disk, what is queued and what is being copied too', async () => {
        const session = await started();
        await load(session, numbers(0, 10));
        session.host.disk.write(`${folder}/by-the-game/file.bin`, 'x');
        const loading = loadAll(session, numbers(10, 40), 1000);
        await session.clock.advance(3);
        const clearing = session.cache.clear();
        await session.clock.until(Promise.all([loading, clearing]));
        await session.rest();
        expect(session.listed.size).toBe(0);
        expect(filesIn(session.host.disk).filter((name) => !name.startsWith('index-'))).toEqual([]);
        expect((await restarted(session)).listed.size).toBe(0);
    });

    it('clear removes all, and forget its url, although the index has not been read yet', async () => {
        const session = await started();
        await load(session, [1, 2, 3]);
        const next = session.restart();
        void next.cache.start();
        next.cache.forget(url(1));
        // What comes after it is cached.
        next.server.set(url(2), contentOf(url(2), 2, 1000));
        next.cache.forget(url(2));
        next.cache.store(url(2), next.download(url(2)), { bundle: 'main', extension: '.bin' });
        await next.rest();
        expect(expectRightHits(next)).toEqual([url(2), url(3)]);
        const last = next.restart();
        void last.cache.start();
        const clearing = last.cache.clear();
        last.cache.store(url(3), last.download(url(3)), { bundle: 'main', extension: '.bin' });
        await last.clock.until(clearing);
        await last.rest();
        expect(expectRightHits(last)).toEqual([url(3)]);
        expect(expectRightHits(await restarted(last))).toEqual([url(3)]);
    });

    it('copies eight files at the same time, at once', async () => {
        const session = await started();
        await session.clock.advance(100);
        let most = 0;
        await session.clock.until(loadAll(session, numbers(0, 50), 100));
        for (let i = 0; i < 100; i++) {
            const open = session.host.calls.records.filter(({ api, outcome }) => api.endsWith('copyFile') && outcome === 'pending').length;
            most = Math.max(most, open);
            await session.clock.advance(1);
        }
        expect(most).toBe(8);
        expect(expectRightHits(session)).toHaveLength(50);
    });

    it('cacheInterval is a rest between copies, deleteInterval one between deletions', async () => {
        const session = await started();
        session.cache.settings.cacheInterval = 1000;
        await session.clock.until(loadAll(session, numbers(0, 24), 100));
        await session.clock.advance(500);
        expect(session.listed.size).toBe(8);
        expect(session.cache.statistics().queued).toBe(24 - 8 + 8);
        await session.clock.advance(1000);
        expect(session.listed.size).toBe(16);
        await session.clock.advance(1000);
        expect(session.listed.size).toBe(24);
        await session.clock.advance(60_000);
        session.cache.settings.deleteInterval = 100;
        session.cache.evict(1000);
        await session.clock.advance(550);
        expect(session.host.calls.records.filter(({ api, target }) => api.endsWith('unlink') && target.includes('/c-'))).toHaveLength(6);
    });

    it('slow deletions keep nothing that is stored meanwhile from the index', async () => {
        const session = await started();
        await load(session, numbers(0, 30), 100);
        await session.clock.advance(20_000);
        session.cache.settings.deleteInterval = 500;
        session.cache.evict(3000);
        await session.clock.advance(100);
        await session.clock.until(loadAll(session, ['new'], 100));
        await session.clock.advance(2000);
        expect(expectRightHits(await restarted(session))).toEqual([url('new')]);
        await session.rest();
    });

    it('counts hits, misses and uses', async () => {
        const session = await started();
        await load(session, [1]);
        const time = session.listed.get(url(1))!.lastTime;
        await session.clock.advance(1000);
        expect(session.cache.peek(url(1))).toBeDefined();
        expect(session.listed.get(url(1))!.lastTime).toBe(time);
        expect(session.cache.find(url(1))?.bytes).toBe(1000);
        expect(session.cache.find(url(2))).toBeUndefined();
        expect(session.listed.get(url(1))!.lastTime).toBe(session.clock.wallTime());
        expect(session.cache.statistics()).toMatchObject({ hits: 1, misses: 2, stored: 1, files: 1, queued: 0 });
    });
});
