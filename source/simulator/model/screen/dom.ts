/**
 * A part of the model: the smallest document that shows how Studio differs from a phone. Real browser objects in the
 * IDE (platform facts 3.1), here with the same behaviour towards games: a tree of nodes, events that bubble, a canvas
 * that is an HTMLCanvasElement, and properties that cannot be replaced.
 */

export type DomListener = ((event: DomEvent) => void) | { handleEvent(event: DomEvent): void };
interface Registration { readonly listener: DomListener; readonly capture: boolean; readonly once: boolean }

export class DomEvent {
    target: object | null = null;
    currentTarget: object | null = null;
    defaultPrevented = false;
    readonly bubbles: boolean;
    readonly cancelable: boolean;
    propagation: 'on' | 'stopped' | 'stopped at once' = 'on';

    constructor(readonly type: string, { bubbles = false, cancelable = false, ...own }: { bubbles?: boolean; cancelable?: boolean; [field: string]: unknown } = {}) {
        this.bubbles = bubbles;
        this.cancelable = cancelable;
        Object.assign(this, own);
    }

    stopPropagation(): void { this.propagation = 'stopped'; }
    stopImmediatePropagation(): void { this.propagation = 'stopped at once'; }
    preventDefault(): void { if (this.cancelable) this.defaultPrevented = true; }
}

export interface DomNode {
    parentNode: DomNode | null;
    readonly childNodes: DomNode[];
    addEventListener(type: string, listener: DomListener, options?: boolean | { capture?: boolean; once?: boolean }): void;
    removeEventListener(type: string, listener: DomListener, options?: boolean | { capture?: boolean }): void;
    dispatchEvent(event: DomEvent): boolean;
    appendChild(child: DomNode): DomNode;
    removeChild(child: DomNode): DomNode;
}

const nodes = new WeakSet<object>();

/** Whether an object was made a node here; a game may give any object members of these names. */
export function isDomNode<Base extends object>(value: Base): value is Base & DomNode {
    return nodes.has(value);
}

/**
 * Gives an object the events and the place in a tree that a DOM node has.
 * @param run carries each listener, so that an error in one does not stop the others.
 */
export function makeDomNode<Base extends object>(base: Base, run: (action: () => void) => void): Base & DomNode {
    const registrations = new Map<string, Registration[]>();
    const isCapture = (options: boolean | { capture?: boolean } | undefined): boolean => (typeof options === 'boolean' ? options : options?.capture === true);

    const deliver = (event: DomEvent, capture: boolean): void => {
        event.currentTarget = node;
        for (const entry of [...registrations.get(event.type) ?? []]) {
            if (entry.capture !== capture || event.propagation === 'stopped at once') continue;
            if (entry.once) node.removeEventListener(event.type, entry.listener, entry.capture);
            run(() => { if (typeof entry.listener === 'function') entry.listener.call(node, event); else entry.listener.handleEvent(event); });
        }
        const handler = (node as unknown as Record<string, unknown>)[`on${event.type}`];
        if (!capture && typeof handler === 'function' && event.propagation !== 'stopped at once') run(() => { handler.call(node, event); });
    };
    const members: DomNode & { deliver: typeof deliver } = {
        deliver,
        parentNode: null,
        childNodes: [],
        addEventListener(type, listener, options) {
            const list = registrations.get(type) ?? [];
            const capture = isCapture(options);
            if (!listener || list.some((entry) => entry.listener === listener && entry.capture === capture)) return;
            registrations.set(type, [...list, { listener, capture, once: typeof options === 'object' && options.once === true }]);
        },
        removeEventListener(type, listener, options) {
            const capture = isCapture(options);
            registrations.set(type, (registrations.get(type) ?? []).filter((entry) => entry.listener !== listener || entry.capture !== capture));
        },
        dispatchEvent(event) {
            // As browsers do: an object that only looks like an event is refused.
            if (!(event instanceof DomEvent)) throw new TypeError('dispatchEvent: the argument is no Event');
            const path: (DomNode & { deliver?: typeof deliver })[] = [];
            for (let place: DomNode | null = node; place; place = place.parentNode) path.push(place);
            event.target = node;
            for (const place of [...path].reverse()) if (event.propagation === 'on') place.deliver?.(event, true);
            for (const place of path) if (event.propagation === 'on' && (place === node || event.bubbles)) place.deliver?.(event, false);
            event.currentTarget = null;
            return !event.defaultPrevented;
        },
        appendChild(child) {
            child.parentNode?.removeChild(child);
            child.parentNode = node;
            node.childNodes.push(child);
            return child;
        },
        removeChild(child) {
            const index = node.childNodes.indexOf(child);
            if (index >= 0) node.childNodes.splice(index, 1);
            child.parentNode = null;
            return child;
        },
    };
    for (const [name, value] of Object.entries(members)) {
        Object.defineProperty(base, name, { value, writable: true, configurable: true, enumerable: false });
    }
    const node = base as Base & DomNode;
    nodes.add(node);
    return node;
}
