import { spawn, type ChildProcess } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findNode } from '../environment/node-release';
import { BuildError } from '../../source/problems';
import { findLastBuild, openPreview } from '../../source/simulator';

const productDirectory = path.resolve(__dirname, '../..');
const children: ChildProcess[] = [];
let project: string;
let build: string;

beforeAll(async () => {
    project = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-hosts-'));
    build = path.join(project, 'build', 'alipay-mini-game');
    for (const [name, content] of Object.entries({ 'game.json': '{}', 'game.js': '', 'adapter-options.js': 'module.exports = {};' })) {
        await fs.mkdir(build, { recursive: true });
        await fs.writeFile(path.join(build, name), content);
    }
});
afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL'); });
afterAll(() => fs.rm(project, { recursive: true, force: true }));

/** Runs a script in a Node as a host would, without a browser to open. */
function runAsHost(node: string, script: string, env: NodeJS.ProcessEnv = {}): { child: ChildProcess; line: Promise<string>; end: Promise<number | null> } {
    const child = spawn(node, ['-e', script], { env: { PATH: '', LANG: 'en_US.UTF-8', ...env } });
    children.push(child);
    let output = '';
    const line = new Promise<string>((resolve) => {
        for (const stream of [child.stdout, child.stderr]) {
            stream?.setEncoding('utf8').on('data', (text: string) => {
                output += text;
                if (output.includes('\n')) resolve(output.trim());
            });
        }
    });
    return { child, line, end: new Promise((resolve) => child.once('exit', resolve)) };
}

async function describeAt(text: string): Promise<{ title: string }> {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
    return await (await fetch(`${address}description`)).json() as { title: string };
}

describe('the stage `run` of the Cocos CLI (host contract 6)', () => {
    const script = (): string => `require(${JSON.stringify(path.join(productDirectory, 'dist', 'cli', 'hooks.js'))}).run(${JSON.stringify(build)}).then(() => process.exit(0), (error) => { console.error(error.message); process.exit(error.code); })`;

    it('is registered with its hook', async () => {
        const { default: platform } = await import('../../source/hosts/cocos-cli/config');
        expect(platform.customBuildStages).toContainEqual({ name: 'run', hook: 'run', displayName: 'i18n:alipay-mini-game.run' });
    });

    it('previews the build until it is ended', async () => {
        const { child, line, end } = runAsHost(process.execPath, script());
        expect((await describeAt(await line)).title).toBe(path.basename(project));
        child.kill('SIGINT');
        expect(await end).toBe(0);
    });

    it('does not keep a CI waiting', async () => {
        const { line, end } = runAsHost(process.execPath, script(), { CI: '1' });
        expect(await line).toContain('--headless');
        expect(await end).toBe(0);
    });
});

describe('the menu entry of Creator', () => {
    it('previews the last build of the open project, on Creator\'s own Node', async () => {
        const script = `globalThis.Editor = { Project: { path: ${JSON.stringify(project)} }, I18n: { getLanguage: () => 'zh' }, Dialog: { error: (text) => console.log(text) } };
            require(${JSON.stringify(path.join(productDirectory, 'dist', 'main.js'))}).methods.previewLastBuild();`;
        const { line } = runAsHost(findNode('14.16.0'), script);
        expect((await describeAt(await line)).title).toBe(path.basename(project));
    }, 120_000);

    it('says what is wrong in a dialog, in the editor\'s language', async () => {
        const script = `globalThis.Editor = { Project: { path: ${JSON.stringify(os.tmpdir())} }, I18n: { getLanguage: () => 'zh' }, Dialog: { error: (text) => console.log(text) } };
            require(${JSON.stringify(path.join(productDirectory, 'dist', 'main.js'))}).methods.previewLastBuild();`;
        const { line } = runAsHost(process.execPath, script);
        expect(await line).toMatch(/AMG658[^]*请先构建支付宝小游戏/);
    });
});

describe('findLastBuild', () => {
    it('takes the newest of our packages and no other folder', async () => {
        const other = path.join(project, 'build', 'second');
        await fs.mkdir(other, { recursive: true });
        await fs.writeFile(path.join(other, 'game.json'), '{}');
        expect(await findLastBuild(project)).toBe(build);
        await fs.writeFile(path.join(other, 'adapter-options.js'), '');
        await fs.utimes(path.join(other, 'game.json'), new Date(), new Date(Date.now() + 60_000));
        expect(await findLastBuild(project)).toBe(other);
    });
});

describe('openPreview', () => {
    it('takes another port where the usual one is taken, unless one was asked for', async () => {
        const setup = { directory: build, productDirectory, allowNetwork: false, open: false };
        const first = await openPreview(setup);
        const second = await openPreview(setup);
        expect(second.address).not.toBe(first.address);
        await expect(openPreview({ ...setup, port: Number(new URL(second.address).port) })).rejects.toBeInstanceOf(BuildError);
        await Promise.all([first.close(), second.close()]);
    });
});
