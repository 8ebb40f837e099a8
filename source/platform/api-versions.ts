/**
 * Since when an API is there, where a document says so. A client that is older, or whose base library is, lacks it.
 * What stands in no row has been there on every client the Cocos manual supports (10.3.70 and up, platform facts 2.4).
 */
export interface ApiVersion {
    /** `member` of `my`, `Owner.member` of an object that `my` gives, or `global:NAME`. */
    readonly api: string;
    readonly since: { readonly client: string } | { readonly baseLibrary: string } | 'undocumented';
    readonly source: string;
}

export const apiVersions: readonly ApiVersion[] = [
    { api: 'isIDE', since: { baseLibrary: '2.1.15' }, source: 'platform facts 2.4 (Unity SDK, game typings)' },
    { api: 'getMenuButtonBoundingClientRect', since: { baseLibrary: '2.1.15' }, source: 'platform facts 2.4 (Unity SDK, game typings)' },
    { api: 'loadSubpackage', since: { baseLibrary: '2.1.15' }, source: 'platform facts 2.4 (game-doc notes)' },
    { api: 'getWindowInfo', since: { baseLibrary: '2.1.31' }, source: 'platform facts 2.4, 3.3 (Unity SDK, game typings)' },
    { api: 'getAppBaseInfo', since: { baseLibrary: '2.1.59' }, source: 'platform facts 2.4 (Unity SDK, game typings)' },
    { api: 'getSystemSetting', since: { baseLibrary: '2.1.59' }, source: 'platform facts 2.4 (Unity SDK, game typings)' },
    { api: 'env.clientEnv', since: { baseLibrary: '2.7.24' }, source: 'platform facts 2.4 (Unity SDK, game typings)' },
    { api: 'requestGamePayment', since: { client: '10.3.90' }, source: 'platform facts 8 (public game SDKs)' },
    { api: 'global:MYWebAssembly', since: { client: '10.7.6' }, source: 'platform facts 2.4 (estella)' },
    // In no list of game APIs: a game must do without them, and the oldest client is modelled without them.
    { api: 'onWindowResize', since: 'undocumented', source: 'platform facts 3.3 (LayaAir, game API list)' },
    { api: 'offWindowResize', since: 'undocumented', source: 'platform facts 3.3 (LayaAir, game API list)' },
    { api: 'updateKeyboard', since: 'undocumented', source: 'platform facts 3.8 (not in the game typings)' },
    { api: 'startAccelerometer', since: 'undocumented', source: 'platform facts 3.8 (the engine notes it as not implemented)' },
    { api: 'stopAccelerometer', since: 'undocumented', source: 'platform facts 3.8 (the engine notes it as not implemented)' },
    { api: 'FileSystemManager.appendFile', since: 'undocumented', source: 'platform facts 3.4 (no stock adapter uses it, so no old client is known to have it)' },
    { api: 'FileSystemManager.appendFileSync', since: 'undocumented', source: 'platform facts 3.4 (no stock adapter uses it, so no old client is known to have it)' },
];

/** What a client lacks. `undocumented` APIs count as missing below `client` 10.5.30, from which on most game APIs are documented (platform facts 2.4). */
export function apisMissingOn(client: string, baseLibrary: string): string[] {
    return apiVersions.filter(({ since }) => {
        if (since === 'undocumented') return isOlder(client, '10.5.30');
        return 'client' in since ? isOlder(client, since.client) : isOlder(baseLibrary, since.baseLibrary);
    }).map(({ api }) => api);
}

/** Compares dotted version numbers. */
export function isOlder(version: string, than: string): boolean {
    const left = version.split('.').map(Number);
    const right = than.split('.').map(Number);
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0) return difference < 0;
    }
    return false;
}
