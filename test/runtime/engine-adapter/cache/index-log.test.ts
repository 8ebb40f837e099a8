import { describe, expect, it } from 'vitest';
import { createIndexLog } from '../../../../source/runtime/engine-adapter/cache/index-log';
import type { Row } from '../../../../source/runtime/engine-adapter/cache/journal';
import { within, type Timers } from '../../../../source/runtime/my/files';
import { createAlipayHost, createVirtualClock, type AlipayHost } from '../../../../source/simulator/model';
import { bytesIn } from './promises';
import { filesIn, folder } from './session';

const row = (id: number, key = `https://game.test/${id}.png`): Row => ({ id, suffix: '.png', bytes: 10, lastTime: 1000, bundle: 'main', key });

function open(host: AlipayHost = createAlipayHost({ clock: createVirtualClock() })) {
    const clock = host.clock as ReturnType<typeof createVirtualClock>;
    host.disk.makeDirectories(folder);
    const log = createIndexLog(host.my, folder, (answer, patience = 10_000) => within(answer, patience, host.globals as unknown as Timers, ''));
    const rows: Row[] = [];
    return {
        host, log, rows,
        add(one: Row): void {
            rows.push(one);
            log.noteStored(one);
        },
        async write(): Promise<void> {
            await clock.until(log.write(log.pending(5000, 99, rows)));
        },
        read: () => clock.until(log.read()),
        /** The ids that a next session would find, in the order of their last use. */
        async found(): Promise<number[] | undefined> {
            const content = await open(createAlipayHost({ clock, disk: host.disk.clone() })).read();
            return content && [...content.rows.keys()];
        },
    };
}

describe('the index on disk', () => {
    it('is not there before the first write, which is a snapshot', async () => {
        const index = open();
        expect(await index.read()).toBeUndefined();
        expect(index.log.file()).toBe('');
        expect(index.log.bytes()).toBe(0);
        expect(index.log.isBehind()).toBe(false);
        index.add(row(1));
        expect(index.log.isBehind()).toBe(true);
        await index.write();
        expect(index.log.isBehind()).toBe(false);
        expect(filesIn(index.host.disk)).toEqual([index.log.file()]);
        expect(index.log.bytes()).toBe(bytesIn(index.host.disk));
        expect(await index.found()).toEqual([1]);
    });

    it('grows by lines, and begins with lines after a start', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        index.add(row(2));
        expect(index.log.reserve()).toBeGreaterThan(index.log.bytes() + 4096 + 50);
        await index.write();
        expect(index.log.reserve()).toBe(index.log.bytes() + 4096);
        expect(index.log.bytes()).toBe(bytesIn(index.host.disk));
        const next = open(index.host.restart());
        expect((await next.read())?.nextId).toBe(99);
        expect(next.log.bytes()).toBe(bytesIn(index.host.disk));
        next.rows.push(row(1), row(2));
        next.add(row(3));
        const text = next.log.pending(0, 0, next.rows);
        expect(text).not.toContain('1.png');
        await next.write();
        expect(next.host.calls.count('FileSystemManager.writeFile')).toBe(0);
        expect(await next.found()).toEqual([1, 2, 3]);
    });

    it('writes uses when they are due and not before', async () => {
        const index = open();
        for (const id of [1, 2, 3]) index.add(row(id));
        await index.write();
        index.log.noteUsed(row(1));
        index.log.noteUsed(row(2));
        index.log.noteUsed(row(1));
        expect(index.log.isBehind()).toBe(false);
        expect(index.log.pending(0, 0, index.rows)).toBe('');
        index.log.noteUsesAreDue();
        expect(index.log.isBehind()).toBe(true);
        await index.write();
        expect(await index.found()).toEqual([3, 2, 1]);
        index.log.noteUsesAreDue();
        expect(index.log.isBehind()).toBe(false);
        // A line that comes before they are due leaves them waiting.
        index.log.noteUsed(row(3));
        index.add(row(4));
        await index.write();
        index.log.noteUsesAreDue();
        await index.write();
        expect(await index.found()).toEqual([2, 1, 4, 3]);
    });

    it('a file that is gone has no use', async () => {
        const index = open();
        for (const id of [1, 2]) index.add(row(id));
        await index.write();
        index.log.noteUsed(row(1));
        index.log.noteUsesAreDue();
        index.log.noteDropped(row(1));
        expect(index.log.isBehind()).toBe(true);
        await index.write();
        expect(await index.found()).toEqual([2]);
        expect(index.log.isBehind()).toBe(false);
    });

    it('is written anew into the other file when it vanished, or when an append failed', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        const first = index.log.file();
        index.log.noteLost();
        await index.write();
        expect(index.log.file()).not.toBe(first);
        expect(filesIn(index.host.disk)).toEqual([index.log.file()]);
        index.host.faults.add({ kind: 'torn', at: 1, api: 'FileSystemManager.appendFile' });
        index.add(row(2));
        await expect(index.write()).rejects.toThrow();
        await index.write();
        expect(index.log.file()).toBe(first);
        expect(await index.found()).toEqual([1, 2]);
    });

    it('notices half a line that the host calls written, when it tells of what must not come back', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        index.host.faults.add({ kind: 'torn', answer: 'success', at: 1, api: 'FileSystemManager.appendFile' });
        index.log.noteDropped(row(1));
        index.rows.pop();
        index.add(row(2));
        await expect(index.write()).rejects.toThrow(`${folder}/${index.log.file()} is no `);
        await index.write();
        expect(await index.found()).toEqual([2]);
        expect(index.log.bytes()).toBe(bytesIn(index.host.disk));
        // A lost line of a new file costs a download, a look after each would cost a call for every file.
        index.add(row(3));
        await index.write();
        expect(index.host.calls.count('FileSystemManager.stat')).toBe(3);
        expect(await index.found()).toEqual([2, 3]);
    });

    it('torn wherever, never tells of a new file and is silent about an old one', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        const path = `${folder}/${index.log.file()}`;
        const before = Buffer.from(index.host.disk.read(path)!).toString();
        index.add(row(2));
        index.log.noteDropped(row(1));
        const appended = index.log.pending(5000, 99, index.rows);
        for (let length = 0; length <= appended.length; length++) {
            index.host.disk.write(path, before + appended.slice(0, length));
            expect(await index.found()).not.toEqual([1, 2]);
        }
        expect(await index.found()).toEqual([2]);
    });

    it('says nothing of a file that came and went between two writes', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        index.log.noteStored(row(2));
        index.log.noteDropped(row(2));
        expect(index.log.isBehind()).toBe(false);
        expect(index.log.pending(0, 0, index.rows)).toBe('');
    });

    it('keeps the old file until the new one is whole, and counts an old one that stays', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        const first = index.log.file();
        for (const fault of [{ kind: 'lost' }, { kind: 'torn', answer: 'success' }] as const) {
            index.log.noteLost();
            index.host.faults.add({ ...fault, at: 1, api: 'FileSystemManager.writeFile' });
            await expect(index.write()).rejects.toThrow();
            index.host.faults.clear();
            expect(index.log.file()).toBe(first);
            expect(await index.found()).toEqual([1]);
        }
        const again = open(index.host.restart());
        await again.read();
        again.rows.push(row(1));
        again.log.noteLost();
        again.host.faults.add({ kind: 'fail', at: 1, api: 'FileSystemManager.unlink' });
        await again.write();
        expect(filesIn(again.host.disk)).toHaveLength(2);
        expect(again.log.bytes()).toBe(bytesIn(again.host.disk));
        again.log.noteLost();
        await again.write();
        expect(filesIn(again.host.disk)).toHaveLength(1);
        expect(again.log.bytes()).toBe(bytesIn(again.host.disk));
    });

    it('is compacted once more than half of it is out of date: drops, uses, and those of earlier sessions', async () => {
        const long = 'l'.repeat(1000);
        const index = open();
        for (let id = 0; id < 40; id++) index.add(row(id, `${id}${long}`));
        await index.write();
        const grow = async (): Promise<void> => {
            for (let id = 0; id < 40; id++) index.log.noteUsed(row(id));
            index.log.noteUsesAreDue();
            await index.write();
        };
        const live = index.log.bytes();
        while (index.log.bytes() < 1.9 * live) await grow();
        expect(index.host.calls.count('FileSystemManager.writeFile')).toBe(1);
        const next = open(index.host.restart());
        await next.read();
        next.rows.push(...index.rows);
        for (let id = 0; id < 10; id++) next.log.noteDropped(row(id, `${id}${long}`));
        next.rows.splice(0, 10);
        await next.write();
        expect(next.host.calls.count('FileSystemManager.writeFile')).toBe(1);
        expect(next.log.bytes()).toBeLessThan(0.8 * live);
        expect(await next.found()).toHaveLength(30);
    });

    it('is not compacted for a few bytes', async () => {
        const index = open();
        index.add(row(1));
        await index.write();
        while (index.log.bytes() < 4000) {
            index.log.noteUsed(row(1));
            index.log.noteUsesAreDue();
            await index.write();
        }
        expect(index.host.calls.count('FileSystemManager.writeFile')).toBe(1);
        for (let i = 0; i < 30; i++) {
            index.log.noteUsed(row(1));
            index.log.noteUsesAreDue();
            await index.write();
        }
        expect(index.host.calls.count('FileSystemManager.writeFile')).toBe(2);
        expect(index.log.bytes()).toBeLessThan(1500);
    });
});
