// npm run bench -- preview [--json]: from starting the preview of the demo to its first frame on the screen.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startPreview } from '../../source/simulator';
import { launchBrowser } from '../e2e/browser';

const runs = 5;
const limitMs = 1_500;
const productDirectory = process.cwd();

function median(values: readonly number[]): number {
    return Math.round([...values].sort((a, b) => a - b)[values.length >> 1]!);
}

/** Both processes read the same clock: milliseconds since 1970. */
const now = (): number => performance.timeOrigin + performance.now();

/** What the two pages show when they are there; 0 until then. They run in the page, whose policy refuses text. */
declare const window: { readonly drawn?: boolean; readonly preview?: { readonly firstFrameMs: number | undefined } };
const findDrawn = (): number => (window.drawn ? performance.timeOrigin + performance.now() : 0);
const findFirstFrame = (): number => (window.preview?.firstFrameMs !== undefined ? performance.timeOrigin + performance.now() : 0);

async function measure(browser: Browser, open: () => Promise<{ address: string; close(): Promise<void> }>, find: () => number): Promise<number> {
    // A context of its own: nothing is in its cache.
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const start = now();
    const served = await open();
    await page.goto(served.address, { waitUntil: 'commit' });
    const found = await page.waitForFunction(find, undefined, { polling: 'raf', timeout: 60_000 });
    const end = await found.jsonValue() as number;
    await context.close();
    await served.close();
    return end - start;
}

/** The browser's own floor: a page with nothing on it, to its first frame. */
function serveBlankPage(): Promise<{ address: string; close(): Promise<void> }> {
    const server = createServer((_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>blank</title><script>requestAnimationFrame(() => { window.drawn = true; })</script>');
    });
    return new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve({
            address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
            close: () => new Promise((done) => {
                server.close(() => done());
                server.closeAllConnections();
            }),
        }));
    });
}

async function main(): Promise<void> {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'preview-bench-'));
    const directory = path.join(scratch, 'alipay-mini-game');
    const browser = await launchBrowser();
    try {
        const made = spawnSync(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), 'demo', '--out', directory], { encoding: 'utf8' });
        if (made.status !== 0) throw new Error(made.stderr);
        const first: number[] = [];
        const blank: number[] = [];
        for (let run = 0; run < runs; run++) {
            blank.push(await measure(browser, serveBlankPage, findDrawn));
            first.push(await measure(browser, () => startPreview({ directory, productDirectory, port: 0, allowNetwork: false }), findFirstFrame));
        }
        const result = { firstFrameMs: median(first), blankPageMs: median(blank) };
        if (process.argv.includes('--json')) console.log(JSON.stringify(result));
        else console.log(`first frame of the demo ${result.firstFrameMs} ms (at most ${limitMs}), blank page ${result.blankPageMs} ms; medians of ${runs}, load ${os.loadavg()[0]!.toFixed(1)}`);
    } finally {
        await browser.close();
        rmSync(scratch, { recursive: true, force: true });
    }
}

void main();
