/**
 * The other way to write a path of the package: hosts disagree whether it begins with a slash (platform facts 3.4),
 * so what fails without one is tried with one. Undefined for absolute paths and for addresses.
 */
export function withSlash(path: string): string | undefined {
    return /^(\/|\w+:|$)/.test(path) ? undefined : `/${path.replace(/^\.\//, '')}`;
}
