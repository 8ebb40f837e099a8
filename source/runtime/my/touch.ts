import type { MyTouch, MyTouchEvent } from '../../platform/my';
import { callHost, type Host } from './host';

/** The four things fingers do, by the names of their DOM events. */
export type TouchKind = 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel';

/** What happened, with the fingers told apart as the W3C defines it. */
export interface TouchChange {
    readonly kind: TouchKind;
    /** Fingers that are down after the change. */
    readonly touches: readonly MyTouch[];
    /** Fingers that this change is about. Never empty. */
    readonly changed: readonly MyTouch[];
}

/** Follows the host's touches and tells every change. When the game goes every finger is cancelled, as in a browser. */
export function watchTouches(my: Host, changed: (change: TouchChange) => void): void {
    const follow = createTouchTable();
    let down: readonly MyTouch[] = [];
    const listen = (kind: TouchKind) => (event: MyTouchEvent): void => {
        for (const change of follow(kind, event || { touches: [] })) {
            down = change.touches;
            changed(change);
        }
    };
    // Hosts may never tell of their end.
    callHost(my, 'onHide', () => {
        if (down.length) listen('touchcancel')({ touches: [], changedTouches: down });
    });
    callHost(my, 'onTouchStart', listen('touchstart'));
    callHost(my, 'onTouchMove', listen('touchmove'));
    callHost(my, 'onTouchEnd', listen('touchend'));
    callHost(my, 'onTouchCancel', listen('touchcancel'));
}

const find = (list: readonly MyTouch[], { identifier }: MyTouch): MyTouch | undefined => list.filter((one) => one.identifier === identifier)[0];
const without = (list: readonly MyTouch[], others: readonly MyTouch[]): MyTouch[] => list.filter((one) => !find(others, one));
const once = (list: readonly MyTouch[]): MyTouch[] => list.filter((one) => find(list, one) === one);
const moved = (from: MyTouch, to: MyTouch): boolean => from.clientX !== to.clientX || from.clientY !== to.clientY;

/**
 * The table of fingers that are down: it turns one event of the host into what changed. Whatever the host leaves out or
 * tells twice, every start ends once, and nothing moves that has not started.
 *
 * Hosts differ (platform facts 3.8). `changedTouches` may be missing, and nobody says whether the `touches` of an end
 * are the fingers still down, the lifted ones, or both. What cannot be told from an event is not guessed: the lift
 * waits in `unnamed` until the next event shows which finger is gone. A lift that leaves no doubt teaches which kind
 * of host this is.
 *
 * A finger that a start or a move does not list has gone without a word: the system took it, or its end was lost. That
 * holds as long as lists are of all fingers. A host that lists only what changed gives itself away: a finger that it had
 * left out moves on. One list with a finger that did not change shows the contrary.
 */
function createTouchTable(): (kind: TouchKind, event: MyTouchEvent) => TouchChange[] {
    let down: readonly MyTouch[] = [];
    /** Lifts the host reported without saying whose; each is one finger of `down`. */
    let unnamed = 0;
    let unnamedKind: TouchKind = 'touchend';
    let touchesAtEnd: 'remaining' | 'lifted' | undefined;
    /** Whether starts and moves list all fingers; undefined: taken for it until the contrary is seen. */
    let listsAll: boolean | undefined;
    /** Fingers that were taken for gone because a list left them out. */
    let leftOut: readonly MyTouch[] = [];

    /** Who left, as far as this end tells. Undefined: one finger, but not which. */
    function findLifted(touches: readonly MyTouch[]): readonly MyTouch[] | undefined {
        const missing = without(down, touches);
        const named = without(down, missing);
        if (!touches.length) {
            touchesAtEnd = 'remaining';
            return missing;
        }
        // Only fingers of whose start nobody told.
        if (!named.length) return touchesAtEnd === 'remaining' ? missing : undefined;
        if (!missing.length) {
            // All are named. With one finger it is the one; with more, the host lists the lifted among the others.
            if (named.length > 1) return undefined;
            touchesAtEnd = 'lifted';
            return named;
        }
        // Fingers leave one by one, mostly: the list of one among three or more is the lifted finger, the list of all but one is the rest.
        const guess = touchesAtEnd || (down.length > 2 ? named.length > missing.length ? 'remaining' : 'lifted' : '');
        if (guess === 'remaining') return missing;
        return guess ? named : undefined;
    }

    return (kind, { touches: listed, changedTouches }) => {
        const changes: TouchChange[] = [];
        const touches = once(listed || []);
        const told = changedTouches && changedTouches.length ? once(changedTouches) : undefined;
        const given = told || touches;
        const ends = kind === 'touchend' || kind === 'touchcancel';

        const lift = (gone: readonly MyTouch[], why: TouchKind): void => {
            if (!gone.length) return;
            down = without(down, gone);
            changes.push({ kind: why, touches: down, changed: gone });
        };
        const missing = without(down, touches.concat(told || []));

        if (ends) {
            // An end's own list may leave the same doubt; then only fingers that it does not name are surely gone.
            if (!touches.length) unnamed = 0;
            else if (!told && missing.length && missing.length <= unnamed) {
                unnamed -= missing.length;
                lift(missing, unnamedKind);
            }
            const lifted = told || findLifted(touches);
            if (lifted) {
                lift(down.filter((one) => find(lifted, one)).map((one) => find(lifted, one) || one), kind);
            } else if (down.length) {
                unnamed += 1;
                unnamedKind = kind;
            }
            // Who names the lifted fingers lists the others.
            if (told && listed) lift(missing, 'touchcancel');
        } else {
            const starts = kind === 'touchstart';
            const fresh = without(given, down);
            const still = touches.filter((touch) => {
                const former = find(down, touch);
                return former && !moved(former, touch);
            });
            if (told || still.length && touches.length > 1) listsAll = true;
            else if (!listsAll && find(leftOut, touches[0] || {} as MyTouch) && !starts) listsAll = false;
            if (missing.length && touches.length && listsAll !== false) {
                leftOut = missing;
                lift(missing, unnamed ? unnamedKind : 'touchcancel');
                unnamed = 0;
            }
            // Nobody new is down: a lifted finger is here again, or the end of who is elsewhere now was lost, as under a dialog.
            if (starts && !fresh.length) lift(down.filter((one) => moved(one, find(given, one) || one)), unnamed ? unnamedKind : 'touchcancel');
            if (!missing.length) unnamed = 0;
            const changed = starts
                ? without(given, down)
                // A finger whose start was never told moves nothing.
                : given.filter((touch) => {
                    const former = find(down, touch);
                    return former && (told || moved(former, touch));
                });
            down = down.map((one) => find(changed, one) || one).concat(starts ? changed : []);
            if (changed.length) changes.push({ kind, touches: down, changed });
        }
        if (!down.length) unnamed = 0;
        return changes;
    };
}
