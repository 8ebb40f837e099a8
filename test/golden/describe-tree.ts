import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../environment/registry';
import { listTree } from '../hosts/md5-pass';

/** The adapters: ours to change with every release, so golden trees name them and say no more. */
const adapters = readdirSync(path.join(projectRoot, 'dist', 'adapter'));

/** A package with what lies beside it, as text: one line a file with sha256, bytes and path. */
export function describeTree(output: string): string {
    const roots = [['package', output], ['remote', `${output}-remote`], ['maps', `${output}-maps`]] as const;
    return roots.filter(([, folder]) => existsSync(folder)).map(([name, folder]) => [`${name}:`, ...listTree(folder).sort().map((file) => describeFile(folder, file)), ''].join('\n')).join('\n');
}

function describeFile(folder: string, file: string): string {
    if (adapters.includes(file)) return `${'adapter'.padEnd(64)} ${'-'.padStart(10)} ${file}`;
    const content = readFileSync(path.join(folder, file));
    return `${createHash('sha256').update(content).digest('hex')} ${String(content.byteLength).padStart(10)} ${file}`;
}
