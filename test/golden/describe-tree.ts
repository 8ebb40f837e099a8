import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { standardPath } from '../../source/package';
import { projectRoot } from '../environment/registry';
import { listTree } from '../hosts/md5-pass';

/**
 * A package with what lies beside it, as text: one line a file with sha256, bytes and path. The adapters are ours to
 * change with every release: of them golden trees say the name alone.
 * @param product whose adapters they are.
 */
export function describeTree(output: string, product = projectRoot): string {
    const adapters = readdirSync(path.join(product, 'dist', 'adapter'));
    const roots = [['package', output], ['remote', `${output}-remote`], ['maps', `${output}-maps`]] as const;
    return roots.filter(([, folder]) => existsSync(folder)).map(([name, folder]) => [`${name}:`, ...listTree(folder).sort().map((file) => adapters.includes(standardPath(file)) ? `${'adapter'.padEnd(64)} ${'-'.padStart(10)} ${file}` : describeFile(folder, file)), ''].join('\n')).join('\n');
}

function describeFile(folder: string, file: string): string {
    const content = readFileSync(path.join(folder, file));
    return `${createHash('sha256').update(content).digest('hex')} ${String(content.byteLength).padStart(10)} ${file}`;
}
