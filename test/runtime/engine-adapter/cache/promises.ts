import { expect } from 'vitest';
import type { HostDisk } from '../../../../source/simulator/model';
import { sizeOf } from '../../../../source/simulator/model/disk';
import { filesIn, folder, onDisk, type Session } from './session';

/** Bytes the cache's folder takes. */
export function bytesIn(disk: HostDisk): number {
    return sizeAt(disk, folder);
}

/** Whether there are files whose names were counted from the time of day, since those in use were not known. */
const namesOfTime = (disk: HostDisk): boolean => filesIn(disk).some((name) => /^c-[0-9a-z]{8,}/.test(name));

function sizeAt(disk: HostDisk, path: string): number {
    const node = disk.find(path);
    return node ? sizeOf(node) : 0;
}

/**
 * Watches C3 (never more than the quota, after any call) and C4 (no synchronous file call) from now on.
 * @param undeleted for lives with several faults: paths that the host only said to have deleted, also in earlier sessions,
 * which no cache can count, nor what it will not list; absent: nothing is excused
 */
export function watch(session: Session, quotaBytes: number, undeleted?: Set<string>): () => void {
    const { calls, disk, faults } = session.host;
    const broken: string[] = [];
    const wasUnknown = namesOfTime(disk);
    let allowed = undeleted ? Math.max(quotaBytes, bytesIn(disk)) : quotaBytes;
    const stop = calls.subscribe((call) => {
        if (call.sync && call.api.startsWith('FileSystemManager.')) broken.push(`C4: ${call.api} ${call.target}`);
        for (const { fault, call: { api, target } } of faults.fired) {
            const isSaid = fault.kind === 'lost' || fault.kind === 'torn' && fault.answer === 'success';
            if (isSaid && /unlink|rmdir/.test(api)) undeleted?.add(onDisk(session.host, target));
        }
        const bytes = [...undeleted ?? []].reduce((sum, path) => sum - sizeAt(disk, path), bytesIn(disk));
        // What lies there from before has to be swept first.
        allowed = Math.max(quotaBytes, Math.min(allowed, bytes));
        // A host that lists the folder at none of three times, each of ten seconds, leaves unknown what lies there: names begin anew.
        if (undeleted && !wasUnknown && namesOfTime(disk)) allowed = Infinity;
        if (bytes > allowed) broken.push(`C3: ${bytes} of ${quotaBytes} bytes after ${call.api} ${call.target}`);
    });
    return () => {
        stop();
        expect(broken).toEqual([]);
    };
}

/** C1: whatever the cache would serve is on the disk and right. Gives the urls that are cached. */
export function expectRightHits(session: Session): string[] {
    const wrong: string[] = [];
    const cached = [...session.server.keys()].filter((url) => {
        const hit = session.cache.peek(url);
        if (!hit) return false;
        const bytes = session.host.disk.read(onDisk(session.host, hit.path));
        const content = bytes && Buffer.from(bytes).toString('latin1');
        // In one assertion for all: sweeps look at some hundred thousand files.
        if (content !== session.server.get(url) || hit.bytes !== bytes?.byteLength) wrong.push(`${url}, ${hit.bytes} bytes: ${content}`);
        return true;
    });
    expect(wrong, 'C1: cached files that are not what the server gives').toEqual([]);
    return cached;
}

/** C3, C7: nothing lies in the folder but the index and the files it knows. */
export function expectNoOrphans(session: Session): void {
    const known = [...session.listed.values()].map(({ url }) => onDisk(session.host, url).slice(folder.length + 1).replace(/[-/]+$/, '-'));
    const orphans = filesIn(session.host.disk).filter((name) => !/^index-[01]$/.test(name) && !known.some((own) => name === own || (own.endsWith('-') && name.startsWith(own))));
    expect(orphans, 'orphans').toEqual([]);
    expect(filesIn(session.host.disk).filter((name) => name.startsWith('index-')).length, 'index files').toBeLessThanOrEqual(1);
}
