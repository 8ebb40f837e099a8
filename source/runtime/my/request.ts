import type { My, RequestTask } from '../../platform/my';
import { isRemote, toAddress } from './addresses';
import { attempt, callHost, type Host } from './host';
import { withSlash } from './package-path';

/** A request by address, or for a file of the package or of the game's own folder by path. */
export interface HttpRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | ArrayBuffer | undefined;
    /** Milliseconds; 0 for the host's own, 30 seconds. */
    readonly timeout: number;
    /** The body as bytes, not as text. */
    readonly binary: boolean;
}

export interface HttpReply {
    readonly status: number;
    /** By lower-case name. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | ArrayBuffer;
}

export type RequestOutcome = HttpReply | 'error' | 'timeout';

/** What hosts answer, in either spelling (platform facts 3.5). */
interface HostReply {
    readonly status?: number;
    readonly statusCode?: number;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly header?: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
    readonly error?: number;
}

/**
 * Sends a request and tells its outcome once, whatever the host does. Never answers during the call.
 * `dataType` is always sent: the host's default parses JSON and fails on anything else. A status of 400 and more may
 * come as a success or as error 19 with the status beside it (platform facts 3.5).
 * @returns aborts the request; its outcome is then never told.
 */
export function sendRequest(my: Host, request: HttpRequest, done: (outcome: RequestOutcome) => void): () => void {
    const { url, method, headers, body, timeout, binary } = request;
    let open = true;
    const settle = (outcome: RequestOutcome): void => void Promise.resolve().then(() => {
        // Asked here: it may have been aborted since the host answered.
        if (!open) return;
        open = false;
        done(outcome);
    });
    const toReply = (answer: HostReply): HttpReply | undefined => {
        const status = answer.status || answer.statusCode;
        return status ? { status: +status, headers: lowerNames(answer.headers || answer.header), body: toBody(answer.data, binary) } : undefined;
    };
    if (!isRemote(my, url)) {
        readPackageFile(my, url, binary, settle);
        return () => { open = false; };
    }
    const options = {
        url: toAddress(url), method, headers, dataType: binary ? 'arraybuffer' as const : 'text' as const,
        success: (answer: HostReply) => settle(toReply(answer || {}) || { status: 200, headers: {}, body: toBody((answer || {}).data, binary) }),
        fail: (answer: HostReply) => settle(toReply(answer || {}) || ((answer || {}).error === timedOut ? 'timeout' : 'error')),
    };
    let task: RequestTask | undefined;
    try {
        task = (my as My).request(Object.assign(options, body === undefined ? {} : { data: body }, timeout ? { timeout } : {}));
    } catch {
        settle('error');
    }
    return () => {
        open = false;
        if (task && task.abort) task.abort();
    };
}

/** `my.request`'s error number for a timeout (platform facts 3.5). */
const timedOut = 13;

function lowerNames(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
    const lower: Record<string, string> = {};
    for (const name of Object.keys(headers)) lower[name.toLowerCase()] = String(headers[name]);
    return lower;
}

/** Hosts that parsed JSON unasked are asked back for the text. */
function toBody(data: unknown, binary: boolean): string | ArrayBuffer {
    if (data == null) return binary ? new ArrayBuffer(0) : '';
    return typeof data === 'string' || binary ? data as string : JSON.stringify(data);
}

/** A file read as if it were served: 404 where there is none. Hosts disagree on a leading slash (platform facts 3.4). */
function readPackageFile(my: Host, url: string, binary: boolean, settle: (outcome: RequestOutcome) => void): void {
    const given = url.replace(/[?#].*/, '').replace(/^(game:\/*|\.\/)/, '');
    const path = attempt(() => decodeURI(given)) || given;
    const files = callHost(my, 'getFileSystemManager');
    const read = (filePath: string, fail: () => void): void => {
        try {
            (files as NonNullable<typeof files>).readFile(Object.assign({
                filePath,
                success: (answer: HostReply) => settle({ status: 200, headers: {}, body: toBody((answer || {}).data, binary) }),
                fail,
            }, binary ? {} : { encoding: 'utf8' as const }));
        } catch {
            settle('error');
        }
    };
    const missing = (): void => settle({ status: 404, headers: {}, body: toBody('', binary) });
    const other = withSlash(path);
    read(path, other ? () => read(other, missing) : missing);
}
