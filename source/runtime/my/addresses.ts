import type { Host } from './host';

/** Where the game's own files are, without a slash at its end; '' where the host has no such place. */
export function userDataPath({ env }: Host): string {
    return String(env && env.USER_DATA_PATH || '').replace(/\/$/, '');
}

/** Whether a path leads into user data. */
export function isUserData(my: Host, path: string): boolean {
    const folder = userDataPath(my);
    return !!folder && `${path}/`.indexOf(`${folder}/`) === 0;
}

/**
 * Whether an address leads to a server. Hosts write files of their own as addresses, too: user data may be
 * `https://usr/…`, temporary files are `https://resource/…`. No server that a game may ask has such a name.
 */
export function isRemote(my: Host, url: string): boolean {
    return /^(https?:)?\/\//i.test(url) && !/^https:\/\/(usr|resource)(\/|$)/.test(url) && !isUserData(my, url);
}

/** An address as hosts take it: with its scheme, in lower case. Other paths stay as they are. */
export function toAddress(url: string): string {
    return url.replace(/^(https?:)?\/\//i, (start, scheme = 'https:') => `${(scheme as string).toLowerCase()}//`);
}
