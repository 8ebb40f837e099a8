import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import stringWidth from 'string-width';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderTerminal, reportBuild, reportDirectoryOf, writeReport, type SizeReport } from '../../source/report';
import { compressSmall, smallFileBytes } from '../../source/report/measure/gzip-size';
import { readMeasureCache } from '../../source/report/measure/measure-cache';
import { bundleFiles, noise, png, sampleFiles, script, toLean, writeSample, writeTree } from './sample-package';
import { makeProduct } from './product';

const folders: string[] = [];
let productDirectory = '';

beforeAll(async () => {
    productDirectory = await makeProduct();
});

afterAll(() => rmSync(productDirectory, { recursive: true, force: true }));

afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'report-'));
    folders.push(folder);
    return path.join(folder, 'harbour');
}

async function report(directory: string, modules?: readonly string[]): Promise<SizeReport> {
    return (await writeReport({ directory, productDirectory, language: 'en', ...(modules === undefined ? {} : { modules }) })).report;
}

async function reportSample(changes: Parameters<typeof writeSample>[1] = {}, layout?: typeof toLean): Promise<SizeReport> {
    const directory = makeFolder();
    writeSample(directory, changes, layout);
    return report(directory);
}

function sum(items: readonly { readonly bytes: number }[]): number {
    return items.reduce((total, { bytes }) => total + bytes, 0);
}

describe('the report', () => {
    it('accounts for every byte once', async () => {
        const found = await reportSample();
        const { pack, remote } = sampleFiles();
        const lengths = (files: typeof pack): number => Object.values(files).reduce((total, content) => total + Buffer.byteLength(content), 0);
        expect(found.package.bytes).toBe(lengths(pack));
        expect(found.remote.bytes).toBe(lengths(remote));
        expect(sum(found.groups)).toBe(lengths(pack) + lengths(remote));
        expect(sum(found.files)).toBe(lengths(pack) + lengths(remote));
        expect(sum(found.parts)).toBe(lengths(pack));
        expect(found.files).toHaveLength(Object.keys(pack).length + Object.keys(remote).length);
        expect(found.limits.map(({ of, bytes }) => [of, bytes])).toEqual([['main', found.parts[0]?.bytes], ['package', lengths(pack)]]);
    });

    it('knows what each file is for, and what it is in the project', async () => {
        const { files, groups } = await reportSample();
        const groupOf = (file: string): string => {
            const group = groups[files.find((candidate) => candidate.path === file)?.group ?? -1];
            return `${group?.place} ${group?.kind} ${group?.name}`.trim();
        };
        expect(groupOf('cocos-js/cc.js')).toBe('main engine');
        expect(groupOf('src/effect.bin')).toBe('main engine');
        expect(groupOf('src/chunks/bundle.js')).toBe('main scripts');
        expect(groupOf('src/bundle-scripts/islands/index.js')).toBe('main scripts');
        expect(groupOf('web-adapter.js')).toBe('main adapter');
        expect(groupOf('game.json')).toBe('main entry');
        expect(groupOf('assets/resources/config.json')).toBe('main bundle resources');
        expect(groupOf('subpackages/harbour/index.js')).toBe('subpackage bundle harbour');
        expect(groupOf('remote/islands/config.json')).toBe('remote bundle islands');
        expect(files.find((file) => file.path.endsWith('/12000001-0000-4000-8000-000000000002.png'))?.assets).toEqual(['db://assets/ui/title']);
    });

    it('measures compressed bytes as gzip does, and compressed types as they are', async () => {
        const { files } = await reportSample();
        const gzipOf = (file: string): number => files.find((candidate) => candidate.path === file)?.gzipBytes ?? 0;
        expect(gzipOf('cocos-js/cc.js')).toBe(gzipSync(String(sampleFiles().pack['cocos-js/cc.js'])).length);
        expect(gzipOf('assets/main/native/12/12000001-0000-4000-8000-000000000002.png')).toBe(148_000);
    });

    it('compresses small files with small tables to the same size, within a thousandth or two bytes', () => {
        for (let bytes = 0; bytes <= smallFileBytes; bytes = bytes * 2 + 37) {
            for (const content of [Buffer.from(script(bytes, bytes)), noise(bytes, bytes), Buffer.from(JSON.stringify(Array.from({ length: bytes / 40 }, (_, index) => ({ name: `node ${index}`, x: index * 17 }))))]) {
                const exact = gzipSync(content).length;
                expect(Math.abs(compressSmall(content).gzipBytes - exact)).toBeLessThanOrEqual(Math.max(2, exact / 1000));
            }
        }
    });

    it('finds the same content in several bundles, but not files that are only as long', async () => {
        const { duplicates } = await reportSample({ 'assets/resources/native/13/a.png': png(8, 8, 4_000, 1), 'assets/resources/native/13/b.png': png(8, 8, 4_000, 2) });
        expect(duplicates).toEqual([{ bytes: 96_000, savedBytes: 192_000, paths: [
            'assets/resources/native/13/13000028-0000-4000-8000-000000000003.png',
            'remote/islands/native/15/15000028-0000-4000-8000-000000000005.png',
            'subpackages/harbour/native/14/14000028-0000-4000-8000-000000000004.png',
        ] }]);
    });

    it('names textures without a compressed twin, with the memory they take', async () => {
        const { textures } = await reportSample({ 'assets/main/native/12/12000001-0000-4000-8000-000000000002.astc': 'astc' });
        expect(textures[0]).toMatchObject({ asset: 'maps/atlantic', width: 2048, height: 2048, memoryBytes: 2048 * 2048 * 4 });
        expect(textures.some(({ path: file }) => file.includes('12000001'))).toBe(false);
    });

    it('gives the advice that saves most first, each with the bytes it takes off', async () => {
        const { advice, groups } = await reportSample({ 'cocos-js/cc.js.map': script(40_000, 1), 'assets/resources/native/99/99000000-0000-4000-8000-000000000099.png': png(9, 9, 50_000, 3) });
        expect(advice.map(({ savedBytes }) => savedBytes)).toEqual(advice.map(({ savedBytes }) => savedBytes).sort((a, b) => b - a));
        const by = (kind: string, subject?: string): number | undefined => advice.find((one) => one.kind === kind && (subject === undefined || one.subject === subject))?.savedBytes;
        expect(by('move-to-remote', 'resources')).toBe((groups.find(({ name }) => name === 'resources')?.bytes ?? 0) - 3_000);
        expect(by('move-to-remote', 'internal')).toBeUndefined();
        expect(by('unused-module', 'physics-ammo')).toBe(640_000);
        expect(by('unused-module', 'spine')).toBeUndefined();
        expect(by('unused-wasm', 'spine')).toBe(313_000);
        expect(by('duplicates')).toBe(96_000);
        expect(by('source-maps')).toBe(40_000);
        expect(by('unreferenced', 'assets/resources/')).toBe(50_000);
    });

    it('advises to move bundles by what they hold, in a tight main package as subpackages too', async () => {
        const kinds = ({ advice }: SizeReport, subject: string): unknown[] => advice.filter((one) => one.subject === subject).map(({ kind, of, savedBytes }) => [kind, of, savedBytes]);
        const tight = await reportSample();
        const bytesOf = (found: SizeReport, name: string): number => found.groups.find((group) => group.name === name)?.bytes ?? 0;
        // The bundle's script of 3,000 bytes stays in the package when its data goes to a server.
        expect(kinds(tight, 'resources')).toEqual([['move-to-subpackage', 'main', bytesOf(tight, 'resources')], ['move-to-remote', 'main', bytesOf(tight, 'resources') - 3_000]]);
        expect(kinds(tight, 'harbour')).toEqual([['move-to-remote', 'package', bytesOf(tight, 'harbour') - 31_000 - Buffer.byteLength("require('./index.js');\n")]]);
        // The start scene is in it.
        expect(kinds(tight, 'main')).toEqual([]);
        // These stay in the main package whatever it holds.
        expect(kinds(tight, 'internal')).toEqual([]);
        // It is at the server already.
        expect(kinds(tight, 'islands')).toEqual([]);
        const roomy = await reportSample({ 'cocos-js/cc.js': 'small', 'cocos-js/bullet.release.asm-3fBx0a1c.js': null });
        expect(roomy.limits[0]?.bytes ?? 0).toBeLessThan(3_000_000);
        expect(kinds(roomy, 'resources')).toEqual([['move-to-remote', 'main', bytesOf(roomy, 'resources') - 3_000]]);
    });

    it('advises to move the main bundle where a start scene bundle keeps the start', async () => {
        const { pack } = sampleFiles();
        const settings = JSON.parse(String(pack['src/settings.json'])) as { assets: { projectBundles: string[] } };
        settings.assets.projectBundles.push('start-scene');
        const found = await reportSample({ 'src/settings.json': JSON.stringify(settings), 'assets/start-scene/index.js': '', ...bundleFiles('assets/start-scene', 'start-scene', []) });
        const of = (subject: string): string[] => found.advice.filter((one) => one.subject === subject).map(({ kind }) => kind).sort();
        expect(of('main')).toEqual(['move-to-remote', 'move-to-subpackage']);
        expect(of('start-scene')).toEqual([]);
    });

    it('advises the lean layout where the main package is large: with the bytes it moves, and only in the standard layout', async () => {
        const { advice, limits } = await reportSample();
        const { pack } = sampleFiles();
        const stays = ['game.js', 'game.json', 'project.config.json', 'web-adapter.js', 'adapter-options.js'];
        const saved = stays.reduce((total, file) => total - Buffer.byteLength(pack[file] ?? ''), limits[0]?.bytes ?? 0);
        expect(advice[0]).toEqual({ kind: 'lean-start', of: 'main', subject: '', savedBytes: saved });
        expect(saved).toBeGreaterThan(3_000_000);
        const of = (found: SizeReport): string[] => found.advice.map(({ kind }) => kind);
        expect(of(await reportSample({}, toLean))).not.toContain('lean-start');
        expect(of(await reportSample({ 'cocos-js/cc.js': 'small', 'cocos-js/bullet.release.asm-3fBx0a1c.js': null }))).not.toContain('lean-start');
    });

    it('advises the same about the whole package in both layouts', async () => {
        const advised = ({ advice }: SizeReport): unknown[] => advice.filter(({ kind }) => !/^(lean-start|move-to-subpackage)$/.test(kind)).map(({ kind, savedBytes }) => [kind, savedBytes]);
        const [standard, lean] = [await reportSample(), await reportSample({}, toLean)];
        expect(advised(lean)).toEqual(advised(standard));
        expect(lean.advice.map(({ of }) => of)).not.toContain('main');
        expect(lean.limits[0]?.bytes).toBeLessThan(200_000);
    });

    it('accounts for a lean package: what starts, the game, its own subpackages', async () => {
        const { parts, groups, growth } = await reportSample({}, toLean);
        expect(parts.map(({ name, place }) => [name, place])).toEqual([['', 'main'], ['harbour', 'subpackage'], ['cocos-game', 'game']]);
        for (const place of ['main', 'game', 'subpackage'] as const) {
            expect(sum(groups.filter((group) => group.place === place))).toBe(sum(parts.filter((part) => part.place === place)));
        }
        expect(groups.filter(({ place }) => place === 'main').map(({ kind }) => kind).sort()).toEqual(['adapter', 'entry', 'first-screen']);
        expect(growth).toBeUndefined();
    });

    it('does not take the other layout for other files', async () => {
        const directory = makeFolder();
        writeSample(directory);
        await report(directory);
        rmSync(directory, { recursive: true });
        writeSample(directory, {}, toLean);
        const { growth } = await report(directory);
        expect(growth?.main).toBeLessThan(-3_000_000);
        expect(growth?.groups).toEqual({});
        expect(growth?.files.map(({ path: file }) => file).filter((file) => !/^(first-screen|lean-start|game\.js|game\.json|subpackages\/cocos-game\/((start-)?game|adapter-options)\.js)/.test(file))).toEqual([]);
    });

    it('tells what check finds, in both languages', async () => {
        const { findings } = await reportSample({ 'engine-adapter.js': null });
        expect(findings.map(({ code }) => code)).toEqual(['AMG411', 'AMG407']);
        expect(findings[0]?.text.en.what).toContain('./engine-adapter.js');
        expect(findings[0]?.text.zh.what).not.toBe(findings[0]?.text.en.what);
    });

    it('asks the host for the assets that no config names, and remembers what it said', async () => {
        const directory = makeFolder();
        const id = '12000001-0000-4000-8000-000000000002';
        const config = JSON.parse(String(sampleFiles().pack['assets/main/config.json'])) as { paths: Record<string, unknown> };
        delete config.paths[id];
        writeSample(directory, { 'assets/main/config.json': JSON.stringify(config) });
        const asked: string[] = [];
        const findAssetUrl = (uuid: string): Promise<string | undefined> => {
            asked.push(uuid);
            return uuid === id ? Promise.resolve('db://assets/ui/title.png') : Promise.reject(new Error('unknown'));
        };
        const assetsOf = (found: SizeReport): readonly string[] | undefined => found.files.find((file) => file.path.endsWith(`${id}.png`))?.assets;
        const { report: found } = await writeReport({ directory, productDirectory, language: 'en', findAssetUrl });
        expect(asked).toEqual([id]);
        expect(assetsOf(found)).toEqual(['db://assets/ui/title.png']);
        expect(assetsOf(await report(directory))).toEqual(['db://assets/ui/title.png']);
        const silent = await writeReport({ directory, productDirectory, language: 'en', findAssetUrl: () => new Promise(() => undefined) });
        expect(assetsOf(silent.report)).toBeUndefined();
    });

    it('keeps the modules that the host told for the reports after', async () => {
        const directory = makeFolder();
        writeSample(directory);
        await report(directory, ['ui', '2d']);
        expect((await report(directory)).modules).toEqual(['2d', 'ui']);
    });
});

describe('growth', () => {
    it('compares with the build before, and not with the same build reported twice', async () => {
        const directory = makeFolder();
        writeSample(directory);
        const first = await report(directory);
        expect(first.growth).toBeUndefined();
        expect(first.history).toHaveLength(1);
        expect((await report(directory)).history).toHaveLength(1);

        writeTree(directory, { 'assets/main/index.js': script(12_000, 1), 'assets/main/index.aaaaa.js': 'x'.repeat(500) });
        const second = await report(directory);
        expect(second.growth).toMatchObject({ main: 3_500, package: 3_500, remote: 0, groups: { 'main/bundle/main': 3_500 }, files: [{ path: 'assets/main/index.js', before: 9_000, after: 12_500 }] });
        expect((await report(directory)).growth).toEqual(second.growth);
        expect(second.history.map(({ main }) => main)).toEqual([first.limits[0]?.bytes, (first.limits[0]?.bytes ?? 0) + 3_500]);
    });

    it('is kept beside the build, so that emptying the build folder does not lose it', async () => {
        const directory = makeFolder();
        writeSample(directory);
        await report(directory);
        const before = readdirSync(directory).sort();
        rmSync(directory, { recursive: true });
        writeSample(directory, { 'src/chunks/bundle.js': script(170_000, 12) });
        expect((await report(directory)).growth?.main).toBe(2_000);
        expect(readdirSync(directory).sort()).toEqual(before);
    });

    it.each([
        ['torn', () => '{"version":1,"cur'],
        ['of values that are none', (text: string) => text.replace(/"main":\d+/g, '"main":"x"').replace(/\[\d+,[\d.]+,[\d.]+,\{[^}]*\}\]/g, 'null')],
        ['of builds that are none', (text: string) => text.replace(/"current":\{.*$/, '"current":null,"earlier":[null]}').replace(/"files":\{.*$/, '"files":null}')],
    ])('survives a broken memory: %s', async (_name, broken) => {
        const directory = makeFolder();
        writeSample(directory);
        await report(directory);
        for (const name of ['history.json', 'measures.json']) {
            const file = path.join(reportDirectoryOf(directory), name);
            writeFileSync(file, broken(readFileSync(file, 'utf8')));
        }
        const again = await report(directory);
        expect(again.growth).toBeUndefined();
        expect(again.history).toHaveLength(1);
    });
});

describe('what was measured before', () => {
    it('is kept for files that were at rest, and found again for the same key only', () => {
        const file = path.join(makeFolder(), '..', 'measures.json');
        const entry = { path: 'a.js', bytes: 10, mtimeMs: 1_000, ctimeMs: 1_000 };
        const cache = readMeasureCache(file, 'key', 2_000);
        cache.keep('a.js', entry, { gzipBytes: 7 });
        cache.keep('just-written.js', { ...entry, ctimeMs: 1_990 }, { gzipBytes: 7 });
        writeFileSync(file, cache.format());
        const again = readMeasureCache(file, 'key', 3_000);
        expect(again.find('a.js', entry)).toEqual({ gzipBytes: 7 });
        expect(again.find('just-written.js', { ...entry, ctimeMs: 1_990 })).toBeUndefined();
        for (const change of [{ bytes: 11 }, { mtimeMs: 999 }, { ctimeMs: 999 }]) expect(again.find('a.js', { ...entry, ...change })).toBeUndefined();
        expect(readMeasureCache(file, 'another', 3_000).find('a.js', entry)).toBeUndefined();
    });

    it('is used until the file is written again', async () => {
        const directory = makeFolder();
        writeSample(directory);
        await new Promise((resolve) => setTimeout(resolve, 120));
        await report(directory);
        const memory = path.join(reportDirectoryOf(directory), 'measures.json');
        const cache = JSON.parse(readFileSync(memory, 'utf8')) as { files: Record<string, [number, number, number, { gzipBytes: number }]> };
        const row = cache.files['cocos-js/cc.js'];
        expect(row).toBeDefined();
        if (row) row[3].gzipBytes = 12_345;
        writeFileSync(memory, JSON.stringify(cache));
        const gzipOf = (found: SizeReport): number | undefined => found.files.find((file) => file.path === 'cocos-js/cc.js')?.gzipBytes;
        expect(gzipOf(await report(directory))).toBe(12_345);
        writeTree(directory, { 'cocos-js/cc.js': script(1_760_000, 99) });
        expect(gzipOf(await report(directory))).toBe(gzipSync(script(1_760_000, 99)).length);
    });
});

describe('the written page', () => {
    it('is one file with a strict policy, whatever names are in it', async () => {
        const directory = makeFolder();
        const evil = '</script><img src=x onerror=alert(1)>&"\'\u2028.js';
        writeSample(directory, { [`src/chunks/${evil.replace(/\//g, '∕')}`]: 'x', 'assets/main/config.json': JSON.stringify({ name: 'main', uuids: ['12000001-0000-4000-8000-000000000002'], paths: { '12000001-0000-4000-8000-000000000002': ['</script><script>alert(2)</script>', 'cc.ImageAsset'] } }) });
        const { page } = await writeReport({ directory, productDirectory, language: 'zh' });
        const html = readFileSync(page, 'utf8');
        expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'"/);
        expect(html).toContain('<html lang="zh-CN">');
        expect(html.match(/<\/script>/g)).toHaveLength(2);
        expect(html).not.toContain('<img');
        expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)[^"\s\\]*\.(js|css|woff2?|png)\b/);
        const data = /<script type="application\/json" id="report">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
        expect((JSON.parse(data) as SizeReport).files.map(({ assets }) => assets?.[0])).toContain('</script><script>alert(2)</script>');
    });

    it('that cannot be written is told with its folder', async () => {
        const directory = makeFolder();
        writeSample(directory);
        writeFileSync(reportDirectoryOf(directory), 'in the way');
        const request = { directory, productDirectory, language: 'en' } as const;
        await expect(writeReport(request)).rejects.toMatchObject({ code: 34, problems: [{ code: 'AMG427', level: 'error', where: reportDirectoryOf(directory) }] });
        expect(await reportBuild(request)).toMatchObject({ problem: { code: 'AMG427', level: 'warning' } });
    });

    it('leaves no half file behind', async () => {
        const directory = makeFolder();
        writeSample(directory);
        const { page } = await writeReport({ directory, productDirectory, language: 'en' });
        expect(readdirSync(path.dirname(page)).sort()).toEqual(['history.json', 'measures.json', 'report.html']);
        expect(statSync(page).size).toBeGreaterThan(30_000);
        expect(existsSync(path.join(directory, 'report.html'))).toBe(false);
    });
});

describe('the table on a terminal', () => {
    it('is as wide in Chinese as in English where the columns are, and ends with the best advice', async () => {
        const found = await reportSample();
        for (const language of ['en', 'zh'] as const) {
            const lines = renderTerminal(found, language);
            expect(lines.some((line) => line.includes('resources'))).toBe(true);
            expect(lines.length).toBeLessThan(20);
            expect(lines.every((line) => line.length < 110)).toBe(true);
            expect(lines[lines.length - 1]).toMatch(/→ .*−\d/);
        }
    });

    it.each([['en', 'Game package: 5.03 MB', 'behind the first screen'], ['zh', '游戏分包: 5.03 MB', '显示首屏时加载']] as const)('says what a lean package loads behind the first screen (%s)', async (language, start, note) => {
        const lines = renderTerminal(await reportSample({}, toLean), language);
        expect(lines[2]).toContain(start);
        expect(lines[2]).toContain(note);
        expect(lines[2]).toContain('cocos-game');
        expect(renderTerminal(await reportSample(), language).join()).not.toContain('cocos-game');
    });

    it.each(['en', 'zh'] as const)('has its columns in line (%s)', async (language) => {
        const rows = renderTerminal(await reportSample(), language).filter((line) => / (B|kB|MB) .*%$/.test(line));
        expect(rows.length).toBeGreaterThan(3);
        expect(new Set(rows.map((line) => stringWidth(line))).size).toBe(1);
    });
});

