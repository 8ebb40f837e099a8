/** A game on the host model: our engine-adapter installed on the engine's stand-in, with a package and a server. */
import { createHash } from 'node:crypto';
import { createAlipayHost, createVirtualClock, type AlipayHost, type HostSetup, type VirtualClock } from '../../../source/simulator/model';
import type { Engine as AdapterEngine } from '../../../source/runtime/engine-adapter/engine';
import { installEngineAdapter, type EngineAdapterOptions } from '../../../source/runtime/engine-adapter/install';
import type { PublicCacheManager } from '../../../source/runtime/engine-adapter/cache/cache-manager';
import { startPreloads } from '../../../source/runtime/engine-adapter/remote/preloads';
import { cacheFolder, createRemoteAssets, type RemoteAssetsSetup } from '../../../source/runtime/engine-adapter/remote/remote-assets';
import { createEngineServices } from '../../../source/runtime/engine-adapter/services/services';
import type { FsUtils } from '../../../source/runtime/engine-adapter/fs-utils';
import { createTellFailure } from '../../../source/runtime/first-screen/failure/tell-failure';
import { createEngine, type Bundle, type BundleConfig, type Engine, type EngineSetup, type Options } from './cc-stand-in';

export const server = 'https://cdn.example.com/game/';

export const md5 = (data: string | Uint8Array): string => createHash('md5').update(data).digest('hex');

export interface GameSetup {
    readonly host?: HostSetup;
    readonly settings?: { readonly subpackages?: readonly string[]; readonly remoteBundles?: readonly string[]; readonly bundleVers?: Readonly<Record<string, string>> };
    readonly engine?: Partial<EngineSetup>;
    readonly options?: EngineAdapterOptions;
    /** Addresses that `game.js` fetches before the engine is evaluated. */
    readonly preload?: readonly string[];
    /** Scripts of the package by path; a path that is not here is a missing module. */
    readonly scripts?: Readonly<Record<string, () => void>>;
    /** What the web-adapter would have put there. */
    readonly globals?: Readonly<Record<string, unknown>>;
}

export interface Game {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    readonly cc: Engine;
    readonly manager: PublicCacheManager;
    readonly fsUtils: FsUtils;
    readonly scope: Record<string, unknown>;
    /** Paths of the scripts that ran. */
    readonly ran: string[];
    loadBundle(name: string, options?: Options): Promise<Bundle>;
    loadRemote(url: string, options?: Options): Promise<unknown>;
    load(uuids: string | readonly string[], options?: Options): Promise<unknown>;
    preload(uuids: string | readonly string[], options?: Options): Promise<unknown>;
    /** Requests the server got for addresses that end so. */
    requests(end: string): number;
    /** Lets what runs in the background (caching) come to its end. */
    settle(): Promise<void>;
    restart(setup?: GameSetup): Game;
}

export function startGame(setup: GameSetup = {}, host = createAlipayHost({ clock: createVirtualClock(), latencyMs: 2, ...setup.host })): Game {
    const clock = host.clock as VirtualClock;
    const scope = Object.assign(host.globals, setup.globals) as Record<string, unknown>;
    const timers = scope as unknown as { setTimeout(run: () => void, ms: number): unknown; clearTimeout(handle: unknown): void; requestAnimationFrame(run: () => void): unknown };
    const my = host.my as RemoteAssetsSetup['my'];
    const preloads = setup.preload && startPreloads(my, timers, cacheFolder(my), setup.preload, setup.options?.networkTimeout?.download);
    const cc = createEngine({
        frames: {
            now: () => clock.now(),
            requestAnimationFrame: (run) => timers.requestAnimationFrame(run),
            setTimeout: (run, ms) => timers.setTimeout(run, ms),
            clearTimeout: (handle) => timers.clearTimeout(handle),
        },
        settings: { assets: { server, ...setup.settings } },
        createAudio: () => host.my.createInnerAudioContext(),
        downloadDomImage(url, _options, done) {
            const image = host.my.createImage();
            image.onload = () => done(null, { src: image.src, width: image.width });
            image.onerror = () => done(new Error(`can not load image ${url}`));
            image.src = url;
        },
        ...setup.engine,
    });
    const ran: string[] = [];
    const tellFailure = createTellFailure({ scope, my: host.my });
    installEngineAdapter({
        scope,
        my: host.my,
        cc: cc as unknown as AdapterEngine,
        options: setup.options ?? {},
        loadRemoteAssets: () => (remoteSetup) => createRemoteAssets(remoteSetup, preloads),
        loadEngineServices: () => createEngineServices,
        loadTellFailure: () => tellFailure,
        requireScript(path) {
            const script = setup.scripts ? setup.scripts[path] : () => undefined;
            if (!script) throw new Error(`Cannot find module './${path}'`);
            ran.push(path);
            script();
        },
    });
    cc.assetManager.init();
    const { assetManager } = cc;
    const wait = <Value>(start: (done: (error: Error | null, value?: Value) => void) => void): Promise<Value> => clock.until(new Promise<Value>((resolve, reject) => {
        start((error, value) => (error ? reject(error) : resolve(value as Value)));
    }));
    return {
        host, clock, cc, scope, ran,
        get manager() { return assetManager.cacheManager as PublicCacheManager; },
        fsUtils: scope['fsUtils'] as FsUtils,
        loadBundle: (name, options = {}) => wait<Bundle>((done) => assetManager.loadBundle(name, options, done)),
        loadRemote: (url, options = {}) => wait((done) => assetManager.loadRemote(url, options, done)),
        load: (uuids, options = {}) => wait((done) => assetManager.loadAny(uuids, options, done)),
        preload: (uuids, options = {}) => wait((done) => assetManager.preloadAny(uuids, options, done)),
        requests: (end) => host.network.requests.filter(({ url }) => url.endsWith(end)).length,
        settle: () => clock.advance(3000),
        restart: (changes = {}) => startGame({ ...setup, ...changes }, host.restart(changes.host)),
    };
}

/** An asset of a bundle: its import JSON, and the file it stands for, by extension. */
export interface Asset {
    readonly uuid: string;
    readonly native?: { readonly name: string; readonly data: string | Uint8Array };
    readonly data?: object;
}

export interface BundleFiles {
    readonly config: BundleConfig;
    /** By path from the bundle's folder. */
    readonly files: Record<string, string | Uint8Array>;
    readonly version: string;
    /** The path of an asset's import or native file. */
    pathOf(uuid: string, part?: 'import' | 'native'): string;
}

/** Builds a bundle as the engine's build lays it out. Without md5 names when `hashed` is false; with our file list unless `listed` is false. */
export function buildBundle(name: string, assets: readonly Asset[], { hashed = true, listed = true, zip }: { hashed?: boolean; listed?: boolean; zip?: (files: Record<string, string | Uint8Array>) => Uint8Array } = {}): BundleFiles {
    let files: Record<string, string | Uint8Array> = {};
    const paths = new Map<string, string>();
    const versions: { import: string[]; native: string[] } = { import: [], native: [] };
    const add = (part: 'import' | 'native', uuid: string, fileName: string, data: string | Uint8Array): void => {
        const hash = hashed ? md5(data).slice(0, 5) : '';
        if (hash) versions[part].push(uuid, hash);
        const stem = `${part}/${uuid.slice(0, 2)}/${uuid}${hash && `.${hash}`}`;
        const path = fileName.endsWith('.ttf') ? `${stem}/${fileName}` : `${stem}${fileName.slice(fileName.lastIndexOf('.'))}`;
        files[path] = data;
        paths.set(`${part} ${uuid}`, path);
    };
    for (const { uuid, native, data } of assets) {
        add('import', uuid, '.json', JSON.stringify({ ...data, ...(native ? { native: native.name } : {}) }));
        if (native) add('native', uuid, native.name, native.data);
    }
    const config: BundleConfig = { name, uuids: assets.map(({ uuid }) => uuid), versions, importBase: 'import', nativeBase: 'native' };
    if (zip) {
        const data = zip(files);
        config.isZip = true;
        if (hashed) config.zipVersion = md5(data).slice(0, 5);
        files = { [hashed ? `res.${config.zipVersion!}.zip` : 'res.zip']: data };
    }
    const version = hashed ? md5(JSON.stringify(config)).slice(0, 5) : '';
    const suffix = version && `${version}.`;
    files[`config.${suffix}json`] = JSON.stringify(config);
    if (listed) {
        const rows = Object.entries(files).map(([path, data]) => ({ path, bytes: Buffer.byteLength(data as string), md5: md5(data) }));
        files[`files.${suffix}json`] = JSON.stringify({ version: 1, files: rows });
    }
    return { config, files, version, pathOf: (uuid, part = 'import') => paths.get(`${part} ${uuid}`)! };
}

/** Serves a bundle at the game's server. The returned object's files may be changed while it is served. */
export function serveBundle(host: AlipayHost, { config: { name }, files }: BundleFiles): void {
    host.network.serve(`${server}remote/${name}/`, files);
}

/** A PNG file's beginning: what the model's decoder reads. */
export const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 4, 8, 6, 0, 0, 0, 0xa9, 0xf1, 0x9e, 0x7e,
]);

/** A page an error comes with. */
export const errorPage = '<html><body><h1>404 Not Found</h1></body></html>';
