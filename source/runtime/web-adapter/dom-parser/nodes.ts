/** Nodes of a parsed XML document, with the members that readers of plists, tiled maps and fonts use. */
export class XmlNode {
    parentNode: XmlNode | null = null;
    readonly childNodes: XmlNode[] = [];

    constructor(readonly nodeType: number, readonly nodeName: string, public nodeValue: string | null = null) {}

    get firstChild(): XmlNode | null {
        return this.childNodes[0] || null;
    }

    get lastChild(): XmlNode | null {
        return this.childNodes[this.childNodes.length - 1] || null;
    }

    get nextSibling(): XmlNode | null {
        return siblingOf(this, 1);
    }

    get previousSibling(): XmlNode | null {
        return siblingOf(this, -1);
    }

    get data(): string | null {
        return this.nodeValue;
    }

    /** Text, without comments. */
    get textContent(): string {
        if (this.nodeValue !== null) return this.nodeValue;
        return this.childNodes.map((child) => child.nodeType === nodeTypes.comment ? '' : child.textContent).join('');
    }

    hasChildNodes(): boolean {
        return this.childNodes.length > 0;
    }

    append(child: XmlNode): void {
        child.parentNode = this;
        this.childNodes.push(child);
    }
}

export const nodeTypes = { element: 1, text: 3, cdata: 4, instruction: 7, comment: 8, document: 9 } as const;

function siblingOf(node: XmlNode, step: 1 | -1): XmlNode | null {
    const siblings = node.parentNode ? node.parentNode.childNodes : [];
    return siblings[siblings.indexOf(node) + step] || null;
}

const isElement = (node: XmlNode): node is XmlElement => node.nodeType === nodeTypes.element;

/** What a document and its elements share: looking for elements below. */
class XmlParent extends XmlNode {
    get children(): XmlElement[] {
        return this.childNodes.filter(isElement);
    }

    /** Elements of this name below, in document order; `*` for all. */
    getElementsByTagName(name: string): XmlElement[] {
        const found: XmlElement[] = [];
        const visit = (parent: XmlParent): void => {
            for (const child of parent.children) {
                if (name === '*' || child.nodeName === name) found.push(child);
                visit(child);
            }
        };
        visit(this);
        return found;
    }

    /** The first element of this name below. No other selector is known. */
    querySelector(name: string): XmlElement | null {
        return this.getElementsByTagName(name)[0] || null;
    }

    querySelectorAll(name: string): XmlElement[] {
        return this.getElementsByTagName(name);
    }
}

export interface XmlAttribute {
    readonly name: string;
    readonly nodeName: string;
    readonly value: string;
    readonly nodeValue: string;
}

export class XmlElement extends XmlParent {
    readonly attributes: XmlAttribute[] = [];

    constructor(readonly tagName: string) {
        super(nodeTypes.element, tagName);
    }

    get localName(): string {
        return this.tagName.replace(/^.*:/, '');
    }

    get id(): string {
        return this.getAttribute('id') || '';
    }

    getAttribute(name: string): string | null {
        const known = this.attributes.filter((attribute) => attribute.name === name)[0];
        return known ? known.value : null;
    }

    hasAttribute(name: string): boolean {
        return this.getAttribute(name) !== null;
    }
}

export class XmlDocument extends XmlParent {
    constructor() {
        super(nodeTypes.document, '#document');
    }

    get documentElement(): XmlElement | null {
        return this.children[0] || null;
    }

    getElementById(id: string): XmlElement | null {
        return this.getElementsByTagName('*').filter((element) => element.id === id)[0] || null;
    }
}
