// The report after a build: by the hooks of the built product, on the stand-in hosts.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';
import { buildWithCocosCli } from '../hosts/cocos-cli';
import { buildWithCreator } from '../hosts/creator';
import type { CreatorLayout } from '../hosts/creator-layout';
import { startHostSession } from '../hosts/host-session';
import { loadCliPlatform, loadCreatorExtension, runBin } from '../hosts/installed-product';
import { sampleProject } from '../hosts/project';

const { lines, newFolder, scratch } = startHostSession('after-build');
const ours = { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/' } } };

function readReport(page: string): { modules?: string[]; files: { path: string }[] } {
    const data = /<script type="application\/json" id="report">(.*?)<\/script>/s.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
    return JSON.parse(data) as { modules?: string[]; files: { path: string }[] };
}

describe('after a build', () => {
    it('on the Cocos CLI the last line of the log is the page, which knows the engine modules', async () => {
        const { output, exitCode } = await buildWithCocosCli({ project: sampleProject, directory: newFolder(), hooks: loadCliPlatform().hooks, options: { ...ours, includeModules: ['2d', 'ui'] } });
        expect(exitCode).toBe(0);
        expect(lines[lines.length - 1]).toBe(path.join(`${output}-report`, 'report.html'));
        const report = readReport(lines[lines.length - 1] ?? '');
        expect(report.modules).toEqual(['2d', 'ui']);
        expect(report.files.map((file) => file.path)).toEqual(expect.arrayContaining(['game.js', 'web-adapter.js', 'remote/rem/res.zip']));
    });

    it('in Creator too', async () => {
        const layout = JSON.parse(readFileSync(path.join(projectRoot, 'test', 'fixtures', 'creator', 'remote-and-chunks.tree.json'), 'utf8')) as CreatorLayout;
        const options = { server: 'https://cdn.example.com/', packages: { 'alipay-mini-game': { deviceOrientation: 'landscape' }, 'cocos-alipay-mini-game': { remoteUrl: 'https://cdn.example.com/' } } };
        const { output, error } = await buildWithCreator({ directory: newFolder(), layout, hooks: loadCreatorExtension().hooks, options });
        expect(error).toBeUndefined();
        expect(lines[lines.length - 1]).toBe(path.join(`${output}-report`, 'report.html'));
        expect(existsSync(lines[lines.length - 1] ?? '')).toBe(true);
    });

    it('there is a report of a package that fails for its size, too', async () => {
        const directory = newFolder();
        const end = await buildWithCocosCli({ project: sampleProject, directory, hooks: loadCliPlatform().hooks, options: { packages: { 'alipay-mini-game': { ...ours.packages['alipay-mini-game'], mainPackageLimit: 1000 } } } });
        expect(end.exitCode).toBe(34);
        expect(lines).toContain(path.join(`${end.output}-report`, 'report.html'));
    });

    it('what keeps the report from being written is a warning, and the build goes well', async () => {
        const directory = newFolder();
        mkdirSync(path.join(directory, 'build'), { recursive: true });
        writeFileSync(path.join(directory, 'build', 'alipay-mini-game-report'), 'a file where the folder would be');
        const { exitCode } = await buildWithCocosCli({ project: sampleProject, directory, hooks: loadCliPlatform().hooks, options: ours });
        expect(exitCode).toBe(0);
        expect(lines[lines.length - 1]).toMatch(/AMG427 .*alipay-mini-game-report/);
    });
});

describe('the command report', () => {
    it('prints a short table that ends with the page, or the whole report as JSON', async () => {
        const { output } = await buildWithCocosCli({ project: sampleProject, directory: newFolder(), hooks: loadCliPlatform().hooks, options: ours });
        const page = path.join(`${output}-report`, 'report.html');
        rmSync(page);
        const { status, stdout, stderr } = runBin(['report', output]);
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        const printed = stdout.trimEnd().split('\n');
        expect(printed[0]).toMatch(/^Main package: .* of 4\.00 MB/);
        expect(printed[printed.length - 1]).toBe(page);
        expect(statSync(page).size).toBeGreaterThan(30_000);

        const json = JSON.parse(runBin(['report', output, '--json', '--lang', 'zh']).stdout) as { page: string; groups: unknown[]; files: unknown[] };
        expect(json.page).toBe(page);
        expect(json.groups.length).toBeGreaterThan(4);
    });

    it('leaves a folder alone that holds no package, and says so', () => {
        const folder = newFolder();
        mkdirSync(folder, { recursive: true });
        const { status, stderr } = runBin(['report', folder]);
        expect(status).toBe(34);
        expect(stderr).toContain('AMG651');
        expect(existsSync(`${folder}-report`)).toBe(false);
    });

    it('says so where there is no such folder', () => {
        const { status, stderr } = runBin(['report', path.join(scratch, 'nowhere')]);
        expect(status).toBe(32);
        expect(stderr).toContain('AMG611');
    });
});
