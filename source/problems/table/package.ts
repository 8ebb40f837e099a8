import type { ProblemRow } from '../text';

export const packageProblems = {
    AMG301: {
        level: 'error',
        en: {
            what: 'The adapter file {file} is missing from the installed extension.',
            mend: 'Install the extension again, or run its `npm run build` when working from its sources.',
        },
        zh: {
            what: '已安装的扩展缺少适配器文件 {file}。',
            mend: '请重新安装扩展；若从源码使用，请运行它的 `npm run build`。',
        },
    },
} as const satisfies Record<string, ProblemRow>;
