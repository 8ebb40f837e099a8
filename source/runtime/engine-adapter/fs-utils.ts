import { readBytes, readText, readTextSync, type FileHost, type Timers } from '../my/files';
import { answer } from './callbacks';
import type { Done } from './engine';
import type { GameFiles } from './loading/game-files';

/** `window.fsUtils` as engine 3.8 uses it (runtime contract 3). Paths are of the build, of the package or absolute. */
export interface FsUtils {
    readText(path: string, done: Done<string>): void;
    readJson(path: string, done: Done): void;
    /** For the settings at start-up, the adapter's only synchronous read. RETURNS an Error when it fails. */
    readJsonSync(path: string): unknown;
    readArrayBuffer(path: string, done: Done<ArrayBuffer>): void;
}

export function createFsUtils(my: FileHost, timers: Timers, { locate }: GameFiles): FsUtils {
    return {
        readText: (path, done) => answer(readText(my, locate(path)), done, timers),
        readJson: (path, done) => answer(readText(my, locate(path)).then(JSON.parse), done, timers),
        readJsonSync(path) {
            try {
                return JSON.parse(readTextSync(my, locate(path))) as unknown;
            } catch (error) {
                return error;
            }
        },
        readArrayBuffer: (path, done) => answer(readBytes(my, locate(path)), done, timers),
    };
}
