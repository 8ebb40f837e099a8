/** Names that Windows keeps for devices, with any extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
const forbiddenCharacter = /[<>:"|?*\\\u0000-\u001f]/;

/** Whether a relative path stays inside its folder: no root, no drive, no `..`, no empty part, no backslash. */
export function isInside(path: string): boolean {
    return path !== '' && !/^[a-z]:/i.test(path) && !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The first part of a path that Windows cannot hold, or undefined. */
export function findIllegalName(path: string): string | undefined {
    return path.split('/').find((part) => forbiddenCharacter.test(part) || deviceName.test(part) || /[. ]$/.test(part));
}

/** Every group of paths that differ only by case, in order. */
export function findCaseTwins(paths: Iterable<string>): string[][] {
    const groups = new Map<string, string[]>();
    for (const path of paths) {
        const key = path.toLowerCase();
        const group = groups.get(key);
        if (group) group.push(path);
        else groups.set(key, [path]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
}

/** Joins relative paths with `/`, resolving `.` and `..`; undefined where the result leaves the root. */
export function joinInside(...parts: readonly string[]): string | undefined {
    const joined: string[] = [];
    for (const part of parts.join('/').split('/')) {
        if (part === '' || part === '.') continue;
        if (part !== '..') joined.push(part);
        else if (joined.pop() === undefined) return undefined;
    }
    return joined.join('/');
}

/** The folder of a path; '' for a file of the root. */
export function folderOf(path: string): string {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The path without a slash at its end. */
export function withoutSlash(path: string): string {
    return path.replace(/\/+$/, '');
}
