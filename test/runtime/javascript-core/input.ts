import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packDemo } from '../../e2e/lean/packed-demo';
import { productDirectory } from '../../e2e/game-package';
import { buildBundle, type BundleFiles } from '../engine-adapter/game';

type EncodedFiles = Readonly<Record<string, string>>;

/** What the scenarios are given, as JSON: files are in base64, since what runs them reads none. */
export interface Input {
    /** `dist/adapter`. */
    readonly adapters: EncodedFiles;
    /** The demo's package in each layout, and what its server serves. */
    readonly demo: Readonly<Record<'standard' | 'lean', EncodedFiles>>;
    readonly demoServer: EncodedFiles;
    readonly bundles: Readonly<Record<'far' | 'zipped' | 'large', { readonly version: string; readonly uuids: readonly string[]; readonly files: EncodedFiles }>>;
}

/** @param scratch an empty folder. */
export async function makeInput(scratch: string): Promise<Input> {
    const pack = async (mainPackage: 'standard' | 'lean'): Promise<EncodedFiles> => encodeFolder(await packDemo(path.join(scratch, mainPackage), { options: { mainPackage } }));
    return {
        adapters: encodeFolder(path.join(productDirectory, 'dist', 'adapter')),
        demo: { standard: await pack('standard'), lean: await pack('lean') },
        demoServer: encodeFolder(path.join(scratch, 'standard', 'alipay-mini-game-remote')),
        bundles: makeBundles(),
    };
}

/** The scenarios and the host model as one script, which prints a line of JSON for each result. */
export async function bundleScenarios(): Promise<string> {
    const { outputFiles: [script] } = await build({
        entryPoints: [path.join(__dirname, 'main.ts')], bundle: true, format: 'iife', target: 'es2020', write: false, logLevel: 'error',
        // No name of Node or of a browser is there; an import of Node's modules fails the bundling.
        platform: 'neutral', mainFields: ['module', 'main'], conditions: ['import'],
    });
    return script!.text;
}

function makeBundles(): Input['bundles'] {
    const uuidOf = (index: number): string => `44aaaaaa-0000-4000-8000-00000000000${index}`;
    const small = [1, 2].map((index) => ({ uuid: uuidOf(index), data: { n: index } }));
    const large = [3, 4, 5, 6, 7, 8].map((index) => ({ uuid: uuidOf(index), native: { name: '.bin', data: new Uint8Array(30_000).map((_, at) => (at * index) & 0xff) } }));
    const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [`res/${name}`, toBytes(data)])));
    return { far: encodeBundle(buildBundle('far', small)), zipped: encodeBundle(buildBundle('zipped', small, { zip })), large: encodeBundle(buildBundle('large', large)) };
}

function encodeBundle({ version, config, files }: BundleFiles): Input['bundles']['far'] {
    return { version, uuids: config.uuids!, files: Object.fromEntries(Object.entries(files).map(([name, data]) => [name, Buffer.from(toBytes(data)).toString('base64')])) };
}

function toBytes(data: string | Uint8Array): Uint8Array {
    return typeof data === 'string' ? strToU8(data) : data;
}

function encodeFolder(folder: string): EncodedFiles {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort();
    return Object.fromEntries(files.map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file).toString('base64')]));
}
