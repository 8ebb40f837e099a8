// Builds the product into a folder of its own, so that no other run of the project is disturbed, and packs it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emptyDirSync, readJsonSync } from 'fs-extra';
import type { BuiltFiles } from '../build.mjs';
import { packForNpm, writeChecksums, zipExtension, type ProductFiles } from './archives';
import { listProductFiles } from './contents';
import type { Manifest } from './manifest';

export const zipName = 'cocos-alipay-mini-game.zip';
export const checksumsName = 'SHA256SUMS';

export interface MadeRelease {
    /** Holds the archives and their checksums, nothing else. */
    readonly folder: string;
    /** The npm package's file name; it has the version in it. */
    readonly tarballName: string;
    readonly files: ProductFiles;
    readonly built: BuiltFiles;
}

export interface MakeSetup {
    /** The project. */
    readonly root: string;
    /** Emptied first; `dist`, `npm` and `archives` are made in it. */
    readonly scratch: string;
    /** scripts/build.mjs. */
    readonly build: (options: { readonly dist: string }) => Promise<BuiltFiles>;
}

export async function makeRelease({ root, scratch, build }: MakeSetup): Promise<MadeRelease> {
    emptyDirSync(scratch);
    const folder = path.join(scratch, 'archives');
    emptyDirSync(folder);
    const dist = path.join(scratch, 'dist');
    const built = await build({ dist });
    const files = listProductFiles({ root, dist });
    const project = readJsonSync(path.join(root, 'package.json')) as Manifest;
    writeFileSync(path.join(folder, zipName), zipExtension(files, project));
    const tarballName = packForNpm(files, project, { folder: path.join(scratch, 'npm'), to: folder, installed: built.external });
    writeChecksums(folder, [zipName, tarballName]);
    return { folder, tarballName, files, built };
}

/** Where two releases of the same sources differ, which they must not. */
export function findDifferences(first: MadeRelease, second: MadeRelease): string[] {
    return [...new Set([zipName, first.tarballName, second.tarballName, checksumsName])]
        .filter((name) => !readFileSync(path.join(first.folder, name)).equals(readFileSync(path.join(second.folder, name))))
        .map((name) => `${name} differs between two runs over the same sources.`);
}
