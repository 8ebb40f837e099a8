// A stand-in for the Cocos CLI: replays a build's phases on a real folder, calling a platform's hooks in the recorded
// order with the recorded arguments (host contract 2). It writes what the host would have written at each phase.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuildTemplate } from './build-template';
import { addMd5, type Md5CacheOptions } from './md5-pass';
import type { Project, ProjectBundle } from './project';
import { writeBundle } from './write-bundle';
import { writeFile, writeFiles } from './write-files';

type Hook = (this: unknown, ...args: unknown[]) => unknown;

/** What `require` gives for a platform's `hooks`. */
export type PlatformHooks = Readonly<Record<string, unknown>>;

export interface CliBuild {
    readonly project: Project;
    /** Where the project is; the build goes to `<directory>/build/<taskName>`. */
    readonly directory: string;
    readonly hooks: PlatformHooks;
    /** A build-config file's content: overrides the host's defaults. */
    readonly options?: Readonly<Record<string, unknown>>;
    /** Told before each hook, for tests of the order. */
    readonly onHook?: (name: string, self: object, args: readonly unknown[]) => void;
}

export interface CliBuildEnd {
    /** What the process would exit with. */
    readonly exitCode: number;
    readonly error?: Error;
    readonly output: string;
    readonly options: CliOptions;
    readonly result: InternalBuildResult;
}

export interface CliOptions {
    [key: string]: unknown;
    taskName: string;
    debug: boolean;
    md5Cache: boolean;
    server: string;
    sourceMaps: boolean;
    startSceneAssetBundle: boolean;
    mainBundleIsRemote: boolean;
    mainBundleCompressionType: string;
    moveRemoteBundleScript: boolean;
    md5CacheOptions: Md5CacheOptions;
    /** A stage that needs the build's options has it written into the output (host contract 6). */
    generateCompileConfig: boolean;
    polyfills: { asyncFunctions: boolean };
    buildScriptParam?: { importMapFormat?: string; polyfills: { asyncFunctions: boolean }; [key: string]: unknown };
    buildEngineParam?: Record<string, unknown>;
}

const platform = 'alipay-mini-game';

/** What the host fills in where the user's config says nothing (see the recordings' first lines). */
function defaultOptions(): CliOptions {
    return {
        name: 'sample', platform, taskName: platform, buildPath: 'project://build', debug: true, md5Cache: false, server: '', sourceMaps: true,
        startSceneAssetBundle: false, mainBundleIsRemote: false, mainBundleCompressionType: 'merge_dep', moveRemoteBundleScript: false,
        nativeCodeBundleMode: 'asmjs', useCache: false, generateCompileConfig: true, startScene: 'db://assets/scene-2d.scene',
        md5CacheOptions: { excludes: [], includes: [], replaceOnly: [], handleTemplateMd5Link: true },
        polyfills: { asyncFunctions: false },
        packages: { [platform]: { deviceOrientation: 'landscape', separateEngine: false } },
    };
}

class Bundle {
    readonly dest: string;
    scriptDest: string;
    version = '';

    constructor(readonly source: ProjectBundle, readonly kind: ProjectBundle['kind'], readonly compressionType: string, output: string, moveScript: boolean) {
        const folder = { local: 'assets', subpackage: 'subpackages', remote: 'remote' }[kind];
        this.dest = path.join(output, folder, source.name);
        this.scriptDest = path.join(kind === 'remote' && moveScript ? path.join(output, 'src', 'bundle-scripts', source.name) : this.dest, 'index.js');
    }

    get name(): string { return this.source.name; }
    get isRemote(): boolean { return this.kind === 'remote'; }
    get isSubPackage(): boolean { return this.kind === 'subpackage'; }
    get isZip(): boolean { return this.compressionType === 'zip'; }
}

/** Handed to the hooks as the second argument; the class name stands in the recordings. */
export class InternalBuildResult {
    readonly paths: Record<string, string>;
    readonly settings = {
        CocosEngine: '3.8.5',
        engine: { debug: true, platform },
        assets: { server: '', remoteBundles: [] as string[], subpackages: [] as string[], preloadBundles: [] as { bundle: string }[], bundleVers: {} as Record<string, string>, preloadAssets: [], projectBundles: [] as string[] },
        scripting: {} as { scriptPackages?: string[] },
        plugins: { jsList: [] },
        launch: { launchScene: '' },
        screen: { exactFitScreen: true, designResolution: { width: 960, height: 640, policy: 2 } } as { exactFitScreen: boolean; designResolution: object; orientation?: string },
    };
    readonly importMap: { imports: Record<string, string> } = { imports: {} };
    compileOptions?: Record<string, unknown>;

    constructor(project: string, output: string) {
        this.paths = {
            dir: output, output, settings: path.join(output, 'src/settings.json'), assets: path.join(output, 'assets'), remote: path.join(output, 'remote'),
            subpackages: path.join(output, 'subpackages'), bundleScripts: path.join(output, 'src/bundle-scripts'), applicationJS: path.join(output, 'application.js'),
            importMap: path.join(output, 'import-map.js'), engineMeta: '', compileConfig: path.join(output, 'cocos.compile.config.json'),
            tempDir: path.join(project, 'temp/builder', platform),
        };
    }
}

class BuilderAssetCache {}

class BundleManager {
    bundles: Bundle[] = [];
}

class BuildTask {
    readonly bundleManager = new BundleManager();
    readonly buildTemplate: BuildTemplate;
    private readonly cache = new BuilderAssetCache();

    constructor(private readonly build: CliBuild, readonly options: CliOptions, readonly result: InternalBuildResult, private readonly output: string) {
        this.buildTemplate = new BuildTemplate(build.directory, options.taskName);
    }

    async run(): Promise<void> {
        const { options, result } = this;
        await this.call('onBeforeBuild');
        if (!options['useCache']) rmSync(this.output, { recursive: true, force: true });
        mkdirSync(this.output, { recursive: true });
        await this.call('onBeforeInit');
        options.buildScriptParam = { experimentalEraseModules: false, platform: 'ALIPAY', polyfills: { ...options.polyfills }, commonDir: '' };
        options.buildEngineParam = { debug: options.debug, platformType: 'ALIPAY', nativeCodeBundleMode: options['nativeCodeBundleMode'], useCache: true };
        options['platformType'] = 'ALIPAY';
        await this.call('onAfterInit');

        await this.callOfBundles('onBeforeBundleInit');
        this.bundleManager.bundles.push(...this.planBundles());
        await this.callOfBundles('onAfterBundleInit');
        await this.callOfBundles('onBeforeBundleDataTask');
        const isCommonJs = options.buildScriptParam.importMapFormat === 'commonjs';
        Object.assign(result.paths, {
            importMap: path.join(this.output, `src/import-map.${isCommonJs ? 'js' : 'json'}`),
            engineDir: path.join(this.output, 'cocos-js'),
            systemJs: path.join(this.output, 'src/system.bundle.js'),
            ...(options.buildScriptParam.polyfills.asyncFunctions ? { polyfillsJs: path.join(this.output, 'src/polyfills.bundle.js') } : {}),
        });
        await this.callOfBundles('onAfterBundleDataTask');
        await this.call('onBeforeBuildAssets');
        await this.callOfBundles('onBeforeBundleBuildTask');
        this.writeScripts();
        for (const bundle of this.bundleManager.bundles) this.writeOneBundle(bundle);
        await this.callOfBundles('onAfterBundleBuildTask');
        await this.call('onAfterBuildAssets');

        this.fillSettings();
        await this.call('onBeforeCompressSettings');
        writeFile(this.output, 'src/settings.json', this.settingsText());
        writeFile(this.output, 'application.js', applicationScript);
        options.md5CacheOptions.includes.push('application.js');
        await this.call('onAfterCompressSettings');
        await this.call('onBeforeCopyBuildTemplate');
        this.buildTemplate.copyTo(this.output);
        await this.call('onAfterCopyBuildTemplate');
        if (options.md5Cache) this.addMd5();
        await this.call('onAfterBuild');
        if (options.generateCompileConfig) writeFileSync(result.paths['compileConfig'] ?? '', JSON.stringify(result.compileOptions ?? options, null, 4));
    }

    private async call(name: string): Promise<void> {
        await this.callHook(name, this, [this.options, this.result, this.cache]);
    }

    private async callOfBundles(name: string): Promise<void> {
        await this.callHook(name, this.bundleManager, [this.options, this.bundleManager.bundles, this.cache]);
    }

    private async callHook(name: string, self: object, args: readonly unknown[]): Promise<void> {
        this.build.onHook?.(name, self, args);
        const hook = this.build.hooks[name];
        if (typeof hook === 'function') await (hook as Hook).apply(self, [...args]);
    }

    private planBundles(): Bundle[] {
        const { options } = this;
        const mainIsSubpackage = options.mainBundleCompressionType === 'subpackage';
        const planned = this.build.project.bundles.map((source): Bundle => {
            const { name } = source;
            let { kind } = source;
            if (name === 'main') kind = mainIsSubpackage ? 'subpackage' : options.mainBundleIsRemote ? 'remote' : kind;
            // `internal` follows main unless the start scene has a bundle of its own (host contract 3).
            if (name === 'internal' && !options.startSceneAssetBundle) kind = mainIsSubpackage ? 'subpackage' : options.mainBundleIsRemote ? 'remote' : kind;
            const compression = name === 'main' && options.mainBundleCompressionType === 'zip' ? 'zip' : source.compression;
            return new Bundle(source, kind, kind === 'subpackage' ? 'subpackage' : compression, this.output, options.moveRemoteBundleScript);
        });
        if (!options.startSceneAssetBundle) return planned;
        const startScene: ProjectBundle = { name: 'start-scene', kind: 'local', compression: 'merge_all_json', script: '/* start scene */', imports: { '0a000000-1111-4222-8333-444455556666': '[1]' }, natives: {} };
        return [...planned.slice(0, 1), new Bundle(startScene, 'local', 'merge_all_json', this.output, false), ...planned.slice(1)];
    }

    /** Polyfills, SystemJS, project scripts, the engine, the import map: not hashed yet. */
    private writeScripts(): void {
        const { options, result } = this;
        if (result.paths['polyfillsJs'] !== undefined) writeFile(this.output, 'src/polyfills.bundle.js', '/* polyfills */\n');
        writeFile(this.output, 'src/system.bundle.js', '/* SystemJS */\n');
        writeFile(this.output, 'src/chunks/bundle.js', 'System.register([], function () { return { execute: function () {} }; });\n');
        writeFile(this.output, 'cocos-js/cc.js', 'System.register([], function () { return { execute: function () {} }; }); // the engine\n');
        for (const [file, content] of Object.entries(this.build.project.engine)) writeFile(this.output, `cocos-js/${file}`, content);
        if (options.sourceMaps) {
            for (const file of ['src/chunks/bundle.js.map', 'cocos-js/cc.js.map']) writeFile(this.output, file, JSON.stringify({ version: 3, sources: [], mappings: '' }));
        }
        result.importMap.imports['cc'] = './../cocos-js/cc.js';
        const imports = `{ "imports": { "cc": './../cocos-js/cc.js' } }`;
        const isCommonJs = options.buildScriptParam?.importMapFormat === 'commonjs';
        writeFile(this.output, path.relative(this.output, result.paths['importMap'] ?? ''), isCommonJs ? `"use strict";\nexports.default = ${imports};\n` : imports.replace(/'/g, '"'));
    }

    private writeOneBundle(bundle: Bundle): void {
        const written = writeBundle(this.output, bundle.source, {
            name: bundle.name,
            root: relative(this.output, bundle.dest),
            script: relative(this.output, bundle.scriptDest),
            isZip: bundle.isZip,
            keepScriptName: bundle.isSubPackage,
            debug: this.options.debug,
            md5: this.options.md5Cache,
            sourceMaps: this.options.sourceMaps,
        });
        bundle.version = written.version;
        bundle.scriptDest = path.join(this.output, written.script);
    }

    private fillSettings(): void {
        const { options, result, bundleManager: { bundles } } = this;
        const names = (keep: (bundle: Bundle) => boolean): string[] => bundles.filter(keep).map(({ name }) => name);
        const { settings } = result;
        settings.engine.debug = options.debug;
        Object.assign(settings.assets, {
            server: options.server,
            remoteBundles: names(({ isRemote }) => isRemote),
            subpackages: names(({ isSubPackage }) => isSubPackage),
            preloadBundles: [...(options.startSceneAssetBundle ? ['start-scene'] : []), 'resources', 'main'].map((bundle) => ({ bundle })),
            projectBundles: names(() => true),
        });
        settings.scripting.scriptPackages = ['../src/chunks/bundle.js'];
        settings.launch.launchScene = String(options['startScene']);
    }

    private addMd5(): void {
        const { result, options } = this;
        const renamed = addMd5(this.output, ['src/settings.json', 'src/import-map.js', 'src/polyfills.bundle.js', 'src/system.bundle.js', 'src/chunks/bundle.js', 'cocos-js/cc.js'], options.md5CacheOptions, this.buildTemplate.isEnable);
        for (const [key, place] of Object.entries(result.paths)) {
            const name = renamed.get(relative(this.output, place));
            if (name !== undefined) result.paths[key] = path.join(this.output, name);
        }
        const nameOf = (file: string): string => renamed.get(file) ?? file;
        result.importMap.imports['cc'] = `./../${nameOf('cocos-js/cc.js')}`;
        result.settings.scripting.scriptPackages = [`../${nameOf('src/chunks/bundle.js')}`];
        result.settings.assets.bundleVers = Object.fromEntries(this.bundleManager.bundles.map(({ name, version }) => [name, version]));
        writeFileSync(result.paths['settings'] ?? '', this.settingsText());
    }

    private settingsText(): string {
        return this.options.debug ? JSON.stringify(this.result.settings, null, 4) : JSON.stringify(this.result.settings);
    }
}

const relative = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');

const applicationScript = `System.register([], function (_export) {
    var Application = function () { this.settingsPath = 'src/settings.json'; };
    _export('Application', Application);
    return { execute: function () {} };
});
`;

/** Builds as `cocos build -p alipay-mini-game -c FILE` does; an error becomes the exit code (host contract 7). */
export async function buildWithCocosCli(build: CliBuild): Promise<CliBuildEnd> {
    const options = Object.assign(defaultOptions(), build.options) as CliOptions;
    const output = path.join(build.directory, 'build', options.taskName);
    writeFiles(path.join(build.directory, 'build-templates'), build.project.templates);
    const result = new InternalBuildResult(build.directory, output);
    mkdirSync(output, { recursive: true });
    try {
        await new BuildTask(build, options, result, output).run();
        return { exitCode: 0, output, options, result };
    } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        const { code } = error as { code?: unknown };
        return { exitCode: typeof code === 'number' ? code : 34, error, output, options, result };
    }
}
