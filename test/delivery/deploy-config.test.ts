import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findProjectConfig, readDeployConfig } from '../../source/delivery';
import { BuildError, describeProblem } from '../../source/problems';
import { projectRoot } from '../environment/registry';

const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-config-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const write = (content: unknown): string => {
    const file = path.join(scratch, 'deploy.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
};
const problemsOf = async (content: unknown): Promise<readonly { code: string; where: string }[]> => {
    const error = await readDeployConfig(write(content)).then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    const { problems, code } = error as BuildError;
    expect(code).toBe(32);
    for (const problem of problems) for (const language of ['en', 'zh'] as const) expect(JSON.stringify(describeProblem(problem, language))).not.toMatch(/\{\w+\}/);
    return problems.map(({ code: problem, where }) => ({ code: problem, where }));
};
const s3 = { type: 's3', endpoint: 'https://s3.oss-cn-hangzhou.aliyuncs.com', bucket: 'game', region: 'oss-cn-hangzhou' };

describe('a deploy config', () => {
    it('is the whole file or its section `deploy`; paths are relative to the file', async () => {
        expect(await readDeployConfig(write({ target: { type: 'directory', path: 'www' } }))).toEqual({ target: { type: 'directory', path: path.join(scratch, 'www') } });
        const { target } = await readDeployConfig(write({ platform: 'alipay-mini-game', deploy: { target: { ...s3, credentials: { file: '~/.aws/credentials' } } } }));
        expect(target).toMatchObject({ credentials: { file: path.join(homedir(), '.aws/credentials') } });
    });

    it.each([
        ['no JSON', '{', [{ code: 'AMG500', where: expect.any(String) as string }]],
        ['a list', [], [{ code: 'AMG500', where: expect.any(String) as string }]],
        ['no target', {}, [{ code: 'AMG509', where: 'deploy' }]],
        ['a key misspelt', { target: s3, paralel: 3 }, [{ code: 'AMG502', where: 'paralel' }]],
        ['a key misspelt inside', { target: { ...s3, prefx: 'a' } }, [{ code: 'AMG502', where: 'target.prefx' }]],
        ['an unknown key', { target: s3, colour: 3 }, [{ code: 'AMG501', where: 'colour' }]],
        ['an unknown target', { target: { type: 'ftp' } }, [{ code: 'AMG503', where: 'target.type' }]],
        ['a target without its keys', { target: { type: 's3', endpoint: s3.endpoint } }, [{ code: 'AMG509', where: 'target' }, { code: 'AMG509', where: 'target' }]],
        ['values out of range', { target: s3, parallel: 0, attempts: 99 }, [{ code: 'AMG503', where: 'parallel' }, { code: 'AMG503', where: 'attempts' }]],
        ['an address with a user', { target: { ...s3, endpoint: 'https://me:pass@cdn.example.com' } }, [{ code: 'AMG503', where: 'target.endpoint' }]],
        ['a folder of the bucket that leads up', { target: { ...s3, prefix: 'games/../mine' } }, [{ code: 'AMG503', where: 'target.prefix' }]],
        ['a folder of the bucket that is a dot', { target: { ...s3, prefix: './' } }, [{ code: 'AMG503', where: 'target.prefix' }]],
        ['an empty command', { target: { type: 'command', command: [] } }, [{ code: 'AMG503', where: 'target.command' }]],
    ])('with %s is refused', async (_name, content, expected) => {
        expect(await problemsOf(content)).toEqual(expected);
    });

    it('may name folders that begin or end with dots', async () => {
        for (const prefix of ['.well/..known/v1.', '...', 'a/']) expect((await readDeployConfig(write({ target: { ...s3, prefix } }))).target).toMatchObject({ prefix });
    });

    it.each(['secretAccessKey', 'accessKeyId', 'sessionToken', 'password'])('with the key %s is refused without its value', async (key) => {
        const secret = 'hunter2-and-more';
        const error = await readDeployConfig(write({ target: { ...s3, [key]: secret } })).then(() => undefined, (reason: Error) => reason);
        expect(error).toMatchObject({ problems: [{ code: 'AMG504', where: `target.${key}` }] });
        expect(`${error?.message}${error?.stack}${JSON.stringify(error)}`).not.toContain(secret);
    });

    it('broken in the middle of a secret does not tell it', async () => {
        const error = await readDeployConfig(write('{"target": hunter2-and-more')).then(() => undefined, (reason: Error) => reason);
        expect(error?.message).not.toContain('hunter2');
    });

    it('of a project is found from its build', async () => {
        const build = path.join(scratch, 'project', 'build', 'alipay-mini-game');
        mkdirSync(build, { recursive: true });
        const file = path.join(scratch, 'project', 'alipay-deploy.json');
        writeFileSync(file, '{}');
        expect(await findProjectConfig(build)).toBe(file);
        await expect(findProjectConfig(tmpdir())).rejects.toMatchObject({ problems: [{ code: 'AMG507' }], code: 32 });
    });

    it('in every example of docs/deploy.md is right', async () => {
        const examples = [...readFileSync(path.join(projectRoot, 'docs', 'deploy.md'), 'utf8').matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);
        expect(examples.length).toBeGreaterThanOrEqual(4);
        for (const example of examples) await expect(readDeployConfig(write(example))).resolves.toHaveProperty('target');
    });
});
