import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../environment/registry';

/** The package of the libraries: its lock file says which versions are run. */
export const librariesFolder = path.join(projectRoot, 'test', 'libraries');

/**
 * Runs `npm ci` for the libraries, unless what the lock file says is there already. They are no part of the project's
 * own `npm ci`, which would take twice as long. Two test processes that install at once both succeed.
 * @returns whether they are there; no, where no registry can be reached.
 */
export async function installLibraries(): Promise<boolean> {
    const lock = await fs.readFile(path.join(librariesFolder, 'package-lock.json'));
    const wanted = createHash('sha256').update(lock).digest('hex');
    const installed = path.join(librariesFolder, 'node_modules');
    const readMark = (): Promise<string> => fs.readFile(path.join(installed, '.installed'), 'utf8').catch(() => '');
    if (await readMark() === wanted) return true;

    const cache = path.join(projectRoot, '.cache');
    await fs.mkdir(cache, { recursive: true });
    const scratch = await fs.mkdtemp(path.join(cache, 'installing-'));
    try {
        for (const name of ['package.json', 'package-lock.json']) await fs.copyFile(path.join(librariesFolder, name),
            path.join(scratch, name));
        if (await runNpm(scratch) !== 0) return false;
        await fs.writeFile(path.join(scratch, 'node_modules', '.installed'), wanted);
        if (await readMark() === wanted) return true;
        await fs.rm(installed, { recursive: true, force: true });
        await fs.rename(path.join(scratch, 'node_modules'), installed).catch(async (error: unknown) => {
            if (await readMark() !== wanted) throw error;
        });
        return true;
    } finally {
        await fs.rm(scratch, { recursive: true, force: true });
    }
}

function runNpm(folder: string): Promise<number> {
    const windows = process.platform === 'win32';
    const args = [
        'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000',
        // Scripts of packages that only tests use have no business on a contributor's machine.
        '--ignore-scripts',
    ];
    const npm = spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: folder, stdio: 'ignore', shell: windows });
    return new Promise((resolve) => {
        npm.once('error', () => resolve(1));
        npm.once('exit', (status) => resolve(status ?? 1));
    });
}

/** The version of a library that the lock file names. */
export async function lockedVersions(): Promise<Readonly<Record<string, string>>> {
    const { packages } = JSON.parse(await fs.readFile(path.join(librariesFolder, 'package-lock.json'),
        'utf8')) as { packages: Record<string, { version: string; dependencies?: Record<string, string> }> };
    return Object.fromEntries(Object.keys(packages['']!.dependencies!).map((name) => [name, packages[`node_modules/${name}`]!.version]));
}
