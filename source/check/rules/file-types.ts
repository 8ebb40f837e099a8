import { limits } from '../../platform';
import { remoteFolder, type FileEntry, type Package, type PackageContents } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';
import { listNames } from '../list-names';
import type { Rule } from '../rule';

/** Alipay documents AAC and MP3 (platform facts 3.7). */
const otherAudio = /\.(ogg|wav|flac|wma|aiff?)$/i;
/** The engine has no video player on Alipay (platform facts 4.3). */
const video = /\.(mp4|avi|mov|mpe?g|rm|rmvb|webm|mkv)$/i;
/** The first bytes of a PKM texture: magic, version, and the format, of which only 0 is ETC1. */
const pkmHeadBytes = 8;

/** Files that phones cannot load, or cannot keep. */
export const checkFileTypes: Rule = (pack, contents) => {
    const entries = [...pack.files.values(), ...pack.remoteFiles.values()];
    const files = [...new Map(entries.map((entry) => [entry.path, entry])).values()];
    const pathsOf = (pattern: RegExp): string[] => files.map(({ path }) => path).filter((path) => pattern.test(path));
    return [
        ...nameAll('AMG418', pathsOf(otherAudio)),
        ...nameAll('AMG426', pathsOf(video)),
        ...nameAll('AMG419', pathsOf(/\.pkm$/i).filter((path) => isEtc2(path, contents))),
        ...nameAll('AMG420', remoteScripts(pack)),
        ...nameAll('AMG421', [...pack.remoteFiles.values()].filter(({ bytes }: FileEntry) => bytes > limits.userFileBytes).map(({ path }) => path)),
    ];
};

function nameAll(code: 'AMG418' | 'AMG419' | 'AMG420' | 'AMG421' | 'AMG426', paths: readonly string[]): BuildProblem[] {
    const [first] = paths;
    return first === undefined ? [] : [createProblem(code, first, { count: paths.length, names: listNames(paths) })];
}

/** Scripts load from the package alone (platform facts 2.6). */
function remoteScripts({ remoteFiles, directory, remoteDirectory }: Package): string[] {
    if (remoteDirectory === directory) return [];
    return [...remoteFiles.keys()].filter((path) => path.startsWith(`${remoteFolder}/`) && path.endsWith('.js'));
}

/** Alipay's phones are promised ETC1, not ETC2 (platform facts 2.7). */
function isEtc2(path: string, contents: PackageContents): boolean {
    const content = contents.read(path);
    return content !== undefined && content.length >= pkmHeadBytes && content.toString('latin1', 0, 4) === 'PKM ' && content.readUInt16BE(6) !== 0;
}
