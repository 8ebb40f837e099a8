import { comparePaths, formatRemoteList, remoteFolder, remoteListName, type Bundle, type RemoteFile } from '../../package';
import { createFileHasher, hashBytes, noKnownHashes, readKnownHashes } from '../hash-files';
import { bytesOf, type Place, type PlannedFile } from '../plan';
import type { Progress, RemoteBundleSummary } from '../request';
import { absolutePath, type Roots } from '../roots';
import type { BuildOutput } from '../scan';

export interface RemoteLists {
    readonly files: readonly PlannedFile[];
    readonly summaries: readonly RemoteBundleSummary[];
}

/** Makes `files.<ver>.json` beside the config of each remote bundle. Reads every file that no earlier list vouches for. */
export function createRemoteLists(build: BuildOutput, planned: readonly PlannedFile[], roots: Roots, onProgress?: (progress: Progress) => void): RemoteLists {
    const hashFile = createFileHasher();
    const files: PlannedFile[] = [];
    const summaries: RemoteBundleSummary[] = [];
    const remote = build.package.bundles.filter(({ kind }) => kind === 'remote');
    const members = new Map(remote.map((bundle) => [bundle.name, membersOf(bundle, planned)]));
    const total = [...members.values()].reduce((count, { length }) => count + length, 0);
    let done = 0;
    for (const bundle of remote) {
        const known = knownHashes(build, bundle, roots);
        const listed: RemoteFile[] = [];
        let root: Place['root'] = 'remote';
        for (const { to, source } of members.get(bundle.name) ?? []) {
            root = to.root;
            const path = to.path.slice(bundle.root.length + 1);
            const md5 = source.kind === 'host' ? known.find(path, source.entry) ?? hashFile(roots[source.at.root], source.at.path)
                : source.kind === 'content' ? hashBytes(source.data) : '';
            listed.push({ path, bytes: bytesOf(source), md5 });
            done += 1;
            if (done % 200 === 0 || done === total) onProgress?.({ done, total, label: 'md5' });
        }
        listed.sort((a, b) => comparePaths(a.path, b.path));
        const list = `${bundle.root}/${remoteListName(bundle.version)}`;
        files.push({ to: { root, path: list }, source: { kind: 'content', data: Buffer.from(formatRemoteList(listed)) } });
        summaries.push({ name: bundle.name, version: bundle.version, files: listed.length, bytes: listed.reduce((sum, { bytes }) => sum + bytes, 0), list });
    }
    return { files, summaries };
}

function membersOf({ root }: Bundle, planned: readonly PlannedFile[]): PlannedFile[] {
    return planned.filter(({ to }) => to.root !== 'maps' && to.path.startsWith(`${root}/`));
}

function knownHashes(build: BuildOutput, { root, version }: Bundle, roots: Roots): typeof noKnownHashes {
    const path = `${root}/${remoteListName(version)}`;
    const entry = build.current[build.remoteRoot].get(path);
    return entry === undefined ? noKnownHashes : readKnownHashes(absolutePath(roots, { root: build.remoteRoot, path }), entry);
}

/** Names what an archive of the remote folder holds: the same text for the same paths and bytes, of bundles and of strays. */
export function digestRemote(lists: readonly PlannedFile[], planned: readonly PlannedFile[], bundles: readonly Bundle[], roots: Roots): string {
    const hashFile = createFileHasher();
    const roofs = bundles.filter(({ kind }) => kind === 'remote').map(({ root }) => `${root}/`);
    const strays = planned.filter(({ to }) => to.root !== 'maps' && to.path.startsWith(`${remoteFolder}/`) && !roofs.some((root) => to.path.startsWith(root)));
    const lines = [...lists, ...strays].map(({ to, source }) => `${to.path} ${source.kind === 'content' ? hashBytes(source.data) : source.kind === 'host' ? hashFile(roots[source.at.root], source.at.path) : ''}`);
    return hashBytes(lines.sort().join('\n'));
}
