import { folderOf, listBundleAssets, versionedName, type Bundle, type Package } from '../../package';
import { createProblem } from '../../problems';
import { listNames } from '../list-names';
import type { Rule } from '../rule';

/** Every asset that a bundle's config names has its files, each bundle's missing ones in one finding (runtime contract 3). */
export const checkBundleAssets: Rule = (pack) => {
    const stems = collectStems(pack);
    return pack.bundles.flatMap((bundle) => {
        if (bundle.content === undefined) return [];
        const missing = bundle.content.isZip === true ? missingArchive(bundle, pack) : missingAssets(bundle, stems);
        return missing.length === 0 ? [] : [createProblem('AMG414', bundle.config, { bundle: bundle.name, count: missing.length, names: listNames(missing) })];
    });
};

function missingArchive({ root, content }: Bundle, { files, remoteFiles }: Package): string[] {
    const path = `${root}/${versionedName('res', content?.zipVersion ?? '', 'zip')}`;
    return files.has(path) || remoteFiles.has(path) ? [] : [path];
}

function missingAssets(bundle: Bundle, stems: ReadonlySet<string>): string[] {
    const { root, content } = bundle;
    const missing: string[] = [];
    for (const { id, path, packedIn, importVersion, nativeVersion } of listBundleAssets(bundle).values()) {
        const stemIn = (base: string, version: string | undefined): string => `${root}/${base}/${id.slice(0, 2)}/${id}${version === undefined ? '' : `.${version}`}`;
        const wanted = [
            ...(packedIn === undefined ? [stemIn(content?.importBase ?? 'import', importVersion)] : []),
            // Without md5 names the config does not say which assets have a native file.
            ...(nativeVersion === undefined ? [] : [stemIn(content?.nativeBase ?? 'native', nativeVersion)]),
        ];
        for (const stem of wanted) if (!stems.has(stem)) missing.push(path === undefined ? `${stem}.*` : `${stem}.* (${path})`);
    }
    return missing;
}

/** All files without their extensions, and their folders: a font lies in a folder of its asset's name. */
function collectStems({ files, remoteFiles }: Package): ReadonlySet<string> {
    const stems = new Set<string>();
    for (const table of [files, remoteFiles]) {
        for (const path of table.keys()) {
            stems.add(path.slice(0, path.lastIndexOf('.')));
            stems.add(folderOf(path));
        }
    }
    return stems;
}
