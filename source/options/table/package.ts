import type { OptionRow } from '../row';

/** What the package holds and how large it may be. */
export const packageRows = {
    mainPackage: {
        value: { type: 'choice', choices: ['standard', 'lean'], default: 'standard' },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Main package',
            description: 'What the main package holds: the game, or only its first screen, while engine, scripts and built-in bundles arrive as a subpackage of their own and count only towards the 20 MB. Alipay loads subpackages for mini games of companies only, and not in the apps 支小宝 and 安诊儿.',
            choices: { standard: 'The game', lean: 'The first screen' },
        },
        zh: {
            label: '主包内容',
            description: '主包包含整个游戏，或仅包含首屏；后者把引擎、脚本与内置 Bundle 放入单独的分包，只计入 20 MB 总大小。分包加载仅对企业主体开放，且支小宝、安诊儿宿主不支持。',
            choices: { standard: '整个游戏', lean: '仅首屏' },
        },
    },
    adapter: {
        value: { type: 'choice', choices: ['bundled', 'engine'], default: 'bundled' },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Adapters',
            description: 'Whose adapters stand between the engine and Alipay: those of this extension, or those that come with the engine.',
            choices: { bundled: 'This extension\'s', engine: 'The engine\'s' },
        },
        zh: {
            label: '适配层',
            description: '引擎与支付宝之间使用的适配层：本扩展自带的，或引擎自带的。',
            choices: { bundled: '扩展自带', engine: '引擎自带' },
        },
    },
    mainPackageLimit: {
        value: { type: 'integer', unit: 'bytes', minimum: 1_000, maximum: 100_000_000, orZero: true, default: 0 },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Main package limit',
            description: 'The build fails when the main package is larger, in bytes. 0: not set, passing Alipay\'s 4 MB is a warning.',
        },
        zh: {
            label: '主包大小上限',
            description: '主包超过此大小时构建失败，单位为字节。0 表示不设置，超过支付宝的 4 MB 限制时仅警告。',
        },
    },
    totalLimit: {
        value: { type: 'integer', unit: 'bytes', minimum: 1_000, maximum: 100_000_000, orZero: true, default: 0 },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Total limit',
            description: 'The build fails when main package and subpackages together are larger, in bytes. 0: not set, passing Alipay\'s 20 MB is a warning.',
        },
        zh: {
            label: '总包大小上限',
            description: '主包与所有分包之和超过此大小时构建失败，单位为字节。0 表示不设置，超过支付宝的 20 MB 限制时仅警告。',
        },
    },
    strict: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Strict',
            description: 'The build fails when the package passes Alipay\'s limits of 4 MB or 20 MB.',
        },
        zh: {
            label: '严格模式',
            description: '包大小超过支付宝的 4 MB 或 20 MB 限制时构建失败。',
        },
    },
} as const satisfies Record<string, OptionRow>;
