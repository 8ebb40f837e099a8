import type { MyTouchEvent } from '../../platform';
import { callHost, type Host } from '../../runtime/my/host';
import type { SeenTouch } from './stage';

type Listener = (event: MyTouchEvent) => void;

/** A canvas that may be an element of a page. */
interface MaybeElement {
    addEventListener?(type: string, listener: Listener): void;
}

/** Tells every touch event as the host gives it, unchanged but for its shape. */
export function watchRawTouches(my: Host, canvas: object, tell: (touch: SeenTouch) => void): void {
    const listen = (source: SeenTouch['source'], kind: SeenTouch['kind']): Listener => (event) => {
        const { touches, changedTouches } = event || {} as MyTouchEvent;
        tell({ source, kind, touches: identifiers(touches), changed: changedTouches && identifiers(changedTouches) });
    };
    callHost(my, 'onTouchStart', listen('my', 'start'));
    callHost(my, 'onTouchMove', listen('my', 'move'));
    callHost(my, 'onTouchEnd', listen('my', 'end'));
    const element = canvas as MaybeElement;
    if (!element.addEventListener) return;
    for (const kind of ['start', 'move', 'end'] as const) element.addEventListener(`touch${kind}`, listen('element', kind));
}

/** An element's list of touches is no array. */
function identifiers(touches: ArrayLike<{ readonly identifier: number }> | undefined): number[] {
    return Array.prototype.map.call(touches || [], (touch: { readonly identifier: number }) => touch.identifier) as number[];
}
