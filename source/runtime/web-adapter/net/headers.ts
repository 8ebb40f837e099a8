import { isToken, toHeaderValue } from './token';

export type HeadersInit = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

const listsOf = new WeakMap<object, Record<string, string[]>>();
const fixed = new WeakSet<object>();

function listsIn(headers: Headers): Record<string, string[]> {
    return listsOf.get(headers) as Record<string, string[]>;
}

/** A name in lower case. @throws a `TypeError` for what is no name of a header. */
function toName(name: string): string {
    if (!isToken(String(name))) throw new TypeError(`Headers: "${name}" is no name of a header`);
    return String(name).toLowerCase();
}

function toValue(value: string): string {
    const text = toHeaderValue(value);
    if (text === undefined) throw new TypeError(`Headers: ${JSON.stringify(value)} is no value of a header`);
    return text;
}

/** Headers that can no longer be changed, as those of an answer. */
export function fixHeaders(headers: Headers): Headers {
    fixed.add(headers);
    return headers;
}

function changeable(headers: Headers): Record<string, string[]> {
    if (fixed.has(headers)) throw new TypeError('Headers: these cannot be changed');
    return listsIn(headers);
}

/**
 * `Headers` for a host without them. Names are kept in lower case and given out sorted. A game may set any name:
 * nothing is dropped as a browser drops it.
 */
export class Headers {
    /** @throws a `TypeError` for what is neither a list of pairs nor an object of names. */
    constructor(init?: HeadersInit) {
        listsOf.set(this, Object.create(null) as Record<string, string[]>);
        if (init === undefined) return;
        if (!init || typeof init !== 'object' && typeof init !== 'function') throw new TypeError('Headers: neither a list of pairs nor an object');
        if (Symbol.iterator in init) {
            for (const given of init as Iterable<Iterable<string>>) {
                const pair = typeof given === 'object' ? Array.from(given) : [];
                if (pair.length !== 2) throw new TypeError('Headers: an entry is no pair');
                this.append(pair[0] as string, pair[1] as string);
            }
        } else for (const name of Object.keys(init)) this.append(name, (init as Record<string, string>)[name] as string);
    }

    append(name: string, value: string): void {
        const key = toName(name);
        const text = toValue(value);
        const lists = changeable(this);
        lists[key] = (lists[key] || []).concat(text);
    }

    set(name: string, value: string): void {
        const key = toName(name);
        const text = toValue(value);
        changeable(this)[key] = [text];
    }

    delete(name: string): void {
        const key = toName(name);
        delete changeable(this)[key];
    }

    get(name: string): string | null {
        const list = listsIn(this)[toName(name)];
        return list ? list.join(', ') : null;
    }

    has(name: string): boolean {
        return toName(name) in listsIn(this);
    }

    getSetCookie(): string[] {
        return (listsIn(this)['set-cookie'] || []).slice();
    }

    forEach(visit: (value: string, name: string, headers: Headers) => void, self?: unknown): void {
        for (const [name, value] of this) visit.call(self, value, name, this);
    }

    * entries(): IterableIterator<[string, string]> {
        // Asked anew at each step: a visitor may change them.
        for (let at = 0; at < sortPairs(this).length; at++) yield sortPairs(this)[at] as [string, string];
    }

    * keys(): IterableIterator<string> {
        for (const [name] of this) yield name;
    }

    * values(): IterableIterator<string> {
        for (const [, value] of this) yield value;
    }

    [Symbol.iterator](): IterableIterator<[string, string]> {
        return this.entries();
    }
}
Object.defineProperty(Headers.prototype, Symbol.toStringTag, { value: 'Headers', configurable: true });

/** All pairs by name; cookies, which cannot be joined, one by one. */
function sortPairs(headers: Headers): [string, string][] {
    const pairs: [string, string][] = [];
    const lists = listsIn(headers);
    for (const name of Object.keys(lists).sort()) {
        const list = lists[name] as string[];
        for (const value of name === 'set-cookie' ? list : [list.join(', ')]) pairs.push([name, value]);
    }
    return pairs;
}
