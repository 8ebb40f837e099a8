import { attempt } from '../../my/host';
import { readBytes, readText, utf8Length, type Timers } from '../../my/files';
import type { AssetFilesSetup, AssetFiles, UseFile } from './asset-files';
import type { BundleConfig, Done, DownloadHandler, Engine, LoadOptions, ParseHandler, TextureParser } from '../engine';
import { createFontLoader } from './fonts';
import { runScript } from './scripts';

export interface HandlersSetup {
    readonly my: AssetFilesSetup['my'];
    readonly cc: Engine;
    readonly timers: Timers;
    readonly files: AssetFiles;
    readonly requireScript: (path: string) => unknown;
    readonly loadBundle: (nameOrUrl: string, options: LoadOptions) => Promise<BundleConfig>;
}

/** Answers by callback; what the callback throws is reported as an uncaught error, not lost in a promise. */
function answer<Value>(promise: Promise<Value>, done: Done<Value>, timers: Timers): void {
    promise.then((value) => done(null, value), done).catch((error) => timers.setTimeout(() => { throw error; }, 0));
}

function fromCallback<Value>(call: (done: Done) => unknown): Promise<Value> {
    return new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value as Value))));
}

/** A cached file of another length is not the file that was cached. */
function checkLength(length: number, bytes: number | undefined, path: string): void {
    if (bytes !== undefined && bytes !== length) throw new Error(`${path} has ${length} bytes, not ${bytes}`);
}

/**
 * Registers a handler for every extension of runtime contract 3. Texts, JSON and bytes are read when downloaded; images,
 * sounds and fonts stay files until they are parsed, so that preloading holds none of them in memory.
 * Returns the types it handles.
 */
export function registerHandlers({ my, cc, timers, files, requireScript, loadBundle }: HandlersSetup): string[] {
    const { downloader, parser } = cc.assetManager;
    const { internal = {} } = cc;
    const downloaders: Record<string, DownloadHandler> = {};
    const parsers: Record<string, ParseHandler> = {};

    const readFile: UseFile<ArrayBuffer> = (path, bytes) => readBytes(my, path).then((data) => (checkLength(data.byteLength, bytes, path), data));
    const readString: UseFile<string> = (path, bytes) => readText(my, path).then((text) => (bytes === undefined || checkLength(utf8Length(text), bytes, path), text));
    const readJson: UseFile<unknown> = (path, bytes) => readString(path, bytes).then((text) => JSON.parse(text) as unknown);
    const locate: UseFile<string> = (path) => Promise.resolve(path);
    const downloadBy = (use: UseFile<unknown>): DownloadHandler => (url, options, done) => answer(files.open(url, options, use), done, timers);

    const each = (extensions: string, download: DownloadHandler, parse?: (path: string, options: LoadOptions) => Promise<unknown>): void => {
        for (const name of extensions.split(' ')) {
            const type = '.' + name;
            downloaders[type] = download;
            if (parse) parsers[type] = (path: string, options, done) => answer(files.reopen(path, options, (local) => parse(local, options)), done, timers);
        }
    };

    const text = downloadBy(readString);
    const json = downloadBy(readJson);
    const bytes = downloadBy(readFile);
    const path = downloadBy(locate);
    each('txt xml vsh fsh atlas tmx tsx fnt plist', text);
    each('json ExportJson', json);
    each('binary bin dbbin skel', bytes);
    each('mp4 avi mov mpg mpeg rm rmvb', path);
    each('png jpg bmp jpeg gif ico tiff image webp', path, (local, options) => fromCallback((done) => downloader.downloadDomImage(local, options, done)));
    each('font eot ttf woff svg ttc', path, createFontLoader(my));
    const { AudioPlayer } = cc;
    if (AudioPlayer) {
        each('mp3 ogg wav m4a', path, async (url) => {
            const player = await AudioPlayer.load(url);
            return { player, url, duration: player.duration, type: player.type };
        });
    }
    for (const [name, method] of [['pvr', 'parsePVRTex'], ['pkm', 'parsePKMTex'], ['astc', 'parseASTCTex']] as [string, TextureParser][]) {
        const parse = parser[method];
        // Without the method's name the engine's own handler still decodes bytes; only the second chance is lost.
        if (parse) each(name, path, (local, options) => readFile(local).then((data) => fromCallback((done) => parse.call(parser, data as never, options, done))));
        else each(name, bytes);
    }

    const { CCON, decodeCCONBinary, parseCCONJson } = internal;
    if (decodeCCONBinary && parseCCONJson && CCON) {
        each('cconb', downloadBy((local, length) => readFile(local, length).then((data) => decodeCCONBinary(new Uint8Array(data)))));
        downloaders['.ccon'] = (url, options, done) => answer(files.open(url, options, readJson).then(async (preface) => {
            const { document, chunks } = parseCCONJson(preface);
            const stem = url.replace(/\.[^./]*$/, '');
            return new CCON(document, await Promise.all(chunks.map((chunk) => files.open(stem + chunk, options, readFile).then((data) => new Uint8Array(data)))));
        }), done, timers);
    }

    downloaders['.js'] = downloader.downloadScript = (url, _options, done) => answer(Promise.resolve().then(() => runScript(requireScript, url)), done, timers);
    downloaders['bundle'] = (nameOrUrl, options, done) => answer(loadBundle(nameOrUrl, options), done, timers);
    downloaders['default'] = text;

    downloader.register(downloaders);
    parser.register(parsers);
    attempt(() => {
        if (downloader._downloadArrayBuffer) downloader._downloadArrayBuffer = bytes;
        if (downloader._downloadJson) downloader._downloadJson = json;
    });
    return Object.keys(downloaders);
}
