import type { ConsoleLevel, ConsoleLine } from '../../protocol';

const levels: readonly ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

export interface ConsoleTap {
    /** Whether the game itself has written an error to its console. */
    hasLogged(error: unknown): boolean;
}

/**
 * Passes every line of the game's console on to the page; the browser's own console keeps it too.
 * @param cleanStack makes the stacks in a text readable, wherever they came from.
 */
export function tapConsole(target: Console, now: () => number, cleanStack: (stack: string) => string, onLine: (line: ConsoleLine) => void): ConsoleTap {
    const logged = new WeakSet<Error>();
    for (const level of levels) {
        const original = target[level].bind(target);
        target[level] = (...values: readonly unknown[]) => {
            original(...values);
            for (const value of values) if (value instanceof Error) logged.add(value);
            onLine({ level, text: cleanStack(formatValues(values)), at: now() });
        };
    }
    return { hasLogged: (error) => error instanceof Error && logged.has(error) };
}

const longestText = 4_000;

export function formatValues(values: readonly unknown[]): string {
    const [first, ...rest] = values;
    // The `%s %d %o` forms of console; styles (`%c`) are dropped.
    if (typeof first === 'string' && first.includes('%')) {
        const left = [...rest];
        const filled = first.replace(/%([sdifoOc%])/g, (whole, kind: string) => {
            if (kind === '%') return '%';
            if (left.length === 0) return whole;
            const value = left.shift();
            return kind === 'c' ? '' : formatValue(value, 0);
        });
        return cut([filled, ...left.map((value) => formatValue(value, 0))].join(' '));
    }
    return cut(values.map((value) => formatValue(value, 0)).join(' '));
}

function cut(text: string): string {
    return text.length > longestText ? `${text.slice(0, longestText)} … (${text.length} characters)` : text;
}

function formatValue(value: unknown, depth: number): string {
    if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value);
    if (typeof value === 'function') return `ƒ ${value.name}`;
    if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}n` : String(value);
    if (value instanceof Error) return value.stack ?? String(value);
    if (depth > 2) return Array.isArray(value) ? '[…]' : '{…}';
    try {
        if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `${value.constructor.name}(${value.byteLength} bytes)`;
        if (Array.isArray(value)) return `[${formatList(value.map((item) => formatValue(item, depth + 1)))}]`;
        const { name } = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor ?? {};
        const entries = Object.keys(value).map((key) => `${key}: ${formatValue((value as Record<string, unknown>)[key], depth + 1)}`);
        return `${name && name !== 'Object' ? `${name} ` : ''}{${formatList(entries)}}`;
    } catch {
        return '[object]';
    }
}

function formatList(items: readonly string[]): string {
    return items.length > 20 ? [...items.slice(0, 20), `… ${items.length - 20} more`].join(', ') : items.join(', ');
}
