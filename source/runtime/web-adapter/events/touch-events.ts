import type { MyTouch } from '../../../platform/my';
import type { Host } from '../../my/host';
import { watchTouches } from '../../my/touch';
import { TouchEvent, createTouchList, type Touch } from './event';
import { dispatch } from './event-target';

/**
 * Dispatches the host's touches as DOM touch events on the screen's canvas, from where they go up to body, document
 * and window. All fingers are on the one canvas, so `targetTouches` equals `touches`.
 */
export function dispatchTouches(my: Host, canvas: object): void {
    const toTouch = ({ identifier, clientX, clientY, force }: MyTouch): Touch => ({
        identifier, target: canvas, clientX, clientY, pageX: clientX, pageY: clientY, screenX: clientX, screenY: clientY,
        force: force === undefined ? 1 : force,
    });
    watchTouches(my, ({ kind, touches, changed }) => {
        const list = createTouchList(touches.map(toTouch));
        dispatch(canvas, new TouchEvent(kind, {
            bubbles: true, cancelable: kind !== 'touchcancel', touches: list, targetTouches: list, changedTouches: createTouchList(changed.map(toTouch)),
        }));
    });
}
