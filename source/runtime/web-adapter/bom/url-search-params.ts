import { TextDecoder, toWellFormed } from './text-encoding';

type Pair = [name: string, value: string];
export type SearchInit = string | Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

/** Decodes percent signs as UTF-8; broken bytes become U+FFFD, other percent signs stay. */
export function percentDecode(text: string): string {
    return text.replace(/(%[\da-f]{2})+/gi, (run) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(run.slice(1).split('%'), (hex) => parseInt(hex, 16))));
}

const encode = (text: string): string => encodeURIComponent(toWellFormed(text)).replace(/%20/g, '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const serialise = (pairs: readonly Pair[]): string => pairs.map((pair) => pair.map((text) => encode(String(text))).join('=')).join('&');

/** `URLSearchParams` for a host without one. The pairs live in a query string: its own, or that of the URL it is of. */
export class URLSearchParams {
    private readonly owner: { search: string };

    constructor(init: SearchInit = '', owner?: { search: string }) {
        const pairs = typeof init === 'string' || Symbol.iterator in init ? init : Object.keys(init).map((name) => [name, (init as Record<string, string>)[name]]);
        this.owner = owner || { search: typeof pairs === 'string' ? pairs.replace(/^\??/, '?') : `?${serialise(Array.from(pairs as Iterable<Pair>))}` };
    }

    private read(): Pair[] {
        return this.owner.search.slice(1).split('&').filter(Boolean).map((part) => {
            const [, name, value] = /^([^=]*)=?([^]*)$/.exec(part.replace(/\+/g, ' ')) as unknown as [string, string, string];
            return [percentDecode(name), percentDecode(value)];
        });
    }

    private write(pairs: readonly Pair[]): void {
        const query = serialise(pairs);
        this.owner.search = query && `?${query}`;
    }

    append(name: string, value: string): void {
        this.write(this.read().concat([[name, value]]));
    }

    delete(name: string): void {
        this.write(this.read().filter(([one]) => one !== name));
    }

    getAll(name: string): string[] {
        return this.read().filter(([one]) => one === name).map(([, value]) => value);
    }

    get(name: string): string | null {
        const [value = null] = this.getAll(name);
        return value;
    }

    has(name: string): boolean {
        return this.get(name) !== null;
    }

    set(name: string, value: string): void {
        const pairs = this.read();
        const first = pairs.filter(([one]) => one === name)[0];
        if (!first) return this.append(name, value);
        first[1] = value;
        this.write(pairs.filter((pair) => pair === first || pair[0] !== name));
    }

    forEach(visit: (value: string, name: string) => void): void {
        for (const [name, value] of this.read()) visit(value, name);
    }

    [Symbol.iterator](): IterableIterator<Pair> {
        return this.read()[Symbol.iterator]();
    }

    toString(): string {
        return serialise(this.read());
    }
}
