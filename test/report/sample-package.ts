// A package like those people really have: over the limit, with bundles of every kind, for tests of check and report.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gameFolders, gameSubpackage, leanPath } from '../../source/package';

/** Bytes that look like a texture to gzip: always the same, and hardly compressible. */
export function noise(bytes: number, seed: number): Buffer {
    const buffer = Buffer.alloc(bytes);
    let state = seed * 2654435761 >>> 0 || 1;
    for (let index = 0; index < bytes; index += 1) {
        state ^= state << 13; state >>>= 0;
        state ^= state >>> 17;
        state ^= state << 5; state >>>= 0;
        buffer[index] = state & 0xff;
    }
    return buffer;
}

/** A file that tells tools it is a PNG of this size. */
export function png(width: number, height: number, bytes: number, seed: number): Buffer {
    const data = noise(Math.max(bytes, 33), seed);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(data);
    data.writeUInt32BE(width, 16);
    data.writeUInt32BE(height, 20);
    return data;
}

/** A script of about this length that compresses as scripts do. */
export function script(bytes: number, seed: number): string {
    const lines: string[] = [];
    let length = 0;
    for (let index = seed * 1000; length < bytes; index += 1) {
        const line = `function f${index}(a,b){var c=a*${index % 977}+b;return c>${index % 131}?f${Math.max(0, index - 3)}(c,b):c}\n`;
        lines.push(line);
        length += line.length;
    }
    return lines.join('').slice(0, bytes);
}

type Files = Readonly<Record<string, string | Uint8Array>>;
/** Files by path; null for those that shall not be there. */
type Changes = Readonly<Record<string, string | Uint8Array | null>>;

interface SampleAsset {
    readonly id: string;
    readonly path: string;
    readonly type: string;
    readonly native?: { readonly extension: string; readonly data: Uint8Array };
    readonly importData?: unknown;
}

const id = (bundle: number, asset: number): string => `${(0x10 + bundle).toString(16)}${asset.toString(16).padStart(6, '0')}-0000-4000-8000-0000000000${bundle.toString(16).padStart(2, '0')}`;

/** A bundle's config and files in the form of a debug build, whose ids are the ones in file names. */
export function bundleFiles(root: string, name: string, assets: readonly SampleAsset[]): Files {
    const files: Record<string, string | Uint8Array> = {
        [`${root}/config.json`]: JSON.stringify({
            importBase: 'import', nativeBase: 'native', name, deps: [], uuids: assets.map((asset) => asset.id),
            paths: Object.fromEntries(assets.filter(({ type }) => type !== 'cc.SceneAsset').map((asset) => [asset.id, [asset.path, asset.type, 1]])),
            scenes: Object.fromEntries(assets.filter(({ type }) => type === 'cc.SceneAsset').map((asset) => [asset.path, asset.id])),
            packs: {}, versions: { import: [], native: [] }, redirect: [], debug: true, extensionMap: {}, hasPreloadScript: true, dependencyRelationships: {},
        }),
    };
    for (const asset of assets) {
        files[`${root}/import/${asset.id.slice(0, 2)}/${asset.id}.json`] = JSON.stringify(asset.importData ?? [1, [], [], [['cc.ImageAsset', ['_name', '_native'], 1]], [], [[0, asset.path, asset.native?.extension ?? '']], [0]]);
        if (asset.native !== undefined) files[`${root}/native/${asset.id.slice(0, 2)}/${asset.id}${asset.native.extension}`] = asset.native.data;
    }
    return files;
}

/** A scene or prefab as builds write them: its classes stand in the list of classes. */
export function serialized(type: string, name: string, components: readonly string[] = []): unknown {
    return [1, 0, 0, [['cc.Node', ['_name', '_components'], 1, 9], [type, ['_name'], 2], ...components.map((component) => [component, ['node', '_url'], 2, 1])], [[0, 0, 1, 2], [1, 0, 1], ...components.map((_, index) => [index + 2, 0, 1])], [[0, name]], [0]];
}

const textures = (bundle: number, folder: string, list: readonly (readonly [string, number, number, number])[]): SampleAsset[] =>
    list.map(([name, width, height, bytes], index) => ({ id: id(bundle, index), path: `${folder}/${name}`, type: 'cc.ImageAsset', native: { extension: '.png', data: png(width, height, bytes, bundle * 100 + index) } }));

const settings = {
    CocosEngine: '3.8.8',
    engine: { debug: false, platform: 'alipay-mini-game' },
    assets: {
        server: 'https://cdn.example.com/harbour/', remoteBundles: ['islands'], subpackages: ['harbour'], projectBundles: ['internal', 'main', 'resources', 'harbour', 'islands'],
        bundleVers: {}, preloadBundles: [{ bundle: 'main' }],
    },
    scripting: { scriptPackages: ['../src/chunks/bundle.js'] },
    rendering: { effectSettingsPath: 'src/effect.bin' },
};

interface SampleFiles {
    readonly pack: Files;
    readonly remote: Files;
}

let sample: SampleFiles | undefined;

/** The files of the package, and those of its remote folder under `remote/`. */
export function sampleFiles(): SampleFiles {
    sample ??= makeSampleFiles();
    return sample;
}

function makeSampleFiles(): SampleFiles {
    const shared = png(512, 512, 96_000, 7);
    const parrot = { id: id(3, 40), path: 'parrot', type: 'cc.ImageAsset', native: { extension: '.png', data: shared } };
    return {
        pack: {
            'game.js': "require('./web-adapter.js');\nrequire('./src/system.bundle.js');\nrequire('./src/import-map.js');\nrequire('./application.js');\nrequire('./engine-adapter.js');\n",
            'game.json': JSON.stringify({ deviceOrientation: 'landscape', screenOrientation: 'landscape', showStatusBar: false, subpackages: [{ name: 'harbour', root: 'subpackages/harbour/' }] }),
            'project.config.json': '{"setting":{"transpile":false,"minify":false}}',
            'application.js': script(1_200, 1),
            'web-adapter.js': script(36_000, 2),
            'engine-adapter.js': script(27_000, 3),
            'adapter-options.js': 'module.exports = {};',
            'cocos-js/cc.js': script(1_760_000, 4),
            'cocos-js/bullet.release.asm-3fBx0a1c.js': script(640_000, 5),
            'cocos-js/spine.asm-BCCB8IGt.js': script(420_000, 6),
            'cocos-js/spine.wasm-DuYD2yqA.js': script(3_000, 7),
            'cocos-js/assets/spine-BUh5FZoK.wasm': noise(310_000, 8),
            'src/settings.json': JSON.stringify(settings),
            'src/import-map.js': "exports.default = { imports: { cc: './../cocos-js/cc.js' } };",
            'src/system.bundle.js': script(10_500, 9),
            'src/polyfills.bundle.js': script(44_000, 10),
            'src/effect.bin': noise(52_000, 11),
            'src/chunks/bundle.js': script(168_000, 12),
            'src/bundle-scripts/islands/index.js': script(24_000, 13),
            'assets/internal/index.js': '/* nothing */',
            ...bundleFiles('assets/internal', 'internal', [
                { id: id(1, 0), path: 'db://internal/default_fonts/OpenSans-Regular', type: 'cc.TTFFont', native: { extension: '.ttf', data: noise(96_000, 20) } },
                { id: id(1, 1), path: 'db://internal/default_materials/ui-sprite-material', type: 'cc.Material' },
            ]),
            'assets/main/index.js': script(9_000, 14),
            ...bundleFiles('assets/main', 'main', [
                { id: id(2, 0), path: 'db://assets/scenes/start.scene', type: 'cc.SceneAsset', importData: serialized('cc.SceneAsset', 'start', ['cc.Canvas', 'cc.Sprite']) },
                { id: id(2, 1), path: 'db://assets/ui/title', type: 'cc.ImageAsset', native: { extension: '.png', data: png(1024, 512, 148_000, 30) } },
            ]),
            'assets/resources/index.js': script(3_000, 15),
            ...bundleFiles('assets/resources', 'resources', [
                ...textures(3, 'ships', [['galleon', 2048, 1024, 312_000], ['sloop', 1024, 1024, 141_000], ['brig', 1024, 1024, 118_000], ['rowboat', 256, 256, 21_000]]),
                ...Array.from({ length: 24 }, (_, index): SampleAsset => ({ id: id(3, 100 + index), path: `icons/icon-${index}`, type: 'cc.ImageAsset', native: { extension: '.png', data: png(96, 96, 3_000 + index * 90, 400 + index) } })),
                parrot,
                { id: id(3, 60), path: 'music/sea', type: 'cc.AudioClip', native: { extension: '.mp3', data: noise(486_000, 60) } },
                { id: id(3, 61), path: 'levels', type: 'cc.JsonAsset', importData: Array.from({ length: 900 }, (_, index) => ({ level: index, wind: index % 7, ships: [index % 3, index % 5] })) },
                { id: id(3, 62), path: 'prefabs/ship', type: 'cc.Prefab', importData: serialized('cc.Prefab', 'ship', ['sp.Skeleton']) },
            ]),
            'subpackages/harbour/game.js': "require('./index.js');\n",
            'subpackages/harbour/index.js': script(31_000, 16),
            ...bundleFiles('subpackages/harbour', 'harbour', [
                ...textures(4, 'houses', [['customs', 1024, 1024, 226_000], ['tavern', 1024, 1024, 187_000]]),
                { ...parrot, id: id(4, 40), path: 'parrot' },
            ]),
        },
        remote: bundleFiles('remote/islands', 'islands', [
            ...textures(5, 'maps', [['atlantic', 2048, 2048, 1_420_000], ['caribbean', 2048, 2048, 1_130_000], ['legend', 512, 512, 88_000]]),
            { ...parrot, id: id(5, 40), path: 'parrot' },
            { id: id(5, 60), path: 'ambience', type: 'cc.AudioClip', native: { extension: '.mp3', data: noise(910_000, 61) } },
        ]),
    };
}

/** The files of a package in the standard layout, in the lean one. Its main package starts what lies in the game's subpackage. */
export function toLean(pack: Changes): Changes {
    const gameJson = JSON.parse(String(pack['game.json'])) as { subpackages?: unknown };
    const { subpackages } = gameJson;
    const { 'game.js': entry, ...others } = pack;
    return {
        ...Object.fromEntries(Object.entries(others).map(([file, content]) => [leanPath(file), content])),
        'game.json': JSON.stringify({ ...gameJson, subpackages: [...(Array.isArray(subpackages) ? subpackages as unknown[] : []), gameSubpackage] }),
        ...(entry === undefined || entry === null ? {} : { 'game.js': "require('./web-adapter.js');\nrequire('./first-screen.js');\nrequire('./lean-start.js');\n" }),
        'first-screen.js': script(5_500, 17),
        'first-screen/logo.png': png(512, 256, 42_000, 90),
        'lean-start.js': script(2_800, 18),
        [`${gameSubpackage.root}adapter-options.js`]: `module.exports = { "gameFiles": ${JSON.stringify({ root: gameSubpackage.root, folders: gameFolders })} };\n`,
        [`${gameSubpackage.root}game.js`]: "require('./start-game.js');\n",
        [`${gameSubpackage.root}start-game.js`]: String(entry ?? '').replace("require('./web-adapter.js');\n", ''),
    };
}

/** Writes the sample to `folder` and `folder-remote`, all but what `changes` removes (null) or replaces. */
export function writeSample(folder: string, changes: Changes = {}, layout: (pack: Changes) => Changes = (pack) => pack): void {
    const { pack, remote } = sampleFiles();
    writeTree(folder, layout({ ...pack, ...Object.fromEntries(Object.entries(changes).filter(([file]) => !file.startsWith('remote/'))) }));
    writeTree(`${folder}-remote`, { ...remote, ...Object.fromEntries(Object.entries(changes).filter(([file]) => file.startsWith('remote/'))) });
}

/** Files that were there for a while: what measures a package remembers only those. */
export function writeTree(folder: string, files: Changes): void {
    const before = new Date(Date.now() - 60_000);
    for (const [file, content] of Object.entries(files)) {
        if (content === null) continue;
        const absolute = path.join(folder, file);
        mkdirSync(path.dirname(absolute), { recursive: true });
        writeFileSync(absolute, content);
        utimesSync(absolute, before, before);
    }
}
