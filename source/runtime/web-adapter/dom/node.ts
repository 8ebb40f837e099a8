import { defineProperty } from '../define-property';
import { EventTarget } from '../events/event-target';
import { keyedState } from '../keyed-state';

const childrenOf = keyedState<Node[]>(() => []);

/** A node of a document that is never drawn: a tree, so that libraries find the place of what they put in. */
export class Node extends EventTarget {
    declare readonly nodeType: number;
    declare parentNode: Node | null;

    get childNodes(): readonly Node[] {
        return childrenOf(this);
    }

    get firstChild(): Node | null {
        return childrenOf(this)[0] || null;
    }

    get parentElement(): Node | null {
        return this.parentNode;
    }

    get isConnected(): boolean {
        const { nodeType, parentNode } = this;
        return nodeType === 9 || !!parentNode && parentNode.isConnected;
    }

    contains(node: Node | null): boolean {
        return node === this || !!node && this.contains(node.parentNode);
    }

    appendChild<Child extends Node>(child: Child): Child {
        return this.insertBefore(child, null);
    }

    insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
        detach(child);
        const children = childrenOf(this);
        children.splice(before ? children.indexOf(before) : children.length, 0, child);
        defineProperty(child, 'parentNode', { value: this, writable: true });
        return child;
    }

    removeChild<Child extends Node>(child: Child): Child {
        detach(child);
        return child;
    }

    remove(): void {
        detach(this);
    }
}

function detach(node: Node): void {
    if (!node.parentNode) return;
    const siblings = childrenOf(node.parentNode);
    siblings.splice(siblings.indexOf(node), 1);
    node.parentNode = null;
}

Object.assign(Node.prototype, { nodeType: 1, parentNode: null, textContent: '' });
