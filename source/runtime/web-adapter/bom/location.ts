/**
 * A `location` for a host without one: the package's root. Its protocol is neither http nor file, so that nothing
 * takes package files for addresses, and its path is `/`, so that relative addresses resolve to package paths.
 */
export function createLocation(): object {
    const nothing = (): void => { /* a game has no other page to go to */ };
    return {
        href: 'game://package/', protocol: 'game:', host: 'package', hostname: 'package', port: '', pathname: '/', search: '', hash: '',
        origin: 'game://package', ancestorOrigins: [], assign: nothing, replace: nothing, reload: nothing, toString: () => 'game://package/',
    };
}
