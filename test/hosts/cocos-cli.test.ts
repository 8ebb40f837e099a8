import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';
import { buildWithCocosCli, type CliOptions, type InternalBuildResult, type PlatformHooks } from './cocos-cli';
import { sampleProject, type Files, type Project } from './project';
import { parseRecording, type RecordedCall } from './replay-recording';
import { writeFile } from './write-files';

const recordings = path.resolve(projectRoot, '..', 'shared', 'host-recordings');
const scratch = mkdtempSync(path.join(tmpdir(), 'stand-in-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const readRecording = (name: string): RecordedCall[] => parseRecording(readFileSync(path.join(recordings, `${name}.log`), 'utf8'));

/** The two upper levels of a folder, as the recordings write them. */
function describeDisk(folder: string): string {
    return readdirSync(folder).sort().map((name) => (statSync(path.join(folder, name)).isDirectory() ? `${name}/{${readdirSync(path.join(folder, name)).sort().join(',')}}` : name)).join(' ');
}

/** Contents differ, so do their md5s; engine caches are not simulated. */
const anyHash = (text: string): string => text.replace(/\.[0-9a-f]{5}\./g, '.<md5>.');
const comparablePath = (entry: string): string => anyHash(entry).replace(/^engineMeta=.*/, 'engineMeta=');

/** The hooks of the platform that the recordings were made with, as far as they changed files and options. */
const recordedPlatform: PlatformHooks = {
    onAfterInit(options: CliOptions) {
        if (options.buildScriptParam) options.buildScriptParam.polyfills.asyncFunctions = true;
    },
    onAfterBundleInit(options: CliOptions) {
        Object.assign(options.buildScriptParam ?? {}, { system: { preset: 'commonjs-like' }, importMapFormat: 'commonjs' });
    },
    onBeforeCopyBuildTemplate(this: { buildTemplate: { initUrl(file: string): void } }, options: CliOptions, result: InternalBuildResult) {
        this.buildTemplate.initUrl('game.ejs');
        for (const file of ['web-adapter.js', 'engine-adapter.js', 'game.js', 'game.json']) writeFile(result.paths['dir'] ?? '', file, `// ${file}\n`);
        options.md5CacheOptions.excludes.push('web-adapter.js', 'engine-adapter.js');
        options.md5CacheOptions.replaceOnly.push('game.js');
    },
};

interface RecordedBuild {
    readonly name: string;
    readonly options: Readonly<Record<string, unknown>> & { readonly taskName: string };
    readonly project?: Partial<Project>;
    /** The output folder still holds a former build when this one starts. */
    readonly again?: boolean;
}

const templates: Files = { 'common/common.txt': 'hello common', 'alipay-mini-game/game.ejs': '// user game.ejs' };
const bullet = (...names: string[]): Files => Object.fromEntries(names.flatMap((name) => [[name, `// ${name}`], ...(name.endsWith('.js') ? [[`${name}.map`, '{}']] : [])]));
const recorded: readonly RecordedBuild[] = [
    { name: 'release-md5-remote-main', options: { taskName: 't1', debug: false, md5Cache: true, server: 'https://cdn.example.com/g/', startSceneAssetBundle: true, mainBundleIsRemote: true, moveRemoteBundleScript: true }, project: { templates } },
    { name: 'debug-all-subpackages', options: { taskName: 't4', mainBundleCompressionType: 'subpackage' }, project: { templates } },
    // Without bundle settings nothing is remote or a subpackage.
    { name: 'debug-defaults', options: { taskName: 'alipay-mini-game', sourceMaps: false }, project: { bundles: sampleProject.bundles.map((bundle) => ({ ...bundle, kind: 'local', compression: 'merge_dep' })) } },
    { name: 'debug-zip-main', options: { taskName: 't6', md5Cache: true, startSceneAssetBundle: true }, project: { templates } },
    { name: 'debug-hook-throws', options: { taskName: 't5', md5Cache: true, startSceneAssetBundle: true }, project: { templates }, again: true },
    { name: 'debug-physics-asmjs', options: { taskName: 'w-asmjs', md5Cache: true, startSceneAssetBundle: true }, project: { engine: bullet('bullet.release.asm-D3FDIXdk.js', 'bullet.release.wasm-CXaHb1hZ.js', 'bullet.release.wasm-Coo-6hkz.js') } },
    { name: 'debug-physics-wasm', options: { taskName: 'w-wasm', md5Cache: true, startSceneAssetBundle: true }, project: { engine: bullet('_virtual_cc-xJc-41ym.js', 'bullet.release.asm-C1nvL-jY.js', 'bullet.release.wasm-BM9cSmTC.js', 'bullet.release.wasm-Cx6QXivs.js', 'assets/bullet.release.wasm-x.wasm') } },
];

describe('the stand-in for the Cocos CLI', () => {
    if (!existsSync(recordings)) console.log('The recordings of real builds are not here: the stand-in host is not compared with them.');

    it.skipIf(!existsSync(recordings)).each(recorded)('calls and writes what the recording $name shows', async ({ name, options, project, again }) => {
        const calls: Pick<RecordedCall, 'heading' | 'onDisk' | 'paths'>[] = [];
        const directory = path.join(scratch, name);
        const output = path.join(directory, 'build', options.taskName);
        const build = { project: { ...sampleProject, ...project }, directory, hooks: recordedPlatform, options: { ...options, generateCompileConfig: false } };
        if (again === true) await buildWithCocosCli(build);
        const { exitCode, error } = await buildWithCocosCli({
            ...build,
            onHook(hook, self, args) {
                const { paths } = args[1] as { paths?: Record<string, string> };
                calls.push({
                    heading: `${hook} this=${self.constructor.name} args=${args.map((arg) => (arg as object).constructor.name).join(',')}`,
                    onDisk: paths && describeDisk(output),
                    paths: paths && Object.entries(paths).map(([key, value]) => `${key}=${value.replace(output, '$OUT').replace(directory, '$PROJECT')}`),
                });
            },
        });
        expect(error).toBeUndefined();
        expect(exitCode).toBe(0);
        const expected = readRecording(name);
        expect(calls.map(({ heading }) => heading)).toEqual(expected.map(({ heading }) => heading));
        const disks = (list: typeof calls) => list.filter(({ onDisk }) => onDisk !== undefined).map(({ heading, onDisk }) => `${heading}: ${anyHash(onDisk ?? '')}`);
        expect(disks(calls)).toEqual(disks(expected));
        const paths = (list: typeof calls) => list.map(({ heading, paths: entries }) => [heading, entries?.map(comparablePath).sort()]);
        expect(paths(calls)).toEqual(paths(expected));
    });

    it('ends with the numeric code of a hook\'s error, else with 34 (host contract 7)', async () => {
        const failing = (code?: unknown) => ({ onAfterInit: () => { throw Object.assign(new Error('no'), { code }); } });
        const build = (name: string, hooks: PlatformHooks) => buildWithCocosCli({ project: sampleProject, directory: path.join(scratch, name), hooks });
        expect((await build('coded', failing(32))).exitCode).toBe(32);
        expect((await build('uncoded', failing())).exitCode).toBe(34);
        expect((await build('worded', failing('ENOENT'))).exitCode).toBe(34);
    });
});
