import type { ProblemRow } from '../text';

/** AMG600 to AMG649: how the command line was called. */
export const commandLineProblems = {
    AMG601: {
        level: 'error',
        en: { what: 'There is no command "{name}".', mend: 'Commands: {known}.' },
        zh: { what: '没有名为 “{name}” 的命令。', mend: '可用命令：{known}。' },
    },
    AMG602: {
        level: 'error',
        en: { what: 'There is no command "{name}".', mend: 'Did you mean "{suggestion}"?' },
        zh: { what: '没有名为 “{name}” 的命令。', mend: '您是否想输入 “{suggestion}”？' },
    },
    AMG603: {
        level: 'error',
        en: { what: 'The command has no option {flag}.', mend: 'Options: {known}.' },
        zh: { what: '该命令没有选项 {flag}。', mend: '可用选项：{known}。' },
    },
    AMG604: {
        level: 'error',
        en: { what: 'The command has no option {flag}.', mend: 'Did you mean {suggestion}?' },
        zh: { what: '该命令没有选项 {flag}。', mend: '您是否想输入 {suggestion}？' },
    },
    AMG605: {
        level: 'error',
        en: { what: '{argument} is missing.', mend: 'Usage: {usage}' },
        zh: { what: '缺少 {argument}。', mend: '用法：{usage}' },
    },
    AMG606: {
        level: 'error',
        en: { what: 'The argument "{argument}" is one too many.', mend: 'Usage: {usage}' },
        zh: { what: '多余的参数 “{argument}”。', mend: '用法：{usage}' },
    },
    AMG607: {
        level: 'error',
        en: { what: 'The option {flag} has no value.', mend: 'Write {flag} {value}.' },
        zh: { what: '选项 {flag} 缺少值。', mend: '请写为 {flag} {value}。' },
    },
    AMG608: {
        level: 'error',
        en: { what: 'The option {flag} is a switch and takes no value.', mend: 'Write {flag} alone.' },
        zh: { what: '选项 {flag} 是开关，不接受值。', mend: '请只写 {flag}。' },
    },
    AMG609: {
        level: 'error',
        en: { what: 'The value "{value}" of {flag} is not one of the choices.', mend: 'Choices: {choices}.' },
        zh: { what: '{flag} 的值 “{value}” 不是可选值。', mend: '可选值：{choices}。' },
    },
    AMG610: {
        level: 'error',
        en: { what: 'The build config cannot be read: {reason}.', mend: 'Give the JSON file of a host\'s build options: common options and `packages`.' },
        zh: { what: '无法读取构建配置：{reason}。', mend: '请提供宿主构建选项的 JSON 文件：公共选项与 `packages`。' },
    },
    AMG611: {
        level: 'error',
        en: { what: 'This is not a folder.', mend: 'Give a folder that exists: for `pack` what a host built, else a package.' },
        zh: { what: '这不是文件夹。', mend: '请提供存在的文件夹：`pack` 为宿主的构建结果，其他命令为小游戏包。' },
    },
    AMG612: {
        level: 'error',
        en: { what: 'The bundled sample build is missing from the installed extension.', mend: 'Install the extension again, or run its `npm run build` when working from its sources.' },
        zh: { what: '已安装的扩展缺少内置示例构建。', mend: '请重新安装扩展；若从源码使用，请运行它的 `npm run build`。' },
    },
    AMG630: {
        level: 'error',
        en: { what: 'The command line does not run on Node {version}.', mend: 'Use Node {oldest} or later. Creator and the Cocos CLI bring the Node that the extension itself needs.' },
        zh: { what: '命令行无法在 Node {version} 上运行。', mend: '请使用 Node {oldest} 或更高版本。扩展本身由 Creator 和 Cocos CLI 自带的 Node 运行，不受影响。' },
    },
} as const satisfies Record<string, ProblemRow>;
