import { attempt } from '../../my/host';
import { readBytes, readText, utf8Length } from '../../my/files';
import { answer } from '../callbacks';
import type { Done, DownloadHandler, LoadOptions, ParseHandler, TextureParser } from '../engine';
import type { RemoteAssetsSetup } from '../remote/remote-assets';
import type { UseFile } from './addresses';
import type { AssetFiles } from './asset-files';
import { runScript, type BundleLoader, type RunScript } from './bundles';
import { createFontLoader } from './fonts';

function fromCallback(call: (done: Done) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value))));
}

/**
 * Registers a handler for every extension of runtime contract 3. Texts, JSON and bytes are read when downloaded;
 * pictures, sounds and fonts stay files until they are parsed, so that preloading holds none of them in memory.
 * Returns the download handlers by type.
 */
export function registerHandlers({ my, cc, timers }: RemoteAssetsSetup, { open, reopen }: AssetFiles, run: RunScript, loadBundle: BundleLoader): Record<string, DownloadHandler> {
    const { downloader, parser } = cc.assetManager;
    const downloaders: Record<string, DownloadHandler> = {};
    const parsers: Record<string, ParseHandler> = {};

    const readFile: UseFile<ArrayBuffer> = async (path, bytes) => {
        const data = await readBytes(my, path);
        // A cached file of another length is not the file that was cached.
        if (bytes && data.byteLength !== bytes) throw new Error(`${data.byteLength} bytes instead of ${bytes}`);
        return data;
    };
    const readString: UseFile<string> = async (path, bytes) => {
        const text = await readText(my, path);
        // A byte order mark, and what is not UTF-8, are lost in the text: then the bytes themselves are counted.
        if (bytes && utf8Length(text) !== bytes) await readFile(path, bytes);
        return text;
    };
    const handle = (work: (url: string, options: LoadOptions) => Promise<unknown>): DownloadHandler => (url, options, done) => answer(work(url, options), done, timers);
    const openAs = (use: UseFile<unknown>): DownloadHandler => handle((url, options) => open(url, options, use));
    const each = (extensions: string, download: DownloadHandler, parse?: (path: string, options: LoadOptions) => Promise<unknown>): void => {
        for (const name of extensions.split(' ')) {
            downloaders['.' + name] = download;
            if (parse) parsers['.' + name] = (path: string, options, done) => answer(reopen(path, options, (local) => parse(local, options)), done, timers);
        }
    };

    const text = openAs(readString);
    const json = openAs((path, bytes) => readString(path, bytes).then(JSON.parse));
    const bytes = openAs(readFile);
    const path = openAs((local) => Promise.resolve(local));
    each('txt xml vsh fsh atlas tmx tsx fnt plist', text);
    each('json ExportJson', json);
    each('binary bin dbbin skel', bytes);
    each('mp4 avi mov mpg mpeg rm rmvb', path);
    each('png jpg bmp jpeg gif ico tiff image webp', path, (local, options) => fromCallback((done) => downloader.downloadDomImage(local, options, done)));
    each('font eot ttf woff svg ttc', path, createFontLoader(my));
    each('mp3 ogg wav m4a', path, (url) => cc.AudioPlayer!.load(url).then((player) => ({ player, url, duration: player.duration, type: player.type })));
    for (const name of ['pvr', 'pkm', 'astc']) {
        const parse = parser[`parse${name.toUpperCase()}Tex` as TextureParser];
        // Where the method goes by another name the engine's own handler decodes bytes; only the second chance is lost.
        if (parse) each(name, path, (local, options) => readFile(local).then((data) => fromCallback((done) => parse.call(parser, data as never, options, done))));
        else each(name, bytes);
    }
    each('cconb', openAs((local, length) => readFile(local, length).then((data) => cc.internal!.decodeCCONBinary!(new Uint8Array(data)))));
    each('js', downloader.downloadScript = handle(async (url) => runScript(run, url)));
    downloaders['bundle'] = handle(loadBundle);
    downloaders['default'] = text;
    downloader.register(downloaders);
    parser.register(parsers);
    // The engine's own handler of `.ccon` uses these.
    attempt(() => Object.assign(downloader, { _downloadArrayBuffer: bytes, _downloadJson: json }));
    return downloaders;
}
