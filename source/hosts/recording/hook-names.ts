/** Every hook of a build that either host may call, in the order of the recorded builds (host contract 2). */
export const hookNames = [
    'onBeforeBuild', 'onBeforeInit', 'onAfterInit',
    'onBeforeBundleInit', 'onAfterBundleInit', 'onBeforeBundleDataTask', 'onAfterBundleDataTask',
    'onBeforeBuildAssets', 'onBeforeBundleBuildTask', 'onAfterBundleBuildTask', 'onAfterBuildAssets',
    'onBeforeCompressSettings', 'onAfterCompressSettings', 'onBeforeCopyBuildTemplate', 'onAfterCopyBuildTemplate', 'onAfterBuild',
] as const;

export type HookName = (typeof hookNames)[number];
