import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** In the lean layout the game's adapter is told where the game's files are; without it no bundle is found. */
export const checkGameFiles: Rule = ({ gameRoot }, contents) => {
    const path = `${gameRoot}adapter-options.js`;
    const isTold = (contents.read(path)?.toString('utf8') ?? '').includes('gameFiles');
    return gameRoot === '' || isTold ? [] : [createProblem('AMG430', path, {})];
};
