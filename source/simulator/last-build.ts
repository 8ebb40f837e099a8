import { promises as fs } from 'node:fs';
import path from 'node:path';
import { BuildError, createProblem, exitCodes } from '../problems';

/**
 * The package that was built last into a project's `build/` folder: of all folders there with our adapters' options,
 * the one whose game.json is newest.
 * @throws BuildError AMG658 if there is none.
 */
export async function findLastBuild(projectDirectory: string): Promise<string> {
    const folder = path.join(projectDirectory, 'build');
    const names = await fs.readdir(folder).catch(() => []);
    const found = await Promise.all(names.map(async (name) => {
        const directory = path.join(folder, name);
        const isOurs = await fs.access(path.join(directory, 'adapter-options.js')).then(() => true, () => false);
        const stats = isOurs ? await fs.stat(path.join(directory, 'game.json')).catch(() => undefined) : undefined;
        return stats ? [{ directory, time: stats.mtimeMs }] : [];
    }));
    const [last] = found.flat().sort((left, right) => right.time - left.time);
    if (!last) throw new BuildError([createProblem('AMG658', folder, {})], exitCodes.failed);
    return last.directory;
}
