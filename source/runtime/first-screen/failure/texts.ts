import type { FirstScreenTexts } from '../options';

/** `my.loadSubpackage` came with base library 2.1.15; 10.3.70 is the oldest client Cocos supports (platform facts 2.4). */
export const defaultTexts: Readonly<Record<'en' | 'zh', FirstScreenTexts>> = {
    en: {
        failed: 'The game could not be loaded\nPlease check your network and try again.',
        tryAgain: 'Try again',
        tooOld: 'This Alipay app is too old\nPlease update to 10.3.70 or newer and open the game again.',
    },
    zh: {
        failed: '游戏加载失败\n请检查网络后重试',
        tryAgain: '重试',
        tooOld: '当前支付宝版本过低\n请升级到 10.3.70 或更高版本后再打开游戏',
    },
};
