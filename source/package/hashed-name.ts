import type { FileTable } from './package';
import { folderOf } from './paths';

/** What a host puts between name and extension: the first digits of an md5 (host contract 4). */
const hash = '[0-9a-f]{5,32}';

/** Matches a path with or without an md5 before its extension: `src/settings.json` and `src/settings.abc13.json`. */
export function hashedPattern(path: string): RegExp {
    const dot = path.lastIndexOf('.');
    return new RegExp(`^${escape(path.slice(0, dot))}(?:\\.(${hash}))?${escape(path.slice(dot))}$`);
}

/** Matches only with an md5. */
export function isHashedTwin(path: string, plain: string): boolean {
    return path !== plain && hashedPattern(plain).test(path);
}

/** Every file that may be `path`, plain or with an md5 in its name. */
export function findHashed(files: FileTable, path: string): string[] {
    const pattern = hashedPattern(path);
    const folder = folderOf(path);
    const found: string[] = [];
    for (const name of files.keys()) if (folderOf(name) === folder && pattern.test(name)) found.push(name);
    return found;
}

function escape(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
