import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../../source/package';
import { packLayout, type PackedLayout } from './pack-layout';
import type { RunPlan, Source } from './plan-runs';
import type { Layout } from './read-games';
import type { PackageFigures, Variant } from './results';
import { renewRemoteBundles, zipRemoteBundles } from './server/derive-build';

/** A package on disk, ready to be played. */
export interface ReadyPackage {
    readonly directory: string;
    readonly figures: PackageFigures;
    /** What was done to the build before. */
    readonly change?: string;
}

/** The packages of a run of the command: each is packed once, however many clients play it. */
export interface PackageShelf {
    get(run: RunPlan, source?: Source): Promise<ReadyPackage>;
    /** The same, as a copy that a run may change. */
    getCopy(run: RunPlan): Promise<ReadyPackage>;
}

/** @param folder where packages are made. */
export function createPackageShelf(folder: string): PackageShelf {
    const made = new Map<string, Promise<ReadyPackage>>();
    const get = (run: RunPlan, source = run.source): Promise<ReadyPackage> => {
        if (source.from === 'folder') return Promise.resolve({ directory: source.directory, figures: measurePackage(source.directory, 'found') });
        const key = path.join(run.game.name, `${run.variant}${source.change === undefined ? '' : `-${source.change}`}${source === run.next ? '-next' : ''}`);
        const ready = made.get(key) ?? make(path.join(folder, key), source, run.variant);
        made.set(key, ready);
        return ready;
    };
    return {
        get,
        async getCopy(run) {
            const ready = await get(run);
            const directory = path.join(folder, run.game.name, `copy-${run.client}-${run.variant}`, 'alipay-mini-game');
            for (const suffix of ['', '-remote', '-maps']) {
                await fs.rm(directory + suffix, { recursive: true, force: true });
                if (existsSync(ready.directory + suffix)) await fs.cp(ready.directory + suffix, directory + suffix, { recursive: true });
            }
            return { ...ready, directory };
        },
    };
}

const changes = { zip: zipRemoteBundles, renew: renewRemoteBundles } as const;

async function make(folder: string, { build, change }: Extract<Source, { from: 'build' }>, variant: Variant): Promise<ReadyPackage> {
    let directory = build.directory;
    let changed: string | undefined;
    if (change !== undefined) {
        directory = path.join(folder, 'build');
        changed = await changes[change](build.directory, directory);
        if (changed === undefined) throw new Error(`no remote bundle of ${build.directory} can be changed (${change})`);
    }
    const packed: PackedLayout = await packLayout({ ...build, directory }, variant as Layout, folder);
    return {
        directory: packed.directory,
        figures: { ...measurePackage(packed.directory, 'packed'), packProblems: packed.problems },
        ...(changed === undefined ? {} : { change: changed }),
    };
}

function measurePackage(directory: string, made: PackageFigures['made']): PackageFigures {
    const { bytes, parts, remoteFiles } = readPackage(directory);
    return { bytes, mainBytes: parts[0]?.bytes ?? 0, remoteBytes: [...remoteFiles.values()].reduce((sum, file) => sum + file.bytes, 0), made, packProblems: '' };
}
