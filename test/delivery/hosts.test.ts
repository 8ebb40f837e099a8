import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNode } from '../environment/node-release';
import { projectRoot } from '../environment/registry';
import { listTree } from '../hosts/md5-pass';
import { writeRemoteFolder } from './remote-folder';
import { bucket, keys, startS3Server, type S3Server } from './s3-server';

const project = mkdtempSync(path.join(tmpdir(), 'deploy-hosts-'));
const build = path.join(project, 'build', 'alipay-mini-game');
const remote = `${build}-remote`;
const product = (file: string): string => JSON.stringify(path.join(projectRoot, 'dist', file));
let server: S3Server;

beforeAll(async () => {
    server = await startS3Server();
    writeRemoteFolder(remote);
    const version = /config\.(\w+)\.json/.exec(listTree(path.join(remote, 'remote')).join(' '))?.[1] ?? '';
    const files = { 'game.json': '{}', 'game.js': '', 'adapter-options.js': 'module.exports = {};', 'src/settings.json': JSON.stringify({ assets: { server: 'https://cdn.example.com/', remoteBundles: ['moon'], bundleVers: { moon: version } } }) };
    for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(build, name)), { recursive: true });
        writeFileSync(path.join(build, name), content);
    }
});
afterAll(async () => {
    await server.close();
    rmSync(project, { recursive: true, force: true });
});

const deployTo = (prefix: string): void =>
    writeFileSync(path.join(project, 'alipay-deploy.json'), JSON.stringify({ target: { type: 's3', endpoint: server.endpoint, bucket, region: 'us-east-1', addressing: 'path', prefix } }));

/** Runs a script as a host would, without any variable of ours but these. */
function runAsHost(node: string, script: string, environment: Readonly<Record<string, string>>): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
        const child = spawn(node, ['-e', script], { env: { PATH: '', ...environment } });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
        child.once('close', (code) => resolve({ code, output }));
    });
}

const stageScript = `require(${product('cli/hooks.js')}).upload(${JSON.stringify(build)}).catch((error) => { console.error(error.message); process.exit(error.code); })`;
const menuScript = (folder: string): string => `globalThis.Editor = { Project: { path: ${JSON.stringify(folder)} }, I18n: { getLanguage: () => 'zh' }, Dialog: { error: (text) => console.log('error', text), info: (text) => console.log('info', text) } };
    require(${product('main.js')}).methods.deployLastBuild();`;

async function expectDelivered(prefix: string): Promise<void> {
    for (const file of listTree(path.join(remote, 'remote'))) {
        expect((await server.read(`${prefix}/remote/${file}`))?.equals(readFileSync(path.join(remote, 'remote', file))), file).toBe(true);
    }
}

describe('the stage `upload` of the Cocos CLI (host contract 6)', () => {
    it('is registered with its hook', async () => {
        const { default: platform } = await import('../../source/hosts/cocos-cli/config');
        expect(platform.customBuildStages).toContainEqual({ name: 'upload', hook: 'upload', displayName: 'i18n:alipay-mini-game.upload' });
    });

    it('delivers the build by the project\'s config', async () => {
        deployTo('cli');
        const { code, output } = await runAsHost(process.execPath, stageScript, { LANG: 'en_US.UTF-8', ...keys });
        expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('8 files sent') as string });
        await expectDelivered('cli');
        expect(output).not.toContain('S3RVER');
    });

    it('ends with the problem and its code where keys are missing', async () => {
        deployTo('cli');
        const { code, output } = await runAsHost(process.execPath, stageScript, { LANG: 'en_US.UTF-8' });
        expect(code).toBe(32);
        expect(output).toContain('AMG505');
    });
});

describe('the menu entry of Creator', () => {
    it('delivers the last build, on Creator\'s own Node', async () => {
        deployTo('creator');
        const { output } = await runAsHost(findNode('14.16.0'), menuScript(project), keys);
        expect(output).toMatch(/info 已传送 8 个文件/);
        await expectDelivered('creator');
    }, 120_000);

    it('says what is wrong in a dialog, in the editor\'s language', async () => {
        rmSync(path.join(project, 'alipay-deploy.json'));
        const { output } = await runAsHost(process.execPath, menuScript(project), keys);
        expect(output).toMatch(/error 错误 AMG507/);
    });
});
