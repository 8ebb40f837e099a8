import { folderOf, joinInside, type Package } from '../../package';
import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** A scheme before a path of the package: `project:///src/chunks/bundle.js` (runtime contract 1). */
const projectScheme = /^project:\/{0,3}/;
const otherScheme = /^[a-z][a-z+.-]+:/i;

/** Every file that import map and settings name is in the package (runtime contract 1). */
export const checkNamedFiles: Rule = (pack) => {
    const { files, boot, imports, settings, gameRoot } = pack;
    const mapped = Object.entries(imports)
        .map(([name, target]) => ({ name, path: resolve(gameRoot, folderOf(boot.importMap), target) }))
        .filter(({ path }) => path !== undefined && !files.has(path))
        .map(({ name, path }) => createProblem('AMG412', boot.importMap, { module: name, path: path ?? '' }));
    const scripts = (settings.scripting?.scriptPackages ?? []).map((path) => resolve(gameRoot, engineFolder(pack), path));
    const effects = settings.rendering?.effectSettingsPath;
    const named = [...scripts, typeof effects === 'string' && effects !== '' ? resolve(gameRoot, gameRoot, effects) : undefined];
    return [
        ...mapped,
        ...named.filter((path): path is string => path !== undefined && !files.has(path)).map((path) => createProblem('AMG413', boot.settings, { path })),
    ];
};

/** Where the path leads in the package whose game lies at `root`; undefined for what is not a path of the package. */
function resolve(root: string, folder: string, path: string): string | undefined {
    if (projectScheme.test(path)) return joinInside(root, path.replace(projectScheme, ''));
    return otherScheme.test(path) ? undefined : joinInside(folder, path) ?? path;
}

/** Script packages are relative to the engine's folder (host contract 3). */
function engineFolder({ imports, boot, gameRoot }: Package): string {
    const engine = imports['cc'];
    const path = engine === undefined ? undefined : joinInside(folderOf(boot.importMap), engine);
    return path === undefined ? `${gameRoot}cocos-js` : folderOf(path);
}
