import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { profileNames, type FileSystemManager, type ReadFileResult, type SavedFileListResult, type StatResult } from '../../../../source/platform';
import type { HostSetup } from '../../../../source/simulator/model';
import { ask, bufferOf, bytesOf, createTestHost, failureOf, type TestHost } from '../answers';

const user = '/usr/data';

function start(setup: HostSetup = {}): { host: TestHost; fs: FileSystemManager } {
    const host = createTestHost({ packageFiles: { 'game.json': '{"deviceOrientation":"portrait"}', 'assets/main/a.bin': Uint8Array.from([0, 255, 7]) }, ...setup });
    return { host, fs: host.my.getFileSystemManager() };
}

const read = (host: TestHost, filePath: string): Promise<ReadFileResult> => ask<ReadFileResult>(host, (callbacks) => host.my.getFileSystemManager().readFile({ filePath, ...callbacks }));

describe('user data', () => {
    it.each(['/usr/data', 'https://usr'] as const)('is %s to the game, in every path that it gives and is given', async (userDataPath) => {
        const { host, fs } = start({ switches: { userDataPath } });
        expect(host.my.env.USER_DATA_PATH).toBe(userDataPath);
        await ask(host, (callbacks) => fs.mkdir({ dirPath: `${userDataPath}/d`, recursive: true, ...callbacks }));
        await ask(host, (callbacks) => fs.writeFile({ filePath: `${userDataPath}/d/a`, data: 'ab', encoding: 'utf8', ...callbacks }));
        expect(fs.readdirSync(userDataPath)).toEqual({ files: ['d'] });
        expect(host.disk.list(user)).toEqual(['/usr/data/d/a']);
        const saved = await ask(host, (callbacks) => fs.saveFile({ tempFilePath: `${userDataPath}/d/a`, ...callbacks }));
        expect(saved).toMatchObject({ apFilePath: `${userDataPath}/a` });
        const { fileList } = await ask<SavedFileListResult>(host, (callbacks) => fs.getSavedFileList(callbacks));
        expect(fileList.map(({ apFilePath }) => apFilePath)).toEqual([`${userDataPath}/d/a`, `${userDataPath}/a`]);
        const other = userDataPath === user ? 'https://usr' : user;
        expect(await failureOf(host, (callbacks) => fs.readFile({ filePath: `${other}/d/a`, ...callbacks }))).toMatchObject({ error: expect.any(Number) as number });
    });
});

describe('asynchronous calls', () => {
    it('platform facts 3.4: one object with success, fail and complete; complete comes after either', async () => {
        const { host, fs } = start();
        const heard: string[] = [];
        fs.writeFile({ filePath: `${user}/a`, data: 'x', success: () => heard.push('success'), complete: () => heard.push('complete') });
        fs.readFile({ filePath: `${user}/missing`, fail: () => heard.push('fail'), complete: () => heard.push('complete') });
        expect(heard).toEqual([]);
        await host.clock.advance(0);
        expect(heard).toEqual(['success', 'complete', 'fail', 'complete']);
    });

    it('platform facts 3.4: a failure is {error, errorMessage}, never errMsg or errCode', async () => {
        const { host, fs } = start();
        const failure = await failureOf(host, (callbacks) => fs.readFile({ filePath: `${user}/missing`, ...callbacks })) as object;
        expect(Object.keys(failure).sort()).toEqual(['error', 'errorMessage']);
    });

    it('platform facts 3.4: the argument names of every call', async () => {
        const { host, fs } = start();
        await ask(host, (callbacks) => fs.mkdir({ dirPath: `${user}/d/e`, recursive: true, ...callbacks }));
        await ask(host, (callbacks) => fs.writeFile({ filePath: `${user}/d/a`, data: 'ab', encoding: 'utf8', ...callbacks }));
        await ask(host, (callbacks) => fs.appendFile!({ filePath: `${user}/d/a`, data: 'cd', encoding: 'utf8', ...callbacks }));
        await ask(host, (callbacks) => fs.copyFile({ srcPath: `${user}/d/a`, destPath: `${user}/d/b`, ...callbacks }));
        await ask(host, (callbacks) => fs.rename({ oldPath: `${user}/d/b`, newPath: `${user}/d/c`, ...callbacks }));
        await ask(host, (callbacks) => fs.access({ path: `${user}/d/c`, ...callbacks }));
        expect(await ask(host, (callbacks) => fs.readdir({ dirPath: `${user}/d`, ...callbacks }))).toEqual({ files: ['e', 'a', 'c'] });
        const { stats } = await ask<StatResult>(host, (callbacks) => fs.stat({ path: `${user}/d/c`, ...callbacks }));
        expect(stats).toMatchObject({ size: 4 });
        expect(await ask(host, (callbacks) => fs.getFileInfo({ filePath: `${user}/d/c`, digestAlgorithm: 'md5', ...callbacks })))
            .toEqual({ size: 4, digest: 'e2fc714c4727ee9395f324cd2e7f331f' });
        expect(await ask(host, (callbacks) => fs.getFileInfo({ filePath: `${user}/d/c`, digestAlgorithm: 'sha1', ...callbacks })))
            .toEqual({ size: 4, digest: '81fe8bfe87576c3ecb22426f8e57847382917acf' });
        await ask(host, (callbacks) => fs.unlink({ filePath: `${user}/d/c`, ...callbacks }));
        await ask(host, (callbacks) => fs.saveFile({ tempFilePath: `${user}/d/a`, filePath: `${user}/saved`, ...callbacks }));
        await ask(host, (callbacks) => fs.rmdir({ dirPath: `${user}/d`, recursive: true, ...callbacks }));
        expect(await ask(host, (callbacks) => fs.getSavedFileList({ ...callbacks }))).toMatchObject({ fileList: [{ size: 4, apFilePath: `${user}/saved` }] });
        await ask(host, (callbacks) => fs.removeSavedFile({ filePath: `${user}/saved`, ...callbacks }));
        expect(host.disk.list()).toEqual([]);
    });

    it('takes the latency it is given, and runs calls at the same time', async () => {
        const { host, fs } = start({ latencyMs: 2 });
        let done = 0;
        for (let index = 0; index < 1000; index++) fs.writeFile({ filePath: `${user}/${index}`, data: 'x', success: () => done++ });
        await host.clock.advance(1);
        expect(done).toBe(0);
        await host.clock.advance(1);
        expect(done).toBe(1000);
    });

    it('keeps the bytes as they were when the call was made', async () => {
        const { host, fs } = start({ latencyMs: 5 });
        const data = bufferOf(1, 2, 3);
        fs.writeFile({ filePath: `${user}/a`, data });
        new Uint8Array(data).fill(9);
        await host.clock.advance(5);
        expect(host.disk.read(`${user}/a`)).toEqual(Uint8Array.from([1, 2, 3]));
    });

    it('gives each reader bytes of its own', async () => {
        const { host } = start();
        const { data } = await read(host, 'game.json');
        new Uint8Array(data as ArrayBuffer).fill(0);
        expect(new TextDecoder().decode((await read(host, 'game.json')).data as ArrayBuffer)).toContain('portrait');
    });
});

describe('synchronous calls', () => {
    it('platform facts 3.4: both call styles, one object and positional', () => {
        const { fs } = start();
        fs.mkdirSync({ dirPath: `${user}/a`, recursive: true });
        fs.mkdirSync(`${user}/b/c`, true);
        fs.writeFileSync({ filePath: `${user}/a/1`, data: 'é', encoding: 'utf8' });
        fs.writeFileSync(`${user}/a/2`, '00ff', 'hex');
        expect(fs.readFileSync({ filePath: `${user}/a/1`, encoding: 'utf8' })).toMatchObject({ data: 'é' });
        expect(fs.readFileSync(`${user}/a/2`, 'base64')).toMatchObject({ data: 'AP8=' });
        fs.copyFileSync(`${user}/a/1`, `${user}/b/1`);
        fs.renameSync({ oldPath: `${user}/b/1`, newPath: `${user}/b/2` });
        expect(fs.readdirSync(`${user}/b`)).toEqual({ files: ['c', '2'] });
        fs.unlinkSync(`${user}/b/2`);
        fs.rmdirSync(`${user}/b`, true);
        expect(fs.accessSync(`${user}/b`)).toMatchObject({ error: 10022 });
        expect(fs.getFileInfoSync?.({ filePath: `${user}/a/1` })).toMatchObject({ size: 2 });
    });

    it('platform facts 3.4: results are objects around the value', () => {
        const { fs } = start();
        fs.writeFileSync(`${user}/a`, 'x');
        expect(fs.readFileSync(`${user}/a`, 'utf8')).toMatchObject({ data: 'x', dataType: 'string' });
        expect(fs.accessSync({ path: `${user}/a` })).toEqual({ success: true });
        expect(fs.readdirSync({ dirPath: user })).toEqual({ files: ['a'] });
        const { stats } = fs.statSync({ path: `${user}/a` }) as { stats: { size: number; isFile(): boolean; isDirectory(): boolean } };
        expect([stats.size, stats.isFile(), stats.isDirectory()]).toEqual([1, true, false]);
    });

    it('platform facts 3.4, 4.2 #14: failures are returned, not thrown', () => {
        const { fs } = start();
        expect(fs.readFileSync({ filePath: `${user}/missing` })).toEqual({ error: 10022, errorMessage: expect.any(String) as string });
        expect(fs.mkdirSync({ dirPath: `${user}/a/b` })).toMatchObject({ error: 10022 });
        expect(fs.rmdirSync({ dirPath: `${user}/a` })).toMatchObject({ error: 10022 });
        expect(fs.writeFileSync({ filePath: 'game.json', data: '{}' })).toMatchObject({ error: 10024 });
    });

    it('platform facts 4.2 #15: accessSync is an object in any case, and has no success when it failed', () => {
        const { fs } = start();
        const answer = fs.accessSync({ path: `${user}/missing` });
        expect(answer).toBeTruthy();
        expect('success' in answer && answer.success).toBe(false);
    });

    it('switch syncErrors "throw": the same failures are thrown', () => {
        const { fs } = start({ switches: { syncErrors: 'throw' } });
        expect(() => fs.readFileSync({ filePath: `${user}/missing` })).toThrow(expect.objectContaining({ error: 10022 }) as Error);
        expect(fs.accessSync({ path: 'game.json' })).toEqual({ success: true });
    });
});

describe('error codes (platform facts 3.4)', () => {
    it('2: a bad parameter', () => {
        const { fs } = start();
        expect(fs.readFileSync({ filePath: '' })).toMatchObject({ error: 2 });
        expect(fs.readFileSync({ filePath: `${user}/../secret` })).toMatchObject({ error: 2 });
        expect(fs.readFileSync({ filePath: 'https://cdn.example/a.png' })).toMatchObject({ error: 2 });
        expect(fs.readFileSync({ filePath: 'game.json', encoding: 'utf7' as 'utf8' })).toMatchObject({ error: 2 });
        expect(fs.writeFileSync({ filePath: `${user}/a`, data: 5 as unknown as string })).toMatchObject({ error: 2 });
        expect(fs.readFileSync('game.json', 'utf8', 1000)).toMatchObject({ error: 2 });
    });

    it('10022: not found, or the parent is missing', () => {
        const { fs } = start();
        expect(fs.readFileSync({ filePath: 'nothing.json' })).toMatchObject({ error: 10022 });
        expect(fs.writeFileSync({ filePath: `${user}/no/a`, data: 'x' })).toMatchObject({ error: 10022 });
        expect(fs.copyFileSync({ srcPath: 'game.json', destPath: `${user}/no/a` })).toMatchObject({ error: 10022 });
        expect(fs.appendFileSync?.({ filePath: `${user}/a`, data: 'x' })).toMatchObject({ error: 10022 });
        expect(fs.statSync({ path: `${user}/a` })).toMatchObject({ error: 10022 });
        expect(fs.readdirSync({ dirPath: `${user}/a` })).toMatchObject({ error: 10022 });
        expect(fs.unlinkSync({ filePath: `${user}/a` })).toMatchObject({ error: 10022 });
    });

    it('10023: it is a directory', () => {
        const { fs } = start();
        fs.mkdirSync(`${user}/d`);
        expect(fs.readFileSync(`${user}/d`)).toMatchObject({ error: 10023 });
        expect(fs.writeFileSync(`${user}/d`, 'x')).toMatchObject({ error: 10023 });
        expect(fs.unlinkSync(`${user}/d`)).toMatchObject({ error: 10023 });
        expect(fs.copyFileSync('game.json', user)).toMatchObject({ error: 10023 });
    });

    it('10024: no permission; the code package is read only', () => {
        const { fs } = start();
        expect(fs.unlinkSync({ filePath: 'game.json' })).toMatchObject({ error: 10024 });
        expect(fs.mkdirSync({ dirPath: 'new' })).toMatchObject({ error: 10024 });
        expect(fs.renameSync({ oldPath: 'game.json', newPath: `${user}/g` })).toMatchObject({ error: 10024 });
        expect(fs.copyFileSync({ srcPath: 'game.json', destPath: 'copy.json' })).toMatchObject({ error: 10024 });
        expect(fs.rmdirSync({ dirPath: user, recursive: true })).toMatchObject({ error: 10024 });
    });

    it('10025: it exists', () => {
        const { fs } = start();
        fs.mkdirSync(`${user}/d`);
        expect(fs.mkdirSync(`${user}/d`)).toMatchObject({ error: 10025 });
        expect(fs.mkdirSync(`${user}/d`, true)).not.toHaveProperty('error');
        fs.writeFileSync(`${user}/f`, 'x');
        expect(fs.mkdirSync(`${user}/f/g`, true)).toMatchObject({ error: 10025 });
    });

    it('10027: the directory is not empty', () => {
        const { fs, host } = start();
        fs.mkdirSync(`${user}/d`);
        fs.writeFileSync(`${user}/d/a`, 'x');
        expect(fs.rmdirSync(`${user}/d`)).toMatchObject({ error: 10027 });
        expect(fs.rmdirSync(`${user}/d`, true)).not.toHaveProperty('error');
        expect(host.disk.usedBytes).toBe(0);
    });

    it('platform facts 2.3, 4.2 #13: 10028 over the quota, with a Chinese text and nothing written', async () => {
        const { fs, host } = start({ quotaBytes: 10 });
        fs.writeFileSync(`${user}/a`, '123456');
        const failure = fs.writeFileSync(`${user}/b`, '12345');
        expect(failure).toMatchObject({ error: 10028 });
        expect((failure as { errorMessage: string }).errorMessage).toMatch(/[\u4e00-\u9fff]/);
        expect(await failureOf(host, (callbacks) => fs.copyFile({ srcPath: 'game.json', destPath: `${user}/b`, ...callbacks }))).toMatchObject({ error: 10028 });
        expect(fs.appendFileSync?.(`${user}/a`, '78901')).toMatchObject({ error: 10028 });
        expect(host.disk.list()).toEqual([`${user}/a`]);
        expect(fs.writeFileSync(`${user}/a`, '1234567890')).not.toHaveProperty('error');
        expect(host.disk.usedBytes).toBe(10);
    });

    it('platform facts 2.3: 50 MB in all and 10 MB a file by default', async () => {
        const { fs, host } = start();
        const megabyte = 1024 * 1024;
        expect(fs.writeFileSync(`${user}/big`, new ArrayBuffer(10 * megabyte + 1))).toMatchObject({ error: 10028 });
        for (let index = 0; index < 5; index++) expect(fs.writeFileSync(`${user}/${index}`, new ArrayBuffer(10 * megabyte))).not.toHaveProperty('error');
        expect(host.disk.usedBytes).toBe(50 * megabyte);
        expect(fs.writeFileSync(`${user}/last`, 'x')).toMatchObject({ error: 10028 });
    });
});

describe('encodings', () => {
    it('platform facts 3.4: without an encoding, or with an empty one, an ArrayBuffer', async () => {
        const { fs, host } = start();
        expect((await read(host, 'assets/main/a.bin')).data).toEqual(bufferOf(0, 255, 7));
        expect(fs.readFileSync({ filePath: 'assets/main/a.bin', encoding: '' })).toMatchObject({ data: bufferOf(0, 255, 7), dataType: 'arrayBuffer' });
    });

    it.each(['ascii', 'base64', 'binary', 'hex', 'latin1', 'ucs2', 'ucs-2', 'utf16le', 'utf-16le', 'utf8', 'utf-8'] as const)('platform facts 3.4: %s is legal both ways', (encoding) => {
        const { fs } = start();
        const text = encoding === 'hex' ? '6869' : encoding === 'base64' ? 'aGk=' : 'hi';
        expect(fs.writeFileSync({ filePath: `${user}/a`, data: text, encoding })).not.toHaveProperty('error');
        expect(fs.readFileSync({ filePath: `${user}/a`, encoding })).toMatchObject({ data: text });
    });

    it('reads a part by position and length', () => {
        const { fs } = start();
        fs.writeFileSync(`${user}/a`, 'abcdef');
        expect(fs.readFileSync({ filePath: `${user}/a`, encoding: 'utf8', position: 2, length: 3 })).toMatchObject({ data: 'cde' });
    });
});

describe('paths of the code package (platform facts 3.4)', () => {
    it.each([
        ['relative', { 'game.json': true, '/game.json': false, './game.json': false }],
        ['absolute', { 'game.json': false, '/game.json': true, './game.json': false }],
        ['either', { 'game.json': true, '/game.json': true, './game.json': true }],
    ] as const)('%s', (packagePaths, expected) => {
        const { fs } = start({ switches: { packagePaths } });
        for (const [path, allowed] of Object.entries(expected)) {
            const answer = fs.readFileSync({ filePath: path, encoding: 'utf8' });
            if (allowed) expect(answer).toMatchObject({ data: expect.stringContaining('portrait') as string });
            else expect(answer).toMatchObject({ error: 2 });
        }
    });

    it.each(profileNames)('%s: game.json can be read at run time, as the engine does on iOS (platform facts 4.1 #1)', (profile) => {
        const { fs } = start({ profile });
        expect(fs.readFileSync({ filePath: 'game.json', encoding: 'utf8' })).toMatchObject({ data: '{"deviceOrientation":"portrait"}' });
    });

    it('lists folders of the package', () => {
        const { fs } = start();
        expect(fs.readdirSync('assets')).toEqual({ files: ['main'] });
        expect(fs.accessSync('assets')).toEqual({ success: true });
        expect(fs.statSync('assets/main/a.bin')).toMatchObject({ stats: { size: 3 } });
    });
});

describe('binary pitfalls (platform facts 3.4)', () => {
    const typed = Uint8Array.from([1, 2, 3]) as unknown as ArrayBuffer;

    it('typed arrays: error 90000 in Studio', () => {
        const { fs } = start({ profile: 'studio' });
        expect(fs.writeFileSync(`${user}/a`, typed)).toMatchObject({ error: 90000 });
    });

    it('typed arrays: 0 bytes without a word on devices', () => {
        const { fs, host } = start({ switches: { typedArrayWrites: 'empty' } });
        expect(fs.writeFileSync(`${user}/a`, typed)).not.toHaveProperty('error');
        expect(host.disk.read(`${user}/a`)?.byteLength).toBe(0);
    });

    it('typed arrays: written, where a host takes them, and only their own part', () => {
        const { fs, host } = start({ switches: { typedArrayWrites: 'write' } });
        fs.writeFileSync(`${user}/a`, Uint8Array.from([1, 2, 3, 4]).subarray(1, 3) as unknown as ArrayBuffer);
        expect(host.disk.read(`${user}/a`)).toEqual(Uint8Array.from([2, 3]));
    });

    it('an empty file: error 2 in Studio, allowed elsewhere', () => {
        expect(start({ switches: { emptyWrites: 'fail' } }).fs.writeFileSync(`${user}/a`, '')).toMatchObject({ error: 2 });
        expect(start({ switches: { emptyWrites: 'allow' } }).fs.writeFileSync(`${user}/a`, '')).not.toHaveProperty('error');
    });

    it('rename onto a file: 10025 or overwritten', () => {
        for (const [renameOntoExisting, text] of [['fail', 'old'], ['overwrite', 'new']] as const) {
            const { fs, host } = start({ switches: { renameOntoExisting } });
            fs.writeFileSync(`${user}/a`, 'new');
            fs.writeFileSync(`${user}/b`, 'old');
            const answer = fs.renameSync(`${user}/a`, `${user}/b`);
            if (renameOntoExisting === 'fail') expect(answer).toMatchObject({ error: 10025 });
            expect(host.disk.read(`${user}/b`)).toEqual(bytesOf(text));
            expect(host.disk.usedBytes).toBe(renameOntoExisting === 'fail' ? 6 : 3);
        }
    });

    it('returned buffers may be of another realm: instanceof ArrayBuffer is false, and they work', async () => {
        const { host } = start({ switches: { foreignBuffers: true } });
        const data = (await read(host, 'assets/main/a.bin')).data as ArrayBuffer;
        expect(data instanceof ArrayBuffer).toBe(false);
        expect(data.byteLength).toBe(3);
        expect([...new Uint8Array(data)]).toEqual([0, 255, 7]);
        expect(data.slice(1).byteLength).toBe(2);
        const fs = host.my.getFileSystemManager();
        fs.writeFileSync(`${user}/a`, data);
        expect(host.disk.read(`${user}/a`)?.byteLength).toBe(3);
    });

    it('there are no file handles: no open, read, write, truncate', () => {
        const { fs } = start();
        for (const name of ['open', 'read', 'write', 'truncate', 'openSync', 'ftruncate']) expect(name in fs).toBe(false);
    });
});

describe('unzip and saveFile', () => {
    const zip = zipSync({ 'res/import/a.json': bytesOf('{}'), 'res/native/b.bin': Uint8Array.from([1, 2]) });

    it('unpacks into the target folder, making folders', async () => {
        const { host, fs } = start({ packageFiles: { 'b.zip': zip } });
        await ask(host, (callbacks) => fs.unzip({ zipFilePath: 'b.zip', targetPath: `${user}/zip`, ...callbacks }));
        expect(host.disk.list()).toEqual([`${user}/zip/res/import/a.json`, `${user}/zip/res/native/b.bin`]);
        expect(host.disk.bytesWritten()).toBe(4);
    });

    it('platform facts 4.2 #17: old Android glues the names to the target', async () => {
        const { host, fs } = start({ packageFiles: { 'b.zip': zip }, switches: { unzipLayout: 'glued' } });
        await ask(host, (callbacks) => fs.unzip({ zipFilePath: 'b.zip', targetPath: `${user}/zip`, ...callbacks }));
        expect(host.disk.list()).toEqual([`${user}/zipres/import/a.json`, `${user}/zipres/native/b.bin`]);
    });

    it('stops at the quota with what it has written', async () => {
        const { host, fs } = start({ packageFiles: { 'b.zip': zip }, quotaBytes: 3 });
        expect(await failureOf(host, (callbacks) => fs.unzip({ zipFilePath: 'b.zip', targetPath: `${user}/zip`, ...callbacks }))).toMatchObject({ error: 10028 });
        expect(host.disk.usedBytes).toBe(2);
    });

    it('fails on what is no zip file, and outside user data', async () => {
        const { host, fs } = start();
        expect(await failureOf(host, (callbacks) => fs.unzip({ zipFilePath: 'game.json', targetPath: `${user}/zip`, ...callbacks }))).toMatchObject({ error: 3 });
        expect(await failureOf(host, (callbacks) => fs.unzip({ zipFilePath: 'game.json', targetPath: 'zip', ...callbacks }))).toMatchObject({ error: 10024 });
    });

    it('a torn unzip leaves half of the files', async () => {
        const { host, fs } = start({ packageFiles: { 'b.zip': zip } });
        host.faults.add({ kind: 'torn', at: 1, api: 'FileSystemManager.unzip' });
        await failureOf(host, (callbacks) => fs.unzip({ zipFilePath: 'b.zip', targetPath: `${user}/zip`, ...callbacks }));
        expect(host.disk.list()).toHaveLength(1);
    });

    it('platform facts 4.2 #16: saveFile works, or says so and does nothing', async () => {
        for (const saveFile of ['works', 'does-nothing'] as const) {
            const { host, fs } = start({ switches: { saveFile } });
            const result = await ask(host, (callbacks) => fs.saveFile({ tempFilePath: 'game.json', filePath: `${user}/g`, ...callbacks }));
            expect(result).toMatchObject({ savedFilePath: `${user}/g` });
            expect(host.disk.list()).toHaveLength(saveFile === 'works' ? 1 : 0);
        }
    });
});

describe('client-10.3.70', () => {
    it('has no appendFile; the rest of the file calls are there', () => {
        const { fs } = start({ profile: 'client-10.3.70' });
        expect('appendFile' in fs || 'appendFileSync' in fs).toBe(false);
        expect(typeof fs.copyFile).toBe('function');
    });
});
