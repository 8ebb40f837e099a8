import type { Host } from './host';

/** Whether a path leads into user data: the game's own folder, whatever the host calls it. */
export function isUserData({ env }: Host, path: string): boolean {
    return !!env && `${path}/`.indexOf(`${env.USER_DATA_PATH}/`) === 0;
}

/**
 * Whether an address leads to a server. Hosts write files of their own as addresses, too: user data may be
 * `https://usr/…`, temporary files are `https://resource/…`. No server that a game may ask has such a name.
 */
export function isRemote(my: Host, url: string): boolean {
    return /^(https?:)?\/\/(?!(usr|resource)(\/|$))/i.test(url) && !isUserData(my, url);
}

/** An address as hosts take it: with its scheme, in lower case. Other paths stay as they are. */
export function toAddress(url: string): string {
    return url.replace(/^(https?:)?\/\//i, (_start, scheme = 'https:') => `${(scheme as string).toLowerCase()}//`);
}
