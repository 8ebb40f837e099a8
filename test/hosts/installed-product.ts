// The product as a host finds it: through package.json, built in dist/.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../environment/registry';

interface Manifest {
    readonly contributions: { readonly builder: string };
    readonly contributes: { readonly builder: { readonly platform: string; readonly config: string; readonly hooks: string } };
}

const readManifest = (product: string): Manifest => JSON.parse(readFileSync(path.join(product, 'package.json'), 'utf8')) as Manifest;

function requireBuilt(product: string, file: string): Record<string, unknown> {
    if (!existsSync(path.join(product, 'dist'))) throw new Error('These tests run the built product: npm run build first.');
    return createRequire(path.join(product, 'package.json'))(file) as Record<string, unknown>;
}

/** What the Cocos CLI loads: `contributes.builder` (host contract 1). `product` is where the package.json is. */
export function loadCliPlatform(product = projectRoot): { readonly platform: string; readonly config: Record<string, unknown>; readonly hooks: Record<string, unknown> } {
    const { platform, config, hooks } = readManifest(product).contributes.builder;
    return { platform, config: requireBuilt(product, config)['default'] as Record<string, unknown>, hooks: requireBuilt(product, hooks) };
}

export interface CreatorExtension {
    /** What is added to the built-in platform. */
    readonly config: Record<string, unknown>;
    /** The registration as a platform of its own. */
    readonly platform: Record<string, unknown>;
    readonly hooks: Record<string, unknown>;
}

/** What Creator loads: `contributions.builder`, and the hooks that its config names, relative to it (host contract 1). */
export function loadCreatorExtension(product = projectRoot): CreatorExtension {
    const { builder } = readManifest(product).contributions;
    const { configs, platform } = requireBuilt(product, builder) as { configs: Record<string, Record<string, unknown>>; platform: Record<string, unknown> };
    const config = configs['alipay-mini-game'] ?? {};
    return { config, platform, hooks: requireBuilt(product, `./${path.posix.join(path.posix.dirname(builder), String(config['hooks']))}`) };
}

export interface BinRun {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs `dist/bin.js` as a person does, speaking English. */
export function runBin(words: readonly string[], { node = process.execPath, cwd = projectRoot, language = 'en_US.UTF-8' } = {}): BinRun {
    const bin = path.join(projectRoot, 'dist', 'bin.js');
    if (!existsSync(bin)) throw new Error('These tests run the built product: npm run build first.');
    const { status, stdout, stderr } = spawnSync(node, [bin, ...words], { cwd, encoding: 'utf8', maxBuffer: 64e6, env: { ...process.env, LC_ALL: language, NODE_OPTIONS: '' } });
    return { status, stdout, stderr };
}
