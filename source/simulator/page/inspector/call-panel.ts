import type { CallSummary } from '../../protocol';
import { create, element } from '../elements';
import { text } from '../texts';

const shownRows = 400;

export interface CallPanel {
    show(calls: readonly CallSummary[]): void;
}

/** The live table of `my` calls: newest at the end, followed as long as the end is in sight. */
export function createCallPanel(current: () => readonly CallSummary[], onClear: () => void): CallPanel {
    const rows = element('call-rows');
    const scroll = element('call-scroll');
    const filter = element<HTMLInputElement>('call-filter');
    const onlyFailed = element<HTMLInputElement>('call-errors');
    const show = (calls: readonly CallSummary[]): void => {
        if (element('panel-calls').hidden) return;
        const words = filter.value.trim().toLowerCase();
        const matching = calls.filter((call) => (!onlyFailed.checked || call.failure !== '') && (words === '' || `${call.api} ${call.target} ${call.failure}`.toLowerCase().includes(words)));
        const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
        rows.replaceChildren(...matching.slice(-shownRows).map(makeRow));
        element('call-empty').hidden = matching.length > 0;
        if (atEnd) scroll.scrollTop = scroll.scrollHeight;
    };
    const refresh = (): void => show(current());
    filter.addEventListener('input', refresh);
    onlyFailed.addEventListener('change', refresh);
    element('call-clear').addEventListener('click', () => {
        onClear();
        refresh();
    });
    return { show };
}

function makeRow(call: CallSummary): HTMLTableRowElement {
    const row = create('tr', call.failure !== '' ? 'failed' : call.outcome === 'pending' ? 'pending' : '');
    const name = create('td');
    name.append(create('span', 'name', call.api), ' ', create('span', 'arguments', call.target));
    const answer = call.failure !== '' ? call.failure : call.outcome === 'success' ? text('success') : call.outcome === 'never' ? text('never') : text('pending');
    row.append(create('td', 'number', call.at.toFixed(0)), name, create('td', '', answer), create('td', 'number', call.milliseconds === undefined ? '' : call.milliseconds.toFixed(1)));
    return row;
}
