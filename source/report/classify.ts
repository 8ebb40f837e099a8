import { folderOf, gameSubpackage, type Bundle, type GameRoot, type Package, type PackagePart } from '../package';
import type { GroupKind, Place, ReportGroup } from './model';

/** The group of a file, without its sizes. */
export type FileGroup = Pick<ReportGroup, 'kind' | 'name' | 'place'>;

const adapterFile = /^(web-adapter|engine-adapter|text-services|web-services|remote-assets|engine-services|dom-parser|adapter-options|start-failure|lean-start)(\.[0-9a-f]{5,32})?\.js$/;
/** The module, and the pictures beside it. */
const firstScreenFile = /^first-screen(\/|(\.[0-9a-f]{5,32})?\.js$)/;
const engineFile = /^(cocos-js\/|src\/(system\.bundle|polyfills\.bundle|effect)\b|(src\/)?effect\b.*\.bin$)/;
const scriptFile = /^(src\/(chunks|bundle-scripts|assets)\/|application(\.[0-9a-f]{5,32})?\.js$)/;
const entryFile = /^((start-)?game\.js|[^/]+\.json|src\/(settings|import-map)(\.[0-9a-f]{5,32})?\.(json|js))$/;

/** Says for every file of a package what it is for, by its path alone. */
export function createClassifier({ bundles, parts, gameRoot }: Pick<Package, 'bundles' | 'parts' | 'gameRoot'>): (path: string, isRemote: boolean) => FileGroup {
    const bundleByRoot = new Map(bundles.map((bundle) => [bundle.root, bundle]));
    const subpackages = parts.slice(1);
    return (path, isRemote) => {
        const subpackage = isRemote ? undefined : subpackages.find(({ root }) => path.startsWith(`${root}/`));
        const place: Place = isRemote ? 'remote' : subpackage === undefined ? 'main' : placeOfPart(subpackage, gameRoot);
        const bundle = findBundle(path, bundleByRoot);
        if (bundle !== undefined) return { kind: 'bundle', name: bundle.name, place };
        const kind = kindOf(subpackage === undefined ? path : path.slice(subpackage.root.length + 1));
        if (place === 'subpackage' && (kind === 'other' || kind === 'entry')) return { kind: 'subpackage', name: subpackage?.name ?? '', place };
        return { kind, name: '', place };
    };
}

/** Where the files of a part are. In the lean layout one of the subpackages is the game itself. */
export function placeOfPart({ name, root }: Pick<PackagePart, 'name' | 'root'>, gameRoot: GameRoot): Place {
    if (root === '') return 'main';
    return name === gameSubpackage.name && `${root}/` === gameRoot ? 'game' : 'subpackage';
}

function kindOf(path: string): GroupKind {
    if (firstScreenFile.test(path)) return 'first-screen';
    if (adapterFile.test(path)) return 'adapter';
    if (engineFile.test(path)) return 'engine';
    if (scriptFile.test(path)) return 'scripts';
    return entryFile.test(path) ? 'entry' : 'other';
}

/** A bundle's folder is two levels deep, in a lean package a level deeper. */
function findBundle(path: string, byRoot: ReadonlyMap<string, Bundle>): Bundle | undefined {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
        const bundle = byRoot.get(folder);
        if (bundle !== undefined) return bundle;
    }
    return undefined;
}
