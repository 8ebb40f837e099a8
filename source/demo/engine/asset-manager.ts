// As much of the engine's asset manager as the engine-adapter takes over: it registers its handlers here, and from
// then on bundles and pictures come through it and its cache (runtime contract 3).
import type { AssetSettings } from './settings';

type Done = (error: Error | null, data?: unknown) => void;
type Options = Readonly<Record<string, unknown>>;
type Handler = (input: never, options: Options, done: Done) => void;
type Handlers = Readonly<Record<string, Handler>>;

/** The engine's table type. */
export class Cache<Value> {
    private readonly values = new Map<string, Value>();

    get count(): number { return this.values.size; }
    add(key: string, value: Value): Value { this.values.set(key, value); return value; }
    get(key: string): Value | undefined { return this.values.get(key); }
    has(key: string): boolean { return this.values.has(key); }
    remove(key: string): Value | undefined { const value = this.values.get(key); this.values.delete(key); return value; }
    clear(): void { this.values.clear(); }
    forEach(visit: (value: Value, key: string) => void): void { this.values.forEach(visit); }
}

class HandlerTable {
    protected readonly handlers: Record<string, Handler> = {};

    register(type: string | Handlers, handler?: Handler): void {
        if (typeof type !== 'string') Object.assign(this.handlers, type);
        else if (handler) this.handlers[type] = handler;
    }

    protected call(type: string, input: string, options: Options, done: Done): void {
        const handler = this.handlers[type];
        if (handler) handler(input as never, options, done);
        else done(new Error(`Nothing handles ${type}: is engine-adapter.js loaded?`));
    }
}

class Downloader extends HandlerTable {
    remoteServerAddress = '';
    remoteBundles: readonly string[] = [];
    bundleVers: Readonly<Record<string, string>> = {};
    maxRetryCount = 3;
    retryInterval = 2000;
    maxRequestsPerFrame = 15;
    limited = true;
    downloadScript: Handler = (_url, _options, done) => done(new Error('engine-adapter.js is not loaded'));

    download(_id: string, url: string, type: string, options: Options, done: Done): void {
        this.call(type, url, options, done);
    }

    downloadDomImage(url: string, _options: Options, done: Done): void {
        const image = new Image();
        image.onload = () => done(null, image);
        image.onerror = () => done(new Error(`The picture ${url} does not load.`));
        image.src = url;
    }
}

class Parser extends HandlerTable {
    parse(_id: string, file: string, type: string, options: Options, done: Done): void {
        this.call(type, file, options, done);
    }
}

/** A bundle whose scripts ran and whose files can be addressed. */
export interface Bundle {
    readonly name: string;
    /** Where its files are: a folder of the package, or an address on the resource server. */
    readonly base: string;
    /** What its entry module exports. */
    readonly exports: Readonly<Record<string, unknown>>;
}

declare const System: { import(id: string): Promise<Readonly<Record<string, unknown>>> };

class AssetManager {
    readonly downloader = new Downloader();
    readonly parser = new Parser();
    readonly bundles = new Cache<Bundle>();
    readonly transformPipeline = { append(): void {} };
    cacheManager: unknown = null;

    init({ server, remoteBundles, bundleVers }: AssetSettings): void {
        Object.assign(this.downloader, { remoteServerAddress: server, remoteBundles, bundleVers });
    }

    /** The engine's loads of all kinds go this way; here only those of bundles. The engine-adapter watches it while a game starts. */
    loadAny({ url }: { readonly url: string }, options: Options, _onProgress: null, done: Done): void {
        this.downloader.download(url, url, 'bundle', options, done);
    }

    async loadBundle(name: string): Promise<Bundle> {
        const config = await promise((done) => this.loadAny({ url: name }, {}, null, done)) as { base: string };
        const exports = await System.import(`virtual:///prerequisite-imports/${name}`);
        return this.bundles.add(name, { name, base: config.base, exports });
    }

    /** Loads a picture of a bundle. */
    async loadImage(bundle: Bundle, path: string): Promise<HTMLImageElement> {
        const url = bundle.base + path;
        const type = url.slice(url.lastIndexOf('.'));
        const file = await promise((done) => this.downloader.download(url, url, type, {}, done)) as string;
        return await promise((done) => this.parser.parse(url, file, type, {}, done)) as HTMLImageElement;
    }
}

function promise(call: (done: Done) => void): Promise<unknown> {
    return new Promise((resolve, reject) => call((error, data) => (error ? reject(error) : resolve(data))));
}

export const assetManager = new AssetManager();
