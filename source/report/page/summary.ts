import { fill, formatBytes, formatChange, type BuildRecord, type SizeReport } from '../model';
import { element, setShare } from './element';
import type { Words } from './words';

/** The two bars against Alipay's limits, and the resource server's bytes beside them. */
export function drawSummary(report: SizeReport, words: Words): HTMLElement {
    const cards = report.limits.map(({ of, bytes, limitBytes }) => {
        const gzipBytes = of === 'main' ? report.parts[0]?.gzipBytes ?? 0 : report.package.gzipBytes;
        const isOver = bytes > limitBytes;
        const meter = element('div', { class: 'meter', role: 'meter', 'aria-valuemin': 0, 'aria-valuemax': limitBytes, 'aria-valuenow': bytes, 'aria-label': of === 'main' ? words.mainPackage : words.wholePackage },
            element('span', { class: 'fill' }),
            isOver ? element('span', { class: 'mark' }) : undefined);
        setShare(meter, '--fill', isOver ? 1 : bytes / limitBytes);
        setShare(meter, '--mark', limitBytes / bytes);
        const state = isOver ? fill(words.overLimit, { bytes: formatBytes(bytes - limitBytes) }) : fill(words.leftOver, { bytes: formatBytes(limitBytes - bytes) });
        return element('article', { class: 'card figure', 'data-state': isOver ? 'over' : bytes > limitBytes * 0.9 ? 'near' : 'fine' },
            element('h2', {}, of === 'main' ? words.mainPackage : words.wholePackage),
            element('p', { class: 'amount' }, element('b', {}, formatBytes(bytes)), ` ${words.of} ${formatBytes(limitBytes)}`),
            meter,
            element('p', { class: 'note' }, element('span', { class: 'state' }, state), ` · ${fill(words.compressed, { size: formatBytes(gzipBytes) })}`),
            drawChange(report.growth?.[of], words));
    });
    const remote = report.remote.fileCount === 0 ? [] : [element('article', { class: 'card figure' },
        element('h2', {}, words.remote),
        element('p', { class: 'amount' }, element('b', {}, formatBytes(report.remote.bytes))),
        element('p', { class: 'note' }, `${fill(words.files, { count: report.remote.fileCount })} · ${fill(words.compressed, { size: formatBytes(report.remote.gzipBytes) })}`),
        drawChange(report.growth?.remote, words))];
    return element('section', { class: 'summary', id: 'summary' }, ...cards, ...drawGamePart(report, words), ...remote, drawHistory(report.history, words));
}

/** In the lean layout: what the player waits for behind the first screen. */
function drawGamePart({ parts }: SizeReport, words: Words): HTMLElement[] {
    return parts.filter(({ place }) => place === 'game').map(({ name, bytes, gzipBytes }) => element('article', { class: 'card figure' },
        element('h2', {}, words.gamePart),
        element('p', { class: 'amount' }, element('b', {}, formatBytes(bytes))),
        element('p', { class: 'note' }, `${fill(words.gamePartNote, { name })} · ${fill(words.compressed, { size: formatBytes(gzipBytes) })}`)));
}

function drawChange(change: number | undefined, words: Words): HTMLElement | undefined {
    if (change === undefined) return undefined;
    return element('p', { class: 'note' }, element('span', { class: 'change', 'data-sign': Math.sign(change) }, formatChange(change)), ` ${words.sinceLast}`);
}

const svg = 'http://www.w3.org/2000/svg';
const curve = { width: 240, height: 56, margin: 4 };

/** The main package over the builds known, as a curve; nothing before the second build. */
function drawHistory(history: readonly BuildRecord[], words: Words): HTMLElement | undefined {
    if (history.length < 2) return undefined;
    const values = history.map(({ main }) => main);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const x = (index: number): number => curve.margin + (index / (values.length - 1)) * (curve.width - 2 * curve.margin);
    const y = (value: number): number => curve.height - curve.margin - ((value - least) / (most - least || 1)) * (curve.height - 2 * curve.margin);
    const picture = document.createElementNS(svg, 'svg');
    const title = fill(words.history, { count: history.length });
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${curve.width} ${curve.height}`, preserveAspectRatio: 'xMinYMid meet', role: 'img', 'aria-label': `${title}: ${values.map(formatBytes).join(', ')}` })) picture.setAttribute(name, value);
    const line = document.createElementNS(svg, 'polyline');
    line.setAttribute('points', values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' '));
    const end = document.createElementNS(svg, 'circle');
    for (const [name, value] of Object.entries({ cx: x(values.length - 1), cy: y(values[values.length - 1] ?? least), r: 3.5 })) end.setAttribute(name, value.toFixed(1));
    picture.append(line, end);
    return element('article', { class: 'card figure history' }, element('h2', {}, title), picture, element('p', { class: 'note' }, `${formatBytes(least)} – ${formatBytes(most)}`));
}
