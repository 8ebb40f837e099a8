import { bundlesThatStay, idOfFile, measureLeanSavings, type BundleAssets, type Package } from '../package';
import { nativeModules } from './measure/module-marks';
import { formatBytes, type Advice, type DuplicateFiles, type Place, type ReportFile, type ReportGroup, type ReportLimit } from './model';

/** What the advice is drawn from. */
export interface AdviceFacts {
    readonly pack: Package;
    readonly files: readonly ReportFile[];
    readonly groups: readonly ReportGroup[];
    readonly limits: readonly ReportLimit[];
    readonly duplicates: readonly DuplicateFiles[];
    readonly assets: ReadonlyMap<string, BundleAssets>;
    /** Every mark of a native module that some file mentions. */
    readonly marks: ReadonlySet<string>;
}

/** Less is not worth a person's reading. */
const leastSavedBytes = 10_000;
/** From this share of the main package's limit on, subpackages are worth naming too. */
const tightShare = 0.75;
const mostDuplicates = 10;

/** What could be done about the size, that which saves most first. */
export function giveAdvice(facts: AdviceFacts): Advice[] {
    return [
        ...moveBundles(facts),
        ...startLean(facts),
        ...leaveOutModules(facts),
        ...leaveOutWasm(facts),
        ...removeFiles(facts),
        ...shareDuplicates(facts),
    ].filter(({ savedBytes }) => savedBytes >= leastSavedBytes).sort((a, b) => b.savedBytes - a.savedBytes);
}

function moveBundles({ pack, files, groups, limits }: AdviceFacts): Advice[] {
    const isTight = isMainTight(limits);
    const startsInMain = !pack.bundles.some(({ name }) => name === 'start-scene');
    return groups.flatMap(({ kind, name, place, bytes }, index): Advice[] => {
        if (kind !== 'bundle' || place === 'remote' || bundlesThatStay.has(name) || (name === 'main' && startsInMain)) return [];
        const bundle = pack.bundles.find((candidate) => candidate.name === name);
        if (bundle === undefined || bundle.kind === 'remote') return [];
        // A script is never loaded from a server (platform facts 2.6).
        const scripts = sum(files.filter(({ group, path }) => group === index && path.endsWith('.js')));
        const of = ofPlace(place);
        return [
            { kind: 'move-to-remote', of, subject: name, savedBytes: bytes - scripts },
            ...(isTight && place === 'main' ? [{ kind: 'move-to-subpackage', of, subject: name, savedBytes: bytes } as const] : []),
        ];
    });
}

function isMainTight(limits: readonly ReportLimit[]): boolean {
    return limits.some(({ of, bytes, limitBytes }) => of === 'main' && bytes > limitBytes * tightShare);
}

function startLean({ pack, limits }: AdviceFacts): Advice[] {
    return isMainTight(limits) ? [{ kind: 'lean-start', of: 'main', subject: '', savedBytes: measureLeanSavings(pack) }] : [];
}

function leaveOutModules({ files, groups, marks, pack }: AdviceFacts): Advice[] {
    // What lies in a zip was not searched: nothing can be said of it.
    if (pack.bundles.some(({ content }) => content?.isZip === true)) return [];
    return nativeModules.flatMap(({ module, chunk, marks: wanted }): Advice[] => {
        const chunks = engineChunks(files, groups).filter(({ name }) => chunk.test(name));
        if (chunks.length === 0 || wanted.some((mark) => marks.has(mark))) return [];
        return [{ kind: 'unused-module', of: placeOf(chunks.map(({ file }) => file), groups), subject: module, savedBytes: sum(chunks.map(({ file }) => file)) }];
    });
}

/** WebAssembly is not used on Alipay when there is an asm.js twin (platform facts 2.8). */
function leaveOutWasm({ files, groups }: AdviceFacts): Advice[] {
    const chunks = engineChunks(files, groups);
    const stems = new Set(chunks.map(({ name }) => /^(.+?)\.wasm[.-]/.exec(name)?.[1] ?? /^([a-z0-9]+)[\w.-]*\.wasm$/i.exec(name)?.[1]).filter((stem): stem is string => stem !== undefined));
    return [...stems].flatMap((stem): Advice[] => {
        if (!chunks.some(({ name }) => name.startsWith(`${stem}.asm`))) return [];
        const unused = chunks.filter(({ name }) => name.startsWith(`${stem}.wasm`) || (name.startsWith(stem) && name.endsWith('.wasm'))).map(({ file }) => file);
        return [{ kind: 'unused-wasm', of: placeOf(unused, groups), subject: stem, savedBytes: sum(unused) }];
    });
}

function engineChunks(files: readonly ReportFile[], groups: readonly ReportGroup[]): { readonly name: string; readonly file: ReportFile }[] {
    return files.filter(({ group }) => groups[group]?.kind === 'engine').map((file) => ({ name: file.path.slice(file.path.lastIndexOf('/') + 1), file }));
}

function removeFiles({ pack, files, groups, assets }: AdviceFacts): Advice[] {
    const inPackage = files.filter(({ group }) => groups[group]?.place !== 'remote');
    const ideas: Advice[] = [
        { kind: 'remove-remote-folder', of: 'main', subject: 'remote/', savedBytes: sum(inPackage.filter(({ path }) => path.startsWith('remote/'))) },
        { kind: 'source-maps', of: 'package', subject: '', savedBytes: sum(inPackage.filter(({ path }) => path.endsWith('.map'))) },
    ];
    for (const [index, { kind, name, place }] of groups.entries()) {
        const bundle = kind === 'bundle' ? pack.bundles.find((candidate) => candidate.name === name) : undefined;
        const owned = assets.get(name);
        if (bundle === undefined || owned === undefined || owned.size === 0 || bundle.content?.isZip === true) continue;
        const leftOver = files.filter(({ path, group }) => {
            const id = group === index ? idOfFile(path.slice(bundle.root.length + 1), bundle.content) : undefined;
            return id !== undefined && !owned.has(id);
        });
        ideas.push({ kind: 'unreferenced', of: ofPlace(place), subject: `${bundle.root}/`, savedBytes: sum(leftOver) });
    }
    return ideas;
}

function shareDuplicates({ duplicates, files, groups }: AdviceFacts): Advice[] {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return duplicates.slice(0, mostDuplicates).map(({ paths, bytes }): Advice => {
        const copies = paths.map((path) => byPath.get(path)).filter((file): file is ReportFile => file !== undefined);
        const named = copies.find(({ assets }) => assets !== undefined)?.assets?.[0] ?? paths[0] ?? '';
        // One copy stays. Where there are several in the package it is one of those, else the others at the server go.
        const packaged = copies.filter(({ group }) => groups[group]?.place !== 'remote');
        const gone = packaged.length > 1 ? packaged : copies;
        const of = packaged.length > 1 ? (packaged.every(({ group }) => groups[group]?.place === 'main') ? 'main' : 'package') : 'remote';
        return { kind: 'duplicates', of, subject: `${named} (${paths.length} × ${formatBytes(bytes)})`, savedBytes: bytes * (gone.length - 1) };
    });
}

/** Whose bytes shrink when files go. */
function placeOf(files: readonly ReportFile[], groups: readonly ReportGroup[]): Advice['of'] {
    const shrinking = files.map(({ group }) => ofPlace(groups[group]?.place ?? 'remote'));
    return (['main', 'package'] as const).find((of) => shrinking.includes(of)) ?? 'remote';
}

function ofPlace(place: Place): Advice['of'] {
    return place === 'main' || place === 'remote' ? place : 'package';
}

function sum(items: readonly { readonly bytes: number }[]): number {
    return items.reduce((total, { bytes }) => total + bytes, 0);
}
