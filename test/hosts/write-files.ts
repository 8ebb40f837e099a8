import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './project';

export function writeFile(folder: string, relativePath: string, content: string | Uint8Array): void {
    const file = path.join(folder, relativePath);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
}

export function writeFiles(folder: string, files: Files): void {
    for (const [relativePath, content] of Object.entries(files)) writeFile(folder, relativePath, content);
}

/** The five digits both hosts put into file names. */
export function shortHash(content: string | Uint8Array): string {
    return createHash('md5').update(content).digest('hex').slice(0, 5);
}

/** `a/config.json` and `62a3f` make `a/config.62a3f.json`. */
export function withHash(file: string, hash: string): string {
    const { dir, name, ext } = path.posix.parse(file);
    return path.posix.join(dir, `${name}.${hash}${ext}`);
}
