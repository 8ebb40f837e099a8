// A small Cocos project as the stand-in hosts build it: few files, but every kind the packager has to know.

/** Content of a file, by path relative to where it belongs. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface ProjectBundle {
    readonly name: string;
    readonly kind: 'local' | 'subpackage' | 'remote';
    readonly compression: 'none' | 'merge_dep' | 'merge_all_json' | 'zip';
    /** What the bundle's script does, beyond its registration. */
    readonly script: string;
    /** Files under `import/`, by name without extension. */
    readonly imports: Files;
    /** Files under `native/`, by name with extension; `uuid/File.ttf` keeps its name and has the md5 in its folder. */
    readonly natives: Files;
}

export interface Project {
    readonly bundles: readonly ProjectBundle[];
    /** Files of `cocos-js/` besides `cc.js`: chunks, wasm, asm.js. */
    readonly engine: Files;
    /** Files below `build-templates/`: `common/x`, `alipay-mini-game/game.json`. */
    readonly templates: Files;
}

/** Bytes that look like nothing in particular, the same for the same seed. */
export function sampleBytes(length: number, seed = 1): Uint8Array {
    const bytes = new Uint8Array(length);
    let state = seed;
    for (let index = 0; index < length; index += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        bytes[index] = state >>> 24;
    }
    return bytes;
}

const uuid = (digits: string): string => `${digits.padEnd(8, '0')}-1111-4222-8333-444455556666`;
const json = (name: string): string => JSON.stringify([1, [name], ['_name'], 0, [['cc.JsonAsset', 1]]]);

function bundle(name: string, kind: ProjectBundle['kind'], compression: ProjectBundle['compression'], extra: Partial<ProjectBundle> = {}): ProjectBundle {
    return { name, kind, compression, script: `/* scripts of ${name} */`, imports: { [uuid(`${name.length}a`)]: json(name) }, natives: {}, ...extra };
}

const internal = bundle('internal', 'local', 'merge_all_json', {
    natives: { [`${uuid('08f')}/OpenSans-Regular.ttf`]: sampleBytes(700, 3), [`${uuid('9c')}.png`]: sampleBytes(90, 4) },
});

/** The project of the recordings: internal, resources, main, a remote zip bundle `rem`, a subpackage `sub`. */
export const sampleProject: Project = {
    bundles: [
        internal,
        bundle('resources', 'local', 'merge_dep'),
        bundle('main', 'local', 'merge_dep', { natives: { [`${uuid('13')}.png`]: sampleBytes(400, 5) } }),
        bundle('rem', 'remote', 'zip', { imports: { [uuid('ab')]: json('rdata') } }),
        bundle('sub', 'subpackage', 'merge_dep'),
    ],
    engine: {},
    templates: {},
};

/** Native code in several engine files, as `nativeCodeBundleMode: 'both'` leaves them: wasm with its asm.js twin. */
export const nativeCodeEngine: Files = {
    '_virtual_cc-Zq1.js': 'System.register([], function () { return { execute: function () {} }; }); // engine\n',
    'spine.wasm-Va2.js': 'System.register([], function () { return { execute: function () {} }; }); // wasm glue\n',
    'spine.asm-Dx3.js': 'System.register([], function () { return { execute: function () {} }; }); // asm.js\n',
    'assets/spine-BUh.wasm': Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    'assets/spine.js.mem-pbm.bin': sampleBytes(64, 6),
};

/** What a user keeps in `build-templates`: a file for all platforms, one of the package's own, settings to merge. */
export const userTemplates: Files = {
    'common/common.txt': 'hello common',
    'alipay-mini-game/game.json': JSON.stringify({ showStatusBar: true, networkTimeout: { request: 5000 } }),
    'alipay-mini-game/project.config.json': JSON.stringify({ setting: { transpile: true } }),
    'alipay-mini-game/open-data/readme.txt': 'kept as it is',
};
