type Child = Node | string | undefined;

interface Attributes {
    readonly [name: string]: string | number | boolean | undefined;
}

/** Makes an element. Strings become text nodes, never markup: names of files are not to be trusted. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === undefined || value === false) continue;
        made.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children) if (child !== undefined) made.append(child);
    return made;
}

/** A length in percent as a custom property: the policy of the page allows no style attributes. */
export function setShare(target: HTMLElement, name: string, share: number): void {
    target.style.setProperty(name, `${(Math.max(0, Math.min(1, share)) * 100).toFixed(3)}%`);
}

/** A section with its heading. */
export function section(id: string, title: string, note: string | undefined, ...children: readonly Child[]): HTMLElement {
    const heading = element('h2', { id: `${id}-title` }, title);
    return element('section', { id, class: 'card', 'aria-labelledby': `${id}-title` },
        element('header', { class: 'card-head' }, heading, note === undefined ? undefined : element('p', { class: 'note' }, note)),
        ...children,
    );
}
