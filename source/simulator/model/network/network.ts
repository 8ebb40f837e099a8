import type { HttpHeaders, NetworkKind } from '../../../platform/my';
import type { Clock } from '../clock';
import { encodeUtf8 } from '../files/encoding';

/** What the game asked the network for. */
export interface NetworkRequest {
    readonly method: string;
    readonly url: string;
    /** Names in lower case. */
    readonly headers: HttpHeaders;
    readonly body: Uint8Array | undefined;
}

/** What a server answers. */
export interface NetworkAnswer {
    /** Default 200. */
    readonly status?: number;
    readonly headers?: HttpHeaders;
    /** Must not be changed afterwards. */
    readonly body?: string | Uint8Array;
    /** The connection breaks after so many bytes of the body; 0: before any answer. */
    readonly dropAfterBytes?: number;
    /** Milliseconds the server thinks, beside the network's latency. */
    readonly delayMs?: number;
}

export type NetworkHandler = (request: NetworkRequest) => NetworkAnswer | undefined | Promise<NetworkAnswer | undefined>;

/** Which requests a route answers: all URLs that begin so, that match, or that a function chooses. */
export type RoutePattern = string | RegExp | ((request: NetworkRequest) => boolean);

export interface NetworkConditions {
    /** Milliseconds from a request to the first byte of its answer. */
    latencyMs: number;
    /** Bytes a second, shared by all transfers. */
    bytesPerSecond: number;
    online: boolean;
    kind: NetworkKind;
}

/** The other end of one socket. */
export interface SocketPeer {
    readonly url: string;
    readonly protocols: readonly string[];
    send(data: string | Uint8Array): void;
    close(code?: number, reason?: string): void;
    /** Breaks the connection as a lost network does. */
    drop(): void;
    onMessage: ((data: string | Uint8Array) => void) | undefined;
    onClose: ((code: number, reason: string) => void) | undefined;
}
export type SocketHandler = (peer: SocketPeer) => void;

/** How a transfer ended. */
export type Transfer =
    | { readonly kind: 'answered'; readonly status: number; readonly headers: HttpHeaders; readonly body: Uint8Array }
    | { readonly kind: 'offline' | 'dropped' | 'unreachable' | 'aborted' | 'timeout' };

/**
 * The network around the host: servers by route, latency, shared bandwidth, failures. It outlives a kill.
 */
export class HostNetwork {
    readonly requests: NetworkRequest[] = [];
    readonly conditions: NetworkConditions = { latencyMs: 0, bytesPerSecond: Infinity, online: true, kind: 'WIFI' };
    private readonly routes: { readonly pattern: RoutePattern; readonly handler: NetworkHandler }[] = [];
    private readonly sockets: { readonly pattern: RoutePattern; readonly handler: SocketHandler }[] = [];
    private readonly listeners = new Set<() => void>();
    private pipeFreeAt = 0;

    constructor(conditions: Partial<NetworkConditions> = {}) { Object.assign(this.conditions, conditions); }

    /** Answers requests; a later route goes before an earlier one. A handler that returns undefined passes on to the next. */
    route(pattern: RoutePattern, answer: NetworkAnswer | NetworkHandler): void {
        this.routes.unshift({ pattern, handler: typeof answer === 'function' ? answer : () => answer });
    }

    /** Serves files below a URL; a missing one is a 404 with a body, as a server gives it. */
    serve(baseUrl: string, files: Readonly<Record<string, string | Uint8Array>> | ((path: string) => string | Uint8Array | undefined)): void {
        const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
        const read = typeof files === 'function' ? files : (path: string) => files[path];
        this.route(base, ({ url }) => {
            const path = decodeURIComponent(url.slice(base.length).split(/[?#]/)[0]!);
            const body = read(path);
            return body === undefined ? notFound : { body, headers: { 'content-type': contentTypeOf(path) } };
        });
    }

    socket(pattern: RoutePattern, handler: SocketHandler): void {
        this.sockets.unshift({ pattern, handler });
    }

    /** Changes the conditions, and tells the game's `my.onNetworkStatusChange`. */
    change(conditions: Partial<NetworkConditions>): void {
        Object.assign(this.conditions, conditions);
        for (const listener of this.listeners) listener();
    }

    /** @returns how to stop listening. */
    onChange(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => { this.listeners.delete(listener); };
    }

    findSocket(url: string): SocketHandler | undefined {
        const request: NetworkRequest = { method: 'GET', url, headers: {}, body: undefined };
        return this.sockets.find(({ pattern }) => matches(pattern, request))?.handler;
    }

    /**
     * Carries one request. `settle` is called once, unless the transfer is cancelled first. `progressListener` is asked
     * when the body begins to arrive.
     * @returns how to cancel it.
     */
    transfer(
        clock: Clock,
        request: NetworkRequest,
        timeoutMs: number,
        settle: (transfer: Transfer) => void,
        progressListener?: () => ((received: number, total: number) => void) | undefined,
    ): () => void {
        this.requests.push(request);
        const { conditions } = this;
        const scheduled: { cancel(): void }[] = [];
        let open = true;
        const end = (transfer: Transfer): void => {
            if (!open) return;
            cancel();
            settle(transfer);
        };
        const cancel = (): void => {
            open = false;
            for (const entry of scheduled) entry.cancel();
        };
        const later = (action: () => void, ms: number): void => { scheduled.push(clock.schedule(() => { if (open) action(); }, ms)); };

        if (timeoutMs > 0 && timeoutMs < Infinity) later(() => end({ kind: 'timeout' }), timeoutMs);
        if (!conditions.online) {
            later(() => end({ kind: 'offline' }), 0);
            return cancel;
        }
        const deliver = (answer: NetworkAnswer | undefined): void => {
            if (!open) return;
            if (!answer) { end({ kind: 'unreachable' }); return; }
            const body = typeof answer.body === 'string' ? encodeUtf8(answer.body) : answer.body ?? new Uint8Array(0);
            const sent = Math.min(body.byteLength, answer.dropAfterBytes ?? Infinity);
            const { wait, duration } = this.takePipe(clock, sent, answer.delayMs);
            const finish = (): void => {
                if (answer.dropAfterBytes !== undefined && answer.dropAfterBytes < body.byteLength || answer.dropAfterBytes === 0) end({ kind: 'dropped' });
                else if (!conditions.online) end({ kind: 'dropped' });
                else end({ kind: 'answered', status: answer.status ?? 200, headers: lowerNames(answer.headers ?? {}), body });
            };
            const onProgress = progressListener?.();
            if (onProgress) {
                for (let step = 1; step <= 4; step++) later(() => onProgress(Math.floor(sent * step / 4), body.byteLength), Math.max(0, wait - duration + duration * step / 4));
            }
            if (wait > 0 || onProgress) later(finish, wait);
            else finish();
        };
        later(() => {
            const answer = this.answerOf(request);
            if (isPromise(answer)) answer.then(deliver, () => deliver(undefined));
            else deliver(answer);
        }, conditions.latencyMs);
        return cancel;
    }

    /**
     * Carries bytes that no server of the game answers for, such as a subpackage: after the latency, with its share of
     * the bandwidth. `onProgress` is told a few times of the bytes so far.
     * @param settle told whether they arrived, once, unless the transfer is cancelled first.
     * @returns how to cancel it.
     */
    carry(clock: Clock, bytes: number, settle: (arrived: boolean) => void, onProgress: (received: number) => void): () => void {
        const { conditions } = this;
        const scheduled: { cancel(): void }[] = [];
        const later = (action: () => void, ms: number): void => { scheduled.push(clock.schedule(action, ms)); };
        const begin = (): void => {
            if (!conditions.online) return settle(false);
            const { wait, duration } = this.takePipe(clock, bytes);
            const steps = Math.min(Math.max(2, Math.ceil(duration / 50)), 100);
            for (let step = 1; step <= steps; step++) later(() => { if (conditions.online) onProgress(Math.floor(bytes * step / steps)); }, wait - duration + duration * step / steps);
            later(() => settle(conditions.online), wait);
        };
        later(begin, conditions.online ? conditions.latencyMs : 0);
        return () => { for (const entry of scheduled) entry.cancel(); };
    }

    /** The next share of the bandwidth: milliseconds until the bytes have come, and how long they take of these. */
    private takePipe(clock: Clock, bytes: number, delayMs = 0): { readonly wait: number; readonly duration: number } {
        const start = Math.max(clock.now() + delayMs, this.pipeFreeAt);
        const duration = bytes / this.conditions.bytesPerSecond * 1000;
        this.pipeFreeAt = start + duration;
        return { wait: this.pipeFreeAt - clock.now(), duration };
    }

    private answerOf(request: NetworkRequest): NetworkAnswer | undefined | Promise<NetworkAnswer | undefined> {
        for (const { pattern, handler } of this.routes) {
            if (!matches(pattern, request)) continue;
            const answer = handler(request);
            if (answer !== undefined) return answer;
        }
        return undefined;
    }
}

const notFound: NetworkAnswer = { status: 404, body: '<html><body>404 Not Found</body></html>', headers: { 'content-type': 'text/html' } };

function matches(pattern: RoutePattern, request: NetworkRequest): boolean {
    if (typeof pattern === 'string') return request.url.startsWith(pattern);
    return typeof pattern === 'function' ? pattern(request) : pattern.test(request.url);
}

function isPromise(value: unknown): value is Promise<NetworkAnswer | undefined> {
    return typeof (value as { then?: unknown } | undefined)?.then === 'function';
}

export function lowerNames(headers: HttpHeaders): HttpHeaders {
    const lowered: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) lowered[name.toLowerCase()] = String(value);
    return lowered;
}

const contentTypes: Readonly<Record<string, string>> = {
    json: 'application/json', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', mp3: 'audio/mpeg', zip: 'application/zip', js: 'text/javascript', txt: 'text/plain',
};

function contentTypeOf(path: string): string {
    return contentTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
