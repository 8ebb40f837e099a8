import type { OptionRow } from '../row';

/** Options for finding out what a host or a build does. */
export const diagnosisRows = {
    recordHost: {
        value: { type: 'boolean', default: false },
        owner: { creator: 'extension', 'cocos-cli': 'platform' },
        runtime: false,
        en: {
            label: 'Record the host',
            description: 'Writes what the host does during the build into a folder beside the output (…-recording): hooks, keys, paths, names and sizes of files, without your account\'s name, texts of options or file contents. For reports to the extension\'s authors (docs/verify.md).',
        },
        zh: {
            label: '记录宿主行为',
            description: '将构建过程中宿主的行为写入输出目录旁的文件夹（…-recording）：钩子、键名、路径、文件名和大小，不含您的用户名、选项中的文本和文件内容。用于向扩展作者反馈问题（docs/verify.zh-CN.md）。',
        },
    },
} as const satisfies Record<string, OptionRow>;
