// Registers our options and hooks beside Creator's built-in platform (package.json `contributions.builder`).
import type { BuildPlugin } from '@cocos/creator-types/editor/packages/builder/@types/public';
import { creatorPanelItems, creatorPlatformOptions, creatorVerifyRuleMap, platformKey } from '../../options';

/** Relative to this module (host contract 1). */
const hooks = './hooks';

/** Creator 3.8 has a platform of this id itself: the public way is to add options and hooks to it. */
export const configs: BuildPlugin.Configs = {
    [platformKey]: {
        hooks,
        options: creatorPanelItems(),
        verifyRuleMap: creatorVerifyRuleMap(),
    },
};

/** The registration as a platform of its own, for a Creator that has none of this id and accepts one. */
export const platform = {
    platformName: `i18n:cocos-alipay-mini-game.title`,
    platformType: 'ALIPAY',
    hooks,
    ...creatorPlatformOptions(),
};

export function load(): void {}

export function unload(): void {}
