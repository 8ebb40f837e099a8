import { describe, expect, it } from 'vitest';
import { bundledAdapters } from '../../source/packager/artefacts/adapters';
import { createClassifier } from '../../source/report/classify';

describe('the parts of a package', () => {
    it.each(bundledAdapters)('count %s as adapter, with md5 in its name or without', (name) => {
        const groupOf = createClassifier({ bundles: [], parts: [] });
        const adapter = { kind: 'adapter', name: '', place: 'main' };
        expect(groupOf(name, false)).toEqual(adapter);
        expect(groupOf(name.replace(/\.js$/, '.0a1b2.js'), false)).toEqual(adapter);
    });
});
