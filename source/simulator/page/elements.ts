/** The page's element of an id; the page and its script are one piece, so a missing one is a defect. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
    const found = document.getElementById(id);
    if (!found) throw new Error(`index.html has no #${id}`);
    return found as Kind;
}

/** Makes an element with text, never with markup: names and messages of a game stay text. */
export function create<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = '', content = ''): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (content) made.textContent = content;
    return made;
}

/** 1,234,567 bytes as `1.23 MB`; decimal, as Alipay's limits are read (platform facts 2.1). */
export function formatBytes(bytes: number): string {
    if (bytes < 1000) return `${bytes} B`;
    if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
    return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

/** Bytes of a megabyte where the phone's storage is meant: the quotas that `--quota` and the page offer. */
export const quotaMegabyte = 1024 * 1024;

/** Bytes of the phone's storage, in the megabytes of its quota. */
export function formatStorage(bytes: number): string {
    return bytes < 1_000_000 ? formatBytes(bytes) : `${Number((bytes / quotaMegabyte).toFixed(2))} MB`;
}
