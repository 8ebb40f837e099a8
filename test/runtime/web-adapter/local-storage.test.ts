import { describe, expect, it } from 'vitest';
import { installAdapter } from './installed';

describe('localStorage', () => {
    it('keeps strings, lists keys, forgets', () => {
        const { localStorage } = installAdapter().window;
        expect(localStorage.getItem('a')).toBeNull();
        localStorage.setItem('a', 1);
        localStorage.setItem('b', '');
        expect([localStorage.length, localStorage.getItem('a'), localStorage.getItem('b')]).toEqual([2, '1', '']);
        expect([localStorage.key(0), localStorage.key(1), localStorage.key(2), localStorage.key(-1)].map(String).sort()).toEqual(['a', 'b', 'null', 'null']);
        localStorage.removeItem('a');
        expect(localStorage.length).toBe(1);
        localStorage.clear();
        expect(localStorage.length).toBe(0);
    });

    it('throws as the standard says when a value is too long, and when the store is full', () => {
        const { localStorage } = installAdapter().window;
        expect(() => localStorage.setItem('long', 'x'.repeat(201 * 1024))).toThrow(expect.objectContaining({ name: 'QuotaExceededError', code: 22 }));
        expect(() => {
            for (let index = 0; index < 100; index++) localStorage.setItem(`k${index}`, 'x'.repeat(190 * 1024));
        }).toThrow(/localStorage\.setItem\("k5\d"\)/);
        expect(localStorage.getItem('k0')).toHaveLength(190 * 1024);
    });

    it('survives a restart of the game', () => {
        const first = installAdapter();
        first.window['localStorage'].setItem('level', '7');
        const again = installAdapter({ disk: first.host.disk });
        expect(again.window['localStorage'].getItem('level')).toBe('7');
    });
});
