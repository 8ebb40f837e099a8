// What the model does at the edges of file calls. The codes are Alipay's for file calls of mini programs.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileSystemManager } from '../../../../source/platform';
import type { HostSetup } from '../../../../source/simulator/model';
import { ask, bytesOf, createTestHost, failureOf, type TestHost } from '../answers';

const user = '/usr/data';

/** User data with `d/a`, `d/b`, `e/c` of three bytes each, and an empty folder `empty`. */
function start(setup: HostSetup = {}): { host: TestHost; fs: FileSystemManager } {
    const host = createTestHost({ packageFiles: { 'game.json': '{}' }, ...setup });
    const fs = host.my.getFileSystemManager();
    for (const folder of ['d', 'e', 'empty']) fs.mkdirSync(`${user}/${folder}`);
    for (const file of ['d/a', 'd/b', 'e/c']) fs.writeFileSync(`${user}/${file}`, file);
    return { host, fs };
}

const files = (host: TestHost): string[] => host.disk.list().map((path) => `${path.slice(user.length + 1)}=${new TextDecoder().decode(host.disk.read(path))}`).sort();
const untouched = ['d/a=d/a', 'd/b=d/b', 'e/c=e/c'];

describe('rename', () => {
    it.each(['fail', 'overwrite'] as const)('of a file onto itself succeeds and loses nothing (renameOntoExisting %s)', (renameOntoExisting) => {
        const { host, fs } = start({ switches: { renameOntoExisting } });
        expect(fs.renameSync(`${user}/d/a`, `${user}/d/a`)).not.toHaveProperty('error');
        expect(files(host)).toEqual(untouched);
    });

    it.each(['fail', 'overwrite'] as const)('onto a folder fails, whatever is moved (renameOntoExisting %s)', (renameOntoExisting) => {
        const { host, fs } = start({ switches: { renameOntoExisting } });
        expect(fs.renameSync(`${user}/d/a`, `${user}/empty`)).toMatchObject({ error: 10023 });
        expect(fs.renameSync(`${user}/d`, `${user}/empty`)).toMatchObject({ error: 10025 });
        expect(files(host)).toEqual(untouched);
    });

    it('of a folder moves all that is in it', () => {
        const { host, fs } = start();
        const bytes = host.disk.usedBytes;
        expect(fs.renameSync(`${user}/d`, `${user}/moved`)).not.toHaveProperty('error');
        expect(files(host)).toEqual(['e/c=e/c', 'moved/a=d/a', 'moved/b=d/b']);
        expect(host.disk.usedBytes).toBe(bytes);
    });

    it('of a folder into itself fails', () => {
        const { host, fs } = start();
        expect(fs.renameSync(`${user}/d`, `${user}/d/in`)).toMatchObject({ error: 2 });
        // Not inside it: its name only begins the same way.
        expect(fs.renameSync(`${user}/d`, `${user}/dd`)).not.toHaveProperty('error');
        expect(files(host)).toEqual(['dd/a=d/a', 'dd/b=d/b', 'e/c=e/c']);
    });

    it.each(['torn', 'lost'] as const)('under a fault "%s" does not happen, or happens whole', async (kind) => {
        const { host, fs } = start();
        host.faults.add({ kind, at: 1, api: 'FileSystemManager.rename' });
        await ask(host, (callbacks) => fs.rename({ oldPath: `${user}/d/a`, newPath: `${user}/x`, ...callbacks })).catch(() => undefined);
        expect(files(host)).toEqual(untouched);
    });
});

describe('unzip', () => {
    it.each(['../../out.txt', '../../../etc/passwd'])('of an entry that leads out of user data fails: %s', async (name) => {
        const { host, fs } = start({ packageFiles: { 'b.zip': zipSync({ 'first.txt': bytesOf('1'), [name]: bytesOf('2') }) } });
        expect(await failureOf(host, (callbacks) => fs.unzip({ zipFilePath: 'b.zip', targetPath: `${user}/zip`, ...callbacks }))).toMatchObject({ error: 10024 });
        expect(files(host).filter((file) => !untouched.includes(file))).toEqual(['zip/first.txt=1']);
    });
});

describe('getFileInfo', () => {
    it('of an unknown digest is a bad parameter', async () => {
        const { host, fs } = start();
        const ask256 = { filePath: `${user}/d/a`, digestAlgorithm: 'sha256' as 'md5' };
        expect(await failureOf(host, (callbacks) => fs.getFileInfo({ ...ask256, ...callbacks }))).toMatchObject({ error: 2 });
        expect(await ask(host, (callbacks) => fs.getFileInfo({ filePath: `${user}/d/a`, ...callbacks }))).toEqual({ size: 3, digest: '1e58d1ff8d9277ec7161be9e812f6588' });
    });
});

describe('saveFile', () => {
    it.each([
        ['a file that is not there', 'gone.txt', `${user}/saved`, 10022],
        ['into a folder that is not there', 'game.json', `${user}/gone/saved`, 10022],
        ['onto a folder', 'game.json', `${user}/d`, 10023],
        ['into the package', 'game.json', 'saved.json', 10024],
    ])('of %s fails and writes nothing', async (_name, tempFilePath, filePath, error) => {
        const { host, fs } = start({ switches: { saveFile: 'works' } });
        expect(await failureOf(host, (callbacks) => fs.saveFile({ tempFilePath, filePath, ...callbacks }))).toMatchObject({ error });
        expect(files(host)).toEqual(untouched);
    });

    it('over the quota fails and writes nothing', async () => {
        const { host, fs } = start({ switches: { saveFile: 'works' }, quotaBytes: 10 });
        expect(await failureOf(host, (callbacks) => fs.saveFile({ tempFilePath: 'game.json', filePath: `${user}/saved`, ...callbacks }))).toMatchObject({ error: 10028 });
        expect(files(host)).toEqual(untouched);
    });
});

describe('rmdir', () => {
    it('torn leaves half of the files, and the folder', async () => {
        const { host, fs } = start();
        host.faults.add({ kind: 'torn', at: 1, api: 'FileSystemManager.rmdir' });
        expect(await failureOf(host, (callbacks) => fs.rmdir({ dirPath: `${user}/d`, recursive: true, ...callbacks }))).toMatchObject({ error: 3 });
        expect(files(host)).toEqual(['d/b=d/b', 'e/c=e/c']);
    });

    it('never takes the root of user data, nor a file', () => {
        const { host, fs } = start();
        expect(fs.rmdirSync(user, true)).toMatchObject({ error: 10024 });
        expect(fs.rmdirSync(`${user}/d/a`, true)).toMatchObject({ error: 2 });
        expect(files(host)).toEqual(untouched);
    });
});
