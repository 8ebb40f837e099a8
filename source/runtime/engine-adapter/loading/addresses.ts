/** Reads or decodes a local file. `bytes` is the length it must have, where that is known. */
export type UseFile<Value> = (path: string, bytes?: number) => Promise<Value>;

/** `.png` of `https://host/a.b/c.png?d` or `c.png#d`; '' when there is none. */
export function extensionOf(url: string): string {
    return (/\.\w+(?=$|[?#])/.exec(url) || [''])[0];
}
