import type { ProblemRow } from '../text';

/** AMG4xx: what `check` finds in a finished package. */
export const checkProblems = {
    AMG401: {
        level: 'error',
        en: { what: 'A file that every mini game needs is missing.', mend: 'Package the build again.' },
        zh: { what: '缺少小游戏必需的文件。', mend: '请重新打包。' },
    },
    AMG402: {
        level: 'error',
        en: { what: 'The subpackage {name} has no {file}: the client runs it when the subpackage is loaded.', mend: 'Package the build again, or correct `subpackages` in game.json.' },
        zh: { what: '分包 {name} 缺少 {file}：客户端加载分包后会执行它。', mend: '请重新打包，或修正 game.json 中的 `subpackages`。' },
    },
    AMG403: {
        level: 'error',
        en: { what: 'game.json spells "subPackages"; a mini game needs "subpackages".', mend: 'Rename the key.' },
        zh: { what: 'game.json 写作 “subPackages”；小游戏应为 “subpackages”。', mend: '请修改该键名。' },
    },
    AMG404: {
        level: 'error',
        en: { what: 'The bundle {bundle} is loaded as a subpackage, but game.json does not name it.', mend: 'Package the build again, or add it to `subpackages` in game.json.' },
        zh: { what: 'Bundle {bundle} 以分包方式加载，但 game.json 未声明它。', mend: '请重新打包，或在 game.json 的 `subpackages` 中添加它。' },
    },
    AMG405: {
        level: 'error',
        en: { what: 'The bundle {bundle} has no {part}.', mend: 'Build and package again.' },
        zh: { what: 'Bundle {bundle} 缺少 {part}。', mend: '请重新构建并打包。' },
    },
    AMG406: {
        level: 'error',
        en: { what: '`deviceOrientation` ({device}) and `screenOrientation` ({screen}) differ: old and new clients would show the game differently.', mend: 'Give both the same value.' },
        zh: { what: '`deviceOrientation`（{device}）与 `screenOrientation`（{screen}）不一致：新旧客户端的显示会不同。', mend: '请将两者设为相同的值。' },
    },
    AMG407: {
        level: 'error',
        en: { what: 'The main package has {bytes} bytes; Alipay allows {limit}. It is {over} too large.', mend: 'Set the option `mainPackage` to `lean`, which takes {lean} bytes out of the main package; or make bundles remote or subpackages, or leave out engine modules: the command `report` shows where the bytes are and what would save most.' },
        zh: { what: '主包大小为 {bytes} 字节，支付宝上限为 {limit} 字节，超出 {over} 字节。', mend: '请将选项 `mainPackage` 设为 `lean`，可使主包减少 {lean} 字节；或将 Bundle 设为远程包或分包，或裁剪引擎模块；`report` 命令会显示体积分布与最有效的减小方法。' },
    },
    AMG408: {
        level: 'error',
        en: { what: 'Main package and subpackages together have {bytes} bytes; Alipay allows {limit}. They are {over} too large.', mend: 'Make bundles remote: the command `report` shows which would save most.' },
        zh: { what: '主包与分包共 {bytes} 字节，支付宝上限为 {limit} 字节，超出 {over} 字节。', mend: '请将 Bundle 设为远程包；`report` 命令会显示哪些最有效。' },
    },
    AMG409: {
        level: 'warning',
        en: { what: 'No Alipay document knows the key "{key}" of a mini game\'s game.json.', mend: 'Check its spelling, or take it out. Known: {closest}.' },
        zh: { what: '支付宝文档中没有小游戏 game.json 的 “{key}” 字段。', mend: '请检查拼写或将其移除。已知字段：{closest}。' },
    },
    AMG410: {
        level: 'error',
        en: { what: 'The value of "{key}" is not of the type Alipay expects.', mend: 'Write {expected}.' },
        zh: { what: '“{key}” 的值类型不符合支付宝的要求。', mend: '请写为 {expected}。' },
    },
    AMG411: {
        level: 'error',
        en: { what: 'The entry requires {path}, which is not in the package: the game would not start.', mend: 'Package the build again, or correct the path. Paths are relative to the file that requires them.' },
        zh: { what: '入口文件引用的 {path} 不在包内，游戏将无法启动。', mend: '请重新打包或修正路径；路径相对于引用它的文件。' },
    },
    AMG412: {
        level: 'error',
        en: { what: 'The import map says that the module {module} is {path}, which is not in the package.', mend: 'Build and package again; after renaming files by hand correct the import map.' },
        zh: { what: 'import map 中模块 {module} 指向 {path}，但它不在包内。', mend: '请重新构建并打包；若手动重命名过文件，请修正 import map。' },
    },
    AMG413: {
        level: 'error',
        en: { what: 'The settings name {path}, which is not in the package.', mend: 'Build and package again.' },
        zh: { what: '设置文件中的 {path} 不在包内。', mend: '请重新构建并打包。' },
    },
    AMG414: {
        level: 'error',
        en: { what: 'The config of the bundle {bundle} names files that are missing ({count}):{names}', mend: 'Empty the build folder, build and package again, and put the whole remote folder on the server.' },
        zh: { what: 'Bundle {bundle} 的配置引用了缺失的文件（{count} 个）：{names}', mend: '请清空构建文件夹，重新构建并打包，并将整个远程文件夹上传到服务器。' },
    },
    AMG415: {
        level: 'error',
        en: { what: 'These bundles are remote, but the settings have no server address: {bundles}.', mend: 'Set the option `remoteUrl` to the address the remote folder is served at, and build again.' },
        zh: { what: '以下 Bundle 为远程包，但设置中没有服务器地址：{bundles}。', mend: '请将选项 `remoteUrl` 设为远程文件夹的访问地址并重新构建。' },
    },
    AMG416: {
        level: 'error',
        en: { what: 'The address of the resource server is {server}; phones load from https:// only.', mend: 'Serve the remote folder by HTTPS, set `remoteUrl` to that address, and build again.' },
        zh: { what: '资源服务器地址为 {server}；手机只能从 https:// 加载。', mend: '请通过 HTTPS 提供远程文件夹，将 `remoteUrl` 设为该地址并重新构建。' },
    },
    AMG417: {
        level: 'warning',
        en: { what: 'Addresses without encryption, which phones refuse:{addresses}', mend: 'Use https:// and wss:// addresses, and add their domains to the whitelist of the mini game.' },
        zh: { what: '手机会拒绝的未加密地址：{addresses}', mend: '请使用 https:// 和 wss:// 地址，并将域名加入小游戏的白名单。' },
    },
    AMG418: {
        level: 'warning',
        en: { what: 'Audio in formats that Alipay does not document ({count}):{names}', mend: 'Use MP3 or AAC (.m4a).' },
        zh: { what: '支付宝文档未列出的音频格式（{count} 个）：{names}', mend: '请使用 MP3 或 AAC（.m4a）。' },
    },
    AMG419: {
        level: 'warning',
        en: { what: 'ETC2 textures, which the game cannot count on ({count}):{names}', mend: 'Choose ETC1, ASTC or PVRTC in the texture compression settings of the platform.' },
        zh: { what: '无法保证可用的 ETC2 纹理（{count} 个）：{names}', mend: '请在该平台的纹理压缩设置中选择 ETC1、ASTC 或 PVRTC。' },
    },
    AMG420: {
        level: 'error',
        en: { what: 'Scripts are among the remote files, but phones run scripts of the package only ({count}):{names}', mend: 'Package with this tool, which puts the scripts of remote bundles into the package; in other builds set `moveRemoteBundleScript`.' },
        zh: { what: '远程文件中包含脚本，但手机只能运行包内脚本（{count} 个）：{names}', mend: '使用本工具打包会将远程 Bundle 的脚本放入包内；其他构建请启用 `moveRemoteBundleScript`。' },
    },
    AMG421: {
        level: 'warning',
        en: { what: 'Remote files larger than the 10 MB that a phone keeps as one file ({count}):{names}', mend: 'Split the asset, or the bundle where it is an archive: what cannot be kept is downloaded at every start.' },
        zh: { what: '远程文件超过手机单个文件 10 MB 的保存上限（{count} 个）：{names}', mend: '请拆分资源；若为压缩包则拆分 Bundle：无法保存的文件每次启动都会重新下载。' },
    },
    AMG422: {
        level: 'warning',
        en: { what: '{asset} in the bundle {bundle} has a {component} component, which does nothing on Alipay.', mend: 'Take the component out, or put other content there on Alipay (`ALIPAY` of `cc/env`).' },
        zh: { what: 'Bundle {bundle} 中的 {asset} 使用了 {component} 组件，它在支付宝上无效。', mend: '请移除该组件，或在支付宝上改用其他内容（`cc/env` 的 `ALIPAY`）。' },
    },
    AMG423: {
        level: 'error',
        en: { what: 'The engine module {module} is here only as WebAssembly, which the engine does not use on Alipay: what needs it fails to load.', mend: 'Set the native code bundle mode to asm.js (or both) and build again.' },
        zh: { what: '引擎模块 {module} 只有 WebAssembly 版本，引擎在支付宝上不使用它，相关功能将无法加载。', mend: '请将原生代码打包模式设为 AsmJS（或两者）并重新构建。' },
    },
    AMG424: {
        level: 'warning',
        en: { what: 'The folder remote/ is uploaded with the package: {count} files, {bytes} bytes that count against the limit and are never loaded from there.', mend: 'Package with this tool, which sets remote bundles apart, or move the folder out of the package.' },
        zh: { what: 'remote/ 文件夹会随包上传：{count} 个文件，{bytes} 字节，计入上限且不会从包内加载。', mend: '使用本工具打包会分离远程 Bundle，也可手动将该文件夹移出小游戏包。' },
    },
    AMG425: {
        level: 'warning',
        en: { what: 'The files of remote bundles are not beside the package and were not checked: {bundles}.', mend: 'Put the remote folder beside the package as <package>-remote to have it checked.' },
        zh: { what: '远程 Bundle 的文件不在小游戏包旁，未检查：{bundles}。', mend: '将远程文件夹放在小游戏包旁并命名为 <包名>-remote 即可检查。' },
    },
    AMG426: {
        level: 'warning',
        en: { what: 'Video files, which the engine cannot play on Alipay ({count}):{names}', mend: 'Take them out of the bundles of this build.' },
        zh: { what: '引擎在支付宝上无法播放的视频文件（{count} 个）：{names}', mend: '请从本次构建的 Bundle 中移除。' },
    },
    AMG427: {
        level: 'warning',
        en: { what: 'The size report could not be written: {reason}.', mend: 'Close programs that hold the folder and check free space and rights; the package itself is complete. `report DIR` writes it anew.' },
        zh: { what: '体积报告写入失败：{reason}。', mend: '请关闭占用该文件夹的程序，并检查磁盘空间与权限；小游戏包本身已完成。`report DIR` 可重新生成报告。' },
    },
    AMG428: {
        level: 'error',
        en: { what: 'The main package has {bytes} bytes; Alipay allows {limit}. It is {over} too large.', mend: 'Move files into subpackages or to the resource server: the command `report` shows where the bytes are.' },
        zh: { what: '主包大小为 {bytes} 字节，支付宝上限为 {limit} 字节，超出 {over} 字节。', mend: '请将文件移到分包或资源服务器；`report` 命令会显示体积分布。' },
    },
    AMG429: {
        level: 'error',
        en: { what: 'The game lies in {root}, but game.json does not name it as the subpackage {name}: the game cannot be loaded.', mend: 'Package the build again, or add it to `subpackages` in game.json.' },
        zh: { what: '游戏位于 {root}，但 game.json 未将其声明为分包 {name}，游戏将无法加载。', mend: '请重新打包，或在 game.json 的 `subpackages` 中添加它。' },
    },
    AMG430: {
        level: 'error',
        en: { what: 'Nothing here says where the game\'s files are (`gameFiles`): the game would look for them in the main package.', mend: 'Package the build again, without an adapter-options.js of your own.' },
        zh: { what: '此处未记录游戏文件的位置（`gameFiles`），游戏会到主包中查找这些文件。', mend: '请移除自定义的 adapter-options.js 并重新打包。' },
    },
} as const satisfies Record<string, ProblemRow>;
