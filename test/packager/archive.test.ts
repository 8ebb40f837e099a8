import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { packageBuild } from '../../source/packager';
import { isArchiveOf } from '../../source/packager/artefacts/archive';
import { readTree, sampleOf, smallBuild, temporaryFolder, writeFiles } from './sample-build';

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

async function entriesOf(path: string): Promise<yauzl.Entry[]> {
    const zip = await open(path, { lazyEntries: false });
    return new Promise((resolve, reject) => {
        const entries: yauzl.Entry[] = [];
        zip.on('entry', (entry: yauzl.Entry) => entries.push(entry));
        zip.on('end', () => resolve(entries));
        zip.on('error', reject);
    });
}

const stored = 0;
const deflated = 8;

describe('the archive of remote/', () => {
    it('holds every remote file under its path on the server, sorted; compressed types stored, the rest deflated', async () => {
        const sample = sampleOf({ ...smallBuild, 'remote/far/native/a.txt': 'text '.repeat(100), 'remote/far/native/Ä.mp3': 'sound' }, { archiveRemote: true });
        const { archive, remoteDirectory } = await packageBuild(sample.request());
        expect(archive?.path).toBe(join(remoteDirectory ?? '', 'remote.zip'));
        expect(archive?.bytes).toBe(statSync(archive?.path ?? '').size);
        const entries = await entriesOf(archive?.path ?? '');
        expect(entries.map(({ fileName }) => fileName)).toEqual(Object.keys(readTree(remoteDirectory ?? '')).filter((path) => path !== 'remote.zip').sort());
        for (const { fileName, compressionMethod } of entries) expect(compressionMethod, fileName).toBe(/\.(png|mp3)$/.test(fileName) ? stored : deflated);
    });

    it('unpacks to the same bytes', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        const { archive, remoteDirectory } = await packageBuild(sample.request());
        const target = temporaryFolder();
        const { status } = spawnSync('unzip', ['-q', archive?.path ?? '', '-d', target]);
        if (status === null) return console.info('There is no unzip here: the archive is not unpacked.');
        expect(status).toBe(0);
        expect(readTree(join(target, 'remote'))).toEqual(readTree(join(remoteDirectory ?? '', 'remote')));
    });

    it('has the same bytes for the same input, whatever the dates of the files and the time zone', async () => {
        const archives = await Promise.all([0, 1].map(async (run) => {
            const sample = sampleOf(smallBuild, { archiveRemote: true });
            utimesSync(join(sample.build, 'remote/far/config.json'), run * 1000, run * 1000);
            const { archive } = await packageBuild(sample.request());
            return readFileSync(archive?.path ?? '');
        }));
        expect(archives[0]?.equals(archives[1] ?? Buffer.alloc(0))).toBe(true);
        // The date of the first entry, as DOS writes it: 1980-01-01, midnight, in every time zone.
        expect(archives[0]?.readUInt32LE(10)).toBe(0x00210000);
    });

    it('is made anew when a remote file changes, and only then', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        await packageBuild(sample.request());
        expect((await packageBuild(sample.request())).changes).toBe(0);
        writeFiles(sample.folder, { 'build-remote/remote/far/import/12/1234.json': '["changed"]' });
        expect((await packageBuild(sample.request())).changes).toBe(2);
        expect((await packageBuild(sample.request())).changes).toBe(0);
    });

    it('goes when it is no longer asked for', async () => {
        const sample = sampleOf(smallBuild, { archiveRemote: true });
        await packageBuild(sample.request());
        const { options } = sample.request();
        await packageBuild(sample.request({ options: { ...options, archiveRemote: false } }));
        expect(readTree(`${sample.build}-remote`)).not.toHaveProperty(['remote.zip']);
    });

    it('is not recognised in something else', () => {
        const file = join(temporaryFolder(), 'x.zip');
        expect(isArchiveOf(file, 'digest')).toBe(false);
        for (const content of ['', 'digest', 'x'.repeat(100)]) {
            writeFileSync(file, content);
            expect(isArchiveOf(file, 'digest')).toBe(false);
        }
    });
});

describe('a file of the remote folder that is no bundle\'s', () => {
    it('is in the archive, which is made again when it changes', async () => {
        const sample = sampleOf({ ...smallBuild, 'remote/notes.txt': 'one' }, { archiveRemote: true });
        const archive = join(`${sample.build}-remote`, 'remote.zip');
        await packageBuild(sample.request());
        const first = readFileSync(archive);
        await packageBuild(sample.request());
        expect(readFileSync(archive).equals(first)).toBe(true);
        writeFiles(`${sample.build}-remote`, { 'remote/notes.txt': 'two' });
        await packageBuild(sample.request());
        expect(readFileSync(archive).equals(first)).toBe(false);
    });
});
