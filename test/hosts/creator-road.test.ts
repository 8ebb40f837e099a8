import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNode } from '../environment/node-release';
import { projectRoot } from '../environment/registry';

const scratch = mkdtempSync(path.join(tmpdir(), 'creator-road-'));
const script = path.join(scratch, 'creator-road.cjs');
const withRemoteUrl = { packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', separateEngine: false, wasmSubpackage: false, remoteUrl: 'https://cdn.example.com/c' }, 'cocos-alipay-mini-game': { showStatusBar: false } } };

beforeAll(() =>
    build({
        entryPoints: [path.join(projectRoot, 'test', 'hosts', 'creator-road.ts')],
        outfile: script,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node14.16',
        define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(projectRoot, 'test', 'environment', 'registry.ts')).href) },
    }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Report {
    readonly node: string;
    readonly exitCode: number;
    readonly error?: string;
    readonly panel: readonly string[];
    readonly tree: string;
}

function takeRoad(layout: string, options: object, name: string): Report {
    const { stdout, stderr } = spawnSync(findNode('14.16.0'), [script, path.join(scratch, name), layout, JSON.stringify(options)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '' } });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Report;
}

describe('the whole Creator road on Node 14.16.0, the editor\'s own', () => {
    it.each(['remote-and-chunks', 'md5'])('makes of the layout %s what every other Node makes', (layout) => {
        const { node, exitCode, error, tree } = takeRoad(layout, withRemoteUrl, layout);
        expect({ node, exitCode, error }).toEqual({ node: '14.16.0', exitCode: 36, error: undefined });
        expect(tree).toBe(readFileSync(path.join(projectRoot, 'test', 'golden', 'trees', `creator-${layout}.txt`), 'utf8'));
    });

    it('offers only our own rows in the panel', () => {
        const { panel } = takeRoad('all-subpackages', {}, 'panel');
        expect(panel).toContain('remoteOutput');
        expect(panel).not.toContain('deviceOrientation');
    });

    it('stops before the build with every problem of the options', () => {
        const options = { packages: { 'cocos-alipay-mini-game': { remoteOutput: 'outside', showStatusbar: true } } };
        const { exitCode, error } = takeRoad('md5', options, 'bad-options');
        expect(exitCode).toBe(34);
        expect(error).toContain('AMG104 packages.cocos-alipay-mini-game.remoteOutput');
        expect(error).toContain('showStatusBar');
    });

    it('names what keeps it from packaging and leaves Creator\'s output as it was', () => {
        const { exitCode, error } = takeRoad('md5', {}, 'no-address');
        expect(exitCode).toBe(34);
        expect(error).toContain('AMG117');
        expect(error).toContain('rank');
    });
});
