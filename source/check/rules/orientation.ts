import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** New clients read one key, old ones and the engine on iOS the other (platform facts 1.1, 4.1). */
export const checkOrientation: Rule = ({ gameJson }) => {
    const { deviceOrientation: device, screenOrientation: screen } = gameJson;
    return device === screen ? [] : [createProblem('AMG406', 'game.json', { device: String(device), screen: String(screen) })];
};
