import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageBuild, recoverPackage } from '../../source/packager';
import { readTree, sampleOf, smallBuild, writeFiles } from './sample-build';

const place = { root: 'output', path: 'game.js' };
const committing = (action: unknown): unknown => ({ version: 1, state: 'committing', actions: [action] });

describe('a journal that is not ours', () => {
    it.each<[string, unknown]>([
        ['is no object', null],
        ['is of another version', { version: 2, state: 'committing', actions: [] }],
        ['is in a state that there is none', { version: 1, state: 'done', actions: [] }],
        ['has no list of actions', { version: 1, state: 'committing', actions: { kind: 'discard' } }],
        ['has an action that is none', committing(null)],
        ['has an action of another kind', committing({ kind: 'delete', at: place, aside: place })],
        ['has a place that is none', committing({ kind: 'discard', at: null, aside: { root: 'work', path: 'old/0' } })],
        ['has a place in another root', committing({ kind: 'place', from: { root: 'home', path: 'a' }, to: place })],
        ['puts things aside outside', committing({ kind: 'place', from: { root: 'work', path: 'new/0' }, to: place, aside: { root: 'work', path: '/etc/passwd' } })],
    ])('and %s is dropped, and nothing it names is touched', async (_, journal) => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        const before = readTree(sample.build);
        writeFiles(sample.folder, { 'build-maps/.packaging/journal.json': JSON.stringify(journal) });
        expect(recoverPackage(sample.build)).toBe('undone');
        expect(readTree(sample.build)).toEqual(before);
        expect(existsSync(join(`${sample.build}-maps`, '.packaging'))).toBe(false);
    });

    it('of any shape does no harm', async () => {
        const sample = sampleOf(smallBuild);
        await packageBuild(sample.request());
        const before = readTree(sample.build);
        const values = fc.oneof(fc.jsonValue(), fc.record({ version: fc.constant(1), state: fc.constant('committing'), actions: fc.array(fc.jsonValue(), { minLength: 1 }) }));
        fc.assert(fc.property(values, (journal) => {
            writeFiles(sample.folder, { 'build-maps/.packaging/journal.json': JSON.stringify(journal) });
            recoverPackage(sample.build);
            expect(readTree(sample.build)).toEqual(before);
        }), { numRuns: 50 });
    });
});
