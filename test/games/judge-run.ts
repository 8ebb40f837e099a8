import { describeProblem, type BuildProblem } from '../../source/problems';
import type { Observation } from './observation';
import type { About } from './read-games';
import { coarseDifference, decodePicture } from './still-picture';

/** Why a game did not play. */
export interface Reason {
    readonly kind: 'verdict' | 'console' | 'blank' | 'input' | 'picture' | 'server' | 'runner';
    readonly text: string;
    /** The same for the same fault under other adapters: without places and numbers. */
    readonly key: string;
    /** Whether the engine's own adapters fail likewise; null where they were not played. */
    readonly likewise: boolean | null;
}

export type Result = 'plays' | 'likewise' | 'fails';

/** What `about.json` calls the game's own: no reason to fail, but told. */
export interface Judgement {
    readonly result: Result;
    readonly reasons: readonly Reason[];
    readonly excused: readonly { readonly text: string; readonly why: string }[];
}

type OpenReason = Omit<Reason, 'likewise'>;

/** What speaks against a start: the preview's own verdict, the console, an empty screen. */
export function findReasons({ problems, consoleErrors, blank, missedInputs }: Observation): readonly OpenReason[] {
    return [
        ...problems.filter(({ level }) => level === 'error').map((problem) => ({ kind: 'verdict', text: wordProblem(problem), key: keyOfProblem(problem) }) as const),
        ...consoleErrors.map((text) => ({ kind: 'console', text, key: `console ${withoutNumbers(text)}` }) as const),
        ...(blank === true ? [{ kind: 'blank', text: 'The last picture is of one color.', key: 'blank' } as const] : []),
        ...missedInputs.map((text) => ({ kind: 'input', text, key: `input ${text}` }) as const),
    ];
}

/**
 * Judges a start by its reasons, and by those of the same game on the engine's own adapters on the same client.
 * @param engine undefined where there is no such twin.
 */
export function judgeRun(reasons: readonly OpenReason[], { expected = [] }: Pick<About, 'expected'>, engine: readonly OpenReason[] | undefined): Judgement {
    const known = new Set(engine?.map(({ key }) => key));
    const excused: { text: string; why: string }[] = [];
    const own = new Map<string, Reason>();
    for (const reason of reasons) {
        const excuse = expected.find(({ text }) => new RegExp(text).test(reason.text));
        if (excuse) excused.push({ text: reason.text, why: excuse.why });
        else if (!own.has(reason.key)) own.set(reason.key, { ...reason, likewise: engine === undefined ? null : known.has(reason.key) });
    }
    const left = markConsequences([...own.values()]);
    const result = left.length === 0 ? 'plays' : left.every(({ likewise }) => likewise === true) ? 'likewise' : 'fails';
    return { result, reasons: left, excused };
}

/**
 * A start that fails for the same cause on both adapters may leave another screen on each: that nothing is drawn is no
 * fault of its own then.
 */
function markConsequences(reasons: readonly Reason[]): readonly Reason[] {
    const isConsequence = ({ key, kind }: Reason): boolean => key === 'AMG663' || kind === 'blank' || kind === 'picture';
    const causes = reasons.filter((reason) => !isConsequence(reason));
    const alike = causes.some(({ kind }) => kind === 'verdict') && causes.every(({ likewise }) => likewise === true);
    return alike ? reasons.map((reason) => ({ ...reason, likewise: true })) : reasons;
}

/** From here on two pictures show something else: measured on games whose textures are missing. */
export const unlikeFrom = 0.12;

/** How unlike the two adapters' pictures are, 0 to 1, and whether that speaks against ours; null without both. */
export function comparePictures(ours: Observation, engine: Observation): { readonly difference: number | null; readonly reason?: OpenReason } {
    const between = (name: 'settled' | 'end'): number | null => {
        const [a, b] = [ours.pictures[name], engine.pictures[name]];
        return a === undefined || b === undefined ? null : coarseDifference(decodePicture(a), decodePicture(b));
    };
    const [settled, end] = [between('settled'), between('end')];
    const differences = [settled, end].filter((difference): difference is number => difference !== null);
    if (differences.length === 0) return { difference: null };
    // A game may be at another moment of its start, or of its play: only what is unlike at both is no chance.
    const difference = Math.min(...differences);
    const stand = ours.settledMs !== null && engine.settledMs !== null;
    if (!stand || difference <= unlikeFrom) return { difference };
    return { difference, reason: { kind: 'picture', key: 'picture', text: `The picture is unlike the one on the engine's adapters (${Math.round(difference * 100)} %).` } };
}

/** What the preview's verdict warns of. */
export function findWarnings({ problems }: Observation): readonly string[] {
    return problems.filter(({ level }) => level === 'warning').map(wordProblem);
}

function wordProblem(problem: BuildProblem): string {
    return `${problem.code} ${problem.where}: ${describeProblem(problem, 'en').what}`;
}

/** Adapters have files and lines of their own: the place is no part of the fault, but for a file that is missing. */
function keyOfProblem({ code, values }: BuildProblem): string {
    const { message, file, name } = values;
    return `${code} ${withoutNumbers(String(message ?? name ?? '') + String(file ?? '').replace(/^subpackages\/cocos-game\//, ''))}`.trim();
}

function withoutNumbers(text: string): string {
    return (text.split('\n')[0] ?? '')
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(@[0-9a-f]+)*/gi, '#')
        .replace(/https?:\/\/[^/\s]+/g, '')
        .replace(/\.[0-9a-f]{5,32}(?=\.)/g, '')
        .replace(/\d+(\.\d+)?/g, '#')
        .replace(/\s+/g, ' ').trim().slice(0, 240);
}
