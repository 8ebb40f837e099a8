import { describe, expect, it } from 'vitest';
import { findNodeProblem } from '../../source/bin/node-version';
import { findNode } from '../environment/node-release';
import { runBin } from '../hosts/installed-product';

describe('findNodeProblem', () => {
    it.each(['14.16.0', '18.20.8', '19.9.0'])('names Node %s as too old for the command line', (version) => {
        expect(findNodeProblem(version)).toMatchObject({ code: 'AMG630', values: { version } });
    });

    it.each(['20.0.0', '22.12.0', '100.1.0'])('has nothing against Node %s', (version) => {
        expect(findNodeProblem(version)).toBeUndefined();
    });
});

describe('dist/bin.js on the editor\'s Node', () => {
    it('says which Node it needs instead of failing somewhere inside', () => {
        const { status, stderr } = runBin(['demo'], { node: findNode('14.16.0') });
        expect({ status, stderr }).toEqual({ status: 34, stderr: expect.stringMatching(/AMG630.*14\.16\.0[^]*Use Node 20/) as unknown });
    });
});
