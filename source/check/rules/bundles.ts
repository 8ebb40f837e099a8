import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/**
 * Every bundle of the settings has its config and its script (runtime contract 3). Where the folder of remote bundles
 * is not beside the package, nothing is said of their configs but that.
 */
export const checkBundles: Rule = ({ bundles, remoteDirectory }) => {
    const unseen = remoteDirectory === undefined ? bundles.filter(({ kind }) => kind === 'remote').map(({ name }) => name) : [];
    return [
        ...bundles.flatMap(({ name, root, config, script }) => [
            ...(config === '' && !unseen.includes(name) ? [createProblem('AMG405', root, { bundle: name, part: 'config.json' })] : []),
            ...(script === '' ? [createProblem('AMG405', root, { bundle: name, part: 'index.js' })] : []),
        ]),
        ...(unseen.length > 0 ? [createProblem('AMG425', 'remote', { bundles: unseen.join(', ') })] : []),
    ];
};
