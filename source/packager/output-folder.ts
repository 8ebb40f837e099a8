import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createProblem, type BuildProblem } from '../problems';
import type { PackageRequest } from './request';
import { rootsOf } from './roots';

/** An output folder is apart from the build, and new, empty or a package that may be replaced. */
export function judgeOutputFolder({ buildDirectory, outputDirectory }: PackageRequest): BuildProblem[] {
    const build = Object.values(rootsOf(buildDirectory)).map(realPath);
    const output = Object.values(rootsOf(outputDirectory)).map(realPath);
    if (build.some((one) => output.some((other) => contains(one, other) || contains(other, one)))) {
        return [createProblem('AMG310', outputDirectory, { build: buildDirectory })];
    }
    if (!existsSync(outputDirectory)) return [];
    if (lstatSync(outputDirectory).isSymbolicLink()) return [createProblem('AMG205', outputDirectory, {})];
    const names = readdirSync(outputDirectory);
    return names.length === 0 || names.includes('game.json') ? [] : [createProblem('AMG313', outputDirectory, {})];
}

function contains(folder: string, path: string): boolean {
    const way = relative(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path);
}

/** Follows links of the folder itself, also of the folders above one that does not exist yet. */
export function realPath(path: string): string {
    if (existsSync(path)) return realpathSync(path);
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}
