// The product as a host finds it: through package.json, built in dist/.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../environment/registry';

const load = createRequire(path.join(projectRoot, 'package.json'));

interface Manifest {
    readonly contributions: { readonly builder: string };
    readonly contributes: { readonly builder: { readonly platform: string; readonly config: string; readonly hooks: string } };
}

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Manifest;

function requireBuilt(file: string): Record<string, unknown> {
    if (!existsSync(path.join(projectRoot, 'dist'))) throw new Error('These tests run the built product: npm run build first.');
    return load(file) as Record<string, unknown>;
}

/** What the Cocos CLI loads: `contributes.builder` (host contract 1). */
export function loadCliPlatform(): { readonly platform: string; readonly config: Record<string, unknown>; readonly hooks: Record<string, unknown> } {
    const { platform, config, hooks } = manifest.contributes.builder;
    return { platform, config: requireBuilt(config)['default'] as Record<string, unknown>, hooks: requireBuilt(hooks) };
}

export interface CreatorExtension {
    /** What is added to the built-in platform. */
    readonly config: Record<string, unknown>;
    /** The registration as a platform of its own. */
    readonly platform: Record<string, unknown>;
    readonly hooks: Record<string, unknown>;
}

/** What Creator loads: `contributions.builder`, and the hooks that its config names, relative to it (host contract 1). */
export function loadCreatorExtension(): CreatorExtension {
    const { builder } = manifest.contributions;
    const { configs, platform } = requireBuilt(builder) as { configs: Record<string, Record<string, unknown>>; platform: Record<string, unknown> };
    const config = configs['alipay-mini-game'] ?? {};
    return { config, platform, hooks: requireBuilt(`./${path.posix.join(path.posix.dirname(builder), String(config['hooks']))}`) };
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
