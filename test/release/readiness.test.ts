import { describe, expect, it } from 'vitest';
import { findRefusals, type ProjectState } from '../../scripts/release/readiness';

const changelog = (unreleased: string, ...sections: readonly string[]): string => ['# Changelog', '', '## [Unreleased]', unreleased, ...sections, ''].join('\n\n');
const ready: ProjectState = { version: '1.2.3', lockedVersion: '1.2.3', changelog: changelog('', '## [1.2.3] - 2026-11-22\n\n- A change.', '## [1.2.2] - 2026-10-01\n\n- An older one.'), changes: [], lagging: [] };

const refusalsOf = (changed: Partial<ProjectState>): string => findRefusals({ ...ready, ...changed }).join('\n');

describe('findRefusals', () => {
    it('has nothing against a clean checkout whose changelog speaks of its version', () => {
        expect(findRefusals(ready)).toEqual([]);
        expect(findRefusals({ ...ready, version: '1.2.3-beta.1', lockedVersion: '1.2.3-beta.1', changelog: changelog('', '## [1.2.3-beta.1] - 2026-11-22\n\n- A change.') })).toEqual([]);
    });

    it.each<[string, Partial<ProjectState>, string]>([
        ['a version that is none', { version: 'next' }, 'the version "next" is not of the form 1.2.3'],
        ['a lock file that was left behind', { lockedVersion: '1.2.2' }, 'run `npm install --package-lock-only`'],
        ['a changelog without a place for what comes next', { changelog: '# Changelog\n\n## [1.2.3] - 2026-11-22\n\n- A change.\n' }, 'the first section has to be `## [Unreleased]`'],
        ['a changelog that ends before this version', { changelog: changelog('- A change.', '## [1.2.2] - 2026-10-01\n\n- An older one.') }, '[1.2.2] - 2026-10-01 as its newest release, package.json has 1.2.3: give the section of this release the title `## [1.2.3] - YYYY-MM-DD`'],
        ['a changelog without a release', { changelog: changelog('- A change.') }, 'CHANGELOG.md has no release as its newest release'],
        ['a release without a date', { changelog: changelog('', '## [1.2.3] - soon\n\n- A change.') }, 'has no date'],
        ['a release without changes', { changelog: changelog('', '## [1.2.3] - 2026-11-22') }, 'says nothing about 1.2.3'],
        ['changes that would ship unnamed', { changelog: changelog('- Another.', '## [1.2.3] - 2026-11-22\n\n- A change.') }, 'lists changes as unreleased that would be in 1.2.3'],
        ['generated files that lag', { lagging: ['README.md', 'i18n/zh.js'] }, 'README.md, i18n/zh.js. Run `npm run generate`'],
        ['work that is not committed', { changes: [' M source/a.ts', '?? source/b.ts'] }, '     M source/a.ts\n    ?? source/b.ts'],
        ['a folder that is no checkout', { changes: undefined }, 'This is no git checkout'],
    ])('refuses %s', (_, changed, words) => {
        expect(refusalsOf(changed)).toContain(words);
    });

    it('names every reason at once', () => {
        expect(findRefusals({ ...ready, lockedVersion: '1', changes: [' M a'], lagging: ['b'] })).toHaveLength(3);
    });
});
