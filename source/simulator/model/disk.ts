/**
 * What of a game is on the phone and outlives its runs: user data, temp files and storage. File contents are never
 * changed in place, so that copies share them.
 */

export interface FileNode {
    readonly kind: 'file';
    readonly bytes: Uint8Array;
    readonly createdAt: number;
    readonly modifiedAt: number;
    readAt: number;
}

export interface DirectoryNode {
    readonly kind: 'directory';
    readonly children: Map<string, DiskNode>;
    readonly createdAt: number;
}

export type DiskNode = FileNode | DirectoryNode;

/** Root of user data on the disk, whatever `my.env.USER_DATA_PATH` calls it (switch `userDataPath`). */
export const userDataPath = '/usr/data';
/** Root of the files that `my.downloadFile` makes and the host may purge. */
export const tempPath = '/tmp/alipay';

type Area = 'user' | 'temp';

/** Paths are absolute, normalised, and lie under {@link userDataPath} or {@link tempPath}. */
export class HostDisk {
    readonly storage = new Map<string, string>();
    private readonly roots: Readonly<Record<Area, DirectoryNode>> = { user: createDirectory(0), temp: createDirectory(0) };
    private used = 0;
    private tempFiles = 0;
    private readonly written = new Map<string, number>();

    /** Bytes of all files of user data. */
    get usedBytes(): number { return this.used; }

    /** Bytes ever written into a path of user data, or into all of them. */
    bytesWritten(path?: string): number {
        if (path !== undefined) return this.written.get(path) ?? 0;
        let total = 0;
        for (const bytes of this.written.values()) total += bytes;
        return total;
    }

    resetBytesWritten(): void { this.written.clear(); }

    find(path: string): DiskNode | undefined {
        const place = locate(path);
        if (!place) return undefined;
        let node: DiskNode | undefined = this.roots[place.area];
        for (const name of place.names) {
            if (node?.kind !== 'directory') return undefined;
            node = node.children.get(name);
        }
        return node;
    }

    /** A file's bytes; they must not be changed. */
    read(path: string): Uint8Array | undefined {
        const node = this.find(path);
        return node?.kind === 'file' ? node.bytes : undefined;
    }

    /** Writes a file as the host itself would, making folders; no quota. The bytes must not be changed afterwards. */
    write(path: string, bytes: Uint8Array | string, now = 0): void {
        const slash = path.lastIndexOf('/');
        this.makeDirectories(path.slice(0, slash), now);
        this.putFile(path, typeof bytes === 'string' ? encoder.encode(bytes) : bytes, now);
    }

    /** The folder that holds a path, when it is there. */
    parentOf(path: string): DirectoryNode | undefined {
        const slash = path.lastIndexOf('/');
        const node = this.find(path.slice(0, slash));
        return node?.kind === 'directory' ? node : undefined;
    }

    /** Puts a file into a folder that is there. */
    putFile(path: string, bytes: Uint8Array, now: number): void {
        const parent = this.parentOf(path);
        if (!parent) throw new Error(`no folder for ${path}`);
        const name = nameOf(path);
        const old = parent.children.get(name);
        if (old?.kind === 'directory') throw new Error(`${path} is a folder`);
        parent.children.set(name, { kind: 'file', bytes, createdAt: old?.createdAt ?? now, modifiedAt: now, readAt: now });
        if (isUserData(path)) {
            this.used += bytes.byteLength - (old?.bytes.byteLength ?? 0);
            this.written.set(path, (this.written.get(path) ?? 0) + bytes.byteLength);
        }
    }

    /** As {@link putFile}, but only the bytes added count as written. */
    putAppended(path: string, bytes: Uint8Array, added: number, now: number): void {
        this.putFile(path, bytes, now);
        if (isUserData(path)) this.written.set(path, this.written.get(path)! - bytes.byteLength + added);
    }

    makeDirectories(path: string, now = 0): void {
        const place = locate(path);
        if (!place) throw new Error(`${path} is not on the disk`);
        let node: DirectoryNode = this.roots[place.area];
        for (const name of place.names) {
            let child = node.children.get(name);
            if (!child) node.children.set(name, child = createDirectory(now));
            if (child.kind === 'file') throw new Error(`${name} in ${path} is a file`);
            node = child;
        }
    }

    /** Removes a file, or a folder with all that is in it. */
    remove(path: string): void {
        const parent = this.parentOf(path);
        const node = parent?.children.get(nameOf(path));
        if (!parent || !node) return;
        parent.children.delete(nameOf(path));
        if (isUserData(path)) this.used -= sizeOf(node);
    }

    /** Moves a file or folder onto a free place, or a file onto a file. */
    move(from: string, to: string): void {
        const node = this.find(from);
        const target = this.parentOf(to);
        if (!node || !target) throw new Error(`cannot move ${from} to ${to}`);
        this.remove(to);
        this.remove(from);
        target.children.set(nameOf(to), node);
        if (isUserData(to)) this.used += sizeOf(node);
    }

    /** Paths of all files below a folder, in order of making. */
    list(below: string = userDataPath): string[] {
        const node = this.find(below);
        return node?.kind === 'directory' ? filesBelow(node, below) : [];
    }

    /** A new temp file's path. */
    createTempPath(extension: string): string {
        return `${tempPath}/apml${(++this.tempFiles).toString(36).padStart(8, '0')}${extension}`;
    }

    clear(area: Area): void {
        this.roots[area].children.clear();
        if (area === 'user') this.used = 0;
    }

    /** A disk of its own with the same contents. */
    clone(): HostDisk {
        const copy = new HostDisk();
        for (const area of ['user', 'temp'] as const) {
            for (const [name, node] of this.roots[area].children) copy.roots[area].children.set(name, cloneNode(node));
        }
        for (const [key, value] of this.storage) copy.storage.set(key, value);
        copy.used = this.used;
        copy.tempFiles = this.tempFiles;
        for (const [path, bytes] of this.written) copy.written.set(path, bytes);
        return copy;
    }
}

const encoder = new TextEncoder();

function createDirectory(now: number): DirectoryNode {
    return { kind: 'directory', children: new Map(), createdAt: now };
}

function cloneNode(node: DiskNode): DiskNode {
    if (node.kind === 'file') return { ...node };
    return { ...node, children: new Map([...node.children].map(([name, child]) => [name, cloneNode(child)])) };
}

function filesBelow(node: DirectoryNode, path: string): string[] {
    const paths: string[] = [];
    for (const [name, child] of node.children) {
        if (child.kind === 'file') paths.push(`${path}/${name}`);
        else paths.push(...filesBelow(child, `${path}/${name}`));
    }
    return paths;
}

/** Bytes of a file, or of all files of a folder. */
export function sizeOf(node: DiskNode): number {
    if (node.kind === 'file') return node.bytes.byteLength;
    let total = 0;
    for (const child of node.children.values()) total += sizeOf(child);
    return total;
}

export function isUserData(path: string): boolean {
    return path === userDataPath || path.startsWith(`${userDataPath}/`);
}

function locate(path: string): { area: Area; names: string[] } | undefined {
    for (const [area, root] of [['user', userDataPath], ['temp', tempPath]] as const) {
        if (path === root) return { area, names: [] };
        if (path.startsWith(`${root}/`)) return { area, names: path.slice(root.length + 1).split('/') };
    }
    return undefined;
}

function nameOf(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1);
}
