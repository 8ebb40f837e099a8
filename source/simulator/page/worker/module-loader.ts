import type { SubpackageRoot } from '../../protocol';

export type Require = (request: string) => unknown;

/** The body of one CommonJS module, as the server wraps it. */
export type ModuleFunction = (this: unknown, require: Require, module: { exports: unknown }, exports: unknown) => void;

export interface ModuleLoaderSetup {
    /** The package's files by path. */
    readonly files: Readonly<Record<string, unknown>>;
    readonly subpackages: readonly SubpackageRoot[];
    /** Fetches and compiles one module; called once a path. */
    load(path: string): ModuleFunction;
    /** Told of each module that is asked for and is not in the package, whether or not the game catches the error. */
    onMissing?(file: string, asker: string): void;
}

/** What `require` throws for a module that is not in the package. */
export class MissingModuleError extends Error {
    constructor(message: string, readonly file: string, readonly asker: string) {
        super(message);
    }
}

export interface ModuleLoader {
    /** Runs a module of the package (once) and gives its exports. */
    run(path: string): unknown;
    /** Makes the files of a subpackage addressable and runs its entry, as the client does (platform facts 2.6, 3.6). */
    openSubpackage(name: string): void;
    /** Whether a path is on the device: files of a subpackage are not, before it was loaded. */
    isPresent(path: string): boolean;
}

/**
 * CommonJS with Alipay's rules (platform facts 2.6): paths are relative, computed ones too; `.js` may be left out;
 * code of a subpackage can be reached only after `my.loadSubpackage`.
 */
export function createModuleLoader({ files, subpackages, load, onMissing }: ModuleLoaderSetup): ModuleLoader {
    const loaded = new Map<string, { exports: unknown }>();
    const opened = new Set<string>();
    const has = (path: string): boolean => Object.prototype.hasOwnProperty.call(files, path);
    const closedSubpackage = (path: string): SubpackageRoot | undefined => subpackages.find(({ name, root }) => path.startsWith(`${root}/`) && !opened.has(name));

    function missing(message: string, file: string, asker: string): MissingModuleError {
        onMissing?.(file, asker);
        return new MissingModuleError(message, file, asker);
    }

    function resolve(request: string, from: string): string {
        if (!/^\.\.?\//.test(request)) {
            throw new Error(`require('${request}') in ${from}: Alipay resolves relative paths only. Write it with a leading './' or '../'.`);
        }
        const path = joinPath(from, request);
        if (path === undefined) throw new Error(`require('${request}') in ${from} leads out of the package.`);
        const found = [path, `${path}.js`].find((candidate) => candidate.endsWith('.js') && has(candidate));
        if (found === undefined) {
            const file = path.endsWith('.js') ? path : `${path}.js`;
            throw missing(`require('${request}') in ${from}: the package has no ${file}.`, file, from);
        }
        const closed = closedSubpackage(found);
        if (closed) throw new Error(`require('${request}') in ${from}: ${found} is in the subpackage '${closed.name}', which is not loaded. Call my.loadSubpackage({ name: '${closed.name}' }) first.`);
        return found;
    }

    function run(path: string): unknown {
        const known = loaded.get(path);
        if (known) return known.exports;
        if (!has(path)) throw missing(`The package has no ${path}.`, path, 'the host');
        const module: { exports: unknown } = { exports: {} };
        loaded.set(path, module);
        try {
            load(path).call(module.exports, (request) => run(resolve(request, path)), module, module.exports);
        } catch (error) {
            loaded.delete(path);
            throw error;
        }
        return module.exports;
    }

    return {
        run,
        openSubpackage(name) {
            const subpackage = subpackages.find((candidate) => candidate.name === name);
            if (!subpackage) throw new Error(`game.json names no subpackage '${name}'.`);
            opened.add(name);
            run(`${subpackage.root}/game.js`);
        },
        isPresent: (path) => has(path) && closedSubpackage(path) === undefined,
    };
}

/** Resolves a relative request against the module it stands in; undefined if it climbs out of the package. */
function joinPath(from: string, request: string): string | undefined {
    const segments = from.split('/').slice(0, -1);
    for (const segment of request.split('/')) {
        if (segment === '' || segment === '.') continue;
        if (segment !== '..') segments.push(segment);
        else if (segments.pop() === undefined) return undefined;
    }
    return segments.join('/');
}
