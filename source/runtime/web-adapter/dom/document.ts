import { defineProperty } from '../define-property';
import { Event } from '../events/event';
import { defineHandlers } from '../events/event-target';
import { Element, HTMLElement } from './element';
import { Node } from './node';

/** Makes the elements that are more than a name: a canvas, an image, a sound. */
export type ElementMakers = Readonly<Record<string, (() => object) | undefined>>;

/** A document that is never drawn: a head, a body with the screen's canvas in it, and a maker of elements. */
export class Document extends Element {
    readonly documentElement = this.appendChild(new HTMLElement('html'));
    readonly head = this.documentElement.appendChild(new HTMLElement('head'));
    readonly body = this.documentElement.appendChild(new HTMLElement('body'));
    hidden = false;

    constructor(private readonly makers: ElementMakers, readonly defaultView: object) {
        super();
    }

    get visibilityState(): 'hidden' | 'visible' {
        return this.hidden ? 'hidden' : 'visible';
    }

    createElement(tagName: string): Node {
        const make = this.makers[tagName.toLowerCase()];
        const element = (make ? make() : new HTMLElement(tagName)) as Node;
        defineProperty(element, 'ownerDocument', { value: this });
        return element;
    }

    createElementNS(_namespace: string | null, tagName: string): Node {
        return this.createElement(tagName);
    }

    createTextNode(textContent: string): Node {
        return Object.assign(new Node(), { nodeType: 3, textContent });
    }

    /** The old way to make events; `initEvent` comes with them. */
    createEvent(): Event {
        return Object.assign(new Event(''), {
            initEvent(this: object, type: string, bubbles?: boolean, cancelable?: boolean) {
                Object.assign(this, { type, bubbles, cancelable });
            },
        });
    }

    getElementById(id: string): Element | null {
        return this.querySelector(`#${id}`);
    }
}

/** An address base of nothing leaves relative addresses what they are: paths in the package. */
Object.assign(Document.prototype, { nodeType: 9, readyState: 'complete', baseURI: '', cookie: '' });
defineHandlers(Document.prototype, 'visibilitychange');
