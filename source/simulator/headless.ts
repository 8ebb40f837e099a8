import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserType, Page } from 'playwright-core';
import { BuildError, createProblem, exitCodes } from '../problems';
import { findBrowser } from './browser';
import { startPreview, type PreviewSetup } from './preview';
import type { PreviewReport } from './protocol';

export interface HeadlessSetup extends PreviewSetup {
    /** How long the game plays; the taps come in equal steps after its first frame. */
    readonly seconds: number;
    /** Logical pixels of the screen. */
    readonly taps: readonly { readonly x: number; readonly y: number }[];
    /** Where the last picture goes, a PNG at the device's own pixels. */
    readonly screenshot?: string;
    /** Where the report goes, as JSON. */
    readonly report?: string;
}

/** Software WebGL, so that a machine without a graphics card draws too; quiet otherwise. */
export const browserArguments = [
    '--no-first-run',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    // Only the game is drawn by WebGL: the page around it is cheaper without.
    '--disable-gpu-compositing',
    '--disable-gpu-rasterization',
];

/** What the page offers to this process (`page/page.ts`). */
interface PageControl {
    readonly firstFrameMs: number | undefined;
    tap(x: number, y: number): Promise<void>;
    picture(): Promise<string | null>;
    report(seconds: number): Promise<PreviewReport>;
}
type PageWindow = { preview?: PageControl };

/**
 * Plays a package without a window and reports what it saw. The caller judges the report (`judgeReport`).
 * @throws BuildError AMG651-AMG656 when it could not be played at all.
 */
export async function runHeadless(setup: HeadlessSetup): Promise<PreviewReport> {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new BuildError([createProblem('AMG653', 'preview --headless', {})], exitCodes.failed);
    const preview = await startPreview(setup);
    let browser: Browser | undefined;
    try {
        // A place that cannot be written is better known before the game is played than after.
        for (const file of [setup.screenshot, setup.report]) if (file !== undefined) await makeFolderOf(file);
        browser = await launch(executablePath, setup.productDirectory);
        const page = await openPage(browser, preview.address, executablePath);
        await play(page, setup);
        const report = await page.evaluate((seconds) => (globalThis as PageWindow).preview!.report(seconds), setup.seconds);
        if (setup.screenshot !== undefined) {
            const picture = await page.evaluate(() => (globalThis as PageWindow).preview!.picture());
            if (picture !== null) await write(setup.screenshot, Buffer.from(picture, 'base64'));
        }
        if (setup.report !== undefined) await write(setup.report, `${JSON.stringify(report, undefined, 2)}\n`);
        return report;
    } finally {
        await browser?.close();
        await preview.close();
    }
}

async function launch(executablePath: string, productDirectory: string): Promise<Browser> {
    let chromium: BrowserType;
    try {
        ({ chromium } = await import('playwright-core'));
    } catch {
        throw new BuildError([createProblem('AMG656', 'preview --headless', { folder: productDirectory })], exitCodes.failed);
    }
    try {
        return await chromium.launch({ executablePath, headless: true, args: browserArguments });
    } catch (error) {
        throw pageProblem(error, executablePath);
    }
}

async function openPage(browser: Browser, address: string, executablePath: string): Promise<Page> {
    try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.goto(address);
        await page.waitForFunction(() => (globalThis as PageWindow).preview !== undefined, undefined, { timeout: 15_000 });
        return page;
    } catch (error) {
        throw pageProblem(error, executablePath);
    }
}

function pageProblem(error: unknown, browser: string): BuildError {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return new BuildError([createProblem('AMG654', 'preview --headless', { reason, browser })], exitCodes.failed);
}

/** Waits for the first frame, spreads the taps over what is left of the time, and lets the time pass. */
async function play(page: Page, { seconds, taps }: HeadlessSetup): Promise<void> {
    const end = Date.now() + seconds * 1000;
    const left = (): number => Math.max(0, end - Date.now());
    await page.waitForFunction(() => (globalThis as PageWindow).preview!.firstFrameMs !== undefined, undefined, { timeout: Math.max(1, left()), polling: 50 }).catch(() => undefined);
    const step = left() / (taps.length + 1);
    for (const { x, y } of taps) {
        await page.waitForTimeout(step);
        await page.evaluate(([tapX, tapY]) => (globalThis as PageWindow).preview!.tap(tapX!, tapY!), [x, y]);
    }
    await page.waitForTimeout(left());
}

async function write(file: string, content: string | Buffer): Promise<void> {
    await makeFolderOf(file);
    await fs.writeFile(file, content);
}

async function makeFolderOf(file: string): Promise<void> {
    await fs.mkdir(path.dirname(path.resolve(file)), { recursive: true });
}
