import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findBundles, folderOf, isRemoteList, parseRemoteList, readPackage, remoteDirectoryOf, remoteFolder, withoutSlash } from '../package';
import { BuildError, createProblem, exitCodes, type BuildProblem } from '../problems';
import { hasVersionedName, type DeliveryManifest } from './manifest';
import { isBundleConfig } from './plan';

/** A remote folder and what belongs to it. */
export interface RemoteSource {
    /** The folder that holds `remote/`, absolute. */
    readonly directory: string;
    /** Where the manifest goes: beside the folder, never inside a package. */
    readonly manifestFile: string;
    /** Where it is kept what a user's command has delivered, beside the folder as well. */
    readonly recordFile: string;
    /** The address that the package gives to the game (`remoteUrl`); undefined where no package or no address is known. */
    readonly server: string | undefined;
    /** Configs that the package asks for, as paths in the folder. */
    readonly configs: readonly string[];
}

/**
 * Finds what to deliver.
 * @param folder a package (with game.json), or a folder that holds `remote/`.
 * @throws BuildError AMG510 where there is nothing, AMG511 where the package asks for bundles that are not there.
 */
export function findRemoteSource(folder: string): RemoteSource {
    const root = withoutSlash(path.resolve(folder));
    const isPackage = existsSync(path.join(root, 'game.json'));
    const known = isPackage ? readPackage(root) : undefined;
    const directory = known === undefined ? root : known.remoteDirectory;
    if (directory === undefined || !isFolder(path.join(directory, remoteFolder))) throw new BuildError([createProblem('AMG510', folder, {})], exitCodes.failed);

    const remote = (known === undefined ? [] : findBundles(known.settings.assets ?? {}, known.files, known.remoteFiles, known.gameRoot)).filter(({ kind }) => kind === 'remote');
    const missing = remote.filter(({ config }) => config === '');
    if (missing.length > 0) throw new BuildError(missing.map(({ root: where, name }) => createProblem('AMG511', where, { bundle: name })), exitCodes.failed);

    const beside = isPackage ? remoteDirectoryOf(root) : root;
    const server = known?.settings.assets?.server;
    return {
        directory,
        manifestFile: `${beside}.manifest.json`,
        recordFile: `${beside}.delivered.json`,
        server: server === undefined || server === '' ? undefined : server,
        configs: remote.map(({ config }) => config),
    };
}

/** What is wrong with a folder's content: files that are not those their bundle's list names; bundles without md5. */
export function judgeManifest(directory: string, { files }: DeliveryManifest): BuildProblem[] {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const problems: BuildProblem[] = [];
    for (const { path: listPath } of files) {
        const root = folderOf(listPath);
        if (folderOf(root) !== remoteFolder || !isRemoteList(path.posix.basename(listPath))) continue;
        for (const listed of parseRemoteList(readFileSync(path.join(directory, listPath), 'utf8'))?.files ?? []) {
            const where = `${root}/${listed.path}`;
            const file = byPath.get(where);
            if (file === undefined) problems.push(createProblem('AMG512', where, { reason: `${listPath} names it, but it is not there` }));
            else if (file.md5 !== listed.md5) problems.push(createProblem('AMG512', where, { reason: `its md5 is ${file.md5}, ${listPath} says ${listed.md5}` }));
        }
    }
    const bare = files.filter(({ path: file }) => isBundleConfig(file) && !hasVersionedName(file));
    return [...problems, ...bare.map(({ path: file }) => createProblem('AMG513', file, {}))];
}

function isFolder(directory: string): boolean {
    try {
        return statSync(directory).isDirectory();
    } catch {
        return false;
    }
}
