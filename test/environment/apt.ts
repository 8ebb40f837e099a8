import { spawnSync } from 'node:child_process';

/** Installs a package of Debian's, where this process may. @returns whether it is there now. */
export function installByApt(name: string, reason: string): boolean {
    if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
    console.log(`${reason}: apt-get install ${name}`);
    const apt = (...args: string[]): boolean =>
        spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', '-y', ...args], {
            stdio: ['ignore', 'ignore', 'inherit'],
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        }).status === 0;
    return apt('update') && apt('install', '--no-install-recommends', name);
}
