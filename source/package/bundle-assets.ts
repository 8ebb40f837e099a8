import type { Bundle, BundleConfig } from './package';
import { expandUuid } from './uuid';

/** One asset that a bundle owns, or a pack of several assets' import data. */
export interface BundleAsset {
    /** The id in the names of its files; `<uuid>@<sub>` for a sub-asset. */
    readonly id: string;
    /** Its path in the project (`db://assets/…`) or in the bundle; undefined where the config names neither. */
    readonly path: string | undefined;
    /** `cc.SceneAsset`; known only for assets with a path. */
    readonly type: string | undefined;
    /** The ids of the assets whose import data a pack holds, in their order in the file. */
    readonly packs: readonly string[] | undefined;
    /** The id of the pack that holds its import data. */
    readonly packedIn: string | undefined;
    /** The md5 in the name of its import file; undefined without md5 names. */
    readonly importVersion: string | undefined;
    /** The md5 in the name of its native file; undefined without md5 names or without such a file. */
    readonly nativeVersion: string | undefined;
}

/** What a bundle owns, by id. Assets of other bundles that its config only points at are left out. */
export type BundleAssets = ReadonlyMap<string, BundleAsset>;

/** Reads the assets out of a bundle's config, both of a release build (indexes, short ids) and of a debug build (ids). */
export function listBundleAssets({ content }: Pick<Bundle, 'content'>): BundleAssets {
    if (content === undefined) return new Map();
    const ids = Array.isArray(content.uuids) ? content.uuids.map((id) => expandUuid(String(id))) : [];
    const idOf = (reference: string | number): string => {
        const index = typeof reference === 'number' ? reference : /^\d{1,7}$/.test(reference) ? Number(reference) : undefined;
        return (index === undefined ? undefined : ids[index]) ?? expandUuid(String(reference));
    };
    const elsewhere = new Set(pairsOf(content.redirect).map(([reference]) => idOf(reference)));
    const paths = new Map<string, Pick<BundleAsset, 'path' | 'type'>>();
    for (const [reference, named] of Object.entries(content.paths ?? {})) {
        if (Array.isArray(named)) paths.set(idOf(reference), { path: projectPath(String(named[0])), type: typeName(named[1], content) });
    }
    for (const [path, reference] of Object.entries(content.scenes ?? {})) paths.set(idOf(reference), { path, type: 'cc.SceneAsset' });
    const packs = new Map(Object.entries(content.packs ?? {}).map(([id, members]) => [expandUuid(id), Array.isArray(members) ? members.map(idOf) : []]));
    const packedIn = new Map([...packs].flatMap(([id, members]) => members.map((member) => [member, id] as const)));
    const importVersions = versionsOf(content.versions?.import, idOf);
    const nativeVersions = versionsOf(content.versions?.native, idOf);

    const assets = new Map<string, BundleAsset>();
    for (const id of new Set([...ids, ...packs.keys()])) {
        if (elsewhere.has(id)) continue;
        const at = id.indexOf('@');
        const named = paths.get(id) ?? (at < 0 ? undefined : paths.get(id.slice(0, at)));
        assets.set(id, {
            id,
            path: named?.path,
            type: paths.get(id)?.type,
            packs: packs.get(id),
            packedIn: packedIn.get(id),
            importVersion: importVersions.get(id),
            nativeVersion: nativeVersions.get(id),
        });
    }
    return assets;
}

/** The id in the name of a bundle's file, relative to the bundle: `import/1c/1c895.ce140.json`, `native/b5/b5d6.cdf/Some.ttf`. */
export function idOfFile(path: string, { importBase = 'import', nativeBase = 'native' }: Partial<Pick<BundleConfig, 'importBase' | 'nativeBase'>> = {}): string | undefined {
    const [base, , name] = path.split('/');
    if (name === undefined || (base !== importBase && base !== nativeBase)) return undefined;
    return name.split('.')[0];
}

/** A release config writes `db:/assets/…` for what the editor shows as `db://assets/…`. */
function projectPath(path: string): string {
    return path.replace(/^db:\/(?!\/)/, 'db://');
}

/** A debug build writes the type itself, a release build its index in `types`. */
function typeName(type: unknown, { types }: BundleConfig): string | undefined {
    return typeof type === 'number' ? types?.[type] : typeof type === 'string' ? type : undefined;
}

function versionsOf(list: readonly (string | number)[] | undefined, idOf: (reference: string | number) => string): Map<string, string> {
    return new Map(pairsOf(list).map(([reference, version]) => [idOf(reference), String(version)]));
}

/** A flat list as its pairs: `[0, 'a', 4, 'b']`. */
function pairsOf(list: readonly (string | number)[] | undefined): [string | number, string | number][] {
    const pairs: [string | number, string | number][] = [];
    for (let index = 0; Array.isArray(list) && index + 1 < list.length; index += 2) {
        const [first, second] = [list[index], list[index + 1]];
        if (first !== undefined && second !== undefined) pairs.push([first, second]);
    }
    return pairs;
}
