/**
 * npm run bench -- web-adapter [--json]: the built web-adapter in headless Chromium, on the host model with Android's
 * profile. Each evaluation has a page of its own, so that nothing is compiled before.
 *
 * evaluateMs       compile and run web-adapter.js, median of 15 pages (stock: 5 to 15 ms, runtime contract 5)
 * servicesMs       the same for web-services.js, at the first use of one of its names
 * encode1MiBMs     base64 of 1 MiB as WebSocket.send does it, median of 15 (stock: 224 ms; goal 15)
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../e2e/browser';

interface Measured { readonly evaluateMs: number; readonly servicesMs: number; readonly encodeMs: readonly number[] }

const adapterFile = (name: string): string => `dist/adapter/${name}.js`;

const pageScript = `
import { createAlipayHost } from './source/simulator/model';
import { encodeBase64 } from './source/runtime/web-adapter/bom/base64';
window.measure = async () => {
    const [adapter, services] = await Promise.all(['web-adapter', 'web-services'].map(async (name) => (await fetch(name + '.js')).text()));
    const { globals, my } = createAlipayHost();
    let servicesMs = 0;
    // As the host's loader does: each module is a function of its own.
    const run = (code) => {
        const module = { exports: {} };
        new Function('window', 'globalThis', 'my', 'module', 'exports', 'require', 'console', code)(globals, globals, my, module, module.exports, require, console);
        return module.exports;
    };
    const require = (path) => {
        if (path !== './web-services.js') throw new Error('no ' + path);
        const start = performance.now();
        const exported = run(services);
        servicesMs = performance.now() - start;
        return exported;
    };
    const start = performance.now();
    run(adapter);
    const evaluateMs = performance.now() - start;
    const first = performance.now();
    globals.XMLHttpRequest;
    servicesMs = performance.now() - first;
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, index) => index * 31);
    const encodeMs = Array.from({ length: 16 }, () => {
        const before = performance.now();
        encodeBase64(bytes);
        return performance.now() - before;
    });
    return { evaluateMs, servicesMs, encodeMs };
};`;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const round = (value: number): number => Math.round(value * 100) / 100;

async function measure(): Promise<readonly Measured[]> {
    const { outputFiles: [script] } = await build({ stdin: { contents: pageScript, resolveDir: '.', loader: 'js' }, bundle: true, format: 'iife', target: 'es2020', write: false });
    const server = createServer((request, response) => {
        const name = (request.url ?? '').slice(1).replace(/\.js$/, '');
        if (name === 'page') response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,"><script src="script"></script>');
        else response.setHeader('content-type', 'text/javascript').end(name === 'script' ? script!.text : readFileSync(adapterFile(name)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await launchBrowser();
    try {
        const results: Measured[] = [];
        for (let run = 0; run < 15; run++) {
            const context = await browser.newContext();
            const page = await context.newPage();
            await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page`);
            results.push(await page.evaluate(() => (globalThis as unknown as { measure(): Promise<Measured> }).measure()));
            await context.close();
        }
        return results;
    } finally {
        await browser.close();
        server.closeAllConnections();
        server.close();
    }
}

async function main(): Promise<void> {
    const results = await measure();
    const code = readFileSync(adapterFile('web-adapter'));
    const figures = {
        evaluateMs: round(median(results.map(({ evaluateMs }) => evaluateMs))),
        servicesMs: round(median(results.map(({ servicesMs }) => servicesMs))),
        encode1MiBMs: round(median(results.map(({ encodeMs }) => median(encodeMs)))),
        encode1MiBFirstMs: round(median(results.map(({ encodeMs }) => encodeMs[0]!))),
        bytes: code.length,
        gzipBytes: gzipSync(code, { level: 9 }).length,
    };
    if (process.argv.includes('--json')) {
        console.log(JSON.stringify(figures));
        return;
    }
    const stock: Readonly<Partial<Record<keyof typeof figures, string>>> = { evaluateMs: '5 to 15', encode1MiBMs: '224', bytes: '65,743', gzipBytes: '17,959' };
    for (const name of Object.keys(figures) as (keyof typeof figures)[]) console.log(`${name.padEnd(20)} ${String(figures[name]).padStart(8)}${stock[name] ? `   stock: ${stock[name]}` : ''}`);
}

void main();
