import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionKey, resolveOptions, validateAgainstBuild, type OptionHost } from '../options';
import { findTemplateDirectories, packageBuild, PackageError, readFirstScreenPictures, summarizeResult, type PackageRequest, type PackageResult, type Progress } from '../packager';
import { BuildError, createProblem, exitCodes, formatProblem, hasErrors, type Language } from '../problems';
import type { Terminal } from './terminal';

/** What the commands that package have in common: where from, where to, and whom to tell. */
export interface RequestedPackage {
    readonly buildDirectory: string;
    readonly outputDirectory: string;
    /** What pictures named in the options are relative to; its build templates are applied. */
    readonly projectDirectory: string;
    /** A host's options object. */
    readonly config: Readonly<Record<string, unknown>>;
    readonly productDirectory: string;
    readonly language: Language;
    readonly terminal: Terminal;
}

const progressLabels = {
    en: { md5: 'md5', copy: 'copy', zip: 'zip' },
    zh: { md5: '计算 md5', copy: '复制', zip: '压缩' },
} as const satisfies Record<Language, Record<Progress['label'], string>>;

/** Reads a build config. Throws `BuildError` (32) where it is no JSON object. */
export async function readConfig(file: string): Promise<Readonly<Record<string, unknown>>> {
    try {
        const config: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
        if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Record<string, unknown>;
        throw new Error('not a JSON object');
    } catch (error) {
        throw new BuildError([createProblem('AMG610', file, { reason: (error as Error).message })], exitCodes.badOptions);
    }
}

/** Checks folder and options. Throws `BuildError` (32) with every problem; warnings go to the terminal. */
export async function createRequest({ config, productDirectory, language, terminal, ...folders }: RequestedPackage): Promise<PackageRequest> {
    const buildDirectory = path.resolve(folders.buildDirectory);
    const host = hostOf(config);
    const debug = config['debug'] === true;
    const nativeCodeBundleMode = typeof config['nativeCodeBundleMode'] === 'string' ? config['nativeCodeBundleMode'] : undefined;
    const { options, problems } = resolveOptions(host, config);
    const projectDirectory = path.resolve(folders.projectDirectory);
    const isFolder = await stat(buildDirectory).then((entry) => entry.isDirectory(), () => false);
    const found = [
        ...problems,
        ...validateAgainstBuild(options, { host, debug, remoteBundles: [], nativeCodeBundleMode }),
        ...readFirstScreenPictures(options, projectDirectory).problems,
        ...(isFolder ? [] : [createProblem('AMG611', folders.buildDirectory, {})]),
    ];
    if (hasErrors(found)) throw new BuildError(found, exitCodes.badOptions);
    for (const problem of found) terminal.note(formatProblem(problem, language));
    return {
        host, buildDirectory, options, debug, productDirectory,
        outputDirectory: path.resolve(folders.outputDirectory),
        projectDirectory,
        templateDirectories: findTemplateDirectories(projectDirectory, typeof config['taskName'] === 'string' ? config['taskName'] : undefined),
        onProgress: ({ label, ...step }) => terminal.progress({ ...step, label: progressLabels[language][label] }),
    };
}

/** Packages, and says what was made; also of a package that breaks a limit, before that fails. */
export async function runPackage(request: PackageRequest, { language, terminal, json }: { language: Language; terminal: Terminal; json: boolean }): Promise<number> {
    const show = (result: PackageResult): void => {
        if (json) terminal.print(JSON.stringify(result, null, 2));
        else for (const line of summarizeResult(result, language)) terminal.print(line);
    };
    const result = await packageBuild(request).catch((error: unknown) => {
        if (error instanceof PackageError) show(error.result);
        throw error;
    });
    show(result);
    for (const problem of result.problems) terminal.note(formatProblem(problem, language));
    return exitCodes.done;
}

/** Only Creator keeps options under our extension's name (host contract 1). */
function hostOf({ packages }: Readonly<Record<string, unknown>>): OptionHost {
    return typeof packages === 'object' && packages !== null && extensionKey in packages ? 'creator' : 'cocos-cli';
}
