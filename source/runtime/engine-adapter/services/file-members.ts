import type { FileSystemManager } from '../../../platform/my';
import { downloadFile } from '../../my/download';
import '../../my/error-texts';
import { toHostError } from '../../my/errors';
import {
    copyFile, isThere, listFolder, makeFolderSync, readBytes, readText, removeFile, removeFolderSync, unzipFile, writeFile, writeFileSync,
} from '../../my/files';
import { loadSubpackage } from '../../my/subpackages';
import { answer } from '../callbacks';
import type { Done } from '../engine';
import type { FsUtils } from '../fs-utils';
import type { EngineServicesSetup } from './services';

type Progress = ((loaded: number, total: number) => void) | null | undefined;
type Content = string | ArrayBuffer | ArrayBufferView;

/**
 * The members of `window.fsUtils` that games call and replace, and a start does not need. What is asynchronous answers by
 * a callback `(error, data)`; what is synchronous RETURNS an Error when it fails, and null when it does not.
 */
export interface FileMembers {
    /** The host's file system. */
    readonly fs: FileSystemManager;
    /** Whether the words of an error say that user data is full. */
    isOutOfStorage(message: string): boolean;
    getUserDataPath(): string;
    /** Whether there is a file system at all. */
    checkFsValid(): boolean;
    /** Text where an encoding is given, else bytes. */
    readFile(path: string, encoding: string | null | undefined, done?: Done<string | ArrayBuffer>): void;
    readDir(path: string, done?: Done<readonly string[]>): void;
    writeFile(path: string, content: Content, encoding: string | null | undefined, done?: Done<unknown>): void;
    writeFileSync(path: string, content: Content, encoding?: string | null): Error | null;
    copyFile(from: string, to: string, done?: Done<unknown>): void;
    /** Downloads once, to `path` where one is given, else to a temporary file. `data` is the file's path. */
    downloadFile(
        url: string, path: string | null | undefined, header?: Readonly<Record<string, string>> | null, onProgress?: Progress, done?: Done<string>,
    ): void;
    /** Keeps a temporary file. */
    saveFile(from: string, to: string, done?: Done<unknown>): void;
    /** One that is gone already is fine. */
    deleteFile(path: string, done?: Done<unknown>): void;
    makeDirSync(path: string, recursive?: boolean): Error | null;
    rmdirSync(path: string, recursive?: boolean): Error | null;
    /** Tells no error: `done` gets whether there is such a file or folder. */
    exists(path: string, done?: (isThere: boolean) => void): void;
    /** Loads a subpackage of game.json; its `game.js` has run when `done` is called. */
    loadSubpackage(name: string, onProgress?: Progress, done?: Done<unknown>): void;
    unzip(zip: string, folder: string, done?: Done<unknown>): void;
}

export function createFileMembers({ my, timers, timeout, locate }: EngineServicesSetup): FileMembers {
    function tell<Value>(work: Promise<Value>, done?: Done<Value>): void {
        answer(work, done || ((error) => { if (error) console.warn(error); }), timers);
    }
    const attempted = (work: () => void): Error | null => {
        try {
            work();
            return null;
        } catch (error) {
            return error as Error;
        }
    };
    const copy: FileMembers['copyFile'] = (from, to, done) => tell(copyFile(my, locate(from), to), done);
    return {
        get fs() { return my.getFileSystemManager(); },
        isOutOfStorage: (message) => toHostError(message, '').kind === 'quota',
        getUserDataPath: () => my.env ? my.env.USER_DATA_PATH : '',
        checkFsValid: () => attempted(() => {
            if (!my.getFileSystemManager()) throw new Error('my.getFileSystemManager gives no file system');
        }) === null,
        readFile: (path, encoding, done) => tell<string | ArrayBuffer>(encoding ? readText(my, locate(path), encoding) : readBytes(my, locate(path)), done),
        readDir: (path, done) => tell(listFolder(my, locate(path)), done),
        writeFile: (path, content, encoding, done) => tell(writeFile(my, path, content, encoding || undefined), done),
        writeFileSync: (path, content, encoding) => attempted(() => writeFileSync(my, path, content, encoding || undefined)),
        copyFile: copy,
        saveFile: copy,
        downloadFile: (url, path, header, onProgress, done) => tell(
            downloadFile(my, url, { header: header || undefined, onFileProgress: onProgress || undefined, timeout }, timers)
                // A host may pass over the path it is given.
                .then((temporary) => path ? copyFile(my, temporary, path).then(() => path) : temporary),
            done,
        ),
        deleteFile: (path, done) => tell(removeFile(my, path), done),
        makeDirSync: (path, recursive = false) => attempted(() => makeFolderSync(my, path, recursive)),
        rmdirSync: (path, recursive = false) => attempted(() => removeFolderSync(my, path, recursive)),
        exists: (path, done) => tell(isThere(my, locate(path)).then((there) => { if (done) done(there); })),
        loadSubpackage: (name, onProgress, done) => tell(loadSubpackage(my, name, { onFileProgress: onProgress || undefined }), done),
        unzip: (zip, folder, done) => tell(unzipFile(my, locate(zip), folder), done),
    };
}

/**
 * The member of `fsUtils` as a function that answers by a promise, where it is not ours. `exists`, which tells no error,
 * rejects where there is no file.
 * @param ours undefined where it has not been made: then the game cannot have it
 */
export function callReplacement(fsUtils: unknown, name: keyof FsUtils, ours: unknown): ((...given: unknown[]) => Promise<unknown>) | undefined {
    const member = (fsUtils as Partial<FsUtils> | undefined || {})[name] as ((...given: unknown[]) => unknown) | undefined;
    if (typeof member !== 'function' || member === ours) return undefined;
    return (...given) => new Promise((resolve, reject) => {
        const there = (is: unknown): void => (is ? resolve(is) : reject(new Error(`${given[0] as string}: fsUtils.exists says that there is no such file`)));
        member.call(fsUtils, ...given, name === 'exists' ? there : (error: unknown, value: unknown) => (error ? reject(error) : resolve(value)));
    });
}
