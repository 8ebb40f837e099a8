import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** Remote bundles need an address to load from, and phones load from HTTPS only (platform facts 3.5). */
export const checkRemoteServer: Rule = ({ settings, boot, bundles }) => {
    const remote = bundles.filter(({ kind }) => kind === 'remote').map(({ name }) => name);
    const { server = '' } = settings.assets ?? {};
    if (remote.length === 0) return [];
    if (server === '') return [createProblem('AMG415', boot.settings, { bundles: remote.join(', ') })];
    return /^https:\/\//i.test(server) ? [] : [createProblem('AMG416', boot.settings, { server })];
};
