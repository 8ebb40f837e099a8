import { readBytes, readText, readTextSync, type FileHost } from '../my/files';
import type { Done } from './engine';

/** `window.fsUtils` as engine 3.8 uses it (runtime contract 3). Paths are of the package or absolute. */
export interface FsUtils {
    readText(path: string, done?: Done<string>): void;
    readJson(path: string, done?: Done): void;
    /** For the settings at start-up, the adapter's only synchronous read. RETURNS an Error when it fails. */
    readJsonSync(path: string): unknown;
    readArrayBuffer(path: string, done?: Done<ArrayBuffer>): void;
}

export function createFsUtils(my: FileHost): FsUtils {
    const answer = <Value>(promise: Promise<Value>, done: Done<Value> = () => {}): void => {
        promise.then((value) => done(null, value), (error: Error) => done(error));
    };
    return {
        readText: (path, done) => answer(readText(my, path), done),
        readJson: (path, done) => answer(readText(my, path).then((text) => JSON.parse(text) as unknown), done),
        readJsonSync(path) {
            try {
                return JSON.parse(readTextSync(my, path)) as unknown;
            } catch (error) {
                return error instanceof Error ? error : new Error(String(error));
            }
        },
        readArrayBuffer: (path, done) => answer(readBytes(my, path), done),
    };
}
