import { askedApis, askedGlobals } from '../../platform/probe-result';
import type { ProbedHost } from '../../platform';
import { attempt, callHost, type GlobalScope, type Host } from '../../runtime/my/host';
import type { Fields } from './outcome';

/** The device's kind and versions. Nothing that tells one device of a kind from another. */
export function describeHost(my: Host): ProbedHost {
    const { model = '', system = '', platform = '', version = '' } = callHost(my, 'getSystemInfoSync') || {};
    const kind = my.isIDE ? 'studio' : /^(ios|iphone|ipad)/i.test(platform) ? 'ios' : 'android';
    return {
        system: kind,
        model: String(model).slice(0, 60),
        systemVersion: String(system).slice(0, 40),
        clientVersion: String(version).slice(0, 40),
        baseLibrary: String(my.SDKVersion || '').slice(0, 40),
    };
}

/** Of the asked functions and members, those that are missing. */
export function findLacks(my: Host): string[] {
    const manager = callHost(my, 'getFileSystemManager');
    return askedApis.filter((name) => {
        const path = name.split('.');
        const owner: unknown = path[0] === 'FileSystemManager' ? manager : my;
        const steps = path[0] === 'FileSystemManager' ? path.slice(1) : path;
        return attempt(() => steps.reduce<unknown>((holder, step) => (holder === undefined || holder === null ? undefined : (holder as Fields)[step]), owner)) === undefined;
    });
}

/** Of the asked globals, those that are there. */
export function findGlobals(scope: GlobalScope): string[] {
    return askedGlobals.filter((name) => attempt(() => scope[name]) !== undefined);
}
