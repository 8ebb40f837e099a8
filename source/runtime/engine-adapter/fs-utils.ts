import { readBytes, readText, readTextSync, type FileHost, type Timers } from '../my/files';
import type { GlobalScope } from '../my/host';
import { answer } from './callbacks';
import type { Done } from './engine';
import type { GameFiles } from './loading/game-files';
import type { FileMembers } from './services/file-members';
import type { EngineServices } from './services/services';

/** The members that a start needs: for the settings, effects and native code. Paths are of the build, of the package or absolute. */
interface StartMembers {
    readText(path: string, done: Done<string>): void;
    readJson(path: string, done: Done): void;
    /** For the settings at start-up, the adapter's only synchronous read. RETURNS an Error when it fails. */
    readJsonSync(path: string): unknown;
    readArrayBuffer(path: string, done: Done<ArrayBuffer>): void;
}

/** `window.fsUtils` as games know it from the engine's mini game platforms. Games may replace every member. */
export type FsUtils = StartMembers & FileMembers;

/** The members that are made when one of them is first asked for. */
const laterNames = 'fs isOutOfStorage getUserDataPath checkFsValid readFile readDir writeFile writeFileSync copyFile downloadFile saveFile '
    + 'deleteFile makeDirSync rmdirSync exists loadSubpackage unzip';

/** A member that the game has put in place of ours, answering by a promise; undefined where it has put none. */
export type FindReplacement = (name: keyof FsUtils) => ((...given: unknown[]) => Promise<unknown>) | undefined;

/** Puts `fsUtils` into the scope. Returns what finds the members that games replace: whoever loads has to call those. */
export function installFsUtils(
    scope: GlobalScope, my: FileHost, timers: Timers, { locate }: GameFiles, services: () => Pick<EngineServices, 'fileMembers' | 'callReplacement'>,
): FindReplacement {
    const start: StartMembers = {
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
    /** Ours, as far as they have been made, and the game's. */
    const own = start as FsUtils;
    const given: Partial<Record<string, unknown>> = {};
    const fsUtils = {};
    for (const name of [...Object.keys(own), ...laterNames.split(' ')] as (keyof FsUtils)[]) {
        Object.defineProperty(fsUtils, name, {
            configurable: true,
            enumerable: true,
            get: () => given[name] || own[name] || Object.assign(own, services().fileMembers)[name],
            set(value) { given[name] = value; },
        });
    }
    scope['fsUtils'] = fsUtils;
    // A game may also put a whole object in its place.
    return (name) => (given[name] || scope['fsUtils'] !== fsUtils ? services().callReplacement(scope['fsUtils'], name, own[name]) : undefined);
}
