import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatRemoteList, remoteListName, type RemoteFile } from '../../source/package';

const md5Of = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

export interface RemoteFolderShape {
    readonly bundles?: readonly string[];
    /** Files of each bundle besides its config and its list. */
    readonly files?: number;
    readonly bytesPerFile?: number;
    /** Makes other content, and with it other names: the next version of the game. */
    readonly version?: string;
    /** Without md5 in the names. */
    readonly bare?: boolean;
}

/** Writes `<folder>/remote/<bundle>/…` as the packager does: content, `config.<md5>.json` and `files.<md5>.json`. */
export function writeRemoteFolder(folder: string, { bundles = ['moon'], files = 6, bytesPerFile = 2_000, version = '1', bare = false }: RemoteFolderShape = {}): string {
    for (const bundle of bundles) {
        const root = path.join(folder, 'remote', bundle);
        const listed: RemoteFile[] = [];
        const write = (file: string, data: Buffer): void => {
            mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
            writeFileSync(path.join(root, file), data);
            listed.push({ path: file, bytes: data.length, md5: md5Of(data) });
        };
        const named = (stem: string, data: Buffer, extension: string): string => (bare ? `${stem}.${extension}` : `${stem}.${md5Of(data).slice(0, 5)}.${extension}`);
        for (let index = 0; index < files; index += 1) {
            const seed = md5Of(`${version} ${bundle} ${index}`);
            const data = Buffer.from(seed.repeat(Math.ceil(bytesPerFile / seed.length)).slice(0, bytesPerFile));
            const stem = `${index % 2 === 0 ? 'import' : 'native'}/${seed.slice(0, 2)}/${index}-${bundle}`;
            write(named(stem, data, index % 2 === 0 ? 'json' : 'png'), data);
        }
        const config = Buffer.from(JSON.stringify({ name: bundle, version, importBase: 'import', nativeBase: 'native', uuids: [], paths: {} }));
        write(named('config', config, 'json'), config);
        writeFileSync(path.join(root, remoteListName(bare ? '' : md5Of(config).slice(0, 5))), formatRemoteList(listed.sort((one, other) => (one.path < other.path ? -1 : 1))));
    }
    return folder;
}
