import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** The files without which nothing starts (platform facts 1.1, 2.6). */
const needed = ['game.js', 'game.json'] as const;

export const checkEntryFiles: Rule = ({ files }) => needed.filter((file) => !files.has(file)).map((file) => createProblem('AMG401', file, {}));
