import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PackageResult } from '../../source/packager';
import { findNode, type NodeRelease } from '../environment/node-release';
import { projectRoot } from '../environment/registry';
import { createPng } from '../e2e/png';
import { describeTree } from '../golden/describe-tree';
import { runBin } from '../hosts/installed-product';
import { listTree } from '../hosts/md5-pass';
import { runInProcess } from './capture';

const scratch = mkdtempSync(path.join(tmpdir(), 'pack-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const demoBuild = path.join(projectRoot, 'dist', 'demo', 'build');
const demoConfig = path.join(projectRoot, 'static', 'demo', 'build-config.json');

function writeConfig(name: string, config: unknown): string {
    const file = path.join(scratch, `${name}.json`);
    writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
    return file;
}

describe('pack', () => {
    it('makes a package, leaves the build as it was, and prints what it made', async () => {
        const before = describeTree(demoBuild);
        const out = path.join(scratch, 'made');
        const { code, stdout } = await runInProcess(['pack', demoBuild, '--config', demoConfig, '--out', out]);
        expect(code).toBe(0);
        expect(stdout).toContain('main package');
        expect(stdout).toContain('subpackage lanterns');
        expect(stdout).toContain('remote bundle moon');
        expect(describeTree(demoBuild)).toBe(before);
        expect(await runInProcess(['check', out])).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing wrong') as unknown });
    });

    it('applies the build templates of the project, those of the build task first', async () => {
        const project = path.join(scratch, 'project');
        const templates: Readonly<Record<string, unknown>> = {
            'alipay-mini-game/game.json': { plugins: { kit: { version: '*' } }, deviceOrientation: 'portrait' },
            'alipay-mini-game/web-adapter.js': '// the platform',
            'night/web-adapter.js': '// the task',
            'common/web-adapter.js': '// all platforms',
        };
        for (const [name, content] of Object.entries(templates)) {
            const file = path.join(project, 'build-templates', name);
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
        }
        const config = { ...JSON.parse(readFileSync(demoConfig, 'utf8')) as object, taskName: 'night' };
        writeFileSync(path.join(project, 'build-config.json'), JSON.stringify(config));
        const elsewhere = writeConfig('night', config);
        for (const [name, words] of [['beside', [path.join(project, 'build-config.json')]], ['named', [elsewhere, '--project', project]]] as const) {
            const out = path.join(scratch, `templates-${name}`);
            const { code, stderr } = await runInProcess(['pack', demoBuild, '--config', ...words, '--out', out]);
            expect({ code, errors: stderr.includes('error AMG') }).toEqual({ code: 0, errors: false });
            expect(JSON.parse(readFileSync(path.join(out, 'game.json'), 'utf8'))).toMatchObject({ plugins: { kit: { version: '*' } }, subpackages: [{ name: 'lanterns' }] });
            expect(readFileSync(path.join(out, 'web-adapter.js'), 'utf8')).toBe('// the task');
        }
    });

    it('with --json prints the PackageResult alone on standard output', () => {
        const out = path.join(scratch, 'json');
        const { status, stdout, stderr } = runBin(['pack', demoBuild, '--config', demoConfig, '--out', out, '--json']);
        expect(status).toBe(0);
        const result = JSON.parse(stdout) as PackageResult;
        expect(result.outputDirectory).toBe(out);
        expect(result.parts.map(({ name }) => name)).toEqual(['', 'lanterns']);
        expect(result.files.map(({ path: file }) => file).sort()).toEqual(listTree(out).sort());
        expect(result.remote).toMatchObject([{ name: 'moon' }]);
        expect(stderr).toContain('copy');
    });

    it('tells how far it is in the language of the messages', async () => {
        for (const [language, words] of [['en', ['md5 3/3', 'copy']], ['zh', ['计算 md5 3/3', '复制']]] as const) {
            const { stderr } = await runInProcess(['pack', demoBuild, '--config', demoConfig, '--out', path.join(scratch, `progress-${language}`), '--lang', language]);
            for (const word of words) expect(stderr).toContain(word);
        }
    });

    it('with --dry-run prints the plan and writes nothing', async () => {
        const out = path.join(scratch, 'dry');
        const { code, stdout } = await runInProcess(['pack', demoBuild, '--config', demoConfig, '--out', out, '--dry-run']);
        expect(code).toBe(0);
        expect(stdout).toMatch(/write {3}output\/game\.js/);
        expect(existsSync(out)).toBe(false);
        const json = await runInProcess(['pack', demoBuild, '--config', demoConfig, '--out', out, '--dry-run', '--json']);
        expect(JSON.parse(json.stdout)).toMatchObject({ parts: [{ name: '' }, { name: 'lanterns' }] });
    });

    it('reads our section in Creator\'s place and on the CLI\'s', async () => {
        for (const key of ['cocos-alipay-mini-game', 'alipay-mini-game']) {
            const out = path.join(scratch, `section-${key}`);
            const config = writeConfig(key, { server: 'https://cdn.example.com/g', packages: { [key]: { showStatusBar: true } } });
            expect((await runInProcess(['pack', demoBuild, '--config', config, '--out', out])).code).toBe(0);
            expect(JSON.parse(readFileSync(path.join(out, 'game.json'), 'utf8'))).toMatchObject({ showStatusBar: true });
        }
    });

    it.each([
        ['broken JSON', '{', 'AMG610'],
        ['a list', [], 'AMG610'],
        ['an unknown option of ours', { packages: { 'alipay-mini-game': { remoteURL: 'https://cdn.example.com' } } }, 'AMG102'],
        ['wasm without asm.js', { nativeCodeBundleMode: 'wasm', server: 'https://cdn.example.com' }, 'AMG118'],
    ])('refuses a config with %s: 32, nothing written', async (name, config, code) => {
        const out = path.join(scratch, `bad-${name}`);
        const run = await runInProcess(['pack', demoBuild, '--config', writeConfig(name, config), '--out', out]);
        expect(run).toMatchObject({ code: 32, stdout: '', stderr: expect.stringContaining(code) as unknown });
        expect(existsSync(out)).toBe(false);
    });

    it.each([
        ['an empty folder', () => mkdtempSync(path.join(scratch, 'empty-')), 'AMG201'],
        ['its own output folder', () => demoBuild, 'AMG310'],
    ])('fails over %s: 34', async (_name, build, code) => {
        const from = build();
        const out = from === demoBuild ? path.join(demoBuild, 'inside') : path.join(scratch, 'never');
        const run = await runInProcess(['pack', from, '--config', demoConfig, '--out', out]);
        expect(run).toMatchObject({ code: 34, stderr: expect.stringContaining(code) as unknown });
        expect(existsSync(out)).toBe(false);
    });

    it('finds the first screen\'s pictures beside the config, or in the project that --project names', async () => {
        const project = mkdtempSync(path.join(scratch, 'project-'));
        writeFileSync(path.join(project, 'logo.png'), createPng(8, 8, () => [255, 200, 0, 255]));
        const config = writeConfig('logo', { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/', firstScreenLogo: 'logo.png' } } });
        const words = ['pack', demoBuild, '--config', config, '--out', path.join(scratch, 'logo')];
        expect(await runInProcess(words)).toMatchObject({ code: 32, stderr: expect.stringContaining('AMG121') as unknown });
        expect(await runInProcess([...words, '--project', project])).toMatchObject({ code: 0 });
        expect(existsSync(path.join(scratch, 'logo', 'first-screen', 'logo.png'))).toBe(true);
    });

    it('writes a package that breaks a limit of the user for inspection, and ends with 34', async () => {
        const out = path.join(scratch, 'limit');
        const config = writeConfig('limit', { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/', mainPackageLimit: 1000 } } });
        const words = ['pack', demoBuild, '--config', config, '--out', out];
        expect(await runInProcess([...words, '--dry-run'])).toMatchObject({ code: 34, stderr: expect.stringContaining('error AMG') as unknown });
        expect(existsSync(out)).toBe(false);
        const { code, stdout, stderr } = await runInProcess(words);
        expect(code).toBe(34);
        expect(stdout).toContain('main package');
        expect(stderr).toContain('error AMG');
        expect(existsSync(path.join(out, 'game.js'))).toBe(true);
    });
});

describe('dist/bin.js', () => {
    it.each<NodeRelease>(['20', '22'])('packages the demo on Node %s into the same bytes', (release) => {
        const node = findNode(release);
        const cwd = mkdtempSync(path.join(scratch, 'demo-'));
        const { status, stdout, stderr } = runBin(['demo'], { node, cwd });
        expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('rror') as unknown });
        expect(stdout).toContain('remote bundle moon');
        const reference = path.join(scratch, `reference-${release}`);
        expect(runBin(['pack', demoBuild, '--config', demoConfig, '--out', reference]).status).toBe(0);
        expect(describeTree(path.join(cwd, 'build', 'alipay-mini-game'))).toBe(describeTree(reference));
    });
});
