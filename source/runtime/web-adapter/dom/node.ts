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
        child.remove();
        const children = childrenOf(this);
        children.splice(before ? children.indexOf(before) : children.length, 0, child);
        child.parentNode = this;
        return child;
    }

    removeChild<Child extends Node>(child: Child): Child {
        child.remove();
        return child;
    }

    remove(): void {
        if (!this.parentNode) return;
        const siblings = childrenOf(this.parentNode);
        siblings.splice(siblings.indexOf(this), 1);
        this.parentNode = null;
    }
}

Object.assign(Node.prototype, { nodeType: 1, parentNode: null, textContent: '' });
