import type { UsageProblem } from './usage-error';

/** One input of a player. `at` counts milliseconds from the game's first frame, places are logical points of the screen. */
export type InputStep =
    | { readonly at: number; readonly tap: readonly [x: number, y: number] }
    | { readonly at: number; readonly drag: readonly [fromX: number, fromY: number, toX: number, toY: number]; readonly ms?: number }
    | { readonly at: number; readonly type: string }
    | { readonly at: number; readonly hide: number };

const forms = '{ "at": ms, "tap": [x, y] }, { "at": ms, "drag": [x1, y1, x2, y2] }, { "at": ms, "type": "text" } or { "at": ms, "hide": ms }';

/** Reads a script of inputs, in the order of their times. Every entry that is none is a problem. */
export function readInputScript(text: string, where: string): { readonly steps: readonly InputStep[]; readonly problems: readonly UsageProblem[] } {
    let value: unknown;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
        return { steps: [], problems: [{ what: `The script of inputs is no JSON: ${(error as Error).message}.`, where, fix: `Write a list of ${forms}.` }] };
    }
    if (!Array.isArray(value)) return { steps: [], problems: [{ what: 'The script of inputs is no list.', where, fix: `Write a list of ${forms}.` }] };
    const steps: InputStep[] = [];
    const problems: UsageProblem[] = [];
    for (const [index, entry] of value.entries()) {
        if (isInputStep(entry)) steps.push(entry);
        else problems.push({ what: `Entry ${index + 1} of the script is no input: ${JSON.stringify(entry)}.`, where, fix: `Write ${forms}.` });
    }
    return { steps: steps.sort((a, b) => a.at - b.at), problems };
}

function isInputStep(value: unknown): value is InputStep {
    if (typeof value !== 'object' || value === null) return false;
    const { at, tap, drag, type, hide, ms } = value as Readonly<Record<string, unknown>>;
    if (!isTime(at) || [tap, drag, type, hide].filter((action) => action !== undefined).length !== 1) return false;
    if (tap !== undefined) return isPlace(tap, 2);
    if (drag !== undefined) return isPlace(drag, 4) && (ms === undefined || isTime(ms));
    return type !== undefined ? typeof type === 'string' : isTime(hide);
}

function isTime(value: unknown): value is number {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isPlace(value: unknown, length: number): boolean {
    return Array.isArray(value) && value.length === length && value.every((part) => typeof part === 'number' && Number.isFinite(part));
}
