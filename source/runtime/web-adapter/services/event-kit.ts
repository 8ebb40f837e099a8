import type { HTMLElement } from '../dom/element';
import type { CloseEvent, Event, MessageEvent, ProgressEvent } from '../events/event';
import type { EventTarget, defineHandlers, dispatch } from '../events/event-target';

/**
 * What the services need of the adapter itself. Given, not imported: the services are a bundle of their own, and an
 * event target there must be one here.
 */
export interface EventKit {
    readonly Event: typeof Event;
    readonly CloseEvent: typeof CloseEvent;
    readonly MessageEvent: typeof MessageEvent;
    readonly ProgressEvent: typeof ProgressEvent;
    readonly EventTarget: typeof EventTarget;
    readonly HTMLElement: typeof HTMLElement;
    readonly defineHandlers: typeof defineHandlers;
    readonly dispatch: typeof dispatch;
}
