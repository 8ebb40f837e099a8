import type { My } from '../../platform/my';
import { HostError, isFailure, toHostError } from './errors';
import { withSlash } from './package-path';

/** The part of `my` these functions use. */
export type FileHost = Pick<My, 'getFileSystemManager'>;

/** Timers of the scope the adapter runs in: the host's, or a model's virtual clock. */
export interface Timers {
    setTimeout(run: () => void, milliseconds: number): unknown;
    clearTimeout(handle: unknown): void;
}

interface Stats {
    readonly size: number;
}

/** The fields of answers that are read here. */
interface Answer {
    readonly data?: unknown;
    readonly files?: readonly string[];
    readonly stats?: Stats | readonly { readonly stats: Stats }[];
    readonly digest?: string;
}

type Options = Readonly<Record<string, unknown>>;
type Method = (options: Options) => unknown;

function methodOf(my: FileHost, api: string): Method | undefined {
    const manager = my.getFileSystemManager() as unknown as Record<string, Method | undefined>;
    const method = manager[api];
    return method && method.bind(manager);
}

/** One asynchronous call. A promise settles once, so a host that answers twice is harmless. */
function request<T>(my: FileHost, api: string, path: string, options: Options, read: (answer: Answer) => T | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
        const fail = (raw: unknown): void => reject(toHostError(raw, api, path));
        const success = (answer: Answer | undefined): void => {
            try {
                const value = isFailure(answer) ? undefined : read(answer || {});
                if (value === undefined) fail(answer);
                else resolve(value);
            } catch (error) {
                fail(error);
            }
        };
        try {
            const method = methodOf(my, api);
            if (method) method(Object.assign({ success, fail }, options));
            else reject(new HostError('unsupported', api, path));
        } catch (error) {
            fail(error);
        }
    });
}

const done = (): true => true;

/**
 * Files of the code package: hosts disagree whether their path starts with a slash (platform facts 3.4). Read
 * without it first, then with it. Absolute and user-data paths are left alone.
 */
function eitherSlash<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
    return read(path).catch((error) => {
        const other = withSlash(path);
        if (!other) throw error;
        return read(other);
    });
}

/**
 * An ArrayBuffer of exactly the view's bytes. A typed array must never reach the host: iOS writes 0 bytes for one
 * and says nothing (platform facts 3.4). Works across realms.
 */
export function toExactBuffer(data: ArrayBuffer | ArrayBufferView): ArrayBuffer {
    if (!ArrayBuffer.isView(data)) return data;
    const { buffer, byteOffset, byteLength } = data;
    return (byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}

/** The number of bytes `text` takes in UTF-8; an unpaired surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
    let bytes = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        // A surrogate pair is two units and four bytes.
        if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            bytes++;
            i++;
        }
    }
    return bytes;
}

/** The file's bytes, or `length` of them from `position` on; a host that does not know these gives all (platform facts 3.4). */
export function readBytes(my: FileHost, path: string, length?: number, position = 0): Promise<ArrayBuffer> {
    const part = length ? { position, length } : {};
    return eitherSlash(path, (filePath) => request(my, 'readFile', filePath, Object.assign({ filePath }, part), ({ data }) => (
        data && typeof data === 'object' ? toExactBuffer(data as ArrayBuffer) : undefined
    )));
}

/** The file's text, read as UTF-8 unless another encoding of the host is named. */
export function readText(my: FileHost, path: string, encoding = 'utf8'): Promise<string> {
    return eitherSlash(path, (filePath) => request(my, 'readFile', filePath, { filePath, encoding }, ({ data }) => (
        typeof data === 'string' ? data : undefined
    )));
}

/** Whether there is such a file or folder. */
export function isThere(my: FileHost, path: string): Promise<boolean> {
    return eitherSlash(path, (given) => request(my, 'access', given, { path: given }, done)).catch(() => false);
}

/** Replaces the file's content. Not atomic: a kill may leave half of it. Text is written as UTF-8. */
export function writeFile(my: FileHost, filePath: string, content: string | ArrayBuffer | ArrayBufferView, encoding?: string): Promise<true> {
    return request(my, 'writeFile', filePath, written(filePath, content, encoding), done);
}

/** The same before the call returns. Throws a `HostError`. */
export function writeFileSync(my: FileHost, filePath: string, content: string | ArrayBuffer | ArrayBufferView, encoding?: string): void {
    requestSync(my, 'writeFileSync', filePath, written(filePath, content, encoding));
}

/** Adds to the end of a file that exists. Absent on some clients: kind `unsupported`. */
export function appendFile(my: FileHost, filePath: string, content: string | ArrayBuffer | ArrayBufferView): Promise<true> {
    return request(my, 'appendFile', filePath, written(filePath, content), done);
}

function written(filePath: string, content: string | ArrayBuffer | ArrayBufferView, encoding = 'utf8'): Options {
    return typeof content === 'string' ? { filePath, data: content, encoding } : { filePath, data: toExactBuffer(content) };
}

/** Copies a file; the folder of `destPath` must exist. */
export function copyFile(my: FileHost, srcPath: string, destPath: string): Promise<true> {
    return request(my, 'copyFile', srcPath, { srcPath, destPath }, done);
}

/** Makes a folder and its parents; one that is there already is fine. */
export function makeFolder(my: FileHost, dirPath: string): Promise<true> {
    return request(my, 'mkdir', dirPath, { dirPath, recursive: true }, done).catch(unless('exists'));
}

/** Deletes a file; one that is gone already is fine. */
export function removeFile(my: FileHost, filePath: string): Promise<true> {
    return request(my, 'unlink', filePath, { filePath }, done).catch(unless('not-found'));
}

/** Deletes a folder with all that is in it; one that is gone already is fine. */
export function removeFolder(my: FileHost, dirPath: string): Promise<true> {
    return request(my, 'rmdir', dirPath, { dirPath, recursive: true }, done).catch(unless('not-found'));
}

function unless(kind: 'exists' | 'not-found'): (error: HostError) => true {
    return (error) => {
        if (error.kind !== kind) throw error;
        return true;
    };
}

/** The names in a folder, without their path. */
export function listFolder(my: FileHost, dirPath: string): Promise<readonly string[]> {
    return request(my, 'readdir', dirPath, { dirPath }, ({ files }) => files);
}

/**
 * The size of a file.
 * @param recursive for a folder: of all files below it, whose rows come in a list (program docs); without it a folder's
 * size means nothing. Where the host does not list them it is NaN.
 */
export function statFile(my: FileHost, path: string, recursive = false): Promise<{ readonly bytes: number }> {
    return request(my, 'stat', path, { path, recursive }, ({ stats }) => stats && {
        bytes: Array.isArray(stats) ? (stats as { stats: Stats }[]).reduce((sum, row) => sum + row.stats.size, 0) : recursive ? NaN : (stats as Stats).size,
    });
}

/** Rejects unless the file is `bytes` long: a host may keep half of what it was given and say that all is well. */
export function verifyLength(my: FileHost, path: string, bytes: number): Promise<void> {
    return statFile(my, path).then((file) => {
        if (file.bytes !== bytes) throw new Error(`${path} is no ${bytes} bytes`);
    });
}

/** Unpacks a zip into a folder. The host makes the folder; old Android clients unpack beside it (platform facts 4.2, row 17). */
export function unzipFile(my: FileHost, zipFilePath: string, targetPath: string): Promise<true> {
    return request(my, 'unzip', zipFilePath, { zipFilePath, targetPath }, done);
}

/** The file's md5 in lower-case hex, computed by the host. */
export function digestFile(my: FileHost, filePath: string): Promise<string> {
    return request(my, 'getFileInfo', filePath, { filePath, digestAlgorithm: 'md5' }, ({ digest }) => digest && digest.toLowerCase());
}

/** One synchronous call. Throws a `HostError`, whether the host throws or returns its failures. */
function requestSync(my: FileHost, api: string, path: string, options: Options): unknown {
    let answer: unknown;
    try {
        const method = methodOf(my, api);
        if (!method) throw new HostError('unsupported', api, path);
        answer = method(options);
    } catch (error) {
        throw toHostError(error, api, path);
    }
    if (isFailure(answer)) throw toHostError(answer, api, path);
    return answer;
}

/** Makes a folder before the call returns. Throws a `HostError`; with `recursive` one that is there already is fine. */
export function makeFolderSync(my: FileHost, dirPath: string, recursive: boolean): void {
    try {
        requestSync(my, 'mkdirSync', dirPath, { dirPath, recursive });
    } catch (error) {
        if (!recursive) throw error;
        unless('exists')(error as HostError);
    }
}

/** Deletes a folder before the call returns. Throws a `HostError`. */
export function removeFolderSync(my: FileHost, dirPath: string, recursive: boolean): void {
    requestSync(my, 'rmdirSync', dirPath, { dirPath, recursive });
}

/**
 * The text of a small package file, before anything asynchronous may run (settings, `game.json`).
 * Never use it after start-up. Throws a `HostError`.
 */
export function readTextSync(my: FileHost, path: string): string {
    const read = (filePath: string): string => {
        const answer = requestSync(my, 'readFileSync', filePath, { filePath, encoding: 'utf8' });
        const data = typeof answer === 'string' ? answer : ((answer || {}) as Answer).data;
        if (typeof data !== 'string') throw toHostError(answer, 'readFileSync', filePath);
        return data;
    };
    try {
        return read(path);
    } catch (error) {
        const other = withSlash(path);
        if (!other) throw error;
        return read(other);
    }
}

/**
 * Rejects with kind `unanswered` when the host is silent for `milliseconds`. What the host does later is not undone.
 * @param api what was asked, for the message
 */
export function within<T>(answer: Promise<T>, milliseconds: number, timers: Timers, api: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
        const handle = timers.setTimeout(() => reject(new HostError('unanswered', api)), milliseconds);
        const settle = <V>(pass: (value: V) => void) => (value: V): void => {
            timers.clearTimeout(handle);
            pass(value);
        };
        answer.then(settle(resolve), settle(reject));
    });
}
