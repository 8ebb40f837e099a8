import type { Callbacks, Listener, MyFailure } from './calls';

export type HttpHeaders = Readonly<Record<string, string>>;

/** `headers` is plural here. `dataType` defaults to `json`, and a body that is no JSON then fails with 14 [3.5]. */
export interface RequestOptions extends Callbacks<RequestResult, RequestFailure> {
    url: string;
    method?: string | undefined;
    data?: string | object | ArrayBuffer | undefined;
    headers?: HttpHeaders | undefined;
    /** Milliseconds; 30,000 when absent. */
    timeout?: number | undefined;
    dataType?: 'json' | 'text' | 'base64' | 'arraybuffer' | undefined;
}
/** `statusCode` and `header` are aliases of newer clients [3.5]. */
export interface RequestResult {
    readonly data: unknown;
    readonly status: number;
    readonly headers: HttpHeaders;
    readonly statusCode?: number;
    readonly header?: HttpHeaders;
}
/** An HTTP error may come here with error 19, or as a success with its status: sources disagree [3.5]. */
export interface RequestFailure extends MyFailure {
    readonly status?: number;
    readonly data?: unknown;
    readonly headers?: HttpHeaders;
}
export interface RequestTask { abort(): void }

/** `header` is singular here. With `filePath` the result is `filePath` too. `http:` fails with 20 [3.5]. */
export interface DownloadFileOptions extends Callbacks<DownloadFileResult> {
    url: string;
    header?: HttpHeaders | undefined;
    filePath?: string | undefined;
    /** Milliseconds; 60,000 when absent. */
    timeout?: number | undefined;
}
/** No HTTP status: the body of a 404 arrives as a success [3.5]. `tempFilePath` from base library 2.7.23. */
export interface DownloadFileResult {
    readonly apFilePath?: string;
    readonly tempFilePath?: string;
    readonly filePath?: string;
}
export interface DownloadProgress {
    /** Percent, 0 to 100. */
    readonly progress: number;
    readonly totalBytesWritten: number;
    readonly totalBytesExpectedToWrite: number;
}
export interface DownloadTask {
    abort(): void;
    onProgressUpdate?(listener: Listener<DownloadProgress>): void;
    offProgressUpdate?(listener?: Listener<DownloadProgress>): void;
}

export interface UploadFileOptions extends Callbacks<{ readonly data: string; readonly statusCode: number; readonly header?: HttpHeaders }> {
    url: string;
    filePath: string;
    name?: string | undefined;
    fileName?: string | undefined;
    fileType?: string | undefined;
    header?: HttpHeaders | undefined;
    formData?: Readonly<Record<string, string>> | undefined;
    timeout?: number | undefined;
}

/** `multiple: true` gives a task of its own; without it there is one global socket and `my.onSocketOpen` [3.5]. At most 5. */
export interface ConnectSocketOptions extends Callbacks {
    url: string;
    header?: HttpHeaders | undefined;
    data?: object | undefined;
    protocols?: readonly string[] | undefined;
    multiple?: boolean | undefined;
}
/** Binary data is base64 with `isBuffer: true` [3.5]. */
export interface SocketData { readonly data: string | ArrayBuffer; readonly isBuffer?: boolean }
/** A task nests the message: `event.data` is itself `{data, isBuffer}`; handle both [3.5]. */
export interface SocketMessage { readonly data: SocketData | string | ArrayBuffer; readonly isBuffer?: boolean }
export interface SocketClose { readonly code?: number; readonly reason?: string }
export interface SocketTask {
    send(options: SocketData & Callbacks): void;
    close(options?: { code?: number | undefined; reason?: string | undefined } & Callbacks): void;
    onOpen(listener: Listener<{ readonly header?: HttpHeaders; readonly data?: unknown }>): void;
    onMessage(listener: Listener<SocketMessage>): void;
    onError(listener: Listener<MyFailure>): void;
    onClose(listener: Listener<SocketClose>): void;
    offOpen?(listener?: unknown): void;
    offMessage?(listener?: unknown): void;
    offError?(listener?: unknown): void;
    offClose?(listener?: unknown): void;
}

export type NetworkKind = 'WIFI' | '2G' | '3G' | '4G' | '5G' | 'WWAN' | 'UNKNOWN' | 'NOTREACHABLE';
export interface NetworkStatus {
    readonly networkAvailable?: boolean;
    readonly isConnected?: boolean;
    readonly networkType: NetworkKind;
}

/** Requests, downloads, sockets. */
export interface NetworkCalls {
    request(options: RequestOptions): RequestTask | undefined;
    downloadFile(options: DownloadFileOptions): DownloadTask | undefined;
    uploadFile?(options: UploadFileOptions): RequestTask | undefined;
    connectSocket(options: ConnectSocketOptions): SocketTask | undefined;
    sendSocketMessage?(options: SocketData & Callbacks): void;
    closeSocket?(options?: Callbacks): void;
    onSocketOpen?(listener: Listener<object>): void;
    offSocketOpen?(listener?: Listener<object>): void;
    onSocketMessage?(listener: Listener<SocketMessage>): void;
    offSocketMessage?(listener?: Listener<SocketMessage>): void;
    onSocketError?(listener: Listener<MyFailure>): void;
    offSocketError?(listener?: Listener<MyFailure>): void;
    onSocketClose?(listener: Listener<SocketClose>): void;
    offSocketClose?(listener?: Listener<SocketClose>): void;
    getNetworkType?(options: Callbacks<NetworkStatus>): void;
    onNetworkStatusChange?(listener: Listener<NetworkStatus>): void;
    offNetworkStatusChange?(listener?: Listener<NetworkStatus>): void;
}
