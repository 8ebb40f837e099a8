import { gameSubpackage, readSubpackages, withoutSlash } from '../../package';
import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** Every subpackage has its entry, and game.json and the engine's settings speak of the same ones (platform facts 1.1, 3.6). */
export const checkSubpackages: Rule = ({ gameJson, files, bundles, gameRoot }) => {
    const declared = readSubpackages(gameJson);
    const names = new Set(declared.map(({ name }) => name));
    const isGameDeclared = declared.some(({ name, root }) => name === gameSubpackage.name && `${withoutSlash(root)}/` === gameSubpackage.root);
    return [
        ...('subPackages' in gameJson ? [createProblem('AMG403', 'game.json', {})] : []),
        ...declared.flatMap(({ name, root }) => {
            const file = `${withoutSlash(root)}/game.js`;
            return files.has(file) ? [] : [createProblem('AMG402', file, { name, file: 'game.js' })];
        }),
        ...(gameRoot === '' || isGameDeclared ? [] : [createProblem('AMG429', 'game.json', { ...gameSubpackage })]),
        ...bundles
            .filter(({ kind, name }) => kind === 'subpackage' && !names.has(name))
            .map(({ name }) => createProblem('AMG404', 'game.json', { bundle: name })),
    ];
};
