import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedLine, parseIndex, snapshotText, storedLine, usedLine, type Row } from '../../../../source/runtime/engine-adapter/cache/journal';

const row = (id: number, key = `https://game.test/${id}.png`): Row => ({ id, suffix: '.png', bytes: 10 + id, lastTime: 1000 + id, bundle: 'main', key });
const idsOf = (text: string): number[] => [...parseIndex(text)!.rows.keys()];

describe('the index\'s text', () => {
    it('gives back what was written', () => {
        const anyRow = fc.record({ id: fc.nat(), suffix: fc.string(), bytes: fc.nat(), lastTime: fc.nat(), bundle: fc.string(), key: fc.string() });
        fc.assert(fc.property(fc.nat(), fc.uniqueArray(anyRow, { selector: ({ id }) => id }), fc.array(anyRow), (sequence, rows, more) => {
            const text = snapshotText(sequence, 0, rows) + more.map(storedLine).join('');
            const content = parseIndex(text)!;
            const expected = new Map([...rows, ...more].map((one) => [one.id, one]));
            expect(content.sequence).toBe(sequence);
            expect(new Map([...content.rows])).toEqual(expected);
            expect(content.nextId).toBe(Math.max(0, ...[...expected.keys()].map((id) => id + 1)));
        }));
    });

    it('a journal line drops files, another moves used ones to the end with their time', () => {
        const text = snapshotText(1, 9, [row(1), row(2), row(3), row(4)]) + usedLine(7777, [3, 1]) + droppedLine([2, 77]) + storedLine(row(5)) + usedLine(8888, [99]);
        expect(idsOf(text)).toEqual([4, 3, 1, 5]);
        expect(parseIndex(text)!.rows.get(3)?.lastTime).toBe(7777);
        expect(parseIndex(text)!.nextId).toBe(9);
    });

    it('a file cut off anywhere is what it was before the cut line, or no index while its snapshot is not whole', () => {
        const snapshot = snapshotText(1, 3, [row(1), row(2)]);
        const text = snapshot + storedLine(row(3)) + droppedLine([1]);
        for (let length = 0; length < text.length; length++) {
            const content = parseIndex(text.slice(0, length));
            if (length < snapshot.length) expect(content).toBeUndefined();
            else expect([...content!.rows.keys()]).toEqual(length < snapshot.length + storedLine(row(3)).length ? [1, 2] : [1, 2, 3]);
        }
    });

    it('one garbled letter never makes another file of it', () => {
        const text = snapshotText(1, 3, [row(1)]) + storedLine(row(2)) + storedLine(row(3));
        for (let at = 0; at < text.length; at++) {
            const content = parseIndex(text.slice(0, at) + '\u0001' + text.slice(at + 1));
            for (const [id, found] of content ? content.rows : []) expect(found).toEqual(row(id));
        }
    });

    it.each(['', '\n', 'text', '{"files":{}}', '\n[1]', '\nzz[0,1,0,0,0]', '[]'])('%j is none of ours', (text) => {
        expect(parseIndex(text)).toBeUndefined();
    });

    it('an index that begins with a line of its journal is none', () => {
        expect(parseIndex(storedLine(row(1)))).toBeUndefined();
    });
});
