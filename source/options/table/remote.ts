import type { OptionRow } from '../row';

/** Where remote bundles go and how the game finds them. */
export const remoteRows = {
    remoteUrl: {
        value: { type: 'text', control: 'address', default: '' },
        owner: { creator: 'built-in', 'cocos-cli': 'platform' },
        common: { key: 'server', unset: { creator: '', 'cocos-cli': '' } },
        runtime: false,
        en: {
            label: 'Resource server address',
            description: 'The https address of the folder that remote bundles are uploaded to.',
        },
        zh: {
            label: '资源服务器地址',
            description: '远程 Bundle 上传目录的 https 地址。',
        },
    },
    allowMissingRemoteUrl: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Allow a missing server address',
            description: 'Lets a release build with remote bundles pass without a resource server address, for games that set it themselves at run time.',
        },
        zh: {
            label: '允许缺少资源服务器地址',
            description: '含远程 Bundle 的发布构建没有资源服务器地址时也允许通过，适用于在运行时自行设置地址的游戏。',
        },
    },
    remoteOutput: {
        value: { type: 'choice', choices: ['beside', 'inside'], default: 'beside' },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Remote folder',
            description: 'Where remote bundles are written: beside the package, so that they are never uploaded with it, or inside it, where Creator leaves them.',
            choices: { beside: 'Beside the package', inside: 'Inside the package' },
        },
        zh: {
            label: '远程资源目录',
            description: '远程 Bundle 的输出位置：包目录旁（不会随包上传），或包目录内（与 Creator 的默认位置相同）。',
            choices: { beside: '包目录旁', inside: '包目录内' },
        },
    },
    archiveRemote: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Zip the remote folder',
            description: 'Also writes the remote bundles as one zip file, ready to upload.',
        },
        zh: {
            label: '压缩远程资源',
            description: '另外将远程 Bundle 打成一个 zip 文件，便于上传。',
        },
    },
} as const satisfies Record<string, OptionRow>;
