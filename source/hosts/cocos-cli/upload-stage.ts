// The stage `upload` of the Cocos CLI (host contract 6): delivers the build's remote bundles.
import { deliverBuild } from '../../delivery';
import { BuildError, languageOfEnvironment } from '../../problems';

const language = languageOfEnvironment(process.env);

/**
 * @param root the output folder of the build. Where to deliver to says `alipay-deploy.json` in the project, since
 * the CLI keeps the options of a stage in a file of the build.
 */
export async function upload(root?: string): Promise<void> {
    if (root === undefined) return;
    const lines = await deliverBuild({ folder: root, environment: process.env, language, log: (line) => console.log(line) }).catch((error: unknown) => {
        throw BuildError.inLanguage(error, language);
    });
    for (const line of lines) console.log(line);
}
