import type { ProblemRow } from '../text';

/** What the package needs, and what came in the way of writing it. */
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
    AMG302: {
        level: 'warning',
        en: { what: 'No Alipay document knows the key "{key}" of a mini game\'s game.json.', mend: 'Check its spelling (`subpackages` has a small p), or take it out of the template.' },
        zh: { what: '支付宝文档中没有小游戏 game.json 的 “{key}” 字段。', mend: '请检查拼写（`subpackages` 中的 p 为小写），或从模板中移除。' },
    },
    AMG303: {
        level: 'error',
        en: { what: 'The value of "{key}" has the wrong type; {expected} is expected.', mend: 'Correct the value in the game.json of your build template.' },
        zh: { what: '“{key}” 的值类型错误，应为 {expected}。', mend: '请在构建模板的 game.json 中修正该值。' },
    },
    AMG304: {
        level: 'error',
        en: {
            what: 'The template sets deviceOrientation and screenOrientation differently: {device} and {screen}.',
            mend: 'Keep one of them; the other is written alike, since the phone reads one and the engine the other.',
        },
        zh: {
            what: '模板中 deviceOrientation 与 screenOrientation 不一致：{device} 与 {screen}。',
            mend: '请只保留其中一个，另一个会自动写成相同的值：手机与引擎各读取其中一个。',
        },
    },
    AMG305: {
        level: 'warning',
        en: { what: 'The template says {template}, the option deviceOrientation says {option}; the template wins.', mend: 'Set both alike, or take the key out of the template.' },
        zh: { what: '模板为 {template}，而选项 deviceOrientation 为 {option}，以模板为准。', mend: '请将两者设为一致，或从模板中移除该字段。' },
    },
    AMG306: {
        level: 'warning',
        en: { what: 'The template names subpackages that this build does not have: {names}. They were left out.', mend: 'Make the bundle a subpackage in its settings, or use the option `subpackages`.' },
        zh: { what: '模板中的分包在本次构建中不存在，已忽略：{names}。', mend: '请在 Bundle 设置中将其设为分包，或使用选项 `subpackages`。' },
    },
    AMG307: {
        level: 'warning',
        en: {
            what: 'The main package has {bytes} bytes; the limit is {limit}. Its largest files:{largest}',
            mend: 'Set the option `mainPackage` to `lean`, which takes {lean} bytes out of the main package; or make bundles remote or subpackages, or leave out engine modules. These bundles could move:{movable}',
        },
        zh: {
            what: '主包大小为 {bytes} 字节，上限为 {limit} 字节。最大的文件：{largest}',
            mend: '请将选项 `mainPackage` 设为 `lean`，可使主包减少 {lean} 字节；或将 Bundle 设为远程包或分包，或裁剪引擎模块。可移出的 Bundle：{movable}',
        },
    },
    AMG308: {
        level: 'warning',
        en: {
            what: 'Main package and subpackages together have {bytes} bytes; the limit is {limit}. The largest files:{largest}',
            mend: 'Make bundles remote. These could move:{movable}',
        },
        zh: {
            what: '主包与分包共 {bytes} 字节，上限为 {limit} 字节。最大的文件：{largest}',
            mend: '请将 Bundle 设为远程包。可移出的 Bundle：{movable}',
        },
    },
    AMG309: {
        level: 'error',
        en: { what: 'The template cannot be rendered: {reason}', mend: 'Correct the template; its variables are: {variables}.' },
        zh: { what: '模板渲染失败：{reason}', mend: '请修正模板；可用变量：{variables}。' },
    },
    AMG310: {
        level: 'error',
        en: { what: 'The output folder and the build folder {build} lie in each other.', mend: 'Choose an output folder apart from the build folder.' },
        zh: { what: '输出文件夹与构建文件夹 {build} 互相包含。', mend: '请选择与构建文件夹无关的输出文件夹。' },
    },
    AMG311: {
        level: 'error',
        en: {
            what: 'Writing failed ({operation}): {reason}.',
            mend: 'Close programs that hold the folder, check free space and rights; of a mounted volume choose a folder inside, since the mount point itself cannot be replaced. Then run again: an unfinished package is finished or made anew.',
        },
        zh: { what: '写入失败（{operation}）：{reason}。', mend: '请关闭占用该文件夹的程序，检查磁盘空间与权限；若目标是挂载的卷，请选择其中的子文件夹，因为挂载点本身无法被替换。然后重新运行：未完成的包会被继续完成或重新生成。' },
    },
    AMG312: {
        level: 'error',
        en: { what: 'The engine\'s adapter {file} was not found.', mend: 'Run the engine\'s `build:adapter` (in Creator: build again), or set the option `adapter` to `bundled`.' },
        zh: { what: '未找到引擎自带的适配器 {file}。', mend: '请运行引擎的 `build:adapter`（Creator 中请重新构建），或将选项 `adapter` 设为 `bundled`。' },
    },
    AMG313: {
        level: 'error',
        en: { what: 'The output folder holds other things than a mini game package.', mend: 'Choose an empty or new folder; an existing package is replaced whole.' },
        zh: { what: '输出文件夹中存在小游戏包以外的内容。', mend: '请选择空文件夹或新文件夹；已有的小游戏包会被整体替换。' },
    },
    AMG314: {
        level: 'error',
        en: { what: 'Two subpackages collide: {name} ({root}) and {other} ({otherRoot}).', mend: 'Give each subpackage a name and a folder of its own.' },
        zh: { what: '分包冲突：{name}（{root}）与 {other}（{otherRoot}）。', mend: '请为每个分包设置不同的名称和文件夹。' },
    },
    AMG315: {
        level: 'warning',
        en: { what: 'The folder {root} of the subpackage {name} is not in the build; the entry was left out.', mend: 'Correct the folder, or take the entry out of the option `subpackages`.' },
        zh: { what: '构建中没有分包 {name} 的文件夹 {root}，该项已忽略。', mend: '请修正文件夹，或从选项 `subpackages` 中移除该项。' },
    },
    AMG316: {
        level: 'error',
        en: { what: 'An earlier run was cut off while it wrote this package.', mend: 'Run the build or `pack` that writes it once more, without --dry-run: the package is finished first.' },
        zh: { what: '上一次运行在写入该包时中断。', mend: '请再运行一次写入该包的构建或 `pack`（不带 --dry-run），未完成的包会先被完成。' },
    },
    AMG317: {
        level: 'error',
        en: { what: 'Reading failed ({operation}): {reason}.', mend: 'Check that the path is what it should be, a file or a folder, and that you may read it.' },
        zh: { what: '读取失败（{operation}）：{reason}。', mend: '请检查该路径是否为应有的文件或文件夹，以及是否有读取权限。' },
    },
    AMG318: {
        level: 'error',
        en: { what: 'Another run is writing this package: process {pid} on {host}.', mend: 'Run again when it has ended. If none is under way, delete {lock}.' },
        zh: { what: '另一次运行正在写入该包：{host} 上的进程 {pid}。', mend: '请等待其结束后重新运行。若没有正在进行的运行，请删除 {lock}。' },
    },
    AMG319: {
        level: 'error',
        en: { what: 'The bundle {name} is a subpackage of the name that the lean layout gives to its own.', mend: 'Rename the bundle, or set the option `mainPackage` to `standard`.' },
        zh: { what: '分包 Bundle {name} 与精简布局自用的分包同名。', mend: '请重命名该 Bundle，或将选项 `mainPackage` 设为 `standard`。' },
    },
    AMG320: {
        level: 'error',
        en: { what: 'The engine\'s own adapters do not know the lean layout.', mend: 'Set the option `adapter` to `bundled`, or `mainPackage` to `standard`.' },
        zh: { what: '引擎自带的适配层不支持精简布局。', mend: '请将选项 `adapter` 设为 `bundled`，或将 `mainPackage` 设为 `standard`。' },
    },
    AMG321: {
        level: 'error',
        en: { what: 'The subpackage {name} ({root}) lies in the folder {folder}, which the lean layout moves into a subpackage of its own.', mend: 'Give the subpackage another folder, or set the option `mainPackage` to `standard`.' },
        zh: { what: '分包 {name}（{root}）位于 {folder} 文件夹内，而精简布局会将该文件夹移入单独的分包。', mend: '请为该分包换一个文件夹，或将选项 `mainPackage` 设为 `standard`。' },
    },
    AMG322: {
        level: 'warning',
        en: {
            what: 'Even in the lean layout the main package has {bytes} bytes; the limit is {limit}. Its largest files:{largest}',
            mend: 'Move files of your build templates into a bundle or a subpackage.',
        },
        zh: {
            what: '即使采用精简布局，主包仍有 {bytes} 字节，上限为 {limit} 字节。最大的文件：{largest}',
            mend: '请将构建模板中的文件移入 Bundle 或分包。',
        },
    },
    AMG323: {
        level: 'error',
        en: { what: 'The subpackages {name} ({root}) and {other} ({otherRoot}) lie in each other.', mend: 'Give each subpackage a folder apart from the others\'.' },
        zh: { what: '分包 {name}（{root}）与 {other}（{otherRoot}）互相包含。', mend: '请为每个分包设置互不包含的文件夹。' },
    },
    AMG324: {
        level: 'error',
        en: {
            what: 'This template replaces a file that says where the game\'s files are (`gameFiles`): in the lean layout the game would not find them.',
            mend: 'Take the template out and use the options instead, or set the option `mainPackage` to `standard`.',
        },
        zh: {
            what: '该模板替换了记录游戏文件位置（`gameFiles`）的文件：在精简布局中，游戏将找不到自己的文件。',
            mend: '请移除该模板并改用选项，或将选项 `mainPackage` 设为 `standard`。',
        },
    },
    AMG325: {
        level: 'warning',
        en: {
            what: 'The engine is not in this build ({address}), so nobody knows whether it will use WebGL 2. The first screen is left out: taking the canvas for WebGL 1 would keep the engine at it.',
            mend: 'Build without the separate engine, or set the option `firstScreen` to `false`.',
        },
        zh: {
            what: '本次构建不包含引擎（{address}），无法得知它是否使用 WebGL 2。首屏画面已省略：若先以 WebGL 1 占用画布，引擎便只能使用 WebGL 1。',
            mend: '请关闭引擎分离后重新构建，或将选项 `firstScreen` 设为 `false`。',
        },
    },
    AMG326: {
        level: 'warning',
        en: { what: 'The build templates have files in the folder that the lean layout keeps for the game, {root}. They were left out: {names}.', mend: 'Put them into another folder of the template.' },
        zh: { what: '构建模板在精简布局专用的文件夹 {root} 中放有文件，已忽略：{names}。', mend: '请将它们放到模板的其他文件夹中。' },
    },
    AMG327: {
        level: 'error',
        en: { what: 'This name is taken: the package needs a file where a folder lies, or a folder where a file lies.', mend: 'Move it away, or rename it in your build templates, then run again. Nothing was changed.' },
        zh: { what: '该名称已被占用：包在此处需要文件而现有的是文件夹，或需要文件夹而现有的是文件。', mend: '请将其移走，或在构建模板中重命名，然后重新运行。文件夹未被改动。' },
    },
} as const satisfies Record<string, ProblemRow>;
