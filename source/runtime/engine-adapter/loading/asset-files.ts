import { isRemote } from '../../my/addresses';
import type { Host } from '../../my/host';
import { withSlash } from '../../my/package-path';
import type { LoadOptions } from '../engine';
import type { FindReplacement } from '../fs-utils';
import type { RemoteAssets } from '../remote/remote-assets';
import type { UseFile } from './addresses';
import type { GameFiles } from './game-files';

/** Gives every asset as a local file, whatever its address. */
export interface AssetFiles {
    /** Runs `use` on a local file with the address's content: of the package, or as `RemoteAssets.open`. */
    open<Value>(url: string, options: LoadOptions, use: UseFile<Value>): Promise<Value>;
    /** The same for a path that `open` gave earlier: by now the file may have moved into the cache, or be gone. */
    reopen<Value>(path: string, options: LoadOptions, use: UseFile<Value>): Promise<Value>;
    /** Whether the file can be had without the network, as far as is known. */
    isLocal(url: string): boolean;
}

/** Hosts disagree whether a path of the package starts with a slash (platform facts 3.4). */
function openLocal<Value>(path: string, use: UseFile<Value>): Promise<Value> {
    return use(path).catch((error) => {
        const other = withSlash(path);
        if (!other) throw error;
        return use(other).catch(() => { throw error; });
    });
}

/** What remote files need: made when the first one is asked for. */
export interface LazyRemoteAssets {
    (): RemoteAssets;
    made?: RemoteAssets;
}

export function createAssetFiles(my: Host, remote: LazyRemoteAssets, { locate }: GameFiles, findReplacement: FindReplacement): AssetFiles {
    const open: AssetFiles['open'] = async (url, options, use) => {
        if (isRemote(my, url)) return remote().open(url, options, use);
        const path = locate(url);
        const exists = findReplacement('exists');
        if (exists) await exists(path);
        return openLocal(path, use);
    };
    return {
        open,
        reopen: (path, options, use) => open(remote.made ? remote.made.originOf(path) : path, Object.assign({}, options, { reload: false }), use),
        isLocal: (url) => !isRemote(my, url) || remote().has(url),
    };
}
