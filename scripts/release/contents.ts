// What a release holds: the files of a few folders, of the kinds that belong there, and nothing else.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ReleaseRefused } from './refused';

/** Per folder of the product, the names that its files may have. */
const folders: Readonly<Record<string, RegExp>> = {
    dist: /\.(js|json|png|mp3|wasm)$|^THIRD-PARTY-LICENSES\.txt$/,
    docs: /\.md$/,
    i18n: /\.js$/,
    static: /\.(json|png|jpg|svg|html|css)$/,
    templates: /\.(ejs|json)$/,
    types: /\.d\.ts$/,
};
const rootFiles = ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'SECURITY.md'];

/** The folders that are taken as they are in the project. */
export const projectFolders = Object.keys(folders).filter((folder) => folder !== 'dist');

/** Where the files of a release are taken from. */
export interface ProductFolders {
    /** The project. */
    readonly root: string;
    /** What `npm run build` makes; it need not be the project's own `dist`. */
    readonly dist: string;
}

/**
 * Every file of a release but its package.json, in the order of its archives: the path in the product, and where it
 * is read from.
 * @throws ReleaseRefused naming the files that have no business in these folders, or the documents that are missing.
 */
export function listProductFiles({ root, dist }: ProductFolders): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    const strangers: string[] = [];
    for (const [folder, known] of Object.entries(folders)) {
        const from = folder === 'dist' ? dist : path.join(root, folder);
        for (const file of listFiles(from)) {
            if (known.test(path.posix.basename(file))) files.set(`${folder}/${file}`, path.join(from, file));
            else strangers.push(`${folder}/${file}`);
        }
    }
    if (strangers.length > 0) throw new ReleaseRefused('Not known as part of a release (remove them, or add their kind to scripts/release/contents.ts):', strangers);
    const missing = rootFiles.filter((file) => !existsSync(path.join(root, file)));
    if (missing.length > 0) throw new ReleaseRefused('Missing from the project:', missing);
    for (const file of rootFiles) files.set(file, path.join(root, file));
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files below a folder by path with `/`, hidden ones too: those are strangers everywhere. */
export function listFiles(folder: string, below = ''): string[] {
    return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
        const relative = path.posix.join(below, entry.name);
        return entry.isDirectory() ? listFiles(folder, relative) : [relative];
    });
}
