/**
 * npm run bench -- packager [--json]: a build of 6,000 files and 204 MB, all of it in remote bundles, so that every
 * byte is hashed. Medians in milliseconds; `peakMb` is the resident memory of a process that packages once, in place.
 */
import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { resolveOptions } from '../../source/options';
import { listFiles } from '../../source/package';
import { applyPlan, packageBuild, planPackage, type PackageRequest } from '../../source/packager';
import { bundledAdapters, firstScreenAdapters, startAdapters } from '../../source/packager/artefacts/adapters';
import { writeArchive } from '../../source/packager/artefacts/archive';
import { rootsOf } from '../../source/packager/roots';

const rounds = 5;
const bundles = ['one', 'two', 'three', 'four'];
const jsonFiles = 4_000;
const imageFiles = 2_000;
const imageBytes = 90_000;

const folder = process.env['PACKAGER_BENCH'] ?? mkdtempSync(join(tmpdir(), 'packager-bench-'));
const build = join(folder, 'build');
const product = join(folder, 'product');

function write(path: string, data: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
}

function makeBuild(): void {
    const text = (index: number): string => JSON.stringify(Array.from({ length: 120 }, (_, row) => ({ __type__: 'cc.Node', _name: `node ${index} ${row}`, x: index * row })));
    for (let index = 0; index < jsonFiles; index += 1) write(`build/remote/${bundles[index % bundles.length]}/import/${(index % 256).toString(16)}/${index}.json`, text(index));
    const image = Buffer.alloc(imageBytes);
    for (let index = 0; index < imageFiles; index += 1) write(`build/remote/${bundles[index % bundles.length]}/native/${(index % 256).toString(16)}/${index}.png`, randomFillSync(image));
    for (const name of bundles) {
        write(`build/remote/${name}/config.json`, JSON.stringify({ name, importBase: 'import', nativeBase: 'native', uuids: [], paths: {} }));
        write(`build/src/bundle-scripts/${name}/index.js`, '');
    }
    write('build/application.js', '');
    write('build/cocos-js/cc.js', Buffer.alloc(2_500_000, 'x'));
    write('build/src/system.bundle.js', '');
    write('build/src/import-map.js', 'exports.default={"imports":{"cc":"./../cocos-js/cc.js"}}');
    write('build/src/settings.json', JSON.stringify({ assets: { server: '', remoteBundles: bundles, projectBundles: bundles }, scripting: {} }));
    for (const name of [...bundledAdapters, ...startAdapters, ...firstScreenAdapters]) write(`product/dist/adapter/${name}`, '');
    write('product/templates/game.ejs', '');
}

function request(changes: Partial<PackageRequest> = {}): PackageRequest {
    const { options } = resolveOptions('cocos-cli', { packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/' } } });
    return { host: 'cocos-cli', buildDirectory: build, outputDirectory: build, options, debug: false, productDirectory: product, templateDirectories: [], ...changes };
}

/** Makes the packaged build what the host left again. */
function unpack(): void {
    if (!existsSync(`${build}-remote`)) return;
    renameSync(join(`${build}-remote`, 'remote'), join(build, 'remote'));
    for (const name of bundles) rmSync(join(build, 'remote', name, 'files.json'));
    for (const name of ['adapter-options.js', 'game.js', 'game.json']) rmSync(join(build, name));
    rmSync(`${build}-remote`, { recursive: true });
}

function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function time(work: () => unknown): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
}

function copyLoop(to: string): void {
    const folders = new Set<string>();
    for (const path of listFiles(build).files.keys()) {
        const target = join(to, path);
        if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
        folders.add(dirname(target));
        copyFileSync(join(build, path), target);
    }
}

/** What earlier rounds wrote must not be written back to disk during this one. */
const settleDisk = (): void => void spawnSync('sync');

async function measure(): Promise<Record<string, number | null>> {
    makeBuild();
    const pack: number[] = [];
    const repeat: number[] = [];
    const out: number[] = [];
    const copy: number[] = [];
    const archive: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
        unpack();
        settleDisk();
        pack.push(await time(() => packageBuild(request())));
        repeat.push(await time(() => packageBuild(request())));
    }
    unpack();
    for (let round = 0; round < rounds; round += 1) {
        settleDisk();
        copy.push(await time(() => copyLoop(join(folder, 'copy'))));
        settleDisk();
        out.push(await time(() => packageBuild(request({ outputDirectory: join(folder, 'out') }))));
        rmSync(join(folder, 'copy'), { recursive: true });
        for (const made of ['out', 'out-remote', 'out-maps']) rmSync(join(folder, made), { recursive: true, force: true });
    }
    const plan = await planPackage(request());
    const files = plan.files.filter(({ to }) => to.root === 'remote');
    for (let round = 0; round < rounds; round += 1) {
        settleDisk();
        archive.push(await time(() => writeArchive(join(folder, 'remote.zip'), files, rootsOf(build), 'digest')));
    }
    const archiveBytes = statSync(join(folder, 'remote.zip')).size;

    const zipFile = join(folder, 'zip.zip');
    let zipMs: number | null = null;
    const zipped = await time(() => { if (spawnSync('zip', ['-rq', zipFile, 'remote'], { cwd: build }).status === 0) zipMs = 0; });
    if (zipMs !== null) zipMs = zipped;

    const child = spawnSync(process.execPath, [process.argv[1] ?? '', '--once'], { env: { ...process.env, PACKAGER_BENCH: folder }, encoding: 'utf8' });
    return {
        packMs: median(pack), repeatMs: median(repeat), outMs: median(out), copyMs: median(copy), archiveMs: median(archive),
        peakMb: Number(child.stdout), zipMs, archiveBytes, zipBytes: zipMs === null ? null : statSync(zipFile).size,
    };
}

/** On Linux `maxRSS` of a child begins with what its parent had; the kernel's own mark does not. */
function peakKilobytes(): number {
    const mark = existsSync('/proc/self/status') ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
    return mark === undefined ? process.resourceUsage().maxRSS : Number(mark);
}

async function main(): Promise<void> {
    if (process.argv.includes('--once')) {
        await applyPlan(await planPackage(request()));
        process.stdout.write(String(peakKilobytes() / 1024));
        return;
    }
    try {
        const figures = await measure();
        const rounded = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, value === null ? null : Math.round(value)]));
        if (process.argv.includes('--json')) console.log(JSON.stringify(rounded));
        else for (const [key, value] of Object.entries(rounded)) console.log(`${key.padEnd(12)} ${value ?? 'not measured'}`);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

void main();
