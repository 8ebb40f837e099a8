import { describe, expect, it } from 'vitest';
import { closestName } from '../../source/problems';

const known = ['remoteUrl', 'remoteOutput', 'strict', 'cacheQuota'];

describe('closestName', () => {
    it.each([
        ['remoteURL', 'remoteUrl'],
        ['remoetUrl', 'remoteUrl'],
        ['remote_url', 'remoteUrl'],
        ['REMOTE_URL', 'remoteUrl'],
        ['stict', 'strict'],
        ['cachequota', 'cacheQuota'],
        ['cacheQuotas', 'cacheQuota'],
    ])('takes %s for %s', (name, meant) => {
        expect(closestName(name, known)).toBe(meant);
    });

    it.each(['', 'a', 'st', 'orientation', 'somethingElse'])('has no suggestion for "%s"', (name) => {
        expect(closestName(name, known)).toBeUndefined();
    });

    it('has none where every letter would have to change', () => {
        expect(closestName('ab', ['on'])).toBeUndefined();
    });

    it('has none where nothing is known', () => {
        expect(closestName('remoteUrl', [])).toBeUndefined();
    });
});
