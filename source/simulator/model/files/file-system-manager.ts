import type { Callbacks, FileEncoding, FileSystemManager, MyFailure } from '../../../platform/my';
import type { Bridge, Outcome } from '../bridge';
import type { Extent } from '../faults';
import { snapshotData, type FileOperations } from './operations';

type Arguments = Readonly<Record<string, unknown>>;

interface FileCall {
    /** Argument names in the order of the positional form; the first names the call's target. */
    readonly names: readonly string[];
    /** Names whose value the host copies when called. */
    readonly snapshot?: string;
    readonly sync: boolean;
    work(operations: FileOperations, args: Arguments, extent: Extent): Outcome<unknown>;
}

const path = (args: Arguments, name: string): string => args[name] as string;
const encoding = (args: Arguments): FileEncoding | undefined => args['encoding'] as FileEncoding | undefined;
const number = (args: Arguments, name: string): number | undefined => args[name] as number | undefined;

/** Every file call, its argument names (platform facts 3.4), and what it does. */
const fileCalls: Readonly<Record<string, FileCall>> = {
    access: { names: ['path'], sync: true, work: (files, args) => files.access(path(args, 'path')) },
    readFile: {
        names: ['filePath', 'encoding', 'position', 'length'], sync: true,
        work: (files, args, extent) => files.readFile(path(args, 'filePath'), encoding(args), number(args, 'position'), number(args, 'length'), extent),
    },
    writeFile: {
        names: ['filePath', 'data', 'encoding'], snapshot: 'data', sync: true,
        work: (files, args, extent) => files.writeFile(path(args, 'filePath'), args['data'], encoding(args), extent),
    },
    appendFile: {
        names: ['filePath', 'data', 'encoding'], snapshot: 'data', sync: true,
        work: (files, args, extent) => files.appendFile(path(args, 'filePath'), args['data'], encoding(args), extent),
    },
    copyFile: { names: ['srcPath', 'destPath'], sync: true, work: (files, args, extent) => files.copyFile(path(args, 'srcPath'), path(args, 'destPath'), extent) },
    rename: { names: ['oldPath', 'newPath'], sync: true, work: (files, args, extent) => files.rename(path(args, 'oldPath'), path(args, 'newPath'), extent) },
    unlink: { names: ['filePath'], sync: true, work: (files, args, extent) => files.unlink(path(args, 'filePath'), extent) },
    mkdir: { names: ['dirPath', 'recursive'], sync: true, work: (files, args, extent) => files.mkdir(path(args, 'dirPath'), args['recursive'] === true, extent) },
    rmdir: { names: ['dirPath', 'recursive'], sync: true, work: (files, args, extent) => files.rmdir(path(args, 'dirPath'), args['recursive'] === true, extent) },
    readdir: { names: ['dirPath'], sync: true, work: (files, args) => files.readdir(path(args, 'dirPath')) },
    stat: { names: ['path', 'recursive'], sync: true, work: (files, args) => files.stat(path(args, 'path'), args['recursive'] === true) },
    unzip: { names: ['zipFilePath', 'targetPath'], sync: false, work: (files, args, extent) => files.unzip(path(args, 'zipFilePath'), path(args, 'targetPath'), extent) },
    saveFile: { names: ['tempFilePath', 'filePath'], sync: true, work: (files, args, extent) => files.saveFile(path(args, 'tempFilePath'), args['filePath'] as string | undefined, extent) },
    getFileInfo: { names: ['filePath', 'digestAlgorithm'], sync: true, work: (files, args) => files.getFileInfo(path(args, 'filePath'), args['digestAlgorithm'] as 'md5' | undefined) },
    removeSavedFile: { names: ['filePath'], sync: true, work: (files, args, extent) => files.unlink(path(args, 'filePath'), extent) },
    getSavedFileList: { names: [], sync: false, work: (files) => files.getSavedFileList() },
};

/** `my.getFileSystemManager()`: asynchronous calls by object, synchronous ones by object or position. */
export function createFileSystemManager(bridge: Bridge, operations: FileOperations): FileSystemManager {
    const manager: Record<string, unknown> = {};
    for (const [name, call] of Object.entries(fileCalls)) {
        manager[name] = (options?: Callbacks<unknown> & Arguments) => {
            const args = keepArguments(call, options ?? {});
            bridge.call(options, {
                api: `FileSystemManager.${name}`, group: 'files', target: targetOf(call, args),
                work: (extent) => call.work(operations, args, extent),
            });
        };
        if (!call.sync) continue;
        manager[`${name}Sync`] = (...given: readonly unknown[]): unknown => {
            const args = keepArguments(call, isOptions(given[0]) ? given[0] : namePositions(call, given));
            return bridge.callSync({
                api: `FileSystemManager.${name}Sync`, group: 'files', target: targetOf(call, args),
                work: (extent) => call.work(operations, args, extent) as Outcome<unknown | MyFailure>,
            });
        };
    }
    return manager as unknown as FileSystemManager;
}

function isOptions(value: unknown): value is Arguments {
    return typeof value === 'object' && value !== null;
}

function namePositions(call: FileCall, given: readonly unknown[]): Arguments {
    const args: Record<string, unknown> = {};
    call.names.forEach((name, index) => { args[name] = given[index]; });
    return args;
}

/** A copy of what the game passed: it may change its object, and its buffer, while the call is on its way. */
function keepArguments(call: FileCall, given: Arguments): Arguments {
    const args: Record<string, unknown> = {};
    for (const name of call.names) args[name] = name === call.snapshot ? snapshotData(given[name]) : given[name];
    return args;
}

function targetOf(call: FileCall, args: Arguments): string {
    const target = call.names[0] === undefined ? '' : args[call.names[0]];
    return typeof target === 'string' ? target : String(target ?? '');
}
