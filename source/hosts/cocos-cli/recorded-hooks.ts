// What the Cocos CLI loads as our hooks: those of `hooks.ts`, each of which can be recorded, and the stages.
import { recordHooks } from '../recording/record-hooks';
import * as hooks from './hooks';

export { run, throwError, upload } from './hooks';

export const {
    onBeforeBuild, onBeforeInit, onAfterInit,
    onBeforeBundleInit, onAfterBundleInit, onBeforeBundleDataTask, onAfterBundleDataTask,
    onBeforeBuildAssets, onBeforeBundleBuildTask, onAfterBundleBuildTask, onAfterBuildAssets,
    onBeforeCompressSettings, onAfterCompressSettings, onBeforeCopyBuildTemplate, onAfterCopyBuildTemplate, onAfterBuild,
} = recordHooks('cocos-cli', hooks);
