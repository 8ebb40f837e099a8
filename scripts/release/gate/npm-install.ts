// Installs the npm package as README says, with what it asks for, and plays the demo with it.
import path from 'node:path';
import { emptyDirSync, outputJsonSync } from 'fs-extra';
import type { MadeRelease } from '../make';
import { expectEnd, findPreviewFaults, runProgram } from './commands';

/** @param folder emptied first. */
export function findInstalledFaults({ folder: archives, tarballName }: MadeRelease, folder: string): string[] {
    emptyDirSync(folder);
    outputJsonSync(path.join(folder, 'package.json'), { private: true });
    const windows = process.platform === 'win32';
    const install = runProgram(windows ? 'npm.cmd' : 'npm', ['install', '--no-audit', '--no-fund', path.join(archives, tarballName)], folder);
    const faults = expectEnd('npm install of the npm package', install, 0);
    return faults.length > 0 ? faults : findPreviewFaults(path.join(folder, 'node_modules', '.bin', `cocos-alipay-mini-game${windows ? '.cmd' : ''}`), folder);
}
