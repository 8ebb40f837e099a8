// Golden trees: what our built hooks make of each stand-in host's build. `npm run golden:update` writes them anew.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkPackage } from '../../source/check';
import { readPackage } from '../../source/package';
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

const cliScenarios: readonly CliScenario[] = [
    { name: 'cli-debug', options: { ...packages({}), server: 'https://cdn.example.com/g' } },
    { name: 'cli-release-md5', options: { ...release, ...packages() } },
    { name: 'cli-release-md5-remote-main', options: { ...release, ...packages(), mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-all-subpackages', options: { mainBundleCompressionType: 'subpackage', ...packages({ ...remote, deviceOrientation: 'portrait' }) } },
    { name: 'cli-zip-main', options: { ...release, ...packages(), mainBundleCompressionType: 'zip', mainBundleIsRemote: true, startSceneAssetBundle: true } },
    { name: 'cli-release-no-zip', project: { bundles: sampleProject.bundles.filter(({ compression }) => compression !== 'zip') }, options: { ...release, sourceMaps: false, ...packages({}) } },
    { name: 'cli-native-code', project: { engine: nativeCodeEngine }, options: { ...release, nativeCodeBundleMode: 'both', ...packages() } },
    { name: 'cli-user-templates-md5', project: { templates: userTemplates }, options: { ...release, ...packages() } },
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
    readonly withTemplates?: boolean;
}

const creatorScenarios: readonly CreatorScenario[] = [
    { name: 'creator-all-subpackages', layout: 'all-subpackages' },
    { name: 'creator-remote-and-chunks', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c' }, everyHook: true },
    { name: 'creator-md5', layout: 'md5', ours: { remoteUrl: 'https://cdn.example.com/c' } },
    { name: 'creator-user-templates', layout: 'remote-and-chunks', ours: { remoteUrl: 'https://cdn.example.com/c' }, withTemplates: true },
];

const creatorPackages = (ours: object = {}): Record<string, unknown> => ({
    packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', separateEngine: false, wasmSubpackage: false, ...ours }, 'cocos-alipay-mini-game': { showStatusBar: false } },
});

describe('golden trees of Creator', () => {
    it.each(creatorScenarios)('$name', async ({ name, layout, ours, everyHook, withTemplates }) => {
        const { hooks } = loadCreatorExtension();
        const end = await buildWithCreator({
            directory: path.join(scratch, name),
            layout: readLayout(path.join(projectRoot, 'test', 'fixtures', 'creator', `${layout}.tree.json`)),
            hooks,
            options: creatorPackages(ours),
            ...(everyHook === undefined ? {} : { everyHook }),
            ...(withTemplates === true ? { templates: userTemplates } : {}),
        });
        expect(end.error?.message).toBeUndefined();
        expect(end.exitCode).toBe(36);
        expect(checked(end.output)).toEqual([]);
        await expect(describeTree(end.output)).toMatchFileSnapshot(golden(name));
    });

    const real = ['creator-3.8.5-wechatgame', 'creator-3.8.6-wechatgame', 'creator-3.8.8-wechatgame', 'creator-3.8.8-bytedance-md5'];
    if (!existsSync(shared)) console.info('The lists of real Creator builds are not here: their golden trees are not compared.');
    it.skipIf(!existsSync(shared)).each(real)('the list of a real build: %s', async (list) => {
        const { hooks } = loadCreatorExtension();
        const layout = asAlipayLayout(readLayout(path.join(shared, `${list}.tree.json`)));
        const end = await buildWithCreator({ directory: path.join(scratch, list), layout, hooks, options: creatorPackages({ remoteUrl: 'https://cdn.example.com/c' }) });
        expect(end.error?.message).toBeUndefined();
        expect(checked(end.output)).toEqual([]);
        await expect(describeTree(end.output)).toMatchFileSnapshot(golden(list));
    });
});

/** What a package holds beside the host's files. */
const ownFiles = ['adapter-options.js', 'dom-parser.js', 'engine-adapter.js', 'game.js', 'game.json', 'project.config.json', 'remote-assets.js', 'web-adapter.js', 'web-services.js'];
const madeFiles = {
    'release-md5-remote-main': [...ownFiles, 'subpackages/sub/game.js', 'remote/main/files.70cb4.json', 'remote/rem/files.ba713.json'],
    'debug-all-subpackages': [...ownFiles, ...['internal', 'main', 'sub'].map((name) => `subpackages/${name}/game.js`), 'remote/rem/files.json'],
};

/** Follows every file of a build to where it went: none is lost, and what is new is known by name. */
function accountFor(build: string, output: string): { lost: string[]; made: string[] } {
    const movedScript = (file: string): string => file.replace(/^remote\/(\w+)\/index((\.\w+)?\.js(\.map)?)$/, 'src/bundle-scripts/$1/index$2');
    const inputs = new Set(listTree(build).map(movedScript));
    const outputs = new Set([output, `${output}-remote`, `${output}-maps`].flatMap((folder) => listTree(folder)));
    return { lost: [...inputs].filter((file) => !outputs.has(file)), made: [...outputs].filter((file) => !inputs.has(file)).sort() };
}

describe('golden trees of `pack` over real builds', () => {
    if (!existsSync(shared)) console.info('The data of real builds is not here: they are not packaged.');

    const real = [
        { name: 'release-md5-remote-main' as const, config: { debug: false, md5Cache: true, ...packages() } },
        { name: 'debug-all-subpackages' as const, config: { debug: true, ...packages() } },
    ];
    it.skipIf(!existsSync(shared)).each(real)('$name', ({ name, config }) => {
        const build = path.join(scratch, `real-${name}`);
        writeRealBuild(path.join(shared, name), build);
        const configFile = path.join(scratch, `${name}.json`);
        writeFileSync(configFile, JSON.stringify(config));
        const output = path.join(scratch, `packed-${name}`);
        const run = runBin(['pack', build, '--config', configFile, '--out', output, '--json']);
        expect(run.stderr).not.toContain('error');
        expect(run.status).toBe(0);
        const result = JSON.parse(run.stdout) as { files: { path: string }[]; bytes: number };
        expect(result.files.length).toBeGreaterThan(20);
        expect(accountFor(build, output)).toEqual({ lost: [], made: [...madeFiles[name]].sort() });
        expect(checked(output)).toEqual([]);
        return expect(describeTree(output)).toMatchFileSnapshot(golden(`pack-${name}`));
    });
});
