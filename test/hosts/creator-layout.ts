// What Creator's built-in platform leaves on disk: a list of files like the ones in `*.tree.json`, filled with content.
import path from 'node:path';
import { sampleBytes } from './project';
import { writeFile } from './write-files';

/** A build's files and the settings that describe it; the form of the lists of real Creator builds. */
export interface CreatorLayout {
    readonly settings: {
        readonly CocosEngine: string;
        readonly scriptPackages: readonly string[];
        readonly assets: {
            readonly server: string;
            readonly remoteBundles: readonly string[];
            readonly subpackages: readonly string[];
            readonly bundleVers: Readonly<Record<string, string>>;
            readonly projectBundles: readonly string[];
            readonly preloadBundles: readonly { readonly bundle: string }[];
        };
        readonly rendering: Readonly<Record<string, unknown>>;
    };
    readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** Files that only the other platforms of the lists have; Creator's Alipay output is the same without them. */
const foreign = [/^first-screen\.js$/, /^logo\.png$/, /^slogan\.png$/, /^project(\.private)?\.config\.json$/, /^openDataContext\//, /^src\/project$/];

/** The layout as the built-in Alipay platform would have left it. */
export function asAlipayLayout(layout: CreatorLayout): CreatorLayout {
    return { ...layout, files: layout.files.filter(({ path: file }) => !foreign.some((pattern) => pattern.test(file))) };
}

/** Writes a layout to a folder: every file with its size; those that tools read with real content. */
export function writeCreatorLayout(output: string, layout: CreatorLayout): void {
    for (const { path: file, bytes } of layout.files) writeFile(output, file, contentOf(file, bytes, layout));
}

function contentOf(file: string, bytes: number, layout: CreatorLayout): string | Uint8Array {
    const find = (pattern: RegExp): string => layout.files.find((candidate) => pattern.test(candidate.path))?.path ?? '';
    const name = path.posix.basename(path.posix.dirname(file));
    if (/^src\/settings(\.\w+)?\.json$/.test(file)) return pad(JSON.stringify(settingsOf(layout)), bytes);
    if (/^src\/import-map(\.\w+)?\.js$/.test(file)) return pad(`"use strict";exports.default={imports:{cc:"./../${find(/^cocos-js\/cc(\.\w+)?\.js$/)}"}};`, bytes);
    if (/^application(\.\w+)?\.js$/.test(file)) return pad(`System.register([],function(e){e("Application",function(){this.settingsPath="${find(/^src\/settings(\.\w+)?\.json$/)}"});return{execute:function(){}}});`, bytes);
    if (file === 'game.js') return pad(`require("./${find(/^web-adapter(\.\w+)?\.js$/)}");require("./${find(/^src\/system\.bundle(\.\w+)?\.js$/)}");require("./${find(/^application(\.\w+)?\.js$/)}");`, bytes);
    if (file === 'game.json') return pad(JSON.stringify({ screenOrientation: 'landscape', networkTimeout: { request: 5000, connectSocket: 5000, upload: 5000, download: 5000 }, showStatusBar: false, ...subpackagesOf(layout) }), bytes);
    if (/\/config(\.\w+)?\.json$/.test(file)) {
        return pad(JSON.stringify({ importBase: 'import', nativeBase: 'native', name, deps: [], uuids: [], paths: {}, scenes: {}, packs: {}, versions: { import: [], native: [] }, redirect: [], debug: false, extensionMap: {}, hasPreloadScript: true, dependencyRelationships: {}, types: [] }), bytes);
    }
    const isForwarding = file.endsWith('/game.js') && layout.files.some((other) => other.path === file.replace(/game\.js$/, 'index.js'));
    if (isForwarding) return "require('./index.js');\n";
    if (file.endsWith('.js')) return pad(`/* ${file} */`, bytes);
    if (file.endsWith('.json')) return pad('[1]', bytes);
    return sampleBytes(bytes, bytes + 1);
}

function settingsOf({ settings: { CocosEngine, scriptPackages, assets, rendering } }: CreatorLayout): object {
    return {
        CocosEngine, engine: { debug: false, platform: 'alipay-mini-game' }, assets, rendering, scripting: { scriptPackages },
        plugins: { jsList: [] }, launch: { launchScene: 'db://assets/main.scene' },
        screen: { exactFitScreen: true, designResolution: { width: 960, height: 640, policy: 2 }, orientation: 'landscape' },
    };
}

function subpackagesOf({ settings: { assets: { subpackages } } }: CreatorLayout): object {
    return subpackages.length === 0 ? {} : { subpackages: subpackages.map((name) => ({ name, root: `subpackages/${name}/` })) };
}

/** Spaces up to a size; content that is longer stays whole. */
function pad(text: string, bytes: number): string {
    return text.padEnd(bytes, ' ');
}
