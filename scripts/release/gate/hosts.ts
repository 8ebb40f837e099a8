// Builds with an unpacked product as Creator and the Cocos CLI do, in Node processes of their own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findNode, type NodeRelease } from '../../../test/environment/node-release';
import type { RoadEnd } from '../../../test/release/road';

export interface HostBuild {
    readonly host: 'creator' | 'cocos-cli';
    /** The unpacked product. */
    readonly product: string;
    /** The user's project. */
    readonly project: string;
    readonly node: NodeRelease;
}

/** Per host: the code it ends with when all is well, and the golden tree that its build must give. */
const expected = {
    'creator': { exitCode: 36, tree: 'creator-md5', option: 'remoteOutput' },
    'cocos-cli': { exitCode: 0, tree: 'cli-release-md5', option: 'remoteUrl' },
} as const;

/** @param root the project: the stand-in hosts are part of its tests. @param scratch where the program may be written. */
export async function findHostFaults(root: string, scratch: string, { host, product, project, node }: HostBuild): Promise<string[]> {
    const script = await bundleRoad(root, scratch);
    const layout = path.join(root, 'test', 'fixtures', 'creator', 'md5.tree.json');
    const { stdout, stderr } = spawnSync(findNode(node), [script, host, product, project, layout], { encoding: 'utf8', maxBuffer: 64e6, env: { ...process.env, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NODE_PATH: '' } });
    const where = `${host} on Node ${node}`;
    if (stdout === '') return [`${where}: could not be run:\n${stderr}`];
    const end = JSON.parse(stdout) as RoadEnd;
    const { exitCode, tree, option } = expected[host];
    const faults: string[] = [];
    if (!end.node.startsWith(node)) faults.push(`${where}: ran on Node ${end.node}.`);
    if (end.exitCode !== exitCode) faults.push(`${where}: the build ended with ${end.exitCode} instead of ${exitCode}: ${end.error ?? ''}`);
    if (!end.panel.includes(option)) faults.push(`${where}: its options lack ${option}.`);
    return faults.length > 0 ? faults : findTreeFaults(where, end.tree, path.join(root, 'test', 'golden', 'trees', `${tree}.txt`));
}

function findTreeFaults(where: string, tree: string, golden: string): string[] {
    const wanted = readFileSync(golden, 'utf8').split('\n');
    const made = tree.split('\n');
    const differing = made.filter((line) => !wanted.includes(line));
    const missing = wanted.filter((line) => !made.includes(line));
    if (differing.length + missing.length === 0) return [];
    return [[`${where}: the package is not that of ${golden}:`, ...missing.map((line) => `    -${line}`), ...differing.map((line) => `    +${line}`)].join('\n')];
}

/** The stand-in hosts as one file that the editor's Node can run. */
async function bundleRoad(root: string, scratch: string): Promise<string> {
    const outfile = path.join(scratch, 'road.cjs');
    const place = pathToFileURL(path.join(root, 'test', 'environment', 'registry.ts')).href;
    await build({ entryPoints: [path.join(root, 'test', 'release', 'road.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node14.16', define: { 'import.meta.url': JSON.stringify(place) }, logLevel: 'warning' });
    return outfile;
}
