// The stage `run` of the Cocos CLI (host contract 6): previews the build until the person ends it.
import path from 'node:path';
import { BuildError, languageOfEnvironment } from '../../problems';
import { openPreview } from '../../simulator';

/** This module is bundled into `dist/cli/hooks.js`. */
const productDirectory = path.resolve(__dirname, '..', '..');
const language = languageOfEnvironment(process.env);

/**
 * @param root the output folder of the build.
 * In CI nobody could end it or look at it: there it only names the command that plays without a window.
 */
export async function run(root?: string): Promise<void> {
    if (root === undefined) return;
    if (process.env['CI']) {
        console.log({ en: `No one looks on in CI. To play the build there: preview ${root} --headless`, zh: `CI 环境中无人查看。如需运行构建：preview ${root} --headless` }[language]);
        return;
    }
    const preview = await openPreview({ directory: root, productDirectory, allowNetwork: false, open: true }).catch((error: unknown) => {
        throw BuildError.inLanguage(error, language);
    });
    console.log({ en: `Preview at ${preview.address} (Ctrl+C ends it)`, zh: `预览地址：${preview.address}（Ctrl+C 结束）` }[language]);
    await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
    });
    await preview.close();
}
