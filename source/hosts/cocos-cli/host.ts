// The parts of the Cocos CLI's hook arguments that we use (host contract 2). All optional: a shared host may leave
// any of them out.

export interface BuildTemplate {
    /** Registers a user's template: the host will not leave it in the output folder. */
    initUrl?(relativePath: string, name?: string): string | undefined;
}

/** `this` of the build hooks. */
export interface BuildTask {
    readonly buildTemplate?: BuildTemplate;
}

export interface CliBuildOptions {
    platform?: string;
    taskName?: string;
    debug?: boolean;
    server?: string;
    mainBundleIsRemote?: boolean;
    startSceneAssetBundle?: boolean;
    moveRemoteBundleScript?: boolean;
    nativeCodeBundleMode?: string;
    /** Engine modules of the build. */
    includeModules?: readonly string[];
    polyfills?: Record<string, unknown>;
    buildEngineParam?: Record<string, unknown>;
    buildScriptParam?: Record<string, unknown>;
    md5CacheOptions?: { excludes?: string[]; replaceOnly?: string[] };
    engineInfo?: { readonly typescript?: { readonly path?: string } };
    [key: string]: unknown;
}

export interface CliBundle {
    readonly name: string;
    readonly isRemote?: boolean;
}

export interface CliBuildResult {
    readonly paths: { readonly dir: string; readonly projectRoot?: string; readonly tempDir?: string };
    readonly settings?: { screen?: { orientation?: string }; assets?: { server?: string } };
    compileOptions?: Record<string, unknown>;
}
