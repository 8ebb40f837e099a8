import '../../my/error-texts';
import { HostError } from '../../my/errors';
import {
    copyFile, listFolder, makeFolder, readBytes, removeFile, removeFolder, statFile, unzipFile, utf8Length, verifyLength, within,
} from '../../my/files';
import { createCacheEvents } from './cache-events';
import type { AssetCache, AssetCacheSetup, CacheSettings } from './contract';
import { createEntry, gluedSuffix, idOf, suffixOf, unpackedSuffix, type Entry } from './entry';
import { chooseVictims } from './eviction';
import { createIndexLog, type Guard } from './index-log';
import type { Row } from './journal';
import { createWorkQueue } from './work-queue';

/** Copies, or deletions, under way at the same time. */
const parallel = 8;
/** Access times are written at most so often, in milliseconds. */
const flushInterval = 2000;
/** A file used so recently, in milliseconds, is never evicted for another one. */
const justLoaded = 10_000;
/** Milliseconds a file call may take before it counts as failed; unpacking may take longer. */
const patience = 10_000;
const unzipPatience = 60_000;
/** Milliseconds between two slices of the sweep, so that frames are drawn in between. */
const idleSlice = 16;
/** Beyond this the host refuses any single file with the quota's error, which then says nothing about the quota (platform facts 2.3). */
const singleFileBytes = 10 * 1024 * 1024;
/** Writes of the index that fail one after the other before it is left alone until something new happens. */
const maxFailures = 5;

/** What is to become an entry. The object stands for the wish itself: a newer one of the same key replaces it. */
type Wanted = Pick<Row, 'key' | 'bundle' | 'suffix'>;

interface CopyJob extends Wanted {
    readonly source: string;
    readonly bytes: number | undefined;
}

function ignore(): void {
    // Whatever failed is healed by the next sweep or the next load.
}

/** The crash-safe store of downloaded files; see `AssetCache`. */
export function createAssetCache(setup: AssetCacheSetup): AssetCache {
    const { my, timers, now, folder, listed, margin = 0.15, unpackedBytes } = setup;
    const { copy: copyTo = (from, to) => copyFile(my, from, to), unzip = (zip, target) => unzipFile(my, zip, target) } = setup;
    const settings: CacheSettings = { autoClear: true, cacheInterval: 0, deleteInterval: 0 };
    const counts = { hits: 0, misses: 0, stored: 0, dropped: 0, evicted: 0, evictedBytes: 0, swept: 0 };
    const { on, off, emit } = createCacheEvents();
    const pins = new Set<string>();

    /** By url, the longest unused first. */
    const entries = new Map<string, Entry>();
    /** Files in the making, by id. */
    const making = new Set<number>();
    /** The newest copy asked for of each url: an older one that ends later does not count. */
    const newest = new Map<string, Wanted>();
    let nextId = 0;

    // Bytes: of entries, of files in the making, of files to be deleted and of such that could not be deleted.
    let kept = 0;
    let reserved = 0;
    let trashed = 0;
    let limit = setup.quotaBytes || Infinity;
    /** Making room did not help against the host's quota errors: they mean something else. */
    let futile = false;

    /** Writes of the index that failed since the last that did not. */
    let failures = 0;
    /** Files to be deleted from the disk. */
    const trash: Entry[] = [];
    let writing: Promise<void> | undefined;
    let flushTimer: unknown;
    let tidying: Promise<void> | undefined;

    const guard: Guard = (answer, milliseconds = patience) => within(answer, milliseconds, timers, 'FileSystemManager');
    const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { timers.setTimeout(resolve, milliseconds); });
    const index = createIndexLog(my, folder, guard);
    let starting: Promise<void> | undefined;
    /** Forgotten before the index was read; undefined once it was. */
    let forgotten: string[] | undefined = [];
    let open!: () => void;
    /** Nothing is written before the folder has been tidied: only then every byte in it is accounted for. */
    const ready = new Promise<void>((resolve) => { open = resolve; });

    const total = (): number => kept + reserved + trashed + index.bytes();
    const isFresh = ({ lastTime }: Entry): boolean => now() - lastTime < justLoaded && now() >= lastTime;

    function list(entry: Entry): void {
        entries.set(entry.key, entry);
        kept += entry.bytes;
        if (listed) listed.add(entry.key, entry);
    }

    /** Takes a file out of the cache; unless it is `gone` it leaves the disk when the index has been told and nobody holds it. */
    function drop(entry: Entry, gone?: boolean): void {
        entries.delete(entry.key);
        kept -= entry.bytes;
        if (listed) listed.remove(entry.key);
        index.noteDropped(entry);
        if (!gone) discard(entry);
    }

    function discard(entry: Entry): void {
        trash.push(entry);
        trashed += entry.bytes;
    }

    // ---- room

    /**
     * Evicts at least `needed` bytes and up to `wanted` where so many may go, else nothing.
     * @param urgent also what was just loaded
     * @returns the bytes freed
     */
    function evictFor(needed: number, wanted: number, urgent?: boolean): number {
        const mayGo = (entry: Entry): boolean => !entry.holds && !pins.has(entry.key) && (urgent || !isFresh(entry));
        const victims = chooseVictims(entries.values(), mayGo, needed, wanted);
        const bytes = victims.reduce((sum, victim) => sum + victim.bytes, 0);
        for (const victim of victims) drop(victim);
        counts.evicted += victims.length;
        counts.evictedBytes += bytes;
        if (bytes) emit('evicted', { urls: victims.map(({ key }) => key), bytes });
        return bytes;
    }

    /** Whether what is reserved fits, after evicting for it where need be. */
    async function makeRoom(urgent: boolean): Promise<boolean> {
        // What is being deleted counts as gone here, or two copies would evict for the same bytes.
        const excess = kept + reserved + index.bytes() + index.reserve() - limit;
        if (excess > 0 && !(settings.autoClear && evictFor(excess, excess + margin * limit, urgent))) return false;
        if (total() > limit) await settle();
        return total() <= limit;
    }

    // ---- the index and the disk

    /** Brings the disk up to date: the index first, then the deletions it no longer mentions. Never rejects. */
    function settle(): Promise<void> {
        return writing || (writing = bringUpToDate());
    }

    async function bringUpToDate(): Promise<void> {
        await ready;
        do {
            const told = await writeIndex();
            // Slow deletions must not keep what was stored meanwhile from the index.
            await empty(trash.splice(0, told && settings.deleteInterval ? 1 : told));
        } while (!failures && (index.isBehind() || trash.some(({ holds }) => !holds)));
        writing = undefined;
        if (failures && failures < maxFailures) flushLater();
    }

    /** @returns how many of the files in the trash may go: the index on disk no longer mentions them, or cannot be told */
    async function writeIndex(): Promise<number> {
        for (let attempt = 0; attempt < 3; attempt++) {
            const text = index.pending(now(), nextId, [...entries.values()]);
            const told = trash.length;
            if (!text) return told;
            const length = utf8Length(text);
            const excess = total() + length - (setup.quotaBytes || Infinity);
            const { autoClear } = settings;
            if (excess > 0 && autoClear && evictFor(1, excess, true)) {
                await empty(trash.splice(0));
                continue;
            }
            try {
                await index.write(text);
                failures = 0;
                return told;
            } catch (error) {
                const { kind } = error as HostError;
                if (kind === 'quota' && autoClear && evictFor(1, 2 * length, attempt > 0)) await empty(trash.splice(0));
                else if (kind === 'not-found') await guard(makeFolder(my, folder)).catch(ignore);
            }
        }
        failures++;
        // What it goes on to mention must be gone: a file that is missing is a miss, an out-of-date one would be served.
        return trash.length;
    }

    /** Deletes from the disk. What cannot be deleted stays counted. */
    function empty(batch: readonly Entry[]): Promise<void> {
        const { deleteInterval } = settings;
        return inSlices(batch, deleteInterval ? 1 : parallel, deleteInterval, (entry) => {
            if (entry.holds) return Promise.resolve(trash.push(entry));
            const { path } = entry;
            // An unpacked zip lies in `c-1-`, or beside it in `c-1-res` (see unzip).
            const base = path.replace(/\/$/, '');
            return guard<unknown>(entry.unpacked ? Promise.all([removeFolder(my, base), removeFolder(my, base + 'res')]) : removeFile(my, path))
                .then(() => { trashed -= entry.bytes; });
        });
    }

    /** Does `act` for all items, a few at the same time, with a rest in milliseconds between. Failures are passed over. */
    async function inSlices<Item>(items: readonly Item[], size: number, rest: number, act: (item: Item) => Promise<unknown>): Promise<void> {
        for (let i = 0; i < items.length; i += size) {
            await Promise.all(items.slice(i, i + size).map((item) => act(item).catch(ignore)));
            if (rest) await pause(rest);
        }
    }

    function flushLater(): void {
        if (flushTimer === undefined) flushTimer = timers.setTimeout(() => { void flush(); }, flushInterval);
    }

    function flush(): Promise<void> {
        timers.clearTimeout(flushTimer);
        flushTimer = undefined;
        index.noteUsesAreDue();
        return settle();
    }

    // ---- start and sweep

    async function start(): Promise<void> {
        const content = await index.read();
        if (content) {
            nextId = content.nextId;
            for (const row of content.rows.values()) {
                dropCached(row.key);
                list(createEntry(folder, row));
            }
        }
        for (const url of forgotten || []) dropCached(url);
        forgotten = undefined;
        void sweep(2).then(() => {
            open();
            return settle();
        });
    }

    /** @param chances how often a host that cannot list the folder is asked again */
    function sweep(chances: number): Promise<void> {
        return tidy((name) => name !== index.file()).catch(({ kind }: HostError) => {
            if (chances && kind !== 'unsupported') return pause(flushInterval).then(() => sweep(chances - 1));
            // What lies there is not known. A name that is taken must not be given again: a copy that the host loses
            // would find another file of its length there.
            nextId = Math.max(nextId, now());
        });
    }

    /**
     * Compares the folder with the index: files that are gone become misses.
     * @param mayGo which of the names that are no cached file are swept; absent: none
     */
    async function tidy(mayGo?: (name: string) => boolean): Promise<void> {
        const before = [...entries.values()];
        const names = await guard(listFolder(my, folder)).catch((error: HostError) => {
            if (error.kind !== 'not-found') throw error;
            return guard(makeFolder(my, folder)).then((): string[] => [], (): string[] => []);
        });
        const present = new Set<number>();
        const known = new Set(making);
        for (const { id } of entries.values()) known.add(id);
        for (const { id } of trash) known.add(id);
        const strangers = names.filter((name) => {
            const id = idOf(name);
            present.add(id);
            nextId = Math.max(nextId, id + 1);
            return !known.has(id) && mayGo && mayGo(name);
        });
        if (index.file() && names.indexOf(index.file()) < 0) index.noteLost();
        for (const entry of before) {
            if (!present.has(entry.id) && entries.get(entry.key) === entry) drop(entry, true);
        }
        await inSlices(strangers, parallel, idleSlice, (name) => {
            const path = `${folder}/${name}`;
            return guard(removeFile(my, path).catch(() => removeFolder(my, path))).then(
                () => { counts.swept++; },
                () => guard(statFile(my, path)).then(({ bytes }) => { trashed += bytes; }),
            );
        });
    }

    // ---- storing

    const copies = createWorkQueue<CopyJob>(parallel, async (job) => {
        await ready;
        if (newest.get(job.key) === job) {
            await copy(job).catch(() => {
                counts.dropped++;
                // What lies there from before is out of date.
                if (newest.get(job.key) === job) remove(job.key);
                void settle();
            });
        }
        if (settings.cacheInterval) await pause(settings.cacheInterval);
    });

    async function copy(job: CopyJob): Promise<void> {
        const { source, bytes = (await guard(statFile(my, source))).bytes } = job;
        await write(job, bytes, false, ({ path }) => (
            // An empty download is never an asset.
            guard(copyTo(source, path)).then(() => guard(verifyLength(my, path, bytes || 1)))
        ));
    }

    /**
     * Makes a file of `bytes` with `act` and enters it, unless a newer wish for the same key came meanwhile.
     * Tries again once when the folder is missing or, having made room, when the host's quota is met.
     * @param urgent even at the cost of what was just loaded, and past our own quota: a bundle cannot load without it
     */
    async function write(wanted: Wanted, bytes: number, urgent: boolean, act: (entry: Entry) => Promise<string | void>): Promise<Entry> {
        const { key, bundle, suffix } = wanted;
        const limitBefore = limit;
        // With its line in the index, and in the snapshot that is written before the old index goes.
        const room = bytes + 2 * (key.length + 100);
        for (let attempt = 0; ; attempt++) {
            let entry = createEntry(folder, { id: nextId++, suffix, bytes, lastTime: now(), bundle, key });
            reserved += room;
            making.add(entry.id);
            try {
                if (!await makeRoom(urgent) && !urgent) {
                    emit('full', { url: key, bytes });
                    throw new Error('full');
                }
                try {
                    const glued = await act(entry);
                    if (glued) entry = createEntry(folder, Object.assign({}, entry, { suffix: glued }));
                } catch (error) {
                    discard(entry);
                    const { kind } = error as HostError;
                    const full = kind === 'quota' && bytes < singleFileBytes;
                    if (attempt && full) {
                        futile = true;
                        limit = limitBefore;
                    }
                    if (attempt || !(full && !futile || kind === 'not-found')) throw error;
                    // What lies there without this file is all the host allows.
                    if (full) limit = Math.min(limit, total() - room - bytes);
                    else await guard(makeFolder(my, folder)).catch(ignore);
                    continue;
                }
                futile = false;
                enter(entry, wanted, urgent);
                return entry;
            } finally {
                reserved -= room;
                making.delete(entry.id);
                void settle();
            }
        }
    }

    /** @returns whether there was such a file */
    function dropCached(key: string): boolean {
        const entry = entries.get(key);
        if (entry) drop(entry);
        return Boolean(entry);
    }

    function remove(key: string): boolean {
        newest.delete(key);
        return dropCached(key);
    }

    function enter(entry: Entry, wanted: Wanted, held: boolean): void {
        if (held) entry.holds++;
        if (newest.get(entry.key) !== wanted) {
            discard(entry);
            return;
        }
        newest.delete(entry.key);
        dropCached(entry.key);
        list(entry);
        index.noteStored(entry);
        counts.stored++;
    }

    return {
        settings,
        pins,
        start: () => starting || (starting = start()),

        find(url) {
            const entry = entries.get(url);
            if (!entry) {
                counts.misses++;
                return undefined;
            }
            counts.hits++;
            entry.lastTime = now();
            entries.delete(url);
            entries.set(url, entry);
            index.noteUsed(entry);
            flushLater();
            return entry;
        },

        peek: (url) => entries.get(url),

        store(key, source, { bundle, extension, bytes }) {
            const job: CopyJob = { key, source, bundle, bytes, suffix: suffixOf(extension) };
            newest.set(key, job);
            copies.push(job);
        },

        forget(url) {
            if (forgotten) forgotten.push(url);
            if (!remove(url)) return;
            // One file gone may mean that the host purged them all: look once, not at every miss.
            if (!tidying) {
                tidying = tidy().catch(ignore).then(() => {
                    tidying = undefined;
                    return settle();
                });
            }
        },

        outdate(urls) {
            for (const url of urls) remove(url);
            void settle();
        },

        hold(url) {
            let entry = entries.get(url);
            if (entry) entry.holds++;
            return () => {
                if (entry && !--entry.holds && trash.length) void settle();
                entry = undefined;
            };
        },

        async unzip(key, zipPath, bundle) {
            await ready;
            const { bytes: zipped } = await guard(statFile(my, zipPath)).catch(() => ({ bytes: 0 }));
            const bytes = await unpackedBytes(zipped, (length, position) => guard(readBytes(my, zipPath, length, position)));
            if (bytes === undefined) throw new HostError('unknown', 'unzip', zipPath, 'not a whole zip file');
            const wanted: Wanted = { key, bundle, suffix: unpackedSuffix };
            newest.set(key, wanted);
            return write(wanted, bytes, true, async ({ path }) => {
                const target = path.slice(0, -1);
                await guard(unzip(zipPath, target), unzipPatience);
                const glued = await guard(statFile(my, target + 'res')).then(() => true, () => false);
                const unpacked = await guard(statFile(my, glued ? target + 'res' : target, true));
                // Where a host does not count a folder's files this is no number, and no reason to refuse them.
                if (unpacked.bytes < bytes) throw new HostError('unknown', 'unzip', zipPath, 'not all was unpacked');
                return glued ? gluedSuffix : undefined;
            });
        },

        evict: (bytes) => {
            const freed = evictFor(1, bytes);
            void settle();
            return freed;
        },

        async clear() {
            const dropAll = (): void => [...entries.keys()].forEach(dropCached);
            copies.clear();
            newest.clear();
            dropAll();
            // What the index tells of is known only when it has been read.
            await starting;
            dropAll();
            await settle();
            // Not the index: its other file may be the next one to be written.
            await tidy((name) => !/^index-[01]$/.test(name)).catch(ignore);
        },

        flush,
        on,
        off,
        statistics: () => Object.assign({ files: entries.size, bytes: total(), quotaBytes: limit, queued: copies.length() }, counts),
    };
}
