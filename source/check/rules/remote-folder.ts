import { isExcluded, remoteFolder } from '../../package';
import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** Packers take the whole folder, remote bundles and all (platform facts 1.4). */
export const checkRemoteFolder: Rule = ({ files, uploadExclude }) => {
    const uploaded = [...files.values()].filter(({ path }) => path.startsWith(`${remoteFolder}/`) && !isExcluded(path, uploadExclude));
    if (uploaded.length === 0) return [];
    return [createProblem('AMG424', remoteFolder, { count: uploaded.length, bytes: uploaded.reduce((sum, { bytes }) => sum + bytes, 0) })];
};
