import type { ConsoleLine } from '../../protocol';
import { create, element } from '../elements';

export interface ConsolePanel {
    /** Shows all lines again, after a clear or a restart. */
    show(lines: readonly ConsoleLine[]): void;
    add(lines: readonly ConsoleLine[]): void;
    /** The panel is in sight: its count of errors is read. */
    read(): void;
}

export function createConsolePanel(onClear: () => void): ConsolePanel {
    const rows = element('console-rows');
    const badge = element('console-badge');
    let unread = 0;
    const showBadge = (): void => {
        badge.hidden = unread === 0;
        badge.textContent = unread > 99 ? '99+' : String(unread);
    };
    const panel: ConsolePanel = {
        show(lines) {
            rows.replaceChildren(...lines.slice(-1000).map(makeLine));
        },
        add(lines) {
            const atEnd = rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
            rows.append(...lines.map(makeLine));
            while (rows.childElementCount > 1000) rows.firstElementChild?.remove();
            if (atEnd) rows.scrollTop = rows.scrollHeight;
            if (element('panel-console').hidden) unread += lines.filter(({ level }) => level === 'error').length;
            showBadge();
        },
        read() {
            unread = 0;
            showBadge();
            rows.scrollTop = rows.scrollHeight;
        },
    };
    element('console-clear').addEventListener('click', () => {
        onClear();
        panel.show([]);
    });
    return panel;
}

function makeLine({ level, text, at }: ConsoleLine): HTMLElement {
    const line = create('div', 'line');
    line.dataset.level = level;
    line.append(create('time', '', (at / 1000).toFixed(3)), text);
    return line;
}
