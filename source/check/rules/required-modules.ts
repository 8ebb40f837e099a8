import { folderOf, joinInside, listRequiredPaths, readSubpackages, startFile, withoutSlash, type FileTable } from '../../package';
import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** What an entry requires by a written path is there (platform facts 2.6): a missing module ends the start. */
export const checkRequiredModules: Rule = ({ files, gameJson, gameRoot }, contents) => {
    const entries = ['game.js', ...readSubpackages(gameJson).map(({ root }) => `${withoutSlash(root)}/game.js`), ...(gameRoot === '' ? [] : [gameRoot + startFile])];
    return entries.filter((entry) => files.has(entry)).flatMap((entry) => {
        const required = listRequiredPaths(contents.read(entry)?.toString('utf8') ?? '');
        return required.filter((path) => path.startsWith('.') && !resolves(folderOf(entry), path, files)).map((path) => createProblem('AMG411', entry, { path }));
    });
};

function resolves(folder: string, path: string, files: FileTable): boolean {
    const target = joinInside(folder, path);
    return target !== undefined && [target, `${target}.js`, `${target}.json`, `${target}/index.js`].some((candidate) => files.has(candidate));
}
