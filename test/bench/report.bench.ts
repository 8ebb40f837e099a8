/**
 * npm run bench -- report [--json]: the whole report of a build of 20,000 files in 12 bundles, from reading the folder
 * to the written page. Medians in milliseconds: `reportMs` measures every file, `repeatMs` finds them unchanged.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeReport } from '../../source/report';
import { png, script } from '../report/sample-package';

const rounds = 5;
const bundleCount = 12;
/** Of 20,000 files 70 % are import data of about 3 kB, 30 % are images of about 12 kB. */
const jsonPerBundle = 1_166;
const imagesPerBundle = 496;

const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
const directory = join(folder, 'game');

function write(path: string, data: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
}

function id(bundle: number, asset: number): string {
    return `${((bundle * 7 + asset) % 256).toString(16).padStart(2, '0')}${asset.toString(16).padStart(6, '0')}-0000-4000-8000-${bundle.toString(16).padStart(12, '0')}`;
}

function makeBuild(): number {
    let files = 0;
    const put = (path: string, data: string | Uint8Array): void => {
        write(path, data);
        files += 1;
    };
    const image = png(256, 256, 12_000, 1);
    const names = Array.from({ length: bundleCount }, (_, index) => `bundle-${index}`);
    const remote = names.slice(bundleCount / 2);
    for (const [bundle, name] of names.entries()) {
        const root = remote.includes(name) ? `game-remote/remote/${name}` : `game/assets/${name}`;
        const ids = Array.from({ length: jsonPerBundle }, (_, asset) => id(bundle, asset));
        for (const [asset, uuid] of ids.entries()) {
            const data = JSON.stringify(Array.from({ length: 58 }, (_, row) => ({ __type__: 'cc.Node', _name: `node ${bundle} ${asset} ${row}`, x: asset * row })));
            put(`${root}/import/${uuid.slice(0, 2)}/${uuid}.json`, data);
            if (asset >= imagesPerBundle) continue;
            image.writeUInt32LE(bundle * 10_000 + asset, image.length - (asset % 997) - 4);
            put(`${root}/native/${uuid.slice(0, 2)}/${uuid}.png`, image.subarray(0, image.length - (asset % 997)));
        }
        put(`${root}/config.json`, JSON.stringify({ importBase: 'import', nativeBase: 'native', name, deps: [], uuids: ids, paths: Object.fromEntries(ids.map((uuid, asset) => [uuid, [`things/thing-${asset}`, 'cc.ImageAsset', 1]])), scenes: {}, packs: {}, versions: { import: [], native: [] }, redirect: [], debug: true, extensionMap: {} }));
        put(remote.includes(name) ? `game/src/bundle-scripts/${name}/index.js` : `game/assets/${name}/index.js`, script(2_000, bundle));
    }
    put('game/cocos-js/cc.js', script(1_900_000, 100));
    put('game/game.js', '');
    put('game/game.json', '{"deviceOrientation":"portrait","screenOrientation":"portrait"}');
    put('game/application.js', script(1_000, 101));
    put('game/web-adapter.js', script(30_000, 102));
    put('game/engine-adapter.js', script(25_000, 103));
    put('game/src/settings.json', JSON.stringify({ CocosEngine: '3.8.8', assets: { server: 'https://cdn.example.com/', remoteBundles: remote, projectBundles: names, subpackages: [] } }));
    for (let chunk = 0; files < 20_000; chunk += 1) put(`game/src/chunks/chunk-${chunk}.js`, script(3_000, 200 + chunk));
    return files;
}

function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function main(): Promise<void> {
    try {
        const files = makeBuild();
        const productDirectory = process.cwd();
        const report = async (): Promise<number> => {
            const start = performance.now();
            await writeReport({ directory, productDirectory, language: 'en' });
            return performance.now() - start;
        };
        const first: number[] = [];
        const repeat: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
            rmSync(`${directory}-report`, { recursive: true, force: true });
            first.push(await report());
            repeat.push(await report());
        }
        const figures = { reportMs: Math.round(median(first)), repeatMs: Math.round(median(repeat)), files, pageBytes: statSync(join(`${directory}-report`, 'report.html')).size };
        if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
        else for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(12)} ${value}`);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

void main();
