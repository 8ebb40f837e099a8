/**
 * What the hosts show besides the options and the problems: both read it from `i18n/`, Creator as
 * `i18n:cocos-alipay-mini-game.<key>`, the CLI as `i18n:alipay-mini-game.<key>` (host contract 1).
 */
export const productText = {
    title: {
        en: 'Alipay Mini Game',
        zh: '支付宝小游戏',
    },
    description: {
        en: 'Publishes Cocos games to Alipay Mini Game: package, resource server, cache, preview.',
        zh: '将 Cocos 游戏发布为支付宝小游戏：打包、远程资源、缓存与预览。',
    },
    run: {
        en: 'Preview',
        zh: '预览',
    },
    upload: {
        en: 'Deliver remote bundles',
        zh: '部署远程 Bundle',
    },
    deployLastBuild: {
        en: 'Alipay Mini Game: deliver the last build\'s remote bundles',
        zh: '支付宝小游戏：部署最近一次构建的远程 Bundle',
    },
    previewLastBuild: {
        en: 'Alipay Mini Game: preview the last build',
        zh: '支付宝小游戏：预览最近一次构建',
    },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
