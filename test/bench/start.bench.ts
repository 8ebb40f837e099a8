/**
 * npm run bench -- start [--json]: the start of the demo, with a game of 2 MB, in the preview, from the page's start
 * message on: to the first picture on the screen, and to the game's first frame in the standard and in the lean layout.
 * Subpackages come at 1 MB/s after 50 ms; the demo's remote bundle comes after its first frame.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readPackage } from '../../source/package';
import { profileNames, type ProfileName } from '../../source/platform/profiles';
import { startPreview, type PreviewSettings } from '../../source/simulator';
import { launchBrowser } from '../e2e/browser';
import { packDemo } from '../e2e/lean/packed-demo';

const runs = 5;
const pictureLimitMs = 250;
const ballastBytes = 2_000_000;
const network: NonNullable<PreviewSettings['network']> = { online: true, latencyMs: 50, bytesPerSecond: 1_000_000, kind: '4G' };
const layouts = ['standard', 'lean'] as const;
type Layout = (typeof layouts)[number];

/** Milliseconds, medians. */
interface ProfileFigures {
    readonly profile: ProfileName;
    readonly firstPictureMs: number;
    readonly gameFrameStandardMs: number;
    readonly gameFrameLeanMs: number;
}

interface Start {
    readonly pictureMs: number;
    readonly gameMs: number;
}

declare const window: { readonly preview?: { readonly firstPictureMs: number | undefined; readonly firstFrameMs: number | undefined; send(message: object): void; restart(): Promise<void> } };

function median(values: readonly number[]): number {
    return Math.round([...values].sort((a, b) => a - b)[values.length >> 1]!);
}

/** Starts a package `runs` times in one page, after one start that does not count: what a page does while it loads is no part of a game's start. */
async function measure(browser: Browser, directory: string, profile: ProfileName): Promise<Start[]> {
    const preview = await startPreview({ directory, productDirectory: process.cwd(), port: 0, allowNetwork: false, settings: { profile, network, switches: { subpackageTask: true } } });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(preview.address);
    const starts: Start[] = [];
    for (let run = 0; run <= runs; run++) {
        if (run > 0) await page.evaluate(() => window.preview!.restart());
        const found = await page.waitForFunction(() => {
            const { firstPictureMs, firstFrameMs } = window.preview ?? {};
            return firstPictureMs !== undefined && firstFrameMs !== undefined ? { pictureMs: firstPictureMs, gameMs: firstFrameMs } : false;
        }, undefined, { polling: 200, timeout: 60_000 });
        if (run > 0) starts.push(await found.jsonValue() as Start);
        // A game that is hidden draws no more: what software WebGL still has to draw of this run is none of the next one's.
        await page.evaluate(() => window.preview!.send({ type: 'visible', visible: false }));
        await page.waitForTimeout(1_000);
    }
    await page.close();
    await preview.close();
    return starts;
}

async function main(): Promise<void> {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'start-bench-'));
    const browser = await launchBrowser();
    try {
        const directories = {} as Record<Layout, string>;
        for (const mainPackage of layouts) directories[mainPackage] = await packDemo(path.join(scratch, mainPackage), { options: { mainPackage }, ballastBytes });
        const bytes = readPackage(directories.lean).parts.find(({ name }) => name === 'cocos-game')!.bytes;
        const transferMs = Math.round(network.latencyMs + bytes / network.bytesPerSecond! * 1000);
        const profiles: ProfileFigures[] = [];
        for (const profile of profileNames) {
            const starts: Record<Layout, Start[]> = { standard: [], lean: [] };
            for (const layout of layouts) starts[layout] = await measure(browser, directories[layout], profile);
            const of = (layout: Layout, key: keyof Start): number => median(starts[layout].map((start) => start[key]));
            profiles.push({
                profile,
                firstPictureMs: Math.max(of('standard', 'pictureMs'), of('lean', 'pictureMs')),
                gameFrameStandardMs: of('standard', 'gameMs'),
                gameFrameLeanMs: of('lean', 'gameMs'),
            });
        }
        const worst = (key: Exclude<keyof ProfileFigures, 'profile'>): number => Math.max(...profiles.map((figures) => figures[key]));
        const result = {
            firstPictureMs: worst('firstPictureMs'), gameFrameStandardMs: worst('gameFrameStandardMs'), gameFrameLeanMs: worst('gameFrameLeanMs'),
            transferMs, leanBeyondTransferMs: Math.max(...profiles.map((figures) => figures.gameFrameLeanMs - figures.gameFrameStandardMs - transferMs)),
            profiles, load: Number(os.loadavg()[0]!.toFixed(1)),
        };
        if (process.argv.includes('--json')) console.log(JSON.stringify(result));
        else {
            for (const { profile, firstPictureMs, gameFrameStandardMs, gameFrameLeanMs } of profiles) {
                console.log(`${profile}: first picture ${firstPictureMs} ms (at most ${pictureLimitMs}), first frame of the game ${gameFrameStandardMs} ms standard, ${gameFrameLeanMs} ms lean (${transferMs} ms of it for ${bytes} bytes)`);
            }
            console.log(`medians of ${runs}, load ${result.load}`);
        }
    } finally {
        await browser.close();
        rmSync(scratch, { recursive: true, force: true });
    }
}

void main();
