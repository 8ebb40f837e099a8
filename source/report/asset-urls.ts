import { idOfFile, listBundleAssets, type Package } from '../package';
import type { FileToMeasure } from './measure/file-measure';

/** Asks the host where an asset is in the project: `db://assets/ui/title.png`; undefined where it does not know. */
export type FindAssetUrl = (uuid: string) => Promise<string | undefined>;

/** So many of the largest files are worth asking for. */
const mostAsked = 200;
/** A host that does not answer must not hold up the build, in milliseconds. */
const longestWaitMs = 2_000;

/** The project paths of the largest files' assets that no bundle config names, by uuid; what the host says in time. */
export async function findAssetUrls({ bundles }: Pick<Package, 'bundles'>, files: readonly FileToMeasure[], find: FindAssetUrl): Promise<Record<string, string>> {
    const owners = bundles.map((bundle) => ({ root: `${bundle.root}/`, content: bundle.content, assets: listBundleAssets(bundle) }));
    const unnamed = new Set<string>();
    for (const { path } of [...files].sort((a, b) => b.entry.bytes - a.entry.bytes)) {
        const owner = owners.find(({ root }) => path.startsWith(root));
        const id = owner === undefined ? undefined : idOfFile(path.slice(owner.root.length), owner.content);
        const asset = id === undefined ? undefined : owner?.assets.get(id);
        if (asset !== undefined && asset.path === undefined && asset.packs === undefined) unnamed.add(mainUuid(asset.id));
        if (unnamed.size >= mostAsked) break;
    }
    const urls: Record<string, string> = {};
    const asked = Promise.all([...unnamed].map(async (uuid) => {
        const url = await find(uuid).catch(() => undefined);
        if (typeof url === 'string' && url !== '') urls[uuid] = url;
    }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((resolve) => { timer = setTimeout(resolve, longestWaitMs); });
    await Promise.race([asked, waited]);
    if (timer !== undefined) clearTimeout(timer);
    return { ...urls };
}

/** The asset that a sub-asset belongs to. */
export function mainUuid(id: string): string {
    return id.split('@')[0] ?? id;
}
