// Run by the release gate in Node processes of several releases: loads an unpacked product the way a host does, builds
// with it, and prints what came out as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describeTree } from '../golden/describe-tree';
import { buildWithCocosCli } from '../hosts/cocos-cli';
import { buildWithCreator } from '../hosts/creator';
import type { CreatorLayout } from '../hosts/creator-layout';
import { loadCliPlatform, loadCreatorExtension } from '../hosts/installed-product';
import { sampleProject } from '../hosts/project';

export interface RoadEnd {
    readonly node: string;
    /** Keys of the options that the host shows. */
    readonly panel: readonly string[];
    readonly builds: readonly RoadBuild[];
}

/** One build: of the options that made the golden tree of this name. */
export interface RoadBuild {
    readonly golden: string;
    readonly exitCode: number;
    readonly error?: string;
    /** The package, as the golden trees describe one. */
    readonly tree: string;
}

const [, , host = '', product = '', directory = '', layoutFile = ''] = process.argv;
const lean = { mainPackage: 'lean' };

async function buildOnCli(): Promise<Omit<RoadEnd, 'node'>> {
    const { config, hooks } = loadCliPlatform(product);
    const build = async (golden: string, ours: object, more: object = {}): Promise<RoadBuild> => {
        const options = { debug: false, md5Cache: true, packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/g', deviceOrientation: 'landscape', ...ours } }, ...more };
        return describeBuild(golden, await buildWithCocosCli({ project: sampleProject, directory, hooks, options }));
    };
    // One after the other into one folder, as users build.
    const standard = await build('cli-release-md5', {});
    return { panel: panelOf(config), builds: [standard, await build('cli-lean-release-md5-remote-main', lean, { mainBundleIsRemote: true, startSceneAssetBundle: true })] };
}

async function buildOnCreator(): Promise<Omit<RoadEnd, 'node'>> {
    loadMenuScript();
    const { config, hooks } = loadCreatorExtension(product);
    const layout = JSON.parse(readFileSync(layoutFile, 'utf8')) as CreatorLayout;
    const build = async (golden: string, ours: object): Promise<RoadBuild> => {
        const builtIn = { deviceOrientation: 'landscape', separateEngine: false, wasmSubpackage: false, remoteUrl: 'https://cdn.example.com/c' };
        const options = { packages: { 'alipay-mini-game': builtIn, 'cocos-alipay-mini-game': { showStatusBar: false, ...ours } } };
        return describeBuild(golden, await buildWithCreator({ directory, layout, hooks, options }));
    };
    const standard = await build('creator-md5', {});
    return { panel: panelOf(config), builds: [standard, await build('creator-lean-md5', lean)] };
}

const panelOf = (config: Readonly<Record<string, unknown>>): string[] => Object.keys(config['options'] as object);

function describeBuild(golden: string, { exitCode, error, output }: { readonly exitCode: number; readonly error?: Error; readonly output: string }): RoadBuild {
    return error === undefined ? { golden, exitCode, tree: describeTree(output, product) } : { golden, exitCode, error: error.message, tree: '' };
}

/** Creator loads `main` in the editor's process and calls its methods by the names in package.json. */
function loadMenuScript(): void {
    const load = createRequire(path.join(product, 'package.json'));
    const { main, contributions } = load('./package.json') as { main: string; contributions: { messages: Record<string, { methods: string[] }> } };
    const script = load(main) as { load(): void; methods: Record<string, unknown> };
    script.load();
    for (const name of Object.values(contributions.messages).flatMap(({ methods }) => methods)) {
        if (typeof script.methods[name] !== 'function') throw new Error(`${main} has no method ${name}, which package.json names.`);
    }
}

console.log = () => {};
console.warn = () => {};
void (host === 'creator' ? buildOnCreator() : buildOnCli()).then((end) => process.stdout.write(JSON.stringify({ node: process.versions.node, ...end })));
