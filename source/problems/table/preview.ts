import type { ProblemRow } from '../text';

/** What `preview` needs to start (650-659), and what it sees go wrong in the game (660-669). */
export const previewProblems = {
    AMG651: {
        level: 'error',
        en: {
            what: 'This folder is no finished package: {missing} is not there.',
            mend: 'Name the folder that holds game.js and game.json, as it is opened in Alipay\'s tools (usually build/alipay-mini-game).',
        },
        zh: {
            what: '该文件夹不是已完成的小游戏包：缺少 {missing}。',
            mend: '请指定包含 game.js 和 game.json 的文件夹，即用支付宝工具打开的那个（通常是 build/alipay-mini-game）。',
        },
    },
    AMG652: {
        level: 'error',
        en: {
            what: 'The preview cannot listen on port {port}: {reason}.',
            mend: 'End the program that uses the port, or choose another with --port; --port 0 takes any that is free.',
        },
        zh: {
            what: '预览无法监听端口 {port}：{reason}。',
            mend: '请结束占用该端口的程序，或用 --port 另选一个；--port 0 会自动选择空闲端口。',
        },
    },
    AMG653: {
        level: 'error',
        en: {
            what: 'No Chromium or Chrome was found for the preview without a window.',
            mend: 'Install Chromium or Chrome, or name its program in the environment variable CHROMIUM_PATH.',
        },
        zh: {
            what: '没有找到可用于无窗口预览的 Chromium 或 Chrome。',
            mend: '请安装 Chromium 或 Chrome，或在环境变量 CHROMIUM_PATH 中指明其程序路径。',
        },
    },
    AMG654: {
        level: 'error',
        en: {
            what: 'The preview page did not run: {reason}.',
            mend: 'Check that the browser at {browser} starts by hand and knows OffscreenCanvas (Chrome 100 or newer).',
        },
        zh: {
            what: '预览页面没有运行：{reason}。',
            mend: '请确认 {browser} 能手动启动，并支持 OffscreenCanvas（Chrome 100 或更新）。',
        },
    },
    AMG655: {
        level: 'error',
        en: {
            what: 'The file {file} of the preview is missing from the installed extension.',
            mend: 'Install the extension again, or run its `npm run build` when working from its sources.',
        },
        zh: {
            what: '已安装的扩展缺少预览文件 {file}。',
            mend: '请重新安装扩展；若从源码使用，请运行它的 `npm run build`。',
        },
    },
    AMG656: {
        level: 'error',
        en: {
            what: 'The preview without a window needs the package playwright-core, which is not installed here.',
            mend: 'Run `npm install playwright-core` in {folder}, use the npm package of this program, which brings it along, or leave out --headless.',
        },
        zh: {
            what: '无窗口预览需要 playwright-core 包，但此处没有安装。',
            mend: '请在 {folder} 中运行 `npm install playwright-core`，或使用自带该依赖的本程序 npm 包，或去掉 --headless。',
        },
    },
    AMG657: {
        level: 'error',
        en: {
            what: '"{value}" is no value for {flag}.',
            mend: 'Write {flag} as {expected}.',
        },
        zh: {
            what: '“{value}” 不是 {flag} 的有效值。',
            mend: '请将 {flag} 写成 {expected}。',
        },
    },
    AMG658: {
        level: 'error',
        en: {
            what: 'There is no package made by this extension in this folder.',
            mend: 'Build the project for Alipay Mini Game first. For a build in another folder there are the commands `preview DIR` and `deploy DIR`.',
        },
        zh: {
            what: '该文件夹中没有由本扩展制作的小游戏包。',
            mend: '请先构建支付宝小游戏。其他文件夹中的构建请使用命令 `preview DIR` 或 `deploy DIR`。',
        },
    },
    AMG660: {
        level: 'error',
        en: {
            what: 'The game did not catch an error: {message}',
            mend: 'Mend the code that the position names; the console of the preview shows the whole stack.',
        },
        zh: {
            what: '游戏没有捕获错误：{message}',
            mend: '请修正该位置的代码；预览控制台会显示完整的调用栈。',
        },
    },
    AMG661: {
        level: 'error',
        en: {
            what: 'The game asked for {file}, which is not there ({asker}).',
            mend: 'Build again, and check that nothing removed or renamed the file after the build. A game that only wants to know whether a file is there asks with `access` or `stat`, which is no failure.',
        },
        zh: {
            what: '游戏请求了 {file}，但它不存在（{asker}）。',
            mend: '请重新构建，并确认构建之后没有删除或重命名该文件。若只想知道文件是否存在，请用 `access` 或 `stat` 判断，这不算失败。',
        },
    },
    AMG662: {
        level: 'error',
        en: {
            what: 'The game called {name}, which the host "{profile}" does not have.',
            mend: 'Test for it first (`typeof {name} === "function"`) and do without it where it is missing.',
        },
        zh: {
            what: '游戏调用了 {name}，但宿主“{profile}”没有它。',
            mend: '请先判断（`typeof {name} === "function"`），缺失时采用其他做法。',
        },
    },
    AMG663: {
        level: 'error',
        en: {
            what: 'The game drew nothing on the screen in {seconds} s.',
            mend: 'Look at the console in the report; on a slow machine allow more time with --seconds.',
        },
        zh: {
            what: '游戏在 {seconds} 秒内没有在屏幕上绘制任何内容。',
            mend: '请查看报告中的控制台输出；较慢的机器可用 --seconds 给更多时间。',
        },
    },
    AMG664: {
        level: 'error',
        en: {
            what: 'The game does not answer: it has been busy for {seconds} seconds without a pause.',
            mend: 'Look for a loop that never ends, or a step that takes too long. Play it in the preview without --headless, and pause it in the browser\'s developer tools (F12) to see where it is.',
        },
        zh: {
            what: '游戏没有响应：已连续占用 {seconds} 秒。',
            mend: '请检查是否有不会结束的循环，或耗时过长的步骤。可去掉 --headless 在预览中运行，用浏览器开发者工具（F12）暂停，查看停在何处。',
        },
    },
    AMG665: {
        level: 'error',
        en: {
            what: 'The game wrote an error to its console: {message}',
            mend: 'Mend its cause, or leave out --fail-on console.',
        },
        zh: {
            what: '游戏在控制台输出了错误：{message}',
            mend: '请修正其原因，或去掉 --fail-on console。',
        },
    },
    AMG666: {
        level: 'error',
        en: {
            what: 'The game called {name}, a name that no source knows for mini games of Alipay.',
            mend: 'Look the function up in the documentation of Alipay Mini Game: on other platforms it may have another name.',
        },
        zh: {
            what: '游戏调用了 {name}，已知的支付宝小游戏接口中没有这个名称。',
            mend: '请在支付宝小游戏文档中查找该功能：其他平台上的接口名称可能不同。',
        },
    },
    AMG667: {
        level: 'warning',
        en: {
            what: 'The game called {name}, which phones have and the preview does not act out: the call failed here.',
            mend: 'Try on a phone what the game does with it. The run does not fail for this.',
        },
        zh: {
            what: '游戏调用了 {name}，手机上有该接口，但预览没有模拟它：此处的调用以失败返回。',
            mend: '请在手机上验证相关功能。本次运行不会因此判为失败。',
        },
    },
    AMG668: {
        level: 'error',
        en: {
            what: 'The game called {name}, a name that no source knows for mini games of Alipay.',
            mend: 'Write {closest}, if that is what is meant.',
        },
        zh: {
            what: '游戏调用了 {name}，已知的支付宝小游戏接口中没有这个名称。',
            mend: '您要找的可能是 {closest}。',
        },
    },
} as const satisfies Record<string, ProblemRow>;
