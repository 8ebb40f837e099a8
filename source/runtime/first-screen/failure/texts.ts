import type { FirstScreenTexts } from '../options';

/** What the player reads when the start fails, but for `loading`: what a package does not say itself. */
export type FailureTexts = Readonly<Record<Exclude<keyof FirstScreenTexts, 'loading'>, string>> & {
    /** The game's files came and are not what they should be, or the server has none. */
    readonly damaged: string;
    /** The game cannot start, whatever is tried. */
    readonly broken: string;
};

/** `my.loadSubpackage` came with base library 2.1.15; 10.3.70 is the oldest client that Cocos supports. */
export const defaultTexts: Readonly<Record<'en' | 'zh', FailureTexts>> = {
    en: {
        failed: 'The game could not be loaded\nPlease check your network and try again.',
        damaged: 'Some files of the game could not be loaded\nPlease try again later.',
        broken: 'The game could not start\nPlease close it and open it again.',
        tooOld: 'This Alipay app is too old\nPlease update to 10.3.70 or newer and open the game again.',
        tryAgain: 'Try again',
        details: 'Details',
    },
    zh: {
        failed: '游戏加载失败\n请检查网络后重试',
        damaged: '部分游戏资源加载失败\n请稍后重试',
        broken: '游戏启动失败\n请退出后重新打开',
        tooOld: '当前支付宝版本过低\n请升级到 10.3.70 或更高版本后再打开游戏',
        tryAgain: '重试',
        details: '查看详情',
    },
};
