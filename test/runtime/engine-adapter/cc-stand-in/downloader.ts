import type { DownloaderMembers, DownloadHandler, Done, Frames, Options } from './types';

interface Waiting {
    readonly id: string;
    priority: number;
    readonly url: string;
    readonly options: Options;
    readonly done: Done;
    readonly handler: DownloadHandler;
}

/** Longest frame that the limit counts with, in milliseconds. */
const longestFrame = 1000 / 30;

/**
 * The engine's downloader as engine 3.8 behaves: one request an id, retries after a fixed wait, at most
 * `maxRequestsPerFrame` new requests in a frame and `maxConcurrency` open ones, the rest by priority in later frames.
 */
export class Downloader implements DownloaderMembers {
    maxConcurrency = 15;
    maxRequestsPerFrame = 15;
    maxRetryCount = 3;
    retryInterval = 2000;
    appendTimeStamp = false;
    /** Public in the engine though not in its declarations; false lets every request start at once. */
    limited = true;
    bundleVers: Record<string, string> = {};
    remoteBundles: readonly string[] = [];
    downloadDomAudio = null;
    downloadDomImage: DownloadHandler;
    downloadScript: DownloadHandler = (url, _options, done) => done(new Error(`stand-in: there is no document to load ${url}`));
    /** Internal members, which a build may rename ("mangle engine internal properties"). */
    _downloadArrayBuffer?: DownloadHandler = (url, _options, done) => done(new Error(`stand-in: XMLHttpRequest was used for ${url}`));
    _downloadJson?: DownloadHandler = this._downloadArrayBuffer!;

    private server = '';
    private readonly handlers: Record<string, DownloadHandler> = {};
    private readonly loading = new Map<string, Done[]>();
    private readonly waiting: Waiting[] = [];
    private unsorted = false;
    private open = 0;
    private openedThisFrame = 0;
    private frameStart = -1;
    private nextFrameAsked = false;

    /** @param files what was downloaded and not yet parsed, by id; shared with the parser. */
    constructor(private readonly frames: Frames, private readonly files: Map<string, unknown>, downloadDomImage: DownloadHandler) {
        this.downloadDomImage = downloadDomImage;
    }

    get remoteServerAddress(): string { return this.server; }

    init(server: string, bundleVers: Record<string, string>, remoteBundles: readonly string[]): void {
        this.server = server;
        this.bundleVers = bundleVers;
        this.remoteBundles = remoteBundles;
    }

    register(type: string | Record<string, DownloadHandler>, handler?: DownloadHandler): void {
        Object.assign(this.handlers, typeof type === 'string' ? { [type]: handler } : type);
    }

    download(id: string, url: string, type: string, options: Options, onComplete: Done): void {
        if (this.files.has(id)) {
            onComplete(null, this.files.get(id));
            return;
        }
        const others = this.loading.get(id);
        if (others) {
            others.push(onComplete);
            const request = this.waiting.find((waiting) => waiting.id === id);
            const priority = numberOf(options['priority'], 0);
            if (request && request.priority < priority) {
                request.priority = priority;
                this.unsorted = true;
            }
            return;
        }
        const retries = numberOf(options['maxRetryCount'], this.maxRetryCount);
        const concurrency = numberOf(options['maxConcurrency'], this.maxConcurrency);
        const perFrame = numberOf(options['maxRequestsPerFrame'], this.maxRequestsPerFrame);
        const handler = this.handlers[type] || this.handlers['default'];
        if (!handler) throw new Error(`stand-in: no handler for ${type}`);
        this.loading.set(id, [onComplete]);

        const finish: Done = (error, data) => {
            if (!error) this.files.set(id, data);
            const callbacks = this.loading.get(id) || [];
            this.loading.delete(id);
            for (const callback of callbacks) callback(error, data);
        };
        const attempt = (count: number): void => {
            const settle: Done = (error, data) => {
                if (error && count < retries) this.frames.setTimeout(() => attempt(count + 1), this.retryInterval);
                else finish(error, data);
            };
            if (!this.limited) {
                handler(url, options, settle);
                return;
            }
            this.countFrame();
            const done: Done = (error, data) => {
                this.open--;
                this.askNextFrame(concurrency, perFrame);
                settle(error, data);
            };
            if (this.open < concurrency && this.openedThisFrame < perFrame) {
                handler(url, options, done);
                this.open++;
                this.openedThisFrame++;
                return;
            }
            this.waiting.push({ id, priority: numberOf(options['priority'], 0), url, options, done, handler });
            this.unsorted = true;
            if (this.open < concurrency) this.askNextFrame(concurrency, perFrame);
        };
        attempt(0);
    }

    private countFrame(): void {
        const now = this.frames.now();
        // The stand-in's game runs at 60 frames a second.
        if (now - this.frameStart > Math.min(1000 / 60, longestFrame)) {
            this.openedThisFrame = 0;
            this.frameStart = now;
        }
    }

    private openWaiting(concurrency: number, perFrame: number): void {
        this.nextFrameAsked = false;
        this.countFrame();
        while (this.waiting.length > 0 && this.open < concurrency && this.openedThisFrame < perFrame) {
            if (this.unsorted) {
                this.waiting.sort((left, right) => left.priority - right.priority);
                this.unsorted = false;
            }
            const { handler, url, options, done } = this.waiting.pop()!;
            this.open++;
            this.openedThisFrame++;
            handler(url, options, done);
        }
        this.askNextFrame(concurrency, perFrame);
    }

    private askNextFrame(concurrency: number, perFrame: number): void {
        if (this.nextFrameAsked || this.waiting.length === 0) return;
        this.nextFrameAsked = true;
        this.frames.requestAnimationFrame(() => this.openWaiting(concurrency, perFrame));
    }
}

function numberOf(value: unknown, otherwise: number): number {
    return value === undefined ? otherwise : Number(value);
}
