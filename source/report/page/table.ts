import { element } from './element';

/** One column of a table: what stands in a row's cell. */
export interface Column<Row> {
    readonly title: string;
    readonly isNumber?: boolean;
    /** Narrow screens leave it out. */
    readonly isOptional?: boolean;
    readonly cell: (row: Row) => Node | string;
}

/** A table; rows that can be pressed are buttons in their first cell. */
export function drawTable<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
    const classOf = ({ isNumber, isOptional }: Column<Row>): string | undefined => [isNumber === true ? 'number' : '', isOptional === true ? 'optional' : ''].join(' ').trim() || undefined;
    const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col', class: classOf(column) }, column.title)));
    const body = rows.map((row) => element('tr', {}, ...columns.map((column, index) =>
        element(index === 0 ? 'th' : 'td', { scope: index === 0 ? 'row' : undefined, class: classOf(column) }, column.cell(row)))));
    return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': label }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)));
}

/** A table that shows `step` rows and, asked for more, as many again. */
export function drawLongTable<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[], step: number, moreText: (count: number) => string): HTMLElement {
    const holder = element('div', { class: 'long-table' });
    const show = (count: number): void => {
        const left = rows.length - count;
        const more = element('button', { type: 'button', class: 'more' }, moreText(Math.min(step, left)));
        more.addEventListener('click', () => show(count + step));
        holder.replaceChildren(drawTable(label, columns, rows.slice(0, count)), ...(left > 0 ? [more] : []));
    };
    show(step);
    return holder;
}
