import { HostDisk, tempPath, userDataPath } from '../../model';

/** What is on the simulated device, as one message can carry it from one run of the game to the next. */
export interface DiskSnapshot {
    readonly files: readonly { readonly path: string; readonly bytes: Uint8Array; readonly modifiedAt: number }[];
    readonly storage: readonly (readonly [key: string, value: string])[];
}

export function takeDiskSnapshot(disk: HostDisk): DiskSnapshot {
    const files = [...disk.list(userDataPath), ...disk.list(tempPath)].flatMap((path) => {
        const node = disk.find(path);
        return node?.kind === 'file' ? [{ path, bytes: node.bytes, modifiedAt: node.modifiedAt }] : [];
    });
    return { files, storage: [...disk.storage] };
}

export function restoreDisk(snapshot: DiskSnapshot | undefined): HostDisk {
    const disk = new HostDisk();
    for (const { path, bytes, modifiedAt } of snapshot?.files ?? []) disk.write(path, bytes, modifiedAt);
    for (const [key, value] of snapshot?.storage ?? []) disk.storage.set(key, value);
    return disk;
}
