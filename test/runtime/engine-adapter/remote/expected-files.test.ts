import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyDownload } from '../../../../source/runtime/engine-adapter/remote/expected-files';
import { createAlipayHost, createVirtualClock, userDataPath } from '../../../../source/simulator/model';
import { errorPage, md5 } from '../game';

const build = path.resolve(__dirname, '../../../../../shared/host-builds/release-md5-remote-main');
const isThere = existsSync(build);
if (!isThere) console.log('expected-files: no recorded builds beside the project, their names are not checked');

/** A host with one file in user data, and what verifying it as the content of an address says. */
async function verify(address: string, data: string | Uint8Array, expected?: { bytes: number; md5: string }, without: readonly string[] = []): Promise<string> {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock, without });
    const file = `${userDataPath}/file`;
    host.disk.write(file, typeof data === 'string' ? new TextEncoder().encode(data) : data, 0);
    return clock.until(verifyDownload(host.my, file, address, expected && { path: 'file', ...expected }).then(
        () => 'right',
        ({ code, message }: { code?: number; message: string }) => {
            expect(message).toContain(address);
            return code === 404 ? 'another file' : 'damaged';
        },
    ));
}

describe.runIf(isThere)('the names of a recorded build', () => {
    // Collected even where the block is skipped.
    const files = (isThere ? readdirSync(build, { recursive: true, encoding: 'utf8' }) : [])
        .filter((file) => /(^|\/)(import|native)\/.*\.\w+$|res\.\w{5}\.zip$/.test(file) && /\.[0-9a-f]{5}[./]/.test(file));

    it.each(files)('prove %s', async (file) => {
        const data = new Uint8Array(readFileSync(path.join(build, file)));
        const address = `https://cdn.example.com/${file}`;
        expect(await verify(address, data)).toBe('right');
        expect(await verify(address, errorPage)).toBe('another file');
        const changed = data.slice();
        changed[changed.length - 1]! ^= 1;
        expect(await verify(address, changed)).not.toBe('right');
    });

    it('are not too few to tell', () => {
        expect(files.length).toBeGreaterThan(15);
    });
});

describe('a download is verified', () => {
    const data = new Uint8Array([0x89, 0x50, 0, 1, 2, 3]);
    const expected = { bytes: data.length, md5: md5(data) };
    const address = 'https://cdn.example.com/a.png';

    it('by the md5 of the list', async () => {
        expect(await verify(address, data, expected)).toBe('right');
        expect(await verify(address, new Uint8Array([0x89, 0x50, 0, 1, 2, 4]), expected)).toBe('damaged');
        expect(await verify(address, errorPage, expected)).toBe('another file');
    });

    it('of which nothing, or the first part of a text, has come: that is no other file, and trying again may help', async () => {
        const json = '[1,0,["a6bGYJZPFHKoL3TR8xNhzS"]]';
        const row = { bytes: json.length, md5: md5(json) };
        const named = `https://cdn.example.com/import/0a/0a.${row.md5.slice(0, 5)}.json`;
        expect(await verify(address, '', expected)).toBe('damaged');
        expect(await verify(address, '')).toBe('damaged');
        for (const list of [row, undefined]) {
            expect(await verify(named, json, list)).toBe('right');
            expect(await verify(named, json.slice(0, 20), list)).toBe('damaged');
            expect(await verify(named, 'Not Found', list)).toBe('another file');
            expect(await verify(named, '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', list)).toBe('another file');
        }
        const map = '<?xml version="1.0"?><map/>';
        const tmx = { bytes: map.length, md5: md5(map) };
        expect(await verify('https://cdn.example.com/map.tmx', map.slice(0, 20), tmx)).toBe('damaged');
        expect(await verify('https://cdn.example.com/map.tmx', errorPage, tmx)).toBe('another file');
    });

    it('by its length where the host cannot hash', async () => {
        const without = ['FileSystemManager.getFileInfo'];
        expect(await verify(address, data, expected, without)).toBe('right');
        expect(await verify(address, data.slice(1), expected, without)).toBe('damaged');
        expect(await verify(address, errorPage, expected, without)).toBe('another file');
    });

    it('by how it begins without list and hash, whatever follows the address', async () => {
        expect(await verify(`${address}?t=1.2`, data)).toBe('right');
        expect(await verify(`${address}?t=1.2`, 'Not Found')).toBe('another file');
        expect(await verify('https://cdn.example.com/level.bin', 'Not Found')).toBe('right');
        expect(await verify('https://cdn.example.com/level.bin', ' <!DOCTYPE html><html>')).toBe('another file');
        expect(await verify('https://cdn.example.com/map.tmx', '<?xml version="1.0"?><map/>')).toBe('right');
    });
});
