import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packageBuild, recoverPackage, type PackageRequest } from '../../source/packager';
import { hasUnfinishedCommit } from '../../source/packager/journal';
import { rootsOf } from '../../source/packager/roots';
import { hashedBuild, optionsWith, readTree, sampleOf, smallBuild, writeFiles, type Sample } from './sample-build';

export type Trees = Readonly<Record<'output' | 'remote' | 'maps', Readonly<Record<string, string>>>>;

/** The three folders of a package, without what an unfinished run keeps for itself. */
export function treesOf(output: string): Trees {
    const { remote, maps } = rootsOf(output);
    return {
        output: readTree(output), remote: readTree(remote),
        maps: Object.fromEntries(Object.entries(readTree(maps)).filter(([path]) => !path.startsWith('.packaging') && path !== '/')),
    };
}

/** A case of the sweeps: what lies there at first, and the request that is cut off. */
export interface Case {
    readonly name: string;
    prepare(): Promise<{ readonly sample: Sample; readonly request: PackageRequest }>;
}

/** Folders of an earlier build that the new one must replace. */
export async function withEarlierBuild(sample: Sample, output: string): Promise<void> {
    const earlier = sampleOf(smallBuild, { archiveRemote: true });
    await packageBuild(earlier.request());
    for (const part of ['', '-remote', '-maps']) {
        if (part === '' && output === sample.build) continue;
        cpSync(`${earlier.build}${part}`, `${output}${part}`, { recursive: true });
    }
}

export const cases: readonly Case[] = [
    {
        name: 'in place, over the remote bundles and maps of an earlier build',
        prepare: async () => {
            const sample = sampleOf({ ...hashedBuild, 'remote/far/index.js': 'twice', 'game.07ef4.json': '{}' }, { archiveRemote: true });
            await withEarlierBuild(sample, sample.build);
            return { sample, request: sample.request() };
        },
    },
    {
        name: 'into a folder that holds an earlier package',
        prepare: async () => {
            const sample = sampleOf(hashedBuild);
            const outputDirectory = join(sample.folder, 'out');
            await withEarlierBuild(sample, outputDirectory);
            return { sample, request: sample.request({ outputDirectory }) };
        },
    },
    {
        name: 'in place, to the lean layout and a newer build over the standard one',
        prepare: async () => {
            const sample = sampleOf(smallBuild);
            await packageBuild(sample.request());
            writeFiles(sample.build, { ...smallBuild, 'cocos-js/cc.js': '/* the next engine */' });
            return { sample, request: sample.request({ options: optionsWith({ mainPackage: 'lean' }) }) };
        },
    },
    {
        name: 'in place, back to the standard layout',
        prepare: async () => {
            const sample = sampleOf(smallBuild, { mainPackage: 'lean' });
            await packageBuild(sample.request());
            return { sample, request: sample.request({ options: optionsWith() }) };
        },
    },
    {
        name: 'into a new folder',
        prepare: async () => {
            const sample = sampleOf(smallBuild);
            return { sample, request: sample.request({ outputDirectory: join(sample.folder, 'out') }) };
        },
    },
];

/** Only two states pass: the old package untouched, or a journal that makes it the new one. Returns which. */
export function judgeCutOff(output: string, old: Trees, fresh: Trees): 'old' | 'new' {
    const committing = hasUnfinishedCommit(rootsOf(output));
    if (!committing) {
        const now = treesOf(output);
        // Without a commit it is the old one, unless the commit was done and only the tidying was cut off.
        const state = JSON.stringify(now) === JSON.stringify(fresh) ? 'new' : 'old';
        expect(now).toEqual(state === 'new' ? fresh : old);
        return state;
    }
    expect(recoverPackage(output)).toBe('finished');
    expect(treesOf(output)).toEqual(fresh);
    return 'new';
}

/**
 * Keeps everything that a case prepared, so that each cut starts from the same state. The product, which nothing
 * writes into, stays where it is.
 */
export function snapshot(folder: string): () => void {
    const names = (): string[] => readdirSync(folder).filter((name) => name !== 'product');
    const kept = names().flatMap((name) => keep(join(folder, name)));
    return () => {
        for (const name of names()) rmSync(join(folder, name), { recursive: true });
        for (const put of kept) put();
    };
}

/** What puts each folder and file back below a path, with its times. */
function keep(path: string): (() => void)[] {
    const status = statSync(path);
    if (status.isDirectory()) return [() => mkdirSync(path), ...readdirSync(path).flatMap((name) => keep(join(path, name)))];
    const data = readFileSync(path);
    return [() => {
        writeFileSync(path, data, { mode: status.mode });
        utimesSync(path, status.atime, status.mtime);
    }];
}
