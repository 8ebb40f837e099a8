// What the Cocos CLI registers for our platform: `require('dist/cli/config').default` (host contract 1).
import { cocosCliCommonOptions, cocosCliItems, platformKey } from '../../options';
import { textureFormats } from '../../platform';

const platform = {
    displayName: `i18n:${platformKey}.title`,
    /** The engine's name for the platform: sets `ALIPAY` in `cc/env`. */
    platformType: 'ALIPAY',
    doc: 'https://docs.cocos.com/creator/3.8/manual/en/editor/publish/publish-alipay-mini-game.html',
    assetBundleConfig: {
        platformType: 'miniGame',
        supportedCompressionTypes: ['none', 'merge_dep', 'merge_all_json', 'subpackage', 'zip'],
    },
    textureCompressConfig: { platformType: 'miniGame', support: textureFormats },
    buildTemplateConfig: { templates: [], version: '1.0.0', dirname: platformKey },
    options: cocosCliItems(),
    commonOptions: cocosCliCommonOptions(),
    /** Stages the CLI runs on a finished build (host contract 6): `{ name, hook, displayName }`, `hook` equal to `name`. */
    customBuildStages: [
        { name: 'run', hook: 'run', displayName: `i18n:${platformKey}.run` },
        { name: 'upload', hook: 'upload', displayName: `i18n:${platformKey}.upload` },
    ],
};

export default platform;
