import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FirstScreenOptions } from '../../source/runtime/first-screen/options';
import { packageBuild, type PackageRequest, type PackageResult } from '../../source/packager';
import type { FirstScreenDescription } from '../../source/packager/artefacts/first-screen';
import { createPng } from '../e2e/png';
import { hashedBuild, optionsWith, readTree, sampleOf, smallBuild, writeFiles, type Files, type Sample } from './sample-build';

const dot = createPng(4, 2, () => [255, 0, 0, 255]);
const engine = (code: string): Files => ({ ...smallBuild, 'cocos-js/cc.js': code });
const webgl2Engine = 'a=canvas.getContext("webgl2",attributes)||canvas.getContext("webgl",attributes)';

/** A build in a project with two pictures. */
function inProject(values: Readonly<Record<string, unknown>> = {}, files: Files = smallBuild): { sample: Sample; pack(values?: Readonly<Record<string, unknown>>, more?: Partial<PackageRequest>): Promise<PackageResult> } {
    const sample = sampleOf(files, values);
    const projectDirectory = join(sample.folder, 'project');
    writeFiles(projectDirectory, { 'art/logo.png': dot, 'art/back.png': dot });
    return { sample, pack: (changes = values, more = {}) => packageBuild(sample.request({ projectDirectory, options: optionsWith(changes), ...more })) };
}

function readOptions({ build }: Sample, root = ''): { readonly firstScreen?: FirstScreenDescription } {
    const file = join(build, root, 'adapter-options.js');
    const load = createRequire(file);
    delete load.cache[file];
    return load(file) as { firstScreen?: FirstScreenDescription };
}
const has = ({ build }: Sample, path: string): boolean => existsSync(join(build, path));

describe('the first screen in a package', () => {
    it('is on by default: the module, required before the engine, and what it has to know', async () => {
        const { sample, pack } = inProject();
        await pack();
        expect(readFileSync(join(sample.build, 'first-screen.js'), 'utf8')).toBe('/* first-screen */');
        const entry = readFileSync(join(sample.build, 'game.js'), 'utf8');
        const required = [...entry.matchAll(/require\('([^']+)'\)/g)].map(([, path]) => path);
        // What tells a failure is required where one is caught, which stands above.
        expect(required.filter((path) => path !== './start-failure.js').slice(0, 3)).toEqual(['./web-adapter.js', './first-screen.js', './src/polyfills.bundle.js']);
        expect(readOptions(sample).firstScreen).toEqual({
            enabled: true, layout: 'standard', webgl: 1, contextAttributes: { alpha: false, antialias: true },
            backgroundColor: '#12151c', barColor: '#4c8dff', trackColor: '#2a303c', textColor: '#ffffff',
        });
        expectTypeOf<FirstScreenDescription>().toExtend<FirstScreenOptions>();
    });

    it('switched off, is not there at all in the standard layout, and draws nothing until something fails in the lean one', async () => {
        const { sample, pack } = inProject({ firstScreen: false, firstScreenLogo: 'art/logo.png' });
        await pack();
        expect(has(sample, 'first-screen.js')).toBe(false);
        expect(readOptions(sample)).not.toHaveProperty('firstScreen');
        expect(readFileSync(join(sample.build, 'game.js'), 'utf8')).not.toContain('./first-screen.js');
        await pack({ firstScreen: false, mainPackage: 'lean', firstScreenLogo: 'art/logo.png' });
        expect(has(sample, 'first-screen.js')).toBe(true);
        expect(has(sample, 'first-screen')).toBe(false);
        expect(readOptions(sample).firstScreen).toMatchObject({ enabled: false, layout: 'lean' });
    });

    it('takes pictures, colors and texts from the options; an empty color is the table\'s', async () => {
        const { sample, pack } = inProject({
            firstScreenLogo: 'art/logo.png', firstScreenBackground: 'project://art/back.png',
            firstScreenColors: { background: '#FFF', bar: '' }, firstScreenText: { zh: '加载中…' },
        });
        await pack();
        expect(readFileSync(join(sample.build, 'first-screen/logo.png')).equals(dot)).toBe(true);
        expect(readOptions(sample).firstScreen).toMatchObject({
            logo: 'first-screen/logo.png', background: 'first-screen/background.png',
            backgroundColor: '#FFF', barColor: '#4c8dff', texts: { zh: { loading: '加载中…' } },
        });
    });

    it('in the lean layout lies in the main package with its pictures', async () => {
        const { sample, pack } = inProject({ mainPackage: 'lean', firstScreenLogo: 'art/logo.png' });
        await pack();
        expect(has(sample, 'first-screen.js') && has(sample, 'first-screen/logo.png')).toBe(true);
        expect(has(sample, 'subpackages/cocos-game/first-screen.js') || has(sample, 'subpackages/cocos-game/first-screen')).toBe(false);
    });

    it('packed twice is the same; pictures that the options no longer name go, the user\'s own files there stay', async () => {
        const both = { firstScreenLogo: 'art/logo.png', firstScreenBackground: 'art/back.png' };
        const { sample, pack } = inProject(both, { ...smallBuild, 'first-screen/mine.txt': 'mine' });
        await pack();
        const first = readTree(sample.build);
        expect(await pack()).toMatchObject({ changes: 0 });
        expect(readTree(sample.build)).toEqual(first);
        await pack({ firstScreenLogo: 'art/logo.png' });
        expect([has(sample, 'first-screen/logo.png'), has(sample, 'first-screen/background.png'), has(sample, 'first-screen/mine.txt')]).toEqual([true, false, true]);
        await pack({ firstScreen: false });
        expect([has(sample, 'first-screen/logo.png'), has(sample, 'first-screen.js'), has(sample, 'first-screen/mine.txt')]).toEqual([false, false, true]);
    });

    it('is the user\'s own module where the build templates have one', async () => {
        const { sample, pack } = inProject();
        writeFiles(join(sample.folder, 'templates'), { 'first-screen.js': '/* mine */' });
        await pack({}, { templateDirectories: [join(sample.folder, 'templates')] });
        expect(readFileSync(join(sample.build, 'first-screen.js'), 'utf8')).toBe('/* mine */');
    });

    it('is left out with the engine\'s adapters, which would not take the canvas over', async () => {
        const { sample, pack } = inProject();
        writeFiles(join(sample.folder, 'engine'), { 'web-adapter.js': '', 'engine-adapter.js': '' });
        await pack({ adapter: 'engine' }, { engineAdapterDirectory: join(sample.folder, 'engine') });
        expect(has(sample, 'first-screen.js')).toBe(false);
    });

    it('stops before anything is written where a picture is wrong', async () => {
        const { sample, pack } = inProject({ firstScreenLogo: 'art/gone.png' });
        const before = readTree(sample.folder);
        await expect(pack()).rejects.toThrow(/AMG121 firstScreenLogo/);
        expect(readTree(sample.folder)).toEqual(before);
    });
});

describe('the context that the first screen opens', () => {
    const factsOf = async (files: Files): Promise<Partial<FirstScreenDescription>> => {
        const { sample, pack } = inProject({}, files);
        await pack();
        const { webgl, contextAttributes } = readOptions(sample).firstScreen ?? {};
        return { ...(webgl && { webgl }), ...(contextAttributes && { contextAttributes }) };
    };

    it.each([
        ['an engine with gfx-webgl2', engine(webgl2Engine), 2],
        ['one in several files', { ...engine(''), 'cocos-js/gfx-webgl2-Zq1.js': webgl2Engine.replace(/"/g, '\'') }, 2],
        ['one without', engine('a=canvas.getContext("webgl",attributes); b=WebGL2RenderingContext'), 1],
        ['one that is not in the package', { ...engine(''), 'assets/main/index.js': webgl2Engine }, 1],
    ] as const)('is that of %s', async (_name, files, webgl) => {
        expect((await factsOf(files)).webgl).toBe(webgl);
    });

    it('is none where the engine is a plugin: nobody knows what it will ask for', async () => {
        const plugin = { ...smallBuild, 'src/import-map.js': 'exports.default = { imports: { "cc": "plugin:cocos/cc.js" } };' };
        const standard = inProject({}, plugin);
        expect((await standard.pack()).problems.map(({ code }) => code)).toContain('AMG325');
        expect(has(standard.sample, 'first-screen.js')).toBe(false);
        const lean = inProject({ mainPackage: 'lean' }, plugin);
        await lean.pack();
        expect(readOptions(lean.sample).firstScreen?.enabled).toBe(false);
        const off = inProject({ firstScreen: false }, plugin);
        expect((await off.pack()).problems.map(({ code }) => code)).not.toContain('AMG325');
    });

    it('has the attributes that the macros of the settings decide', async () => {
        const settings = JSON.parse(String(smallBuild['src/settings.json'])) as object;
        const withMacros = { ...smallBuild, 'src/settings.json': JSON.stringify({ ...settings, engine: { macros: { ENABLE_TRANSPARENT_CANVAS: true, ENABLE_WEBGL_ANTIALIAS: false } } }) };
        expect((await factsOf(withMacros)).contextAttributes).toEqual({ alpha: true, antialias: false });
    });

    it('is found in a lean package too, when it is packed again', async () => {
        const { sample, pack } = inProject({ mainPackage: 'lean' }, engine(webgl2Engine));
        await pack();
        expect(await pack()).toMatchObject({ changes: 0 });
        expect(readOptions(sample).firstScreen?.webgl).toBe(2);
        expect(readOptions(sample, 'subpackages/cocos-game')).toEqual(readOptions(sample));
    });
});

describe('the engine\'s splash', () => {
    const splash = { displayRatio: 1, totalTime: 2000, logo: { type: 'default', base64: 'data:image/png;base64,AAAA' }, background: { type: 'default' } };
    const withSplash: Files = { ...smallBuild, 'src/settings.json': JSON.stringify({ ...JSON.parse(String(smallBuild['src/settings.json'])) as object, splashScreen: splash }) };
    const splashOf = async (values: Readonly<Record<string, unknown>>, files = withSplash): Promise<unknown> => {
        const { sample, pack } = inProject(values, files);
        await pack();
        return (JSON.parse(readFileSync(join(sample.build, 'src/settings.json'), 'utf8')) as { splashScreen?: unknown }).splashScreen;
    };

    it('is left as the host made it, or taken out with its pictures', async () => {
        expect(await splashOf({})).toEqual(splash);
        expect(await splashOf({ engineSplash: 'off' })).toEqual({ totalTime: 0 });
        expect(await splashOf({ engineSplash: 'off' }, smallBuild)).toBeUndefined();
    });
});

describe('what is fetched while the engine is evaluated', () => {
    const addressesOf = async (files: Files, values: Readonly<Record<string, unknown>> = {}): Promise<readonly string[] | undefined> => {
        const { sample, pack } = inProject(values, files);
        await pack();
        const [, list] = /\.preload\((\[.*\]), 60000\)/.exec(readFileSync(join(sample.build, values['mainPackage'] === 'lean' ? 'subpackages/cocos-game/start-game.js' : 'game.js'), 'utf8')) ?? [];
        return list === undefined ? undefined : JSON.parse(list) as string[];
    };
    const preloading = (files: Files, settings: string, bundles: readonly object[]): Files => ({ ...files, [settings]: String(files[settings]).replace('"preloadBundles":[{"bundle":"main"}]', `"preloadBundles":${JSON.stringify(bundles)}`) });

    it('is nothing where no remote bundle is preloaded, or nobody knows the address yet', async () => {
        expect(await addressesOf(smallBuild)).toBeUndefined();
        expect(await addressesOf(preloading(smallBuild, 'src/settings.json', [{ bundle: 'main' }, { bundle: 'far' }]), { remoteUrl: '', allowMissingRemoteUrl: true })).toBeUndefined();
    });

    it.each(['standard', 'lean'])('is the config and the file list of each remote bundle that is preloaded, under the names the engine will ask for (%s)', async (mainPackage) => {
        expect(await addressesOf(preloading(smallBuild, 'src/settings.json', [{ bundle: 'main' }, { bundle: 'far' }]), { mainPackage })).toEqual([
            'https://cdn.example.com/g/remote/far/config.json', 'https://cdn.example.com/g/remote/far/files.json',
        ]);
        expect(await addressesOf(preloading(hashedBuild, 'src/settings.abc13.json', [{ bundle: 'far' }]), { mainPackage })).toEqual([
            'https://cdn.example.com/g/remote/far/config.ba713.json', 'https://cdn.example.com/g/remote/far/files.ba713.json',
        ]);
        expect(await addressesOf(preloading(smallBuild, 'src/settings.json', [{ bundle: 'far', version: '12345' }]), { mainPackage })).toEqual([
            'https://cdn.example.com/g/remote/far/config.12345.json', 'https://cdn.example.com/g/remote/far/files.12345.json',
        ]);
    });
});
