import { describe, expect, it } from 'vitest';
import { formatValues } from '../../../source/simulator/page/worker/console-tap';
import { cleanStack, createFailureReader, watchAbsentMembers } from '../../../source/simulator/page/worker/failures';
import { MissingModuleError } from '../../../source/simulator/page/worker/module-loader';

describe('reading an uncaught error', () => {
    it('knows a member of my that was looked for and is not there, whatever name my has in the bundle', () => {
        const probes: string[] = [];
        const failures = createFailureReader({ removed: new Set(['fetch']), lacks: [], prefixColumns: 10, onProbe: (name) => probes.push(name) });
        const my: Record<string, unknown> = { request() {} };
        watchAbsentMembers(my, 'my', failures.noteProbe);
        const minified = my;
        expect(typeof minified['request']).toBe('function');
        expect(minified['toString']).toBeTypeOf('function');
        let error: unknown;
        try {
            (minified['getSharedCanvas'] as () => void)();
        } catch (thrown) {
            error = thrown;
        }
        expect(probes).toEqual(['my.getSharedCanvas']);
        expect(failures.read(new TypeError('e.getSharedCanvas is not a function'))).toMatchObject({ kind: 'missing-api', name: 'my.getSharedCanvas', why: 'no-such-name' });
        expect(error).toBeInstanceOf(TypeError);
        expect(failures.read(new TypeError('e.other is not a function'))).toMatchObject({ kind: 'uncaught' });
        expect('absent' in my).toBe(false);
        expect(probes).toEqual(['my.getSharedCanvas', 'my.absent']);
        expect(Object.keys(my)).toEqual(['request']);
    });

    it('tells what this client lacks from what nobody names, and from what a game only assigns', () => {
        const lacks = ['getWindowInfo', 'FileSystemManager.appendFile'];
        const failures = createFailureReader({ removed: new Set(), lacks, prefixColumns: 10, onProbe: () => {} });
        for (const name of ['my.getWindowInfo', 'FileSystemManager.appendFile', 'my.shwoToast', 'my.onShareAppMessage']) failures.noteProbe(name);
        const kindOf = (member: string): unknown => {
            const failure = failures.read(new TypeError(`e.${member} is not a function`));
            return failure.kind === 'missing-api' ? [failure.name, failure.why] : failure.kind;
        };
        expect(kindOf('getWindowInfo')).toEqual(['my.getWindowInfo', 'client']);
        expect(kindOf('appendFile')).toEqual(['FileSystemManager.appendFile', 'client']);
        expect(kindOf('shwoToast')).toEqual(['my.shwoToast', 'no-such-name']);
        expect(kindOf('onShareAppMessage')).toBe('uncaught');
    });

    it('tells names of browsers from names that nobody has', () => {
        const failures = createFailureReader({ removed: new Set(['fetch']), lacks: [], prefixColumns: 10, onProbe: () => {} });
        expect(failures.read(new ReferenceError('fetch is not defined'))).toMatchObject({ kind: 'missing-api', name: 'fetch', why: 'client' });
        expect(failures.read(new ReferenceError('levle is not defined'))).toMatchObject({ kind: 'uncaught', message: 'ReferenceError: levle is not defined' });
    });

    it('names a missing module, and what is no error at all', () => {
        const failures = createFailureReader({ removed: new Set(), lacks: [], prefixColumns: 10, onProbe: () => {} });
        expect(failures.read(new MissingModuleError('no', 'a.js', 'game.js'))).toEqual({ kind: 'missing-file', file: 'a.js', asker: 'game.js' });
        expect(failures.read({ error: 3 })).toEqual({ kind: 'uncaught', message: 'thrown: {"error":3}', stack: '' });
        expect(failures.read(undefined)).toEqual({ kind: 'uncaught', message: 'thrown: undefined', stack: '' });
    });
});

describe('cleanStack', () => {
    it('names files as the package does, counts columns as the file does, and leaves the simulator out', () => {
        expect(cleanStack([
            'TypeError: x',
            '    at f (http://127.0.0.1:1234/module/src/a%20b.js:1:55)',
            '    at http://127.0.0.1:1234/module/game.js:12:5',
            '    at run (http://127.0.0.1:1234/game-worker.js:1:9000)',
        ].join('\n'), 50)).toBe('TypeError: x\n    at f (src/a b.js:1:5)\n    at game.js:12:5');
    });

    it('changes a stack once, however often it is cleaned', () => {
        const once = cleanStack('at http://127.0.0.1:1234/module/a.js:1:155', 50);
        expect(cleanStack(once, 50)).toBe(once);
    });
});

describe('formatValues', () => {
    it.each([
        [['a', 1, null, undefined, true], 'a 1 null undefined true'],
        [['%s has %d of %o%%', 'x', 2, { a: 1 }, 'rest'], 'x has 2 of {a: 1}% rest'],
        [['%cred', 'color: red'], 'red'],
        [['100%'], '100%'],
        [[{ a: 'b', list: [1, [2, [3, [4]]]] }], '{a: "b", list: [1, [2, […]]]}'],
        [[new Uint8Array(3), new ArrayBuffer(4)], 'Uint8Array(3 bytes) ArrayBuffer(4 bytes)'],
        [[new Map()], 'Map {}'],
        [[Array.from({ length: 30 }, (_, index) => index)], '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … 10 more]'],
        [['x'.repeat(5000)], `${'x'.repeat(4000)} … (5000 characters)`],
    ])('writes %j', (values, expected) => {
        expect(formatValues(values)).toBe(expected);
    });

    it('survives objects that throw', () => {
        expect(formatValues([Object.defineProperty({}, 'a', { enumerable: true, get() { throw new Error('no'); } })])).toBe('[object]');
    });
});
