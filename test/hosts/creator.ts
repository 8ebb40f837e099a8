// A stand-in for Cocos Creator 3.8: lets the built-in platform's output appear and calls a third party's hooks as
// Creator does: with a copy of the options, and no `this` (host contract 2).
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeCreatorLayout, type CreatorLayout } from './creator-layout';
import { writeFiles } from './write-files';
import type { Files } from './project';

export interface CreatorBuild {
    /** The project; the build goes to `<directory>/build/alipay-mini-game`. */
    readonly directory: string;
    readonly layout: CreatorLayout;
    /** What `require` gives for the extension's hooks. */
    readonly hooks: Readonly<Record<string, unknown>>;
    readonly options?: Readonly<Record<string, unknown>>;
    readonly templates?: Files;
    /**
     * Calls every hook name there is, bundle hooks without arguments: whether Creator does so for extensions is
     * not known, so hooks must bear it.
     */
    readonly everyHook?: boolean;
}

export interface CreatorBuildEnd {
    /** Creator's own code of success is 36 (host contract 8). */
    readonly exitCode: number;
    readonly error?: Error;
    readonly output: string;
    /** What hooks without `throwError` threw: Creator only logs it. */
    readonly logged: readonly Error[];
}

const success = 36;
const failure = 34;
const publicHooks = ['onBeforeCompressSettings', 'onAfterCompressSettings', 'onAfterBuild'];
const protectedHooks = ['onBeforeInit', 'onAfterInit', 'onBeforeBuildAssets', 'onAfterBuildAssets', 'onBeforeCopyBuildTemplate', 'onAfterCopyBuildTemplate'];
const bundleHooks = ['onBeforeBundleInit', 'onAfterBundleInit', 'onBeforeBundleDataTask', 'onAfterBundleDataTask', 'onBeforeBundleBuildTask', 'onAfterBundleBuildTask'];

export async function buildWithCreator({ directory, layout, hooks, options, templates = {}, everyHook = false }: CreatorBuild): Promise<CreatorBuildEnd> {
    const output = path.join(directory, 'build', 'alipay-mini-game');
    const taskOptions = {
        name: 'sample', platform: 'alipay-mini-game', taskName: 'alipay-mini-game', outputName: 'alipay-mini-game', buildPath: 'project://build',
        debug: false, md5Cache: false, server: '', startSceneAssetBundle: false, mainBundleIsRemote: false, moveRemoteBundleScript: true,
        polyfills: { asyncFunctions: true }, nativeCodeBundleMode: 'both',
        packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', separateEngine: false, wasmSubpackage: false } },
        ...options,
    };
    const result = { dest: output, settings: { ...layout.settings }, paths: { dir: output }, containsAsset: () => false, getRawAssetPaths: () => [] };
    const logged: Error[] = [];
    const call = async (name: string, args: readonly unknown[]): Promise<void> => {
        const hook = hooks[name];
        if (typeof hook !== 'function') return;
        try {
            await (hook as (...given: readonly unknown[]) => unknown)(...args);
        } catch (cause) {
            const error = cause instanceof Error ? cause : new Error(String(cause));
            if (hooks['throwError'] === true) throw error;
            logged.push(error);
        }
    };
    const args = (): unknown[] => [JSON.parse(JSON.stringify(taskOptions)), result];

    writeFiles(path.join(directory, 'build-templates'), templates);
    try {
        await call('onBeforeBuild', args());
        rmSync(output, { recursive: true, force: true });
        mkdirSync(output, { recursive: true });
        if (everyHook) {
            for (const name of protectedHooks) await call(name, args());
            for (const name of bundleHooks) await call(name, []);
        }
        writeCreatorLayout(output, layout);
        // Creator copies a user's files over its own, the most specific last.
        for (const [file, content] of Object.entries(templates)) {
            const [folder = '', ...rest] = file.split('/');
            if (rest.join('/') !== 'game.json' && (folder === 'common' || folder === 'alipay-mini-game')) writeFiles(output, { [rest.join('/')]: content });
        }
        for (const name of publicHooks) await call(name, args());
        return { exitCode: success, output, logged };
    } catch (cause) {
        return { exitCode: failure, error: cause as Error, output, logged };
    }
}
