import { EventTarget } from '../events/event-target';

/** Keyed by node, so that a native canvas of the host can be a node too. */
const childrenOf = new WeakMap<object, Node[]>();
const textOf = new WeakMap<object, string>();

function children(node: object): Node[] {
    let list = childrenOf.get(node);
    if (!list) childrenOf.set(node, list = []);
    return list;
}

/** A node of a document that is never drawn: a tree, so that libraries find the place of what they put in. */
export class Node extends EventTarget {
    static readonly ELEMENT_NODE: number = 1;
    static readonly TEXT_NODE: number = 3;
    static readonly DOCUMENT_NODE: number = 9;

    declare nodeType: number;
    declare nodeName: string;
    declare parentNode: Node | null;
    declare ownerDocument: object | null;

    get childNodes(): readonly Node[] {
        return children(this);
    }

    get firstChild(): Node | null {
        return children(this)[0] || null;
    }

    get lastChild(): Node | null {
        return children(this).slice(-1)[0] || null;
    }

    get nextSibling(): Node | null {
        return siblingOf(this, 1);
    }

    get previousSibling(): Node | null {
        return siblingOf(this, -1);
    }

    get parentElement(): Node | null {
        const { parentNode } = this;
        return parentNode && parentNode.nodeType === 1 ? parentNode : null;
    }

    get isConnected(): boolean {
        for (let at: Node | null = this; at; at = at.parentNode) if (at.nodeType === 9) return true;
        return false;
    }

    get textContent(): string {
        return children(this).map((child) => child.textContent).join('') + (textOf.get(this) || '');
    }

    set textContent(text: string) {
        for (const child of children(this).slice()) this.removeChild(child);
        textOf.set(this, text == null ? '' : String(text));
    }

    hasChildNodes(): boolean {
        return children(this).length > 0;
    }

    contains(node: Node | null): boolean {
        for (let at = node; at; at = at.parentNode) if (at === this) return true;
        return false;
    }

    appendChild<Child extends Node>(child: Child): Child {
        return this.insertBefore(child, null);
    }

    insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
        if (child.contains && child.contains(this)) throw new Error('insertBefore: a node cannot hold itself');
        if (child.parentNode) child.parentNode.removeChild(child);
        const list = children(this);
        const at = before ? list.indexOf(before) : list.length;
        if (at < 0) throw new Error('insertBefore: the reference node is not a child of this node');
        list.splice(at, 0, child);
        child.parentNode = this;
        return child;
    }

    removeChild<Child extends Node>(child: Child): Child {
        const list = children(this);
        const at = list.indexOf(child);
        if (at < 0) throw new Error('removeChild: not a child of this node');
        list.splice(at, 1);
        child.parentNode = null;
        return child;
    }

    replaceChild<Child extends Node>(child: Node, former: Child): Child {
        this.insertBefore(child, former);
        return this.removeChild(former);
    }

    remove(): void {
        if (this.parentNode) this.parentNode.removeChild(this);
    }

    append(...nodes: (Node | string)[]): void {
        for (const node of nodes) this.appendChild(typeof node === 'string' ? createTextNode(node) : node);
    }

    cloneNode(): Node {
        return Object.create(Object.getPrototypeOf(this) as object) as Node;
    }

    getRootNode(): Node {
        let root: Node = this; // eslint-disable-line @typescript-eslint/no-this-alias -- the walk starts here
        while (root.parentNode) root = root.parentNode;
        return root;
    }
}

Object.assign(Node.prototype, { nodeType: 1, nodeName: '', parentNode: null, ownerDocument: null });

function siblingOf(node: Node, step: 1 | -1): Node | null {
    const list = node.parentNode ? children(node.parentNode) : [];
    return list[list.indexOf(node) + step] || null;
}

export class Text extends Node {}
Object.assign(Text.prototype, { nodeType: 3, nodeName: '#text' });

export function createTextNode(text: string): Text {
    const node = new Text();
    node.textContent = text;
    return node;
}
