// The lean layout on the hosts: built anew into a folder that the host keeps, built twice, and back to the standard layout.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gameSubpackage, readPackage } from '../../source/package';
import { projectRoot } from '../environment/registry';
import { describeTree } from '../golden/describe-tree';
import { buildWithCocosCli, type CliBuildEnd } from './cocos-cli';
import { buildWithCreator } from './creator';
import type { CreatorLayout } from './creator-layout';
import { loadCliPlatform, loadCreatorExtension } from './installed-product';
import { listTree } from './md5-pass';
import { sampleProject, userTemplates } from './project';
import { writeFile } from './write-files';

let folder = '';
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lean-hosts-'));
    for (const method of ['log', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {});
});
afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
});

const ours = (mainPackage: 'standard' | 'lean'): object => ({ packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/g', mainPackage } } });

/** Another engine version has another application.js. */
function buildOnCli(directory: string, mainPackage: 'standard' | 'lean', engine: string, useCache: boolean): Promise<CliBuildEnd> {
    return buildWithCocosCli({
        project: { ...sampleProject, templates: userTemplates }, directory, hooks: loadCliPlatform().hooks,
        options: { debug: false, md5Cache: true, useCache, ...ours(mainPackage) },
        onHook: (name, _self, [, result]) => {
            if (name === 'onBeforeCopyBuildTemplate') writeFile((result as CliBuildEnd['result']).paths['dir'] ?? '', 'application.js', `System.register([], function () {}); // ${engine} 'src/settings.json'`);
        },
    });
}

describe('the Cocos CLI', () => {
    it('that keeps its folder (useCache) gets the new game alone, in either layout', async () => {
        const started = (output: string): string => {
            const { boot, gameRoot } = readPackage(output);
            expect(readFileSync(path.join(output, gameRoot, gameRoot === '' ? 'game.js' : 'start-game.js'), 'utf8')).toContain(`./${boot.application.slice(gameRoot.length)}`);
            return readFileSync(path.join(output, boot.application), 'utf8');
        };
        await buildOnCli(folder, 'lean', '3.8.5', true);
        const { exitCode, output } = await buildOnCli(folder, 'lean', '3.8.6', true);
        expect(exitCode).toBe(0);
        expect(started(output)).toContain('3.8.6');
        expect(listTree(output).filter((file) => /application/.test(file))).toHaveLength(1);
        // The host hashes the kept copies of the user's own files once more; that is its own affair.
        const withoutOwnFiles = (at: string): string => describeTree(at).split('\n').filter((line) => !/ common\./.test(line)).join('\n');
        expect(withoutOwnFiles(output)).toBe(withoutOwnFiles((await buildOnCli(path.join(folder, 'fresh'), 'lean', '3.8.6', false)).output));

        await buildOnCli(folder, 'standard', '3.8.7', true);
        expect(started(output)).toContain('3.8.7');
        expect(listTree(output).filter((file) => file.startsWith(gameSubpackage.root))).toEqual([]);
        await buildOnCli(folder, 'lean', '3.8.8', true);
        expect(started(output)).toContain('3.8.8');
    });

    it('whose last hook runs twice gets the same package', async () => {
        const { output, options, result } = await buildOnCli(folder, 'lean', '3.8.8', false);
        const before = describeTree(output);
        await (loadCliPlatform().hooks['onAfterBuild'] as (...args: unknown[]) => Promise<void>)(options, result);
        expect(describeTree(output)).toBe(before);
    });
});

describe('Creator', () => {
    it('builds over a lean package, and its own subpackages in game.json take no part in it', async () => {
        const layout = JSON.parse(readFileSync(path.join(projectRoot, 'test', 'fixtures', 'creator', 'all-subpackages.tree.json'), 'utf8')) as CreatorLayout;
        const build = (mainPackage: 'standard' | 'lean') => buildWithCreator({
            directory: folder, layout, hooks: loadCreatorExtension().hooks,
            options: { packages: { 'alipay-mini-game': { deviceOrientation: 'landscape' }, 'cocos-alipay-mini-game': { mainPackage } } },
        });
        const { output } = await build('lean');
        const lean = describeTree(output);
        expect((await build('lean')).exitCode).toBe(36);
        expect(describeTree(output)).toBe(lean);
        await build('standard');
        expect(existsSync(path.join(output, gameSubpackage.root))).toBe(false);
        expect(readFileSync(path.join(output, 'game.json'), 'utf8')).not.toContain(gameSubpackage.name);
        await build('lean');
        expect(describeTree(output)).toBe(lean);
    });
});
