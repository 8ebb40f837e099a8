/**
 * A `location` for a host without one: the package's root. Its protocol is not http, so that nothing takes package
 * files for addresses. Engines read `protocol` without asking whether it is there (platform facts 4.3).
 */
export function createLocation(): object {
    const href = 'game://package/';
    const reload = (): void => { /* a game has no other page to go to */ };
    return {
        href, protocol: 'game:', host: 'package', hostname: 'package', port: '', pathname: '/', search: '', hash: '', origin: 'game://package',
        assign: reload, replace: reload, reload, toString: () => href,
    };
}
