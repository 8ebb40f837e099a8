import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCall } from '../../source/hosts/recording/describe-call';
import { describeLayout } from '../../source/hosts/recording/describe-layout';
import { hookNames } from '../../source/hosts/recording/hook-names';
import { recordHooks } from '../../source/hosts/recording/record-hooks';
import { redactPath, redactPeople } from '../../source/hosts/recording/redaction';
import { projectRoot } from '../environment/registry';
import { describeTree } from '../golden/describe-tree';
import { buildWithCocosCli } from './cocos-cli';
import { buildWithCreator } from './creator';
import { asAlipayLayout, type CreatorLayout } from './creator-layout';
import { startHostSession } from './host-session';
import { loadCliPlatform, loadCreatorExtension } from './installed-product';
import { sampleProject } from './project';
import { parseRecording, replayRecording } from './replay-recording';

const { lines, newFolder } = startHostSession('recording');
const remoteUrl = 'https://cdn.example.com/secret-folder';
const cliOptions = { debug: false, md5Cache: true, uploadToken: 'secret-token', engineInfo: { typescript: { path: '/home/somebody/engine' } }, packages: { 'alipay-mini-game': { remoteUrl, recordHost: true }, other: { secret: 'secret-other' } } };
const creatorOptions = { packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', remoteUrl }, 'cocos-alipay-mini-game': { recordHost: true } } };
const readCreatorLayout = (name: string): CreatorLayout => asAlipayLayout(JSON.parse(readFileSync(path.join(projectRoot, 'test', 'fixtures', 'creator', `${name}.tree.json`), 'utf8')) as CreatorLayout);
const read = (folder: string, name: 'hooks.log' | 'layout.json'): string => readFileSync(path.join(folder, name), 'utf8');

describe('a recording of the Cocos CLI', () => {
    it('shows the hooks that the host called, with what and over what, as the host did it', async () => {
        const called: string[] = [];
        const { exitCode, output } = await buildWithCocosCli({
            project: sampleProject, directory: newFolder(), hooks: loadCliPlatform().hooks, options: cliOptions,
            onHook: (name, self, args) => { called.push(`${name} this=${self.constructor.name} args=${args.map((arg) => (arg as object).constructor.name).join(',')}`); },
        });
        expect(exitCode).toBe(0);
        const calls = parseRecording(read(`${output}-recording`, 'hooks.log'));
        expect(calls.map(({ heading }) => heading)).toEqual(called);
        expect(calls.map(({ hook }) => hook)).toEqual([...hookNames]);
        expect(calls.at(-1)?.paths).toEqual(expect.arrayContaining(['dir=$OUT', 'tempDir=$PROJECT/temp/builder/alipay-mini-game']));
        expect(calls.at(-1)?.onDisk).toContain('cocos-js/{cc.');
        expect(calls.at(-1)?.optionKeys).toEqual(expect.arrayContaining(['uploadToken', 'packages', 'md5CacheOptions']));
        const text = read(`${output}-recording`, 'hooks.log') + read(`${output}-recording`, 'layout.json');
        expect(text).not.toMatch(/secret|somebody|cdn\.example/);
        expect(text).not.toContain(os.tmpdir());
        expect(text).toContain('"remoteUrl":"<text>","recordHost":true');
    });

    it('replayed and recorded again is the same', async () => {
        const { hooks } = loadCliPlatform();
        const { output } = await buildWithCocosCli({ project: sampleProject, directory: newFolder(), hooks, options: cliOptions });
        const recording = `${output}-recording`;
        const nested = { buildScriptParam: keysOf(read(recording, 'hooks.log'), 'buildScriptParam'), buildEngineParam: {}, md5CacheOptions: {}, polyfills: {} };
        const again = await replayRecording({ recording, directory: newFolder(), hooks, options: { ...nested, ...cliOptions } });
        expect(layoutOf(`${again}-recording`)).toEqual(layoutOf(recording));
        const shown = (folder: string) => parseRecording(read(folder, 'hooks.log')).map(({ heading, onDisk, paths, optionKeys }) => ({ heading, onDisk, paths, optionKeys: optionKeys.filter((key) => !(key in nested)) }));
        expect(shown(`${again}-recording`)).toEqual(shown(recording));
        expect(existsSync(path.join(again, 'game.json'))).toBe(true);
    });

    it('is made of nothing where the option is off', async () => {
        const { output } = await buildWithCocosCli({ project: sampleProject, directory: newFolder(), hooks: loadCliPlatform().hooks, options: { packages: { 'alipay-mini-game': { remoteUrl } } } });
        expect(existsSync(`${output}-recording`)).toBe(false);
    });

    it('that cannot be written is told and fails no build', async () => {
        const directory = newFolder();
        mkdirSync(path.join(directory, 'build'), { recursive: true });
        writeFileSync(path.join(directory, 'build', 'alipay-mini-game-recording'), 'a file in the way');
        const { exitCode } = await buildWithCocosCli({ project: sampleProject, directory, hooks: loadCliPlatform().hooks, options: cliOptions });
        expect(exitCode).toBe(0);
        expect(lines.join('\n')).toContain('recordHost: ');
    });
});

describe('a recording of Creator', () => {
    it.each(['md5', 'remote-and-chunks', 'all-subpackages'])('is a layout that the stand-in builds to the same package: %s', async (name) => {
        const { hooks } = loadCreatorExtension();
        const layout = readCreatorLayout(name);
        const { output, error } = await buildWithCreator({ directory: newFolder(), layout, hooks, everyHook: true, options: creatorOptions });
        expect(error).toBeUndefined();
        const recorded = JSON.parse(read(`${output}-recording`, 'layout.json')) as CreatorLayout;
        expect(recorded.files).toEqual([...layout.files].sort((one, other) => (one.path < other.path ? -1 : 1)).map(({ path: file }) => ({ path: file, bytes: expect.any(Number) as number })));
        const again = await buildWithCreator({ directory: newFolder(), layout: recorded, hooks, options: creatorOptions });
        expect(again.error).toBeUndefined();
        expect(withoutSizes(describeTree(again.output))).toBe(withoutSizes(describeTree(output)));
        const replayed = await replayRecording({ recording: `${output}-recording`, directory: newFolder(), hooks, options: creatorOptions });
        expect(layoutOf(`${replayed}-recording`)).toEqual(layoutOf(`${output}-recording`));
    });

    it('shows which hooks Creator calls for an extension, and that bundle hooks come without arguments', async () => {
        const { output } = await buildWithCreator({ directory: newFolder(), layout: readCreatorLayout('md5'), hooks: loadCreatorExtension().hooks, everyHook: true, options: creatorOptions });
        const calls = parseRecording(read(`${output}-recording`, 'hooks.log'));
        expect(calls.map(({ hook }) => hook)).toEqual(expect.arrayContaining(['onBeforeBuild', 'onBeforeInit', 'onAfterBundleInit', 'onAfterBuild']));
        expect(calls.find(({ hook }) => hook === 'onAfterBundleInit')).toMatchObject({ args: [], self: expect.any(String) as unknown });
    });
});

/** The smallest files are smaller than the stand-in's content for them. */
function layoutOf(folder: string): CreatorLayout {
    const layout = JSON.parse(read(folder, 'layout.json')) as CreatorLayout;
    return { ...layout, files: layout.files.map(({ path: file, bytes }) => ({ path: file, bytes: Math.max(bytes, 64) })) };
}

/** Sizes of what is generated follow names and settings, of which a layout keeps only some. */
const withoutSizes = (tree: string): string => tree.replace(/\b[0-9a-f]{5,64}\b/g, '').replace(/\d+/g, '');

function keysOf(log: string, option: string): Record<string, unknown> {
    const keys = new RegExp(`^  ${option} keys: \\d+: (.*)$`, 'm').exec(log)?.[1] ?? '';
    return Object.fromEntries(keys.split(',').filter((key) => key !== '').map((key) => [key, undefined]));
}

describe('what a recording shows', () => {
    /** Words that can be found again, in the forms in which secrets and machines' names come. */
    const secret = fc.stringMatching(/^[a-z0-9]{10,16}$/).map((text) => `SECRET${text}`);
    const shaped = secret.chain((text) => fc.constantFrom(text, `/home/${text}/game`, `C:\\Users\\${text}\\game`, `https://${text}.example/?token=${text}`, `../../${text}`, `${text}@example.com`));
    const anything = fc.letrec((tie) => ({
        value: fc.oneof({ depthSize: 'small' }, shaped, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.oneof(fc.constantFrom('remoteUrl', 'dir', 'name', 'assets', 'server', 'packages', 'paths', 'dest'), fc.stringMatching(/^k[0-9]{1,3}$/), shaped.map((text) => `${text} `)), tie('value'), { maxKeys: 5 })),
    })).value;
    const places = { output: '/work-of-somebody/build/out', project: '/work-of-somebody' };

    it('never has a value of an option, a result, or a bundle that is not ours', () => {
        fc.assert(fc.property(anything, anything, anything, anything, (options, packages, result, bundle) => {
            const call = (second: unknown) => describeCall({ name: 'onAfterBuild', self: undefined, args: [{ ...(options as object | undefined), packages: { 'alipay-mini-game': packages, 'cocos-alipay-mini-game': packages, other: packages }, buildScriptParam: options, md5CacheOptions: result }, second, options] }, places);
            expect(call({ ...(result as object | undefined), paths: result, settings: options })).not.toContain('SECRET');
            const { name: _name, ...unnamed } = Object(bundle) as { name?: unknown };
            expect(call([unnamed])).not.toContain('SECRET');
        }), { numRuns: 300 });
    });

    it('never has a setting of the game that is not a name of a file or bundle', () => {
        const output = newFolder();
        mkdirSync(path.join(output, 'src'), { recursive: true });
        fc.assert(fc.property(anything, anything, (assets, rest) => {
            writeFileSync(path.join(output, 'src', 'settings.json'), JSON.stringify({ CocosEngine: rest, ...Object(rest), assets: { server: assets, ...Object(assets) }, scripting: rest, rendering: rest, launch: rest }));
            const text = JSON.stringify(describeLayout(output).settings);
            expect(text).not.toMatch(/home\/SECRET|Users|SECRET\w*\.example|@example|token/);
        }), { numRuns: 100 });
    });

    it('names places and not paths', () => {
        const at = { output: '/p/build/out', project: '/p', engine: 'D:\\creator\\engine', users: ['chenwei', '陈伟'] };
        expect(['/p/build/out', '/p/build/out/src/a.js', '/p/temp', 'D:\\creator\\engine\\bin\\x', '/p/build/output2', '/etc/passwd', 'C:\\Users\\chenwei', ''].map((written) => redactPath(written, at)))
            .toEqual(['$OUT', '$OUT/src/a.js', '$PROJECT/temp', '$ENGINE/bin/x', '$PROJECT/build/output2', '$ELSEWHERE', '$ELSEWHERE', '']);
        expect(redactPeople('assets/chenwei-notes.txt Chenwei chenweiming', at)).toBe('assets/$USER-notes.txt $USER chenweiming');
        expect(redactPeople('src/陈伟的场景.json', at)).toBe('src/$USER的场景.json');
        expect(redactPeople('assets/main cc/li', { users: ['main', 'cc', ''] })).toBe('assets/main cc/li');
        expect(redactPeople('a/chen.wei@mail.example.com.json logo@2x.a1b2c.png @cocos/x.js', {})).toBe('a/$MAIL.json logo@2x.a1b2c.png @cocos/x.js');
    });

    it.each(['/', path.dirname(os.homedir()), os.homedir()])('shows no path below %s, which is no project', (folder) => {
        const output = path.join(newFolder(), 'out');
        const hooks = recordHooks('cocos-cli', {});
        hooks.onAfterInit({ packages: { 'alipay-mini-game': { recordHost: true } } }, { paths: { dir: output, projectRoot: folder, engineDir: path.join(os.homedir(), 'engine') } });
        expect(parseRecording(read(`${output}-recording`, 'hooks.log'))[0]?.paths).toEqual(['dir=$OUT', 'projectRoot=$ELSEWHERE', 'engineDir=$ELSEWHERE']);
    });

    it('leaves a host alone whose objects cannot be read', () => {
        const calls: unknown[] = [];
        const hooks = recordHooks('creator', { onAfterBuild: (...args: unknown[]) => calls.push(args.length) });
        const shy = new Proxy({}, { get() { throw new Error('not yours'); }, ownKeys() { throw new Error('not yours'); } });
        expect(hooks.onAfterBuild(shy, shy)).toBe(1);
        expect(hooks.onAfterBuild({ packages: { 'cocos-alipay-mini-game': { recordHost: true } } }, shy)).toBe(2);
        expect(calls).toEqual([2, 2]);
    });

    it('is written as far as the build came, and begins anew with the next', () => {
        const output = path.join(newFolder(), 'build', 'out');
        const hooks = recordHooks('cocos-cli', { onAfterInit() { throw new Error('broken'); } });
        const options = { packages: { 'alipay-mini-game': { recordHost: true } } };
        for (let build = 0; build < 2; build += 1) {
            hooks.onBeforeBuild(options);
            expect(() => hooks.onAfterInit(options, { paths: { dir: output } })).toThrow('broken');
            expect(parseRecording(read(`${output}-recording`, 'hooks.log')).map(({ hook }) => hook)).toEqual(['onBeforeBuild', 'onAfterInit']);
            expect(readdirSync(`${output}-recording`)).toEqual(['hooks.log']);
            writeFileSync(path.join(`${output}-recording`, 'layout.json'), '"of an earlier build"');
        }
    });
});
