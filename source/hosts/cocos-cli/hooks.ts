// The hooks that the Cocos CLI calls (host contract 2 and 10.3). They read its arguments, ask the rooms behind, and
// write the answers where the host looks for them; nothing is decided here.
import path from 'node:path';
import { resolveOptions, validateAgainstBuild, type AlipayOptions } from '../../options';
import { cliBuildSettings, findTemplateDirectories, md5Additions, packageBuild, PackageError, readFirstScreenPictures, selectCompileOptions, summarizeResult } from '../../packager';
import { BuildError, exitCodes, formatProblem, hasErrors, languageOfEnvironment, type BuildProblem } from '../../problems';
import { reportBuild } from '../../report';
import type { BuildTask, CliBuildOptions, CliBuildResult, CliBundle } from './host';

export { run } from './run-stage';
export { upload } from './upload-stage';

/** A problem in a hook of ours stops the build. */
export const throwError = true;

/** This file is `dist/cli/hooks.js`. */
const productDirectory = path.resolve(__dirname, '..', '..');
const language = languageOfEnvironment(process.env);

/** Checks all that is known before the build: every problem is named at once, before anything is written. */
export function onBeforeBuild(options?: CliBuildOptions): void {
    if (!options) return;
    const resolved = resolveOptions('cocos-cli', options);
    report([...resolved.problems, ...findErrors(resolved.options, options, options.mainBundleIsRemote === true ? ['main'] : [])]);
}

/** Tells the host how a mini game has to be built. The project is known now, and with it the pictures of the options. */
export function onAfterInit(options?: CliBuildOptions, result?: CliBuildResult): void {
    if (!options) return;
    const ours = readOptions(options);
    const project = findProject(result);
    if (project !== undefined) report(readFirstScreenPictures(ours, project).problems);
    options.moveRemoteBundleScript = cliBuildSettings.moveRemoteBundleScript;
    options.startSceneAssetBundle = ours.startSceneAssetBundle;
    options.server = ours.remoteUrl;
    options.polyfills = { ...options.polyfills, ...ours.polyfills };
    if (options.buildEngineParam) Object.assign(options.buildEngineParam, cliBuildSettings.engine);
    const script = options.buildScriptParam;
    if (script) script['polyfills'] = { ...(script['polyfills'] as object | undefined), ...ours.polyfills };
}

/** The bundles are known now, the import map's file name not yet. */
export function onAfterBundleInit(options?: CliBuildOptions, bundles?: readonly CliBundle[]): void {
    if (!options) return;
    if (options.buildScriptParam) Object.assign(options.buildScriptParam, cliBuildSettings.script);
    const remoteBundles = (bundles ?? []).filter(({ isRemote }) => isRemote === true).map(({ name }) => name);
    report(findErrors(readOptions(options), options, remoteBundles));
}

/** The settings are complete and not yet on disk. */
export function onBeforeCompressSettings(options?: CliBuildOptions, result?: CliBuildResult): void {
    if (!options || !result?.settings) return;
    const { deviceOrientation, remoteUrl } = readOptions(options);
    const { settings } = result;
    settings.screen = { ...settings.screen, orientation: deviceOrientation };
    settings.assets = { ...settings.assets, server: remoteUrl };
}

/** Keeps fixed names out of md5, and the user's template of game.js out of the output. */
export function onBeforeCopyBuildTemplate(this: BuildTask | undefined, options?: CliBuildOptions): void {
    this?.buildTemplate?.initUrl?.('game.ejs');
    const md5 = options?.md5CacheOptions;
    if (!md5) return;
    (md5.excludes ??= []).push(...md5Additions.excludes);
    (md5.replaceOnly ??= []).push(...md5Additions.replaceOnly);
}

/** All names are final: makes the package in place. */
export async function onAfterBuild(options?: CliBuildOptions, result?: CliBuildResult): Promise<void> {
    if (!options || !result) return;
    result.compileOptions = selectCompileOptions(options);
    const engineDirectory = options.engineInfo?.typescript?.path;
    const project = findProject(result);
    const packaged = await packageBuild({
        host: 'cocos-cli',
        buildDirectory: result.paths.dir,
        outputDirectory: result.paths.dir,
        options: readOptions(options),
        debug: options.debug === true,
        productDirectory,
        ...(project === undefined ? {} : { projectDirectory: project }),
        templateDirectories: project === undefined ? [] : findTemplateDirectories(project, options.taskName ?? options.platform),
        ...(engineDirectory === undefined ? {} : { engineAdapterDirectory: path.join(engineDirectory, 'bin', 'adapter', 'minigame', 'alipay') }),
    }).catch(async (error: unknown) => {
        if (error instanceof PackageError) await logSizeReport(result.paths.dir, options);
        throw BuildError.inLanguage(error, language);
    });
    report(packaged.problems);
    for (const line of summarizeResult(packaged, language)) console.log(line);
    await logSizeReport(result.paths.dir, options);
}

/** The path of the size report's page is the last line of the log; a package over its limit needs it most. */
async function logSizeReport(directory: string, { includeModules }: CliBuildOptions): Promise<void> {
    const made = await reportBuild({ directory, productDirectory, language, ...(Array.isArray(includeModules) ? { modules: includeModules } : {}) });
    if ('page' in made) console.log(made.page);
    else console.warn(formatProblem(made.problem, language));
}

function readOptions(options: CliBuildOptions): AlipayOptions {
    return resolveOptions('cocos-cli', options).options;
}

/** What already now must stop the build; warnings come with the package. */
function findErrors(ours: AlipayOptions, { debug = false, nativeCodeBundleMode }: CliBuildOptions, remoteBundles: readonly string[]): BuildProblem[] {
    return validateAgainstBuild(ours, { host: 'cocos-cli', debug, remoteBundles, nativeCodeBundleMode }).filter(({ level }) => level === 'error');
}

/** Warnings go to the log; with an error among them everything is thrown, which ends the CLI with the error's code. */
function report(problems: readonly BuildProblem[]): void {
    if (hasErrors(problems)) throw new BuildError(problems, exitCodes.badOptions, language);
    for (const problem of problems) console.warn(formatProblem(problem, language));
}

/** `<project>/temp/builder/<task>` is what hosts without `projectRoot` still tell. */
function findProject(result: CliBuildResult | undefined): string | undefined {
    const { projectRoot, tempDir } = result?.paths ?? {};
    return projectRoot ?? (tempDir === undefined ? undefined : path.resolve(tempDir, '..', '..', '..'));
}
