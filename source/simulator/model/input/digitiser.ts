import type { MyTouch } from '../../../platform/my';
import type { TouchChange } from './touch';

/**
 * What goes wrong between the fingers and the game. Each is a share of the events that it can happen to, from 0 to 1.
 * Reported of phones in general: no document of Alipay promises any of it, or the contrary.
 */
export interface DigitiserFaults {
    /** From 0 to below 1; a test draws it from a seed. */
    random(): number;
    /** The game is not told that a finger came; its moves and its end arrive all the same. */
    readonly lostStarts?: number;
    /** The game is not told that a finger left, as under a dialog of the host. */
    readonly lostEnds?: number;
    /** At a move the system takes all fingers for a gesture of its own: it tells of a cancel, or of nothing. */
    readonly gestures?: number;
    /** An event arrives twice. */
    readonly repeated?: number;
    /** The lists name the fingers in any order. */
    readonly shuffled?: number;
    /** `touches` of a start or a move hold only the fingers that changed. */
    readonly listsOnlyChanged?: boolean;
}

/** Passes on what the fingers do as a faulty digitiser would. */
export function createDigitiser(faults: DigitiserFaults, deliver: (change: TouchChange) => void): (change: TouchChange) => void {
    const { random } = faults;
    const happens = (share = 0): boolean => random() < share;
    /** Fingers that are on the glass, but are the system's now. */
    const taken = new Set<number>();
    const free = (touches: readonly MyTouch[]): MyTouch[] => touches.filter(({ identifier }) => !taken.has(identifier));

    function shuffle(touches: readonly MyTouch[]): MyTouch[] {
        const list = [...touches];
        for (let end = list.length - 1; end > 0; end--) {
            const other = Math.floor(random() * (end + 1));
            [list[end], list[other]] = [list[other]!, list[end]!];
        }
        return list;
    }

    function tell({ kind, changed, remaining }: TouchChange): void {
        const change = happens(faults.shuffled) ? { kind, changed: shuffle(changed), remaining: shuffle(remaining) } : { kind, changed, remaining };
        deliver(change);
        if (happens(faults.repeated)) deliver(change);
    }

    return ({ kind, changed, remaining }) => {
        const starts = kind === 'touchstart';
        const moves = kind === 'touchmove';
        if (starts) for (const { identifier } of changed) taken.delete(identifier);
        const given = free(changed);
        const left = free(remaining);
        if (!starts && !moves) for (const { identifier } of changed) taken.delete(identifier);
        if (given.length === 0) return;
        if (moves && happens(faults.gestures)) {
            for (const { identifier } of left) taken.add(identifier);
            if (happens(0.5)) tell({ kind: 'touchcancel', changed: left, remaining: [] });
            return;
        }
        if (happens(starts ? faults.lostStarts : moves ? 0 : faults.lostEnds)) return;
        tell({ kind, changed: given, remaining: faults.listsOnlyChanged && (starts || moves) ? given : left });
    };
}
