import type { ReportFile, ReportGroup, SizeReport } from '../model';
import { fill } from '../model';
import type { Words } from './words';

export type Measure = 'bytes' | 'gzipBytes';
export type Scope = 'package' | 'remote';

/** A box of the map: something with a size, and what it consists of. */
export interface Box {
    readonly label: string;
    /** Decides the colour; that of the group it lies in. */
    readonly colour: string;
    readonly value: number;
    readonly children: readonly Box[];
    /** Of a single file. */
    readonly file?: ReportFile;
}

export type FileKind = keyof Words['kinds'];

const kindByExtension: readonly (readonly [RegExp, FileKind])[] = [
    [/\.(png|jpe?g|webp|gif|bmp)$/i, 'image'],
    [/\.(astc|pvr|pkm|ktx2?)$/i, 'texture'],
    [/\.(mp3|ogg|wav|m4a|aac)$/i, 'audio'],
    [/\.(mp4|mov|avi|webm)$/i, 'video'],
    [/\.(ttf|otf|woff2?|fnt|ttc)$/i, 'font'],
    [/\.js$/i, 'script'],
    [/\.wasm$/i, 'wasm'],
    [/\.zip$/i, 'archive'],
    [/\.(json|bin|ccon|cconb|txt|xml|plist|atlas|skel|dbbin)$/i, 'data'],
];

function kindOfFile(path: string): FileKind {
    return kindByExtension.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** Groups of so many files that their kinds tell more than their names. */
const sortedIntoKinds: ReadonlySet<string> = new Set(['bundle', 'subpackage']);

/** The whole map of a scope: its groups, in bundles the kinds of files, then the files. Largest first. */
export function buildTree(report: SizeReport, scope: Scope, measure: Measure, words: Words): Box {
    const groups = report.groups.map((group, index) => ({ group, index })).filter(({ group }) => (group.place === 'remote') === (scope === 'remote'));
    const filesOf = new Map<number, ReportFile[]>();
    for (const file of report.files) {
        const list = filesOf.get(file.group);
        if (list) list.push(file);
        else filesOf.set(file.group, [file]);
    }
    const boxes = groups.map(({ group, index }): Box => {
        const files = filesOf.get(index) ?? [];
        const children = sortedIntoKinds.has(group.kind) ? boxesByKind(files, group.kind, measure, words) : files.map((file) => leafOf(file, group.kind, measure));
        return boxOf(labelOfGroup(group, report, words), group.kind, children);
    });
    return boxOf(words.everything, 'other', boxes);
}

/** A group in words. Where the package has two of a name, as the lean layout has adapters in two parts, also its place. */
export function labelOfGroup(group: ReportGroup, { groups }: SizeReport, words: Words): string {
    const label = fill(words.group[group.kind], { name: group.name });
    const alike = groups.filter(({ kind, name, place }) => kind === group.kind && name === group.name && place !== 'remote');
    return alike.length > 1 && group.place !== 'remote' ? `${label} (${words.place[group.place]})` : label;
}

/** A box for each kind of file; the files themselves where there is but one kind. */
function boxesByKind(files: readonly ReportFile[], colour: string, measure: Measure, words: Words): readonly Box[] {
    const byKind = new Map<FileKind, ReportFile[]>();
    for (const file of files) {
        const kind = kindOfFile(file.path);
        const list = byKind.get(kind);
        if (list) list.push(file);
        else byKind.set(kind, [file]);
    }
    const boxes = [...byKind].map(([kind, members]) => boxOf(words.kinds[kind], colour, members.map((file) => leafOf(file, colour, measure))));
    return boxes.length === 1 ? boxes[0]?.children ?? [] : boxes;
}

/** A box as the map shows it: a few levels deep, what is too small to see put together. */
export interface ShownBox {
    readonly box: Box;
    readonly children: readonly ShownBox[];
}

/** How many boxes stand side by side, and how large they are at least, as a share of what is shown. */
const mostChildren = 160;
const leastShare = 0.0006;

/** What of a box is shown, `depth` levels deep. The box of small ones can be entered like any other. */
export function selectShown(box: Box, depth: number, smaller: string, whole: number = box.value): ShownBox {
    if (depth === 0 || box.colour === 'rest') return { box, children: [] };
    const large = box.children.filter(({ value }, index) => index < mostChildren && value >= whole * leastShare);
    const rest = box.children.slice(large.length);
    const shown = rest.length <= 1 ? box.children : [...large, boxOf(fill(smaller, { count: rest.length }), 'rest', rest)];
    return { box, children: shown.map((child) => selectShown(child, depth - 1, smaller, whole)) };
}

function leafOf(file: ReportFile, colour: string, measure: Measure): Box {
    const named = file.assets?.[0]?.replace(/^db:\/\/assets\//, '');
    return { label: named ?? file.path.slice(file.path.lastIndexOf('/') + 1), colour, value: file[measure], children: [], file };
}

function boxOf(label: string, colour: string, children: readonly Box[]): Box {
    const sorted = [...children].sort((a, b) => b.value - a.value);
    return { label, colour, value: sorted.reduce((sum, { value }) => sum + value, 0), children: sorted };
}
