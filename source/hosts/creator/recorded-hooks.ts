// What Creator loads as our hooks: those of `hooks.ts`, each of which can be recorded. It is not known which of the
// others Creator calls for an extension (host contract 2): a recording shows it.
import { recordHooks } from '../recording/record-hooks';
import * as hooks from './hooks';

export { throwError } from './hooks';

export const {
    onBeforeBuild, onBeforeInit, onAfterInit,
    onBeforeBundleInit, onAfterBundleInit, onBeforeBundleDataTask, onAfterBundleDataTask,
    onBeforeBuildAssets, onBeforeBundleBuildTask, onAfterBundleBuildTask, onAfterBuildAssets,
    onBeforeCompressSettings, onAfterCompressSettings, onBeforeCopyBuildTemplate, onAfterCopyBuildTemplate, onAfterBuild,
} = recordHooks('creator', hooks);
