import { describe, expect, it } from 'vitest';
import { HostDisk, userDataPath } from '../../../source/simulator/model';
import { bytesOf } from './answers';

const at = (name: string): string => `${userDataPath}/${name}`;

describe('disk', () => {
    it('counts the bytes of user data through writes, moves and removals', () => {
        const disk = new HostDisk();
        disk.write(at('a/b.bin'), new Uint8Array(100));
        disk.write(at('c.bin'), new Uint8Array(50));
        expect(disk.usedBytes).toBe(150);
        disk.write(at('c.bin'), new Uint8Array(10));
        expect(disk.usedBytes).toBe(110);
        disk.move(at('a'), at('d'));
        expect(disk.usedBytes).toBe(110);
        expect(disk.list()).toEqual([at('c.bin'), at('d/b.bin')]);
        disk.move(at('c.bin'), at('d/b.bin'));
        expect(disk.usedBytes).toBe(10);
        disk.remove(at('d'));
        expect(disk.usedBytes).toBe(0);
    });

    it('does not count temp files', () => {
        const disk = new HostDisk();
        disk.write(disk.createTempPath('.other'), new Uint8Array(100));
        expect(disk.usedBytes).toBe(0);
    });

    it('counts bytes ever written, by path', () => {
        const disk = new HostDisk();
        disk.write(at('index'), new Uint8Array(30));
        disk.write(at('index'), new Uint8Array(20));
        disk.write(at('other'), new Uint8Array(5));
        expect(disk.bytesWritten(at('index'))).toBe(50);
        expect(disk.bytesWritten()).toBe(55);
        disk.resetBytesWritten();
        expect(disk.bytesWritten()).toBe(0);
    });

    it('gives a clone a life of its own', () => {
        const disk = new HostDisk();
        disk.write(at('a'), bytesOf('1'));
        disk.storage.set('key', '1');
        const clone = disk.clone();
        clone.write(at('b'), bytesOf('22'));
        clone.storage.set('key', '2');
        expect(disk.list()).toEqual([at('a')]);
        expect(disk.storage.get('key')).toBe('1');
        expect(clone.usedBytes).toBe(3);
        expect(clone.read(at('a'))).toEqual(bytesOf('1'));
    });
});
