// The gate: both archives, unpacked as in a user's project, must hold what they should and work by themselves.
import { statSync } from 'node:fs';
import path from 'node:path';
import { emptyDirSync } from 'fs-extra';
import { zipName, type MadeRelease } from '../make';
import { findCommandFaults } from './commands';
import { findContentFaults, findReferenceFaults, findSizeFaults } from './contents';
import { findDependencyFaults, findLicenceFaults, findListingFaults } from './dependencies';
import { findHostFaults } from './hosts';
import { unpackTarball, unpackZip } from './unpack';

/** A user's folders with both archives in them, where README says. */
export interface UnpackedRelease {
    /** All of it is below. */
    readonly folder: string;
    /** Of the zip, in a Creator project. */
    readonly extension: string;
    /** Of the npm package, in the Cocos CLI. */
    readonly platform: string;
}

/** @param folder emptied first; outside the project, so that nothing of its node_modules is found. */
export async function unpackRelease({ folder: archives, tarballName }: MadeRelease, folder: string): Promise<UnpackedRelease> {
    emptyDirSync(folder);
    const extension = path.join(folder, 'creator-project', 'extensions', 'cocos-alipay-mini-game');
    const platform = path.join(folder, 'cocos-cli', 'packages', 'platforms', 'cocos-alipay-mini-game');
    await unpackZip(path.join(archives, zipName), extension);
    unpackTarball(path.join(archives, tarballName), platform);
    return { folder, extension, platform };
}

/** What is wrong in the archives' contents. @param root the project. */
export function findFaultsAtRest(root: string, { folder: archives, files, built }: MadeRelease, { extension, platform }: UnpackedRelease): string[] {
    const inArchive = (archive: string, folder: string, installed: readonly string[]): string[] =>
        [
            ...findContentFaults(folder, files),
            ...findReferenceFaults(folder),
            ...findLicenceFaults(folder, root, built.bundled),
            ...findDependencyFaults(folder, installed),
        ].map((fault) => `${archive}: ${fault}`);
    return [
        ...findListingFaults(root, built),
        ...findSizeFaults(zipName, statSync(path.join(archives, zipName)).size),
        ...inArchive('zip', extension, []),
        ...inArchive('npm package', platform, built.external),
    ];
}

/** What is wrong when the unpacked files run, on the editor's own Node and on a new one. @param root the project. */
export async function findFaultsAtWork(root: string, { folder, extension, platform }: UnpackedRelease): Promise<string[]> {
    const faults: string[] = [];
    for (const node of ['14.16.0', '22'] as const) {
        faults.push(...(await findHostFaults(root, folder, { host: 'creator', product: extension, project: path.join(folder, 'creator-project'), node })));
        faults.push(...(await findHostFaults(root, folder, { host: 'cocos-cli', product: platform, project: path.join(folder, 'cli-project'), node })));
    }
    return [...faults, ...findCommandFaults(extension, path.join(folder, 'creator-project'))];
}
