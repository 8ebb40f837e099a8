/**
 * The parts of the live `cc` this adapter touches. Members a build may rename ("mangle engine internal properties",
 * engine 3.8.6 and up) or that an engine module left out of the build takes with it are optional: probe them.
 */
import type { Table } from './cache';

export type Done<Value = unknown> = (error: Error | null, data?: Value) => void;

/** Options of one load, as the engine hands them from pipe to pipe. */
export interface LoadOptions {
    readonly [name: string]: unknown;
    /** Take the file from its source although a copy is at hand. */
    readonly reload?: boolean | undefined;
    /** Whether a download goes into the cache; default: yes for files of bundles. */
    readonly cacheEnabled?: boolean | undefined;
    readonly priority?: number | undefined;
    readonly maxRetryCount?: number | undefined;
    /** Set by this adapter: how often it tries again by itself. */
    readonly retries?: number | undefined;
    readonly header?: Readonly<Record<string, string>> | undefined;
    readonly onFileProgress?: ((loaded: number, total: number) => void) | undefined;
    /** A bundle's version, where the game names it. */
    readonly version?: string | undefined;
}

export type DownloadHandler = (url: string, options: LoadOptions, done: Done) => void;
export type ParseHandler = (file: never, options: LoadOptions, done: Done) => void;

export interface Downloader {
    readonly remoteServerAddress: string;
    readonly remoteBundles: readonly string[];
    readonly bundleVers: Readonly<Record<string, string>>;
    readonly maxRetryCount: number;
    /** Milliseconds. */
    readonly retryInterval: number;
    maxRequestsPerFrame: number;
    /** False lets requests start at once instead of so many a frame. */
    limited: boolean;
    downloadScript: DownloadHandler;
    readonly downloadDomImage: DownloadHandler;
    register(type: string | Readonly<Record<string, DownloadHandler>>, handler?: DownloadHandler): void;
    download(id: string, url: string, type: string, options: LoadOptions, done: Done): void;
}

/** The engine's own texture decoders; internal, so a build may rename them. */
export type TextureParser = 'parsePVRTex' | 'parsePKMTex' | 'parseASTCTex';

export interface Parser extends Readonly<Partial<Record<TextureParser, ParseHandler>>> {
    register(handlers: Readonly<Record<string, ParseHandler>>): void;
}

export interface Bundle { readonly name: string; readonly base: string }

export interface RequestItem { url: string; readonly ext: string }

export interface AssetManager {
    readonly downloader: Downloader;
    readonly parser: Parser;
    readonly transformPipeline: { append(pipe: (task: { input: RequestItem[]; output: RequestItem[] }) => void): unknown };
    readonly bundles: { forEach(visit: (bundle: Bundle) => void): void };
    cacheManager: unknown;
}

/** A bundle's `config.json`, as far as it says where the bundle's files are. */
export interface BundleConfig {
    base?: string;
    readonly name?: string;
    readonly isZip?: boolean;
    readonly zipVersion?: string;
    /** What the build says of every bundle: that it has a script. */
    readonly hasPreloadScript?: boolean;
}

export type EditBoxImplementation = new () => { onEnable?(): void };
export interface EditBoxClass { _EditBoxImpl?: EditBoxImplementation }

export interface AudioPlayer { readonly duration: number; readonly type: number; pause?(): Promise<void> | void }
export interface AudioPlayerClass {
    load(path: string, options?: object): Promise<AudioPlayer>;
    loadOneShotAudio(path: string, volume: number, options?: object): Promise<unknown>;
}

export interface CanvasPool { get(): unknown; put(canvas: unknown): void }

export interface Rectangle { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface Engine {
    readonly assetManager: AssetManager;
    /** The class, whose statics hold the engine's table type. */
    readonly AssetManager: { readonly Cache: new <Value>() => Table<Value> };
    readonly settings?: { querySettings(category: string, name: string): unknown };
    readonly sys?: { os: string; isMobile: boolean; getSafeAreaRect(symmetric?: boolean): Rectangle };
    readonly view?: { getViewportRect(): { readonly x: number; readonly y: number }; getScaleX(): number; getScaleY(): number };
    readonly screen?: { readonly windowSize: { readonly width: number; readonly height: number } };
    readonly Rect?: new (x: number, y: number, width: number, height: number) => Rectangle;
    readonly Label?: { readonly _canvasPool?: CanvasPool };
    readonly EditBox?: EditBoxClass;
    readonly EditBoxComponent?: EditBoxClass;
    readonly AudioPlayer?: AudioPlayerClass;
    readonly internal?: {
        readonly EditBox?: EditBoxClass;
        readonly decodeCCONBinary?: (bytes: Uint8Array) => object;
    };
}
