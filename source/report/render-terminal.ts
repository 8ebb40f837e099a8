import stringWidth from 'string-width';
import { fill, formatBytes, formatChange, formatShare, groupKey, texts, type ReportGroup, type ReportLanguage, type SizeReport } from './model';

/** How many groups and how much advice a terminal shows; the page has all. */
const mostGroups = 12;
const mostAdvice = 3;

/** The report as a short table: the limits, the largest groups, the best advice. */
export function renderTerminal(report: SizeReport, language: ReportLanguage): string[] {
    const text = texts[language];
    const rows = report.groups.slice(0, mostGroups).map((group) => {
        const change = report.growth?.groups[groupKey(group)];
        return [
            nameGroup(group, language),
            text.place[group.place],
            formatBytes(group.bytes),
            formatBytes(group.gzipBytes),
            formatShare(group.bytes, group.place === 'remote' ? report.remote.bytes : report.package.bytes),
            change === undefined ? '' : formatChange(change),
        ];
    });
    const limits = report.limits.map(({ of, bytes, limitBytes }) => {
        const state = bytes > limitBytes ? fill(text.overLimit, { bytes: formatBytes(bytes - limitBytes) }) : fill(text.leftOver, { bytes: formatBytes(limitBytes - bytes) });
        const change = report.growth === undefined ? '' : `, ${formatChange(report.growth[of])} ${text.sinceLast}`;
        return `${of === 'main' ? text.mainPackage : text.wholePackage}: ${formatBytes(bytes)} ${text.of} ${formatBytes(limitBytes)} (${state}${change})`;
    });
    const gameParts = report.parts.filter(({ place }) => place === 'game')
        .map(({ name, bytes }) => `${text.gamePart}: ${formatBytes(bytes)} (${fill(text.gamePartNote, { name })})`);
    return [
        ...limits,
        ...gameParts,
        ...alignColumns([[text.part, '', text.raw, text.gzip, text.share, ''], ...rows]).map((line) => `  ${line}`),
        ...report.advice.slice(0, mostAdvice).map(({ kind, subject, savedBytes }) => `  → ${fill(text.advice[kind].what, { subject })}: −${formatBytes(savedBytes)}`),
    ];
}

/** A group in words: `Bundle resources`. */
function nameGroup({ kind, name }: Pick<ReportGroup, 'kind' | 'name'>, language: ReportLanguage): string {
    return fill(texts[language].group[kind], { name });
}

/** The first two columns to the left, the others to the right; a Chinese character takes two places on a terminal. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? '')))) ?? [];
    return rows.map((row) => row.map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
        return column < 2 ? cell + padding : padding + cell;
    }).join('  ').trimEnd());
}
