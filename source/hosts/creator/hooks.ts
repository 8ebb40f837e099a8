// The hooks of Creator's public API: called as (options, result), where `options` is a copy (host contract 2). The
// built-in platform has written its package when `onAfterBuild` comes; we make ours of it, in place.
import path from 'node:path';
import { resolveOptions, validateAgainstBuild } from '../../options';
import { findTemplateDirectories, packageBuild, PackageError, readFirstScreenPictures, summarizeResult } from '../../packager';
import { BuildError, exitCodes, formatProblem, hasErrors, languageOf, languageOfEnvironment, type BuildProblem, type Language } from '../../problems';
import { reportBuild } from '../../report';

/** Without it Creator only logs what a third party's hook throws (host contract 7). */
export const throwError = true;

/** This file is `dist/hooks.js`. */
const productDirectory = path.resolve(__dirname, '..');

interface CreatorBuildOptions {
    readonly platform?: string;
    readonly taskName?: string;
    readonly debug?: boolean;
    readonly nativeCodeBundleMode?: string;
    /** Engine modules of the build. */
    readonly includeModules?: readonly string[];
    readonly [key: string]: unknown;
}

interface CreatorBuildResult {
    readonly dest: string;
}

/** What a hook sees of the editor's global; absent outside of Creator. */
interface EditorGlobal {
    readonly Editor?: {
        readonly I18n?: { getLanguage?(): string };
        readonly Project?: { readonly path?: string };
        readonly Message?: { request?(receiver: string, message: string, ...args: readonly unknown[]): Promise<unknown> };
    };
}

/** Names every problem of the options before Creator builds. */
export function onBeforeBuild(options?: CreatorBuildOptions): void {
    if (!options) return;
    const { options: ours, problems } = resolveOptions('creator', options);
    const { debug = false, nativeCodeBundleMode } = options;
    const project = findEditor()?.Project?.path;
    report([
        ...problems,
        ...validateAgainstBuild(ours, { host: 'creator', debug, remoteBundles: [], nativeCodeBundleMode }),
        ...(project === undefined ? [] : readFirstScreenPictures(ours, project).problems),
    ]);
}

/** Makes the package of what the built-in platform left. */
export async function onAfterBuild(options?: CreatorBuildOptions, result?: CreatorBuildResult): Promise<void> {
    if (!options || !result) return;
    const projectDirectory = findProject(result);
    const packaged = await packageBuild({
        host: 'creator',
        buildDirectory: result.dest,
        outputDirectory: result.dest,
        options: resolveOptions('creator', options).options,
        debug: options.debug === true,
        productDirectory,
        projectDirectory,
        templateDirectories: findTemplateDirectories(projectDirectory, options.taskName),
    }).catch(async (error: unknown) => {
        if (error instanceof PackageError) await logSizeReport(result.dest, options);
        throw BuildError.inLanguage(error, findLanguage());
    });
    report(packaged.problems);
    for (const line of summarizeResult(packaged, findLanguage())) console.log(line);
    await logSizeReport(result.dest, options);
}

/** The path of the size report's page is the last line of the log; a package over its limit needs it most. */
async function logSizeReport(directory: string, { includeModules }: CreatorBuildOptions): Promise<void> {
    const language = findLanguage();
    const made = await reportBuild({ directory, productDirectory, language, ...(Array.isArray(includeModules) ? { modules: includeModules } : {}), findAssetUrl });
    if ('page' in made) console.log(made.page);
    else console.warn(formatProblem(made.problem, language));
}

/** Where an asset is in the project, as the editor's asset database knows it. */
async function findAssetUrl(uuid: string): Promise<string | undefined> {
    const url = await findEditor()?.Message?.request?.('asset-db', 'query-url', uuid);
    return typeof url === 'string' ? url : undefined;
}

function report(problems: readonly BuildProblem[]): void {
    if (hasErrors(problems)) throw new BuildError(problems, exitCodes.badOptions, findLanguage());
    for (const problem of problems) console.warn(formatProblem(problem, findLanguage()));
}

function findEditor(): EditorGlobal['Editor'] {
    return (globalThis as EditorGlobal).Editor;
}

function findLanguage(): Language {
    const editorLanguage = findEditor()?.I18n?.getLanguage?.();
    return editorLanguage === undefined ? languageOfEnvironment(process.env) : languageOf(editorLanguage);
}

/** Creator builds into `<project>/build/<task>`. */
function findProject({ dest }: CreatorBuildResult): string {
    return findEditor()?.Project?.path ?? path.resolve(dest, '..', '..');
}
