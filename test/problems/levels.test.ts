import { describe, expect, it } from 'vitest';
import { hasErrors, problemTable, type ProblemCode } from '../../source/problems';

/** Codes that do not stop a build by themselves, by hand: every other one is an error. */
const warnings: readonly string[] = [
    'AMG108', 'AMG112', 'AMG209',
    'AMG302', 'AMG305', 'AMG306', 'AMG307', 'AMG308', 'AMG315', 'AMG322', 'AMG325', 'AMG326',
    'AMG409', 'AMG417', 'AMG418', 'AMG419', 'AMG421', 'AMG422', 'AMG424', 'AMG425', 'AMG426', 'AMG427',
    'AMG513', 'AMG514', 'AMG525',
    'AMG667',
];

describe('the level of a problem', () => {
    it.each(Object.entries(problemTable))('of %s is the one that is written here', (code, { level }) => {
        expect(level).toBe(warnings.includes(code) ? 'warning' : 'error');
    });

    it('is known for every code of the list', () => {
        expect(warnings.filter((code) => !(code in problemTable))).toEqual([]);
    });

    it('decides whether there are errors', () => {
        const problem = (code: ProblemCode, level: 'error' | 'warning') => ({ code, level, where: '', values: {} });
        expect(hasErrors([problem('AMG401', 'warning')])).toBe(false);
        expect(hasErrors([problem('AMG409', 'warning'), problem('AMG409', 'error')])).toBe(true);
        expect(hasErrors([])).toBe(false);
    });
});
