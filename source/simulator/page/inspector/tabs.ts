import { element } from '../elements';

/** Tabs as the ARIA practices describe them: arrow keys move, Home and End jump; one panel shows. */
export function setUpTabs(onShow: (panel: string) => void): void {
    const list = element('tabs');
    const tabs = [...list.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
    const show = (chosen: HTMLButtonElement): void => {
        for (const tab of tabs) {
            const selected = tab === chosen;
            tab.setAttribute('aria-selected', String(selected));
            tab.tabIndex = selected ? 0 : -1;
            element(tab.getAttribute('aria-controls') ?? '').hidden = !selected;
        }
        onShow(chosen.id.slice('tab-'.length));
    };
    for (const tab of tabs) tab.addEventListener('click', () => show(tab));
    list.addEventListener('keydown', (event) => {
        const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
        const targets: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
        const target = targets[event.key];
        if (at < 0 || target === undefined) return;
        const tab = tabs[(target + tabs.length) % tabs.length]!;
        tab.focus();
        show(tab);
        event.preventDefault();
    });
}
