import { Downloader } from './downloader';
import { Parser } from './parser';
import { Pipeline } from './pipeline';
import type { BundleConfig, BundleMembers, Done, DownloadHandler, Frames, Options, RequestItemMembers } from './types';

export interface AssetInfo { uuid: string; ver: string; nativeVer: string; extension: string; pack?: { uuid: string; uuids: string[] } }

/** One asset to load: by uuid in a bundle, or by address. */
export interface Request extends Options { uuid?: string; url?: string; scene?: string; bundle?: string; ext?: string }

type Progress = (finished: number, total: number) => void;
/** Options and listeners as the engine's loads take them: options may be left out, then progress, then all. */
type Given = readonly [] | readonly [Done] | readonly [Options | null, Done] | readonly [Options | null, Progress | null, Done];

/** The engine's table of bundles. */
export class BundleTable extends Map<string, Bundle> {
    find(test: (bundle: Bundle) => boolean): Bundle | null { return [...this.values()].find(test) ?? null; }
}

export class RequestItem implements RequestItemMembers {
    uuid = '';
    url = '';
    ext = '.json';
    content: unknown = null;
    file: unknown = null;
    isNative = false;
    options: Options = {};
    config: Bundle | null = null;
    info: AssetInfo | null = null;

    get id(): string { return `${this.uuid}@${this.isNative ? 'native' : 'import'}`; }
}

export class Bundle implements BundleMembers {
    name = '';
    base = '';
    deps: string[] = [];
    importBase = '';
    nativeBase = '';
    readonly infos = new Map<string, AssetInfo>();
    readonly paths = new Map<string, AssetInfo>();
    private readonly scenes = new Map<string, AssetInfo>();

    constructor(private readonly manager?: Pick<AssetManager, 'loadAny'>) {}

    getSceneInfo(name: string): AssetInfo | undefined { return this.scenes.get(name); }

    loadScene(name: string, ...given: Given): void {
        const [options, progress, done] = parseGiven(given);
        this.manager!.loadAny({ scene: name }, { preset: 'scene', ...options, bundle: this.name }, progress, done);
    }

    init(config: BundleConfig): void {
        const uuids = config.uuids || [];
        const uuidOf = (value: string | number): string => (typeof value === 'number' ? uuids[value]! : value);
        this.name = config.name;
        this.base = config.base || '';
        this.importBase = config.importBase || 'import';
        this.nativeBase = config.nativeBase || 'native';
        this.deps = config.deps || [];
        for (const uuid of uuids) this.infos.set(uuid, { uuid, ver: '', nativeVer: '', extension: '.json' });
        for (const [field, rows] of [['ver', config.versions?.import], ['nativeVer', config.versions?.native]] as const) {
            for (let row = 0; rows && row < rows.length; row += 2) {
                const uuid = uuidOf(rows[row]!);
                const info = this.infos.get(uuid) || { uuid, ver: '', nativeVer: '', extension: '.json' };
                info[field] = String(rows[row + 1]);
                this.infos.set(uuid, info);
            }
        }
        for (const [uuid, packed] of Object.entries(config.packs || {})) {
            const pack = { uuid, uuids: packed.map(uuidOf) };
            if (!this.infos.has(uuid)) this.infos.set(uuid, { uuid, ver: '', nativeVer: '', extension: '.json' });
            for (const member of pack.uuids) this.infos.get(member)!.pack = pack;
        }
        for (const [extension, members] of Object.entries(config.extensionMap || {})) {
            for (const member of members) this.infos.get(uuidOf(member))!.extension = extension;
        }
        for (const [name, scene] of Object.entries(config.scenes || {})) this.scenes.set(name, this.infos.get(uuidOf(scene))!);
        for (const [index, [path]] of Object.entries(config.paths || {})) this.paths.set(path, this.infos.get(uuids[Number(index)]!)!);
    }
}

interface LoadedAsset { readonly data: { readonly native?: string; readonly depends?: readonly string[] }; native?: unknown }

function parseGiven(given: Given): [Options | null, Progress | null, Done] {
    const done = given[given.length - 1];
    const [options, progress] = given as readonly unknown[];
    return [
        typeof options === 'object' ? options as Options | null : null,
        given.length > 2 ? progress as Progress | null : null,
        typeof done === 'function' ? done as Done : () => undefined,
    ];
}

/** The engine's presets: what a kind of load asks of the limits. */
const presets: Record<string, Options> = {
    default: { priority: 0 },
    preload: { maxConcurrency: 6, maxRequestsPerFrame: 2, priority: -1 },
    scene: { maxConcurrency: 20, maxRequestsPerFrame: 20, priority: 1 },
    bundle: { maxConcurrency: 20, maxRequestsPerFrame: 20, priority: 2 },
    remote: { maxRetryCount: 4 },
};

export interface AssetManagerSetup {
    readonly frames: Frames;
    readonly settings: { querySettings(category: string, name: string): unknown };
    readonly downloadDomImage: DownloadHandler;
}

/** Loads as engine 3.8 does: transform, download (or join a pack), parse, then the native part an import names. */
export class AssetManager {
    readonly transformPipeline = new Pipeline('transform url');
    readonly bundles = new BundleTable();
    readonly assets = new Map<string, unknown>();
    readonly files = new Map<string, unknown>();
    readonly parsed = new Map<string, unknown>();
    readonly presets = presets;
    readonly downloader: Downloader;
    readonly parser: Parser;
    cacheManager: unknown = null;
    generalImportBase = '';
    generalNativeBase = '';
    private readonly packsLoading = new Map<string, Done<Record<string, unknown>>[]>();

    constructor(private readonly setup: AssetManagerSetup) {
        this.downloader = new Downloader(setup.frames, this.files, setup.downloadDomImage);
        this.parser = new Parser(this.files, this.parsed);
        this.transformPipeline
            .append((task) => { task.output = (Array.isArray(task.input) ? task.input : [task.input]).map((request) => this.itemOf(request as string | Request, task.options)); })
            .append((task) => { task.output = task.input; (task.input as RequestItem[]).forEach((item) => this.address(item)); });
    }

    init(options: { server?: string; bundleVers?: Record<string, string>; remoteBundles?: string[] } = {}): void {
        const setting = <Value>(name: string, otherwise: Value): Value => (this.setup.settings.querySettings('assets', name) as Value | undefined) ?? otherwise;
        const concurrency = setting('downloadMaxConcurrency', 0);
        if (concurrency > 0) this.downloader.maxConcurrency = concurrency;
        for (const table of [this.files, this.parsed, this.assets, this.bundles]) table.clear();
        this.downloader.init(options.server || setting('server', ''), options.bundleVers || setting('bundleVers', {}), options.remoteBundles || setting('remoteBundles', []));
    }

    getBundle(name: string): Bundle | null { return this.bundles.get(name) || null; }

    removeBundle(bundle: Bundle): void { this.bundles.delete(bundle.name); }

    loadBundle(nameOrUrl: string, options: Options | null, onComplete: Done<Bundle>): void {
        const name = nameOrUrl.slice(nameOrUrl.lastIndexOf('/') + 1);
        const known = this.bundles.get(name);
        if (known) {
            this.nextTick(() => onComplete(null, known));
            return;
        }
        this.loadAny({ url: nameOrUrl }, { preset: 'bundle', ...options, ext: 'bundle', __isNative__: true }, null, (error, config) => {
            if (error) {
                onComplete(error);
                return;
            }
            const bundle = new Bundle(this);
            bundle.init({ ...(config as BundleConfig), base: (config as BundleConfig).base || `${nameOrUrl}/` });
            this.bundles.set(bundle.name, bundle);
            onComplete(null, bundle);
        });
    }

    loadRemote(url: string, options: Options | null, onComplete: Done): void {
        this.loadAny({ url }, { preset: 'remote', ...options, __isNative__: true }, onComplete);
    }

    /** One request gives its content, several an array in their order; the first error ends it. */
    loadAny(requests: string | Request | readonly (string | Request)[], ...given: Given): void {
        const [options, progress, onComplete] = parseGiven(given);
        let finished = 0;
        this.run(requests, { preset: 'default', ...options }, onComplete, (item, done) => this.loadItem(item, done, (total) => progress?.(++finished, finished + total)));
    }

    /** Downloads and does not parse. */
    preloadAny(requests: string | Request | readonly (string | Request)[], options: Options | null, onComplete: Done): void {
        this.run(requests, { preset: 'preload', ...options }, onComplete, (item, done) => this.fetchItem(item, done));
    }

    /** All assets that have a path, or that are listed, of one bundle. */
    loadBundleAssets(bundle: Bundle, options: Options | null, onComplete: Done): void {
        this.loadAny([...bundle.infos.keys()].map((uuid) => ({ uuid, bundle: bundle.name })), options, onComplete);
    }

    private run(requests: string | Request | readonly (string | Request)[], options: Options, onComplete: Done, each: (item: RequestItem, done: Done) => void): void {
        const single = !Array.isArray(requests);
        const items = this.transformPipeline.sync({ input: requests, output: null, options }) as RequestItem[];
        const results: unknown[] = [];
        let left = items.length;
        let failed = false;
        if (left === 0) this.nextTick(() => onComplete(null, results));
        items.forEach((item, index) => each(item, (error, content) => {
            if (failed) return;
            results[index] = content;
            failed = Boolean(error);
            if (failed || --left === 0) this.nextTick(() => onComplete(error, failed ? undefined : single ? results[0] : results));
        }));
    }

    private loadItem(item: RequestItem, done: Done, tell: (left: number) => void = () => undefined): void {
        if (!item.isNative && this.assets.has(item.uuid) && !item.options['reloadAsset']) {
            done(null, this.assets.get(item.uuid));
            return;
        }
        this.fetchItem(item, (error, file) => {
            if (error) {
                done(error);
                return;
            }
            item.options['__uuid__'] = item.uuid;
            this.parser.parse(item.id, file, item.isNative ? item.ext : 'import', item.options, (parseError, content) => {
                this.parsed.delete(item.id);
                this.files.delete(item.id);
                if (parseError || item.isNative) done(parseError, content);
                else this.loadDepends(item, content as LoadedAsset, tell, (dependError) => (dependError ? done(dependError) : this.loadNative(item, content as LoadedAsset, done)));
            });
        });
    }

    /** What an asset names, all at once; the first error ends it, though the others go on. */
    private loadDepends(item: RequestItem, { data: { depends = [] } }: LoadedAsset, tell: (left: number) => void, done: Done): void {
        let left = depends.length;
        let failed = false;
        tell(left);
        if (left === 0) done(null);
        for (const uuid of depends) {
            const [depend] = this.transformPipeline.sync({ input: [{ uuid, bundle: item.config!.name }], output: null, options: { preset: item.options['preset'] } }) as RequestItem[];
            this.loadItem(depend!, (error) => {
                if (failed) return;
                failed = Boolean(error);
                left--;
                if (error) {
                    done(error);
                    return;
                }
                tell(left);
                if (left === 0) done(null);
            });
        }
    }

    private loadNative(item: RequestItem, asset: LoadedAsset, done: Done): void {
        const finish = (): void => {
            this.assets.set(item.uuid, asset);
            done(null, asset);
        };
        if (typeof asset.data.native !== 'string') {
            finish();
            return;
        }
        const [ext, name] = [asset.data.native.slice(asset.data.native.lastIndexOf('.')), asset.data.native];
        const [native] = this.transformPipeline.sync({ input: [{ uuid: item.uuid, bundle: item.config!.name, ext, __isNative__: true, __nativeName__: name }], output: null, options: { preset: item.options['preset'] } }) as RequestItem[];
        this.loadItem(native!, (error, content) => {
            asset.native = content;
            if (error) done(error);
            else finish();
        });
    }

    private fetchItem(item: RequestItem, done: Done): void {
        const pack = item.isNative ? undefined : item.info?.pack;
        if (!pack || this.files.has(item.id)) {
            this.downloader.download(item.id, item.url, item.ext, item.options, done);
            return;
        }
        const take: Done<Record<string, unknown>> = (error, members) => (error ? done(error) : done(null, members![item.id]));
        const others = this.packsLoading.get(pack.uuid);
        if (others) {
            others.push(take);
            return;
        }
        this.packsLoading.set(pack.uuid, [take]);
        const [packItem] = this.transformPipeline.sync({ input: [{ uuid: pack.uuid, bundle: item.config!.name, ext: '.json' }], output: null, options: {} }) as RequestItem[];
        this.downloader.download(pack.uuid, packItem!.url, '.json', item.options, (error, data) => {
            this.files.delete(pack.uuid);
            const members: Record<string, unknown> = {};
            pack.uuids.forEach((uuid, index) => {
                members[`${uuid}@import`] = (data as unknown[] | undefined)?.[index];
                if (!error) this.files.set(`${uuid}@import`, members[`${uuid}@import`]);
            });
            const callbacks = this.packsLoading.get(pack.uuid) || [];
            this.packsLoading.delete(pack.uuid);
            for (const callback of callbacks) callback(error, members);
        });
    }

    private itemOf(request: string | Request, options: Options): RequestItem {
        const asked: Request = typeof request === 'string' ? { ...options, uuid: request } : { ...options, ...request };
        const preset = presets[String(asked['preset'])] || {};
        const item = new RequestItem();
        for (const [name, value] of Object.entries({ ...preset, ...asked })) {
            if (!['uuid', 'url', 'bundle', 'ext', 'preset', 'scene', '__isNative__'].includes(name)) item.options[name] = value;
        }
        item.isNative = Boolean(asked['__isNative__'] ?? (asked.url !== undefined));
        if (asked.url !== undefined) {
            item.url = asked.url;
            item.uuid = asked.url;
            item.ext = asked.ext ?? /\.[^./]*$/.exec(asked.url.replace(/\?.*$/, ''))?.[0] ?? '';
            return item;
        }
        item.uuid = asked.scene === undefined ? asked.uuid! : this.bundles.get(asked.bundle!)!.getSceneInfo(asked.scene)!.uuid;
        item.config = asked.bundle ? this.bundles.get(asked.bundle) || null : [...this.bundles.values()].find((bundle) => bundle.infos.has(item.uuid)) || null;
        item.info = item.config?.infos.get(item.uuid) || null;
        item.ext = asked.ext ?? item.info?.extension ?? '.json';
        return item;
    }

    private address(item: RequestItem): void {
        if (item.url) return;
        const { config, info, uuid } = item;
        const general = item.isNative ? this.generalNativeBase : this.generalImportBase;
        const base = config ? config.base + (item.isNative ? config.nativeBase : config.importBase) : general;
        const version = (item.isNative ? info?.nativeVer : info?.ver) || '';
        const stem = `${base}/${uuid.slice(0, 2)}/${uuid}${version && `.${version}`}`;
        // A font keeps its own file name: its md5 goes into the folder's name.
        item.url = item.ext === '.ttf' ? `${stem}/${String(item.options['__nativeName__'])}` : `${stem}${item.ext}`;
    }

    private nextTick(run: () => void): void {
        this.setup.frames.requestAnimationFrame(run);
    }
}
