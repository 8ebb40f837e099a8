import { createProblem, type BuildProblem } from '../problems';

/** A resource server address after checking: what to use ('' if it cannot be used), and what is wrong with it. */
export interface CheckedRemoteUrl {
    readonly remoteUrl: string;
    readonly problems: readonly BuildProblem[];
}

const loopbackHost = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks the address of the resource server and brings it into one form: as the URL standard writes it, ending in
 * one slash, so that a path can be appended. Problems never repeat the address, which may hold a password.
 * @param where the key path the address was read from.
 */
export function checkRemoteUrl(address: string, where: string): CheckedRemoteUrl {
    const text = address.trim();
    if (text === '') return { remoteUrl: '', problems: [] };
    const url = parse(text);
    if (url === undefined) return { remoteUrl: '', problems: [createProblem('AMG110', where, {})] };
    const problems: BuildProblem[] = [];
    const isLoopback = loopbackHost.test(url.hostname);
    if (url.protocol === 'http:' && isLoopback) problems.push(createProblem('AMG112', where, {}));
    else if (url.protocol !== 'https:') problems.push(createProblem('AMG111', where, { scheme: url.protocol.slice(0, -1) }));
    if (/[?#]/.test(text)) problems.push(createProblem('AMG113', where, {}));
    if (url.username !== '' || url.password !== '') problems.push(createProblem('AMG114', where, {}));
    const isUsable = problems.every(({ level }) => level === 'warning');
    return { remoteUrl: isUsable ? url.href.replace(/\/*$/, '/') : '', problems };
}

/** Only addresses that name their host: the parser alone would read `https:cdn` and `https:///cdn` as one, too. */
function parse(text: string): URL | undefined {
    if (!/^[a-z][a-z\d+.-]*:\/\/[^/\\?#]/i.test(text)) return undefined;
    try {
        return new URL(text);
    } catch {
        return undefined;
    }
}
