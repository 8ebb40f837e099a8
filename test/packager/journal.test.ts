import fc from 'fast-check';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan, packageBuild, planPackage, recoverPackage } from '../../source/packager';
import { nodeFileOperations, type FileOperations } from '../../source/packager/file-operations';
import { hasUnfinishedCommit } from '../../source/packager/journal';
import { rootsOf } from '../../source/packager/roots';
import { treesOf } from './cut-off';
import { optionsWith, readTree, sampleOf, smallBuild, writeFiles, type Sample } from './sample-build';

const place = { root: 'output', path: 'game.js' };
const committing = (action: unknown): unknown => ({ version: 1, state: 'committing', actions: [action] });

describe('a journal that is not ours', () => {
    it.each<[string, unknown]>([
        ['is no object', null],
        ['is of another version', { version: 2, state: 'committing', actions: [] }],
        ['is in a state that there is none', { version: 1, state: 'done', actions: [] }],
        ['has no list of actions', { version: 1, state: 'committing', actions: { kind: 'discard' } }],
        ['has an action that is none', committing(null)],
        ['has an action of another kind', committing({ kind: 'delete', at: place, aside: place })],
        ['has a place that is none', committing({ kind: 'discard', at: null, aside: { root: 'work', path: 'old/0' } })],
        ['has a place in another root', committing({ kind: 'place', from: { root: 'home', path: 'a' }, to: place })],
        ['puts things aside outside', committing({ kind: 'place', from: { root: 'work', path: 'new/0' }, to: place, aside: { root: 'work', path: '/etc/passwd' } })],
    ])('and %s is dropped, and nothing it names is touched', async (_, journal) => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        const before = readTree(sample.build);
        writeFiles(sample.folder, { 'build-maps/.packaging/journal.json': JSON.stringify(journal) });
        expect(recoverPackage(sample.build)).toBe('undone');
        expect(readTree(sample.build)).toEqual(before);
        expect(existsSync(join(`${sample.build}-maps`, '.packaging'))).toBe(false);
    });

    it('of any shape does no harm', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        const before = readTree(sample.build);
        const values = fc.oneof(fc.jsonValue(), fc.record({ version: fc.constant(1), state: fc.constant('committing'), actions: fc.array(fc.jsonValue(), { minLength: 1 }) }));
        fc.assert(fc.property(values, (journal) => {
            writeFiles(sample.folder, { 'build-maps/.packaging/journal.json': JSON.stringify(journal) });
            recoverPackage(sample.build);
            expect(readTree(sample.build)).toEqual(before);
        }), { numRuns: 50 });
    });
});

/** The file operations, which stop for ever at the first rename that `isLast` accepts: before it is done. */
function cutAtRename(isLast: (from: string, to: string) => boolean, beneath: FileOperations = nodeFileOperations): FileOperations {
    return { ...beneath, rename: (from, to) => {
        if (isLast(from, to)) throw Object.assign(new Error('cut'), { code: 'EIO' });
        beneath.rename(from, to);
    } };
}

/** A package of which a new run replaces game.json and the settings; the run is cut off when the first is due. */
async function cutOffCommit(): Promise<Sample> {
    const sample = sampleOf(smallBuild);
    await packageBuild(sample.request());
    const changed = sample.request({ options: optionsWith({ deviceOrientation: 'portrait', remoteUrl: 'https://other.example.com/g/' }) });
    const operations = cutAtRename((_, to) => to.startsWith(`${sample.build}/`));
    await expect(applyPlan(await planPackage(changed), operations)).rejects.toThrow();
    expect(hasUnfinishedCommit(rootsOf(sample.build))).toBe(true);
    return sample;
}

describe('a commit that was cut off', () => {
    it('is finished where nothing has changed since', async () => {
        const sample = await cutOffCommit();
        expect(recoverPackage(sample.build)).toBe('finished');
        expect(readFileSync(join(sample.build, 'game.json'), 'utf8')).toContain('portrait');
        expect(readFileSync(join(sample.build, 'src/settings.json'), 'utf8')).toContain('other.example.com');
    });

    it.each(['game.json', 'src/settings.json'])('is undone, and keeps the edit, where only %s that it replaces was written anew', async (path) => {
        const sample = await cutOffCommit();
        const before = readTree(sample.build);
        // As long as the old one: only the time tells them apart.
        const edited = readFileSync(join(sample.build, path), 'utf8').replace(/[a-z]/, 'X');
        await new Promise((resolve) => setTimeout(resolve, 20));
        writeFiles(sample.build, { [path]: edited });
        expect(recoverPackage(sample.build)).toBe('undone');
        expect(readFileSync(join(sample.build, path), 'utf8')).toBe(edited);
        expect({ ...readTree(sample.build), [path]: '' }).toEqual({ ...before, [path]: '' });
    });

    it('is undone where a file that it replaces has gone', async () => {
        const sample = await cutOffCommit();
        nodeFileOperations.removeFile(join(sample.build, 'game.json'));
        expect(recoverPackage(sample.build)).toBe('undone');
        expect(existsSync(join(sample.build, 'game.json'))).toBe(false);
    });
});

describe('a commit across file systems', () => {
    /** As if `-remote` were on another file system than the package. */
    const crossing = (sample: Sample, beneath: FileOperations): FileOperations => {
        const isRemote = (path: string): boolean => path.startsWith(`${sample.build}-remote`);
        return { ...beneath, rename: (from, to) => {
            if (isRemote(from) !== isRemote(to)) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
            beneath.rename(from, to);
        } };
    };

    it('that was cut off between the arrival of a copy and the loss of its original is finished by recovery alone', async () => {
        // A folder of which one file goes elsewhere is moved file by file, any other as a whole.
        const build = { ...smallBuild, 'remote/near/config.json': smallBuild['remote/far/config.json']!, 'remote/near/import/a.json': '[]', 'remote/near/files.json': '{}' };
        const reference = sampleOf(build, { archiveRemote: true });
        await packageBuild(reference.request());
        const kinds = new Set<string>();
        for (let nth = 1; ; nth += 1) {
            const sample = sampleOf(build, { archiveRemote: true });
            let losses = 0;
            let lost = '';
            const cut = cutAtRename((from, to) => to.endsWith('.leaving') && (losses += 1) === nth && (lost = from) !== '');
            await applyPlan(await planPackage(sample.request()), crossing(sample, cut)).catch(() => undefined);
            if (lost === '') break;
            kinds.add(statSync(lost).isFile() ? 'file' : 'folder');
            expect(recoverPackage(sample.build, crossing(sample, nodeFileOperations)), lost).toBe('finished');
            expect(treesOf(sample.build), lost).toEqual(treesOf(reference.build));
        }
        expect([...kinds].sort()).toEqual(['file', 'folder']);
    });
});
