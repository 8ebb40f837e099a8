import { cpSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { readPackage } from '../../source/package';
import { formatPlan, packageBuild, PackageError, planPackage } from '../../source/packager';
import { describeProblem } from '../../source/problems';
import { hashedBuild, optionsWith, readTree, sampleOf, smallBuild, writeFiles, type Files, type Sample } from './sample-build';
import { treesOf } from './cut-off';

const lean = { mainPackage: 'lean' };
const game = 'subpackages/cocos-game/';
const pathsOf = (folder: string): string[] => Object.keys(readTree(folder)).sort();
const without = (tree: Readonly<Record<string, string>>, path: string): Record<string, string> => Object.fromEntries(Object.entries(tree).filter(([key]) => key !== path));
const textOf = (sample: Sample, path: string): string => readFileSync(join(sample.build, path), 'utf8');
const builds: readonly { readonly name: string; readonly build: Files }[] = [{ name: 'plain names', build: smallBuild }, { name: 'md5 names', build: hashedBuild }];

/** Files that are in a lean main package, whatever the game is. */
const mainFiles = ['adapter-options.js', 'first-screen.js', 'game.js', 'game.json', 'lean-start.js', 'mini.project.json', 'project.config.json', 'start-failure.js', 'web-adapter.js'];

it('the standard layout starts a subpackage of the name that the lean layout gives to its own', async () => {
    const renamed = Object.fromEntries(Object.entries(smallBuild).map(([path, data]) => [path.replace('subpackages/sub/', game), typeof data === 'string' ? data.replace(/"sub"/g, '"cocos-game"') : data]));
    const sample = sampleOf(renamed);
    await packageBuild(sample.request());
    expect(textOf(sample, `${game}game.js`)).toContain('./index.js');
});

describe.each(builds)('the lean layout of a build with $name', ({ build }) => {
    it('leaves in the main package what the first screen needs, and moves the rest with its structure', async () => {
        const standard = sampleOf(build);
        await packageBuild(standard.request());
        const sample = sampleOf(build, lean);
        const { parts } = await packageBuild(sample.request());

        const paths = pathsOf(sample.build);
        expect(paths.filter((path) => !path.startsWith('subpackages/'))).toEqual(mainFiles);
        const moved = pathsOf(standard.build).filter((path) => !mainFiles.includes(path) && !path.startsWith('subpackages/'));
        expect(paths.filter((path) => path.startsWith(game))).toEqual([...moved, 'game.js', 'start-game.js', 'adapter-options.js', 'start-failure.js'].map((path) => game + path).sort());
        expect(paths.filter((path) => path.startsWith('subpackages/sub/'))).toEqual(pathsOf(standard.build).filter((path) => path.startsWith('subpackages/sub/')));
        for (const path of moved) if (!/settings/.test(path)) expect(textOf(sample, game + path), path).toBe(textOf(standard, path));
        expect(treesOf(sample.build).remote).toEqual(treesOf(standard.build).remote);
        expect(Object.keys(treesOf(sample.build).maps)).toEqual(Object.keys(treesOf(standard.build).maps).map((path) => game + path));

        expect(JSON.parse(textOf(sample, 'game.json'))).toMatchObject({ subpackages: [{ name: 'cocos-game', root: game }, { name: 'sub', root: 'subpackages/sub/' }] });
        expect(parts.map(({ name }) => name)).toEqual(['', 'cocos-game', 'sub']);
        const filesOf = (name: string): number => paths.filter((path) => (name === '' ? !path.startsWith('subpackages/') : path.startsWith(`subpackages/${name}/`))).length;
        expect(parts.map(({ fileCount }) => fileCount)).toEqual(['', 'cocos-game', 'sub'].map(filesOf));
    });

    it('tells the adapter where the game lies, and only it', async () => {
        const sample = sampleOf(build, lean);
        await packageBuild(sample.request());
        const load = createRequire(join(sample.build, 'game.js'));
        expect(load('./adapter-options.js')).toMatchObject({ gameFiles: { root: game, folders: ['assets', 'cocos-js', 'src'] } });
        expect(load(`./${game}adapter-options.js`)).toEqual(load('./adapter-options.js'));
        const standard = sampleOf(build);
        await packageBuild(standard.request());
        expect(createRequire(join(standard.build, 'game.js'))('./adapter-options.js')).not.toHaveProperty('gameFiles');
    });

    it('is read like any package: boot files, settings, bundles, and nothing for check to find', async () => {
        const standard = sampleOf(build);
        await packageBuild(standard.request());
        const sample = sampleOf(build, lean);
        await packageBuild(sample.request());
        const [a, b] = [readPackage(standard.build), readPackage(sample.build)];
        expect([a.gameRoot, b.gameRoot]).toEqual(['', game]);
        expect(Object.values(b.boot)).toEqual(Object.values(a.boot).map((path) => (path === '' ? '' : game + path)));
        expect(b.settings).toEqual(a.settings);
        expect(b.imports).toEqual(a.imports);
        expect(b.bundles.map(({ name, kind, root }) => [name, kind, root])).toEqual(a.bundles.map(({ name, kind, root }) => [name, kind, kind === 'local' ? game + root : root]));
        expect(b.bundles.map(({ config, script }) => config !== '' && script !== '')).not.toContain(false);
        const wrong = (directory: string): string[] => checkPackage(readPackage(directory)).filter(({ level }) => level === 'error').map(({ code }) => code);
        expect(wrong(sample.build)).toEqual(wrong(standard.build));
    });

    it('packaged again changes nothing, in place and into another folder', async () => {
        const sample = sampleOf(build, lean);
        await packageBuild(sample.request());
        const once = treesOf(sample.build);
        expect(formatPlan(await planPackage(sample.request()))).toContain('nothing to do');
        expect((await packageBuild(sample.request())).changes).toBe(0);
        expect(treesOf(sample.build)).toEqual(once);
        const out = join(sample.folder, 'out');
        for (let time = 0; time < 2; time += 1) {
            await packageBuild(sample.request({ outputDirectory: out }));
            expect(treesOf(out).output['game.json']).toBe(once.output['game.json']);
            expect({ ...treesOf(out), output: { ...treesOf(out).output, 'mini.project.json': '' } }).toEqual({ ...once, output: { ...once.output, 'mini.project.json': '' } });
        }
    });

    it('and the standard one take turns and leave nothing of each other, in place and into another folder', async () => {
        const expected = { standard: sampleOf(build), lean: sampleOf(build, lean) };
        for (const one of Object.values(expected)) await packageBuild(one.request());
        const sample = sampleOf(build);
        const out = join(sample.folder, 'out');
        for (const mainPackage of ['standard', 'lean', 'standard', 'lean', 'lean', 'standard'] as const) {
            await packageBuild(sample.request({ options: optionsWith({ mainPackage }) }));
            expect(treesOf(sample.build), mainPackage).toEqual(treesOf(expected[mainPackage].build));
        }
        await packageBuild(sample.request({ options: optionsWith(lean) }));
        await packageBuild(sample.request({ outputDirectory: out }));
        expect(treesOf(out)).toEqual(treesOf(expected.standard.build));
        const apart = sampleOf(build);
        for (const mainPackage of ['lean', 'standard', 'lean'] as const) {
            await packageBuild(apart.request({ options: optionsWith({ mainPackage }), outputDirectory: out }));
            expect(treesOf(out).output).toEqual(without(treesOf(expected[mainPackage].build).output, 'mini.project.json'));
        }
    });

    it('yields to what a host builds anew into the same folder', async () => {
        for (const mainPackage of ['lean', 'standard'] as const) {
            const sample = sampleOf(build, lean);
            await packageBuild(sample.request());
            // A host that keeps its folder (useCache) writes its files beside ours; here one of them is of another engine.
            const engine = Object.keys(build).find((path) => path.startsWith('cocos-js/cc.') && path.endsWith('.js')) ?? '';
            const next = { ...build, [engine]: '/* the next engine */' };
            writeFiles(sample.build, next);
            for (const path of Object.keys(next)) utimesSync(join(sample.build, path), new Date(), new Date());
            await packageBuild(sample.request({ options: optionsWith({ mainPackage }) }));
            const expected = sampleOf(next, { mainPackage });
            await packageBuild(expected.request());
            expect(treesOf(sample.build)).toEqual(treesOf(expected.build));
        }
    });
});

describe('build templates in the lean layout', () => {
    const ownEntry = 'require("./web-adapter.js");\nrequire("./sdk/start");\nrequire("<%= systemJsBundleFile %>");\nrequire("./engine-adapter.js");\nrequire("./adapter-options.js");\nrequire("./missing.js");\n';

    it('a game.ejs becomes the game\'s entry, and what it requires of the main package is found', async () => {
        const sample = sampleOf({ ...hashedBuild, 'game.ejs': ownEntry, 'sdk/start.js': 'module.exports = { sdk: true };' }, lean);
        writeFiles(sample.folder, { 'templates/game.ejs': ownEntry, 'templates/sdk/start.js': '' });
        const request = sample.request({ templateDirectories: [join(sample.folder, 'templates')] });
        await packageBuild(request);
        expect(textOf(sample, `${game}start-game.js`)).toContain('require("./src/system.bundle.9fd6a.js")');
        expect(textOf(sample, `${game}game.js`)).toContain("require('./start-game.js')");
        expect(pathsOf(sample.build).filter((path) => !path.startsWith('subpackages/'))).toEqual([...mainFiles, 'sdk/start.js'].sort());
        const load = createRequire(join(sample.build, `${game}game.js`));
        expect(load('./sdk/start')).toEqual({ sdk: true });
        expect(load.resolve('./web-adapter.js')).toBe(join(sample.build, game, 'web-adapter.js'));
        expect(textOf(sample, `${game}web-adapter.js`)).toBe("module.exports = require('../../web-adapter.js');\n");
        expect(load('./adapter-options.js')).toHaveProperty('gameFiles');
        expect((await packageBuild(request)).changes).toBe(0);
        // Back in the standard layout nothing of it is left.
        await packageBuild({ ...request, options: optionsWith() });
        expect(pathsOf(sample.build).filter((path) => path.startsWith(game))).toEqual([]);
        expect(textOf(sample, 'sdk/start.js')).toBe('module.exports = { sdk: true };');
    });

    it('what an entry requires by a bare name, in backticks, as a folder or as JSON is found too', async () => {
        const entry = 'require("sdk.js"); require(`./tools`); require("./scores.json"); require("./system.json"); require("./src/system.bundle.js");\n';
        const sample = sampleOf({ ...smallBuild, 'game.js': entry, 'sdk.js': 'module.exports = 1;', 'tools/index.js': 'module.exports = 2;', 'scores.json': '{"best":3}' }, lean);
        writeFiles(sample.folder, { 'templates/game.js': entry });
        const request = sample.request({ templateDirectories: [join(sample.folder, 'templates')] });
        await packageBuild(request);
        const load = createRequire(join(sample.build, `${game}start-game.js`));
        expect([load('./sdk.js'), load('./tools'), load('./scores.json')]).toEqual([1, 2, { best: 3 }]);
        expect(pathsOf(sample.build).filter((path) => path.startsWith(`${game}src/system`))).toHaveLength(1);
        expect((await packageBuild(request)).changes).toBe(0);
    });

    it('a large game has the time that a slow network takes to bring it, the same however often it is packed', async () => {
        const sample = sampleOf({ ...smallBuild, 'assets/main/native/aa/film.bin': Buffer.alloc(4_000_000) }, lean);
        await packageBuild(sample.request());
        expect(textOf(sample, 'game.js')).toMatch(/timeout: 81000,/);
        expect((await packageBuild(sample.request())).changes).toBe(0);
        const small = sampleOf(smallBuild, lean);
        await packageBuild(small.request());
        expect(textOf(small, 'game.js')).toMatch(/timeout: 60000,/);
    });

    it('a game.js with paths of the build gets the md5 names that the host gave them', async () => {
        const script = "require('./web-adapter');\nrequire('./src/system.bundle.js');\n";
        const sample = sampleOf({ ...hashedBuild, 'game.js': script }, lean);
        writeFiles(sample.folder, { 'templates/game.js': script });
        const request = sample.request({ templateDirectories: [join(sample.folder, 'templates')] });
        await packageBuild(request);
        const linked = "require('./web-adapter');\nrequire('./src/system.bundle.9fd6a.js');\n";
        expect(textOf(sample, `${game}start-game.js`)).toBe(linked);
        expect(pathsOf(sample.build)).toContain(`${game}web-adapter.js`);
        expect((await packageBuild(request)).changes).toBe(0);
        expect(textOf(sample, `${game}start-game.js`)).toBe(linked);
    });

    it.each(['game.lean.ejs', 'game.lean.js'])('a %s becomes the main package\'s entry', async (name) => {
        const text = "require('./web-adapter.js');\nmy.loadSubpackage({ name: 'cocos-game' });\n";
        // The CLI copies templates into the build, and may give them an md5 there.
        const copies = name.endsWith('.ejs') ? [name] : ['game.lean.07ef4.js'];
        const sample = sampleOf({ ...smallBuild, ...Object.fromEntries(copies.map((copy) => [copy, text])) }, lean);
        writeFiles(sample.folder, { [`templates/${name}`]: text.replace('cocos-game', name.endsWith('.ejs') ? '<%- gameSubpackage %>' : 'cocos-game') });
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(textOf(sample, 'game.js')).toBe(text);
        expect(pathsOf(sample.build).filter((path) => path.startsWith('game.'))).toEqual(['game.js', 'game.json']);
    });

    it('an adapter of the user stands where the layout has its own', async () => {
        const sample = sampleOf({ ...smallBuild, 'engine-adapter.js': '/* mine */', 'lean-start.js': '/* my start */' }, lean);
        writeFiles(sample.folder, { 'templates/engine-adapter.js': '/* mine */', 'templates/lean-start.js': '/* my start */' });
        await packageBuild(sample.request({ templateDirectories: [join(sample.folder, 'templates')] }));
        expect(textOf(sample, `${game}engine-adapter.js`)).toBe('/* mine */');
        expect(pathsOf(sample.build)).not.toContain('engine-adapter.js');
        expect(textOf(sample, 'lean-start.js')).toBe('/* my start */');
    });
});

describe('limits', () => {
    it('name the lean layout with the bytes that it takes out of the main package', async () => {
        const sample = sampleOf({ ...smallBuild, 'cocos-js/big.js': Buffer.alloc(4_000_000) });
        const { problems, parts } = await packageBuild(sample.request());
        const [problem] = problems.filter(({ code }) => code === 'AMG307');
        const leanParts = (await packageBuild(sample.request({ options: optionsWith(lean) }))).parts;
        // The start of the lean layout has a file or two of its own.
        const saved = Number(String(problem?.values['lean']).replace(/,/g, ''));
        expect(Math.abs((parts[0]?.bytes ?? 0) - (leanParts[0]?.bytes ?? 0) - saved)).toBeLessThan(5_000);
        for (const language of ['en', 'zh'] as const) expect(problem && describeProblem(problem, language).mend).toMatch(/`mainPackage`.*`lean`.*4,000,\d{3}/);
    });

    it('a lean main package of any game passes; its whole is judged as before', async () => {
        const sample = sampleOf({ ...smallBuild, 'cocos-js/big.js': Buffer.alloc(4_000_000) }, lean);
        const { limits } = await packageBuild(sample.request());
        expect(limits.map(({ of, exceeded }) => [of, exceeded])).toEqual([['main', false], ['total', false]]);
        const tight = await packageBuild(sampleOf(smallBuild, { ...lean, totalLimit: 1000 }).request()).catch((error: unknown) => error);
        expect(tight).toBeInstanceOf(PackageError);
        const [problem, ...others] = (tight as PackageError).problems;
        expect([problem?.code, others]).toEqual(['AMG308', []]);
        expect(problem?.values['movable']).toMatch(/^\s+[\d,]+ {2}assets\/main\/\s+[\d,]+ {2}subpackages\/sub\/$/);
    });
});

describe('the folder of an earlier package', () => {
    it('that was lean becomes a standard one where another build comes into it', async () => {
        const first = sampleOf(smallBuild, lean);
        const out = join(first.folder, 'out');
        await packageBuild(first.request({ outputDirectory: out }));
        const second = sampleOf(hashedBuild);
        cpSync(out, join(second.folder, 'out'), { recursive: true });
        rmSync(out, { recursive: true });
        await packageBuild(second.request({ outputDirectory: join(second.folder, 'out') }));
        expect(pathsOf(join(second.folder, 'out')).filter((path) => path.startsWith(game))).toEqual([]);
    });
});
