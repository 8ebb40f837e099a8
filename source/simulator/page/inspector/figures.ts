import { create, element } from '../elements';
import { quantile, type RunRecord } from '../run-record';

const graphFrames = 160;

/**
 * The row of figures over the tabs: first frame, rate, work, calls, problems, and each frame's time as a bar.
 * @param displayRate frames a second that the display shows at most
 */
export function showFigures(record: RunRecord, displayRate: number): void {
    const recent = record.intervals.slice(-60);
    const total = recent.reduce((sum, value) => sum + value, 0);
    show('first-frame', record.firstFrameMs?.toFixed(0), 'ms');
    show('frame-rate', total > 0 ? ((recent.length * 1000) / total).toFixed(0) : undefined, 'fps');
    show('frame-time', quantile(record.work.slice(-60), 0.5)?.toFixed(1), 'ms');
    show('call-count', record.callCount.toLocaleString('en'), '');
    const problems = element('problem-count');
    problems.textContent = String(record.failures.length);
    problems.parentElement!.dataset.some = String(record.failures.length > 0);
    drawGraph(record.intervals.slice(-graphFrames), record.work.slice(-graphFrames), 1000 / displayRate);
}

function show(id: string, value: string | undefined, unit: string): void {
    element(id).replaceChildren(value ?? '–', ...(value !== undefined && unit ? [' ', create('small', '', unit)] : []));
}

function drawGraph(intervals: readonly number[], work: readonly number[], frameBudgetMs: number): void {
    const canvas = element<HTMLCanvasElement>('frame-graph');
    const context = canvas.getContext('2d');
    if (!context) return;
    const { width, height } = canvas;
    const style = getComputedStyle(document.documentElement);
    const scale = height / (frameBudgetMs * 3);
    const step = width / graphFrames;
    context.clearRect(0, 0, width, height);
    intervals.forEach((milliseconds, index) => {
        const left = width - (intervals.length - index) * step;
        context.globalAlpha = 0.35;
        context.fillStyle = style.getPropertyValue(milliseconds > frameBudgetMs * 1.6 ? '--bad' : '--accent');
        context.fillRect(left, height - Math.min(height, milliseconds * scale), step - 0.6, height);
        context.globalAlpha = 1;
        const busy = Math.min(height, (work[index] ?? 0) * scale);
        context.fillRect(left, height - busy, step - 0.6, busy);
    });
    context.globalAlpha = 0.5;
    context.fillStyle = style.getPropertyValue('--soft');
    context.fillRect(0, Math.round(height - frameBudgetMs * scale), width, 1);
    context.globalAlpha = 1;
}
