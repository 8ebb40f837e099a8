import { readBytes, readText, readTextSync, type FileHost, type Timers } from '../my/files';
import type { GlobalScope } from '../my/host';
import { answer } from './callbacks';
import type { Done } from './engine';
import type { GameFiles } from './loading/game-files';
import type { FileMembers } from './services/file-members';

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
const laterNames = (
    'fs isOutOfStorage getUserDataPath checkFsValid readFile readDir writeFile writeFileSync copyFile downloadFile saveFile '
    + 'deleteFile makeDirSync rmdirSync exists loadSubpackage unzip'
).split(' ') as (keyof FileMembers)[];

/** A member that the game has put in place of ours, answering by a promise; undefined where it has put none. */
export type FindReplacement = (name: keyof FsUtils) => ((...given: unknown[]) => Promise<unknown>) | undefined;

/** Puts `fsUtils` into the scope. Returns what finds the members that games replace: whoever loads has to call those. */
export function installFsUtils(scope: GlobalScope, my: FileHost, timers: Timers, { locate }: GameFiles, loadMembers: () => FileMembers): FindReplacement {
    const members: StartMembers = {
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
    /** Ours, as far as they have been made. */
    const own: Partial<FsUtils> = Object.assign({}, members);
    scope['fsUtils'] = members;
    for (const name of laterNames) {
        const put = (attributes: PropertyDescriptor): unknown => Object.defineProperty(members, name, Object.assign(attributes, { configurable: true, enumerable: true }));
        put({ get: () => Object.assign(own, loadMembers())[name], set: (value) => put({ value, writable: true }) });
    }
    return (name) => {
        const holder = scope['fsUtils'] || members;
        const { value } = Object.getOwnPropertyDescriptor(holder, name) || {} as PropertyDescriptor;
        return typeof value === 'function' && value !== own[name] ? (...given) => new Promise((resolve, reject) => {
            // `exists` tells no error, but whether.
            (value as (...values: unknown[]) => void).call(holder, ...given, (error: unknown, data: unknown) => (error && error !== true ? reject(error) : resolve(error || data)));
        }) : undefined;
    };
}
