import type { OptionRow } from '../row';

/** Options that the hosts know themselves: in Creator its built-in platform shows them (host contract 1). */
export const hostRows = {
    startSceneAssetBundle: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'built-in', 'cocos-cli': 'platform' },
        common: { key: 'startSceneAssetBundle', unset: { creator: false, 'cocos-cli': false } },
        runtime: false,
        en: {
            label: 'Start scene bundle',
            description: 'Puts the start scene and what it needs into a bundle of its own that stays in the main package.',
        },
        zh: {
            label: '初始场景分包',
            description: '将初始场景及其依赖资源单独打成一个 Bundle，并保留在主包内。',
        },
    },
    deviceOrientation: {
        value: { type: 'choice', choices: ['landscape', 'portrait'], default: 'landscape' },
        owner: { creator: 'built-in', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Orientation',
            description: 'How the game stands on the screen.',
            choices: { landscape: 'Landscape', portrait: 'Portrait' },
        },
        zh: {
            label: '设备方向',
            description: '游戏在屏幕上的显示方向。',
            choices: { landscape: '横屏', portrait: '竖屏' },
        },
    },
    polyfills: {
        value: {
            type: 'group',
            properties: {
                asyncFunctions: { type: 'boolean', default: true },
            },
        },
        owner: { creator: 'built-in', 'cocos-cli': 'platform' },
        // A headless CLI build passes `false` whether or not the user chose it (host contract 1, "CLI trap").
        common: { key: 'polyfills', unset: { creator: null, 'cocos-cli': false }, alsoHolds: ['coreJs', 'targets'] },
        runtime: false,
        en: {
            label: 'Polyfills',
            description: 'Language features that are added for old clients.',
            properties: {
                asyncFunctions: {
                    label: 'Async functions',
                    description: 'Compiles async functions for clients that do not know them and adds the code they need.',
                },
            },
        },
        zh: {
            label: 'Polyfills',
            description: '为旧版客户端补充的语言特性。',
            properties: {
                asyncFunctions: {
                    label: '异步函数',
                    description: '为不支持异步函数的客户端编译 async 函数，并加入所需的代码。',
                },
            },
        },
    },
    separateEngine: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'built-in', 'cocos-cli': 'unavailable' },
        runtime: false,
        en: {
            label: 'Separate engine',
            description: 'Takes the engine from Alipay\'s engine plugin instead of the package. Only Creator can build this.',
        },
        zh: {
            label: '分离引擎',
            description: '引擎使用支付宝的引擎插件，不放入包内。仅 Creator 支持此构建方式。',
        },
    },
    wasmSubpackage: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'built-in', 'cocos-cli': 'unavailable' },
        runtime: false,
        en: {
            label: 'WebAssembly subpackage',
            description: 'Puts the engine\'s native code into a subpackage of its own. Only Creator can build this.',
        },
        zh: {
            label: 'WebAssembly 分包',
            description: '将引擎的原生代码模块放入单独的分包。仅 Creator 支持此构建方式。',
        },
    },
    subpackages: {
        value: {
            type: 'list',
            item: { name: { type: 'text', pattern: '.+' }, root: { type: 'text', pattern: '[^\\\\]+' } },
            default: [],
        },
        owner: { creator: 'built-in', 'cocos-cli': 'platform' },
        hidden: true,
        runtime: false,
        en: {
            label: 'Subpackages',
            description: 'Subpackages besides those made from bundles: folders of the package with a game.js of their own.',
            properties: {
                name: { label: 'Name', description: 'The name to load the subpackage by.' },
                root: { label: 'Folder', description: 'The folder, relative to the package root.' },
            },
        },
        zh: {
            label: '分包',
            description: '由 Bundle 生成的分包之外的分包：包内带有自己的 game.js 的文件夹。',
            properties: {
                name: { label: '名称', description: '加载分包时使用的名称。' },
                root: { label: '文件夹', description: '相对于包根目录的文件夹。' },
            },
        },
    },
} as const satisfies Record<string, OptionRow>;
