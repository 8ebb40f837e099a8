// Our URL beside Node's, which follows the same standard. Chromium is asked in test/e2e/web-adapter.
import { URL as StandardUrl, URLSearchParams as StandardParams } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { URL } from '../../../source/runtime/web-adapter/bom/url';
import { URLSearchParams } from '../../../source/runtime/web-adapter/bom/url-search-params';

interface Address {
    href: string;
    readonly origin: string;
    protocol: string;
    username: string;
    password: string;
    host: string;
    hostname: string;
    port: string;
    pathname: string;
    search: string;
    hash: string;
}

const describeAddress = ({ href, origin, protocol, username, password, host, hostname, port, pathname, search, hash }: Address): Omit<Address, never> =>
    ({ href, origin, protocol, username, password, host, hostname, port, pathname, search, hash });

function answer(work: () => Address): object | string {
    try {
        return describeAddress(work());
    } catch (error) {
        return (error as Error).constructor.name;
    }
}

const bases = [undefined, 'https://cdn.example.com:8443/game/remote/main/config.json?v=1#top', 'http://a', 'ws://user:word@host/x'];
const addresses = [
    'https://example.com', 'HTTPS://EXAMPLE.com/A b', 'http://example.com:80/', 'http://example.com:8080', 'wss://example.com:443/socket', 'http://example.com:99999/',
    'http://', 'http:///a/b', 'http:\\\\host\\path', 'http://user@host/', 'http://user:pa:ss@host/', 'http://:word@host/', 'http://a b/', 'http://a%20b/', 'http://[::1]:80/x', 'http://ex%41mple.com/',
    '//other.example/path', '/rooted', 'beside.json', './beside.json', '../up.json', '../../../../far/up', 'a/./b/../c', 'a/%2e%2E/b', '.', '..', '',
    '?query', '?', '#fragment', '#', '?a=\'"<>`{|}', '#a=\'"<>`{|}', 'path with spaces/ä/😀?q=ä b#ü', 'a\\b', 'a:b', 'mailto:someone@example.com', 'data:text/plain,hello', 'blob:x',
    '  https://example.com/trimmed  ', 'ht\ntps://example.com/\tx', 'http:relative', 'https:relative', '\ud800lone',
];

describe('URL', () => {
    it.each(bases.flatMap((base) => addresses.map((address) => [address, base] as const)))('%j beside %j is what the standard says', (address, base) => {
        expect(answer(() => new URL(address, base))).toEqual(answer(() => new StandardUrl(address, base)));
    });

    it('reads any path, query and fragment as the standard does', () => {
        // Without | and ^, of which browsers and Node think differently in a path; ours follows Chromium.
        const part = fc.string({ unit: fc.constantFrom(...'ab%2e./?#&=+ \'"<>`{}[]~!ä😀'), maxLength: 12 });
        fc.assert(fc.property(part, (tail) => {
            expect(answer(() => new URL(`https://example.com/${tail}`))).toEqual(answer(() => new StandardUrl(`https://example.com/${tail}`)));
        }), { numRuns: 500 });
    });

    it('takes a new address and new parts', () => {
        const url = new URL('https://example.com/a?x=1#y');
        url.href = 'http://user:word@other.example:81/b';
        expect(describeAddress(url)).toEqual(describeAddress(new StandardUrl('http://user:word@other.example:81/b')));
        url.search = '?z=2';
        url.hash = '#w';
        expect([String(url), JSON.stringify(url)]).toEqual(['http://user:word@other.example:81/b?z=2#w', '"http://user:word@other.example:81/b?z=2#w"']);
        expect(() => { url.href = 'no address'; }).toThrow(TypeError);
    });

    it('and its searchParams are two sides of one query', () => {
        const [ours, standard] = [new URL('https://example.com/?a=1&b=2&a=3'), new StandardUrl('https://example.com/?a=1&b=2&a=3')];
        for (const { searchParams } of [ours, standard]) {
            searchParams.set('a', 'ä b');
            searchParams.append('c', '&=');
            searchParams.delete('b');
            searchParams.set('d', '');
        }
        expect(ours.href).toBe(standard.href);
        ours.search = '?other=1';
        expect([ours.searchParams.get('other'), ours.searchParams.get('a'), ours.searchParams.has('other')]).toEqual(['1', null, true]);
        ours.searchParams.delete('other');
        expect(ours.href).toBe('https://example.com/');
    });
});

describe('URLSearchParams', () => {
    it.each(['', '?', 'a', 'a=', '=b', 'a=1&a=2&&b', '?a=%41%zz&b=%C3%A4&c=%FF', 'a+b=c+d', 'a=b=c'])('reads %j as the standard does', (query) => {
        const ours = new URLSearchParams(query);
        const standard = new StandardParams(query);
        expect([...ours]).toEqual([...standard]);
        expect(String(ours)).toBe(String(standard));
    });

    it('takes records, pairs and other parameters', () => {
        const pairs: [string, string][] = [['a', '1'], ['b', '!\'()~*'], ['a', 'ä +']];
        expect(String(new URLSearchParams(pairs))).toBe(String(new StandardParams(pairs)));
        expect(String(new URLSearchParams({ x: '1', y: '&' }))).toBe(String(new StandardParams({ x: '1', y: '&' })));
        expect(String(new URLSearchParams(new URLSearchParams('q=1')))).toBe('q=1');
    });

    it('holds any names and values', () => {
        fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (pairs) => {
            const params = new URLSearchParams(pairs);
            expect(String(params)).toBe(String(new StandardParams(pairs)));
            const seen: [string, string][] = [];
            params.forEach((value, name) => seen.push([name, value]));
            expect(seen).toEqual([...new StandardParams(String(params))]);
        }));
    });
});
