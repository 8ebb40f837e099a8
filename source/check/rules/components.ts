import { unzipSync } from 'fflate';
import { idOfFile, listBundleAssets, versionedName, type Bundle, type BundleAsset, type BundleAssets, type Package, type PackageContents } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';
import type { Rule } from '../rule';

/** Components that the engine has no counterpart for on Alipay (platform facts 4.3). */
export const componentMarks = ['cc.WebView', 'cc.VideoPlayer'] as const;

type Component = typeof componentMarks[number];

/** WebView and VideoPlayer components of scenes and prefabs, each named with its bundle and asset. */
export const checkComponents: Rule = (pack, contents) => pack.bundles.flatMap((bundle) => {
    if (bundle.content?.isZip === true) return checkArchive(bundle, pack, contents);
    const mentions = componentMarks.flatMap((component) => contents.mentioning(component).filter((path) => path.startsWith(`${bundle.root}/`)).map((path) => ({ component, path })));
    if (mentions.length === 0) return [];
    const assets = listBundleAssets(bundle);
    return mentions.flatMap(({ component, path }) =>
        findUses(component, path, path.slice(bundle.root.length + 1), contents.read(path)?.toString('utf8') ?? '', bundle, assets));
});

/** A zip bundle's import data is in its archive, under `res/`. */
function checkArchive(bundle: Bundle, { files, remoteFiles }: Package, contents: PackageContents): BuildProblem[] {
    const path = `${bundle.root}/${versionedName('res', bundle.content?.zipVersion ?? '', 'zip')}`;
    const archive = files.has(path) || remoteFiles.has(path) ? contents.read(path) : undefined;
    if (archive === undefined) return [];
    const assets = listBundleAssets(bundle);
    const entries = openArchive(archive);
    return Object.entries(entries).flatMap(([name, data]) => {
        const text = Buffer.from(data).toString('utf8');
        return componentMarks.filter((component) => text.includes(component))
            .flatMap((component) => findUses(component, `${path}/${name}`, name.replace(/^res\//, ''), text, bundle, assets));
    });
}

function openArchive(archive: Buffer): Readonly<Record<string, Uint8Array>> {
    try {
        return unzipSync(archive, { filter: ({ name }) => /(^|\/)import\/.+\.json$/.test(name) });
    } catch {
        return {};
    }
}

function findUses(component: Component, where: string, inBundle: string, text: string, bundle: Bundle, assets: BundleAssets): BuildProblem[] {
    const data = parse(text);
    if (data === undefined || !usesClass(data, component)) return [];
    const asset = assets.get(idOfFile(inBundle, bundle.content) ?? '');
    const users: readonly Pick<BundleAsset, 'id' | 'path'>[] = asset?.packs === undefined ? [asset ?? { id: inBundle, path: undefined }] : packedUsers(component, data, asset.packs).map((id) => assets.get(id) ?? { id, path: undefined });
    return users.map(({ id, path }) => createProblem('AMG422', where, { component, bundle: bundle.name, asset: path ?? id }));
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** Import data in the engine's compact form: the fourth of a file's arrays lists its classes, the fifth its masks. */
const classesAt = 3;
const masksAt = 4;
/** In a pack the sixth is the list of sections, one an asset. */
const sectionsAt = 5;

/** Whether import data, compact or with `__type__`, has objects of a class. */
function usesClass(data: unknown, name: string): boolean {
    if (Array.isArray(data) && Array.isArray(data[classesAt])) return classIndexes(data, name).size > 0;
    return JSON.stringify(data).includes(`"__type__":"${name}"`);
}

function classIndexes(data: readonly unknown[], name: string): Set<number> {
    const classes = data[classesAt];
    const indexes = new Set<number>();
    if (Array.isArray(classes)) for (const [index, entry] of classes.entries()) if (entry === name || (Array.isArray(entry) && entry[0] === name)) indexes.add(index);
    return indexes;
}

/**
 * Which of a pack's assets use a class: those whose section has an object that begins with a mask of the class and is
 * as long as that mask says. All of the pack where none is found, since the pack has the class for one of them.
 */
function packedUsers(name: string, data: unknown, members: readonly string[]): readonly string[] {
    if (!Array.isArray(data) || !Array.isArray(data[masksAt]) || !Array.isArray(data[sectionsAt])) return members;
    const classes = classIndexes(data, name);
    const lengths = new Map<number, number>();
    for (const [index, mask] of (data[masksAt] as unknown[]).entries()) if (Array.isArray(mask) && classes.has(mask[0] as number)) lengths.set(index, mask.length - 1);
    const holds = (value: unknown): boolean => Array.isArray(value)
        && ((typeof value[0] === 'number' && lengths.get(value[0]) === value.length) || value.some(holds));
    const users = members.filter((_, index) => holds((data[sectionsAt] as unknown[])[index]));
    return users.length > 0 ? users : members;
}
