// README's table of what the adapters weigh, made from dist/.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../environment/registry';

export type Language = 'en' | 'zh';

type Words = Readonly<Record<Language, string>>;

/** In the order in which a game meets them. */
const inEveryPackage: readonly { readonly file: string; readonly run: Words; readonly atStart?: true }[] = [
    { file: 'web-adapter.js', run: { en: 'at start', zh: '启动时' }, atStart: true },
    { file: 'first-screen.js', run: { en: 'at start', zh: '启动时' }, atStart: true },
    { file: 'engine-adapter.js', run: { en: 'at start', zh: '启动时' }, atStart: true },
    { file: 'text-services.js', run: { en: 'with the first TextDecoder, TextEncoder, atob or btoa: each engine makes a TextDecoder at its start', zh: '首次使用 TextDecoder、TextEncoder、atob 或 btoa 时（引擎启动时会创建 TextDecoder）' } },
    { file: 'web-services.js', run: { en: 'with the first XMLHttpRequest, fetch, WebSocket, URL, Audio …', zh: '首次使用 XMLHttpRequest、fetch、WebSocket、URL、Audio 等' } },
    { file: 'remote-assets.js', run: { en: 'with the first remote file or `cacheManager`', zh: '首次访问远程文件或 `cacheManager`' } },
    { file: 'engine-services.js', run: { en: 'with the first sound, edit box, font, zip bundle or rare member of `fsUtils`', zh: '首次使用声音、输入框、字体、zip Bundle 或 `fsUtils` 的少用成员时' } },
    { file: 'dom-parser.js', run: { en: 'with the first plist or tiled map', zh: '首次使用 plist 或 Tiled 地图' } },
    { file: 'start-failure.js', run: { en: 'when a start fails', zh: '启动失败时' } },
];

const words = {
    heading: { en: '| File | kB | kB, gzip -9 | Run |', zh: '| 文件 | kB | gzip -9 后 kB | 何时执行 |' },
    atStart: { en: 'the three at start', zh: '启动时执行的三个' },
    all: { en: 'all nine', zh: '合计（九个）' },
    leanStart: { en: '`lean-start.js`, in the lean layout', zh: '`lean-start.js`（仅 `lean` 布局）' },
    engine: { en: 'the engine\'s two (3.8.5, for comparison)', zh: '引擎自带的两个文件（3.8.5，供对比）' },
} as const;

interface Size {
    readonly bytes: number;
    readonly gzip: number;
}

/** Measured once on the adapters that engine 3.8.5 brings along. */
const engineAdapters: Size = { bytes: 83_100, gzip: 23_500 };

function measure(file: string): Size {
    const code = readFileSync(path.join(projectRoot, 'dist', 'adapter', file));
    return { bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
}

function add(sizes: readonly Size[]): Size {
    return sizes.reduce((sum, { bytes, gzip }) => ({ bytes: sum.bytes + bytes, gzip: sum.gzip + gzip }), { bytes: 0, gzip: 0 });
}

function rowOf(title: string, { bytes, gzip }: Size, run = ''): string {
    return `| ${title} | ${(bytes / 1000).toFixed(1)} | ${(gzip / 1000).toFixed(1)} | ${run} |`;
}

function renderSizeTable(language: Language): string {
    const files = inEveryPackage.map((entry) => ({ ...entry, size: measure(entry.file) }));
    const atStart = inEveryPackage[0]!.run[language];
    return [
        words.heading[language],
        '| --- | ---: | ---: | --- |',
        ...files.map(({ file, size, run }) => rowOf(`\`${file}\``, size, run[language])),
        rowOf(words.atStart[language], add(files.filter((entry) => entry.atStart).map(({ size }) => size))),
        rowOf(words.all[language], add(files.map(({ size }) => size))),
        rowOf(words.leanStart[language], measure('lean-start.js'), atStart),
        rowOf(words.engine[language], engineAdapters, atStart),
    ].join('\n');
}

/** A README with the table between its marks renewed. */
export function withSizeTable(readme: string, language: Language): string {
    return readme.replace(/(<!-- size-table -->\n)[^]*?(\n<!-- \/size-table -->)/, (_whole, start: string, end: string) => start + renderSizeTable(language) + end);
}
