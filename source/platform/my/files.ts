import type { Callbacks, SyncAnswer, SyncDone } from './calls';

/** Without an encoding (or with `''`) a read gives an ArrayBuffer [3.4]. */
export type FileEncoding =
    | '' | 'ascii' | 'base64' | 'binary' | 'hex' | 'latin1'
    | 'ucs2' | 'ucs-2' | 'utf16le' | 'utf-16le' | 'utf8' | 'utf-8';

export interface AccessOptions { path: string }
export interface ReadFileOptions {
    filePath: string;
    encoding?: FileEncoding | undefined;
    /** First byte to read, and how many bytes. */
    position?: number | undefined;
    length?: number | undefined;
}
/** `data`: a string, or an EXACT ArrayBuffer: typed arrays fail with 90000 or write nothing [3.4]. */
export interface WriteFileOptions {
    filePath: string;
    data: string | ArrayBuffer;
    encoding?: FileEncoding | undefined;
}
export interface CopyFileOptions { srcPath: string; destPath: string }
export interface RenameOptions { oldPath: string; newPath: string }
export interface DirectoryOptions { dirPath: string; recursive?: boolean | undefined }
export interface ReadDirectoryOptions { dirPath: string }
export interface UnlinkOptions { filePath: string }
export interface StatOptions { path: string; recursive?: boolean | undefined }
export interface UnzipOptions { zipFilePath: string; targetPath: string }
export interface SaveFileOptions { tempFilePath: string; filePath?: string | undefined }
export interface FileInfoOptions { filePath: string; digestAlgorithm?: 'md5' | 'sha1' | undefined }
export interface RemoveSavedFileOptions { filePath: string }

export interface ReadFileResult { readonly data: string | ArrayBuffer; readonly dataType?: string }
export interface AccessResult { readonly success: boolean }
export interface ReadDirectoryResult { readonly files: readonly string[] }
/** Sizes in bytes, times in milliseconds since 1970. */
export interface FileStats {
    readonly mode: number;
    readonly size: number;
    readonly lastAccessedTime: number;
    readonly lastModifiedTime: number;
    isFile(): boolean;
    isDirectory(): boolean;
}
/** With `recursive` on a folder: one row a file, the paths relative to it. */
export interface StatResult { readonly stats: FileStats | readonly { readonly path: string; readonly stats: FileStats }[] }
export interface FileInfoResult { readonly size: number; readonly digest: string }
export interface SaveFileResult { readonly savedFilePath?: string; readonly apFilePath?: string }
export interface SavedFileListResult {
    readonly fileList: readonly { readonly size: number; readonly createTime: number; readonly apFilePath: string }[];
}

/**
 * `my.getFileSystemManager()` [3.4]. Every synchronous method takes one object or positional arguments; its answer is
 * an object around the value, and a failure is returned as {@link MyFailure}.
 */
export interface FileSystemManager {
    access(options: AccessOptions & Callbacks): void;
    readFile(options: ReadFileOptions & Callbacks<ReadFileResult>): void;
    writeFile(options: WriteFileOptions & Callbacks): void;
    appendFile?(options: WriteFileOptions & Callbacks): void;
    copyFile(options: CopyFileOptions & Callbacks): void;
    rename(options: RenameOptions & Callbacks): void;
    unlink(options: UnlinkOptions & Callbacks): void;
    mkdir(options: DirectoryOptions & Callbacks): void;
    rmdir(options: DirectoryOptions & Callbacks): void;
    readdir(options: ReadDirectoryOptions & Callbacks<ReadDirectoryResult>): void;
    stat(options: StatOptions & Callbacks<StatResult>): void;
    unzip(options: UnzipOptions & Callbacks): void;
    /** "Seems not to work" on devices: copy instead [4.2 #16]. */
    saveFile(options: SaveFileOptions & Callbacks<SaveFileResult>): void;
    getFileInfo(options: FileInfoOptions & Callbacks<FileInfoResult>): void;
    removeSavedFile(options: RemoveSavedFileOptions & Callbacks): void;
    getSavedFileList(options: Callbacks<SavedFileListResult>): void;

    accessSync(options: AccessOptions): SyncAnswer<AccessResult>;
    accessSync(path: string): SyncAnswer<AccessResult>;
    readFileSync(options: ReadFileOptions): SyncAnswer<ReadFileResult>;
    readFileSync(filePath: string, encoding?: FileEncoding, position?: number, length?: number): SyncAnswer<ReadFileResult>;
    writeFileSync(options: WriteFileOptions): SyncAnswer<SyncDone>;
    writeFileSync(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): SyncAnswer<SyncDone>;
    appendFileSync?(options: WriteFileOptions): SyncAnswer<SyncDone>;
    appendFileSync?(filePath: string, data: string | ArrayBuffer, encoding?: FileEncoding): SyncAnswer<SyncDone>;
    copyFileSync(options: CopyFileOptions): SyncAnswer<SyncDone>;
    copyFileSync(srcPath: string, destPath: string): SyncAnswer<SyncDone>;
    renameSync(options: RenameOptions): SyncAnswer<SyncDone>;
    renameSync(oldPath: string, newPath: string): SyncAnswer<SyncDone>;
    unlinkSync(options: UnlinkOptions): SyncAnswer<SyncDone>;
    unlinkSync(filePath: string): SyncAnswer<SyncDone>;
    mkdirSync(options: DirectoryOptions): SyncAnswer<SyncDone>;
    mkdirSync(dirPath: string, recursive?: boolean): SyncAnswer<SyncDone>;
    rmdirSync(options: DirectoryOptions): SyncAnswer<SyncDone>;
    rmdirSync(dirPath: string, recursive?: boolean): SyncAnswer<SyncDone>;
    readdirSync(options: ReadDirectoryOptions): SyncAnswer<ReadDirectoryResult>;
    readdirSync(dirPath: string): SyncAnswer<ReadDirectoryResult>;
    statSync(options: StatOptions): SyncAnswer<StatResult>;
    statSync(path: string, recursive?: boolean): SyncAnswer<StatResult>;
    saveFileSync(options: SaveFileOptions): SyncAnswer<SaveFileResult>;
    saveFileSync(tempFilePath: string, filePath?: string): SyncAnswer<SaveFileResult>;
    getFileInfoSync?(options: FileInfoOptions): SyncAnswer<FileInfoResult>;
    removeSavedFileSync?(options: RemoveSavedFileOptions): SyncAnswer<SyncDone>;
}

/** Files of the package and of the game. */
export interface FileCalls {
    getFileSystemManager(): FileSystemManager;
}
