import { createProblem } from '../../problems';
import { listNames } from '../list-names';
import type { Rule } from '../rule';

/** What a text must mention to be looked into. */
export const plainHttpMarks = ['http://', 'ws://'] as const;

/** An address at the start of a string; an address in a comment or amid other words is none that is loaded. */
const address = /["'`]((?:http|ws):\/\/[^\s"'`\\<>]+)/g;
/** Names, not addresses: nobody loads them. */
const namespace = /^http:\/\/(www\.w3\.org|schemas\.|json-schema\.org|ns\.adobe\.com|purl\.org)/;

/** Phones load from `https:` and `wss:` only (platform facts 3.5). */
export const checkPlainHttp: Rule = (_pack, contents) => {
    const paths = [...new Set(plainHttpMarks.flatMap((mark) => contents.mentioning(mark)))].sort();
    return paths.flatMap((path) => {
        const text = contents.read(path)?.toString('utf8') ?? '';
        const found = [...new Set([...text.matchAll(address)].map((match) => match[1] ?? ''))].filter((url) => !namespace.test(url));
        return found.length === 0 ? [] : [createProblem('AMG417', path, { addresses: listNames(found) })];
    });
};
