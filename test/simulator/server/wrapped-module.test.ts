import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { defineName, modulePrefix } from '../../../source/simulator/protocol';
import { shiftSourceMap, wrapModule } from '../../../source/simulator/server/wrapped-module';

function evaluate(wrapped: string): (require: unknown, module: { exports: unknown }, exports: unknown) => void {
    let made: ((require: unknown, module: { exports: unknown }, exports: unknown) => void) | undefined;
    runInNewContext(wrapped, { [defineName]: (factory: typeof made) => { made = factory; } });
    return made!;
}

describe('wrapModule', () => {
    it.each([
        ['a last line that is a comment', 'exports.a = 1; // no end of line'],
        ['a directive', '"use strict"; exports.a = 1;'],
        ['a byte order mark', '\uFEFFexports.a = 1;'],
        ['an empty file', ''],
    ])('keeps a module that ends in %s runnable', (_name, source) => {
        const module = { exports: {} };
        evaluate(wrapModule(source, undefined))(undefined, module, module.exports);
        expect(module.exports).toEqual(source === '' ? {} : { a: 1 });
    });

    it('keeps line numbers', () => {
        const module = { exports: {} };
        const factory = evaluate(wrapModule('exports.where = 1;\nexports.where = new Error().stack;', undefined));
        factory(undefined, module, module.exports);
        expect((module.exports as { where: string }).where).toMatch(/evalmachine\.<anonymous>:2:/);
    });

    it('names the served source map instead of the one in the source', () => {
        const wrapped = wrapModule('a();\n//# sourceMappingURL=old.js.map\n', '/map/a.js.map');
        expect(wrapped).not.toContain('old.js.map');
        expect(wrapped.endsWith('//# sourceMappingURL=/map/a.js.map')).toBe(true);
    });
});

describe('shiftSourceMap', () => {
    it('moves the first line of a real map by the wrapper, and no other line', async () => {
        const { outputFiles } = await build({ stdin: { contents: 'export const answer = 6 * 7;\nconsole.log(answer);\nthrow new Error("x");', sourcefile: 'source.ts' }, outdir: '/out', sourcemap: 'external', write: false });
        const text = outputFiles.find(({ path }) => path.endsWith('.map'))!.text;
        const before = decode((JSON.parse(text) as { mappings: string }).mappings);
        const after = decode((JSON.parse(shiftSourceMap(text)) as { mappings: string }).mappings);
        expect(after[0]).toEqual(before[0]!.map((column) => column + modulePrefix.length));
        expect(after.slice(1)).toEqual(before.slice(1));
    });

    it('moves first columns of any size', () => {
        for (const column of [0, 1, 15, 16, 31, 1000, 123_456]) {
            const shifted = JSON.parse(shiftSourceMap(JSON.stringify({ mappings: `${encode(column)}AAA` }), 700)) as { mappings: string };
            expect(decode(shifted.mappings)[0]).toEqual([column + 700]);
        }
    });

    it('leaves a first line without mappings alone', () => {
        expect(shiftSourceMap('{"mappings":";AACA"}')).toBe('{"mappings":";AACA"}');
        expect(shiftSourceMap('{"mappings":""}')).toBe('{"mappings":""}');
    });

    it('moves the sections of an index map that begin on the first line', () => {
        const map = { version: 3, sections: [{ offset: { line: 0, column: 4 }, map: {} }, { offset: { line: 2, column: 4 }, map: {} }] };
        expect(JSON.parse(shiftSourceMap(JSON.stringify(map), 10))).toEqual({ version: 3, sections: [{ offset: { line: 0, column: 14 }, map: {} }, { offset: { line: 2, column: 4 }, map: {} }] });
    });

    it.each(['no json', 'null', '[]', '{}'])('gives back what is no map: %s', (text) => {
        expect(shiftSourceMap(text)).toBe(text);
    });
});

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The columns of each line's segments, decoded independently of the code under test. */
function decode(mappings: string): number[][] {
    return mappings.split(';').map((line) => {
        let column = 0;
        return line === '' ? [] : line.split(',').map((segment) => {
            const bits = [...segment].map((letter) => digits.indexOf(letter));
            const end = bits.findIndex((digit) => digit < 32);
            const value = bits.slice(0, end + 1).reduceRight((sum, digit) => sum * 32 + (digit & 31), 0);
            column += value % 2 ? -Math.floor(value / 2) : Math.floor(value / 2);
            return column;
        });
    });
}

function encode(value: number): string {
    let rest = value * 2;
    let text = '';
    do {
        text += digits[(rest % 32) + (rest >= 32 ? 32 : 0)];
        rest = Math.floor(rest / 32);
    } while (rest > 0);
    return text;
}
