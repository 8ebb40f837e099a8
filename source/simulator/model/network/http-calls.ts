import { limits, networkErrors, type HostSwitches } from '../../../platform';
import type { DownloadFileOptions, DownloadProgress, DownloadTask, My, RequestFailure, RequestOptions, RequestResult, RequestTask } from '../../../platform/my';
import { fail, succeed, type Bridge, type Outcome } from '../bridge';
import type { HostDisk } from '../disk';
import { decodeUtf8, encodeBase64, encodeUtf8 } from '../files/encoding';
import type { FileOperations } from '../files/operations';
import { showTempPath } from '../files/paths';
import { lowerNames, type HostNetwork, type NetworkRequest, type Transfer } from './network';

export interface HttpSetup {
    readonly bridge: Bridge;
    readonly network: HostNetwork;
    readonly switches: HostSwitches;
    readonly operations: FileOperations;
    readonly disk: HostDisk;
    /** `http:` is refused on devices; a page on loopback may allow it. */
    readonly allowHttp: boolean;
}

type HttpCalls = Required<Pick<My, 'request' | 'downloadFile' | 'uploadFile'>>;

/** `my.request`, `my.downloadFile` and `my.uploadFile` (platform facts 3.5). */
export function createHttpCalls(setup: HttpSetup): HttpCalls {
    return {
        request: (options) => request(setup, options),
        downloadFile: (options) => downloadFile(setup, options),
        uploadFile: (options) => uploadFile(setup, options),
    };
}

function request(setup: HttpSetup, options: RequestOptions): RequestTask {
    const { bridge, switches } = setup;
    let abort = (): void => {};
    bridge.callSlow<RequestResult, RequestFailure>(options, { api: 'request', group: 'network', target: String(options.url) }, (settle) => {
        const refused = refuse(setup, options.url);
        if (refused) { bridge.life.schedule(() => settle(refused), 0); return; }
        const cancel = transfer(setup, createRequest(options), options.timeout ?? limits.requestTimeoutMs, (answer) => {
            if (answer.kind !== 'answered') { settle(fail(...failureOf(answer.kind, 'request'))); return; }
            const { status, headers } = answer;
            const data = readBody(answer.body, options.dataType);
            if (status >= 400 && switches.httpErrors === 'fail') {
                settle(fail(networkErrors.httpStatus, `http status error: ${status}`), (failure) => ({ ...failure, status, headers, data: data.ok ? data.result : decodeUtf8(answer.body) }));
                return;
            }
            if (!data.ok) { settle(data, (failure) => ({ ...failure, status, headers, data: decodeUtf8(answer.body) })); return; }
            const result: RequestResult = { data: data.result, status, headers };
            settle(succeed(switches.statusAliases ? { ...result, statusCode: status, header: headers } : result, answer.body.byteLength));
        });
        abort = () => {
            cancel();
            bridge.life.schedule(() => settle(fail(networkErrors.aborted, 'request abort')), 0);
        };
    });
    return { abort: () => abort() };
}

function createRequest(options: RequestOptions): NetworkRequest {
    const method = (options.method ?? 'GET').toUpperCase();
    const headers = lowerNames(options.headers ?? {});
    const { data } = options;
    if (data === undefined || data === null) return { method, url: options.url, headers, body: undefined };
    if (typeof data === 'string') return { method, url: options.url, headers, body: encodeUtf8(data) };
    if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return { method, url: options.url, headers, body: new Uint8Array((data as ArrayBuffer).slice(0)) };
    if (method === 'GET') return { method, url: addQuery(options.url, data as Readonly<Record<string, unknown>>), headers, body: undefined };
    return { method, url: options.url, headers: { 'content-type': 'application/json', ...headers }, body: encodeUtf8(JSON.stringify(data)) };
}

function addQuery(url: string, data: Readonly<Record<string, unknown>>): string {
    const query = Object.entries(data).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&');
    return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** `json` is the default, and a body that is no JSON fails with 14. */
function readBody(body: Uint8Array, dataType: RequestOptions['dataType'] = 'json'): Outcome<unknown> {
    switch (dataType) {
        case 'arraybuffer':
            return succeed(body.slice().buffer);
        case 'base64':
            return succeed(encodeBase64(body));
        case 'text':
            return succeed(decodeUtf8(body));
        default:
            try {
                return succeed(JSON.parse(decodeUtf8(body)) as unknown);
            } catch {
                return fail(networkErrors.notJson, 'JSON parse data error');
            }
    }
}

function downloadFile(setup: HttpSetup, options: DownloadFileOptions): DownloadTask | undefined {
    const { bridge, switches, disk, operations } = setup;
    const listeners = new Set<(progress: DownloadProgress) => void>();
    let abort = (): void => {};
    bridge.callSlow(options, { api: 'downloadFile', group: 'network', target: String(options.url) }, (settle, extent) => {
        const refused = refuse(setup, options.url);
        if (refused) { bridge.life.schedule(() => settle(refused), 0); return; }
        const wanted: NetworkRequest = { method: 'GET', url: options.url, headers: lowerNames(options.header ?? {}), body: undefined };
        const cancel = transfer(setup, wanted, options.timeout ?? limits.downloadTimeoutMs, (answer) => {
            if (answer.kind !== 'answered') { settle(fail(...failureOf(answer.kind, 'downloadFile'))); return; }
            if (answer.status >= 400 && switches.downloadHttpErrors === 'fail') { settle(fail(networkErrors.httpStatus, `http status error: ${answer.status}`)); return; }
            if (options.filePath !== undefined && switches.downloadFilePath === 'honoured') {
                const written = operations.writeDownload(options.filePath, answer.body, extent);
                settle(written.ok ? succeed({ filePath: options.filePath, apFilePath: options.filePath }, answer.body.byteLength) : written);
                return;
            }
            const body = extent === 'torn' ? answer.body.slice(0, answer.body.byteLength >> 1) : answer.body;
            const path = disk.createTempPath(tempExtensionOf(body));
            if (extent !== 'none') disk.write(path, body, bridge.life.clock.wallTime());
            const apFilePath = showTempPath(path, switches.tempFilePaths);
            settle(succeed(switches.tempFilePathAlias ? { apFilePath, tempFilePath: apFilePath } : { apFilePath }, body.byteLength));
        }, () => listeners.size === 0 ? undefined : (received, total) => {
            const progress = { progress: total === 0 ? 100 : Math.floor(received / total * 100), totalBytesWritten: received, totalBytesExpectedToWrite: total };
            bridge.life.tell(() => { for (const listener of listeners) bridge.life.run(() => listener(progress)); });
        });
        abort = () => {
            cancel();
            bridge.life.schedule(() => settle(fail(networkErrors.aborted, 'downloadFile abort')), 0);
        };
    });
    if (!switches.downloadTask) return undefined;
    return {
        abort: () => abort(),
        onProgressUpdate: (listener) => { listeners.add(listener); },
        offProgressUpdate: (listener) => { if (listener) listeners.delete(listener); else listeners.clear(); },
    };
}

function uploadFile(setup: HttpSetup, options: Parameters<HttpCalls['uploadFile']>[0]): RequestTask {
    const { bridge, operations } = setup;
    let abort = (): void => {};
    bridge.callSlow(options, { api: 'uploadFile', group: 'network', target: String(options.url) }, (settle) => {
        const source = operations.source(options.filePath, 'uploadFile');
        const refused = refuse(setup, options.url) ?? (source.ok ? undefined : source);
        if (refused || !source.ok) { bridge.life.schedule(() => settle(refused!), 0); return; }
        const wanted: NetworkRequest = { method: 'POST', url: options.url, headers: lowerNames(options.header ?? {}), body: source.result.bytes };
        const cancel = transfer(setup, wanted, options.timeout ?? limits.downloadTimeoutMs, (answer) => {
            if (answer.kind !== 'answered') settle(fail(...failureOf(answer.kind, 'uploadFile')));
            else settle(succeed({ data: decodeUtf8(answer.body), statusCode: answer.status, header: answer.headers }));
        });
        abort = () => {
            cancel();
            bridge.life.schedule(() => settle(fail(networkErrors.aborted, 'uploadFile abort')), 0);
        };
    });
    return { abort: () => abort() };
}

/** Carries a request for as long as the game lives. @returns how to cancel it. */
function transfer({ bridge, network }: HttpSetup, ...[wanted, timeoutMs, settle, progress]: TransferArguments): () => void {
    let forget = (): void => {};
    const cancel = network.transfer(bridge.life.clock, wanted, timeoutMs, (answer) => {
        forget();
        settle(answer);
    }, progress);
    forget = bridge.life.onEnd(cancel);
    return cancel;
}

type TransferArguments = Parameters<HostNetwork['transfer']> extends [unknown, ...infer Rest] ? Rest : never;

function refuse({ allowHttp }: HttpSetup, url: unknown): { readonly ok: false; readonly failure: { error: number; errorMessage: string } } | undefined {
    if (typeof url !== 'string' || !/^https?:\/\//i.test(url)) return { ok: false, failure: { error: networkErrors.badParameter, errorMessage: `bad url ${String(url)}` } };
    if (!allowHttp && /^http:/i.test(url)) return { ok: false, failure: { error: networkErrors.insecureUrl, errorMessage: `only https is allowed: ${url}` } };
    return undefined;
}

function failureOf(kind: Exclude<Transfer['kind'], 'answered'>, api: string): [number, string] {
    switch (kind) {
        case 'offline': return [networkErrors.offline, `${api}: no network`];
        case 'timeout': return [networkErrors.timeout, `${api}: timeout`];
        case 'aborted': return [networkErrors.aborted, `${api}: abort`];
        default: return [networkErrors.offline, `${api}: the connection was lost`];
    }
}

/** The host names a temp file by its content, never by its URL (platform facts 2.3). */
function tempExtensionOf(bytes: Uint8Array): string {
    const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
    const text = (offset: number, length: number): string => String.fromCharCode(...bytes.subarray(offset, offset + length));
    if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || text(0, 4) === 'GIF8' || text(0, 2) === 'BM') return '.image';
    if (text(0, 4) === 'RIFF') return text(8, 4) === 'WEBP' ? '.image' : text(8, 4) === 'WAVE' ? '.audio' : '.other';
    if (text(0, 3) === 'ID3' || text(0, 4) === 'OggS' || (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0)) return '.audio';
    if (text(4, 4) === 'ftyp') return text(8, 3) === 'M4A' ? '.audio' : '.video';
    if (text(0, 5) === '%PDF-') return '.pdf';
    return '.other';
}
