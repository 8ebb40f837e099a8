export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = typeof themes[number];

const prefix = 'cocos-alipay-mini-game.report.';

/** What the reader chose before; a browser may keep nothing for files, then it is `otherwise`. */
export function readPreference<Value extends string>(name: string, known: readonly Value[], otherwise: Value): Value {
    try {
        const kept = localStorage.getItem(prefix + name);
        return known.find((value) => value === kept) ?? otherwise;
    } catch {
        return otherwise;
    }
}

export function writePreference(name: string, value: string): void {
    try {
        localStorage.setItem(prefix + name, value);
    } catch {
        // Then it holds for as long as the page is open.
    }
}

export function showTheme(theme: Theme): void {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
}
