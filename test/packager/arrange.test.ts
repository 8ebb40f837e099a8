import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gameSubpackage, type FileTable, type Package } from '../../source/package';
import { arrangeBuild, placeFile } from '../../source/packager/arrange';
import type { BuildOutput } from '../../source/packager/scan';

const table = (paths: Iterable<string>): FileTable => new Map([...paths].map((path) => [path, { path, bytes: path.length, mtimeMs: 0, ctimeMs: 0 }]));

/** A build of which only the files matter. */
function buildOf(paths: readonly string[], gameRoot: Package['gameRoot']): BuildOutput {
    const files = table(paths);
    const none = table([]);
    return {
        package: { directory: '', files, gameJson: {}, gameRoot, boot: { application: '', systemBundle: '', importMap: '', polyfillsBundle: '', settings: '' }, settings: {}, imports: {}, bundles: [], parts: [], bytes: 0, uploadExclude: [], remoteFiles: none, problems: [] },
        current: { output: files, remote: none, maps: none }, remoteRoot: 'output', packaged: true, problems: [],
    };
}

const nothingReplaced = { isReplaced: () => false };
const placed = (build: BuildOutput, mainPackage: 'standard' | 'lean'): string[] => {
    const { files } = arrangeBuild({ build, options: { mainPackage, remoteOutput: 'beside' }, ...nothingReplaced });
    return files.filter(({ to }) => to.root === 'output').map(({ to }) => to.path).sort();
};

const name = fc.constantFrom('a', 'assets', 'src', 'cocos-js', 'subpackages', 'sub', 'cocos-game', 'game.js', 'application.js', 'engine-adapter.js', 'sdk.js', 'index.9f8f9.js', 'cc.js', 'picture.png');
const builds = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')), { minLength: 1, maxLength: 30 })
    .map((paths) => ['application.js', ...paths.filter((path) => path !== 'application.js' && !path.startsWith(gameSubpackage.root))]);

describe('arrangeBuild', () => {
    it('gives each file of any build one place of its own, and from either layout the same two', () => {
        fc.assert(fc.property(builds, (paths) => {
            const standard = buildOf(paths, '');
            const lean = buildOf(placed(standard, 'lean'), gameSubpackage.root);
            expect(new Set(placed(standard, 'lean')).size).toBe(paths.length);
            expect(placed(standard, 'standard')).toEqual([...paths].sort());
            expect(placed(lean, 'standard')).toEqual([...paths].sort());
            expect(placed(lean, 'lean')).toEqual(placed(standard, 'lean'));
        }));
    });

    it('leaves a folder of that name alone that is no lean game\'s, unless it needs it', () => {
        const foreign = ['src/a', 'config.json'].map((path) => gameSubpackage.root + path);
        expect(placed(buildOf(['application.js', 'src/a', ...foreign], ''), 'standard')).toEqual(['application.js', 'src/a', ...foreign].sort());
        expect(placed(buildOf(['application.js', 'src/a', ...foreign], ''), 'lean')).toEqual(['application.js', 'src/a'].map((path) => gameSubpackage.root + path).sort());
    });

    it('keeps or drops every file, and never keeps two for one place', () => {
        fc.assert(fc.property(builds, fc.subarray(['application.js', 'src/a', 'assets/a', 'sdk.js', 'game.js']), fc.constantFrom('standard' as const, 'lean' as const), (paths, old, mainPackage) => {
            const left = old.map((path) => gameSubpackage.root + path);
            const { files, dropped } = arrangeBuild({ build: buildOf([...paths, ...left], ''), options: { mainPackage, remoteOutput: 'beside' }, ...nothingReplaced });
            expect(files.length + dropped.length).toBe(paths.length + left.length);
            expect(new Set(files.map(({ to }) => `${to.root}/${to.path}`)).size).toBe(files.length);
            for (const path of paths) expect(files.some(({ source, to }) => source.kind === 'host' && source.at.path === path && to.path === placeFile({ mainPackage }, path)), path).toBe(true);
        }), { numRuns: 500 });
    });
});

describe('remote files beside the build', () => {
    const remoteBundle = (name: string): Package['bundles'][number] => ({ name, kind: 'remote', root: `remote/${name}`, version: '', files: [], bytes: 0, content: undefined } as unknown as Package['bundles'][number]);
    const beside = ['remote/far/config.json', 'remote/far/import/a.json', 'remote/far2/config.json', 'remote/old/config.json'];
    const kept = (packaged: boolean, bundles: readonly string[]): string[] => {
        const base = buildOf(['application.js'], '');
        const build: BuildOutput = { ...base, package: { ...base.package, bundles: bundles.map(remoteBundle) }, current: { ...base.current, remote: table(beside) }, remoteRoot: 'remote', packaged };
        return arrangeBuild({ build, options: { mainPackage: 'standard', remoteOutput: 'beside' }, ...nothingReplaced }).files.filter(({ to }) => to.root === 'remote').map(({ to }) => to.path);
    };

    it('all belong to a build that has been packaged', () => {
        expect(kept(true, ['far'])).toEqual(beside);
    });

    it('are kept for a fresh build where they are of its remote bundles, by the whole name', () => {
        expect(kept(false, ['far'])).toEqual(['remote/far/config.json', 'remote/far/import/a.json']);
        expect(kept(false, ['far2'])).toEqual(['remote/far2/config.json']);
        expect(kept(false, [])).toEqual([]);
    });
});
