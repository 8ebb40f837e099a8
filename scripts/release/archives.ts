// Makes the archives. The same files give the same bytes: no clock, no user, no umask, no order of a directory enters.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { copySync, emptyDirSync, outputFileSync } from 'fs-extra';
import { releaseManifest, type Manifest } from './manifest';

/** Files of a product by their path in it; what `listProductFiles` gives. */
export type ProductFiles = ReadonlyMap<string, string>;

/**
 * The extension, zipped from inside its folder, as the Extension Manager unpacks it (Cocos manual, "Install and
 * Share"): package.json is at the top. Folders have entries of their own, for unpackers that make none by themselves.
 */
export function zipExtension(files: ProductFiles, project: Manifest): Buffer {
    const contents = new Map<string, Uint8Array>([['package.json', Buffer.from(manifestText(project, []))]]);
    for (const [file, from] of files) {
        for (let slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) contents.set(file.slice(0, slash + 1), new Uint8Array());
        contents.set(file, readFileSync(from));
    }
    const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
    const entries: Zippable = Object.fromEntries(sorted.map(([file, data]) => [file, [data, { level: file.endsWith('/') ? 0 : 9 }]]));
    // The first day that zip knows. Zip has local time, so this is the same in every time zone.
    return Buffer.from(zipSync(entries, { mtime: new Date(1980, 0, 1) }));
}

/**
 * Lays the npm package out in `folder` and lets npm pack it into `to`.
 * @param installed packages that npm shall install with it.
 * @returns the name of the file made.
 */
export function packForNpm(files: ProductFiles, project: Manifest, { folder, to, installed }: { folder: string; to: string; installed: readonly string[] }): string {
    emptyDirSync(folder);
    for (const [file, from] of files) copySync(from, path.join(folder, file));
    outputFileSync(path.join(folder, 'package.json'), manifestText(project, installed));
    // npm packs the rights that files have here, which are those that the umask left when they were checked out.
    for (const file of [...files.keys(), 'package.json']) chmodSync(path.join(folder, file), 0o644);
    const shell = process.platform === 'win32';
    const output = execFileSync(shell ? 'npm.cmd' : 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', to], { cwd: folder, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'ignore'] });
    const [{ filename } = { filename: '' }] = JSON.parse(output) as { filename: string }[];
    return filename;
}

/** Writes SHA256SUMS, in the form that `sha256sum -c` reads. */
export function writeChecksums(folder: string, names: readonly string[]): void {
    const lines = names.map((name) => `${createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex')}  ${name}\n`);
    writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
}

function manifestText(project: Manifest, installed: readonly string[]): string {
    return `${JSON.stringify(releaseManifest(project, installed), null, 2)}\n`;
}
