import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../environment/registry';
import { describeTree } from '../golden/describe-tree';
import { buildWithCocosCli, type CliBuildEnd } from './cocos-cli';
import { buildWithCreator } from './creator';
import type { CreatorLayout } from './creator-layout';
import { startHostSession } from './host-session';
import { loadCliPlatform, loadCreatorExtension } from './installed-product';
import { listTree } from './md5-pass';
import { sampleProject, userTemplates } from './project';
import { createPng } from '../e2e/png';
import { writeFile } from './write-files';

const { lines, newFolder } = startHostSession('hooks');
const logo = createPng(8, 8, () => [255, 200, 0, 255]);

function buildOnCli(options: Readonly<Record<string, unknown>>, project = sampleProject, directory = newFolder()): Promise<CliBuildEnd> {
    return buildWithCocosCli({ project, directory, hooks: loadCliPlatform().hooks, options });
}
const ours = (options: object): Record<string, unknown> => ({ packages: { 'alipay-mini-game': options } });

describe('the registration on the Cocos CLI', () => {
    it('gives the platform a name, the engine\'s id, options and texture formats', () => {
        const { platform, config } = loadCliPlatform();
        expect(platform).toBe('alipay-mini-game');
        expect(config).toMatchObject({ displayName: 'i18n:alipay-mini-game.title', platformType: 'ALIPAY', assetBundleConfig: { platformType: 'miniGame' } });
        expect(Object.keys(config['options'] as object)).toEqual(expect.arrayContaining(['remoteUrl', 'deviceOrientation', 'strict']));
        const { support } = config['textureCompressConfig'] as { support: { rgba: string[] } };
        expect(support.rgba).toContain('astc_4x4');
        expect(support.rgba.join()).not.toContain('etc2');
    });
});

describe('the registration in Creator', () => {
    it('adds only our own rows to the built-in platform, and offers all rows as a platform of its own', () => {
        const { config, platform } = loadCreatorExtension();
        const added = Object.keys(config['options'] as object);
        const all = Object.keys(platform['options'] as object);
        expect(added).toContain('remoteOutput');
        expect(added).not.toContain('deviceOrientation');
        expect(all).toEqual(expect.arrayContaining([...added, 'deviceOrientation', 'separateEngine']));
        expect(platform).toMatchObject({ platformType: 'ALIPAY', hooks: './hooks' });
    });
});

describe('the texts that the registrations name', () => {
    it.each([
        ['the Cocos CLI', 'alipay-mini-game', () => loadCliPlatform().config],
        ['Creator', 'cocos-alipay-mini-game', () => ({ ...loadCreatorExtension(), package: JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as unknown })],
    ])('are there in both languages: %s', (_host, prefix, load) => {
        const references = JSON.stringify(load()).match(new RegExp(`i18n:${prefix}\\.[\\w.]+`, 'g')) ?? [];
        expect(references.length).toBeGreaterThan(20);
        for (const language of ['en', 'zh']) {
            const texts = createRequire(path.join(projectRoot, 'package.json'))(`./i18n/${language}.js`) as Record<string, unknown>;
            for (const reference of references) {
                const text = reference.slice(`i18n:${prefix}.`.length).split('.').reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], texts);
                expect(typeof text, `${language}: ${reference}`).toBe('string');
            }
        }
    });
});

describe('the hooks of the Cocos CLI', () => {
    it('tell the host how a mini game is built (host contract 10.3)', async () => {
        const { options, result } = await buildOnCli(ours({ remoteUrl: 'https://cdn.example.com/g', deviceOrientation: 'portrait' }));
        expect(options.moveRemoteBundleScript).toBe(true);
        expect(options.server).toBe('https://cdn.example.com/g/');
        expect(options.buildEngineParam).toMatchObject({ assetURLFormat: 'relative-from-out', split: false });
        expect(options.buildScriptParam).toMatchObject({ system: { preset: 'commonjs-like' }, importMapFormat: 'commonjs', polyfills: { asyncFunctions: true } });
        expect(result.settings).toMatchObject({ screen: { orientation: 'portrait', exactFitScreen: true }, assets: { server: 'https://cdn.example.com/g/' } });
    });

    it('stop with 32 and every problem before anything is written', async () => {
        const { exitCode, error, output } = await buildOnCli(ours({ remoteUrl: 'ftp://cdn.example.com', deviceOrientatoin: 'portrait', strict: 'yes' }));
        expect(exitCode).toBe(32);
        for (const code of ['AMG111', 'AMG102', 'AMG103']) expect(error?.message).toContain(code);
        expect(error?.message).toContain('Did you mean "deviceOrientation"');
        expect(readdirSync(output)).toEqual([]);
    });

    it.each([
        ['wasm without asm.js', { nativeCodeBundleMode: 'wasm' }, 'AMG118'],
        ['a separate engine', ours({ separateEngine: true }), 'AMG115'],
        ['a wasm subpackage', ours({ wasmSubpackage: true }), 'AMG116'],
        ['a remote main bundle without address, in release', { debug: false, mainBundleIsRemote: true }, 'AMG117'],
    ])('refuse %s before the build', async (_name, options, code) => {
        const { exitCode, error, output } = await buildOnCli(options);
        expect(exitCode).toBe(32);
        expect(error?.message).toContain(code);
        expect(readdirSync(output)).toEqual([]);
    });

    it('take the first screen\'s pictures from the project, and stop before the build where one is not there', async () => {
        const directory = newFolder();
        const missing = await buildOnCli(ours({ remoteUrl: 'https://cdn.example.com/g', firstScreenLogo: 'art/logo.png' }), sampleProject, directory);
        expect(missing.exitCode).toBe(32);
        expect(missing.error?.message).toMatch(/AMG121 firstScreenLogo: .*logo\.png/);
        expect(readdirSync(missing.output)).toEqual([]);
        writeFile(directory, 'art/logo.png', logo);
        const { exitCode, output } = await buildOnCli(ours({ remoteUrl: 'https://cdn.example.com/g', firstScreenLogo: 'art/logo.png' }), sampleProject, directory);
        expect(exitCode).toBe(0);
        expect(readFileSync(path.join(output, 'first-screen', 'logo.png')).equals(logo)).toBe(true);
    });

    it('refuse remote bundles without address as soon as the bundles are known, naming them', async () => {
        const { exitCode, error, output } = await buildOnCli({ debug: false });
        expect(exitCode).toBe(32);
        expect(error?.message).toMatch(/AMG117.*rem/);
        expect(listTree(output)).toEqual([]);
    });

    it('warn of them in debug, once, and package all the same', async () => {
        const { exitCode, output } = await buildOnCli({});
        expect(exitCode).toBe(0);
        expect(lines.filter((line) => line.includes('AMG117'))).toHaveLength(1);
        expect(existsSync(path.join(output, 'game.js'))).toBe(true);
        expect(lines.some((line) => line.includes('main package'))).toBe(true);
    });

    it('make the same package again when the last hook runs twice', async () => {
        const { output, options, result } = await buildOnCli({ debug: false, md5Cache: true, ...ours({ remoteUrl: 'https://cdn.example.com/g' }) }, { ...sampleProject, templates: userTemplates });
        const before = describeTree(output);
        await (loadCliPlatform().hooks['onAfterBuild'] as (...args: unknown[]) => Promise<void>)(options, result);
        expect(describeTree(output)).toBe(before);
    });

    it('start the new build where the host kept an earlier one in the folder (useCache)', async () => {
        const directory = newFolder();
        // Another engine version has another application.js.
        const buildOn = (engine: string): Promise<CliBuildEnd> => buildWithCocosCli({
            project: sampleProject, directory, hooks: loadCliPlatform().hooks,
            options: { debug: false, md5Cache: true, useCache: true, ...ours({ remoteUrl: 'https://cdn.example.com/g' }) },
            onHook: (name, _self, [, result]) => {
                if (name === 'onBeforeCopyBuildTemplate') writeFile((result as CliBuildEnd['result']).paths['dir'] ?? '', 'application.js', `System.register([], function () {}); // ${engine} 'src/settings.json'`);
            },
        });
        await buildOn('3.8.5');
        const { exitCode, output, options, result } = await buildOn('3.8.6');
        expect(exitCode).toBe(0);
        expect(lines.join('\n')).toMatch(/AMG209 application/);
        const started = (): string => {
            const [, application = ''] = /System\.import\('\.\/(application\.\w+\.js)'\)/.exec(readFileSync(path.join(output, 'game.js'), 'utf8')) ?? [];
            return readFileSync(path.join(output, application), 'utf8');
        };
        expect(started()).toContain('3.8.6');
        await (loadCliPlatform().hooks['onAfterBuild'] as (...args: unknown[]) => Promise<void>)(options, result);
        expect(started()).toContain('3.8.6');
    });

    it('keep the compile config\'s name out of md5, where an earlier one lies in a kept folder', async () => {
        const directory = newFolder();
        const options = { debug: false, md5Cache: true, useCache: true, ...ours({ remoteUrl: 'https://cdn.example.com/g' }) };
        const project = { ...sampleProject, templates: userTemplates };
        await buildOnCli(options, project, directory);
        const { output } = await buildOnCli(options, project, directory);
        expect(listTree(output).filter((file) => file.includes('compile.config'))).toEqual(['cocos.compile.config.json']);
    });

    it('leave the options\' secrets out of cocos.compile.config.json', async () => {
        const { output } = await buildOnCli({ ...ours({ remoteUrl: 'https://cdn.example.com/g' }), uploadToken: 'secret-token', engineInfo: { typescript: { path: '/home/somebody/engine' } } });
        const text = readFileSync(path.join(output, 'cocos.compile.config.json'), 'utf8');
        expect(JSON.parse(text)).toMatchObject({ platform: 'alipay-mini-game', debug: true });
        expect(text).not.toMatch(/secret|somebody|packages/);
        expect(JSON.parse(readFileSync(path.join(output, 'mini.project.json'), 'utf8'))).toMatchObject({ format: 2, uploadExclude: expect.arrayContaining(['cocos.compile.config.json']) as unknown });
    });

    it('merge a user\'s game.json, keep other template files, and render a user\'s game.ejs with Creator\'s four variables', async () => {
        const ejs = '// own entry\nrequire("<%= systemJsBundleFile %>");\nrequire("<%= importMapFile %>");\nrequire("<%= applicationJs %>");\n<% if (polyfillsBundleFile) { %>require("<%= polyfillsBundleFile %>");<% } %>\n';
        const { exitCode, output } = await buildOnCli(
            { debug: false, md5Cache: true, ...ours({ remoteUrl: 'https://cdn.example.com/g' }) },
            { ...sampleProject, templates: { ...userTemplates, 'alipay-mini-game/game.ejs': ejs } },
        );
        expect(exitCode).toBe(0);
        const gameJson = JSON.parse(readFileSync(path.join(output, 'game.json'), 'utf8')) as Record<string, unknown>;
        expect(gameJson).toMatchObject({ showStatusBar: true, networkTimeout: { request: 5000, download: 60000 }, subpackages: [{ name: 'sub', root: 'subpackages/sub/' }] });
        const gameJs = readFileSync(path.join(output, 'game.js'), 'utf8');
        expect(gameJs).toMatch(/^\/\/ own entry\nrequire\("\.\/src\/system\.bundle\.[0-9a-f]{5}\.js"\)/);
        for (const file of gameJs.match(/\.\/[\w./-]+\.js/g) ?? []) expect(existsSync(path.join(output, file)), file).toBe(true);
        expect(readFileSync(path.join(output, 'open-data/readme.txt'), 'utf8')).toBe('kept as it is');
        expect(existsSync(path.join(output, 'game.ejs'))).toBe(false);
    });

    it('bear a shared host that calls them without arguments and without `this`', async () => {
        for (const [name, hook] of Object.entries(loadCliPlatform().hooks)) {
            if (typeof hook === 'function') await expect(Promise.resolve((hook as () => unknown)()), name).resolves.toBeUndefined();
        }
    });
});

describe('the hooks of Creator', () => {
    const layout = JSON.parse(readFileSync(path.join(projectRoot, 'test', 'fixtures', 'creator', 'md5.tree.json'), 'utf8')) as CreatorLayout;
    const withAddress = { packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', remoteUrl: 'https://cdn.example.com/c' } } };

    it('leave a layout they do not know untouched and name the difference', async () => {
        const strange: CreatorLayout = { ...layout, files: layout.files.filter(({ path: file }) => !file.startsWith('application')) };
        const { hooks } = loadCreatorExtension();
        const directory = newFolder();
        const untouched = await buildWithCreator({ directory: newFolder(), layout: strange, hooks: {} });
        const { exitCode, error, output } = await buildWithCreator({ directory, layout: strange, hooks, options: withAddress });
        expect(exitCode).toBe(34);
        expect(error?.message).toMatch(/AMG201.*application/);
        expect(describeTree(output)).toBe(describeTree(untouched.output));
    });

    it('leave the output untouched where remote bundles have no address, and name them', async () => {
        const untouched = await buildWithCreator({ directory: newFolder(), layout, hooks: {} });
        const { exitCode, error, output } = await buildWithCreator({ directory: newFolder(), layout, hooks: loadCreatorExtension().hooks });
        expect(exitCode).toBe(34);
        expect(error?.message).toMatch(/AMG117.*rank/);
        expect(describeTree(output)).toBe(describeTree(untouched.output));
    });

    it('make the same package again when the last hook runs twice', async () => {
        const { hooks } = loadCreatorExtension();
        const { output } = await buildWithCreator({ directory: newFolder(), layout, hooks, options: withAddress });
        const before = describeTree(output);
        await (hooks['onAfterBuild'] as (...args: unknown[]) => Promise<void>)({ debug: false, ...withAddress }, { dest: output });
        expect(describeTree(output)).toBe(before);
    });

    it('take the first screen\'s pictures from the project, and stop before the build where the editor knows that one is not there', async () => {
        const directory = newFolder();
        const options = { packages: { ...withAddress.packages, 'cocos-alipay-mini-game': { firstScreenLogo: 'project://art/logo.png' } } };
        const { hooks } = loadCreatorExtension();
        vi.stubGlobal('Editor', { Project: { path: directory } });
        const missing = await buildWithCreator({ directory, layout, hooks, options });
        vi.unstubAllGlobals();
        expect(missing.error?.message).toMatch(/AMG121 firstScreenLogo/);
        expect(existsSync(missing.output)).toBe(false);
        writeFile(directory, 'art/logo.png', logo);
        const { exitCode, output } = await buildWithCreator({ directory, layout, hooks, options });
        expect(exitCode).toBe(36);
        expect(readFileSync(path.join(output, 'first-screen', 'logo.png')).equals(logo)).toBe(true);
    });

    it('speak the editor\'s language', async () => {
        vi.stubGlobal('Editor', { I18n: { getLanguage: () => 'zh' } });
        const { error } = await buildWithCreator({ directory: newFolder(), layout, hooks: loadCreatorExtension().hooks });
        vi.unstubAllGlobals();
        expect(error?.message).toContain('错误 AMG117');
    });

    it('bear being called without arguments', async () => {
        for (const [name, hook] of Object.entries(loadCreatorExtension().hooks)) {
            if (typeof hook === 'function') await expect(Promise.resolve((hook as () => unknown)()), name).resolves.toBeUndefined();
        }
    });

    it('write only into the output folder and the folders beside it', async () => {
        const directory = newFolder();
        writeFile(directory, 'assets/scene.scene', 'scene');
        await buildWithCreator({ directory, layout, hooks: loadCreatorExtension().hooks, options: withAddress });
        expect(readdirSync(directory).sort()).toEqual(['assets', 'build']);
        expect(readdirSync(path.join(directory, 'build')).sort()).toEqual(['alipay-mini-game', 'alipay-mini-game-remote', 'alipay-mini-game-report']);
    });
});
