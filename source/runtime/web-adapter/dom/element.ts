import { defineHandlers } from '../events/event-target';
import { Node } from './node';

/** A rectangle in CSS pixels. */
export interface Rectangle {
    readonly x: number;
    readonly y: number;
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
}

export function createRectangle(width: number, height: number): Rectangle {
    return { x: 0, y: 0, left: 0, top: 0, right: width, bottom: height, width, height };
}

interface ElementState {
    readonly attributes: Record<string, string>;
    readonly style: Record<string, unknown>;
    classes: string[];
}

const states = new WeakMap<object, ElementState>();

/** The methods of a style; its properties are those that were set. */
const styleMethods = {
    setProperty(this: Record<string, unknown>, name: string, value: unknown): void {
        this[name] = value;
    },
    getPropertyValue(this: Record<string, unknown>, name: string): unknown {
        return this[name] || '';
    },
    removeProperty(this: Record<string, unknown>, name: string): void {
        delete this[name];
    },
};

function stateOf(element: object): ElementState {
    let state = states.get(element);
    if (!state) {
        const style = Object.create(styleMethods) as Record<string, unknown>;
        states.set(element, state = { attributes: {}, style, classes: [] });
    }
    return state;
}

/** Whether an element is what a selector of one tag, `#id` or `.class` names. */
function matches(element: Element, selector: string): boolean {
    const name = selector.slice(1);
    if (selector[0] === '#') return element.id === name;
    if (selector[0] === '.') return stateOf(element).classes.indexOf(name) >= 0;
    return selector === '*' || element.nodeName === selector.toUpperCase();
}

/** An element: it keeps attributes, classes and style, and has the size of the window, since nothing is laid out. */
export class Element extends Node {
    declare tagName: string;
    declare id: string;
    declare innerHTML: string;
    declare namespaceURI: string | null;

    get style(): Record<string, unknown> {
        return stateOf(this).style;
    }

    set style(text: Record<string, unknown>) {
        stateOf(this).style['cssText'] = text;
    }

    get className(): string {
        return stateOf(this).classes.join(' ');
    }

    set className(names: string) {
        stateOf(this).classes = String(names).split(/\s+/).filter(Boolean);
    }

    get classList(): object {
        const state = stateOf(this);
        const contains = (name: string): boolean => state.classes.indexOf(name) >= 0;
        const add = (...names: string[]): void => { for (const name of names) if (!contains(name)) state.classes.push(name); };
        const remove = (...names: string[]): void => { state.classes = state.classes.filter((name) => names.indexOf(name) < 0); };
        return {
            contains, add, remove,
            toggle(name: string, force = !contains(name)): boolean {
                (force ? add : remove)(name);
                return force;
            },
        };
    }

    get children(): readonly Element[] {
        return this.childNodes.filter((child) => child.nodeType === 1) as Element[];
    }

    getAttribute(name: string): string | null {
        const { attributes } = stateOf(this);
        return name in attributes ? attributes[name] as string : null;
    }

    setAttribute(name: string, value: unknown): void {
        stateOf(this).attributes[name] = String(value);
        if (name === 'class') this.className = String(value);
        else if (name in this) (this as unknown as Record<string, unknown>)[name] = value;
    }

    hasAttribute(name: string): boolean {
        return name in stateOf(this).attributes;
    }

    removeAttribute(name: string): void {
        delete stateOf(this).attributes[name];
    }

    getElementsByTagName(name: string): Element[] {
        return this.querySelectorAll(name);
    }

    getElementsByClassName(name: string): Element[] {
        return this.querySelectorAll(`.${name}`);
    }

    querySelector(selector: string): Element | null {
        return this.querySelectorAll(selector)[0] || null;
    }

    /** Knows lists of single tags, `#id` and `.class`. */
    querySelectorAll(selector: string): Element[] {
        const wanted = selector.split(',').map((one) => one.trim());
        const found: Element[] = [];
        const walk = (element: Element): void => {
            for (const child of element.children) {
                if (wanted.some((one) => matches(child, one))) found.push(child);
                walk(child);
            }
        };
        walk(this);
        return found;
    }

    getBoundingClientRect(): Rectangle {
        return createRectangle(this.clientWidth, this.clientHeight);
    }

    /** The window's width in CSS pixels; `installScreen` makes these real. */
    get clientWidth(): number {
        return 0;
    }

    get clientHeight(): number {
        return 0;
    }

    get offsetWidth(): number {
        return this.clientWidth;
    }

    get offsetHeight(): number {
        return this.clientHeight;
    }

    setPointerCapture(): void { /* one window: every event comes here anyway */ }

    releasePointerCapture(): void { /* see setPointerCapture */ }

    focus(): void { /* nothing takes the focus from the game */ }

    blur(): void { /* see focus */ }

    click(): void { /* nothing is there to be clicked by code */ }
}

Object.assign(Element.prototype, { id: '', innerHTML: '', scrollLeft: 0, scrollTop: 0, offsetLeft: 0, offsetTop: 0, clientLeft: 0, clientTop: 0, namespaceURI: 'http://www.w3.org/1999/xhtml' });

export class HTMLElement extends Element {
    constructor(tagName = '') {
        super();
        if (tagName) nameElement(this, tagName);
    }
}

/** Gives an element, or a native object that becomes one, its tag's name. */
export function nameElement(element: object, tagName: string): void {
    const value = tagName.toUpperCase();
    for (const name of ['tagName', 'nodeName']) Object.defineProperty(element, name, { value, configurable: true });
    Object.defineProperty(element, 'localName', { value: tagName.toLowerCase(), configurable: true });
}

defineHandlers(HTMLElement.prototype, [
    'load', 'error', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'click', 'contextmenu', 'wheel', 'scroll', 'focus', 'blur',
    'mousedown', 'mousemove', 'mouseup', 'mouseleave', 'keydown', 'keyup', 'input', 'change',
]);
