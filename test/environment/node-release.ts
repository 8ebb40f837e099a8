import path from 'node:path';
import { installFromRegistry } from './registry';

/** The releases our output must run on: Creator 3.8's own Node, and the command line's. */
export type NodeRelease = '14.16.0' | '20' | '22';

/**
 * The path of a Node binary of a release: this process' own if it is of that release, else the one that
 * the npm package `node-<platform>-<arch>` carries.
 */
export function findNode(release: NodeRelease): string {
    const own = process.versions.node;
    if (own === release || own.startsWith(`${release}.`)) return process.execPath;
    const platform = process.platform === 'win32' ? 'win' : process.platform;
    const folder = installFromRegistry(`node-${platform}-${process.arch}@${release}`);
    return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
