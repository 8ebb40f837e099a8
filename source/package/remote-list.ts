/**
 * `files.<ver>.json`, beside the config of each remote bundle: what the bundle consists of, so that the adapter can
 * prove a download whole and `deploy` can prove an upload whole. It lists every file of the bundle but itself.
 */
export interface RemoteFileList {
    readonly version: 1;
    readonly files: readonly RemoteFile[];
}

export interface RemoteFile {
    /** Relative to the bundle's folder. */
    readonly path: string;
    readonly bytes: number;
    /** 32 lower-case hexadecimal digits. */
    readonly md5: string;
}

/** `files.<ver>.json`, or `files.json` for a bundle without md5 names. */
export function remoteListName(version: string): string {
    return version === '' ? 'files.json' : `files.${version}.json`;
}

/** Whether a file of a bundle's root is such a list. */
export function isRemoteList(name: string): boolean {
    return /^files(\.[0-9a-f]{5,32})?\.json$/.test(name);
}

export function formatRemoteList(files: readonly RemoteFile[]): string {
    return JSON.stringify({ version: 1, files: files.map(({ path, bytes, md5 }) => ({ path, bytes, md5 })) } satisfies RemoteFileList);
}

/** The list in a text; undefined for anything that is not one. */
export function parseRemoteList(text: string): RemoteFileList | undefined {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    const { version, files } = value as { version?: unknown; files?: unknown };
    if (version !== 1 || !Array.isArray(files) || !files.every(isRemoteFile)) return undefined;
    return { version, files };
}

function isRemoteFile(value: unknown): value is RemoteFile {
    if (typeof value !== 'object' || value === null) return false;
    const { path, bytes, md5 } = value as Record<string, unknown>;
    return typeof path === 'string' && typeof bytes === 'number' && typeof md5 === 'string';
}
