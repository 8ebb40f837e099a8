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

/** Per host: the code it ends with when all is well, and an option that it must show. */
const expected = {
    'creator': { exitCode: 36, option: 'remoteOutput' },
    'cocos-cli': { exitCode: 0, option: 'remoteUrl' },
} as const;

/** @param root the project: the stand-in hosts are part of its tests. @param scratch where the program may be written. */
export async function findHostFaults(root: string, scratch: string, { host, product, project, node }: HostBuild): Promise<string[]> {
    const script = await bundleRoad(root, scratch);
    const layout = path.join(root, 'test', 'fixtures', 'creator', 'md5.tree.json');
    const { stdout, stderr } = spawnSync(findNode(node), [script, host, product, project, layout], { encoding: 'utf8', maxBuffer: 64e6, env: { ...process.env, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NODE_PATH: '' } });
    const where = `${host} on Node ${node}`;
    if (stdout === '') return [`${where}: could not be run:\n${stderr}`];
    const end = JSON.parse(stdout) as RoadEnd;
    const { exitCode, option } = expected[host];
    const faults: string[] = [];
    if (!end.node.startsWith(node)) faults.push(`${where}: ran on Node ${end.node}.`);
    if (!end.panel.includes(option)) faults.push(`${where}: its options lack ${option}.`);
    for (const build of end.builds) {
        const which = `${where}, ${build.golden}`;
        if (build.exitCode === exitCode) faults.push(...findTreeFaults(which, build.tree, path.join(root, 'test', 'golden', 'trees', `${build.golden}.txt`)));
        else faults.push(`${which}: the build ended with ${build.exitCode} instead of ${exitCode}: ${build.error ?? ''}`);
    }
    return faults;
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
