import { fill, formatBytes, formatChange, formatShare, groupKey, type ReportFile, type ReportGroup, type SizeReport } from '../model';
import { element, section, setShare } from './element';
import { drawLongTable, drawTable, type Column } from './table';
import { labelOfGroup } from './tree';
import type { Words } from './words';

const filesAtOnce = 15;
const rowsAtOnce = 8;

/** The groups as a table; pressing one shows it in the map. */
export function drawParts(report: SizeReport, words: Words, onPick: (label: string, group: ReportGroup) => void): HTMLElement {
    const wholeOf = ({ place }: ReportGroup): number => (place === 'remote' ? report.remote.bytes : report.package.bytes);
    const columns: Column<ReportGroup>[] = [
        { title: words.part, cell: (group) => {
            const label = fill(words.group[group.kind], { name: group.name });
            const pick = element('button', { type: 'button', class: 'pick', 'data-colour': group.kind }, label);
            pick.addEventListener('click', () => onPick(labelOfGroup(group, report, words), group));
            // Where the column that says it is left out.
            return element('div', {}, pick, element('span', { class: 'where note' }, words.place[group.place]));
        } },
        { title: words.loadedWith, isOptional: true, cell: ({ place }) => words.place[place] },
        { title: words.raw, isNumber: true, cell: (group) => element('span', { class: 'sized' }, formatBytes(group.bytes), drawGroupChange(report, group)) },
        { title: words.gzip, isNumber: true, cell: ({ gzipBytes }) => formatBytes(gzipBytes) },
        { title: words.share, isOptional: true, cell: (group) => drawShare(group, wholeOf(group)) },
    ];
    return section('parts', words.parts, words.gzipNote, drawTable(words.parts, columns, report.groups));
}

/** Under the bytes, where there was a change. */
function drawGroupChange({ growth }: SizeReport, group: ReportGroup): HTMLElement | undefined {
    const change = growth?.groups[groupKey(group)] ?? 0;
    return change === 0 ? undefined : drawChange(change);
}

function drawShare(group: ReportGroup, whole: number): HTMLElement {
    const bar = element('span', { class: 'bar', 'data-colour': group.kind }, element('span', {}));
    setShare(bar, '--fill', whole === 0 ? 0 : group.bytes / whole);
    return element('span', { class: 'share' }, bar, formatShare(group.bytes, whole));
}

export function drawAdvice({ advice }: SizeReport, words: Words): HTMLElement {
    if (advice.length === 0) return section('advice', words.adviceTitle, words.adviceNone);
    const items = advice.map(({ kind, of, subject, savedBytes }) => {
        const { what, how } = words.advice[kind];
        return element('li', {},
            element('p', { class: 'saving' }, element('b', {}, `−${formatBytes(savedBytes)}`), element('span', { class: 'note' }, words.saves[of])),
            element('div', {}, element('h3', {}, fill(what, { subject })), element('p', { class: 'note' }, how)));
    });
    return section('advice', words.adviceTitle, undefined, element('ol', { class: 'advice' }, ...items));
}

export function drawFiles(report: SizeReport, words: Words): HTMLElement {
    const groups = report.groups;
    const columns: Column<ReportFile>[] = [
        { title: words.file, cell: ({ path, assets, group }) => element('span', { class: 'file', 'data-colour': groups[group]?.kind }, ...(assets ?? []).map((asset) => element('span', { class: 'asset' }, asset)), element('span', { class: 'path' }, path)) },
        { title: words.raw, isNumber: true, cell: ({ bytes }) => formatBytes(bytes) },
        { title: words.gzip, isNumber: true, isOptional: true, cell: ({ gzipBytes }) => formatBytes(gzipBytes) },
    ];
    const input = element('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter, spellcheck: 'false' });
    const holder = element('div', {});
    const show = (): void => {
        const wanted = input.value.trim().toLowerCase();
        const rows = wanted === '' ? report.files : report.files.filter(({ path, assets }) => [path, ...(assets ?? [])].some((name) => name.toLowerCase().includes(wanted)));
        holder.replaceChildren(rows.length === 0 ? element('p', { class: 'note' }, words.noMatch) : drawLongTable(words.largestFiles, columns, rows, filesAtOnce, (count) => fill(words.more, { count })));
    };
    input.addEventListener('input', show);
    show();
    return section('files', words.largestFiles, undefined, input, holder);
}

export function drawGrowth({ growth }: SizeReport, words: Words, formatTime: (time: string) => string): HTMLElement | undefined {
    if (growth === undefined) return undefined;
    type Row = (typeof growth.files)[number];
    const columns: Column<Row>[] = [
        { title: words.file, cell: ({ path }) => element('span', { class: 'path' }, path) },
        { title: words.change, isNumber: true, cell: ({ before, after }) => drawChange(after - before) },
        { title: words.before, isNumber: true, isOptional: true, cell: ({ before }) => formatBytes(before) },
        { title: words.after, isNumber: true, isOptional: true, cell: ({ after }) => formatBytes(after) },
    ];
    const title = fill(words.growth, { time: formatTime(growth.since) });
    if (growth.files.length === 0) return section('growth', title, words.growthNone);
    return section('growth', title, undefined, drawLongTable(title, columns, growth.files, rowsAtOnce, (count) => fill(words.more, { count })));
}

export function drawDuplicates({ duplicates }: SizeReport, words: Words): HTMLElement {
    type Row = (typeof duplicates)[number];
    const columns: Column<Row>[] = [
        { title: words.copies, cell: ({ paths }) => element('span', { class: 'paths' }, ...paths.map((path) => element('span', { class: 'path' }, path))) },
        { title: words.wasted, isNumber: true, cell: ({ savedBytes }) => formatBytes(savedBytes) },
    ];
    if (duplicates.length === 0) return section('duplicates', words.duplicates, words.duplicatesNone);
    return section('duplicates', words.duplicates, undefined, drawLongTable(words.duplicates, columns, duplicates, rowsAtOnce, (count) => fill(words.more, { count })));
}

export function drawTextures({ textures }: SizeReport, words: Words): HTMLElement {
    type Row = (typeof textures)[number];
    const columns: Column<Row>[] = [
        { title: words.file, cell: ({ path, asset }) => element('span', { class: 'file' }, asset === undefined ? undefined : element('span', { class: 'asset' }, asset), element('span', { class: 'path' }, path)) },
        { title: words.pixels, isNumber: true, isOptional: true, cell: ({ width, height }) => `${width} × ${height}` },
        { title: words.raw, isNumber: true, cell: ({ bytes }) => formatBytes(bytes) },
        { title: words.memory, isNumber: true, cell: ({ memoryBytes }) => formatBytes(memoryBytes) },
    ];
    if (textures.length === 0) return section('textures', words.textures, words.texturesNone);
    return section('textures', words.textures, words.texturesNote, drawLongTable(words.textures, columns, textures, rowsAtOnce, (count) => fill(words.more, { count })));
}

export function drawModules({ modules }: SizeReport, words: Words): HTMLElement | undefined {
    if (modules === undefined || modules.length === 0) return undefined;
    return section('modules', words.modules, words.modulesNote, element('ul', { class: 'chips' }, ...modules.map((name) => element('li', {}, name))));
}

export function drawFindings({ findings }: SizeReport, words: Words, language: 'en' | 'zh'): HTMLElement {
    if (findings.length === 0) return section('findings', words.findings, words.findingsNone);
    const items = findings.map(({ code, level, where, text }) => element('li', { 'data-level': level },
        element('p', {}, element('span', { class: 'level' }, level === 'error' ? words.error : words.warning), element('code', {}, code), element('span', { class: 'path' }, where)),
        element('h3', {}, text[language].what),
        element('p', { class: 'note' }, text[language].mend)));
    return section('findings', words.findings, undefined, element('ul', { class: 'findings' }, ...items));
}

function drawChange(bytes: number): HTMLElement {
    return element('span', { class: 'change', 'data-sign': Math.sign(bytes) }, formatChange(bytes));
}
