/**
 * A `location` for a host without one: the package's root. Its protocol is not http, so that nothing takes package
 * files for addresses; what is resolved against it is a package path after the protocol and its slashes. Engines read
 * `protocol` without asking whether it is there (platform facts 4.3).
 */
export function createLocation(): object {
    const href = 'game:///';
    const reload = (): void => { /* a game has no other page to go to */ };
    return { href, protocol: 'game:', host: '', hostname: '', port: '', pathname: '/', search: '', hash: '', origin: 'null', assign: reload, replace: reload, reload, toString: () => href };
}
