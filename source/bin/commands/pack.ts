import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionKey, resolveOptions, validateAgainstBuild, type OptionHost } from '../../options';
import { applyPlan, formatPlan, PackageError, planPackage, recoverPackage, summarizeResult, type PackageRequest } from '../../packager';
import { BuildError, createProblem, exitCodes, formatProblem, hasErrors, type Language } from '../../problems';
import { defineCommand } from '../command';
import type { Terminal } from '../terminal';

export const packCommand = defineCommand({
    name: 'pack',
    text: { en: 'Makes a package of a finished Cocos build.', zh: '将 Cocos 构建结果制作成小游戏包。' },
    positionals: [{ name: 'BUILD_DIR', text: { en: 'What Creator or the Cocos CLI built; stays as it is.', zh: 'Creator 或 Cocos CLI 的构建结果；保持不变。' } }],
    flags: {
        config: { type: 'value', value: 'FILE', required: true, text: { en: 'The build config (JSON): common options and `packages`.', zh: '构建配置（JSON）：公共选项与 `packages`。' } },
        out: { type: 'value', value: 'DIR', required: true, text: { en: 'Where the package goes; remote bundles go to DIR-remote, source maps to DIR-maps.', zh: '包的输出目录；远程 Bundle 输出到 DIR-remote，Source Map 输出到 DIR-maps。' } },
        'dry-run': { type: 'switch', text: { en: 'Prints the plan and writes nothing.', zh: '只打印计划，不写入任何文件。' } },
        json: { type: 'switch', text: { en: 'Prints the result as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
    },
    async run({ positionals: [buildDirectory = ''], flags, language, terminal, productDirectory }) {
        const config = await readConfig(flags.config);
        const request = await createRequest({ buildDirectory, outputDirectory: flags.out, config, productDirectory, language, terminal });
        if (flags['dry-run']) {
            const plan = await planPackage(request);
            if (flags.json) terminal.print(JSON.stringify({ parts: plan.parts, limits: plan.limits, problems: plan.problems }, null, 2));
            else terminal.print(formatPlan(plan));
            return hasErrors(plan.problems) ? exitCodes.failed : exitCodes.done;
        }
        return runPackage(request, { language, terminal, json: flags.json });
    },
});

/** Packages, and tells the terminal what was made. A package that breaks a limit is told too, and fails. */
export async function runPackage(request: PackageRequest, { language, terminal, json }: { language: Language; terminal: Terminal; json: boolean }): Promise<number> {
    recoverPackage(request.outputDirectory);
    const result = await applyPlan(await planPackage(request));
    if (json) terminal.print(JSON.stringify(result, null, 2));
    else for (const line of summarizeResult(result, language)) terminal.print(line);
    if (hasErrors(result.problems)) throw new PackageError(result);
    for (const problem of result.problems) terminal.note(formatProblem(problem, language));
    return exitCodes.done;
}

interface RequestedPackage {
    readonly buildDirectory: string;
    readonly outputDirectory: string;
    /** A host's options object. */
    readonly config: Readonly<Record<string, unknown>>;
    readonly productDirectory: string;
    readonly language: Language;
    readonly terminal: Terminal;
}

/** Checks folders and options; throws with every problem of the options (32). Their warnings go to the terminal. */
export async function createRequest({ config, productDirectory, language, terminal, ...folders }: RequestedPackage): Promise<PackageRequest> {
    const buildDirectory = path.resolve(folders.buildDirectory);
    const outputDirectory = path.resolve(folders.outputDirectory);
    const host = hostOf(config);
    const { options, problems } = resolveOptions(host, config);
    const debug = config['debug'] === true;
    const { nativeCodeBundleMode } = config;
    const found = [...problems, ...validateAgainstBuild(options, { host, debug, remoteBundles: [], nativeCodeBundleMode: typeof nativeCodeBundleMode === 'string' ? nativeCodeBundleMode : undefined })];
    const isFolder = await stat(buildDirectory).then((entry) => entry.isDirectory(), () => false);
    if (!isFolder) found.push(createProblem('AMG611', folders.buildDirectory, {}));
    if (hasErrors(found)) throw new BuildError(found, exitCodes.badOptions);
    for (const problem of found) terminal.note(formatProblem(problem, language));
    return {
        host,
        buildDirectory,
        outputDirectory,
        options,
        debug,
        productDirectory,
        templateDirectories: [],
        onProgress: (step) => terminal.progress(step),
    };
}

/** Reads a build config; throws `BuildError` (32) where it is no JSON object. */
export async function readConfig(file: string): Promise<Readonly<Record<string, unknown>>> {
    try {
        const config: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
        if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Record<string, unknown>;
        throw new Error('not a JSON object');
    } catch (error) {
        throw new BuildError([createProblem('AMG610', file, { reason: (error as Error).message })], exitCodes.badOptions);
    }
}

/** Only Creator keeps options under our extension's name (host contract 1). */
function hostOf({ packages }: Readonly<Record<string, unknown>>): OptionHost {
    return typeof packages === 'object' && packages !== null && extensionKey in packages ? 'creator' : 'cocos-cli';
}
