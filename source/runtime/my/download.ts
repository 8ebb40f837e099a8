import type { DownloadProgress } from '../../platform/my';
import { HostError, toHostError } from './errors';
import { within, type Timers } from './files';
import type { Host } from './host';

export interface DownloadOptions {
    readonly header?: Readonly<Record<string, string>> | undefined;
    /** Bytes so far, and in all as the server announced them; where they are unknown the percent, and 100. Never called on hosts without a download task. */
    readonly onFileProgress?: ((loaded: number, total: number) => void) | undefined;
    /** Milliseconds the host may take; 60,000 on a host that is not told (platform facts 3.5). */
    readonly timeout?: number | undefined;
}

/** How long past its own time limit a silent host is waited for, in milliseconds. */
const grace = 5000;

/** The fields hosts answer with. A status is promised nowhere; a few clients give it (platform facts 3.5). */
interface Answer {
    readonly apFilePath?: string;
    readonly tempFilePath?: string;
    readonly status?: number;
    readonly statusCode?: number;
    readonly errorMessage?: string;
}

/** An HTTP status right behind the words that speak of one, or right before its reason. Port 443 is none. */
const statusTexts = [
    /(?:\b(?:status(?: code)?|https?(?:\/[\d.]+)?|server|response|returned|answered)(?: (?:status|code|error|returned|responded|answered|with))*|状态码?|[响返][应回]码?)[\s:：=("'为是]*((?!443)[45]\d\d)(?!\d)/i,
    /(?:^|[\s(])([45]\d\d)[ -]+(?:bad |unauth|forbidden|not |method|request|gone|too many|internal|service|gateway)/i,
];

/**
 * The HTTP status that a text tells, where it is about one: what is taken for an answer of the server is not tried again.
 * Other numbers are none: those of lines, ports, hosts and addresses.
 */
export function statusIn(text: string): number | undefined {
    // `statusCode` and `status_code` are two words.
    const words = text.replace(/\w+:\/\/\S+/g, '').replace(/_|\B(?=[A-Z][a-z])/g, ' ');
    const found = statusTexts.map((pattern) => pattern.exec(words)).find((match) => !!match);
    return found ? Number(found[1]) : undefined;
}

/**
 * Downloads to a temporary file and gives its path. The body of a 404 may arrive as a success: whoever calls verifies
 * what came. Rejects with a `HostError`; its `code` is the HTTP status wherever the host lets one be known.
 */
export function downloadFile(my: Host, url: string, { header, onFileProgress, timeout = 60000 }: DownloadOptions, timers: Timers): Promise<string> {
    return within(new Promise<string>((resolve, reject) => {
        const settle = (answer: Answer): void => {
            const { apFilePath, tempFilePath = apFilePath, status, statusCode = status, errorMessage } = answer;
            const http = statusCode || statusIn(String(errorMessage));
            if (http && http >= 400) reject(new HostError('unknown', 'downloadFile', url, '', http));
            else if (tempFilePath) resolve(tempFilePath);
            else reject(toHostError(answer, 'downloadFile', url));
        };
        // `header` is singular here, unlike in `my.request`.
        reportProgress(my.downloadFile!({ url, header, timeout, success: settle, fail: settle }), onFileProgress);
    }), timeout + grace, timers, 'downloadFile ' + url);
}

type Progress = Omit<DownloadProgress, 'progress'> & { readonly progress?: number };

/**
 * Tells the progress of a host's task. The host may give none, one that tells nothing, or one without the bytes or their
 * total (platform facts 3.5, 3.6): then it is the percent, of 100, or 0 where not even that is told.
 */
export function reportProgress(task: { onProgressUpdate?(listener: (progress: Progress) => void): void } | undefined, listener: DownloadOptions['onFileProgress']): void {
    if (listener && task && task.onProgressUpdate) {
        task.onProgressUpdate(({ progress = 0, totalBytesWritten, totalBytesExpectedToWrite }) => (
            totalBytesExpectedToWrite > 0 ? listener(totalBytesWritten, totalBytesExpectedToWrite) : listener(progress, 100)
        ));
    }
}
