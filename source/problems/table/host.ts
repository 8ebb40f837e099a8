import type { ProblemRow } from '../text';

/** What a host left on disk, and any folder that is read as a package. */
export const hostProblems = {
    AMG201: {
        level: 'error',
        en: {
            what: 'This folder is not a mini game build in a layout this version knows; it lacks: {missing}.',
            mend: 'Build the project again for Alipay Mini Game; if the layout comes from a newer Cocos version, update this extension. Nothing was changed.',
        },
        zh: {
            what: '此文件夹不是本版本所识别的小游戏构建结构，缺少：{missing}。',
            mend: '请为支付宝小游戏平台重新构建项目；若该结构来自更新的 Cocos 版本，请升级本扩展。文件夹未被改动。',
        },
    },
    AMG202: {
        level: 'error',
        en: { what: 'This is not a JSON object: {reason}.', mend: 'Correct the file, or build again if it was made by the build.' },
        zh: { what: '文件内容不是 JSON 对象：{reason}。', mend: '请修正该文件；若由构建生成，请重新构建。' },
    },
    AMG203: {
        level: 'error',
        en: {
            what: 'The bundle {bundle} has no config file; {file} is expected.',
            mend: 'Build the project again; if this folder was copied, copy it whole, with the "-remote" folder beside it.',
        },
        zh: {
            what: 'Bundle {bundle} 缺少配置文件 {file}。',
            mend: '请重新构建项目；若该文件夹是复制来的，请完整复制，并包含旁边的 “-remote” 文件夹。',
        },
    },
    AMG204: {
        level: 'error',
        en: {
            what: 'The bundle {bundle} has no script; the game will ask for {file}.',
            mend: 'Build the project again with the scripts of its bundles.',
        },
        zh: { what: 'Bundle {bundle} 缺少脚本，运行时需要 {file}。', mend: '请连同 Bundle 脚本重新构建项目。' },
    },
    AMG205: {
        level: 'error',
        en: {
            what: 'This is a symbolic link; the Alipay tools refuse packages with links.',
            mend: 'Put the file or folder itself there, for example in build-templates.',
        },
        zh: { what: '这是一个符号链接，支付宝工具不接受包含链接的包。', mend: '请放入真实的文件或文件夹，例如在 build-templates 中替换。' },
    },
    AMG206: {
        level: 'error',
        en: { what: 'Windows cannot hold a file named "{name}".', mend: 'Rename it: no < > : " | ? * \\, no device name such as CON, no dot or space at the end.' },
        zh: { what: 'Windows 不支持文件名 “{name}”。', mend: '请重命名：不能包含 < > : " | ? * \\，不能使用 CON 等设备名，结尾不能是点或空格。' },
    },
    AMG207: {
        level: 'error',
        en: { what: 'These names differ only by case and become one file on Windows and macOS: {names}.', mend: 'Rename one of them.' },
        zh: { what: '这些名称仅大小写不同，在 Windows 和 macOS 上会变成同一个文件：{names}。', mend: '请重命名其中之一。' },
    },
    AMG208: {
        level: 'error',
        en: { what: 'The path "{path}" leads out of the package.', mend: 'Use a name or path inside the package, without "..", drive or leading slash.' },
        zh: { what: '路径 “{path}” 指向包外。', mend: '请使用包内的名称或路径，不能包含 “..”、盘符或开头的斜杠。' },
    },
    AMG209: {
        level: 'warning',
        en: { what: 'Several files may be {file}: {candidates}. {chosen} was taken.', mend: 'Clear the build folder and build again to get rid of older files.' },
        zh: { what: '有多个文件可能是 {file}：{candidates}。已采用 {chosen}。', mend: '请清空构建文件夹后重新构建，以去除旧文件。' },
    },
    AMG210: {
        level: 'error',
        en: { what: 'The build folder does not exist.', mend: 'Build the project first, or correct the path.' },
        zh: { what: '构建文件夹不存在。', mend: '请先构建项目，或修正路径。' },
    },
    AMG211: {
        level: 'error',
        en: { what: 'The value of "{key}" has the wrong type; {expected} is expected.', mend: 'Build the project again; where a script or an extension edits this file after the build, correct it there.' },
        zh: { what: '“{key}” 的值类型错误，应为 {expected}。', mend: '请重新构建项目；若有脚本或扩展在构建后修改该文件，请在其中修正。' },
    },
} as const satisfies Record<string, ProblemRow>;
