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
    AMG613: {
        level: 'error',
        en: { what: '"{value}" is neither a known client nor a file that can be read ({reason}).', mend: 'Clients: {choices}. Or the path of a file with a result of `demo --probe`.' },
        zh: { what: '“{value}” 既不是已知的客户端，也不是可读取的文件（{reason}）。', mend: '客户端：{choices}；或 `demo --probe` 结果文件的路径。' },
    },
    AMG614: {
        level: 'error',
        en: { what: 'The file holds no result of the probe: {reason}.', mend: 'Save the whole text that the probe copied. A result can be made again with `demo --probe`.' },
        zh: { what: '该文件不是检测结果：{reason}。', mend: '请保存检测程序复制的完整文本；也可用 `demo --probe` 重新获取结果。' },
    },
    AMG615: {
        level: 'error',
        en: { what: 'The probe\'s result has version {version}; this program knows up to {known}.', mend: 'Update cocos-alipay-mini-game, or make a result with its own `demo --probe`.' },
        zh: { what: '检测结果的版本为 {version}，本程序最高支持 {known}。', mend: '请更新 cocos-alipay-mini-game，或用它自带的 `demo --probe` 重新获取结果。' },
    },
    AMG616: {
        level: 'error',
        en: { what: 'The folder holds something else than an earlier probe.', mend: 'Choose an empty or new folder with --out, or empty this one.' },
        zh: { what: '该文件夹中有检测程序以外的内容。', mend: '请用 --out 选择空的或新的文件夹，或先清空该文件夹。' },
    },
    AMG617: {
        level: 'error',
        en: { what: 'The option {flag} does nothing without {needed}.', mend: 'Write {needed} too, or leave {flag} out.' },
        zh: { what: '选项 {flag} 需要与 {needed} 一起使用。', mend: '请加上 {needed}，或去掉 {flag}。' },
    },
    AMG618: {
        level: 'error',
        en: { what: '"{value}" is no address for {flag}.', mend: 'Write {flag} as {expected}: a phone reaches nothing else.' },
        zh: { what: '“{value}” 不是 {flag} 的有效地址。', mend: '请将 {flag} 写成 {expected}，手机无法访问其他地址。' },
    },
    AMG619: {
        level: 'error',
        en: { what: 'The operating system refused this ({operation}): {reason}.', mend: 'Check that the path is right, that you may read and write there, and that the disk has room.' },
        zh: { what: '操作系统拒绝了该操作（{operation}）：{reason}。', mend: '请检查路径是否正确、是否有读写权限，以及磁盘空间是否充足。' },
    },
    AMG630: {
        level: 'error',
        en: { what: 'The command line does not run on Node {version}.', mend: 'Use Node {oldest} or later. Creator and the Cocos CLI bring the Node that the extension itself needs.' },
        zh: { what: '命令行无法在 Node {version} 上运行。', mend: '请使用 Node {oldest} 或更高版本。扩展本身由 Creator 和 Cocos CLI 自带的 Node 运行，不受影响。' },
    },
} as const satisfies Record<string, ProblemRow>;
