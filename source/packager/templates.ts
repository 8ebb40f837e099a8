import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { platformKey } from '../options';
import { listFiles, parseJsonObject } from '../package';
import { createProblem, type BuildProblem } from '../problems';
import type { JsonObject } from './merge';

/** A file of the user's build templates. */
export interface TemplateFile {
    /** Absolute. */
    readonly path: string;
    readonly data: Buffer;
}

/**
 * The user's build templates (host contract 5): the first folder that has a file wins. The hosts copy all other
 * files themselves; we only ask for those that we would otherwise make.
 */
export interface Templates {
    /** The most specific of several files, e.g. `game.ejs` and `game.js`: folder first, then the order of the names. */
    find(...names: readonly string[]): (TemplateFile & { readonly name: string }) | undefined;
    has(name: string): boolean;
    /** The files below a folder of the templates, by their paths in it. */
    listBelow(folder: string): readonly string[];
    /** A JSON template as an object; a problem is noted and `undefined` returned where it is none. */
    readJson(name: string): JsonObject | undefined;
    readonly problems: readonly BuildProblem[];
}

/**
 * Where users keep build templates, most specific first (host contract 5).
 * @param task the name of the build task, where the host tells one
 */
export function findTemplateDirectories(project: string, task = platformKey): string[] {
    return [...new Set([task, platformKey, 'common'])].map((name) => join(project, 'build-templates', name));
}

export function openTemplates(directories: readonly string[]): Templates {
    const problems: BuildProblem[] = [];
    const find: Templates['find'] = (...names) => {
        for (const directory of directories) {
            for (const name of names) {
                const path = join(directory, name);
                const stat = statOf(path);
                if (stat?.isSymbolicLink() === true) problems.push(createProblem('AMG205', path, {}));
                else if (stat?.isFile() === true) return { name, path, data: readFileSync(path) };
            }
        }
        return undefined;
    };
    return {
        find,
        has: (name) => directories.some((directory) => statOf(join(directory, name))?.isFile() === true),
        listBelow: (folder) => [...new Set(directories.flatMap((directory) => [...listFiles(join(directory, folder)).files.keys()]))],
        readJson: (name) => {
            const file = find(name);
            if (file === undefined) return undefined;
            const result = parseJsonObject(file.data.toString('utf8'), file.path);
            if ('value' in result) return result.value;
            problems.push(result.problem);
            return undefined;
        },
        problems,
    };
}

function statOf(path: string): Stats | undefined {
    try {
        return lstatSync(path);
    } catch {
        return undefined;
    }
}
