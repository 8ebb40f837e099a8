import { HostError, toHostError, isFailure } from './errors';
import { within, type Timers } from './files';
import type { Host } from './host';

export interface DownloadOptions {
    readonly header?: Readonly<Record<string, string>> | undefined;
    /** Bytes so far, and in all as the server announced them. Never called on hosts without a download task. */
    readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
    /** Milliseconds the host may take; 60,000 on a host that is not told (platform facts 3.5). */
    readonly timeout?: number | undefined;
}

/** How long past its own time limit a silent host is waited for, in milliseconds. */
const grace = 5000;

/** The fields hosts answer with. `status` is promised nowhere; a few clients give it (platform facts 3.5). */
interface Answer {
    readonly apFilePath?: string;
    readonly tempFilePath?: string;
    readonly status?: number;
    readonly statusCode?: number;
    readonly errorMessage?: string;
}

/**
 * Downloads to a temporary file and gives its path. The body of a 404 may arrive as a success: whoever calls verifies
 * what came. Rejects with a `HostError`; its `code` is the HTTP status wherever the host lets one be known.
 */
export function downloadFile(my: Host, url: string, { header, onProgress, timeout = 60000 }: DownloadOptions, timers: Timers): Promise<string> {
    return within(new Promise<string>((resolve, reject) => {
        const settle = (answer: Answer | undefined): void => {
            const { apFilePath, tempFilePath, status, statusCode, errorMessage } = answer || {};
            const path = apFilePath || tempFilePath;
            const http = status || statusCode || (path ? 200 : Number(/\b[45]\d\d\b/.exec(errorMessage || '')));
            if (http >= 400) reject(new HostError('unknown', 'downloadFile', url, '', http));
            else if (path && !isFailure(answer)) resolve(path);
            else reject(toHostError(answer, 'downloadFile', url));
        };
        try {
            // `header` is singular here, unlike in `my.request`.
            const task = my.downloadFile!({ url, header, timeout, success: settle, fail: settle });
            if (onProgress && task && task.onProgressUpdate) {
                task.onProgressUpdate(({ totalBytesWritten, totalBytesExpectedToWrite }) => onProgress(totalBytesWritten, totalBytesExpectedToWrite));
            }
        } catch (error) {
            reject(toHostError(error, 'downloadFile', url));
        }
    }), timeout + grace, timers, 'downloadFile ' + url);
}
