import { toWellFormed } from './text-encoding';
import { URLSearchParams, percentDecode } from './url-search-params';

/** The parts of a URL that make it up; `protocol` with its colon, `search` and `hash` with their marks or empty. */
interface Parts {
    protocol: string;
    username: string;
    password: string;
    hostname: string;
    port: string;
    pathname: string;
    search: string;
    hash: string;
    /** The marks of a query and of a fragment that are there and empty: only `href` shows them. */
    emptySearch: string;
    emptyHash: string;
}

/** Protocols of hosts with paths, and their default ports. */
const ports: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

/** `encodeURI` encodes a little more than the URL standard does; `kept` are the codes it must leave alone. */
const encode = (text: string, kept: RegExp): string => encodeURI(toWellFormed(text)).replace(kept, decodeURIComponent);
const keptInPath = /%(?:25|5B|5C|5D)/g;
const keptInQuery = /%(?:25|5B|5C|5D|7C|5E|60|7B|7D)/g;
const keptInHash = /%(?:25|5B|5C|5D|7C|5E|7B|7D)/g;

/**
 * The URL standard's parser for http(s), ws(s) and what is relative to them. Other protocols keep what follows.
 * No IDNA, and no numbers read as IPv4 addresses.
 */
function parse(input: string, base?: Readonly<Parts>): Parts {
    const fail = (): never => {
        throw new TypeError(`Invalid URL: ${input}`);
    };
    const text = input.replace(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, '');
    const [, scheme = '', given = '', search = '', hash = ''] = /^([a-z][a-z\d+.-]*:)?([^?#]*)(\?[^#]*)?(#[^]*)?$/i.exec(text) || fail();
    const protocol = scheme.toLowerCase() || (base || fail()).protocol;
    const special = protocol in ports;
    let path = special ? given.replace(/\\/g, '/') : given;
    const ownHost = /^\/\//.test(path);
    let parts: Partial<Parts> = { username: '', password: '', hostname: '', port: '', search, emptySearch: '' };
    if (base && !ownHost && (!scheme || special && base.protocol === protocol)) {
        parts = Object.assign({}, base, (path || search) && { search, emptySearch: '' });
        path = !path ? base.pathname : path[0] === '/' ? path : base.pathname.replace(/[^/]*$/, path);
    } else if (special || ownHost) {
        const [, login = '', host = '', port = '', rest = ''] = /^\/*(?:([^/]*)@)?(\[[^\]]*\]|[^/:]*)(?::(\d*))?(\/.*)?$/.exec(path) || fail();
        const [username = '', ...password] = login.split(':').map(encodeURIComponent);
        const hostname = special ? percentDecode(host).toLowerCase() : host;
        if (special && !hostname || +port > 65535 || /[\0- #%/:<>?@\\^|\x7f]/.test(hostname.replace(/^\[.*\]$/, ''))) fail();
        Object.assign(parts, { username, password: password.join('%3A'), hostname, port: port && +port !== +(ports[protocol] as string) ? String(+port) : '' });
        path = rest;
    }
    return Object.assign(parts, {
        protocol,
        pathname: special || parts.hostname ? encode(removeDots(path), keptInPath) : path,
        emptySearch: parts.search === '?' ? '?' : parts.emptySearch,
        emptyHash: hash === '#' ? '#' : '',
        search: encode((parts.search as string).replace(/^\?$/, ''), keptInQuery).replace(/'/g, '%27'),
        hash: encode(hash.replace(/^#$/, ''), keptInHash),
    }) as Parts;
}

function removeDots(path: string): string {
    const kept: string[] = [];
    path.replace(/^\//, '').split('/').forEach((segment, index, all) => {
        const dots = segment.replace(/%2e/gi, '.');
        if (dots === '..') kept.pop();
        if (dots !== '.' && dots !== '..') kept.push(segment);
        else if (index === all.length - 1) kept.push('');
    });
    return `/${kept.join('/')}`;
}

/** `URL` for a host without one: see `parse` for what it knows. A part that is set is taken as it is. */
export class URL implements Parts {
    declare protocol: string;
    declare username: string;
    declare password: string;
    declare hostname: string;
    declare port: string;
    declare pathname: string;
    declare search: string;
    declare hash: string;
    declare emptySearch: string;
    declare emptyHash: string;
    readonly searchParams = new URLSearchParams('', this);

    /** @throws a `TypeError` for an address that cannot be read. */
    constructor(url: string | object, base?: string | object) {
        Object.assign(this, parse(String(url), base === undefined ? undefined : parse(String(base))));
    }

    static canParse(url: string | object, base?: string | object): boolean {
        return !!URL.parse(url, base);
    }

    /** Null for an address that cannot be read. */
    static parse(url: string | object, base?: string | object): URL | null {
        try {
            return new URL(url, base);
        } catch {
            return null;
        }
    }

    get host(): string {
        return this.hostname + (this.port && `:${this.port}`);
    }

    get origin(): string {
        return this.protocol in ports ? `${this.protocol}//${this.host}` : 'null';
    }

    get href(): string {
        const { protocol, username, password, hostname, host, pathname, search, hash, emptySearch, emptyHash } = this;
        const login = username || password ? `${username}${password && `:${password}`}@` : '';
        return `${protocol}${hostname && `//${login}${host}`}${pathname}${search || emptySearch}${hash || emptyHash}`;
    }

    set href(url: string) {
        Object.assign(this, parse(String(url)));
    }

    toString(): string {
        return this.href;
    }

    toJSON(): string {
        return this.href;
    }
}
