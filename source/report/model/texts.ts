import type { AdviceKind, GroupKind, Place } from './size-report';

export type ReportLanguage = 'en' | 'zh';

/** Every word of the report that both the terminal and the page say. `{name}` marks a value. */
export const texts = {
    en: {
        group: { engine: 'Engine', scripts: 'Scripts', adapter: 'Adapter', 'first-screen': 'First screen', entry: 'Entry and settings', bundle: 'Bundle {name}', subpackage: 'Subpackage {name}', other: 'Other files' },
        place: { main: 'main package', game: 'game package', subpackage: 'subpackage', remote: 'resource server' },
        mainPackage: 'Main package',
        gamePart: 'Game package',
        gamePartNote: '{name}: loaded behind the first screen',
        wholePackage: 'Main package and subpackages',
        remote: 'Resource server',
        of: 'of',
        files: '{count} files',
        raw: 'Raw',
        gzip: 'gzip',
        share: 'Share',
        part: 'Part',
        sinceLast: 'since the last build',
        overLimit: 'over the limit by {bytes}',
        leftOver: '{bytes} free',
        advice: {
            'move-to-remote': { what: 'Move bundle {subject} to the resource server', how: 'In the bundle\'s settings choose "remote"; its script stays in the package.' },
            'move-to-subpackage': { what: 'Make bundle {subject} a subpackage', how: 'In the bundle\'s settings choose the compression type "subpackage"; it then loads when it is first used.' },
            'lean-start': { what: 'Start with the lean layout', how: 'Set the option mainPackage to "lean" (it needs adapter "bundled"): engine, scripts and built-in bundles then load as a subpackage, behind a first screen. The whole package stays as large.' },
            'remove-remote-folder': { what: 'Take the folder remote/ out of the package', how: 'Package with this tool: it sets remote bundles apart. They belong on the resource server.' },
            'unused-module': { what: 'Leave out the engine module {subject}', how: 'No scene, prefab or script of the package was found to use it. Switch it off in Project Settings → Feature Cropping.' },
            'unused-wasm': { what: 'Leave out WebAssembly: {subject}', how: 'The engine uses the asm.js twin on Alipay. Set the native code bundle mode to "AsmJS".' },
            'source-maps': { what: 'Take source maps out of the package', how: 'Package with this tool: it puts them into a folder of their own.' },
            duplicates: { what: 'Keep one copy of {subject}', how: 'The same content is in several bundles. Move it to a bundle that they share.' },
            unreferenced: { what: 'Remove what no config names: {subject}', how: 'Left by an earlier build. Empty the build folder and build again.' },
        } satisfies Record<AdviceKind, { what: string; how: string }>,
    },
    zh: {
        group: { engine: '引擎', scripts: '脚本', adapter: '适配层', 'first-screen': '首屏', entry: '入口与设置', bundle: 'Bundle {name}', subpackage: '分包 {name}', other: '其他文件' },
        place: { main: '主包', game: '游戏分包', subpackage: '分包', remote: '资源服务器' },
        mainPackage: '主包',
        gamePart: '游戏分包',
        gamePartNote: '{name}：显示首屏时加载',
        wholePackage: '主包与全部分包',
        remote: '资源服务器',
        of: '/',
        files: '{count} 个文件',
        raw: '原始',
        gzip: 'gzip',
        share: '占比',
        part: '部分',
        sinceLast: '与上次构建相比',
        overLimit: '超出上限 {bytes}',
        leftOver: '剩余 {bytes}',
        advice: {
            'move-to-remote': { what: '将 Bundle {subject} 移到资源服务器', how: '在 Bundle 设置中选择“远程包”；其脚本仍留在包内。' },
            'move-to-subpackage': { what: '将 Bundle {subject} 设为分包', how: '在 Bundle 设置中将压缩类型设为“小游戏分包”；首次使用时才会加载。' },
            'lean-start': { what: '采用精简布局启动', how: '将选项 mainPackage 设为 “lean”（需 adapter 为 “bundled”）：引擎、脚本与内置 Bundle 将作为分包加载，同时显示首屏。整包大小不变。' },
            'remove-remote-folder': { what: '将 remote/ 文件夹移出小游戏包', how: '使用本工具打包会自动分离远程 Bundle；它们应放在资源服务器上。' },
            'unused-module': { what: '裁剪引擎模块 {subject}', how: '包内的场景、预制体和脚本中均未发现使用。请在“项目设置 → 功能裁剪”中关闭。' },
            'unused-wasm': { what: '去除 WebAssembly：{subject}', how: '引擎在支付宝上使用对应的 asm.js。请将原生代码打包模式设为 “AsmJS”。' },
            'source-maps': { what: '将 Source Map 移出小游戏包', how: '使用本工具打包会将其放入单独的文件夹。' },
            duplicates: { what: '{subject} 只保留一份', how: '相同内容存在于多个 Bundle 中。请移到它们共用的 Bundle。' },
            unreferenced: { what: '删除配置中未引用的文件：{subject}', how: '由之前的构建遗留。请清空构建文件夹后重新构建。' },
        } satisfies Record<AdviceKind, { what: string; how: string }>,
    },
} as const satisfies Record<ReportLanguage, { group: Record<GroupKind, string>; place: Record<Place, string>; [key: string]: unknown }>;

/** Replaces every `{name}` of a text by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
