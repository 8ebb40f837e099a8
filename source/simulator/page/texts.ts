export type Language = 'en' | 'zh';

const english = {
    profile: 'Client', device: 'Device', network: 'Network', quota: 'Quota', phoneLanguage: 'Language', phoneLanguageHint: 'The language that the phone is set to, and tells the game',
    webgl2Hint: 'Some clients give WebGL 2 contexts, some do not',
    restart: 'Restart', theme: 'Dark or light', language: '中文', stage: 'The game', screen: 'Screen of the game', controls: 'The phone', inspector: 'Inspector',
    rotate: 'Rotate', hide: 'Hide', memory: 'Memory warning', purge: 'Purge temp files', safeArea: 'Safe area', sound: 'Sound', picture: 'Save picture',
    touchHint: 'Shift: second finger, mirrored · hold 2–5: a finger stays where the mouse is · R restart · O rotate · H hide',
    firstFrame: 'First frame', frameRate: 'Frame rate', frameTime: 'Work per frame', callCount: 'Calls of my', problems: 'Problems', frameGraph: 'Time of each frame, dark the game\'s own work. The line is one frame of the display',
    calls: 'Calls', console: 'Console', files: 'Files', storage: 'Storage', package: 'Package',
    filterCalls: 'Filter by name or path', onlyErrors: 'Failed only', clear: 'Clear', time: 'ms', call: 'Call', answer: 'Answer', took: 'Took', noCalls: 'No calls to show.',
    refresh: 'Refresh', deleteAll: 'Delete all', remove: 'Delete', file: 'File', bytes: 'Bytes', noFiles: 'The game keeps no files of its own.', noStorage: 'The game has stored nothing.',
    key: 'Key', value: 'Value', part: 'Part', mainPackage: 'main package', filterFiles: 'Filter by path', close: 'Close', keyboardInput: 'Text for the game',
    hidden: 'In the background. The game sleeps until it is shown again.', starting: 'Starting …', failed: 'The game has drawn nothing yet, and something went wrong: see the problems.',
    networkFast: 'Wi-Fi', network4g: '4G', network3g: '3G', network2g: '2G', networkOff: 'Offline',
    ok: 'OK', cancel: 'Cancel', done: 'Done', next: 'Next', search: 'Search', go: 'Go', send: 'Send',
    uncaught: 'Uncaught error: {message}', uncaughtMend: 'The stack below names the place.',
    missingFile: 'Missing file: {file}', missingFileMend: 'Asked for by {asker}. Build again; nothing may rename files after the build.',
    missingRemoteFile: 'Missing on the resource server: {file}', notInRemoteFolder: 'The folder …-remote beside the package does not have it. It may be of another build: build again.',
    noRemoteFolder: 'No folder …-remote lies beside the package. Put it there as the build left it, and start the preview again.',
    noAnswer: 'The game does not answer: busy for {seconds} seconds without a pause', noAnswerMend: 'Look for a loop that never ends. Pause it in the browser\'s developer tools (F12) to see where it is.',
    missingApi: 'The client does not have {name}', missingApiMend: 'Test for it before the call and do without it where it is missing.',
    noSuchName: 'No source names {name} for Alipay', noSuchNameMend: 'Check the spelling; names of other platforms often differ.',
    noDescription: 'The preview server no longer answers. Start it again, then reload this page.', noOffscreen: 'This browser has no OffscreenCanvas. Use a current Chrome or Edge.',
    usage: '{used} of {quota}', binary: '{bytes} bytes, no text', total: '{count} files, {bytes}',
    pending: 'pending', never: 'never answered', success: 'ok',
};

export type TextKey = keyof typeof english;

const chinese: Readonly<Record<TextKey, string>> = {
    profile: '客户端', device: '机型', network: '网络', quota: '存储配额', phoneLanguage: '语言', phoneLanguageHint: '手机设置的语言，游戏可以读取',
    webgl2Hint: '部分客户端支持 WebGL 2，部分不支持',
    restart: '重新启动', theme: '深色或浅色', language: 'English', stage: '游戏', screen: '游戏屏幕', controls: '手机', inspector: '检查器',
    rotate: '旋转', hide: '切到后台', memory: '内存警告', purge: '清除临时文件', safeArea: '安全区域', sound: '声音', picture: '保存截图',
    touchHint: 'Shift：镜像的第二根手指 · 按住 2–5：在鼠标处留一根手指 · R 重启 · O 旋转 · H 后台',
    firstFrame: '首帧', frameRate: '帧率', frameTime: '每帧耗时', callCount: 'my 调用', problems: '问题', frameGraph: '每帧用时，深色为游戏自身的耗时；横线为屏幕的一帧',
    calls: '调用', console: '控制台', files: '文件', storage: '存储', package: '游戏包',
    filterCalls: '按名称或路径筛选', onlyErrors: '仅失败', clear: '清空', time: '毫秒', call: '调用', answer: '结果', took: '耗时', noCalls: '没有可显示的调用。',
    refresh: '刷新', deleteAll: '全部删除', remove: '删除', file: '文件', bytes: '字节', noFiles: '游戏没有保存自己的文件。', noStorage: '游戏没有存储任何数据。',
    key: '键', value: '值', part: '部分', mainPackage: '主包', filterFiles: '按路径筛选', close: '关闭', keyboardInput: '给游戏的文字',
    hidden: '游戏在后台，回到前台前处于休眠。', starting: '正在启动…', failed: '游戏尚未绘制任何内容，且出现了问题，请查看“问题”。',
    networkFast: 'Wi-Fi', network4g: '4G', network3g: '3G', network2g: '2G', networkOff: '离线',
    ok: '确定', cancel: '取消', done: '完成', next: '下一项', search: '搜索', go: '前往', send: '发送',
    uncaught: '未捕获的错误：{message}', uncaughtMend: '下方调用栈指明位置。',
    missingFile: '缺少文件：{file}', missingFileMend: '由 {asker} 请求。请重新构建；构建之后不可改名文件。',
    missingRemoteFile: '资源服务器上缺少：{file}', notInRemoteFolder: '包目录旁的 …-remote 文件夹中没有该文件，可能来自另一次构建。请重新构建。',
    noRemoteFolder: '包目录旁没有 …-remote 文件夹。请将构建生成的该文件夹放在包目录旁，并重新启动预览。',
    noAnswer: '游戏没有响应：已连续占用 {seconds} 秒', noAnswerMend: '请检查是否有不会结束的循环；可在浏览器开发者工具（F12）中暂停，查看停在何处。',
    missingApi: '该客户端没有 {name}', missingApiMend: '调用前请先判断，缺失时采用其他做法。',
    noSuchName: '支付宝没有名为 {name} 的接口', noSuchNameMend: '请检查拼写；其他平台的接口名称往往不同。',
    noDescription: '预览服务已无响应。请重新启动它，然后刷新此页面。', noOffscreen: '此浏览器不支持 OffscreenCanvas，请使用较新的 Chrome 或 Edge。',
    usage: '已用 {used}，共 {quota}', binary: '{bytes} 字节，非文本', total: '{count} 个文件，{bytes}',
    pending: '等待中', never: '始终未答复', success: '成功',
};

const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en: english, zh: chinese };

let current: Language = 'en';

export function currentLanguage(): Language {
    return current;
}

/** The text of a key in the page's language; `{name}` marks are filled in. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return tables[current][key].replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** Puts every element marked with `data-text`, `data-label`, `data-placeholder` or `data-hint` into a language. */
export function setLanguage(language: Language): void {
    current = language;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = text(element.dataset.text as TextKey);
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label as TextKey));
    for (const element of document.querySelectorAll<HTMLElement>('[data-placeholder]')) element.setAttribute('placeholder', text(element.dataset.placeholder as TextKey));
    for (const element of document.querySelectorAll<HTMLElement>('[data-hint]')) element.title = text(element.dataset.hint as TextKey);
}
