import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../source/runtime/first-screen/failure/wrap';

const within = (length: number) => (line: string): boolean => line.length <= length;

describe('lines', () => {
    it('break between words, between Chinese characters, and in a word that is longer than a line', () => {
        expect(wrap('Please check your network', within(12))).toEqual(['Please check', 'your network']);
        expect(wrap('请检查网络后重试', within(5))).toEqual(['请检查网络', '后重试']);
        expect(wrap('at https://cdn.example/a/long/name.json', within(14))).toEqual(['at', 'https://cdn.ex', 'ample/a/long/n', 'ame.json']);
        expect(wrap('', within(5))).toEqual(['']);
    });

    it('lose no letter and keep to the width, whatever the text', () => {
        fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '重', '试', '，', '/', '\t'), maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
            const lines = wrap(text, within(width));
            expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
            for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        }), { seed: 3, numRuns: 500 });
    });
});
