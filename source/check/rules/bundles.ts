import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** Every bundle of the settings has its config and its script (runtime contract 3). */
export const checkBundles: Rule = ({ bundles }) =>
    bundles.flatMap(({ name, root, config, script }) => [
        ...(config === '' ? [createProblem('AMG405', root, { bundle: name, part: 'config.json' })] : []),
        ...(script === '' ? [createProblem('AMG405', root, { bundle: name, part: 'index.js' })] : []),
    ]);
