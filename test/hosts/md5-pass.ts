// The Cocos CLI's second md5 pass, over everything but bundle files (host contract 4).
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortHash, withHash } from './write-files';

export interface Md5CacheOptions {
    excludes: string[];
    includes: string[];
    replaceOnly: string[];
    handleTemplateMd5Link: boolean;
}

/** Whether a path matches one of the few forms of globs in use: a name, `*`, `src/*`, `**` + `/*.map`, `**.ico`. */
function matches(file: string, globs: readonly string[]): boolean {
    return globs.some((glob) => {
        const pattern = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*)'));
        return new RegExp(`^${pattern}$`).test(file);
    });
}

export function listTree(folder: string, below = ''): string[] {
    return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
        const relativePath = path.posix.join(below, entry.name);
        return entry.isDirectory() ? listTree(folder, relativePath) : [relativePath];
    });
}

/**
 * Renames the given files and those that the globs include, and rewrites quoted paths to them in scripts.
 * @param known files renamed in any case: settings, import map, engine entry ... relative to the output.
 * @param hasTemplates whether the project has build templates: only then `handleTemplateMd5Link` counts.
 * @returns the new path of every renamed file.
 */
export function addMd5(output: string, known: readonly string[], options: Md5CacheOptions, hasTemplates: boolean): Map<string, string> {
    // Both as the host leaves them in its options (see the recordings).
    options.excludes.push('**/*.map', '**.ico', '**.icns');
    options.includes.unshift(...options.replaceOnly);
    if (options.handleTemplateMd5Link && hasTemplates) options.includes.push('*', 'src/*');

    const touched = listTree(output).filter((file) => !matches(file, options.excludes) && (known.includes(file) || matches(file, options.includes)));
    const renamed = new Map<string, string>();
    for (const file of touched) {
        if (matches(file, options.replaceOnly)) continue;
        renamed.set(file, withHash(file, shortHash(readFileSync(path.join(output, file)))));
    }
    for (const file of touched) {
        if (!/\.(js|ts|html)$/.test(file)) continue;
        const text = readFileSync(path.join(output, file), 'utf8');
        const rewritten = text.replace(/(['"])([\w@./-]+)\1/g, (whole, quote: string, reference: string) => {
            const target = [path.posix.join(path.posix.dirname(file), reference), path.posix.normalize(reference)]
                .flatMap((candidate) => [candidate, `${candidate}.js`, `${candidate}.json`])
                .find((candidate) => renamed.has(candidate));
            const name = target === undefined ? undefined : renamed.get(target);
            return name === undefined ? whole : quote + path.posix.join(path.posix.dirname(reference), path.posix.basename(name)).replace(/^(?!\.)/, reference.startsWith('./') ? './' : '') + quote;
        });
        if (rewritten !== text) writeFileSync(path.join(output, file), rewritten);
    }
    for (const [from, to] of renamed) renameSync(path.join(output, from), path.join(output, to));
    return renamed;
}
