import { md5, sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unzipSync } from 'fflate';
import { fileErrors, type HostSwitches } from '../../../platform';
import type {
    AccessResult, FileEncoding, FileInfoResult, FileStats, ReadDirectoryResult, ReadFileResult, SavedFileListResult, SaveFileResult, StatResult,
} from '../../../platform/my';
import { fail, succeed, type Outcome } from '../bridge';
import { userDataPath, sizeOf, type DiskNode, type FileNode, type HostDisk } from '../disk';
import type { Extent } from '../faults';
import { decodeBytes, encodeText, isEncoding } from './encoding';
import type { PackageFileSource } from './package-files';
import { isRemoteUrl, placeOf, showUserPath, type FilePlace } from './paths';

export interface FileSetup {
    readonly disk: HostDisk;
    readonly packageFiles: PackageFileSource;
    readonly switches: HostSwitches;
    readonly quotaBytes: number;
    readonly fileLimitBytes: number;
    readonly now: () => number;
    /** Told of a file of the package that was to be read and is not there, however its path was written. */
    readonly onMissingPackageFile?: ((path: string, reader: string) => void) | undefined;
}

/** What every call without a result answers. */
const done = (): { success: true } => ({ success: true });

type Source = { readonly bytes: Uint8Array; readonly node: FileNode | undefined };

/** What the file calls do on the disk: one method a call, each giving its outcome (platform facts 3.4). */
export class FileOperations {
    constructor(private readonly setup: FileSetup) {}

    access(path: string): Outcome<AccessResult> {
        const found = this.exists(path);
        return found.ok ? succeed({ success: true }) : found;
    }

    readFile(path: string, encoding: FileEncoding | undefined, position: number | undefined, length: number | undefined, extent: Extent): Outcome<ReadFileResult> {
        if (!isEncoding(encoding)) return fail(fileErrors.badParameter, `readFile: unknown encoding ${String(encoding)}`);
        const source = this.source(path, 'FileSystemManager.readFile');
        if (!source.ok) return source;
        const { node } = source.result;
        let { bytes } = source.result;
        if (node) node.readAt = this.setup.now();
        const start = position ?? 0;
        if (start < 0 || start > bytes.byteLength) return fail(fileErrors.badParameter, `readFile: position ${start} is outside ${path}`);
        if (position !== undefined || length !== undefined) bytes = bytes.subarray(start, length === undefined ? undefined : start + length);
        if (extent === 'torn') bytes = bytes.subarray(0, bytes.byteLength >> 1);
        const data = encoding ? decodeBytes(bytes, encoding) : this.toArrayBuffer(bytes);
        return succeed({ data, dataType: encoding ? 'string' : 'arrayBuffer' }, bytes.byteLength);
    }

    writeFile(path: string, data: unknown, encoding: FileEncoding | undefined, extent: Extent): Outcome<object> {
        const bytes = this.toBytes(data, encoding);
        if (!bytes.ok) return bytes;
        const target = this.writable(path);
        if (!target.ok) return target;
        return this.put(target.result, bytes.result, extent);
    }

    appendFile(path: string, data: unknown, encoding: FileEncoding | undefined, extent: Extent): Outcome<object> {
        const added = this.toBytes(data, encoding);
        if (!added.ok) return added;
        const target = this.writable(path);
        if (!target.ok) return target;
        const old = this.setup.disk.read(target.result);
        if (!old) return fail(fileErrors.notFound, `appendFile: no such file ${path}`);
        const tail = extent === 'torn' ? added.result.subarray(0, added.result.byteLength >> 1) : added.result;
        const room = this.room(target.result, old.byteLength + tail.byteLength);
        if (!room.ok) return room;
        if (extent === 'none') return succeed(done());
        const bytes = new Uint8Array(old.byteLength + tail.byteLength);
        bytes.set(old);
        bytes.set(tail, old.byteLength);
        this.setup.disk.putAppended(target.result, bytes, tail.byteLength, this.setup.now());
        return succeed(done(), tail.byteLength);
    }

    copyFile(from: string, to: string, extent: Extent): Outcome<object> {
        const source = this.source(from, 'FileSystemManager.copyFile');
        if (!source.ok) return source;
        const target = this.writable(to);
        if (!target.ok) return target;
        return this.put(target.result, source.result.bytes, extent);
    }

    rename(from: string, to: string, extent: Extent): Outcome<object> {
        const { disk, switches } = this.setup;
        const source = this.place(from);
        if (source.area !== 'user' && source.area !== 'temp') return fail(fileErrors.noPermission, `rename: ${from} is not the game's own`);
        const node = disk.find(source.path);
        if (!node) return fail(fileErrors.notFound, `rename: no such file ${from}`);
        const target = this.writable(to, node.kind === 'directory');
        if (!target.ok) return target;
        if (target.result.startsWith(`${source.path}/`)) return fail(fileErrors.badParameter, `rename: ${to} is inside ${from}`);
        const old = disk.find(target.result);
        if (old && old !== node && (switches.renameOntoExisting === 'fail' || old.kind === 'directory')) return fail(fileErrors.exists, `rename: ${to} exists`);
        if (source.area === 'temp') {
            const room = this.room(target.result, sizeOf(node));
            if (!room.ok) return room;
        }
        // A rename cannot be torn: it has happened or not.
        if (extent === 'whole' && old !== node) disk.move(source.path, target.result);
        return succeed(done());
    }

    unlink(path: string, extent: Extent): Outcome<object> {
        const found = this.ownNode(path, 'unlink');
        if (!found.ok) return found;
        if (found.result.node.kind === 'directory') return fail(fileErrors.isDirectory, `unlink: ${path} is a folder`);
        if (extent === 'whole') this.setup.disk.remove(found.result.path);
        return succeed(done());
    }

    mkdir(path: string, recursive: boolean, extent: Extent): Outcome<object> {
        const { disk } = this.setup;
        const place = this.place(path);
        if (place.area !== 'user') return fail(fileErrors.noPermission, `mkdir: ${path} is not in user data`);
        const old = disk.find(place.path);
        if (old) return recursive && old.kind === 'directory' ? succeed(done()) : fail(fileErrors.exists, `mkdir: ${path} exists`);
        if (!recursive && !disk.parentOf(place.path)) return fail(fileErrors.notFound, `mkdir: no parent folder for ${path}`);
        if (extent !== 'none') {
            try {
                disk.makeDirectories(place.path, this.setup.now());
            } catch {
                return fail(fileErrors.exists, `mkdir: a file stands in the way of ${path}`);
            }
        }
        return succeed(done());
    }

    rmdir(path: string, recursive: boolean, extent: Extent): Outcome<object> {
        const { disk } = this.setup;
        const found = this.ownNode(path, 'rmdir');
        if (!found.ok) return found;
        const { node } = found.result;
        if (node.kind === 'file') return fail(fileErrors.badParameter, `rmdir: ${path} is a file`);
        if (found.result.path === userDataPath) return fail(fileErrors.noPermission, 'rmdir: the root of user data stays');
        if (node.children.size > 0 && !recursive) return fail(fileErrors.notEmpty, `rmdir: ${path} is not empty`);
        if (extent === 'whole') disk.remove(found.result.path);
        if (extent === 'torn') {
            const files = disk.list(found.result.path);
            for (const file of files.slice(0, files.length >> 1)) disk.remove(file);
        }
        return succeed(done());
    }

    readdir(path: string): Outcome<ReadDirectoryResult> {
        const place = this.place(path);
        if (place.area === 'package') {
            const prefix = place.path === '' ? '' : `${place.path}/`;
            const names = new Set(this.setup.packageFiles.list(place.path).map((file) => file.slice(prefix.length).split('/')[0]!));
            return names.size > 0 ? succeed({ files: [...names] }) : fail(fileErrors.notFound, `readdir: no such folder ${path}`);
        }
        const node = place.area === 'nowhere' ? undefined : this.setup.disk.find(place.path);
        if (!node) return fail(fileErrors.notFound, `readdir: no such folder ${path}`);
        if (node.kind === 'file') return fail(fileErrors.badParameter, `readdir: ${path} is a file`);
        return succeed({ files: [...node.children.keys()] });
    }

    stat(path: string, recursive: boolean): Outcome<StatResult> {
        const place = this.place(path);
        const node = place.area === 'user' || place.area === 'temp' ? this.setup.disk.find(place.path) : undefined;
        if (!node) {
            const source = this.source(path);
            if (!source.ok) return source;
            return succeed({ stats: statsOf('file', source.result.bytes.byteLength, 0, 0) });
        }
        if (node.kind === 'file' || !recursive) return succeed({ stats: statsOfNode(node) });
        const rows = this.setup.disk.list(place.path).map((file) => ({ path: file.slice(place.path.length), stats: statsOfNode(this.setup.disk.find(file)!) }));
        return succeed({ stats: [{ path: '/', stats: statsOfNode(node) }, ...rows] });
    }

    unzip(zipPath: string, targetPath: string, extent: Extent): Outcome<object> {
        const { disk, switches } = this.setup;
        const source = this.source(zipPath, 'FileSystemManager.unzip');
        if (!source.ok) return source;
        const place = this.place(targetPath);
        if (place.area !== 'user') return fail(fileErrors.noPermission, `unzip: ${targetPath} is not in user data`);
        let entries: [string, Uint8Array][];
        try {
            entries = Object.entries(unzipSync(source.result.bytes)).filter(([name]) => !name.endsWith('/'));
        } catch {
            return fail(fileErrors.unknown, `unzip: ${zipPath} is no zip file`);
        }
        if (extent === 'none') return succeed(done());
        if (extent === 'torn') entries = entries.slice(0, entries.length >> 1);
        let bytes = 0;
        for (const [name, content] of entries) {
            const entryPlace = this.place(switches.unzipLayout === 'glued' ? `${targetPath}${name}` : `${targetPath}/${name}`);
            if (entryPlace.area !== 'user') return fail(fileErrors.noPermission, `unzip: ${name} leaves user data`);
            const room = this.room(entryPlace.path, content.byteLength);
            if (!room.ok) return room;
            disk.write(entryPlace.path, content, this.setup.now());
            bytes += content.byteLength;
        }
        return succeed(done(), bytes);
    }

    getFileInfo(path: string, algorithm: 'md5' | 'sha1' | undefined): Outcome<FileInfoResult> {
        if (algorithm !== undefined && algorithm !== 'md5' && algorithm !== 'sha1') return fail(fileErrors.badParameter, `getFileInfo: unknown digestAlgorithm ${String(algorithm)}`);
        const source = this.source(path);
        if (!source.ok) return source;
        return succeed({ size: source.result.bytes.byteLength, digest: digestOf(source.result.bytes, algorithm ?? 'md5') });
    }

    saveFile(from: string, to: string | undefined, extent: Extent): Outcome<SaveFileResult> {
        const name = from.slice(from.lastIndexOf('/') + 1);
        const target = to ?? showUserPath(`${userDataPath}/${name}`, this.setup.switches.userDataPath);
        if (this.setup.switches.saveFile === 'works') {
            const copied = this.copyFile(from, target, extent);
            if (!copied.ok) return copied;
        }
        return succeed({ savedFilePath: target, apFilePath: target });
    }

    getSavedFileList(): Outcome<SavedFileListResult> {
        const fileList = this.setup.disk.list(userDataPath).map((path) => {
            const node = this.setup.disk.find(path) as FileNode;
            return { size: node.bytes.byteLength, createTime: node.createdAt, apFilePath: showUserPath(path, this.setup.switches.userDataPath) };
        });
        return succeed({ fileList });
    }

    /**
     * The bytes of any file that the game may read, for the host's own use (images, fonts, audio).
     * @param reader who needs the file; absent where somebody only looks whether it is there.
     */
    source(path: string, reader?: string): Outcome<Source> {
        const place = this.place(path);
        if (reader !== undefined) this.noteMissing(path, reader);
        if (place.area === 'nowhere') return fail(fileErrors.badParameter, `bad path ${path}`);
        if (place.area === 'package') {
            const bytes = this.setup.packageFiles.read(place.path);
            return bytes ? succeed({ bytes, node: undefined }) : fail(fileErrors.notFound, `no such file ${path}`);
        }
        const node = this.setup.disk.find(place.path);
        if (!node) return fail(fileErrors.notFound, `no such file ${path}`);
        if (node.kind === 'directory') return fail(fileErrors.isDirectory, `${path} is a folder`);
        return succeed({ bytes: node.bytes, node });
    }

    /** Whether an address leads to the network. */
    isRemote(address: string): boolean {
        return isRemoteUrl(address, this.setup.switches);
    }

    isUserData(path: string): boolean {
        return this.place(path).area === 'user';
    }

    /** Writes what a download brought to a path that the game chose. */
    writeDownload(path: string, bytes: Uint8Array, extent: Extent): Outcome<object> {
        const target = this.writable(path);
        return target.ok ? this.put(target.result, bytes, extent) : target;
    }

    private place(path: unknown): FilePlace {
        return typeof path === 'string' ? placeOf(path, this.setup.switches) : { area: 'nowhere', path: String(path) };
    }

    /** A path that this host refuses may be tried once more in another form: only a file that no form names is missing. */
    private noteMissing(path: string, reader: string): void {
        const { onMissingPackageFile, packageFiles, switches } = this.setup;
        const place = typeof path === 'string' && onMissingPackageFile ? placeOf(path, { ...switches, packagePaths: 'either' }) : undefined;
        if (place?.area === 'package' && place.path !== '' && !packageFiles.read(place.path)) onMissingPackageFile?.(place.path, reader);
    }

    private exists(path: string): Outcome<unknown> {
        const place = this.place(path);
        switch (place.area) {
            case 'nowhere':
                return fail(fileErrors.badParameter, `access: bad path ${path}`);
            case 'package':
                if (place.path === '' || this.setup.packageFiles.read(place.path) || this.setup.packageFiles.list(place.path).length > 0) return succeed(undefined);
                break;
            default:
                if (this.setup.disk.find(place.path)) return succeed(undefined);
        }
        return fail(fileErrors.notFound, `access: no such file or directory ${path}`);
    }

    private ownNode(path: string, api: string): Outcome<{ node: DiskNode; path: string }> {
        const place = this.place(path);
        if (place.area === 'nowhere') return fail(fileErrors.badParameter, `${api}: bad path ${path}`);
        if (place.area === 'package') return fail(fileErrors.noPermission, `${api}: the code package is read only`);
        const node = this.setup.disk.find(place.path);
        return node ? succeed({ node, path: place.path }) : fail(fileErrors.notFound, `${api}: no such file or directory ${path}`);
    }

    /** @returns the disk path of a file that may be written. */
    private writable(path: string, directory = false): Outcome<string> {
        const place = this.place(path);
        if (place.area === 'nowhere') return fail(fileErrors.badParameter, `bad path ${path}`);
        if (place.area !== 'user') return fail(fileErrors.noPermission, `${path} is read only`);
        if (place.path === userDataPath) return fail(fileErrors.isDirectory, `${path} is a folder`);
        if (!this.setup.disk.parentOf(place.path)) return fail(fileErrors.notFound, `no folder for ${path}`);
        if (!directory && this.setup.disk.find(place.path)?.kind === 'directory') return fail(fileErrors.isDirectory, `${path} is a folder`);
        return succeed(place.path);
    }

    private put(path: string, whole: Uint8Array, extent: Extent): Outcome<object> {
        const bytes = extent === 'torn' ? whole.slice(0, whole.byteLength >> 1) : whole;
        const room = this.room(path, bytes.byteLength);
        if (!room.ok) return room;
        if (extent !== 'none') this.setup.disk.putFile(path, bytes, this.setup.now());
        return succeed(done(), bytes.byteLength);
    }

    private room(path: string, bytes: number): Outcome<undefined> {
        const { disk, quotaBytes, fileLimitBytes } = this.setup;
        const old = disk.read(path)?.byteLength ?? 0;
        if (bytes > fileLimitBytes) return fail(fileErrors.overQuota, `文件大小超过限制: ${bytes} > ${fileLimitBytes}`);
        if (disk.usedBytes - old + bytes > quotaBytes) return fail(fileErrors.overQuota, `用户数据目录空间不足: ${quotaBytes}`);
        return succeed(undefined);
    }

    private toBytes(data: unknown, encoding: FileEncoding | undefined): Outcome<Uint8Array> {
        if (!isEncoding(encoding)) return fail(fileErrors.badParameter, `unknown encoding ${String(encoding)}`);
        const bytes = typeof data === 'string' ? encodeText(data, encoding) : this.bufferBytes(data);
        if (!(bytes instanceof Uint8Array)) return bytes;
        if (bytes.byteLength === 0 && this.setup.switches.emptyWrites === 'fail') return fail(fileErrors.badParameter, 'data is empty');
        return succeed(bytes);
    }

    private bufferBytes(data: unknown): Uint8Array | Outcome<Uint8Array> {
        if (ArrayBuffer.isView(data)) {
            switch (this.setup.switches.typedArrayWrites) {
                case 'empty':
                    return new Uint8Array(0);
                case 'fail':
                    return fail(fileErrors.badData, 'data is neither a string nor an ArrayBuffer');
                case 'write':
                    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
            }
        }
        if (!isArrayBuffer(data)) return fail(fileErrors.badParameter, 'data is neither a string nor an ArrayBuffer');
        return new Uint8Array(data);
    }

    private toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
        const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
        return this.setup.switches.foreignBuffers ? Object.setPrototypeOf(buffer, foreignPrototype) as ArrayBuffer : buffer;
    }
}

/** What of a write's data the host holds from the call on: the game may change its buffer afterwards. */
export function snapshotData(data: unknown): unknown {
    return isArrayBuffer(data) ? ArrayBuffer.prototype.slice.call(data, 0) : data;
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
    return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

/** Stands for another realm's `ArrayBuffer.prototype`: works in every way but `instanceof`. */
const foreignPrototype = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(ArrayBuffer.prototype)) as object;

const digests = new WeakMap<Uint8Array, Map<string, string>>();

/** Contents on the disk never change, so that a digest is made once. */
function digestOf(bytes: Uint8Array, algorithm: 'md5' | 'sha1'): string {
    let known = digests.get(bytes);
    if (!known) digests.set(bytes, known = new Map());
    let digest = known.get(algorithm);
    if (digest === undefined) known.set(algorithm, digest = bytesToHex((algorithm === 'md5' ? md5 : sha1)(bytes)));
    return digest;
}

function statsOfNode(node: DiskNode): FileStats {
    return node.kind === 'file' ? statsOf('file', node.bytes.byteLength, node.readAt, node.modifiedAt) : statsOf('directory', 0, node.createdAt, node.createdAt);
}

function statsOf(kind: DiskNode['kind'], size: number, accessedAt: number, modifiedAt: number): FileStats {
    return {
        mode: kind === 'file' ? 0o100644 : 0o40755, size, lastAccessedTime: accessedAt, lastModifiedTime: modifiedAt,
        isFile: () => kind === 'file', isDirectory: () => kind === 'directory',
    };
}
