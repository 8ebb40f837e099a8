import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileNames, profiles, type ProbeResult } from '../../source/platform';
import { BuildError } from '../../source/problems';
import { parseProbeResult, readProfile } from '../../source/simulator';
import { askHost, createProbedHost } from '../demo/probe/ask-host';
import { projectRoot } from '../environment/registry';
import { runInProcess } from './capture';

const scratch = mkdtempSync(path.join(tmpdir(), 'demo-probe-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('demo --probe', () => {
    const addressesOf = (folder: string): unknown => createRequire(path.join(folder, 'game.js'))('./probe-addresses.js');

    it('writes a package with the addresses it may use, and replaces an earlier one', async () => {
        const folder = path.join(scratch, 'probe');
        const first = await runInProcess(['demo', '--probe', '--out', folder]);
        expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('docs/verify.md') as unknown });
        for (const file of ['game.js', 'game.json', 'second/game.js', 'probe.wasm', 'silence.mp3']) expect(existsSync(path.join(folder, file)), file).toBe(true);
        expect(addressesOf(folder)).toMatchObject({ present: expect.stringMatching(/^https:/) as unknown, absent: expect.stringMatching(/^https:/) as unknown });
        const { code, stdout } = await runInProcess(['demo', '--probe', '--out', folder, '--url', 'https://cdn.example/a.txt', '--socket', 'wss://echo.example', '--json']);
        expect(code).toBe(0);
        expect(await runInProcess(['check', folder])).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing wrong was found') as unknown });
        expect(JSON.parse(stdout)).toEqual({ directory: folder, addresses: { present: 'https://cdn.example/a.txt', absent: 'https://cdn.example/a.txt.absent', echo: 'wss://echo.example' } });
        expect(readFileSync(path.join(folder, 'probe-addresses.js'), 'utf8')).toContain('echo.example');
    });

    it('touches no folder that holds anything else', async () => {
        const folder = path.join(scratch, 'taken');
        mkdirSync(folder);
        writeFileSync(path.join(folder, 'mine.txt'), 'mine');
        expect(await runInProcess(['demo', '--probe', '--out', folder])).toMatchObject({ code: 32, stderr: expect.stringContaining('AMG616') as unknown });
        expect(await runInProcess(['demo', '--probe', '--out', path.join(folder, 'mine.txt')])).toMatchObject({ code: 32, stderr: expect.stringContaining('AMG616') as unknown });
        expect(existsSync(path.join(folder, 'game.js'))).toBe(false);
    });

    it.each([
        [['--url', 'https://a.example/'], 'AMG617'],
        [['--probe', '--url', 'http://a.example/'], 'AMG618'],
        [['--probe', '--socket', 'ws://a.example/'], 'AMG618'],
        [['--probe', '--url', 'https:///'], 'AMG618'],
    ])('answers %j with %s', async (words, problem) => {
        expect(await runInProcess(['demo', '--out', path.join(scratch, 'none'), ...words])).toMatchObject({ code: 32, stderr: expect.stringContaining(problem) as unknown });
        expect(existsSync(path.join(scratch, 'none'))).toBe(false);
    });

    it('says that the extension is not built where the probe is missing', async () => {
        const folder = path.join(scratch, 'unbuilt');
        expect(await runInProcess(['demo', '--probe', '--out', path.join(scratch, 'out')], { LC_ALL: 'en' }, folder)).toMatchObject({ code: 34, stderr: expect.stringContaining('AMG612') as unknown });
    });
});

describe('a result of the probe', () => {
    let result: ProbeResult;
    beforeAll(async () => {
        result = await askHost(createProbedHost({ profile: 'ios', switches: { syncErrors: 'throw' } }));
    });
    const write = (name: string, content: unknown): string => {
        const file = path.join(scratch, name);
        writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
        return file;
    };

    it('fits the published schema', () => {
        const schema = JSON.parse(readFileSync(path.join(projectRoot, 'static', 'schema', 'probe-result.schema.json'), 'utf8')) as AnySchemaObject;
        const accepts = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
        expect(accepts(result), JSON.stringify(accepts.errors)).toBe(true);
        expect(accepts({ ...result, host: { ...result.host, userId: '2088' } })).toBe(false);
    });

    it('becomes a profile, however it was pasted', async () => {
        for (const text of [JSON.stringify(result), `\uFEFF${JSON.stringify(result, undefined, 2)}\n`, `Here it is:\n${JSON.stringify(result)}\nThanks!`]) {
            const profile = await readProfile(write('phone.json', text));
            expect(profile).toMatchObject({ name: 'phone (probe)', system: 'ios', switches: { ...profiles.ios.switches, syncErrors: 'throw' } });
        }
        for (const name of profileNames) expect(await readProfile(name)).toBe(profiles[name]);
    });

    it.each([
        ['AMG613', (): string => 'andriod', 'android'],
        ['AMG613', (): string => path.join(scratch, 'no-such.json'), 'ENOENT'],
        ['AMG613', (): string => scratch, 'EISDIR'],
        ['AMG614', (): string => write('empty.json', ''), 'JSON'],
        ['AMG614', (): string => write('other.json', { a: 1 }), 'format is missing'],
        ['AMG614', (): string => write('list.json', '[{}]'), 'format is missing'],
        ['AMG614', (): string => write('value.json', { ...result, switches: { packagePaths: 'sideways' } }), 'switches.packagePaths must be equal to one of the allowed values: either, relative, absolute'],
        ['AMG614', (): string => write('name.json', { ...result, switches: { pakagePaths: 'either' } }), 'switches must NOT have additional properties: pakagePaths'],
        ['AMG614', (): string => write('host.json', { ...result, host: undefined }), 'host'],
        ['AMG615', (): string => write('newer.json', { ...result, version: 9 }), '9'],
    ] as const)('that cannot be used is %s in `preview --profile`', async (code, make, part) => {
        const run = await runInProcess(['preview', scratch, '--profile', make()]);
        expect(run).toMatchObject({ code: 32, stdout: '' });
        expect(run.stderr).toContain(code);
        expect(run.stderr).toContain(part);
    });

    it('is refused with a problem and never with a crash, whatever the file holds', () => {
        for (const text of ['{', '}', '}{', 'null', '{"format":{}}', `{"format":"cocos-alipay-mini-game probe","version":"2"}`, JSON.stringify({ ...result, lacks: ['__proto__'] })]) {
            expect(() => parseProbeResult(text, 'file'), text).toThrow(BuildError);
        }
    });
});
