import { CustomEvent, Event, MouseEvent, TouchEvent } from '../events/event';
import { defineHandlers } from '../events/event-target';
import { Element, HTMLElement } from './element';
import { Node, createTextNode } from './node';

/** Makes the elements that are more than a name: a canvas, an image, a sound. */
export type ElementMakers = Readonly<Record<string, (() => object) | undefined>>;

const legacyEvents: Readonly<Record<string, new (type: string) => Event>> = { customevent: CustomEvent, mouseevents: MouseEvent, touchevent: TouchEvent };

/** A document that is never drawn: a head, a body with the screen's canvas in it, and a maker of elements. */
export class Document extends Element {
    readonly documentElement: HTMLElement;
    readonly head: HTMLElement;
    readonly body: HTMLElement;
    readonly readyState = 'complete';
    readonly characterSet = 'UTF-8';
    readonly compatMode = 'CSS1Compat';
    readonly contentType = 'text/html';
    readonly currentScript = null;
    readonly fullscreenElement = null;
    cookie = '';
    title = '';
    hidden = false;

    constructor(private readonly makers: ElementMakers, readonly defaultView: object) {
        super();
        this.documentElement = this.appendChild(this.createElement('html') as HTMLElement);
        this.head = this.documentElement.appendChild(this.createElement('head') as HTMLElement);
        this.body = this.documentElement.appendChild(this.createElement('body') as HTMLElement);
    }

    get visibilityState(): 'hidden' | 'visible' {
        return this.hidden ? 'hidden' : 'visible';
    }

    get activeElement(): HTMLElement {
        return this.body;
    }

    get location(): unknown {
        return (this.defaultView as { location?: unknown }).location;
    }

    get URL(): string {
        return (this.location as { href: string }).href;
    }

    get baseURI(): string {
        return this.URL;
    }

    createElement(tagName: string): Node {
        const make = this.makers[String(tagName).toLowerCase()];
        const element = (make ? make() : new HTMLElement(tagName)) as Node;
        element.ownerDocument = this;
        return element;
    }

    createElementNS(_namespace: string | null, tagName: string): Node {
        return this.createElement(tagName);
    }

    createTextNode(text: string): Node {
        return createTextNode(text);
    }

    createDocumentFragment(): Node {
        return new HTMLElement('fragment');
    }

    /** The old way to make events; `initEvent` is given with them. */
    createEvent(kind: string): Event {
        const EventClass = legacyEvents[kind.toLowerCase()] || Event;
        return Object.assign(new EventClass(''), {
            initEvent(this: object, type: string, bubbles?: boolean, cancelable?: boolean) {
                Object.assign(this, { type, bubbles: !!bubbles, cancelable: !!cancelable });
            },
        });
    }

    getElementById(id: string): Element | null {
        return this.querySelector(`#${id}`);
    }

    hasFocus(): boolean {
        return !this.hidden;
    }
}

Object.assign(Document.prototype, { nodeType: 9, nodeName: '#document' });
defineHandlers(Document.prototype, ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'visibilitychange', 'readystatechange', 'mousemove', 'mouseup', 'keydown', 'keyup']);
