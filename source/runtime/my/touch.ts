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
const moved = (from: MyTouch, to: MyTouch): boolean => from.clientX !== to.clientX || from.clientY !== to.clientY;

/**
 * The table of fingers that are down: it turns one event of the host into what changed.
 *
 * Hosts differ (platform facts 3.8). `changedTouches` may be missing, and nobody says whether the `touches` of an end
 * are the fingers still down, the lifted ones, or both. What cannot be told from an event is not guessed: the lift
 * waits in `unnamed` until the next event shows which finger is gone. A lift that leaves no doubt teaches which kind
 * of host this is.
 */
function createTouchTable(): (kind: TouchKind, event: MyTouchEvent) => TouchChange[] {
    let down: readonly MyTouch[] = [];
    /** Lifts the host reported without saying whose; each is one finger of `down`. */
    let unnamed = 0;
    let unnamedKind: TouchKind = 'touchend';
    let touchesAtEnd: 'remaining' | 'lifted' | undefined;

    /** Who left, as far as this end tells. Undefined: one finger, but not which. */
    function findLifted(touches: readonly MyTouch[]): readonly MyTouch[] | undefined {
        const missing = without(down, touches);
        const named = without(down, missing);
        if (!named.length) {
            touchesAtEnd = touchesAtEnd || 'remaining';
            return missing;
        }
        if (!missing.length) {
            // All are named. With one finger it is the one; with more, the host lists the lifted among the others.
            if (named.length > 1) return undefined;
            touchesAtEnd = 'lifted';
            return named;
        }
        // Fingers leave one by one: the list of one among three or more is the lifted finger, the list of all but one is the rest.
        if (down.length > 2 && !touchesAtEnd) touchesAtEnd = named.length > missing.length ? 'remaining' : 'lifted';
        if (touchesAtEnd === 'remaining') return missing;
        return touchesAtEnd === 'lifted' ? named : undefined;
    }

    return (kind, { touches = [], changedTouches }) => {
        const changes: TouchChange[] = [];
        const told = changedTouches && changedTouches.length ? changedTouches : undefined;
        const ends = kind === 'touchend' || kind === 'touchcancel';

        const lift = (gone: readonly MyTouch[], why: TouchKind): void => {
            if (!gone.length) return;
            down = without(down, gone);
            changes.push({ kind: why, touches: down, changed: gone });
        };

        if (unnamed) {
            // An end's own list may leave the same doubt; then only fingers that it does not name are surely gone.
            const missing = without(down, touches);
            const reused = kind === 'touchstart' && !missing.length && !without(touches, down).length;
            const gone = reused ? down.filter((one) => moved(one, find(touches, one) as MyTouch)) : missing;
            if (ends && !touches.length) {
                // Nobody is left: the doubt is over, and hosts that name nobody at an end list the remaining fingers.
                unnamed = 0;
            } else if (gone.length && gone.length <= unnamed) {
                unnamed -= gone.length;
                lift(gone, unnamedKind);
            }
        }

        const given = told || touches;
        if (kind === 'touchstart' && !without(given, down).length) {
            // Nobody new is down: the end of who is elsewhere now was lost, as under a dialog of the host.
            lift(down.filter((one) => {
                const again = find(given, one);
                return again && moved(one, again);
            }), 'touchcancel');
        }

        if (ends) {
            const lifted = told || findLifted(touches);
            if (!lifted) {
                unnamed += 1;
                unnamedKind = kind;
            } else {
                lift(down.filter((one) => find(lifted, one)).map((one) => find(lifted, one) || one), kind);
            }
        } else {
            const changed = kind === 'touchstart'
                ? without(given, down)
                // A finger whose start was never told moves nothing.
                : given.filter((touch) => {
                    const former = find(down, touch);
                    return former && (told || moved(former, touch));
                });
            down = down.map((one) => find(changed, one) || one).concat(kind === 'touchstart' ? changed : []);
            if (changed.length) changes.push({ kind, touches: down, changed });
        }
        if (!down.length) unnamed = 0;
        return changes;
    };
}
