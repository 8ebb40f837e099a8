import { attempt } from '../../my/host';
import { readBytes, readText } from '../../my/files';
import { answer } from '../callbacks';
import type { Done, DownloadHandler, LoadOptions, ParseHandler, TextureParser } from '../engine';
import type { UseFile } from './addresses';
import { createBundleLoader, runScript, type BundleLoaderSetup } from './bundles';

function fromCallback(call: (done: Done) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value))));
}

/**
 * Registers a handler for every extension of runtime contract 3. Texts, JSON and bytes are read when downloaded;
 * pictures, sounds and fonts stay files until they are parsed, so that preloading holds none of them in memory.
 * Returns the download handlers by type.
 */
export function registerHandlers(setup: Omit<BundleLoaderSetup, 'readJson'>): Record<string, DownloadHandler> {
    const { my, cc, timers, files: { open, reopen }, remote, run, services, findReplacement } = setup;
    const { downloader, parser } = cc.assetManager;
    /** Without a prototype: an extension may be called anything. */
    const downloaders = Object.create(null) as Record<string, DownloadHandler>;
    const parsers: Record<string, ParseHandler> = {};

    const readOwnFile: UseFile<ArrayBuffer> = async (path, bytes) => {
        const data = await readBytes(my, path);
        // A cached file of another length is not the file that was cached.
        if (bytes && data.byteLength !== bytes) throw new Error(`${data.byteLength} bytes instead of ${bytes}`);
        return data;
    };
    const readOwnText: UseFile<string> = async (path, bytes) => {
        const text = await readText(my, path);
        // A byte order mark, and what is not UTF-8, are lost in the text: then the bytes themselves are counted.
        if (bytes && remote().utf8Length(text) !== bytes) await readOwnFile(path, bytes);
        return text;
    };
    /** What the game has put in the place of a member of `fsUtils` reads instead; what it gives is as long as it likes. */
    const as = <Value>(name: 'readArrayBuffer' | 'readText' | 'readJson', ours: UseFile<Value>): UseFile<Value> => (path, bytes) => {
        const theirs = findReplacement(name);
        return theirs ? theirs(path) as Promise<Value> : ours(path, bytes);
    };
    const readFile = as('readArrayBuffer', readOwnFile);
    const readJson = as('readJson', (path, bytes) => readOwnText(path, bytes).then(JSON.parse));
    const handle = (work: (url: string, options: LoadOptions) => Promise<unknown>): DownloadHandler => (url, options, done) => answer(work(url, options), done, timers);
    const openAs = (use: UseFile<unknown>): DownloadHandler => handle((url, options) => open(url, options, use));
    /** @param orElse what to give when `parse` rejects for good */
    const each = (
        extensions: string, download: DownloadHandler, parse?: (path: string, bytes: number | undefined, options: LoadOptions) => Promise<unknown>, orElse?: (error: unknown) => unknown,
    ): void => {
        for (const name of extensions.split(' ')) {
            downloaders['.' + name] = download;
            if (parse) parsers['.' + name] = (path: string, options, done) => answer(reopen(path, options, (local, length) => parse(local, length, options)).catch(orElse), done, timers);
        }
    };

    const text = openAs(as('readText', readOwnText));
    const json = openAs(readJson);
    const bytes = openAs(readFile);
    const path = openAs((local) => Promise.resolve(local));
    each('txt xml vsh fsh atlas tmx tsx fnt plist', text);
    each('json ExportJson', json);
    each('binary bin dbbin skel', bytes);
    each('mp4 avi mov mpg mpeg rm rmvb', path);
    each('png jpg bmp jpeg gif ico tiff image webp', path, (local, _length, options) => fromCallback((done) => downloader.downloadDomImage(local, options, done)));
    each('font eot ttf woff svg ttc', path, (local, length) => services().loadFont(local, length), (error) => services().useArial(error));
    each('mp3 ogg wav m4a', path, (url) => cc.AudioPlayer!.load(url).then((player) => ({
        player, url, type: player.type,
        // Known when it has played, or some time after a game first asks for it.
        get duration() { return player.duration < Infinity ? player.duration : 0; },
    })));
    for (const name of ['pvr', 'pkm', 'astc']) {
        const parse = parser[`parse${name.toUpperCase()}Tex` as TextureParser];
        // Where the method goes by another name the engine's own handler decodes bytes; only the second chance is lost.
        if (parse) each(name, path, (local, _length, options) => readFile(local).then((data) => fromCallback((done) => parse.call(parser, data as never, options, done))));
        else each(name, bytes);
    }
    each('cconb', openAs((local, length) => readFile(local, length).then((data) => cc.internal!.decodeCCONBinary!(new Uint8Array(data)))));
    each('js', downloader.downloadScript = handle(async (url) => runScript(my, run, url)));
    downloaders['bundle'] = handle(createBundleLoader(Object.assign({ readJson }, setup)));
    downloaders['default'] = text;
    downloader.register(downloaders);
    parser.register(parsers);
    // The engine's own handler of `.ccon` uses these.
    attempt(() => Object.assign(downloader, { _downloadArrayBuffer: bytes, _downloadJson: json }));
    return downloaders;
}
