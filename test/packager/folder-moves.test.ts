import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileEntry } from '../../source/package';
import { applyPlan, planPackage } from '../../source/packager';
import { gatherFolderMoves } from '../../source/packager/folder-moves';
import type { PlannedFile } from '../../source/packager/plan';
import { optionsWith, readTree, sampleOf, smallBuild } from './sample-build';

const entry = (path: string): FileEntry => ({ path, bytes: 1, mtimeMs: 0, ctimeMs: 0 });
const table = (paths: readonly string[]): ReadonlyMap<string, FileEntry> => new Map(paths.map((path) => [path, entry(path)]));

/** What moves how, where these files lie and those of them that have a new place in the package go there. */
function gather(lying: readonly string[], places: Readonly<Record<string, string>>): { files: string[]; folders: string[] } {
    const planned = Object.entries(places).map(([from, to]): PlannedFile => ({ to: { root: 'output', path: to }, source: { kind: 'host', at: { root: 'output', path: from }, entry: entry(from) } }));
    const moves = Object.entries(places).filter(([from, to]) => from !== to).map(([from, to]) => ({ kind: 'move', what: 'file', from: { root: 'output', path: from }, to: { root: 'output', path: to } } as const));
    const { files, folders } = gatherFolderMoves(moves, { output: table(lying), remote: table([]), maps: table([]) }, planned);
    const format = (list: typeof files): string[] => list.map(({ from, to }) => `${from.path} > ${to.path}`);
    return { files: format(files), folders: format(folders) };
}

const into = (...paths: readonly string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, `game/${path}`]));

describe('moves of folders', () => {
    it('take the largest folder of which everything goes to one place', () => {
        expect(gather(['a/b/1', 'a/b/2', 'a/c/3'], into('a/b/1', 'a/b/2', 'a/c/3'))).toEqual({ files: [], folders: ['a > game/a'] });
    });

    it.each([
        ['stays', ['a/b/1', 'a/b/2', 'a/3'], { ...into('a/b/1', 'a/b/2'), 'a/3': 'a/3' }],
        ['is dropped', ['a/b/1', 'a/b/2', 'a/3'], into('a/b/1', 'a/b/2')],
        ['gets another name', ['a/b/1', 'a/b/2', 'a/3'], { ...into('a/b/1', 'a/b/2'), 'a/3': 'game/a/4' }],
        ['comes from elsewhere', ['a/b/1', 'a/b/2', 'c/3'], { ...into('a/b/1', 'a/b/2'), 'c/3': 'game/a/3' }],
        ['lies at the new place', ['a/b/1', 'a/b/2', 'game/a/3'], into('a/b/1', 'a/b/2')],
        ['comes where the folder was', ['a/b/1', 'a/b/2', 'c/3'], { ...into('a/b/1', 'a/b/2'), 'c/3': 'a/3' }],
    ] as const)('take only what is within it where a file %s', (_what, lying, places) => {
        expect(gather(lying, places).folders).toEqual(['a/b > game/a/b']);
    });

    it('are none into themselves', () => {
        expect(gather(['a/1', 'a/2'], { 'a/1': 'a/a/1', 'a/2': 'a/a/2' }).folders).toEqual([]);
        expect(gather(['a/a/1', 'a/a/2'], { 'a/a/1': 'a/1', 'a/a/2': 'a/2' }).folders).toEqual([]);
    });

    it('make the lean layout and the standard one of a thousand files with a few renames', async () => {
        const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`assets/main/import/${index % 10}/${index}.json`, String(index)]));
        const sample = sampleOf({ ...smallBuild, ...many });
        mkdirSync(join(sample.build, 'assets', 'main', 'empty'));
        for (const mainPackage of ['standard', 'lean', 'standard'] as const) {
            const before = readTree(sample.build);
            const plan = await planPackage(sample.request({ options: optionsWith({ mainPackage }) }));
            expect(plan.steps.length).toBeLessThan(50);
            await applyPlan(plan);
            const after = readTree(sample.build);
            const assets = (tree: Readonly<Record<string, string>>): string[] => Object.entries(tree).filter(([path]) => path.includes('assets/main')).map(([path, hash]) => `${path.replace(/^.*assets\/main/, '')} ${hash}`).filter((line) => !line.includes('.map'));
            expect(assets(after).sort()).toEqual(assets(before).sort());
        }
    });
});
