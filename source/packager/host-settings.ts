/**
 * What the early hooks of the Cocos CLI tell the host, so that the build it leaves fits the mini game runtime.
 * Decisions only: the hooks copy these values to where the host reads them (host contract 10.3).
 */
export const cliBuildSettings = {
    /** Scripts of remote bundles go to `src/bundle-scripts`: the runtime loads no remote code (host contract 3). */
    moveRemoteBundleScript: true,
    engine: {
        /** With any other format the engine looks for wasm in the wrong folder (host contract 3, assetURLFormat). */
        assetURLFormat: 'relative-from-out',
        split: false,
    },
    script: {
        system: { preset: 'commonjs-like' },
        /** `game.js` requires the import map; JSON would need a loader (host contract 3, importMapFormat). */
        importMapFormat: 'commonjs',
    },
} as const;

/** Files whose names Alipay or `game.js` fix: they must never get an md5 in their names (host contract 4). */
export const fixedNames = [
    'game.js', 'game.json', 'project.config.json', 'mini.project.json',
    'web-adapter.js', 'engine-adapter.js', 'text-services.js', 'web-services.js', 'remote-assets.js', 'engine-services.js', 'dom-parser.js',
    'first-screen.js', 'start-failure.js', 'lean-start.js', 'adapter-options.js',
] as const;

/** The file in which the CLI's stages find the build's options; never uploaded (host contract 6). */
export const compileConfig = 'cocos.compile.config.json';

/** Additions to the host's `md5CacheOptions`: ignored altogether, or rewritten without being renamed. */
export const md5Additions = {
    // The compile config comes after md5, but with `useCache` an earlier one lies there.
    excludes: [...fixedNames.filter((name) => name !== 'game.js'), compileConfig],
    replaceOnly: ['game.js'],
} as const;

/** What the stages of the CLI (run, deploy) read back from `cocos.compile.config.json`. */
const compileKeys = ['platform', 'name', 'taskName', 'outputName', 'buildPath', 'debug', 'md5Cache', 'engineVersion'] as const;

/**
 * The secret-free minimum of a build's options for `result.compileOptions`: the host writes it into the output
 * folder after our last hook (host contract 6), where anybody who gets the folder can read it.
 */
export function selectCompileOptions(hostOptions: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(compileKeys.filter((key) => hostOptions[key] !== undefined).map((key) => [key, hostOptions[key]]));
}
