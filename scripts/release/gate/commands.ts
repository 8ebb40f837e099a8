// Runs the command line of an unpacked product as a user does who reads README.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findNode, type NodeRelease } from '../../../test/environment/node-release';

interface CommandEnd {
    readonly code: number | null;
    readonly output: string;
}

/**
 * Packages the demo, checks it and describes it; hears what the preview without a window says where its driver is not
 * installed, and what all say on a Node that is too old.
 */
export function findCommandFaults(product: string, project: string): string[] {
    const game = path.join(project, 'build', 'demo');
    const run = (node: NodeRelease, ...words: string[]): CommandEnd => runProgram(findNode(node), [path.join(product, 'dist', 'bin.js'), ...words], project);
    return [
        ...expectEnd('demo', run('22', 'demo', '--out', game), 0),
        ...expectEnd('check', run('22', 'check', game), 0),
        ...expectEnd('report', run('22', 'report', game), 0),
        ...expectEnd('preview --headless without its driver', run('22', 'preview', game, '--headless', '--seconds', '1'), 34, `npm install playwright-core\` in ${product}`),
        ...expectEnd('demo on Node 14.16.0', run('14.16.0', 'demo'), 34, 'Use Node 20'),
    ];
}

/** Plays the demo in a real browser, with the driver that npm installed. */
export function findPreviewFaults(program: string, project: string): string[] {
    const game = path.join(project, 'build', 'demo');
    return [
        ...expectEnd('demo of the npm package', runProgram(program, ['demo', '--out', game], project), 0),
        ...expectEnd('preview --headless of the npm package', runProgram(program, ['preview', game, '--headless', '--seconds', '3'], project), 0),
    ];
}

export function expectEnd(what: string, { code, output }: CommandEnd, wanted: number, words = ''): string[] {
    if (code !== wanted) return [`${what} ended with ${code} instead of ${wanted}:\n${output}`];
    return output.includes(words) ? [] : [`${what} does not say "${words}":\n${output}`];
}

export function runProgram(program: string, words: readonly string[], cwd: string): CommandEnd {
    const { status, stdout, stderr, error } = spawnSync(program, [...words], { cwd, encoding: 'utf8', maxBuffer: 64e6, shell: process.platform === 'win32', env: { ...process.env, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NODE_PATH: '' } });
    return { code: status, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}
