// Golden trees: what our built hooks make of each stand-in host's build. `npm run golden:update` writes them anew.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkPackage } from '../../source/check';
import { gameSubpackage, readPackage, standardPath, startFile, type PackagePart } from '../../source/package';
import { projectRoot } from '../environment/registry';
import { buildWithCocosCli } from '../hosts/cocos-cli';
import { buildWithCreator } from '../hosts/creator';
import { asAlipayLayout, type CreatorLayout } from '../hosts/creator-layout';
import { loadCliPlatform, loadCreatorExtension, runBin } from '../hosts/installed-product';
import { writeRealBuild } from '../hosts/real-build';
import { listTree } from '../hosts/md5-pass';
import { nativeCodeEngine, sampleProject, userTemplates, type Project } from '../hosts/project';
import { describeTree } from './describe-tree';

const scratch = mkdtempSync(path.join(tmpdir(), 'golden-'));
const shared = path.resolve(projectRoot, '..', 'shared', 'host-builds');

beforeAll(() => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterAll(() => {
    vi.restoreAllMocks();
    rmSync(scratch, { recursive: true, force: true });
});

const golden = (name: string): string => path.join(projectRoot, 'test', 'golden', 'trees', `${name}.txt`);
const readLayout = (file: string): CreatorLayout => JSON.parse(readFileSync(file, 'utf8')) as CreatorLayout;

/** Real games may be too large for Alipay, and builds for other platforms have wasm without asm.js. */
const faultsOfTheGame = ['AMG407', 'AMG408', 'AMG423'];

/** Errors that `check` finds in a package: none may be the packager's. */
const checked = (output: string): string[] =>
    checkPackage(readPackage(output)).filter(({ level, code }) => level === 'error' && !faultsOfTheGame.includes(code)).map(({ code, where }) => `${code} ${where}`);

interface CliScenario {
    readonly name: string;
    readonly project?: Partial<Project>;
    readonly options: Readonly<Record<string, unknown>>;
}

const remote = { remoteUrl: 'https://cdn.example.com/g', deviceOrientation: 'landscape' };
const packages = (ours: object = remote): Record<string, unknown> => ({ packages: { 'alipay-mini-game': ours } });
const release = { debug: false, md5Cache: true };
const lean = { mainPackage: 'lean' };
/** An entry that requires files of the main package as if it stood there. */
const ownEntry = "require('./web-adapter.js');\nrequire('./start-up.js');\nrequire('<%= systemJsBundleFile %>');\nrequire('<%= importMapFile %>');\n// <%= applicationJs %>\nrequire('./engine-adapter.js');\n";
const entryTemplates = { ...userTemplates, 'alipay-mini-game/game.ejs': ownEntry, 'common/start-up.js': 'module.exports = {};' };

const cliScenarios: readonly CliScenario[] = [
    { name: 'cli-debug', options: { ...packages({}), server: 'https://cdn.example.com/g' } },
    { name: 'cli-release-md5', options: { ...release, ...packages() } },
    { name: 'cli-release-md5-remote-main', options: { ...release, ...packages(), mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-all-subpackages', options: { mainBundleCompressionType: 'subpackage', ...packages({ ...remote, deviceOrientation: 'portrait' }) } },
    { name: 'cli-zip-main', options: { ...release, ...packages(), mainBundleCompressionType: 'zip', mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-release-no-zip', project: { bundles: sampleProject.bundles.filter(({ compression }) => compression !== 'zip') }, options: { ...release, sourceMaps: false, ...packages({}) } },
    { name: 'cli-native-code', project: { engine: nativeCodeEngine }, options: { ...release, nativeCodeBundleMode: 'both', ...packages() } },
    { name: 'cli-user-templates-md5', project: { templates: userTemplates }, options: { ...release, ...packages() } },
    { name: 'cli-lean-debug', options: { ...packages(lean), server: 'https://cdn.example.com/g' } },
    { name: 'cli-lean-release-md5-remote-main', options: { ...release, ...packages({ ...remote, ...lean }), mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-lean-all-subpackages', options: { mainBundleCompressionType: 'subpackage', ...packages({ ...remote, ...lean }) } },
    { name: 'cli-lean-zip-main', options: { ...release, ...packages({ ...remote, ...lean }), mainBundleCompressionType: 'zip', mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-lean-native-code', project: { engine: nativeCodeEngine }, options: { ...release, nativeCodeBundleMode: 'both', ...packages({ ...remote, ...lean }) } },
    { name: 'cli-lean-user-templates-md5', project: { templates: entryTemplates }, options: { ...release, ...packages({ ...remote, ...lean }) } },
    { name: 'cli-lean-remote-inside', options: { ...release, ...packages({ ...remote, ...lean, remoteOutput: 'inside' }) } },
    { name: 'cli-remote-inside', options: { ...release, ...packages({ ...remote, remoteOutput: 'inside' }) } },
];

describe('golden trees of the Cocos CLI', () => {
    it.each(cliScenarios)('$name', async ({ name, project, options }) => {
        const { hooks } = loadCliPlatform();
        const end = await buildWithCocosCli({ project: { ...sampleProject, ...project }, directory: path.join(scratch, name), hooks, options });
        expect(end.error?.message).toBeUndefined();
        expect(checked(end.output)).toEqual([]);
        await expect(describeTree(end.output)).toMatchFileSnapshot(golden(name));
    });
});

interface CreatorScenario {
    readonly name: string;
    readonly layout: string;
    readonly ours?: object;
    readonly everyHook?: boolean;
    readonly templates?: typeof userTemplates;
}

const creatorScenarios: readonly CreatorScenario[] = [
    { name: 'creator-all-subpackages', layout: 'all-subpackages' },
    { name: 'creator-remote-and-chunks', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c' }, everyHook: true },
    { name: 'creator-md5', layout: 'md5', ours: { remoteUrl: 'https://cdn.example.com/c' } },
    { name: 'creator-lean-all-subpackages', layout: 'all-subpackages', ours: lean },
    { name: 'creator-lean-remote-and-chunks', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c', ...lean }, everyHook: true },
    { name: 'creator-lean-md5', layout: 'md5', ours: { remoteUrl: 'https://cdn.example.com/c', ...lean } },
    { name: 'creator-lean-user-templates', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c', ...lean }, templates: entryTemplates },
    { name: 'creator-user-templates', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c' }, templates: userTemplates },
];

const creatorPackages = (ours: object = {}): Record<string, unknown> => ({
    packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', separateEngine: false, wasmSubpackage: false, ...ours }, 'cocos-alipay-mini-game': { showStatusBar: false } },
});

describe('golden trees of Creator', () => {
    it.each(creatorScenarios)('$name', async ({ name, layout, ours, everyHook, templates }) => {
        const { hooks } = loadCreatorExtension();
        const end = await buildWithCreator({
            directory: path.join(scratch, name),
            layout: readLayout(path.join(projectRoot, 'test', 'fixtures', 'creator', `${layout}.tree.json`)),
            hooks,
            options: creatorPackages(ours),
            ...(everyHook === undefined ? {} : { everyHook }),
            ...(templates === undefined ? {} : { templates }),
        });
        expect(end.error?.message).toBeUndefined();
        expect(end.exitCode).toBe(36);
        expect(checked(end.output)).toEqual([]);
        await expect(describeTree(end.output)).toMatchFileSnapshot(golden(name));
    });

    const real = ['creator-3.8.5-wechatgame', 'creator-3.8.6-wechatgame', 'creator-3.8.8-wechatgame', 'creator-3.8.8-bytedance-md5'];
    if (!existsSync(shared)) console.info('The lists of real Creator builds are not here: their golden trees are not compared.');
    const layouts = real.flatMap((list) => [{ list, name: list, ours: {} }, { list, name: list.replace('creator-', 'creator-lean-'), ours: lean }]);
    it.skipIf(!existsSync(shared)).each(layouts)('the list of a real build: $name', async ({ list, name, ours }) => {
        const { hooks } = loadCreatorExtension();
        const layout = asAlipayLayout(readLayout(path.join(shared, `${list}.tree.json`)));
        const end = await buildWithCreator({ directory: path.join(scratch, name), layout, hooks, options: creatorPackages({ remoteUrl: 'https://cdn.example.com/c', ...ours }) });
        expect(end.error?.message).toBeUndefined();
        expect(checked(end.output)).toEqual([]);
        await expect(describeTree(end.output)).toMatchFileSnapshot(golden(name));
    });
});

/** What a package holds beside the host's files, at its path in the standard layout. */
const ownFiles = ['adapter-options.js', 'dom-parser.js', 'engine-adapter.js', 'first-screen.js', 'game.js', 'game.json', 'engine-services.js', 'project.config.json', 'remote-assets.js',
    'start-failure.js', 'text-services.js', 'web-adapter.js', 'web-services.js'];
const leanFiles = ['lean-start.js', ...['adapter-options.js', 'game.js', 'start-failure.js'].map((name) => gameSubpackage.root + name), `${gameSubpackage.root}${startFile}`];
const madeFiles = {
    'release-md5-remote-main': [...ownFiles, 'subpackages/sub/game.js', 'remote/main/files.70cb4.json', 'remote/rem/files.ba713.json'],
    'debug-all-subpackages': [...ownFiles, ...['internal', 'main', 'sub'].map((name) => `subpackages/${name}/game.js`), 'remote/rem/files.json'],
};

/** Follows every file of a build to where it went: none is lost, and what is new is known by name. */
function accountFor(build: string, output: string): { lost: string[]; made: string[] } {
    const movedScript = (file: string): string => file.replace(/^remote\/(\w+)\/index((\.\w+)?\.js(\.map)?)$/, 'src/bundle-scripts/$1/index$2');
    const inputs = new Set(listTree(build).map(movedScript));
    const outputs = new Set([output, `${output}-remote`, `${output}-maps`].flatMap((folder) => listTree(folder)).map(standardPath));
    return { lost: [...inputs].filter((file) => !outputs.has(file)), made: [...outputs].filter((file) => !inputs.has(file)).sort() };
}

interface Packed {
    readonly output: string;
    readonly files: readonly { readonly path: string }[];
    readonly parts: readonly PackagePart[];
}

/** Runs `pack` on a recorded build of real sizes. */
function packReal(recorded: string, name: string, config: object): Packed & { readonly build: string } {
    const build = path.join(scratch, `real-${name}`);
    writeRealBuild(path.join(shared, recorded), build);
    const configFile = path.join(scratch, `${name}.json`);
    writeFileSync(configFile, JSON.stringify(config));
    const output = path.join(scratch, `packed-${name}`);
    const run = runBin(['pack', build, '--config', configFile, '--out', output, '--json']);
    expect(run.stderr).not.toContain('error');
    expect(run.status).toBe(0);
    return { ...JSON.parse(run.stdout) as Packed, output, build };
}

describe('golden trees of `pack` over real builds', () => {
    if (!existsSync(shared)) console.info('The data of real builds is not here: they are not packaged.');

    const configs = { 'release-md5-remote-main': { debug: false, md5Cache: true }, 'debug-all-subpackages': { debug: true } } as const;
    const recordings = ['release-md5-remote-main', 'debug-all-subpackages'] as const;
    const real = recordings.flatMap((recorded) => [
        { name: `pack-${recorded}`, recorded, ours: remote, made: madeFiles[recorded] },
        { name: `pack-lean-${recorded}`, recorded, ours: { ...remote, ...lean }, made: [...madeFiles[recorded], ...leanFiles] },
    ]);
    it.skipIf(!existsSync(shared)).each(real)('$name', ({ name, recorded, ours, made }) => {
        const { build, output, files } = packReal(recorded, name, { ...configs[recorded], ...packages(ours) });
        expect(files.length).toBeGreaterThan(20);
        expect(accountFor(build, output)).toEqual({ lost: [], made: [...made].sort() });
        expect(checked(output)).toEqual([]);
        return expect(describeTree(output)).toMatchFileSnapshot(golden(name));
    });

    it.skipIf(!existsSync(shared))('a lean main package of a real game is the first screen alone: at most 60,000 bytes', () => {
        const mainOf = (ours: object): number => packReal('release-md5-remote-main', 'sizes', { ...configs['release-md5-remote-main'], ...packages({ ...remote, ...ours }) }).parts[0]?.bytes ?? 0;
        const [standard, small] = [mainOf({}), mainOf(lean)];
        console.info(`main package of release-md5-remote-main: ${standard} bytes, lean ${small}`);
        expect(standard).toBeGreaterThan(4_000_000);
        expect(small).toBeLessThanOrEqual(60_000);
    });
});
