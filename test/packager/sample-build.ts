import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach } from 'vitest';
import { resolveOptions, type AlipayOptions } from '../../source/options';
import type { PackageRequest } from '../../source/packager';
import { bundledAdapters, firstScreenAdapters, leanAdapters, startAdapters } from '../../source/packager/artefacts/adapters';

const repository = join(__dirname, '..', '..');

const folders: string[] = [];
afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Where this checkout lies: often another file system than that of temporary folders (see environment/memory-folder). */
export const checkoutFolder = join(repository, 'node_modules');

/** A folder of its own for one test, removed after it. */
export function temporaryFolder(parent = tmpdir()): string {
    const folder = realpathSync(mkdtempSync(join(parent, '.packager-')));
    folders.push(folder);
    return folder;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function writeFiles(folder: string, files: Files): void {
    for (const [path, data] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), data);
    }
}

/** Every file below a folder with the sha256 of its bytes; folders that hold nothing end in `/`. */
export function readTree(folder: string): Record<string, string> {
    const tree: Record<string, string> = {};
    const visit = (path: string): void => {
        const children = readdirSync(path, { withFileTypes: true });
        if (children.length === 0) tree[`${relative(folder, path)}/`] = '';
        for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const at = join(path, child.name);
            if (child.isSymbolicLink()) tree[relative(folder, at)] = 'link';
            else if (child.isDirectory()) visit(at);
            else tree[relative(folder, at)] = createHash('sha256').update(readFileSync(at)).digest('hex');
        }
    };
    if (existsSync(folder)) visit(folder);
    return tree;
}

const settings = (assets: object): string => JSON.stringify({
    CocosEngine: '3.8.5',
    assets: { server: '', preloadBundles: [{ bundle: 'main' }], bundleVers: {}, ...assets },
    scripting: { scriptPackages: ['../src/chunks/bundle.js'] },
    screen: { orientation: 'landscape' },
    rendering: { renderPipeline: '' },
});
const config = (name: string): string => JSON.stringify({ name, importBase: 'import', nativeBase: 'native', uuids: [], paths: {}, deps: [] });

/** A small build in the layout of the Cocos CLI: one bundle of each kind, source maps, a remote script left with its data. */
export const smallBuild: Files = {
    'application.js': 'System.register([], function () { return { execute: function () {} }; }); // src/settings.json',
    'application.js.map': '{}',
    'cocos-js/cc.js': '/* engine */',
    'cocos-js/cc.js.map': '{"version":3}',
    'src/settings.json': settings({ projectBundles: ['internal', 'main', 'far', 'sub'], remoteBundles: ['far'], subpackages: ['sub'] }),
    'src/system.bundle.js': '/* SystemJS */',
    'src/polyfills.bundle.js': '/* polyfills */',
    'src/import-map.js': '"use strict"; exports.default = { imports: { "cc": "./../cocos-js/cc.js" } };',
    'src/chunks/bundle.js': '/* chunks */',
    'src/chunks/bundle.js.map': '{}',
    'assets/internal/config.json': config('internal'),
    'assets/internal/index.js': '/* internal */',
    'assets/main/config.json': config('main'),
    'assets/main/index.js': '/* main */',
    'assets/main/native/aa/data.map': 'a map of the game world, no source map',
    'subpackages/sub/config.json': config('sub'),
    'subpackages/sub/index.js': '/* sub */',
    'remote/far/config.json': config('far'),
    'remote/far/index.js': '/* far */',
    'remote/far/index.js.map': '{}',
    'remote/far/import/12/1234.json': '["far"]',
    'remote/far/native/56/5678.png': Buffer.from([1, 2, 3]),
};

/** The same with md5 names, as both hosts give them. */
export const hashedBuild: Files = {
    'application.9f8f9.js': '/* application */ "src/settings.abc13.json"',
    'cocos-js/cc.60f5b.js': '/* engine */',
    'src/settings.abc13.json': settings({
        projectBundles: ['main', 'far', 'sub'], remoteBundles: ['far'], subpackages: ['sub'],
        bundleVers: { main: '70cb4', far: 'ba713', sub: '861de' }, server: 'https://cdn.example.com/g/',
    }).replace('bundle.js', 'bundle.d4c8d.js'),
    'src/system.bundle.9fd6a.js': '/* SystemJS */',
    'src/import-map.f5d2f.js': 'exports.default={"imports":{"cc":"./../cocos-js/cc.60f5b.js"}}',
    'src/chunks/bundle.d4c8d.js': '/* chunks */',
    'src/bundle-scripts/far/index.ba713.js': '/* far */',
    'src/bundle-scripts/far/index.js.map': '{}',
    'assets/main/config.70cb4.json': config('main'),
    'assets/main/index.70cb4.js': '/* main */',
    'subpackages/sub/config.861de.json': config('sub'),
    'subpackages/sub/index.js': '/* sub */',
    'remote/far/config.ba713.json': config('far'),
    'remote/far/res.510ca.zip': Buffer.from([80, 75, 5, 6]),
};

/** The options of a build-config with these values of ours. */
export function optionsWith(values: Readonly<Record<string, unknown>> = {}): AlipayOptions {
    const { options, problems } = resolveOptions('cocos-cli', { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/g/', ...values } } });
    const errors = problems.filter(({ level }) => level === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return options;
}

/** A product with small stand-ins for the built adapters and the real templates. */
export function installProduct(folder: string): string {
    const product = join(folder, 'product');
    writeFiles(product, Object.fromEntries([...bundledAdapters, ...startAdapters, ...firstScreenAdapters, ...leanAdapters].map((name) => name.replace('.js', '')).flatMap((name) => [
        [`dist/adapter/${name}.js`, `/* ${name} */`],
        [`dist/adapter/${name}.debug.js`, `/* ${name}, readable */`],
    ])));
    cpSync(join(repository, 'templates'), join(product, 'templates'), { recursive: true });
    return product;
}

export interface Sample {
    /** Parent of everything, for looking at what lies beside. */
    readonly folder: string;
    readonly build: string;
    readonly product: string;
    /** A request in place, with changes. */
    request(changes?: Partial<PackageRequest>): PackageRequest;
}

export function sampleOf(files: Files, changes: Readonly<Record<string, unknown>> = {}, parent?: string): Sample {
    const folder = temporaryFolder(parent);
    const build = join(folder, 'build');
    writeFiles(build, files);
    const product = installProduct(folder);
    return {
        folder, build, product,
        request: (more = {}) => ({
            host: 'cocos-cli', buildDirectory: build, outputDirectory: build, options: optionsWith(changes), debug: false,
            productDirectory: product, templateDirectories: [], ...more,
        }),
    };
}
