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

const isPair = (pair: Pair, name: string, value?: string): boolean => pair[0] === String(name) && (value === undefined || pair[1] === String(value));

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

    get size(): number {
        return this.read().length;
    }

    append(name: string, value: string): void {
        this.write(this.read().concat([[name, value]]));
    }

    /** Without a value: all of the name. */
    delete(name: string, value?: string): void {
        this.write(this.read().filter((pair) => !isPair(pair, name, value)));
    }

    getAll(name: string): string[] {
        return this.read().filter((pair) => isPair(pair, name)).map(([, value]) => value);
    }

    get(name: string): string | null {
        const [value = null] = this.getAll(name);
        return value;
    }

    has(name: string, value?: string): boolean {
        return this.read().some((pair) => isPair(pair, name, value));
    }

    set(name: string, value: string): void {
        const pairs = this.read();
        const first = pairs.filter((pair) => isPair(pair, name))[0];
        if (!first) return this.append(name, value);
        first[1] = value;
        this.write(pairs.filter((pair) => pair === first || !isPair(pair, name)));
    }

    /** By the UTF-16 units of the names; those of one name stay in their order. */
    sort(): void {
        const pairs = this.read().map((pair, index) => ({ pair, index }));
        pairs.sort((one, other) => one.pair[0] < other.pair[0] ? -1 : one.pair[0] > other.pair[0] ? 1 : one.index - other.index);
        this.write(pairs.map(({ pair }) => pair));
    }

    forEach(visit: (value: string, name: string, params: URLSearchParams) => void, self?: unknown): void {
        for (const [name, value] of this) visit.call(self, value, name, this);
    }

    * entries(): IterableIterator<Pair> {
        // Asked anew at each step: a visitor may change them.
        for (let at = 0, pairs; at < (pairs = this.read()).length; at++) yield pairs[at] as Pair;
    }

    * keys(): IterableIterator<string> {
        for (const [name] of this) yield name;
    }

    * values(): IterableIterator<string> {
        for (const [, value] of this) yield value;
    }

    [Symbol.iterator](): IterableIterator<Pair> {
        return this.entries();
    }

    toString(): string {
        return serialise(this.read());
    }
}
Object.defineProperty(URLSearchParams.prototype, Symbol.toStringTag, { value: 'URLSearchParams', configurable: true });
