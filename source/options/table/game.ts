import type { IntegerValue, OptionRow } from '../row';

const timeout = { type: 'integer', unit: 'ms', minimum: 1_000, maximum: 600_000, default: 60_000 } as const satisfies IntegerValue;

/** How the game runs on the phone: keys of game.json (platform facts 1.1) and settings of the adapters. */
export const gameRows = {
    showStatusBar: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Status bar',
            description: 'Shows the phone\'s status bar above the game.',
        },
        zh: {
            label: '显示状态栏',
            description: '在游戏上方显示手机状态栏。',
        },
    },
    networkTimeout: {
        value: {
            type: 'group',
            properties: { request: timeout, connectSocket: timeout, download: timeout, upload: timeout },
        },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: true,
        en: {
            label: 'Network timeouts',
            description: 'How long the game waits for the network before it gives up, in milliseconds.',
            properties: {
                request: { label: 'Request', description: 'Time allowed for a request, in milliseconds.' },
                connectSocket: { label: 'Socket', description: 'Time allowed to open a socket, in milliseconds.' },
                download: { label: 'Download', description: 'Time allowed for a download, in milliseconds.' },
                upload: { label: 'Upload', description: 'Time allowed for an upload, in milliseconds.' },
            },
        },
        zh: {
            label: '网络超时',
            description: '网络操作的最长等待时间，单位为毫秒。',
            properties: {
                request: { label: '请求', description: '单次请求的最长时间，单位为毫秒。' },
                connectSocket: { label: 'Socket', description: '建立 Socket 连接的最长时间，单位为毫秒。' },
                download: { label: '下载', description: '单次下载的最长时间，单位为毫秒。' },
                upload: { label: '上传', description: '单次上传的最长时间，单位为毫秒。' },
            },
        },
    },
    iOSHighPerformance: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'iOS high performance',
            description: 'Asks for the high-performance mode on iOS. Clients from 10.8.6 on use it anyway.',
        },
        zh: {
            label: 'iOS 高性能模式',
            description: '在 iOS 上申请高性能模式。10.8.6 及以上版本的客户端默认启用。',
        },
    },
    cacheQuota: {
        value: { type: 'integer', unit: 'bytes', minimum: 1_000_000, maximum: 1_000_000_000, orZero: true, default: 0 },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: true,
        en: {
            label: 'Cache size',
            description: 'How much the asset cache may keep on the phone, in bytes. 0: not set, the cache learns the phone\'s limit.',
        },
        zh: {
            label: '缓存大小',
            description: '资源缓存在手机上可占用的空间，单位为字节。0 表示不设置，由缓存自行获知手机的限制。',
        },
    },
} as const satisfies Record<string, OptionRow>;
