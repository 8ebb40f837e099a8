import type { CachedFile, CacheEntry } from './contract';
import type { Row } from './journal';

/** A cached file, or one being made or unmade. The engine's public table shows the same object: there `url` is the path. */
export interface Entry extends CachedFile, CacheEntry, Row {
    /** How many loads, players or bundles use the file now. */
    holds: number;
    /** For the public table; equals `Row.lastTime`. */
    lastTime: number;
    readonly unpacked: boolean;
}

/** What follows the id in the name of an unpacked zip, whose path ends so: `c-1-/res/…`. */
export const unpackedSuffix = '-/';
/** Old Android clients glue the entries' names to the folder's: `c-1-res/…` (platform facts 4.2, row 17). */
export const gluedSuffix = '-';

export function createEntry(folder: string, { id, suffix, bytes, lastTime, bundle, key }: Row): Entry {
    const path = `${folder}/c-${id.toString(36)}${suffix}`;
    return { id, suffix, bytes, lastTime, bundle, key, path, url: path, holds: 0, unpacked: suffix[0] === gluedSuffix };
}

/** The id in a name that `createEntry` made; -1 when it is another's. The dash after a zip's id ends it, glued or not. */
export function idOf(name: string): number {
    const own = /^c-([0-9a-z]{1,9})([-.]|$)/.exec(name);
    return own ? parseInt(own[1] as string, 36) : -1;
}

/** A file's extension where it is a plain one, else ''. */
export function suffixOf(extension: string): string {
    return /^\.\w{1,12}$/.test(extension) ? extension : '';
}
