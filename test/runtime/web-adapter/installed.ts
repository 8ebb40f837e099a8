import * as domParser from '../../../source/runtime/web-adapter/dom-parser/main';
import { HTMLElement } from '../../../source/runtime/web-adapter/dom/element';
import { CloseEvent, Event, MessageEvent, ProgressEvent } from '../../../source/runtime/web-adapter/events/event';
import { EventTarget, defineHandlers, dispatch } from '../../../source/runtime/web-adapter/events/event-target';
import type { EventKit } from '../../../source/runtime/web-adapter/services/event-kit';
import { installWebAdapter, type WebAdapterSetup } from '../../../source/runtime/web-adapter/install';
import * as textServices from '../../../source/runtime/web-adapter/text/main';
import { createServices } from '../../../source/runtime/web-adapter/services/main';
import { createAlipayHost, createVirtualClock, type AlipayHost, type HostSetup, type VirtualClock } from '../../../source/simulator/model';

export interface Installed {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    /** The game's global object, as loosely typed as a game sees it. */
    readonly window: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a game's window has no types
}

/** What the adapter gives its services. */
export const eventKit: EventKit = { CloseEvent, Event, EventTarget, HTMLElement, MessageEvent, ProgressEvent, defineHandlers, dispatch };

export const adapterParts: WebAdapterSetup = { loadText: () => textServices, loadServices: () => createServices, loadDOMParser: () => domParser.DOMParser };

/** A host of the model, with the adapter installed on its global object. */
export function installAdapter(setup: HostSetup = {}, options: WebAdapterSetup = {}): Installed {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock, ...setup });
    installWebAdapter(host.globals, host.my, { ...adapterParts, ...options });
    return { host, clock, window: host.globals };
}
