import { defineProperty } from '../define-property';
import { defineHandlers } from '../events/event-target';
import { keyedState } from '../keyed-state';
import { Node } from './node';

/** The size of something shown, in CSS pixels. */
export interface Size {
    readonly width: number;
    readonly height: number;
}

const attributesOf = keyedState<Record<string, string>>(() => ({}));
/** A style is a bag of what was set: nothing is drawn by it. */
const styleOf = keyedState(() => Object.create({
    setProperty(this: Record<string, unknown>, name: string, value: unknown) {
        this[name] = value;
    },
}) as object);

/** An element: it keeps attributes and style, and has the size of the window, since nothing is laid out. */
export class Element extends Node {
    declare readonly tagName: string;
    declare id: string;
    declare readonly clientWidth: number;
    declare readonly clientHeight: number;

    get style(): object {
        return styleOf(this);
    }

    get children(): readonly Element[] {
        return this.childNodes.filter((child) => child.nodeType === 1) as Element[];
    }

    getAttribute(name: string): string | null {
        const value = attributesOf(this)[name];
        return value === undefined ? null : value;
    }

    setAttribute(name: string, value: unknown): void {
        attributesOf(this)[name] = String(value);
        if (name in this) (this as unknown as Record<string, unknown>)[name] = value;
    }

    hasAttribute(name: string): boolean {
        return this.getAttribute(name) !== null;
    }

    removeAttribute(name: string): void {
        delete attributesOf(this)[name];
    }

    getElementsByTagName(name: string): Element[] {
        return this.querySelectorAll(name);
    }

    querySelector(selector: string): Element | null {
        return this.querySelectorAll(selector)[0] || null;
    }

    /** Knows a tag and `#id`; finds nothing for any other selector. */
    querySelectorAll(selector: string): Element[] {
        const found: Element[] = [];
        for (const child of this.children) {
            if (selector === `#${child.id}` || selector.toUpperCase() === child.tagName) found.push(child);
            found.push(...child.querySelectorAll(selector));
        }
        return found;
    }

    getBoundingClientRect(): object {
        const { clientWidth: width, clientHeight: height } = this;
        return { x: 0, y: 0, left: 0, top: 0, right: width, bottom: height, width, height };
    }

    focus(): void { /* nothing takes the focus from the game */ }

    blur(): void { /* see focus */ }
}

Object.assign(Element.prototype, { id: '', className: '', innerHTML: '', offsetLeft: 0, offsetTop: 0 });
defineHandlers(Element.prototype, 'load error touchstart touchmove touchend touchcancel');

/** Gives elements, or one native object that became one, the size it has on the screen. */
export function defineSize(element: object, size: () => Size): void {
    for (const kind of ['client', 'offset']) {
        for (const side of ['Width', 'Height']) {
            defineProperty(element, kind + side, { get: () => size()[side.toLowerCase() as keyof Size] });
        }
    }
}

export class HTMLElement extends Element {
    constructor(tagName = '') {
        super();
        nameElement(this, tagName);
    }
}

/** Nothing plays a video here; libraries ask what one could play. */
export class HTMLVideoElement extends HTMLElement {
    canPlayType(): string {
        return '';
    }
}

/** Gives an element, or a native object that becomes one, its tag's name. */
export function nameElement(element: object, tagName: string): void {
    const value = tagName.toUpperCase();
    for (const name of ['tagName', 'nodeName']) defineProperty(element, name, { value });
}
