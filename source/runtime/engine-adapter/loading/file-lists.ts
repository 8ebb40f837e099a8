import { readText, type FileHost } from '../../my/files';
import type { AssetCache } from '../cache';
import type { AssetFiles } from './asset-files';
import type { ExpectedFile } from './verify';

/** The lists `files.<ver>.json` that the packager puts beside the config of each remote bundle. */
export interface FileLists {
    /** Reads a bundle's list. Never rejects: a bundle without one is verified by its files' names. */
    load(base: string, suffix: string): Promise<void>;
    find(url: string): ExpectedFile | undefined;
}

type FileList = ReadonlyMap<string, ExpectedFile>;

function parseList(text: string): FileList {
    const { files } = JSON.parse(text) as { readonly files: readonly (ExpectedFile & { readonly path: string })[] };
    return new Map(files.map((file): [string, ExpectedFile] => [file.path, file]));
}

/** @param files resolved late: opening files needs the lists, and the lists are files */
export function createFileLists(my: FileHost, cache: AssetCache, files: () => AssetFiles): FileLists {
    const lists = new Map<string, FileList>();
    const read = (path: string): Promise<FileList> => readText(my, path).then(parseList);
    return {
        async load(base, suffix) {
            const url = `${base}files.${suffix}json`;
            try {
                await cache.start();
                // Without md5 names a file keeps its address when it changes: what the former list says otherwise must go.
                const former = suffix ? undefined : cache.find(url);
                const before = former && await read(former.path).catch(() => undefined);
                const list = await files().open(url, { reload: !suffix, cacheEnabled: true, maxRetryCount: 0 }, read);
                lists.set(base, list);
                if (before) {
                    before.forEach(({ md5 }, path) => {
                        const now = list.get(path);
                        if (!now || now.md5 !== md5) files().drop(base + path);
                    });
                }
            } catch { /* no list */ }
        },
        find(url) {
            let found: ExpectedFile | undefined;
            lists.forEach((list, base) => {
                if (url.indexOf(base) === 0) found = list.get(url.slice(base.length)) || found;
            });
            return found;
        },
    };
}
