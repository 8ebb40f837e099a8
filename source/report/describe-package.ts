import { basename } from 'node:path';
import { listBundleAssets, idOfFile, type Bundle, type BundleAssets, type Package } from '../package';
import { limits } from '../platform';
import { describeProblem, type BuildProblem } from '../problems';
import { giveAdvice } from './advice';
import { mainUuid } from './asset-urls';
import { createClassifier, placeOfPart, type FileGroup } from './classify';
import type { FileMeasure, FileToMeasure } from './measure/file-measure';
import { groupKey, type DuplicateFiles, type ReportFile, type ReportFinding, type ReportGroup, type Size, type SizeReport } from './model';
import { findPlainTextures } from './textures';

/** A package with all that was measured of it. */
export interface MeasuredPackage {
    readonly pack: Package;
    readonly files: readonly FileToMeasure[];
    readonly measures: ReadonlyMap<string, FileMeasure>;
    readonly duplicates: readonly DuplicateFiles[];
    readonly findings: readonly BuildProblem[];
    /** Engine modules, where the host told. */
    readonly modules?: readonly string[];
    /** Project paths of assets by uuid, where the host told. */
    readonly assetUrls: Readonly<Record<string, string>>;
    /** ISO 8601. */
    readonly made: string;
}

/** How many plain textures and groups of equal files a report names. */
const mostListed = 200;
/** A pack of many assets names the first ones. */
const mostAssetNames = 8;

/** The report of a package, without what is only known from earlier builds. Pure. */
export function describePackage({ pack, files, measures, duplicates, findings, modules, assetUrls, made }: MeasuredPackage): Omit<SizeReport, 'growth' | 'history'> {
    const assets = new Map(pack.bundles.map((bundle) => [bundle.name, listBundleAssets(bundle)]));
    const { groups, rows } = groupFiles({ pack, files, measures, assetUrls }, assets);
    const inPackage = groups.filter(({ place }) => place !== 'remote');
    const whole = { ...addSizes(inPackage), fileCount: countFiles(inPackage) };
    const atServer = groups.filter(({ place }) => place === 'remote');
    const limitReports = [
        { of: 'main', bytes: pack.parts[0]?.bytes ?? 0, limitBytes: limits.mainPackageBytes },
        { of: 'package', bytes: pack.bytes, limitBytes: limits.wholePackageBytes },
    ] as const;
    const marks = new Set([...measures.values()].flatMap((measure) => measure.marks ?? []));
    return {
        version: 1,
        title: basename(pack.directory),
        made,
        ...(pack.settings.CocosEngine === undefined ? {} : { engine: pack.settings.CocosEngine }),
        debug: (pack.settings['engine'] as { debug?: unknown } | undefined)?.debug === true,
        package: whole,
        remote: { ...addSizes(atServer), fileCount: countFiles(atServer) },
        parts: measureParts(pack, rows, groups),
        limits: limitReports,
        groups,
        files: rows,
        duplicates: duplicates.slice(0, mostListed),
        textures: findPlainTextures(rows, groups, measures).slice(0, mostListed),
        ...(modules === undefined ? {} : { modules: [...modules].sort() }),
        advice: giveAdvice({ pack, files: rows, groups, limits: limitReports, duplicates, assets, marks }),
        findings: findings.map(describeFinding),
    };
}

function groupFiles({ pack, files, measures, assetUrls }: Pick<MeasuredPackage, 'pack' | 'files' | 'measures' | 'assetUrls'>, assets: ReadonlyMap<string, BundleAssets>): { groups: ReportGroup[]; rows: ReportFile[] } {
    const classify = createClassifier(pack);
    const bundles = new Map(pack.bundles.map((bundle) => [bundle.name, bundle]));
    const found = new Map<string, { group: FileGroup; files: { file: FileToMeasure; gzipBytes: number }[] }>();
    for (const file of files) {
        const group = classify(file.path, file.isRemote);
        const key = groupKey(group);
        const entry = found.get(key) ?? { group, files: [] };
        entry.files.push({ file, gzipBytes: measures.get(file.path)?.gzipBytes ?? file.entry.bytes });
        found.set(key, entry);
    }
    const sorted = [...found.values()]
        .map(({ group, files: members }) => ({
            members,
            group: { ...group, ...addSizes(members.map(({ file, gzipBytes }) => ({ bytes: file.entry.bytes, gzipBytes }))), fileCount: members.length },
        }))
        .sort((a, b) => b.group.bytes - a.group.bytes);
    const rows = sorted.flatMap(({ group, members }, index) => members.map(({ file, gzipBytes }): ReportFile => {
        const named = group.kind === 'bundle' ? namesOf(file.path, bundles.get(group.name), assets, assetUrls) : [];
        return { path: file.path, bytes: file.entry.bytes, gzipBytes, group: index, ...(named.length > 0 ? { assets: named } : {}) };
    }));
    return { groups: sorted.map(({ group }) => group), rows: rows.sort((a, b) => b.bytes - a.bytes) };
}

/** The project paths of what a bundle's file holds. */
function namesOf(path: string, bundle: Bundle | undefined, assets: ReadonlyMap<string, BundleAssets>, assetUrls: MeasuredPackage['assetUrls']): string[] {
    if (bundle === undefined) return [];
    const id = idOfFile(path.slice(bundle.root.length + 1), bundle.content);
    const owned = assets.get(bundle.name);
    const asset = id === undefined ? undefined : owned?.get(id);
    if (asset === undefined) return [];
    const held = asset.packs === undefined ? [asset] : asset.packs.map((member) => owned?.get(member));
    const names = held.map((one) => one?.path ?? (one === undefined ? undefined : assetUrls[mainUuid(one.id)])).filter((name): name is string => name !== undefined);
    return [...new Set(names)].slice(0, mostAssetNames);
}

function measureParts(pack: Package, rows: readonly ReportFile[], groups: readonly ReportGroup[]): SizeReport['parts'] {
    const subpackages = pack.parts.slice(1);
    const gzipBytes = new Map<string, number>();
    for (const { path, group, gzipBytes: size } of rows) {
        if (groups[group]?.place === 'remote') continue;
        const name = subpackages.find(({ root }) => path.startsWith(`${root}/`))?.name ?? '';
        gzipBytes.set(name, (gzipBytes.get(name) ?? 0) + size);
    }
    return pack.parts.map(({ name, root, bytes, fileCount }) => ({ name, place: placeOfPart({ name, root }, pack.gameRoot), bytes, gzipBytes: gzipBytes.get(name) ?? 0, fileCount }));
}

function addSizes(sizes: readonly Size[]): Size {
    return sizes.reduce((sum, { bytes, gzipBytes }) => ({ bytes: sum.bytes + bytes, gzipBytes: sum.gzipBytes + gzipBytes }), { bytes: 0, gzipBytes: 0 });
}

function countFiles(groups: readonly ReportGroup[]): number {
    return groups.reduce((sum, { fileCount }) => sum + fileCount, 0);
}

function describeFinding(problem: BuildProblem): ReportFinding {
    const words = (language: 'en' | 'zh'): { what: string; mend: string } => {
        const { what, mend } = describeProblem(problem, language);
        return { what, mend };
    };
    return { code: problem.code, level: problem.level, where: problem.where, text: { en: words('en'), zh: words('zh') } };
}
