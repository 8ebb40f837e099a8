import type { Pen, ProbeCanvas } from './canvas';
import type { Instruction } from './stage';

/** All that is on the screen. */
export interface Picture {
    /** What the person should do, or what is going on. */
    readonly instruction: Instruction;
    /** Whether it is an action, and not news. */
    readonly isAction: boolean;
    /** Small lines below it. */
    readonly notes: readonly string[];
    /** What was found out: name and value; an empty value is not known. */
    readonly rows: readonly (readonly [name: string, value: string])[];
    /** In the place of the rows, where the result could not be copied. */
    readonly text: string | undefined;
}

const colours = { ground: '#10202d', panel: '#173042', action: '#ffb02e', plain: '#f4f7f9', quiet: '#8aa2b3', dim: '#5c7486', value: '#7fe0a7' };
const margin = 12;
/** Keeps clear of a notch on either side. */
const inset = 44;

/** Left what to do, right what is known: small, but to be read on a phone held sideways. */
export function paintPicture({ width, height }: Pick<ProbeCanvas, 'width' | 'height'>, { instruction, isAction, notes, rows, text }: Picture): (pen: Pen) => void {
    return (pen) => {
        pen.textBaseline = 'alphabetic';
        pen.textAlign = 'left';
        pen.fillStyle = colours.ground;
        pen.fillRect(0, 0, width, height);
        const left = Math.round(width * 0.36);
        pen.fillStyle = colours.panel;
        pen.fillRect(0, 0, left, height);

        const room = left - inset - margin;
        let y = 34;
        write(pen, 'cocos-alipay-mini-game · probe', inset, y, 10, colours.quiet, room);
        y += 16;
        for (const [words, size] of [[instruction.zh, 19], [instruction.en, 15]] as const) {
            for (const line of wrap(pen, words, size, room)) write(pen, line, inset, y += size * 1.45, size, isAction ? colours.action : colours.plain, room);
            y += 8;
        }
        y = Math.max(y, height - margin - notes.length * 14);
        for (const note of notes) write(pen, note, inset, y += 13, 10, colours.quiet, room);

        const area = { x: left + margin, y: margin, width: width - left - margin - inset, height: height - margin * 2 };
        if (text === undefined) paintRows(pen, area, rows);
        else paintText(pen, area, text);
    };
}

interface Area { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function paintRows(pen: Pen, area: Area, rows: Picture['rows']): void {
    const columns = 2;
    const perColumn = Math.ceil(rows.length / columns);
    const step = Math.min(30, area.height / perColumn);
    const size = Math.max(7, Math.min(16, step * 0.72));
    const columnWidth = area.width / columns;
    rows.forEach(([name, value], index) => {
        const x = area.x + Math.floor(index / perColumn) * columnWidth;
        const y = area.y + (index % perColumn + 0.8) * step;
        write(pen, name, x, y, size, value === '' ? colours.dim : colours.plain, columnWidth * 0.56);
        write(pen, value === '' ? '–' : value, x + columnWidth * 0.58, y, size, value === '' ? colours.dim : colours.value, columnWidth * 0.4);
    });
}

/** A long text, as large as it can be, for a photograph. */
function paintText(pen: Pen, area: Area, text: string): void {
    let size = 12;
    let lines = wrap(pen, text, size, area.width);
    while (lines.length * size * 1.25 > area.height && size > 5) lines = wrap(pen, text, size -= 0.5, area.width);
    lines.forEach((line, index) => write(pen, line, area.x, area.y + (index + 0.8) * size * 1.25, size, colours.plain, area.width));
}

function write(pen: Pen, words: string, x: number, y: number, size: number, colour: string, room: number): void {
    pen.font = `${size}px sans-serif`;
    pen.fillStyle = colour;
    pen.fillText(words, x, y, room);
}

/** Breaks a text where it must be, at a space or comma if one is near. */
function wrap(pen: Pen, words: string, size: number, room: number): string[] {
    pen.font = `${size}px sans-serif`;
    const lines: string[] = [];
    let rest = words;
    while (rest !== '') {
        let end = rest.length;
        while (end > 1 && pen.measureText(rest.slice(0, end)).width > room) end -= Math.max(1, Math.floor((end - room / size) / 2));
        // However little room there is, each line takes something away.
        end = Math.max(1, end);
        while (end < rest.length && pen.measureText(rest.slice(0, end + 1)).width <= room) end += 1;
        const space = end < rest.length ? Math.max(rest.lastIndexOf(' ', end), rest.lastIndexOf(',', end - 1) + 1, rest.lastIndexOf('，', end - 1) + 1) : 0;
        if (space > end / 2) end = space;
        lines.push(rest.slice(0, end));
        rest = rest.slice(end).replace(/^ /, '');
    }
    return lines;
}
