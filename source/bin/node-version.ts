import { createProblem, type BuildProblem } from '../problems';

/** The command line is tested from this release on. What hosts load runs on older ones, and takes no part in this. */
const oldestRelease = 20;

/** @param version of the Node that runs us, such as `18.20.1`. @returns AMG630 where it is too old. */
export function findNodeProblem(version: string): BuildProblem | undefined {
    const [release] = version.split('.');
    return Number(release) < oldestRelease ? createProblem('AMG630', 'cocos-alipay-mini-game', { version, oldest: String(oldestRelease) }) : undefined;
}
