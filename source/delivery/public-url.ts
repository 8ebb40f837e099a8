import { createHash } from 'node:crypto';
import type { HttpClient } from './http-client';
import type { RemoteObject } from './manifest';
import { TransferError } from './retry';

/** The folder that players load from. */
export interface PublicFolder {
    /** As the game has it: the runtime puts `remote/<bundle>/…` right behind it, with no slash between (runtime contract 3). */
    readonly address: string;
    readonly client: HttpClient;
}

/** The address of a file as the game asks for it. */
export function publicUrlOf({ address }: PublicFolder, { path }: RemoteObject): string {
    return `${address}${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Fetches a file as a player's phone would and compares it.
 * @returns what is wrong, undefined if it is the same.
 * @throws TransferError (`again`) where no answer came, or one that may pass.
 */
export async function findPublicDamage(folder: PublicFolder, file: RemoteObject): Promise<string | undefined> {
    const url = new URL(publicUrlOf(folder, file));
    const hash = createHash('sha256');
    let bytes = 0;
    const { status } = await folder.client.send({
        method: 'GET',
        url,
        headers: { 'Accept-Encoding': 'identity' },
        onBody: (chunk) => {
            bytes += chunk.length;
            hash.update(chunk);
        },
    });
    if (status >= 500 || status === 429) throw new TransferError(`HTTP ${status}`, 'again');
    if (status !== 200) return `HTTP ${status}`;
    if (bytes !== file.bytes) return `${bytes} bytes come, not ${file.bytes}`;
    return hash.digest('hex') === file.sha256 ? undefined : 'other bytes come';
}
