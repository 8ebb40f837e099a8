import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { formatManifest, createManifest, type RemoteObject } from '../../source/delivery/manifest';
import { isBundleConfig } from '../../source/delivery/plan';
import type { DeployConfig } from '../../source/delivery';
import { chooseSeed, randomFrom, type Random } from '../environment/random';
import { projectRoot } from '../environment/registry';
import { writeRemoteFolder } from './remote-folder';
import { bucket, keys, startS3Server } from './s3-server';

type Read = (path: string) => Promise<Buffer | undefined> | Buffer | undefined;

interface Place {
    readonly config: DeployConfig;
    readonly read: Read;
    /** Draws a moment of a delivery of these files that begins now; the function given tells whether it has come. */
    readonly drawMoment: (files: readonly RemoteObject[], random: Random) => () => boolean;
}

const folderShape = { bundles: ['a', 'b'], files: 12, bytesPerFile: 3_000 };

export interface KillTally {
    /** Runs that the kill ended: those that had ended by themselves count as well, but prove less. */
    killed: number;
    /** Runs after which the target held a part of the new version, and no config of it. */
    partial: number;
}

/**
 * Delivers versions of a game one after another, each killed (SIGKILL) at a random moment. After each kill no config
 * on the target may name a file that is not there whole; a last run brings the last version over, whole.
 */
async function killDeliveries(scratch: string, times: number, { config, read, drawMoment }: Place): Promise<KillTally> {
    const configFile = path.join(scratch, 'deploy.json');
    writeFileSync(configFile, JSON.stringify({ deploy: config }));
    const versions: (readonly RemoteObject[])[] = [];
    const tally = { killed: 0, partial: 0 };
    const seed = chooseSeed();
    const random = randomFrom(seed);
    const repeat = `repeat with TEST_SEED=${seed}`;
    const start = (folder: string) => spawn(process.execPath, [path.join(projectRoot, 'dist', 'bin.js'), 'deploy', folder, '--config', configFile], { stdio: 'ignore', env: { ...process.env, ...keys } });
    const folder = path.join(scratch, 'game-remote');

    for (let time = 0; time < times; time += 1) {
        // A version that was cut off is sometimes gone on with, sometimes overtaken by the next one.
        if (time % 3 !== 1) {
            rmSync(folder, { recursive: true, force: true });
            writeRemoteFolder(folder, { ...folderShape, version: String(time) });
            versions.push((await createManifest(folder)).files);
        }
        const hasCome = drawMoment(versions[versions.length - 1] ?? [], random);
        const child = start(folder);
        const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
        while (child.exitCode === null && !hasCome()) await wait(1);
        child.kill('SIGKILL');
        if ((await ended) === 'SIGKILL') tally.killed += 1;
        // Older versions are not touched any more; at the end all are looked at once again.
        for (const [index, files] of [...versions.entries()].slice(time === times - 1 ? 0 : -2)) {
            const { present, configs } = await countPresent(files, read);
            if (configs > 0) expect(present, `version ${index}: a config is there without all of its files; ${repeat}`).toBe(files.filter(({ path: file }) => !isBundleConfig(file)).length);
            else if (present > 0 && index === versions.length - 1) tally.partial += 1;
        }
    }
    const last = start(folder);
    expect(await new Promise((resolve) => last.once('exit', resolve)), repeat).toBe(0);
    const manifest = await createManifest(folder);
    for (const file of manifest.files) expect(isWhole(file, await read(file.path)), `${file.path}; ${repeat}`).toBe(true);
    expect(readFileSync(`${folder}.manifest.json`, 'utf8')).toBe(formatManifest(manifest));
    return tally;
}

async function countPresent(files: readonly RemoteObject[], read: Read): Promise<{ present: number; configs: number }> {
    const found = { present: 0, configs: 0 };
    await Promise.all(files.map(async (file) => {
        const data = await read(file.path);
        if (isBundleConfig(file.path)) found.configs += data === undefined ? 0 : 1;
        else if (isWhole(file, data)) found.present += 1;
    }));
    return found;
}

function isWhole({ sha256 }: RemoteObject, data: Buffer | undefined): boolean {
    return data !== undefined && createHash('sha256').update(data).digest('hex') === sha256;
}

/** Kills deliveries into a folder. */
export async function killDirectoryDeliveries(scratch: string, times: number): Promise<KillTally> {
    const target = path.join(scratch, 'server');
    const read = (file: string): Buffer | undefined => {
        try {
            return readFileSync(path.join(target, file));
        } catch {
            return undefined;
        }
    };
    return killDeliveries(scratch, times, {
        config: { target: { type: 'directory', path: target }, parallel: 2 },
        read,
        // When one of the files that are not there yet begins to arrive.
        drawMoment: (files, random) => {
            const absent = files.map(({ path: file }) => path.join(target, file)).filter((place) => !existsSync(place));
            const place = absent[Math.floor(random() * absent.length)] ?? target;
            const part = path.join(path.dirname(place), `.${path.basename(place)}.part`);
            return () => existsSync(part) || existsSync(place);
        },
    });
}

/** Kills deliveries into a bucket. */
export async function killS3Deliveries(scratch: string, times: number): Promise<KillTally> {
    const server = await startS3Server();
    try {
        return await killDeliveries(scratch, times, {
            config: { target: { type: 's3', endpoint: server.endpoint, bucket, region: 'us-east-1', addressing: 'path' }, parallel: 4 },
            read: (file) => server.read(file),
            // At a request: a listing, then a PUT and a HEAD for each file.
            drawMoment: (files, random) => {
                const last = server.requests.length + Math.floor(random() * (1 + 2 * files.length));
                return () => server.requests.length > last;
            },
        });
    } finally {
        await server.close();
    }
}

function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
